"""What things are called on page and paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import view_of

from daysheet.labels import becomes, facts_of, groups_in_words, label, reference_words, round_uses, sheet_minutes
from daysheet.models.agenda import Round
from daysheet.view import View


@pytest.fixture
def view(small: Path) -> View:
    return view_of(small, {})


def test_a_numbered_record_is_called_by_kind_and_number(view: View) -> None:
    find = view.library.find
    assert label("worksheet", find("worksheet", "plan"), view.spoken) == "Worksheet\u00a03"
    assert label("portrait", find("portrait", "north"), view.spoken) == "Case\u00a01"
    assert label("tenets", find("tenets", "ten"), view.spoken) == "A few tenets"


def test_a_reference_says_the_number_where_there_is_one(view: View) -> None:
    assert reference_words(view.library, view.spoken, "reading", "hiring") == "Handout\u00a01"
    assert reference_words(view.library, view.spoken, "tenet", "ten/joint-work") == ""


def test_the_round_says_how_long_a_sheet_takes_else_the_sheet(view: View) -> None:
    def minutes(id: str) -> object:
        return sheet_minutes(view.library, view.library.find("worksheet", id), "worksheet", view.timetables)

    assert minutes("first-steps") == 20
    assert str(view.spoken.minutes(minutes("unused"))) == "10\u00a0minutes"  # type: ignore[arg-type]


GROUPS = [
    ({"groups": "trios"}, "In threes"),
    ({"groups": "alone", "steps": [{"do": "a"}, {"do": "b", "groups": "pairs"}]}, "Alone, then in pairs"),
    ({"groups": "everyone", "steps": [{"do": "a", "groups": "alone"}]}, "Alone"),
    ({}, ""),
]


@pytest.mark.parametrize(("fields", "words"), GROUPS)
def test_how_the_room_sits_is_said_once(view: View, fields: dict[str, object], words: str) -> None:
    assert groups_in_words(Round.model_validate({"title": "R", **fields}), view.spoken).lower() == words.lower()


def test_what_becomes_of_a_sheet_is_said(view: View) -> None:
    said = {each.id: becomes(each, view.spoken) for each in view.library.worksheets}
    assert len(set(said.values())) == 3
    assert "table" in said["plan"]


def test_the_facts_of_a_sheet_stand_in_order(view: View) -> None:
    facts = facts_of(view.library, view.library.find("worksheet", "first-steps"), view.spoken, view.timetables)
    assert facts[:2] == ("20\u00a0minutes", "Alone")
    assert all(facts)


def test_what_a_round_uses_is_found_also_by_the_tenet(view: View) -> None:
    first = view.library.rounds_that_use("worksheet", "first-steps")[0]
    assert [(kind, record.id) for kind, record, _ in round_uses(view.library, first, view.spoken)] == [
        ("worksheet", "first-steps"),
        ("tenets", "ten"),
    ]
