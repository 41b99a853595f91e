"""Every writing space of a sheet is known under the id that the components give it."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import view_of

from daysheet.packets.compose import compose_packet
from daysheet.packets.defaults import packet_of
from daysheet.packets.rooms import rooms_of, talk_room


def test_the_rooms_of_a_sheet_are_those_of_its_html(small: Path) -> None:
    view = view_of(small, {})
    for sheet in view.library.worksheets:
        html = compose_packet(packet_of("worksheet", sheet.id), view).html
        rooms = rooms_of(sheet)
        assert [room.id for room in rooms] == re.findall(r'class="ds-space [^"]*" id="([^"]+)"', html)
        assert {room.id: html_rows(html, room.id) for room in rooms} == {room.id: room.rows for room in rooms}


def html_rows(html: str, id: str) -> int:
    inside = html.split(f'id="{id}"', 1)[1].split("</div></div>", 1)[0]
    return len(re.findall('class="ds-space__row"', inside))


def test_only_what_asks_for_it_takes_the_rest_and_a_line_does_not_grow(small: Path) -> None:
    library = view_of(small, {}).library
    first = rooms_of(library.find("worksheet", "first-steps"))
    assert [room.rest for room in first] == [False, False, True]
    everything = rooms_of(library.find("worksheet", "everything"))
    assert everything[0].stretch == 0
    assert all(room.stretch > 0 for room in everything[1:])


def test_the_talk_of_a_portrait_has_its_room(small: Path) -> None:
    view = view_of(small, {})
    portrait = view.library.find("portrait", "north")
    html = compose_packet(packet_of("portrait", "north"), view).html
    assert {room.id: html_rows(html, room.id) for room in talk_room(portrait)} == {
        "north--talk--space": talk_room(portrait)[0].rows
    }
    assert talk_room(portrait.model_copy(update={"ask": ()})) == ()
