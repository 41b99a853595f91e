"""Small values with a written form: minutes, times, ranges, space, groups."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from daysheet.models.values import ClockTime, Date, Minutes, Range, Space, YesNo, split_minutes

whole = st.integers(min_value=1, max_value=500)


@given(whole, whole)
def test_a_range_plans_its_middle_rounded_up(one: int, other: int) -> None:
    least, most = sorted((one, other))
    planned = Minutes.model_validate(f"{least}-{most}").planned
    assert least <= planned <= most
    assert planned - least in (most - planned, most - planned + 1)


@pytest.mark.parametrize("text", ["10", "10 min", "10 minutes", "10 mins", "10 min."])
def test_minutes_are_a_number(text: str) -> None:
    assert Minutes.model_validate(text) == Minutes(least=10, most=10)


@pytest.mark.parametrize("text", ["10-20", "10–20", "10 to 20", "10 - 20 min"])
def test_minutes_may_be_a_range(text: str) -> None:
    assert Minutes.model_validate(text) == Minutes(least=10, most=20)


@pytest.mark.parametrize("text", ["ten", "0", "-5", "1.5", "20-10", "99999", "", "²", "9" * 5000])
def test_what_are_no_minutes_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        Minutes.model_validate(text)


STEPS = [
    ("Read (5 min)", ("Read", "5")),
    ("Feedback (10-20 min)", ("Feedback", "10-20")),
    ("Feedback (10 – 20 minutes).", ("Feedback.", "10-20")),
    ("Read (5')", ("Read", "5")),
    ("Read (5 min) and talk", ("Read (5 min) and talk", "")),
    ("Form groups (5)", ("Form groups (5)", "")),
    ("Read", ("Read", "")),
]


@pytest.mark.parametrize(("text", "parts"), STEPS)
def test_minutes_stand_in_brackets_at_the_end_of_a_step(text: str, parts: tuple[str, str]) -> None:
    assert split_minutes(text) == parts


@given(st.text(alphabet="abc ().5-", max_size=20), whole)
def test_brackets_are_taken_off_whatever_stands_before(text: str, minutes: int) -> None:
    left, found = split_minutes(f"{text} ({minutes} min)")
    assert (left, found) == (text.strip(), str(minutes))


TIMES = [
    ("9:30", (9, 30)),
    ("09:05", (9, 5)),
    ("14.05", (14, 5)),
    ("9h30", (9, 30)),
    ("1:30 pm", (13, 30)),
    ("12:15 am", (0, 15)),
    ("12:15 PM", (12, 15)),
    ("9:30:00", (9, 30)),
]


@pytest.mark.parametrize(("text", "time"), TIMES)
def test_a_time_of_day_is_understood(text: str, time: tuple[int, int]) -> None:
    assert TypeAdapter(ClockTime).validate_python(text) == datetime.time(*time)


@pytest.mark.parametrize("text", ["570", "24:00", "9:60", "13:00 pm", "noon", "9", ""])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(ClockTime).validate_python(text)


@pytest.mark.parametrize("text", ["22/03/2018", "2018-13-01", "yesterday"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Date).validate_python(text)


@pytest.mark.parametrize(("text", "answer"), [("yes", True), ("No", False), ("true", True), ("off", False)])
def test_yes_and_no_are_words(text: str, answer: bool) -> None:
    assert TypeAdapter(YesNo).validate_python(text) is answer


def test_one_is_neither_yes_nor_no() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(YesNo).validate_python("1")


SPACES = [
    ("4 lines", 32.0, 4, ""),
    ("1 line", 8.0, 1, ""),
    ("40 mm", 40.0, 5, ""),
    ("2.5 cm", 25.0, 3, ""),
    ("half page", 112.0, 14, "half page"),
    ("rest of page", 24.0, 3, "rest of page"),
    ("Rest of page", 24.0, 3, "rest of page"),
]


@pytest.mark.parametrize(("text", "natural", "lines", "whole"), SPACES)
def test_space_is_lines_or_millimetres_or_parts_of_a_page(text: str, natural: float, lines: int, whole: str) -> None:
    space = Space.model_validate(text)
    assert (space.natural, space.lines, space.whole) == (natural, lines, whole)


def test_space_may_say_how_it_shrinks_and_stretches() -> None:
    space = Space.model_validate({"natural": "40 mm", "least": "25 mm", "stretch": "2", "rule": "dots"})
    assert (space.natural, space.least, space.stretch, space.rule) == (40.0, 25.0, 2.0, "dots")


@pytest.mark.parametrize(
    "value",
    [
        "-3 lines",
        "0 lines",
        "four lines",
        "3000 mm",
        {"stretch": "nan"},
        {"stretch": "-1"},
        {"natural": "4"},
        {"rule": "waves"},
    ],
)
def test_a_space_that_cannot_be_drawn_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        Space.model_validate(value)


@pytest.mark.parametrize(("text", "ends"), [("2", (2, 2)), ("1-2", (1, 2)), ("1 to 2", (1, 2))])
def test_how_many_to_choose_is_a_number_or_a_range(text: str, ends: tuple[int, int]) -> None:
    found = Range.model_validate(text)
    assert (found.least, found.most) == ends
