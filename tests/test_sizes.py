"""Sheets of half a page, of A3 and on their side: on which papers, how large, and which way up."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import page
import pypdfium2
import pytest
from conftest import view_of
from PIL.ImageStat import Stat
from pypdf import PdfReader

from daysheet.layout import PAPERS
from daysheet.packets.plan import PrintTask, carry_out, files_of, plan
from daysheet.packets.printing import Printed
from daysheet.problems import InvalidData
from daysheet.view import View

SHEET = """
title: {title}
sheet: {sheet}
blocks:
  - prompt: What we saw
    space: 3 lines
  - prompt: What comes first
    space: rest of page
"""
SHEETS = {
    "exit": "half",
    "team": "A3",
    "wall": "poster",
    "flat": "{turn: landscape}",
    "broad": "{size: A3, turn: landscape}",
}
POINTS = 72 / 25.4


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    files = {f"data/worksheets/{id}.yml": SHEET.format(title=id.title(), sheet=sheet) for id, sheet in SHEETS.items()}
    packet = "title: Packet\ncontents:\n  - notes: 2\n  - worksheets: all\n  - worksheets: [flat]\n"
    return view_of(tmp_path_factory.mktemp("sizes"), {**files, "data/packets/participant.yml": packet})


@pytest.fixture(scope="module")
def tasks(view: View) -> list[PrintTask]:
    return plan(view)


@pytest.fixture(scope="module")
def made(view: View, tasks: list[PrintTask]) -> Mapping[str, Printed]:
    return {each.path: each for task in tasks for each in carry_out(task, view)}


def size(printed: Printed) -> tuple[float, float]:
    """Width and height of the first page in mm."""
    box = PdfReader(BytesIO(printed.content)).pages[0].mediabox
    return round(float(box.width) / POINTS, 1), round(float(box.height) / POINTS, 1)


def test_each_sheet_is_made_for_its_papers_as_was_promised(tasks: list[PrintTask], made: Mapping[str, Printed]) -> None:
    assert sorted(made) == sorted(path for task in tasks for path, *_ in files_of(task))
    assert {path for path in made if "team" in path or "exit" in path} == {
        "worksheets/exit-a4.pdf",
        "worksheets/exit-letter.pdf",
        "worksheets/team-a3.pdf",
        "worksheets/team-tabloid.pdf",
    }


def test_a_file_is_as_large_as_its_paper_upright_or_on_its_side(made: Mapping[str, Printed]) -> None:
    for path, printed in made.items():
        width, height = PAPERS[printed.paper]
        turned = any(each in path for each in ("flat", "broad"))
        assert size(printed) == ((height, width) if turned else (width, height)), path


def test_what_is_handed_out_alone_is_for_reading(made: Mapping[str, Printed]) -> None:
    for path, printed in made.items():
        assert page.is_pdf_compliant_bytes(printed.content, profile="ua1"), path


def test_sheets_of_other_sizes_are_bound_in_no_packet(made: Mapping[str, Printed]) -> None:
    text = "".join(each.extract_text() for each in PdfReader(BytesIO(made["participant-a4.pdf"].content)).pages)
    assert "Flat" in text
    assert not [title for title in ("Exit", "Team", "Wall", "Broad") if title in text]


def test_a_half_sheet_stands_twice_on_its_paper_and_is_read_once(made: Mapping[str, Printed]) -> None:
    for paper in ("a4", "letter"):
        content = made[f"worksheets/exit-{paper}.pdf"].content
        text = pypdfium2.PdfDocument(content)[0].get_textpage()
        whole = text.get_text_range()
        assert whole.count("What comes first") == 2
        picture = pypdfium2.PdfDocument(content)[0].render(scale=1).to_pil().convert("L")
        upper = picture.crop((0, 0, picture.width, picture.height // 2 - 3))
        lower = picture.crop((0, picture.height - picture.height // 2 + 3, picture.width, picture.height))
        assert Stat(upper).sum == pytest.approx(Stat(lower).sum, rel=0.01)


def test_a_half_sheet_that_does_not_fit_says_so(tmp_path: Path) -> None:
    text = SHEET.format(title="Exit", sheet="half").replace("3 lines", "{natural: 90 mm, least: 90 mm}")
    view = view_of(tmp_path, {"data/worksheets/exit.yml": text})
    task = next(task for task in plan(view) if task.alone)
    with pytest.raises(InvalidData, match="does not fit"):
        carry_out(task, view)


def test_letters_of_a_large_sheet_are_enlarged(made: Mapping[str, Printed]) -> None:
    def height(path: str) -> float:
        text = pypdfium2.PdfDocument(made[path].content)[0].get_textpage()
        at = text.get_text_range().index("What we saw")
        _, bottom, _, top = text.get_charbox(at)
        return float(top - bottom)

    normal = height("worksheets/flat-a4.pdf")
    assert height("worksheets/team-a3.pdf") == pytest.approx(1.376 * normal, rel=0.02)
    assert height("worksheets/wall-a3.pdf") > 2 * normal


def test_in_a_packet_the_top_of_a_sheet_on_its_side_is_at_the_binding_edge(
    view: View, made: Mapping[str, Printed]
) -> None:
    pages = PdfReader(BytesIO(made["participant-a4.pdf"].content)).pages
    turned = {number: each.rotation for number, each in enumerate(pages, 1) if each.rotation}
    assert turned == {3: 270}
    alone = PdfReader(BytesIO(made["worksheets/flat-a4.pdf"].content)).pages
    assert [each.rotation for each in alone] == [0]


def test_on_a_left_hand_page_it_is_turned_the_other_way(tmp_path: Path) -> None:
    files = {"data/worksheets/flat.yml": SHEET.format(title="Flat", sheet="{turn: landscape}")}
    packet = "title: Packet\nsides: {sides}\ncontents:\n  - notes: 1\n  - worksheets: all\n"
    rotations = {}
    for sides in ("one", "two"):
        root = tmp_path / sides
        view = view_of(root, {**files, "data/packets/participant.yml": packet.format(sides=sides)})
        printed = carry_out(plan(view)[0], view)[0]
        rotations[sides] = [each.rotation for each in PdfReader(BytesIO(printed.content)).pages]
    assert rotations == {"one": [0, 270], "two": [0, 90]}
