"""What has a time and a place: each part of a day, and each live event of a week. Calendars and lists of cities show these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from daysheet.library import Library
from daysheet.prose import to_text
from daysheet.timetable import TimedPart, TimedRound, Timetable, later


@dataclass(frozen=True)
class Event:
    """One entry. `start` and `end` carry the delivery's zone, and are None for what lasts all of `day`.

    `kind` is `round` or `part`, and `id` its id; `anchor` is its place on the agenda page; `holds` are the titles of its rounds.
    """

    kind: str
    id: str
    title: str
    day: date
    start: datetime | None
    end: datetime | None
    room: str = ""
    join: str = ""
    anchor: str = ""
    holds: tuple[str, ...] = ()


def events_of(library: Library, timetables: tuple[Timetable, ...], exact: bool = True) -> tuple[Event, ...]:
    """All of them, in the order of the agenda; none in a self-paced session. See `part_event` for `exact`."""
    return tuple(each for table in timetables for part in table.parts for each in _of_part(part, table, library, exact))


def _of_part(part: TimedPart, table: Timetable, library: Library, exact: bool) -> Iterator[Event]:
    for timed in part.rounds:
        if timed.date:
            yield event_of(timed, library)
    if part.date and part.start:
        yield part_event(part, table, library, exact)


def event_of(timed: TimedRound, library: Library) -> Event:
    """The live event that a round of a week is. Raises ValueError for a round that has no day."""
    if timed.date is None:
        raise ValueError(f"{timed.round.title} has no day")
    title, room = to_text(timed.round.title), timed.room
    id = timed.round.id
    return Event("round", id, title, timed.date, timed.start, timed.end, room, join_of(timed, library), id)


def part_event(part: TimedPart, table: Timetable, library: Library, exact: bool = True) -> Event:
    """A part of a day from its first round to its last; to five minutes where it need not be exact, as for participants.

    Raises ValueError for a part without times.
    """
    if part.date is None:
        raise ValueError(f"{part.part.title} has no date")
    rooms = list(dict.fromkeys(each.room for each in part.rounds if each.room))
    return Event(
        kind="part",
        id=part.part.id,
        title=to_text(part.part.title or table.agenda.title),
        day=part.date,
        start=part.start if exact else to_five(part.start),
        end=part.end if exact else to_five(part.end),
        room=", ".join(rooms),
        join=library.delivery.join if library.delivery else "",
        anchor=part.part.id if part.part.title else "",
        holds=tuple(to_text(each.round.title) for each in part.rounds if not each.round.is_pause),
    )


def to_five(moment: datetime | None) -> datetime | None:
    """The nearest five minutes."""
    if moment is None:
        return None
    return later(moment.replace(minute=0), (moment.minute + 2) // 5 * 5)


def join_of(timed: TimedRound, library: Library) -> str:
    """The public link to join a live event: its own, or the delivery's where the event has an hour."""
    return timed.round.join or (library.delivery.join if library.delivery and timed.start else "")
