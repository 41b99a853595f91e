"""The sheets of the real session and of a course are full, by the boxes that they were laid out with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import view_of

from daysheet.check import check
from daysheet.fit import Frame
from daysheet.layout import Area, PageMap
from daysheet.models.packet import Entry, Packet
from daysheet.models.values import LINE_MM
from daysheet.packets.compose import PacketDocument
from daysheet.packets.defaults import packet_of
from daysheet.packets.fitting import fitted, notes_below
from daysheet.packets.printing import print_packet
from daysheet.packets.rooms import blocks_of, sheet_rooms
from daysheet.pdf.lay_out import lay_out
from daysheet.problems import InvalidData
from daysheet.project import Project
from daysheet.view import View, view_for

ROOT = Path(__file__).parent.parent
PROJECTS = [ROOT, ROOT / "tests" / "projects" / "course-week"]
HEAD, FOOT = 24.8, 24.8 + 247.4
ENOUGH = HEAD + 0.7 * 247.4
LOW = FOOT - 4.5  # 4 mm, and what measuring may be wrong by


def sheets_of(view: View) -> Packet:
    ids = tuple(sheet.id for sheet in view.library.worksheets)
    return Packet(id="sheets", title="Sheets", contents=(Entry(kind="worksheets", ids=ids),))


def laid(view: View) -> tuple[PacketDocument, PageMap]:
    document, job = fitted(sheets_of(view), view)
    return document, lay_out(replace(job, papers=(), stamp=None)).pages


@pytest.fixture(scope="module", params=PROJECTS, ids=["real", "course"])
def sheets(request: pytest.FixtureRequest) -> tuple[View, PacketDocument, PageMap]:
    checked = check(request.param)
    view = view_for(Project(request.param), checked, "participant")
    return (view, *laid(view))


def lowest(sheet_id: str, page: int, pages: PageMap) -> float:
    """Where the lowest box of a sheet ends on a page; what goes on to the next page ends at the foot."""
    ends = [
        area.y + area.height for id, area in pages.areas.items() if id.startswith(f"{sheet_id}--") and area.page == page
    ]
    return min(FOOT, max(ends, default=0))


def test_no_page_but_the_last_of_a_sheet_is_under_seven_tenths_full(
    sheets: tuple[View, PacketDocument, PageMap],
) -> None:
    view, _, pages = sheets
    for sheet in view.library.worksheets:
        first, last = pages.parts[f"part-worksheet-{sheet.id}"]
        assert all(lowest(sheet.id, page, pages) >= ENOUGH for page in range(first, last))


def test_a_sheet_that_is_written_on_ends_at_the_foot(sheets: tuple[View, PacketDocument, PageMap]) -> None:
    view, _, pages = sheets
    for sheet in view.library.worksheets:
        if any(room.stretch for room in blocks_of(sheet)[-1].rooms):
            assert LOW <= pages.areas[f"part-worksheet-{sheet.id}--end"].y <= FOOT


def test_no_space_is_under_its_least(sheets: tuple[View, PacketDocument, PageMap]) -> None:
    view, document, pages = sheets
    for room in (room for sheet in view.library.worksheets for room in sheet_rooms(sheet)):
        assert pages.areas[room.id].height >= room.least * LINE_MM - 0.01
        assert document.remarks or pages.areas[room.id].height >= room.rows * LINE_MM - 0.01


def test_no_block_reaches_over_the_foot(sheets: tuple[View, PacketDocument, PageMap]) -> None:
    view, _, pages = sheets
    rubrics = {each.id: each for each in view.library.exhibits if each.kind == "rubric"}
    for sheet in view.library.worksheets:
        for block in blocks_of(sheet, rubrics):
            whole = [block.id] if block.rooms or not block.rows else list(block.rows)
            assert all(pages.areas[id].y + pages.areas[id].height <= FOOT for id in whole)


TALL = """
title: Tall
blocks:
{blocks}
"""


def prompt(name: str, space: str, more: str = "") -> str:
    return f"  - prompt: {name}\n    space: {space}\n{more}"


def page_of(area: Area) -> int:
    return area.page


def view_with(root: Path, *blocks: str, sheet: str = "") -> View:
    text = TALL.format(blocks="".join(blocks)) + (f"sheet: {sheet}\n" if sheet else "")
    return view_of(root, {"data/worksheets/tall.yml": text})


def test_what_was_not_granted_is_told_with_its_place(tmp_path: Path) -> None:
    view = view_with(tmp_path, *(prompt(name, "90 mm") for name in ("One", "Two", "Three")), sheet="{pages: 1}")
    document, pages = laid(view)
    assert pages.total == 1
    told = [(each.place.file, each.place.line, each.sentence) for each in document.remarks]
    assert told == [
        ("data/worksheets/tall.yml", 5, "Worksheet 1, prompt 1: asked 90 mm, got 56 mm"),
        ("data/worksheets/tall.yml", 7, "Worksheet 1, prompt 2: asked 90 mm, got 56 mm"),
        ("data/worksheets/tall.yml", 9, "Worksheet 1, prompt 3: asked 90 mm, got 64 mm"),
    ]


def test_what_facilitators_read_is_not_fitted(tmp_path: Path) -> None:
    files = {"data/worksheets/tall.yml": TALL.format(blocks=prompt("One", "{natural: 300 mm, least: 300 mm}"))}
    view = view_of(tmp_path, files, "facilitator")
    document, job = fitted(packet_of("worksheet", "tall").model_copy(update={"audience": "facilitator"}), view)
    assert document.remarks == ()
    assert "styles/fitted.css" not in [style.name for style in job.styles]


def refused(view: View) -> list[str]:
    with pytest.raises(InvalidData) as raised:
        fitted(sheets_of(view), view)
    return [f"{each.place.line}: {each.sentence}" for each in raised.value.problems]


def test_a_block_taller_than_a_page_at_its_least_is_a_problem_with_its_place(tmp_path: Path) -> None:
    view = view_with(tmp_path, prompt("One", "4 lines"), prompt("Two", "{natural: 300 mm, least: 250 mm}"))
    assert refused(view) == ["6: Worksheet 1, prompt 2 is taller than a page, even with its spaces at their least"]


def test_the_head_of_a_sheet_never_stands_alone(tmp_path: Path) -> None:
    view = view_with(tmp_path, prompt("One", "{natural: 230 mm, least: 220 mm}"))
    assert refused(view) == [
        "4: Worksheet 1, prompt is taller than the page below the head of the sheet, even with its spaces at their least"
    ]


def test_one_page_that_is_impossible_is_a_problem_with_its_place(tmp_path: Path) -> None:
    blocks = (prompt(name, "{natural: 90 mm, least: 80 mm}") for name in ("One", "Two", "Three"))
    view = view_with(tmp_path, *blocks, sheet="{pages: 1}")
    assert refused(view) == ["11: Worksheet 1 does not fit on one page, even with every space at its least"]


def test_a_table_taller_than_a_page_is_parted_between_rows_and_its_head_set_again(tmp_path: Path) -> None:
    table = "  - table:\n      columns:\n        - Who\n        - When\n      rows: 40\n"
    view = view_with(tmp_path, table)
    _, pages = laid(view)
    rows = [pages.areas[f"tall--table--{number}"] for number in range(1, 41)]
    assert [page for page in (1, 2, 3) if any(row.page == page for row in rows)] == [1, 2]
    assert all(row.y + row.height <= FOOT for row in rows)


def test_a_new_page_is_begun_where_the_author_says(tmp_path: Path) -> None:
    view = view_with(tmp_path, prompt("One", "2 lines"), prompt("Two", "2 lines", "    break_before: yes\n"))
    _, pages = laid(view)
    assert [page_of(pages.areas[f"tall--{id}--block"]) for id in ("one", "two")] == [1, 2]


def test_both_papers_break_alike(tmp_path: Path) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    view = view_with(tmp_path, *(prompt(name, "12 lines") for name in ("One", "Two", "Three", "Four")))
    texts = [
        [page.extract_text() for page in PdfReader(BytesIO(printed.content)).pages]
        for printed in print_packet(sheets_of(view), view)
    ]
    assert len(texts) == 2
    assert texts[0] == texts[1]
    assert len(texts[0]) > 1


EVERY = """
title: Every kind
blocks:
  - text: "## A heading"
  - mark:
      across: {low: shallow, high: deep, bands: 6}
      up: {low: loose, high: tight, bands: 6}
      marks: [here, there]
    break_before: yes
  - sketch: 60 mm
  - columns:
      - heading: + Warm
        space: 10 lines
      - heading: Δ Cool
        space: 10 lines
    break_before: yes
  - checklist:
      heading: To tick
      items:
        - One
        - Two
        - Three
        - Four
    break_before: yes
  - fields:
      - When
      - Where
  - likert:
      options: [Yes, No]
      statements:
        - We look after one another here
    break_before: yes
  - notes: rest of page
  - rating:
      items:
        - One
        - Two
      then: Why?
    space: 4 lines
    break_before: yes
  - boxes:
      - title: Goals
        space: 2 lines
      - beside:
          - title: Left
            prompt: What will you be better at in six months, and who will see it, and what will they say about it?
            space: 3 lines
          - title: Right
            space: 3 lines
