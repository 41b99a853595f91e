"""Statements with a key, grids to mark, stages of a rubric: what is written, and what each answer counts."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import record_of, refused

from daysheet.models.blocks_scored import Likert
from daysheet.models.rubric import Rubric
from daysheet.models.worksheet import Worksheet

STATEMENTS = "      statements:\n        - Plain\n        - say: Turned\n          reverse: yes\n"
SIDES = "      across: {low: a, high: b}\n      up: {low: c, high: d, bands: 4}\n"


def matter(text: str) -> Any:
    return record_of(Worksheet, f"title: T\nblocks:\n{text}").blocks[0].matter


def likert(options: str, score: str, scored: str = "by the facilitator") -> Any:
    return matter(
        f"  - likert:\n      options: [{options}]\n      score: [{score}]\n      scored: {scored}\n{STATEMENTS}"
    )


@pytest.mark.parametrize(
    ("options", "score", "plain", "turned"),
    [
        ("A, B, C, D", "4, 3, 2, 1", [4, 3, 2, 1], [1, 2, 3, 4]),
        ("A, B, C", "1, 0, none", [1, 0, None], [0, 1, None]),
        ("A, B, C", "2, -1, none", [2, -1, None], [-1, 2, None]),
        ("A, B, C, D, E", "0, 1, none, 3, 4", [0, 1, None, 3, 4], [4, 3, None, 1, 0]),
    ],
)
def test_an_answer_counts_what_its_option_says_and_the_other_way_round_where_it_is_reversed(
    options: str, score: str, plain: list[int | None], turned: list[int | None]
) -> None:
    found = likert(options, score)
    places = range(len(found.options))
    assert [found.points(at, False) for at in places] == plain
    assert [found.points(at, True) for at in places] == turned


def test_the_range_leaves_out_what_does_not_count() -> None:
    assert likert("A, B, C", "none, 5, 2").range == (2, 5)


def test_without_the_key_nothing_tells_one_option_or_statement_from_another() -> None:
    with_key = likert("A, B, C", "1, 0, none")
    plain = with_key.without_key()
    other = likert("A, B, C", "0, 7, 3").without_key()
    assert plain == other
    assert plain.score == ()
    assert not any(each.reverse for each in plain.statements)
    assert [each.say for each in plain.statements] == ["Plain", "Turned"]


def test_only_what_is_scored_on_the_phone_says_so() -> None:
    assert likert("A, B", "1, 0", "on the phone").on_the_phone
    assert not likert("A, B", "1, 0").on_the_phone
    assert not matter("  - likert:\n      options: [A, B]\n      statements:\n        - Plain\n").on_the_phone


def test_an_option_with_a_comma_is_written_on_a_line_of_its_own() -> None:
    found: Likert = matter(
        "  - likert:\n      options:\n        - Yes, this is true\n        - No\n      statements:\n        - P\n"
    )
    assert found.options == ("Yes, this is true", "No")


def test_a_grid_has_six_bands_and_marks_of_ours_where_nothing_is_said() -> None:
    found = matter(f"  - mark:\n{SIDES}      arrow: yes\n")
    assert (found.across.bands, found.up.bands, found.marks, found.arrow) == (6, 4, (), True)


def test_a_rubric_is_named_in_one_line_and_may_be_shown_in_part() -> None:
    exhibit = record_of(
        Rubric,
        "kind: rubric\ntitle: T\nstages: [A, B]\nstrands:\n"
        + "".join(f"  - name: {name}\n    stages: {{A: x, B: y}}\n" for name in ("One", "Two", "Three")),
        "data/exhibits/t.yml",
    )
    assert [each.id for each in matter("  - rubric: growing\n").chosen(exhibit)] == ["one", "two", "three"]
    part = matter("  - rubric:\n      exhibit: growing\n      strands: [three, one]\n")
    assert [each.id for each in part.chosen(exhibit)] == ["one", "three"]


@pytest.mark.parametrize(
    "written", ["anonymous: yes", "anonymous: yes\nafter: hand in", "anonymous: true\nafter: post"]
)
def test_an_anonymous_sheet_leaves_its_writer(written: str) -> None:
    assert record_of(Worksheet, f"title: T\n{written}\nblocks:\n  - text: Read\n").after != "keep"


def test_an_anonymous_sheet_is_never_kept() -> None:
    told = refused(Worksheet, "title: T\nanonymous: yes\nafter: keep\nblocks:\n  - text: Read\n")
    assert ["is not kept" in each for each in told] == [True]


MISTAKES = [
    ("      options: [A, B]\n      score: [1]\n      statements:\n        - P\n", "2 options have 1 score"),
    ("      options: [A, B]\n      score: [1, 1]\n      statements:\n        - P\n", "no answer from another"),
    ("      options: [A, B]\n      score: [1, 1.5]\n      statements:\n        - P\n", "`1.5` is not a score"),
    ("      options: [A, B]\n      scored: by the facilitator\n      statements:\n        - P\n", "nothing says what"),
    ("      options: [A, a]\n      statements:\n        - P\n", "Two options are called"),
    ("      options: [A, B]\n", "`statements` is missing"),
]


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_key_that_cannot_be_used_is_told(text: str, told: str) -> None:
    [sentence] = refused(Worksheet, f"title: T\nblocks:\n  - likert:\n{text}")
    assert told.lower() in sentence.lower()


@pytest.mark.parametrize("marks", ["[one]", "[one, two, three]"])
def test_an_arrow_wants_two_marks(marks: str) -> None:
    [sentence] = refused(Worksheet, f"title: T\nblocks:\n  - mark:\n{SIDES}      marks: {marks}\n      arrow: yes\n")
    assert "from one mark to another" in sentence
