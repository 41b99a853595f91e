"""Hand-outs: what a round uses and the participants' packet does not hold is a stack of its own, named by round and time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from daysheet.library import Library
from daysheet.models.agenda import Round
from daysheet.models.packet import Packet
from daysheet.seats import even_seats, shares_of, spares_of, unseated
from daysheet.timetable import Timetable

LISTS = {
    "worksheet": "worksheets",
    "reading": "readings",
    "portrait": "portraits",
    "tenets": "tenets",
    "exhibit": "exhibits",
}


@dataclass(frozen=True)
class HandOut:
    """One stack: the record by kind and id, the round that it is for, and how many copies (0 where nobody was counted)."""

    kind: str
    id: str
    title: str
    number: int | None
    round_id: str
    round_title: str
    start: datetime | None = None
    copies: int = 0
    collected: bool = False


def main_packet(library: Library) -> Packet | None:
    """The packet that every participant holds: the one called `participant`, else the first for participants."""
    packets = [each for each in library.packets if each.audience == "participant"]
    return next((each for each in packets if each.id == "participant"), packets[0] if packets else None)


def hand_outs(library: Library, timetables: tuple[Timetable, ...]) -> tuple[HandOut, ...]:
    """The stacks in the order of the day; each record once, for the first round that uses it."""
    packet = main_packet(library)
    stacks: dict[tuple[str, str], HandOut] = {}
    for timed in (each for table in timetables for each in table.rounds):
        for use in timed.round.uses:
            kind, id = ("tenets", use.id.split("/")[0]) if use.kind == "tenet" else (use.kind, use.id)
            if (kind, id) in stacks or (packet and _holds(packet, library, kind, id)):
                continue
            record = library.find(kind, id)
            stacks[(kind, id)] = HandOut(
                kind=kind,
                id=id,
                title=record.title,
                number=getattr(record, "number", None),
                round_id=timed.round.id,
                round_title=timed.round.title,
                start=timed.start,
                copies=_copies(library, getattr(record, "copies", "person"), timed.round),
                collected=getattr(record, "after", "keep") == "hand in",
            )
    return tuple(stacks.values())


def _holds(packet: Packet, library: Library, kind: str, id: str) -> bool:
    """Whether the packet binds the record; a sheet that stays apart is in no packet, so it is handed out."""
    if getattr(library.find(kind, id), "is_apart", False):
        return False
    entries = [entry for entry in packet.contents if entry.kind == LISTS.get(kind)]
    return any(entry.all or id in entry.ids for entry in entries)


def _copies(library: Library, copies: str, round: Round) -> int:
    """Copies in all, with the spares; 0 where nobody was counted."""
    seats = even_seats(library)
    if library.delivery is None or not seats:
        return 0
    wanted = sum(share.copies for share in shares_of(copies, round, seats))
    return wanted + spares_of(copies, unseated(library.delivery, seats))
