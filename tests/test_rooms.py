"""Every writing space of a sheet is known under the id that the components give it."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import record_of, view_of

from daysheet.models.worksheet import Worksheet
from daysheet.packets.compose import compose_packet
from daysheet.packets.defaults import packet_of
from daysheet.packets.rooms import blocks_of, sheet_rooms, talk_room


def test_the_rooms_of_a_sheet_are_those_of_its_html(small: Path) -> None:
    view = view_of(small, {})
    for sheet in view.library.worksheets:
        html = compose_packet(packet_of("worksheet", sheet.id), view).html
        rooms = sheet_rooms(sheet)
        assert [room.id for room in rooms] == re.findall(r'class="ds-space [^"]*" id="([^"]+)"', html)
        assert {room.id: html_rows(html, room.id) for room in rooms} == {room.id: room.rows for room in rooms}


def test_blocks_and_what_they_are_parted_at_are_elements_of_the_html(small: Path) -> None:
    view = view_of(small, {})
    rubrics = {each.id: each for each in view.library.exhibits if each.kind == "rubric"}
    for sheet in view.library.worksheets:
        html = compose_packet(packet_of("worksheet", sheet.id), view).html
        ids = set(re.findall(r'\sid="([^"]+)"', html))
        for block in blocks_of(sheet, rubrics):
            assert {block.id, *block.rows} <= ids


def html_rows(html: str, id: str) -> int:
    inside = html.split(f'id="{id}"', 1)[1].split("</div></div>", 1)[0]
    return len(re.findall('class="ds-space__row"', inside))


def test_only_what_asks_for_it_takes_the_rest_and_a_line_does_not_grow(small: Path) -> None:
    library = view_of(small, {}).library
    first = sheet_rooms(library.find("worksheet", "first-steps"))
    assert [room.rest for room in first] == [False, False, True]
    everything = sheet_rooms(library.find("worksheet", "everything"))
    assert everything[0].stretch == 0
    assert all(room.stretch > 0 for room in everything[1:])


SHEET = """
title: Sheet
blocks:
  - text: |
      Read.

      ## Then
  - prompt: One
    space: {natural: 80 mm, least: 60 mm}
  - prompt: Two
    space: 7 lines
    keep_with_next: yes
  - prompt: Three
    space: rest of page
  - sketch: half page
    break_before: yes
"""


def test_a_space_shrinks_to_what_its_author_says_else_to_half() -> None:
    sheet = record_of(Worksheet, SHEET)
    assert [room.least for room in sheet_rooms(sheet)] == [8, 4, 2, 7]
    assert [room.least for block in blocks_of(sheet, scanty=True) for room in block.rooms] == [8, 1, 1, 1]


def test_a_heading_and_what_keeps_with_the_next_stay_with_it() -> None:
    sheet = record_of(Worksheet, SHEET)
    assert [block.kept for block in blocks_of(sheet)] == [False, True, False, True, False]
    assert [block.begins for block in blocks_of(sheet)] == [False, False, False, False, True]


def test_drawings_have_no_lines() -> None:
    assert [room.ruled for room in sheet_rooms(record_of(Worksheet, SHEET))] == [True, True, True, False]


def test_the_talk_of_a_portrait_has_its_room(small: Path) -> None:
    view = view_of(small, {})
    portrait = view.library.find("portrait", "north")
    html = compose_packet(packet_of("portrait", "north"), view).html
    assert {room.id: html_rows(html, room.id) for room in talk_room(portrait)} == {
        "north--talk--space": talk_room(portrait)[0].rows
    }
    assert talk_room(portrait.model_copy(update={"ask": ()})) == ()
