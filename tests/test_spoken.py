"""Dates, times, figures and the engine's own words."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from conftest import write_project
from hypothesis import given
from hypothesis import strategies as st

from daysheet.models.session import Session
from daysheet.models.values import GROUPS, Groups, Minutes
from daysheet.problems import InvalidData
from daysheet.project import Project
from daysheet.spoken import THIN, Spoken, speak

HERE = Project(Path(__file__).parent / "projects" / "small")


def spoken(**session: object) -> Spoken:
    return speak(HERE, Session.model_validate({"title": "T", **session}))


ENGLISH = spoken()


def test_dates_are_written_as_in_britain() -> None:
    day = date(2018, 3, 22)
    assert ENGLISH.date(day) == "Thursday, 22 March 2018"
    assert ENGLISH.date(day, "long") == "22 March 2018"
    assert ENGLISH.date(day, "day") == "Thursday 22 March"
    assert ENGLISH.date(day, "month") == "22 March"


CLOCKS = [
    ("9:05", time(9, 5), False),
    ("9:05", time(9, 7), True),
    ("9:10", time(9, 8), True),
    ("0:00", time(23, 59), True),
    ("14:00", time(14), True),
]


@pytest.mark.parametrize(("text", "moment", "rounded"), CLOCKS)
def test_a_time_is_of_24_hours(text: str, moment: time, rounded: bool) -> None:
    assert ENGLISH.clock(moment, rounded) == text


@given(st.times())
def test_a_rounded_time_is_at_most_two_minutes_away(moment: time) -> None:
    hours, minutes = (int(each) for each in ENGLISH.clock(moment, rounded=True).split(":"))
    away = (hours * 60 + minutes - moment.hour * 60 - moment.minute + 720) % 1440 - 720
    assert minutes % 5 == 0
    assert abs(away) <= 2


LENGTHS = [
    (1, "1\u00a0minute"),
    (10, "10\u00a0minutes"),
    (Minutes(least=8, most=12), "8 to 12\u00a0minutes"),
    (None, ""),
]


@pytest.mark.parametrize(("value", "text"), LENGTHS)
def test_minutes_are_kept_together(value: Minutes | int | None, text: str) -> None:
    assert ENGLISH.minutes(value) == text


def test_minutes_may_be_short() -> None:
    assert ENGLISH.minutes(10, "short") == "10\u00a0min"


FIGURES = [
    ("17", "17"),
    ("2018", "2018"),
    ("12500", f"12{THIN}500"),
    ("12,500", f"12{THIN}500"),
    ("1,250", f"1{THIN}250"),
    ("1 250 000", f"1{THIN}250{THIN}000"),
    ("007", "007"),
    ("1.10", "1.10"),
    ("1,5", "1,5"),
    ("5²", "5²"),
    ("about 60", "about 60"),
    ("12-18", "12-18"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "shown"), FIGURES)
def test_a_figure_has_its_thousands_apart_and_all_else_is_as_written(written: str, shown: str) -> None:
    assert ENGLISH.number(written) == shown


@given(st.text(max_size=12))
def test_no_text_is_too_odd_to_be_a_figure(text: str) -> None:
    bare = ENGLISH.number(text)
    assert [each for each in bare if each not in f", {THIN}"] == [each for each in text if each not in f", {THIN}"]


@pytest.mark.parametrize("name", GROUPS)
def test_every_way_to_group_has_its_words(name: str) -> None:
    assert ENGLISH.groups(Groups(name=name))


def test_groups_of_a_size_say_it() -> None:
    assert "6" in ENGLISH.groups(Groups(size=6))
    assert "8" in ENGLISH.groups(Groups(size=6, to=8))
    assert ENGLISH.groups(None) == ""


def test_names_are_joined_as_the_language_does() -> None:
    assert ENGLISH.join(["a", "b", "c"]) == "a, b and c"
    assert ENGLISH.join([]) == ""


def test_what_the_session_calls_things_is_said() -> None:
    words = spoken(words={"reading": "Handout", "portrait": "Case study"}).words
    assert (words["names"]["reading"], words["names"]["portrait"]) == ("Handout", "Case study")
    assert words["names"]["worksheet"] == ENGLISH.words["names"]["worksheet"]


def test_a_project_may_say_some_words_its_own_way(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"templates/words/en.yml": "names:\n  worksheet: Blatt\n"})
    words = speak(project, Session(title="T")).words
    assert words["names"]["worksheet"] == "Blatt"
    assert words["names"]["agenda"] == ENGLISH.words["names"]["agenda"]


def test_a_language_without_words_of_its_own_falls_back_to_english() -> None:
    french = spoken(language="fr-CA")
    assert french.words["names"]["worksheet"] == "Worksheet"
    assert french.date(date(2018, 3, 22), "long") == "22 mars 2018"


@pytest.mark.parametrize("own", ["contents: Contents\n", "shell: {skip: {a: b}}\n"])
def test_words_of_another_shape_than_the_engines_are_told(tmp_path: Path, own: str) -> None:
    (tmp_path / "templates" / "words").mkdir(parents=True)
    (tmp_path / "templates" / "words" / "en.yml").write_text(own, "utf-8")
    with pytest.raises(InvalidData) as told:
        speak(Project(tmp_path), Session(title="T"))
    (problem,) = told.value.problems
    assert (problem.place.file, problem.place.line) == ("templates/words/en.yml", 1)
    assert problem.sentence.startswith("Under `")
