"""Names to wear and to stand on the table: badges on label sheets or to cut, and folded name tents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from unicodedata import normalize

from daysheet.layout import PAPERS
from daysheet.models.label_sheet import LabelSheet
from daysheet.room.setting import Attendee, Room, RoomSheet, sheets_of

CUT = LabelSheet(paper="a4", width=86.98, height=61.85, across=2, down=4)
"""Badges to cut from card: what they measure, wherever they stand."""
TENTS_A_SHEET = 2
TENT_WIDTH = 158.0
PADDING = 5.0
"""What is left free at each side of a badge, in mm."""
CODE = 15.0
"""The side of its QR code, in mm."""
WITH_CODE = 46.0
"""From this height on, in mm, a badge has room for a code."""


def badges(room: Room) -> tuple[RoomSheet, ...]:
    """A badge for each person, and some without a name for who comes untold."""
    if not room.places:
        return ()
    sheet = room.delivery.badges
    size = sheet or CUT
    people: list[Attendee | None] = [*_in_order(room), *[None] * room.nameless]
    cards = [_badge(person, size, room) for person in people]
    context = {"sheets": list(sheets_of(cards, size.count)), "room": room, "cut": sheet is None, "size": size}
    return (on_labels("badges", "room/badges.html", context, sheet, room, len(room.people)),)


def on_labels(
    kind: str, template: str, context: Mapping[str, Any], sheet: LabelSheet | None, room: Room, sets: int
) -> RoomSheet:
    """Labels on their own sheet; without one, cards to cut from the delivery's paper."""
    title = str(room.words["titles"][kind])
    name = kind.replace(" ", "-")
    if sheet is None:
        trimmed = ("trim at the marks",)
        return RoomSheet(name, kind, title, template, context, sets=max(sets, 1), stock="card", finishing=trimmed)
    stock = sheet.maker or str(room.words["own_labels"]).format(width=sheet.width, height=sheet.height)
    style = label_style(sheet)
    return RoomSheet(name, kind, title, template, context, "labels", sheet.paper, style, sets=max(sets, 1), stock=stock)


def label_style(sheet: LabelSheet) -> str:
    """The style sheet of labels: the page is the sheet, and every label has its place on it."""
    width, height = PAPERS[sheet.paper]
    rules = [
        f"@page labels {{ margin: 0; size: {width}mm {height}mm }}",
        f".ds-labels {{ height: {height - 0.1:.3f}mm; width: {width}mm }}",
        f".ds-label {{ height: {sheet.height:.3f}mm; width: {sheet.width:.3f}mm; position: absolute }}",
    ]
    for at in range(sheet.count):
        row, column = divmod(at, sheet.across)
        left = sheet.at_left + column * (sheet.width + sheet.column_gap)
        top = sheet.at_top + row * (sheet.height + sheet.row_gap)
        rules.append(f".ds-label--{at + 1} {{ left: {left:.3f}mm; top: {top:.3f}mm }}")
    return "\n".join(rules) + "\n"


def _badge(person: Attendee | None, size: LabelSheet, room: Room) -> dict[str, Any]:
    """What a badge shows. The given name is as large as its label bears, then the family name, then team and role."""
    inner = size.width - 2 * PADDING
    coded = size.height >= WITH_CODE
    beside = inner - (CODE + 3 if coded else 0)
    said = {"person": person, "coded": coded, "small": size.height < WITH_CODE}
    code = room.place_code(person, room.title) if coded else ""
    if person is None:
        return {**said, "code": code, "place": "", "lines": ()}
    given = room.fit(person.given or person.family, inner, size.height * 0.34, most=48)
    family = room.fit(person.family if person.given else "", inner, size.height * 0.16, "Literata-400", most=20)
    lines = [
        room.fit(text, beside, 5.2, "AtkinsonHyperlegibleNext-500", most=11) for text in (person.team, person.role) if text
    ]
    place = room.fit(place_of(person, room), beside, 6, "Literata-600", most=12)
    return {**said, "code": code, "given": given, "family": family, "lines": lines, "place": place}


def place_of(person: Attendee, room: Room) -> str:
    """`Table 4 · B`."""
    return " · ".join(each for each in (room.table_of(person), room.letter_of(person)) if each)


def _in_order(room: Room) -> list[Attendee]:
    return sorted(room.people, key=by_surname)


def by_surname(person: Attendee) -> tuple[str, str]:
    """What a list is sorted by: the family name, small letters and accents as their plain ones."""
    def plain(text: str) -> str:
        return normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode() or text.casefold()

    return plain(person.family or person.given), plain(person.given)


def tents(room: Room) -> tuple[RoomSheet, ...]:
    """Two to a sheet: cut in the middle, each folded so that its name stands on both sides."""
    if not room.places:
        return ()
    cards = list(_tents(room))
    context = {"sheets": list(sheets_of(cards, TENTS_A_SHEET)), "room": room}
    title = str(room.words["titles"]["name tents"])
    finishing = ("trim in the middle", "fold each half")
    return (
        RoomSheet(
            "name-tents",
            "name tents",
            title,
            "room/tents.html",
            context,
            sets=max(len(room.people), 1),
            stock="card",
            finishing=finishing,
        ),
    )


def _tents(room: Room) -> Iterator[dict[str, Any]]:
    for person in _in_order(room):
        given = room.fit(person.given or person.family, TENT_WIDTH, 24, most=88)
        family = room.fit(person.family if person.given else "", TENT_WIDTH, 9, "Literata-400", most=24)
        role = " · ".join(each for each in (person.role, person.team) if each)
        yield {
            "given": given,
            "family": family,
            "role": room.fit(role, TENT_WIDTH - 30, 6, "AtkinsonHyperlegibleNext-400", most=12),
        }
    yield from ({"given": None} for _ in range(room.nameless))
