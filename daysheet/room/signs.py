"""Signs that are read across a room: stations, rooms, tables, and the posters that lead to the site and to the wifi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from daysheet.addresses import page_of
from daysheet.models.agenda import Round
from daysheet.prose import to_text
from daysheet.qr import qr_svg, wifi_text
from daysheet.room.setting import Room, RoomSheet
from daysheet.room.sizes import Fitted

WIDE, HIGH = 247.4, 173.9
"""The text area of a sheet on its side, in mm."""
NAME_WITH_TOPIC, NAME_ALONE, ROOM_ALONE = 87.0, 108.0, 122.0
"""How high the name of a station may be with and without its topic, and that of a room, in mm."""
TOPIC_WIDTH, TOPIC_HEIGHT = 240.0, 24.0
LEADING = 1.02
"""The height of a line of a name, in em; as in room.css."""
TABLE_WIDTH, TABLE_HEIGHT = 174.0, 82.0
"""The box of a table's number, in mm."""


def signs(room: Room) -> tuple[RoomSheet, ...]:
    """One sheet for each station and each room; nothing where there are neither."""
    items = [*_stations(room), *_rooms(room)]
    if not items:
        return ()
    context = {"signs": items, "room": room}
    title = str(room.words["titles"]["signs"])
    return (RoomSheet("signs", "signs", title, "room/signs.html", context, "room-wide", stock="card"),)


def _stations(room: Room) -> Iterator[dict[str, Any]]:
    seen = set[str]()
    for round in room.view.library.rounds:
        for number, (name, topic, path) in enumerate(_topics(round, room), 1):
            if name in seen:
                continue
            seen.add(name)
            yield _sign(name, topic, room, number=str(number), path=path)


def _topics(round: Round, room: Room) -> Iterator[tuple[str, str, str]]:
    """Name, topic and page of each station of a round."""
    if round.stations is None:
        return
    if round.stations.tenets:
        tenets = room.view.library.find("tenets", round.stations.tenets)
        for tenet in tenets.tenets:
            yield to_text(tenet.name), to_text(tenet.gist), page_of("tenet", f"{tenets.id}/{tenet.id}")
    for name, topic in round.stations.named.items():
        yield to_text(name), to_text(topic), page_of("round", round.id)


def _rooms(room: Room) -> Iterator[dict[str, Any]]:
    for name in dict.fromkeys(room.delivery.rooms.values()):
        yield _sign(name, "", room)


def _sign(name: str, topic: str, room: Room, number: str = "", path: str = "") -> dict[str, Any]:
    height = (NAME_WITH_TOPIC if topic else NAME_ALONE) if number else ROOM_ALONE
    fitted = room.fit(name, WIDE, height, lines=3, most=216, leading=LEADING)
    code = room.code(path, name) if path else Markup()
    said = room.fit(topic, TOPIC_WIDTH, TOPIC_HEIGHT, "Literata-400", lines=3, most=26, leading=1.27) if topic else None
    return {"name": name, "fitted": fitted, "topic": said, "number": number, "code": code, "is_room": not number}


def table_numbers(room: Room) -> tuple[RoomSheet, ...]:
    """One sheet for each table, folded in the middle, its number on both halves."""
    if len(room.tables) < 2:
        return ()
    fitted = [
        room.fit(table, TABLE_WIDTH, TABLE_HEIGHT, "Literata-300", most=352, leading=0.72) for table in room.tables
    ]
    context = {"tables": list(zip(room.tables, fitted, strict=True)), "room": room}
    title = str(room.words["titles"]["table numbers"])
    finishing = ("fold in the middle",)
    return (
        RoomSheet(
            "table-numbers", "table numbers", title, "room/tables.html", context, stock="card", finishing=finishing
        ),
    )


def posters(room: Room) -> tuple[RoomSheet, ...]:
    """The site's address and the wifi as codes for the wall; nothing where the delivery has neither."""
    items = [*_site(room), *_wifi(room)]
    if not items:
        return ()
    context = {"posters": items, "room": room}
    title = str(room.words["titles"]["posters"])
    return (RoomSheet("posters", "posters", title, "room/posters.html", context),)


def _site(room: Room) -> Iterator[dict[str, Any]]:
    if room.address:
        fitted = room.fit(room.address, 174, 22, "AtkinsonHyperlegibleNext-600", most=40)
        words = room.words["site"]
        yield {
            **words,
            "heading": _heading(words, room),
            "code": room.code("", words["title"]),
            "address": fitted,
            "rows": (),
        }


def _wifi(room: Room) -> Iterator[dict[str, Any]]:
    wifi = room.delivery.private.wifi
    if wifi is None:
        return
    words = room.words["wifi"]
    said = [(words["network"], wifi.name), (words["password"], wifi.password)]
    rows = [(word, room.fit(text, 132, 16, "AtkinsonHyperlegibleNext-600", most=32)) for word, text in said if text]
    code = Markup(qr_svg(wifi_text(wifi.name, wifi.password), words["title"]))
    yield {**words, "heading": _heading(words, room), "code": code, "address": None, "rows": rows}


def _heading(words: Mapping[str, str], room: Room) -> Fitted:
    return room.fit(words["title"], 174, 22, "Literata-300", most=48)
