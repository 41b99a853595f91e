"""Moments and minutes."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from daysheet.models.agenda import Round
from daysheet.timetable import (
    TimedPart,
    TimedRound,
    TimedTrack,
    at,
    later,
    minutes_between,
    round_minutes,
    turn_minutes,
)

ZONES = st.sampled_from(["America/Edmonton", "Europe/London", "Asia/Kathmandu", "Pacific/Chatham", "UTC"])
DATES = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(DATES, st.integers(0, 23), st.integers(1, 2000), ZONES)
def test_so_many_minutes_later_are_so_many_minutes_between(day: date, hour: int, minutes: int, zone: str) -> None:
    start = later(at(day, time(hour), ZoneInfo(zone)), 0)
    end = later(start, minutes)
    assert minutes_between(start, end) == minutes
    assert end.tzinfo == start.tzinfo


def test_a_round_of_one_turn_is_as_long_as_it_says() -> None:
    one = Round.model_validate({"title": "R", "minutes": "10-15"})
    assert (turn_minutes(one), round_minutes(one)) == (13, 13)


def test_nothing_lies_after_the_last_turn() -> None:
    repeat = {"times": 3, "between": {"do": "Move", "minutes": "2"}}
    assert round_minutes(Round.model_validate({"title": "R", "minutes": "10", "repeat": repeat})) == 34


def test_a_part_begins_and_ends_with_its_rounds() -> None:
    zone = ZoneInfo("UTC")
    one = Round.model_validate({"title": "R", "minutes": "10"})
    nine = at(date(2026, 3, 22), time(9), zone)
    early, late = (TimedRound(one, 10, later(nine, shift), later(nine, shift + 10)) for shift in (0, 30))
    part = TimedPart.__new__(TimedPart)
    object.__setattr__(part, "tracks", (TimedTrack("A", (late,)), TimedTrack("B", (early,))))
    assert (part.start, part.end) == (early.start, late.end)
    assert part.rounds == (late, early)
