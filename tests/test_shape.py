"""Plain data against a model: mistakes with their place, each once."""

from __future__ import annotations

import pytest

from daysheet.models.agenda import Agenda
from daysheet.models.portrait import Portrait
from daysheet.models.session import Session
from daysheet.models.sources import Sources
from daysheet.models.worksheet import Worksheet
from daysheet.problems import Problem
from daysheet.reader import read_yaml
from daysheet.shape import check_shape, known_keys


def problems(model: type[object], text: str) -> list[Problem]:
    record, found = check_shape(model, read_yaml(text, "data/x.yml"))
    assert (record is None) == bool(found)
    return found


def only(model: type[object], text: str) -> Problem:
    found = problems(model, text)
    assert len(found) == 1
    return found[0]


def test_an_unknown_key_is_told_with_the_nearest_and_mended() -> None:
    problem = only(Worksheet, "title: T\nblocks:\n  - prompt: A\n    spce: 4 lines\n")
    assert problem.sentence == "`spce` is not a key of a prompt; did you mean `space`?"
    assert (problem.place.line, problem.place.column, problem.place.length) == (4, 5, 4)
    assert problem.mend
    assert problem.mend.lines == ("    space: 4 lines",)


def test_a_key_like_no_other_is_told_with_all_there_are() -> None:
    problem = only(Session, "title: T\nzebra: A\n")
    assert problem.sentence == "`zebra` is not a key of a session"
    assert "`title`" in problem.hint


def test_a_missing_key_is_told_where_it_should_stand() -> None:
    problem = only(Agenda, "title: T\nrounds:\n  - break: 5\n  - minutes: 10\n")
    assert problem.sentence == "`title` is missing from number 2 of `rounds`"
    assert problem.place.line == 4


def test_a_colon_in_prose_is_told_with_the_line_as_it_should_be() -> None:
    problem = only(Session, "title: T\noutcomes:\n  - Leave with this: a plan\n")
    assert problem.mend
    assert problem.mend.lines[0].strip().startswith("- ")
    assert "Leave with this: a plan" in problem.mend.lines[0]


def test_a_sentence_in_brackets_is_told_even_where_it_would_load() -> None:
    assert (
        "comma" in only(Session, "title: T\noutcomes: [Ensuring First Nations, Métis and Inuit education]\n").sentence
    )


def test_short_labels_may_stand_in_brackets() -> None:
    assert not problems(Portrait, "title: T\nstory: S\nshows: [joint-work, trust]\n")
    assert not problems(Worksheet, "title: T\nblocks:\n  - table:\n      rows: [Stop, Continue]\n      each: 2 lines\n")


def test_a_list_that_failed_in_its_items_says_nothing_more() -> None:
    assert (
        len(problems(Worksheet, "title: T\nblocks:\n  - prompt: A\n    spce: 4 lines\n  - text: B\n    txt: C\n")) == 2
    )


MISTAKES = [
    (Session, "title: T\nnorms:\n  a: b\n  c: d\n", "`norms` is a list"),
    (Session, "title: T\nwords: Handout\n", "keys and values"),
    (Session, "title: T\nhosts: A\n", "`hosts` is a list"),
    (Worksheet, "title: T\nblocks: A\n", "`blocks` is a list"),
    (Worksheet, "title: T\nnumber: three\nblocks:\n  - text: A\n", "wants a whole number"),
    (Worksheet, "title: T\nnumber: 0\nblocks:\n  - text: A\n", "out of range"),
    (Worksheet, "title: T\ncopies: everybody\nblocks:\n  - text: A\n", "is not possible for `copies`"),
    (Worksheet, "title: T\nblocks:\n  - prompt: A\n    space: {stretch: much}\n", "wants a number"),
    (Agenda, "title: T\nrounds:\n  - title: A\n    minutes: 5\n    roles: Presenter\n", "names and texts"),
    (Sources, "A Work!:\n  title: T\n", "cannot be an id"),
]


@pytest.mark.parametrize(("model", "text", "told"), MISTAKES)
def test_a_mistake_is_told_in_plain_words(model: type[object], text: str, told: str) -> None:
    problem = only(model, text)
    assert told in problem.sentence
    assert "Input should" not in problem.sentence


def test_what_only_the_long_form_has_is_left_out_of_a_path() -> None:
    source = read_yaml("title: T\nblocks:\n  - prompt: A\n", "data/x.yml")
    assert known_keys(source, ("blocks", 0, "a prompt", "prompt", "natural")) == ("blocks", 0, "prompt")
