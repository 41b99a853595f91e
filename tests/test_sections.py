"""A7: the parts of a reading by their letters, each with the notes that it calls."""

from __future__ import annotations

import pytest

from daysheet.models.reading import Reading
from daysheet.sections import by_letter, find_section, sections_of

BODY = """Before.[^zero]

## Stop {letter=A}

Stop it.[^one]

### Why

Because.

## Go on {letter=B #on}

Go on.[^two] And on.[^one]

## Last words

Nobody reads this by letter.

[^zero]: Nought.
[^one]: First,
    in two lines.
[^two]: Second.
"""


def reading(body: str = BODY) -> Reading:
    return Reading(id="jig", title="A jigsaw", body=body)


def test_a7_each_letter_is_a_part_of_its_own() -> None:
    parts = sections_of(reading())
    assert [(each.id, each.letter, each.title, each.anchor) for each in parts] == [
        ("jig-a", "A", "Stop", "stop"),
        ("jig-b", "B", "Go on", "on"),
    ]


def test_a_part_ends_where_the_next_of_its_level_begins() -> None:
    first, second = sections_of(reading())
    assert first.body.startswith("Stop it.[^one]\n\n### Why\n\nBecause.")
    assert "Go on" not in first.body
    assert "Last words" not in second.body


def test_a_part_brings_the_notes_that_it_calls_and_no_other() -> None:
    first, second = sections_of(reading())
    assert first.body.endswith("[^one]: First,\n    in two lines.\n")
    assert "[^two]: Second." in second.body
    assert "[^one]: First," in second.body
    assert "Nought" not in first.body + second.body


def test_a_reading_without_letters_has_no_parts() -> None:
    assert sections_of(reading("## One\n\nTwo.\n")) == ()


def test_a_part_is_found_by_its_id() -> None:
    assert find_section([reading()], "jig-b").title == "Go on"
    with pytest.raises(KeyError):
        find_section([reading()], "jig-c")


def test_of_two_readings_the_first_has_the_letter() -> None:
    other = Reading(id="other", title="Other", body="# X {letter=A}\n\nx\n\n# Z {letter=C}\n\nz\n")
    assert [(each.letter, each.reading.id) for each in by_letter([reading(), other])] == [
        ("A", "jig"),
        ("B", "jig"),
        ("C", "other"),
    ]
