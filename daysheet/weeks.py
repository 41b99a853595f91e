"""Step 4, time: a week of a course. Its rounds have no times of their own, save for live events, which have a day.

A week stands in the delivery with its dates, and in the agenda as `week: 1`, so that the same course can be held again
by changing the delivery alone. Without dates (a self-paced session) nothing in a week has a time.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from daysheet.lengths import check_minutes
from daysheet.load import Loaded
from daysheet.models.agenda import Part, Round
from daysheet.models.delivery import Delivery, Week
from daysheet.models.values import WEEKDAYS
from daysheet.problems import Collector
from daysheet.reader import Keys
from daysheet.timetable import TimedPart, TimedRound, TimedTrack, at, later, round_minutes


class Weeks:
    """The weeks of one agenda; what does not fit goes to the collector with its place."""

    def __init__(self, loaded: Loaded, delivery: Delivery | None, collector: Collector) -> None:
        self.loaded, self.delivery, self.collector = loaded, delivery, collector

    def part(self, part: Part, keys: Keys) -> TimedPart:
        """The part with the days of its live events."""
        week = self.week(part, keys)
        tracks = tuple(
            TimedTrack(
                track.title,
                tuple(
                    self.round(each, week, room, (*keys, *where, "rounds", index)) for index, each in enumerate(rounds)
                ),
                self.room(room),
                track.id,
            )
            for track, room, rounds, where in _tracks(part)
        )
        return TimedPart(part, tracks, span=week.dates if week else None)

    def week(self, part: Part, keys: Keys) -> Week | None:
        """The week of the delivery that a part is about; None where nothing has dates."""
        weeks = self.delivery.weeks if self.delivery else ()
        if part.week is None or self.delivery is None or self.delivery.span is None:
            return None
        if part.week > len(weeks):
            has = f"{len(weeks)} week{'s' if len(weeks) > 1 else ''}" if weeks else "no `weeks`"
            hint = f"the delivery has {has}; add its dates there, or change `week`"
            self.collector.problem(self.loaded.place(*keys, "week"), f"There is no week {part.week}", hint)
            return None
        return weeks[part.week - 1]

    def round(self, round: Round, week: Week | None, room: str, keys: Keys) -> TimedRound:
        live = bool(round.on and round.starts)
        check_minutes(self.loaded, round, keys, self.collector, needed=live)
        if round.starts and not round.on:
            sentence = f"“{round.title}” starts at {round.starts:%-H:%M}, but on no day of its week"
            self.collector.problem(self.loaded.place(*keys, "starts"), sentence, "write its day too: `on: Wednesday`")
        minutes, named = round_minutes(round), self.room(round.room or room)
        day = self.day(round, week, keys) if week and round.on else None
        if day is None or round.starts is None:
            return TimedRound(round, minutes, room=named, date=day)
        start = self.moment(day, round)
        return TimedRound(round, minutes, start, later(start, minutes), named, day)

    def moment(self, day: date, round: Round) -> datetime:
        zone = ZoneInfo(self.delivery.timezone if self.delivery else "UTC")
        assert round.starts is not None
        return at(day, round.starts, zone)

    def day(self, round: Round, week: Week, keys: Keys) -> date | None:
        """The date of a live event within its week; a problem where it lies outside."""
        dates = [week.from_ + timedelta(days=each) for each in range((week.to - week.from_).days + 1)]
        named = [each for each in dates if round.on in (each, WEEKDAYS[each.weekday()])]
        if not named:
            on = round.on.capitalize() if isinstance(round.on, str) else str(round.on)
            sentence = f"“{round.title}” is on {on}, but its week is {week.from_} to {week.to}"
            hint = "name a day of that week, or change the week in the delivery"
            self.collector.problem(self.loaded.place(*keys, "on"), sentence, hint)
        return named[0] if named else None

    def room(self, room: str) -> str:
        return self.delivery.rooms.get(room, room) if self.delivery else room


def _tracks(part: Part) -> list[tuple[Part, str, tuple[Round, ...], Keys]]:
    """The tracks of a part, or the part as the only one without a title: each with its room, rounds and place."""
    if not part.tracks:
        return [(part.model_copy(update={"title": ""}), part.room, part.rounds, ())]
    return [
        (each, each.room or part.room, each.rounds, ("tracks", at_))  # type: ignore[misc]
        for at_, each in enumerate(part.tracks)
    ]
