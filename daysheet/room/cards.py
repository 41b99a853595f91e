"""Cards that are handed out and cut: jigsaw slips by letter, exit tickets, and labels for the stacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from daysheet.handouts import HandOut, hand_outs, main_packet
from daysheet.labels import label, section_label
from daysheet.models.agenda import Round
from daysheet.models.label_sheet import LabelSheet
from daysheet.packets.rows import moment_of
from daysheet.prose import to_text
from daysheet.room.names import on_labels, title_of
from daysheet.room.setting import Attendee, Room, RoomSheet, name_of, sheets_of
from daysheet.sections import Section, by_letter

SLIPS_A_SHEET = 10
SLIP = LabelSheet(paper="a4", width=86.98, height=49.48, across=2, down=5)
"""Slips and stack labels to cut, two by five to a sheet."""
SLIP_WIDTH = 54.0
"""Room for words beside the letter, in mm."""


def slips(room: Room) -> tuple[RoomSheet, ...]:
    """For each jigsaw the slips of those whose letter is known, table by table; and for all others a sheet for each letter."""
    rounds = [round for round in room.view.library.rounds if round.letters and room.places]
    return tuple(file for round in rounds for file in _of_round(round, room))


def _of_round(round: Round, room: Room) -> Iterator[RoomSheet]:
    sections = {section.letter: section for section in by_letter(_readings(round, room))}
    known = _lettered(round, room)
    if known:
        cards = [_slip(letter, person, round, sections, room) for letter, person in known]
        yield _slips(f"slips-{round.id}", cards, round, room, sets=len(cards))
    left = room.places - len(known)
    if left:
        cards = [_slip(letter, None, round, sections, room) for letter in round.letters for _ in range(SLIPS_A_SHEET)]
        copies = -(-left // (len(round.letters) * SLIPS_A_SHEET))
        yield _slips(f"slips-{round.id}-blank", cards, round, room, copies=copies, spares=copies if known else 0)


def _slips(name: str, cards: list[dict[str, Any]], round: Round, room: Room, **print_: Any) -> RoomSheet:
    title = f"{title_of('slips', name, room)}: {to_text(round.title)}"
    context = {"sheets": list(sheets_of(cards, SLIPS_A_SHEET)), "room": room, "round": round}
    trimmed = ("cut at the marks",)
    return RoomSheet(name, "slips", title, "room/slips.html", context, stock="card", finishing=trimmed, **print_)


def _lettered(round: Round, room: Room) -> list[tuple[str, Attendee]]:
    """Each person with a letter, table by table."""
    known = [(room.letters.get(person.id, {}).get(round.id, ""), person) for person in room.people]
    known = [(letter, person) for letter, person in known if letter]
    return sorted(known, key=lambda each: (len(each[1].table), each[1].table, each[0]))


def _readings(round: Round, room: Room) -> list[Any]:
    return [room.view.library.find("reading", use.id) for use in round.uses if use.kind == "reading"]


def _slip(
    letter: str, person: Attendee | None, round: Round, sections: dict[str, Section], room: Room
) -> dict[str, Any]:
    section = sections.get(letter)
    title = to_text(section.title) if section else to_text(round.letters[letter])
    name = name_of(person) if person else ""
    return {
        "letter": letter,
        "title": room.fit(title, SLIP_WIDTH, 15, lines=2, most=15, leading=1.25),
        "where": section_label(section, room.view.spoken) if section else "",
        "name": room.fit(name, SLIP_WIDTH, 9.5, "AtkinsonHyperlegibleNext-600", lines=2, most=11) if name else None,
        "table": room.table_of(person) if person else "",
    }


def exit_tickets(room: Room) -> tuple[RoomSheet, ...]:
    """Two of the same to a page, for everybody. Nobody's name is asked for."""
    copies = -(-room.places // 2) if room.places else 1
    title = str(room.words["titles"]["exit tickets"])
    spares = room.delivery.walk_ins // 2
    trimmed = ("cut in half",)
    sheet = RoomSheet(
        "exit-tickets", "exit tickets", title, "room/exit-tickets.html", {"room": room}, copies=copies,
        spares=spares, finishing=trimmed,
    )  # fmt: skip
    return (sheet,)


def stack_labels(room: Room) -> tuple[RoomSheet, ...]:
    """What lies on each table when the day begins, and what is handed out when: a label for each stack."""
    cards = [*_packets(room), *_hand_outs(room)]
    if not cards:
        return ()
    sheet = room.delivery.labels
    size = sheet or SLIP
    fitted = [_fitted(card, size, room) for card in cards]
    context = {"sheets": list(sheets_of(fitted, size.count)), "room": room, "cut": sheet is None}
    title = str(room.words["titles"]["stack labels"])
    return (on_labels(RoomSheet("stack-labels", "stack labels", title, "room/stacks.html", context), sheet, room),)


def _packets(room: Room) -> Iterator[dict[str, str]]:
    packet = main_packet(room.view.library)
    if packet is None or not room.delivery.headcount:
        return
    for at, table in enumerate(room.tables):
        seated = [person for person in room.people if person.table == table]
        count = len(seated) or min(room.delivery.table_size, room.delivery.headcount - at * room.delivery.table_size)
        where = str(room.words["table"]).format(table=table)
        yield {"title": where, "line": to_text(packet.title), "facts": str(count), "when": room.words["before"]}


def _hand_outs(room: Room) -> Iterator[dict[str, str]]:
    library, words = room.view.library, room.words["stacks"]
    for stack in hand_outs(library, room.view.timetables):
        record = library.find(stack.kind, stack.id)
        tint = getattr(getattr(record, "sheet", None), "colour", "") if stack.kind == "worksheet" else ""
        end = _end(stack, room)
        said = [str(stack.copies) if stack.copies else "", tint if tint != "white" else ""]
        said.append(str(words["collect"]).format(time=end) if stack.collected and end else "")
        yield {
            "title": to_text(stack.title),
            "line": label(stack.kind, record, room.view.spoken),
            "facts": " · ".join(each for each in said if each),
            "when": moment_of(stack.start, room.view) or to_text(stack.round_title),
        }


def _end(stack: HandOut, room: Room) -> str:
    timed = [table.find(stack.round_id) for table in room.view.timetables if stack.round_id in _ids(table)]
    return room.view.spoken.clock(timed[0].end) if timed and timed[0].end else ""


def _ids(table: Any) -> set[str]:
    return {each.round.id for each in table.rounds}


def _fitted(card: dict[str, str], size: LabelSheet, room: Room) -> dict[str, Any]:
    inner = size.width - 10
    return {**card, "title": room.fit(card["title"], inner, size.height * 0.36, lines=2, most=22, leading=1.15)}
