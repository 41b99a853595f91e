"""Names to wear and to stand on the table: badges on label sheets or to cut, and folded name tents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from unicodedata import normalize

from daysheet.layout import PAPERS
from daysheet.models.label_sheet import LabelSheet
from daysheet.room.setting import Attendee, Room, RoomSheet, sheets_of
from daysheet.room.sizes import MM, Fitted

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
WITH_SESSION = 34.0
"""From this height on it has room for the session's title."""
ABOUT_LINE, PLACE_LINE = 4.9, 5.7
"""What a line of team or role takes, and that of the table, in mm."""


def badges(room: Room) -> tuple[RoomSheet, ...]:
    """A badge for each person; and a sheet of them without a name, as often as it takes for who comes untold."""
    sheet = room.delivery.badges
    size = sheet or CUT
    named = [_badge(person, size, room) for person in _in_order(room)]
    files = []
    if named:
        files.append(_file_of_badges("badges", named, sheet, room, sets=len(named)))
    if room.nameless:
        copies = -(-room.nameless // size.count)
        blank = [_badge(None, size, room)] * size.count
        files.append(_file_of_badges("badges-blank", blank, sheet, room, copies=copies, spares=copies if named else 0))
    return tuple(files)


def _file_of_badges(
    name: str, cards: list[dict[str, Any]], sheet: LabelSheet | None, room: Room, **print_: Any
) -> RoomSheet:
    context = {"sheets": list(sheets_of(cards, (sheet or CUT).count)), "room": room, "cut": sheet is None}
    return on_labels(
        RoomSheet(name, "badges", title_of("badges", name, room), "room/badges.html", context, **print_), sheet, room
    )


def title_of(kind: str, name: str, room: Room) -> str:
    """`Badges`, or `Badges, without names` for a file that bears none beside one that does."""
    title = str(room.words["titles"][kind])
    return str(room.words["nameless"]).format(title=title) if name.endswith("-blank") else title


def on_labels(sheet: RoomSheet, labels: LabelSheet | None, room: Room) -> RoomSheet:
    """The file laid out for its sheet of labels; without one, for cards to cut from the delivery's paper."""
    if labels is None:
        return replace(sheet, stock="card", finishing=("cut at the marks",))
    stock = labels.maker or str(room.words["own_labels"]).format(width=labels.width, height=labels.height)
    return replace(sheet, page="labels", paper=labels.paper, style=label_style(labels), stock=stock)


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
    """What a badge shows. The given name is as large as its label bears, then the family name, then what there is room for."""
    inner = size.width - 2 * PADDING
    coded, tiny = size.height >= WITH_CODE, size.height < WITH_SESSION
    said = {"person": person, "coded": coded, "small": not coded, "tiny": tiny, "session": room.short_title(inner - 18)}
    code = room.place_code(person, room.title) if coded else ""
    if person is None:
        return {**said, "code": code, "place": "", "lines": ()}
    given = room.fit(person.given or person.family, inner, size.height * 0.34, lines=1 if tiny else 2, most=48)
    family = room.fit(person.family if person.given else "", inner, size.height * 0.16, "Literata-400", most=20)
    left = size.height - (3.0 if tiny else 10.9 if not coded else 13.4) - _high(given) - _high(family)
    beside = inner - (CODE + 3 if coded else 0)
    place = room.fit(place_of(person, room), beside, 6, "Literata-600", most=12)
    return {
        **said,
        "code": code,
        "given": given,
        "family": family,
        "place": place,
        **_about(person, left, beside, room),
    }


def _high(fitted: Fitted) -> float:
    return fitted.size / MM * 1.1 * len(fitted.lines) if fitted.lines[0] else 0.0


def _about(person: Attendee, left: float, width: float, room: Room) -> dict[str, Any]:
    """Team and role on two lines, on one, or not at all, as `left` mm bear them above the table."""
    said = [text for text in (person.team, person.role) if text]
    free = int((left - PLACE_LINE) / ABOUT_LINE + 0.01) if left > PLACE_LINE else 0
    texts = said if len(said) <= free else [" · ".join(said)] if free else []
    lines = [room.fit(text, width, 5.2, "AtkinsonHyperlegibleNext-500", most=11) for text in texts]
    return {"lines": lines, "placed": left >= PLACE_LINE}


def place_of(person: Attendee, room: Room) -> str:
    """`Table 4 · Group 3 · B`."""
    said = (room.table_of(person), room.groups.get(person.id, ""), room.letter_of(person))
    return " · ".join(each for each in said if each)


def _in_order(room: Room) -> list[Attendee]:
    return sorted(room.people, key=by_surname)


def by_surname(person: Attendee) -> tuple[str, str]:
    """What a list is sorted by: the family name, small letters and accents as their plain ones."""

    def plain(text: str) -> str:
        return normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode() or text.casefold()

    return plain(person.family or person.given), plain(person.given)


def tents(room: Room) -> tuple[RoomSheet, ...]:
    """Two to a sheet: cut in the middle, each folded so that its name stands on both sides; and some without a name."""
    named = [_tent(person, room) for person in _in_order(room)]
    files = [_file_of_tents("name-tents", named, room, sets=len(named))] if named else []
    if room.nameless:
        copies = -(-room.nameless // TENTS_A_SHEET)
        blank = [{"given": None}] * TENTS_A_SHEET
        files.append(_file_of_tents("name-tents-blank", blank, room, copies=copies, spares=copies if named else 0))
    return tuple(files)


def _file_of_tents(name: str, cards: list[dict[str, Any]], room: Room, **print_: Any) -> RoomSheet:
    context = {"sheets": list(sheets_of(cards, TENTS_A_SHEET)), "room": room}
    title, finishing = title_of("name tents", name, room), ("cut in half", "fold each half")
    return RoomSheet(name, "name tents", title, "room/tents.html", context, stock="card", finishing=finishing, **print_)


def _tent(person: Attendee, room: Room) -> dict[str, Any]:
    role = " · ".join(each for each in (person.role, person.team) if each)
    return {
        "given": room.fit(person.given or person.family, TENT_WIDTH, 24, lines=2, most=88),
        "family": room.fit(person.family if person.given else "", TENT_WIDTH, 9, "Literata-400", most=24),
        "role": room.fit(role, TENT_WIDTH - 30, 6, "AtkinsonHyperlegibleNext-400", most=12),
    }
