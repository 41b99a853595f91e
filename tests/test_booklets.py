"""Packets as booklets: full sheets, notes before the back page, and a small layout of its own."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from conftest import view_of
from test_imposing import folded

from daysheet.models.packet import Entry, Packet
from daysheet.packets.booklets import print_booklet, with_notes
from daysheet.packets.plan import PrintTask, carry_out, files_of, plan, plan_booklets
from daysheet.packets.printing import Printed
from daysheet.press.imposing import WHITE
from daysheet.view import View

POINTS = 72 / 25.4
BOUND = "title: Packet\ncontents:\n  - cover\n  - worksheets: [plan, first-steps]\n  - back\neditions: [standard, booklet]\n"


@pytest.fixture
def view(small: Path) -> View:
    return view_of(small, {"data/packets/participant.yml": BOUND})


def halves(content: bytes) -> Iterator[tuple[str, str]]:
    """The words on the left and on the right half of each side of a sheet."""
    with pypdfium2.PdfDocument(content) as document:
        for side in document:
            width, height = side.get_size()
            words = side.get_textpage()
            yield words.get_text_bounded(0, 0, width / 2, height), words.get_text_bounded(width / 2, 0, width, height)


def turned(content: bytes) -> list[str]:
    """The words of the pages of a folded booklet, as one turns them."""
    pairs = list(halves(content))
    flat = [WHITE, *(words for pair in pairs for words in pair)]
    order = folded([(2 * at + 1, 2 * at + 2) for at in range(len(pairs))])
    return [str(flat[at]) for at in order]


def test_a_booklet_fills_its_sheets_with_notes_before_the_back(view: View) -> None:
    packet = next(each for each in view.library.packets if each.id == "participant")
    made = {each.paper: each for each in print_booklet(packet, view, "booklet")}
    assert set(made) == {"a3", "tabloid"}
    pages = turned(made["a3"].content)
    assert len(pages) == 8
    assert "Working together" in pages[0]
    assert "Notes" in pages[-2]
    assert "Before you go" in pages[-1]
    assert [name(each) for each in pages if "Worksheet" in each] == ["A plan", "First steps"]
    assert turned(made["tabloid"].content) == pages
    assert made["a3"].pages == 4
    assert size(made["tabloid"]) == (431.8, 279.4)


def name(words: str) -> str:
    return next(each for each in ("A plan", "First steps") if each in words)


def size(printed: Printed) -> tuple[float, float]:
    with pikepdf.open(BytesIO(printed.content)) as pdf:
        width, height = (round(float(value) / POINTS, 1) for value in list(pdf.pages[0].MediaBox)[2:])
    return width, height


def test_a_small_booklet_has_a_layout_of_its_own_on_a5_and_half_letter(small: Path) -> None:
    bound = "title: To read\ncontents:\n  - cover\n  - readings: all\n  - tenets: ten\neditions: [small-booklet]\n"
    view = view_of(small, {"data/packets/reader.yml": bound})
    [task] = [each for each in plan_booklets(view) if each.packet.id == "reader"]
    made = {each.paper: each for each in carry_out(task, view)}
    assert size(made["a4"]) == (297.0, 210.0)
    assert size(made["letter"]) == (279.4, 215.9)
    assert turned(made["a4"].content) == turned(made["letter"].content)
    with pikepdf.open(BytesIO(made["letter"].content)) as pdf:
        form = next(iter(pdf.pages[0].Resources.XObject.values()))
        left, bottom, right, top = (float(value) / POINTS for value in form.BBox)
        assert (round(right - left, 1), round(top - bottom, 1)) == (139.7, 210.0)
    assert {round(each, 1) for each in sizes(made["a4"].content)} >= {10.4}
    assert min(sizes(made["a4"].content)) >= 8


def sizes(content: bytes) -> set[float]:
    """The sizes of letters on all sheets, in points as they are printed."""
    with pypdfium2.PdfDocument(content) as document:
        found = set()
        for side in document:
            for form in side.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
                found.add(letter(form))
    return found


def letter(piece: object) -> float:
    import ctypes

    raw, own = piece.raw, ctypes.c_float()  # type: ignore[attr-defined]
    pypdfium2.raw.FPDFTextObj_GetFontSize(raw, own)
    matrix = pypdfium2.raw.FS_MATRIX()
    pypdfium2.raw.FPDFPageObj_GetMatrix(raw, matrix)
    return float(own.value * abs(matrix.d))


def test_booklets_are_planned_apart_from_what_is_read(view: View) -> None:
    assert [(task.packet.id, task.edition) for task in plan_booklets(view)] == [("participant", "booklet")]
    assert not any("booklet" in path for task in plan(view) for path, *_ in files_of(task))


def test_a_packet_that_is_a_booklet_alone_has_no_twin_and_its_sheets_stand_alone(small: Path) -> None:
    alone = BOUND.replace("[standard, booklet]", "[booklet]")
    tasks = plan(view_of(small, {"data/packets/participant.yml": alone}))
    assert not any(task.packet.id == "participant" for task in tasks)
    assert PrintTask is type(tasks[0])
    assert any(task.alone and task.packet.contents[0].ids == ("plan",) for task in tasks)


def test_notes_are_added_before_the_back_or_at_the_end() -> None:
    cover, back = Entry(kind="cover"), Entry(kind="back")
    kinds = [each.kind for each in with_notes(Packet(title="P", contents=(cover, back)), 2).contents]
    assert kinds == ["cover", "notes", "back"]
    assert [each.kind for each in with_notes(Packet(title="P", contents=(cover,)), 3).contents] == ["cover", "notes"]
    assert with_notes(Packet(title="P", contents=(cover,)), 0).contents == (cover,)
