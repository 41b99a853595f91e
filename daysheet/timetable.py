"""What step 4 makes: the rounds of an agenda with their lengths and, where the delivery has days, their times."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from daysheet.models.agenda import Agenda, Part, Round
from daysheet.models.delivery import Delivery


@dataclass(frozen=True)
class TimedRound:
    """A round with its minutes in all (turns and what lies between) and, where the delivery has days, its times.

    `date` is the day of an event in a week, which has no times where it has no hour. Minutes of 0 are not known.
    """

    round: Round
    minutes: int
    start: datetime | None = None
    end: datetime | None = None
    room: str = ""
    date: date | None = None

    @property
    def anchored(self) -> bool:
        """Whether it begins on the minute, whatever comes before."""
        return self.round.starts is not None and self.date is None


@dataclass(frozen=True)
class TimedTrack:
    title: str
    rounds: tuple[TimedRound, ...]
    room: str = ""
    id: str = ""


@dataclass(frozen=True)
class TimedPart:
    """A part with its tracks; one without tracks of its own has a single one without a title."""

    part: Part
    tracks: tuple[TimedTrack, ...]
    date: date | None = None
    span: tuple[dt.date, dt.date] | None = None
    """The first and the last date of a week."""

    @property
    def rounds(self) -> tuple[TimedRound, ...]:
        return tuple(each for track in self.tracks for each in track.rounds)

    @property
    def start(self) -> datetime | None:
        return min((each.start for each in self.rounds if each.start), default=None, key=instant)

    @property
    def end(self) -> datetime | None:
        return max((each.end for each in self.rounds if each.end), default=None, key=instant)


@dataclass(frozen=True)
class Timetable:
    """An agenda in time. `planned` counts rounds, `pauses` breaks and moves, `buffer` what no round takes (minutes)."""

    agenda: Agenda
    parts: tuple[TimedPart, ...]
    planned: int = 0
    pauses: int = 0
    buffer: int = 0

    @property
    def rounds(self) -> tuple[TimedRound, ...]:
        return tuple(each for part in self.parts for each in part.rounds)

    def find(self, id: str) -> TimedRound:
        return next(each for each in self.rounds if each.round.id == id)


def turn_minutes(round: Round) -> int:
    """Minutes of one turn: what the round says, or the sum of its steps (a range plans its middle)."""
    if round.minutes is not None:
        return round.minutes.planned
    return sum(step.minutes.planned for step in round.steps if step.minutes)


def round_minutes(round: Round) -> int:
    """Minutes in all: every turn, and what lies between two of them."""
    between = round.repeat.between.minutes if round.repeat and round.repeat.between else None
    return turn_minutes(round) * round.turns + (between.planned if between else 0) * (round.turns - 1)


def instant(moment: datetime) -> datetime:
    """The moment in UTC: two times of one zone are compared by the clock on the wall, which strikes one hour twice a year."""
    return moment.astimezone(UTC)


def at_doors(delivery: Delivery, first: datetime | None) -> datetime | None:
    """When the doors of the first day open: half an hour before the first round where the delivery does not say it."""
    if first is None or not delivery.days:
        return None
    day = delivery.days[0]
    return at(day.date, day.doors, ZoneInfo(delivery.timezone)) if day.doors else first - timedelta(minutes=30)


def at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone)


def later(start: datetime, minutes: int) -> datetime:
    """The moment so many real minutes later, on the same zone's clock."""
    return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)


def minutes_between(start: datetime, end: datetime) -> int:
    """Real minutes from one moment to another."""
    return int((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds() // 60)