"""


def test_every_kind_of_block_is_as_high_as_it_was_measured(tmp_path: Path) -> None:
    view = view_of(tmp_path, {"data/worksheets/every.yml": EVERY})
    _, pages = laid(view)
    assert pages.parts["part-worksheet-every"] == (1, 6)
    ends: dict[int, float] = {}
    for block in blocks_of(view.library.find("worksheet", "every")):
        area = pages.areas[block.id]
        first = area.page > 1 and area.page not in ends
        assert not first or area.y == pytest.approx(HEAD + 6.5, abs=0.05)
        ends[area.page] = area.y + area.height
    assert all(LOW <= ends[page] <= FOOT for page in (2, 3, 5, 6))


def test_remarks_go_with_the_files_of_their_sheet(tmp_path: Path) -> None:
    view = view_with(tmp_path, *(prompt(name, "90 mm") for name in ("One", "Two", "Three")), sheet="{pages: 1}")
    printed = print_packet(packet_of("worksheet", "tall"), view, frozenset({"part-worksheet-tall"}))
    assert {(each.kind, len(each.remarks)) for each in printed} == {("packet", 3), ("worksheet", 3)}


def test_lines_for_notes_take_the_rest_of_the_page_of_sources() -> None:
    view = view_for(Project(ROOT), check(ROOT), "participant")
    cited = Entry(kind="exhibits", ids=("trust-by-precision",))
    packet = Packet(id="cited", title="Cited", contents=(cited, Entry(kind="sources")))
    _, job = fitted(packet, view)
    areas = lay_out(replace(job, papers=(), stamp=None)).pages.areas
    lines, works = areas["part-sources--space"], areas["part-sources--works"]
    assert lines.page == works.page
    assert works.y + works.height < lines.y < HEAD + 100
    assert FOOT - 8.4 <= lines.y + lines.height <= FOOT


def test_sources_that_fill_their_page_have_no_lines_below() -> None:
    works, end = Area(1, 20, 60, 174, 200), Area(2, 20, 70, 174, 0)
    pages = PageMap(2, {"part-sources--works": works, "part-sources--end": end}, {})
    assert notes_below("part-sources", pages, Frame()) == "#part-sources--rest { display: none }"
