"""Clock times by arithmetic: every minute of the day is somewhere, and only once."""

# ruff: noqa: E501  samples stand on one line
from __future__ import annotations

import datetime
from typing import Any

import pytest
from conftest import record_of
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.clock import time_agenda
from daysheet.load import Loaded
from daysheet.models.agenda import Agenda
from daysheet.models.delivery import Delivery
from daysheet.problems import Collector
from daysheet.reader import read_yaml
from daysheet.timetable import Timetable, minutes_between

DAY = "days:\n  - {date: 2026-03-22, start: 9:00, end: 15:30}\n  - {date: 2026-03-23, start: 8:00, end: 12:00}\ntimezone: Europe/London\n"


def timed(text: str, delivery: str = DAY) -> tuple[Timetable, list[Any]]:
    collector = Collector()
    loaded = Loaded("agenda", record_of(Agenda, text), read_yaml(text, "data/agendas/day.yml"))
    table = time_agenda(loaded, record_of(Delivery, delivery) if delivery else None, collector)
    return table, collector.problems


def rounds(*lines: str) -> str:
    return "title: T\nrounds:\n" + "".join(f"  - {{title: R{at}, {line}}}\n" for at, line in enumerate(lines))


def clocks(table: Timetable) -> list[str]:
    return [f"{each.start:%-H:%M}-{each.end:%-H:%M}" for each in table.rounds]


def test_rounds_follow_one_another() -> None:
    table, problems = timed(rounds("minutes: 10", "minutes: 30", "kind: break, minutes: 15"))
    assert clocks(table) == ["9:00-9:10", "9:10-9:40", "9:40-9:55"]
    assert (table.planned, table.pauses, table.buffer) == (40, 15, 390 - 55)
    assert not problems


def test_without_days_rounds_have_lengths_and_no_times() -> None:
    for delivery in ("", "venue: Here\n"):
        table, problems = timed(rounds("minutes: 10"), delivery)
        assert (table.rounds[0].minutes, table.rounds[0].start, table.buffer) == (10, None, 0)
        assert not problems


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 90), st.booleans()), min_size=1, max_size=12),
    st.sampled_from(["2026-03-08", "2026-11-01", "2026-06-01"]),
    st.integers(0, 6),
)
def test_rounds_and_breaks_sum_to_the_part_also_when_the_clocks_change(
    lengths: list[tuple[int, bool]], date: str, hour: int
) -> None:
    lines = [f"minutes: {length}" + (", kind: break" if pause else "") for length, pause in lengths]
    delivery = f"days:\n  - {{date: {date}, start: {hour}:00, end: 23:59}}\ntimezone: America/Edmonton\n"
    table, _ = timed(rounds(*lines), delivery)
    part = table.parts[0]
    assert part.start
    assert part.end
    assert minutes_between(part.start, part.end) == sum(length for length, _ in lengths) == table.planned + table.pauses
    for one, after in zip(table.rounds, table.rounds[1:], strict=False):
        assert one.end == after.start
        assert one.start
        assert minutes_between(one.start, after.start or one.start) == one.minutes


def test_a_day_that_spans_the_change_to_summer_time_loses_an_hour_on_the_clock() -> None:
    delivery = "days:\n  - {date: 2026-03-08, start: 1:30, end: 9:00}\ntimezone: America/Edmonton\n"
    table, _ = timed(rounds("minutes: 30", "minutes: 60"), delivery)
    assert clocks(table) == ["1:30-3:00", "3:00-4:00"]
    assert table.buffer == 6 * 60 + 30 - 90


def test_a_day_that_spans_the_change_to_winter_time_gains_one() -> None:
    delivery = "days:\n  - {date: 2026-11-01, start: 0:30, end: 9:00}\ntimezone: America/Edmonton\n"
    table, _ = timed(rounds("minutes: 60", "minutes: 60", "minutes: 60"), delivery)
    assert clocks(table) == ["0:30-1:30", "1:30-1:30", "1:30-2:30"]
    assert table.buffer == 9 * 60 + 30 - 180


def test_an_anchor_leaves_time_before_it() -> None:
    table, problems = timed(rounds("minutes: 10", "minutes: 10, starts: 9:30"))
    assert clocks(table) == ["9:00-9:10", "9:30-9:40"]
    assert (table.buffer, problems) == (370, [])


def test_an_anchor_that_is_overrun_is_told_with_its_place() -> None:
    _, problems = timed(rounds("minutes: 45", "minutes: 10, starts: 9:30"))
    assert [each.place.line for each in problems] == [4]
    assert "starts at 9:30, but what comes before ends at 9:45, 15 minutes too late" in problems[0].sentence


def test_an_anchor_before_the_day_is_told_as_that() -> None:
    _, problems = timed(rounds("minutes: 10, starts: 8:30"))
    assert "but the day begins at 9:00, 30 minutes too late" in problems[0].sentence


