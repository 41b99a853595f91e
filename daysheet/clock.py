"""Step 4, time: agenda and delivery give clock times, totals and buffer.

A day is counted in real minutes from its start, so that a change to summer time within it comes out right. Without days
(a self-paced session) rounds have lengths but no times. Minutes are whole; times carry the delivery's zone.
"""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from daysheet.lengths import check_minutes
from daysheet.load import Loaded
from daysheet.models.agenda import Agenda, Part, Round
from daysheet.models.delivery import Day, Delivery
from daysheet.problems import Collector, Place
from daysheet.reader import Keys
from daysheet.timetable import (
    TimedPart,
    TimedRound,
    TimedTrack,
    Timetable,
    at,
    later,
    minutes_between,
    round_minutes,
)
from daysheet.weeks import Weeks


def time_agenda(loaded: Loaded, delivery: Delivery | None, collector: Collector) -> Timetable:
    """The agenda of `loaded` in time; what does not fit goes to the collector with its place."""
    return _Clock(loaded, delivery, collector).run()


class _Clock:
    """One pass over an agenda; remembers how far each day has got."""

    def __init__(self, loaded: Loaded, delivery: Delivery | None, collector: Collector) -> None:
        self.loaded, self.delivery, self.collector = loaded, delivery, collector
        self.days = delivery.days if delivery else ()
        self.zone = ZoneInfo(delivery.timezone if delivery else "UTC")
        self.reached: dict[int, datetime] = {}
        self.day_number = 1
        self.last_part: dict[int, int] = {}

    def run(self) -> Timetable:
        agenda: Agenda = self.loaded.record
        parts = tuple(self.part(part, at_) for at_, part in enumerate(agenda.parts))
        self.check_ends()
        pauses = sum(each.minutes for part in parts for each in _longest(part) if each.round.is_pause)
        planned = sum(each.minutes for part in parts for each in _longest(part)) - pauses
        return Timetable(agenda, parts, planned, pauses, self.buffer(planned + pauses))

    def buffer(self, taken: int) -> int:
        """Minutes of the days that this agenda touches, less what its rounds take."""
        open_ = sum(
            minutes_between(at(day.date, day.start, self.zone), at(day.date, day.end, self.zone))
            for number, day in enumerate(self.days, 1)
            if number in self.reached
        )
        return max(0, open_ - taken) if self.reached else 0

    def part(self, part: Part, index: int) -> TimedPart:
        keys: Keys = ("parts", index)
        if self.in_week(part):
            return Weeks(self.loaded, self.delivery, self.collector).part(part, keys)
        self.day_number = part.day or self.day_number
        day = self.day(part, keys)
        start = self.start_of(part, day, keys)
        if not part.tracks:
            tracks = [self.track("", part.room, part.rounds, start, (*keys, "rounds"), part.id)]
        else:
            tracks = [
                self.track(
                    track.title, track.room or part.room, track.rounds, start, (*keys, "tracks", n, "rounds"), track.id
                )
                for n, track in enumerate(part.tracks)
            ]
        timed = TimedPart(part, tuple(tracks), day.date if day else None)
        if timed.end:
            self.reached[self.day_number] = timed.end
            self.last_part[self.day_number] = index
        return timed

    def in_week(self, part: Part) -> bool:
        """Whether the part is a week, or stands beside the weeks of a course that has no days."""
        return part.week is not None or (bool(self.delivery and self.delivery.weeks) and not self.days)

    def day(self, part: Part, keys: Keys) -> Day | None:
        if not self.days:
            return None
        if self.day_number > len(self.days):
            count = len(self.days)
            hint = f"the delivery has {count} day{'s' if count > 1 else ''}; add a date to it, or change `day`"
            self.collector.problem(self.place(*keys, "day"), f"There is no day {self.day_number}", hint)
            return None
        return self.days[self.day_number - 1]

    def start_of(self, part: Part, day: Day | None, keys: Keys) -> datetime | None:
        if day is None:
            return None
        now = self.reached.get(self.day_number, at(day.date, day.start, self.zone))
        return self.anchored(now, part.starts, day, part.title, (*keys, "starts")) if part.starts else now

    def track(
        self, title: str, room: str, rounds: tuple[Round, ...], now: datetime | None, keys: Keys, id: str
    ) -> TimedTrack:
        timed = []
        for index, round in enumerate(rounds):
            check_minutes(self.loaded, round, (*keys, index), self.collector)
            self.check_on(round, (*keys, index))
            if now and round.starts:
                day = self.days[self.day_number - 1]
                now = self.anchored(now, round.starts, day, round.title, (*keys, index, "starts"))
            minutes = round_minutes(round)
            end = later(now, minutes) if now else None
            timed.append(TimedRound(round, minutes, now, end, self.room(round.room or room)))
            now = end
        return TimedTrack(title, tuple(timed), room, id)

    def room(self, room: str) -> str:
        """The room's own name, where the delivery gives one for the word in the agenda."""
        return self.delivery.rooms.get(room, room) if self.delivery else room

    def anchored(self, now: datetime, starts: time, day: Day, title: str, keys: Keys) -> datetime:
        """The anchor's moment; a problem where what comes before ends later."""
        moment = at(day.date, starts, self.zone)
        late = minutes_between(moment, now)
        if late <= 0:
            return moment
        begins = self.day_number not in self.reached and keys[-2:] == (0, "starts")
        before = "the day begins" if begins else "what comes before ends"
        sentence = f"“{title}” starts at {starts:%-H:%M}, but {before} at {now:%-H:%M}, {_minutes(late)} too late"
        self.collector.problem(self.place(*keys), sentence, "shorten a round before it, or let it start later")
        return now

    def check_on(self, round: Round, keys: Keys) -> None:
        """Only a week has days to choose from."""
        if round.on:
            sentence = f"“{round.title}” is on a day of its own, but its part is no week"
            hint = "write `week: 1` in the part, and the dates of the week in the delivery"
            self.collector.problem(self.place(*keys, "on"), sentence, hint)

    def check_ends(self) -> None:
        for number, reached in self.reached.items():
            day = self.days[number - 1]
            late = minutes_between(at(day.date, day.end, self.zone), reached)
            if late > 0:
                last = self.last_part[number]
                sentence = f"Day {number} ends at {reached:%-H:%M}, {_minutes(late)} later than the delivery says"
                place = self.place("parts", last, "title")
                self.collector.problem(place, sentence, "shorten a round, or change `end` in data/delivery.yml")

    def place(self, *keys: str | int) -> Place:
        return self.loaded.place(*keys)


def _longest(part: TimedPart) -> tuple[TimedRound, ...]:
    """The rounds that decide how long a part lasts: those of its longest track."""
    return max((track.rounds for track in part.tracks), key=lambda rounds: sum(each.minutes for each in rounds))


def _minutes(count: int) -> str:
    return f"{count} minute{'' if count == 1 else 's'}"
