"""The print run, the stacks: what lies ready for each moment at which something is handed out, table by table.

A stack is what one moment takes of one record; its shares are the piles that go to the tables. The participants' packet
lies on the chairs before the doors open; a hand-out is given out when its round begins, and what is handed in is
collected when the last round that uses it ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from daysheet.handouts import HandOut, hand_outs, main_packet
from daysheet.labels import label
from daysheet.library import Library
from daysheet.people.seating import NOBODY, Seating
from daysheet.prose import to_text
from daysheet.seats import Seats, Share, even_seats, shares_of, spares_of, unseated
from daysheet.timetable import TimedRound, at_doors
from daysheet.view import View


@dataclass(frozen=True)
class Stack:
    """One record at one moment. `label` is what everybody calls it (`Worksheet 3`), empty for what has no number."""

    kind: str
    id: str
    label: str
    title: str
    round_id: str
    round_title: str
    start: datetime | None
    shares: tuple[Share, ...]
    spares: int = 0
    tint: str = ""
    collected: datetime | None = None
    handed_in: bool = False
    collect_round: str = ""

    @property
    def wanted(self) -> int:
        """Copies for those who are expected."""
        return sum(share.copies for share in self.shares)

    @property
    def copies(self) -> int:
        """Copies in all, with the spares."""
        return self.wanted + self.spares


def stacks_of(view: View, seats: Seats) -> tuple[Stack, ...]:
    """The stacks in the order in which they are handed out: the packet on the chairs, then the hand-outs of the day."""
    handed = tuple(_handed_out(each, view, seats) for each in hand_outs(view.library, view.timetables))
    return (*_packet(view, seats), *handed)


def seats_of(library: Library, seating: Seating = NOBODY) -> dict[str, int]:
    """The tables in order: those at which the people of the roster sit, else by number, with everybody spread evenly."""
    return {table: len(people) for table, people in seating.tables} or even_seats(library)


def _packet(view: View, seats: Seats) -> tuple[Stack, ...]:
    """The packet that everybody holds, laid on the chairs before the doors open."""
    packet, delivery = main_packet(view.library), view.library.delivery
    if packet is None or delivery is None:
        return ()
    first = next((each for table in view.timetables for each in table.rounds if each.start), None)
    return (
        Stack(
            "packet",
            packet.id,
            "",
            to_text(packet.title),
            "",
            str(view.words["job"]["chairs"]),
            at_doors(delivery, first.start if first else None),
            shares_of("person", None, seats),
            spares_of("person", unseated(delivery, seats)),
        ),
    )


def _handed_out(out: HandOut, view: View, seats: Seats) -> Stack:
    record = view.library.find(out.kind, out.id)
    per, delivery = getattr(record, "copies", "person"), view.library.delivery
    rounds = view.library.rounds_that_use(out.kind, out.id)
    last = _timed(rounds[-1].id, view) if rounds and out.collected else None
    colour = record.sheet.colour if out.kind == "worksheet" else "white"
    round = next(each for each in view.library.rounds if each.id == out.round_id)
    return Stack(
        out.kind,
        out.id,
        label(out.kind, record, view.spoken) if out.number else "",
        to_text(record.title),
        out.round_id,
        to_text(out.round_title),
        out.start,
        shares_of(per, round, seats),
        spares_of(per, unseated(delivery, seats) if delivery else 0),
        "" if colour == "white" else colour,
        last.end if last else None,
        out.collected,
        to_text(last.round.title) if last else "",
    )


def _timed(id: str, view: View) -> TimedRound:
    return next(each for table in view.timetables for each in table.rounds if each.round.id == id)