def test_an_anchor_that_the_part_before_overruns_is_told_as_that() -> None:
    text = "title: T\nparts:\n  - rounds:\n      - {title: A, minutes: 60}\n  - rounds:\n      - {title: B, minutes: 5, starts: 9:30}\n"
    assert "what comes before ends at 10:00" in timed(text)[1][0].sentence


def test_a_part_may_start_at_a_time() -> None:
    text = "title: T\nparts:\n  - rounds:\n      - {title: A, minutes: 60}\n  - title: P\n    starts: 13:00\n    rounds:\n      - {title: B, minutes: 5}\n"
    table, problems = timed(text)
    assert clocks(table) == ["9:00-10:00", "13:00-13:05"]
    assert not problems


def test_tracks_last_as_long_as_the_longest() -> None:
    text = (
        "title: T\nparts:\n  - title: P\n    tracks:\n      - title: A\n        rounds:\n          - {title: A1, minutes: 20}\n"
        "      - title: B\n        room: lab\n        rounds:\n          - {title: B1, minutes: 30}\n"
        "          - {title: B2, minutes: 15, room: hall}\n  - rounds:\n      - {title: C, minutes: 5}\n"
    )
    table, problems = timed(text)
    assert clocks(table) == ["9:00-9:20", "9:00-9:30", "9:30-9:45", "9:45-9:50"]
    assert [each.room for each in table.rounds] == ["", "lab", "hall", ""]
    assert (table.planned, problems) == (50, [])


def test_days_are_counted_each_from_its_own_start() -> None:
    text = (
        "title: T\nparts:\n  - day: 1\n    rounds:\n      - {title: A, minutes: 60}\n  - day: 2\n    rounds:\n"
        "      - {title: B, minutes: 5}\n  - rounds:\n      - {title: C, minutes: 5}\n"
    )
    table, problems = timed(text)
    assert [f"{each.start:%d %-H:%M}" for each in table.rounds] == ["22 9:00", "23 8:00", "23 8:05"]
    assert [part.date for part in table.parts] == [
        datetime.date(2026, 3, 22),
        datetime.date(2026, 3, 23),
        datetime.date(2026, 3, 23),
    ]
    assert (table.buffer, problems) == (390 + 240 - 70, [])


def test_a_day_that_there_is_not_is_told() -> None:
    _, problems = timed("title: T\nparts:\n  - day: 3\n    rounds:\n      - {title: A, minutes: 60}\n")
    assert "There is no day 3" in problems[0].sentence
    assert "2 days" in problems[0].hint


def test_a_day_that_ends_too_late_is_told_at_its_last_part() -> None:
    text = (
        "title: T\nparts:\n  - title: One\n    rounds:\n      - {title: A, minutes: 400}\n  - title: Two\n    day: 2\n    rounds:\n"
        "      - {title: B, minutes: 5}\n  - title: Three\n    rounds:\n      - {title: C, minutes: 5}\n"
    )
    _, problems = timed(text)
    assert [(each.place.line, each.sentence) for each in problems] == [
        (3, "Day 1 ends at 15:40, 10 minutes later than the delivery says")
    ]


STATED = [
    ("minutes: 10", "Read (5 min)", "Talk (5 min)", True),
    ("minutes: 12", "Read (5 min)", "Talk (5 min)", False),
    ("minutes: 12", "Read (5 min)", "Talk (5-8 min)", True),
    ("minutes: 12", "Read (5 min)", "Talk", True),
    ("minutes: 4", "Read (5 min)", "Talk", False),
    ("minutes: 8-12", "Read (5 min)", "Talk (5 min)", True),
]


@pytest.mark.parametrize(("minutes", "one", "other", "fits"), STATED)
def test_steps_add_up_to_what_the_round_says(minutes: str, one: str, other: str, fits: bool) -> None:
    text = f"title: T\nrounds:\n  - title: R\n    {minutes}\n    steps:\n      - {one}\n      - {other}\n"
    _, problems = timed(text)
    assert [each.place.line for each in problems] == ([] if fits else [4])
    assert fits or "add up to" in problems[0].sentence


def test_a_round_without_minutes_is_the_sum_of_its_steps() -> None:
    table, _ = timed("title: T\nrounds:\n  - title: R\n    steps:\n      - Read (5 min)\n      - Talk (10-15 min)\n")
    assert table.rounds[0].minutes == 5 + 13


def test_a_round_without_any_minutes_is_told() -> None:
    _, problems = timed("title: T\nrounds:\n  - title: R\n    steps:\n      - Read\n")
    assert (problems[0].sentence, problems[0].place.line) == ("“R” has no minutes", 3)


@given(st.integers(1, 40), st.integers(2, 9), st.integers(0, 9))
def test_turns_and_what_lies_between_them(minutes: int, times: int, between: int) -> None:
    more = f"      between: Change places. ({between} min)\n" if between else ""
    table, _ = timed(
        f"title: T\nrounds:\n  - title: R\n    minutes: {minutes}\n    repeat:\n      times: {times}\n{more}", ""
    )
    assert table.rounds[0].minutes == minutes * times + between * (times - 1)
