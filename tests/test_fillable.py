"""The edition to fill in on a screen: every kind of field is filled and read back by three programs."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from conftest import SMALL, view_of
from pypdf import PdfReader, PdfWriter

from daysheet.models.packet import Entry, Packet
from daysheet.packets.plan import files_of, plan
from daysheet.packets.printing import Printed, print_packet

ROOT = Path(__file__).parent.parent
EVERY = """
title: Every field
blocks:
  - prompt: Why it works
    hint: Name one person.
    space: 3 lines
  - rating:
      scale: {from: 1, to: 5, low: not at all, high: fully}
      items:
        - Trust
        - Time
      choose: 1
      then: Say why.
    space: 2 lines
  - boxes:
      - title: Goal
        space: 1 line
  - columns:
      - heading: + Strong
        space: 3 lines
      - heading: Weak
        space: 3 lines
  - table:
      columns:
        - Person
        - Contact
      rows: 2
  - table:
      rows:
        - Stop
        - Start
      each: 2 numbered lines
  - checklist:
      heading: We show
      items:
        - A lesson
        - A meeting
  - fields:
      - Date of our talk
  - sketch: 30 mm
  - notes: 3 lines
"""
WRITTEN = "Győr and Łódź, 10 €"
LINES = f"{WRITTEN}\nand a second line"
ANSWERS = {
    "every---name": WRITTEN,
    "every--why-it-works": LINES,
    "every--rating--trust": "4",
    "every--rating--time--chosen": "on",
    "every--rating--then": LINES,
    "every--boxes--goal": LINES,
    "every--columns--weak": LINES,
    "every--table--1--contact": WRITTEN,
    "every--table-2--stop--2": WRITTEN,
    "every--we-show--a-meeting": "on",
    "every--fields--date-of-our-talk": WRITTEN,
    "every--sketch": LINES,
    "every--notes": LINES,
    "where-we-stand--mark--where-we-are--across": "2",
    "where-we-stand--rubric--who-asks--now": "3",
}
"""One answer for every kind of field: text in one line and in several, buttons, boxes to tick, lists to choose from."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """The files of a packet of every kind of block, by their path."""
    root = tmp_path_factory.mktemp("fillable") / "marks"
    shutil.copytree(SMALL.parent / "marks", root)
    view = view_of(root, {"data/worksheets/every.yml": EVERY})
    sheets = Entry(kind="worksheets", ids=("every", "where-we-stand", "on-the-phone", "without-names"))
    packet = Packet(id="all", title="All", contents=(Entry(kind="cover"), sheets, Entry(kind="notes", count=1)))
    cut = frozenset({"part-worksheet-every", "part-worksheet-without-names"})
    return {each.path: each for each in print_packet(packet, view, cut, "fillable")}


@pytest.fixture
def packet(printed: dict[str, Printed], tmp_path: Path) -> Path:
    path = tmp_path / "all.pdf"
    path.write_bytes(printed["all-fillable-a4.pdf"].content)
    return path


def fields_of(content: bytes) -> dict[str, Any]:
    return dict(PdfReader(BytesIO(content)).get_fields() or {})


def values_of(content: bytes) -> dict[str, str]:
    """Value by name, names of states without their slash and lines parted alike in all programs."""
    found = {name: str(each.get("/V", "")) for name, each in fields_of(content).items()}
    return {name: value.lstrip("/").replace("\r\n", "\n").replace("\r", "\n") for name, value in found.items()}


def conforms(content: bytes) -> bool:
    report = page.validate_pdf_bytes(content, profile="ua1")
    assert not [(failure.rule_id, failure.message) for failure in report.failures]
    return bool(report.is_compliant)


def test_packet_and_sheets_alone_are_made_for_both_papers_and_conform(printed: dict[str, Printed]) -> None:
    alone = ("worksheets/every", "worksheets/without-names")
    assert set(printed) == {f"{name}-fillable-{paper}.pdf" for name in ("all", *alone) for paper in ("a4", "letter")}
    assert {each.edition for each in printed.values()} == {"fillable"}
    for each in printed.values():
        assert conforms(each.content)


def test_a_field_is_named_by_sheet_block_and_item_and_once(printed: dict[str, Printed]) -> None:
    root: Any = PdfReader(BytesIO(printed["all-fillable-a4.pdf"].content)).trailer["/Root"]
    names = Counter(field.get_object()["/T"] for field in root["/AcroForm"]["/Fields"])
    assert set(names.values()) == {1}
    assert set(ANSWERS) <= set(names)


def test_a_field_says_what_it_asks_for(printed: dict[str, Printed]) -> None:
    said = {name: each.get("/TU") for name, each in fields_of(printed["all-fillable-a4.pdf"].content).items()}
    assert all(said.values())
    assert said["every--why-it-works"] == "Why it works. Name one person."
    assert said["every--rating--trust"] == "Trust"
    assert said["every--rating--time--chosen"] == "Time: to grow"
    assert said["every--table--1--contact"] == "Contact, 1"
    assert said["every--we-show--a-meeting"] == "We show: A meeting"
    assert said["where-we-stand--rubric--who-asks--in-a-year"] == "Who asks, In a year"
    assert said["where-we-stand--mark--where-we-are--across"] == "Where we are: Depth"


def test_lines_make_a_field_of_many_and_places_are_chosen_from_a_list(printed: dict[str, Printed]) -> None:
    fields = fields_of(printed["all-fillable-a4.pdf"].content)
    many = {name for name, each in fields.items() if each["/FT"] == "/Tx" and int(each.get("/Ff", 0)) & 1 << 12}
    assert {"every--why-it-works", "every--sketch", "notes--1"} <= many
    assert not {"every---name", "every--fields--date-of-our-talk", "cover--name"} & many
    place = fields["where-we-stand--mark--where-we-are--across"]
    assert place["/FT"] == "/Ch"
    assert [str(said) for _, said in place["/Opt"]] == ["–", "1 shallow", "2", "3", "4", "5", "6 deep"]
    assert set(fields["every--rating--trust"]["/_States_"]) == {"/1", "/2", "/3", "/4", "/5", "/Off"}


def test_a_sheet_without_a_name_has_no_field_for_one(printed: dict[str, Printed]) -> None:
    alone = fields_of(printed["worksheets/without-names-fillable-a4.pdf"].content)
    assert alone
    assert not [name for name in alone if name.endswith("--name")]
    assert "without-names---name" not in fields_of(printed["all-fillable-letter.pdf"].content)
    assert "every---name" in fields_of(printed["worksheets/every-fillable-a4.pdf"].content)


def test_pypdf_fills_every_kind_of_field(packet: Path) -> None:
    writer = PdfWriter(clone_from=packet)
    kinds = fields_of(packet.read_bytes())
    given = {name: f"/{value}" if kinds[name]["/FT"] == "/Btn" else value for name, value in ANSWERS.items()}
    for sheet in writer.pages:
        writer.update_page_form_field_values(sheet, given, auto_regenerate=False)
    file = BytesIO()
    writer.write(file)
    found = values_of(file.getvalue())
    assert {name: found[name] for name in ANSWERS} == ANSWERS


def test_pdf_js_fills_every_kind_of_field(packet: Path, tmp_path: Path) -> None:
    if not (ROOT / "node_modules" / "pdfjs-dist").is_dir():
        pytest.skip("pdf.js is not installed")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    target = tmp_path / "filled.pdf"
    command = ["node", "tests/js/fields.mjs", str(packet), str(target), json.dumps(ANSWERS)]
    said = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, "PATH": path}
    )
    read = json.loads(said.stdout)
    assert {name: flat(read[name]) for name in ANSWERS} == ANSWERS
    found = values_of(target.read_bytes())
    assert {name: found[name] for name in ANSWERS} == ANSWERS


def flat(value: Any) -> str:
    """A list with one choice as that choice."""
    return str(value[0] if isinstance(value, list) else value)


def test_pdfium_fills_every_kind_of_field_and_shows_it(packet: Path) -> None:
    with Viewer(packet) as viewer:
        for name, value in ANSWERS.items():
            viewer.fill(name, value)
        content = viewer.saved()
    found = values_of(content)
    assert {name: found[name] for name in ANSWERS} == ANSWERS
    assert darkness(content) > darkness(packet.read_bytes())


def test_the_key_for_the_next_field_goes_in_the_order_of_reading(packet: Path) -> None:
    with Viewer(packet) as viewer:
        order = viewer.walked(1, 24)
        listed = list(dict.fromkeys(name for name in viewer.listed if name.startswith("every")))
    assert order[:5] == [
        "every---name",
        "every--why-it-works",
        "every--rating--trust",
        "every--rating--trust--chosen",
        "every--rating--time",
    ]
    assert order == listed[: len(order)]


class Viewer:
    """The engine of Chromium's viewer, as a person uses it: clicks, typing, the tab key."""

    def __init__(self, path: Path) -> None:
        self.document = pypdfium2.PdfDocument(path)
        self.document.init_forms()
        self.form = self.document.formenv.raw
        self.places: dict[str, list[tuple[Any, Any, int, tuple[float, float], str]]] = {}
        self.listed: list[str] = []
        for number in range(len(self.document)):
            sheet = self.document[number]
            for each in self._widgets(sheet):
                self.places.setdefault(each[0], []).append((sheet, each[1], each[2], each[3], each[4]))
                self.listed.append(each[0])

    def __enter__(self) -> Viewer:
        return self

    def __exit__(self, *_: object) -> None:
        self.places.clear()
        self.document.close()

    def _widgets(self, sheet: Any) -> Iterator[tuple[str, Any, int, tuple[float, float], str]]:
        for at in range(pdfium.FPDFPage_GetAnnotCount(sheet.raw)):
            annot = pdfium.FPDFPage_GetAnnot(sheet.raw, at)
            if pdfium.FPDFAnnot_GetSubtype(annot) == pdfium.FPDF_ANNOT_WIDGET:
                box = pdfium.FS_RECTF()
                pdfium.FPDFAnnot_GetRect(annot, box)
                middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
                kind = pdfium.FPDFAnnot_GetFormFieldType(self.form, annot)
                state = said(pdfium.FPDFAnnot_GetFormFieldExportValue, self.form, annot)
                yield said(pdfium.FPDFAnnot_GetFormFieldName, self.form, annot), annot, kind, middle, state

    def fill(self, name: str, value: str) -> None:
        buttons = (pdfium.FPDF_FORMFIELD_RADIOBUTTON, pdfium.FPDF_FORMFIELD_CHECKBOX)
        for sheet, _, kind, (x, y), state in self.places[name]:
            if kind in buttons and state != value:
                continue
            pdfium.FORM_OnLButtonDown(self.form, sheet.raw, 0, x, y)
            pdfium.FORM_OnLButtonUp(self.form, sheet.raw, 0, x, y)
            if kind == pdfium.FPDF_FORMFIELD_COMBOBOX:
                pdfium.FORM_SetIndexSelected(self.form, sheet.raw, int(value), True)
            elif kind not in buttons:
                pdfium.FORM_SelectAllText(self.form, sheet.raw)
                text = ctypes.create_string_buffer(value.encode("utf-16-le") + b"\0\0")
                pdfium.FORM_ReplaceSelection(self.form, sheet.raw, ctypes.cast(text, ctypes.POINTER(pdfium.FPDF_WCHAR)))
            pdfium.FORM_ForceToKillFocus(self.form)

    def walked(self, number: int, steps: int) -> list[str]:
        """The fields of a page as the tab key comes by them, each group of buttons once."""
        sheet, order = self.document[number], list[str]()
        for _ in range(steps):
            pdfium.FORM_OnKeyDown(self.form, sheet.raw, pdfium.FWL_VKEY_Tab, 0)
            at, annot = ctypes.c_int(), pdfium.FPDF_ANNOTATION()
            pdfium.FORM_GetFocusedAnnot(self.form, at, annot)
            if annot:
                order.append(said(pdfium.FPDFAnnot_GetFormFieldName, self.form, annot))
        return list(dict.fromkeys(order))

    def saved(self) -> bytes:
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()


