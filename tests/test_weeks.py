"""The weeks of a course: dates in the delivery, live events on days of their own, and nothing else by the clock."""

from __future__ import annotations

import datetime

import pytest
from conftest import record_of, refused
from test_clock import timed

from daysheet.models.agenda import Agenda
from daysheet.models.delivery import Delivery

COURSE = "weeks:\n  - 2011-01-17 to 2011-01-24\n  - 2011-01-31\ntimezone: America/New_York\n"
WEEK = "title: T\nparts:\n  - title: One\n    week: 1\n    rounds:\n"


def week(*rounds: str) -> str:
    return WEEK + "".join(f"      - title: R{at}\n        {text}\n" for at, text in enumerate(rounds))


def test_a_week_is_written_on_a_line_or_begins_seven_days() -> None:
    weeks = record_of(Delivery, COURSE, "data/delivery.yml").weeks
    assert weeks[0].dates == (datetime.date(2011, 1, 17), datetime.date(2011, 1, 24))
    assert weeks[1].dates == (datetime.date(2011, 1, 31), datetime.date(2011, 2, 6))


def test_a_delivery_spans_its_days_and_weeks() -> None:
    text = COURSE + "days:\n  - {date: 2011-03-05, start: 9:00, end: 12:00}\n"
    assert record_of(Delivery, text, "data/delivery.yml").span == (
        datetime.date(2011, 1, 17),
        datetime.date(2011, 3, 5),
    )
    assert record_of(Delivery, "venue: Here\n", "data/delivery.yml").span is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("weeks:\n  - 2011-01-17\n", "a delivery with weeks needs its `timezone`"),
        ("weeks:\n  - 2011-01-17\n  - 2011-01-10\ntimezone: Europe/London\n", "the weeks are not in order"),
    ],
)
def test_weeks_that_cannot_be_are_refused(text: str, said: str) -> None:
    assert said.lower() in refused(Delivery, text, "data/delivery.yml")[0].lower()


@pytest.mark.parametrize("line", ["day: 1", "starts: 9:00"])
def test_a_part_in_a_week_has_neither_day_nor_hour(line: str) -> None:
    text = WEEK.replace("    rounds:", f"    {line}\n    rounds:") + "      - title: R\n        minutes: 5\n"
    assert refused(Agenda, text, "data/agendas/a.yml")


def test_a_live_event_is_at_its_hour_and_the_rest_of_the_week_has_none() -> None:
    table, problems = timed(
        week("minutes: 20", "on: Wed\n        starts: 12:00\n        minutes: 60", "on: friday"), COURSE
    )
    reading, live, due = table.rounds
    assert not problems
    assert (reading.start, reading.date, reading.minutes) == (None, None, 20)
    assert f"{live.start:%a %d %b %H:%M %z}-{live.end:%H:%M}" == "Wed 19 Jan 12:00 -0500-13:00"
    assert (due.date, due.start, due.minutes) == (datetime.date(2011, 1, 21), None, 0)
    assert table.parts[0].span == (datetime.date(2011, 1, 17), datetime.date(2011, 1, 24))
    assert (table.planned, table.buffer) == (80, 0)


def test_a_day_that_comes_twice_in_a_long_week_is_the_first() -> None:
    table, _ = timed(week("on: Monday"), COURSE)
    assert table.rounds[0].date == datetime.date(2011, 1, 17)


def test_without_dates_a_week_is_self_paced() -> None:
    for delivery in ("", "venue: Here\n"):
        table, problems = timed(week("on: Wednesday\n        starts: 12:00\n        minutes: 60"), delivery)
        assert not problems
        assert (table.rounds[0].start, table.rounds[0].date, table.parts[0].span) == (None, None, None)


def test_a_part_beside_the_weeks_of_a_course_has_no_times() -> None:
    table, problems = timed(week("minutes: 10").replace("    week: 1\n", ""), COURSE)
    assert not problems
    assert table.rounds[0].start is None


def test_a_course_may_have_days_too() -> None:
    text = (
        week("minutes: 10") + "  - title: Together\n    day: 1\n    rounds:\n      - title: Meet\n        minutes: 30\n"
    )
    table, problems = timed(text, COURSE + "days:\n  - {date: 2011-03-05, start: 9:00, end: 12:00}\n")
    assert not problems
    assert f"{table.find('').start}" == "None"
    assert f"{table.parts[1].start:%d %b %H:%M}" == "05 Mar 09:00"