def said(asked: Any, form: Any, annot: Any) -> str:
    """A text that PDFium gives, asked for its length first."""
    length = asked(form, annot, None, 0)
    text = ctypes.create_string_buffer(max(2, length))
    asked(form, annot, ctypes.cast(text, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return text.raw[:length].decode("utf-16-le").rstrip("\0")


def darkness(content: bytes) -> int:
    """How many dark pixels the first sheet shows, what is filled in included."""
    with pypdfium2.PdfDocument(content) as document:
        document.init_forms()
        picture = document[1].render(scale=1, may_draw_forms=True).to_pil().convert("L")
        return sum(1 for value in picture.tobytes() if value < 100)


def test_where_one_packet_is_filled_in_every_worksheet_is(small: Path) -> None:
    packets = {
        "data/packets/participant.yml": "title: P\ncontents:\n  - worksheets: [plan]\neditions: [standard, fillable]\n",
        "data/packets/other.yml": "title: O\ncontents:\n  - worksheets: [first-steps]\n",
    }
    view = view_of(small, packets)
    files = {path for task in plan(view) for path, *_ in files_of(task)}
    assert {f"worksheets/{each.id}-fillable-a4.pdf" for each in view.library.worksheets} <= files
    assert "participant-fillable-letter.pdf" in files
    assert "other-fillable-a4.pdf" not in files
