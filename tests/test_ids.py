"""Every part, round, block and item has an id that is its own and stays."""

# ruff: noqa: E501  samples stand on one line
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import checked, library_of, record_of
from hypothesis import given
from hypothesis import strategies as st

from daysheet.ids import Names, name_agenda, name_tenets, name_worksheet
from daysheet.models.agenda import Agenda
from daysheet.models.base import Id
from daysheet.models.tenets import TenetSet
from daysheet.models.worksheet import Worksheet


def never(id: str, words: str) -> None:
    pytest.fail(f"{id} stands twice")


def sheet(blocks: str) -> Worksheet:
    return name_worksheet(record_of(Worksheet, f"title: T\nblocks:\n{blocks}"), never)


def test_a_block_is_named_by_its_first_words() -> None:
    found = sheet("  - prompt: How I became good at it\n  - prompt: How I became good at it\n  - notes: 2 lines\n")
    assert [each.id for each in found.blocks] == [
        "how-i-became-good-at-it",
        "how-i-became-good-at-it-2",
        "notes",
    ]


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Győr", "gyor"),
        ("O'Connor", "oconnor"),
        ("🎉", "prompt"),
        ("مرحبا", "prompt"),
        ("word " * 60, "-".join(["word"] * 8)),
    ],
)
def test_every_title_gives_an_id(title: str, id: str) -> None:
    assert sheet(f"  - prompt: {title}\n").blocks[0].id == id


def test_an_id_that_is_written_stays() -> None:
    assert sheet("  - prompt: A better wording\n    id: how\n").blocks[0].id == "how"


def test_what_is_filled_in_is_named_within_its_block() -> None:
    found = sheet(
        "  - boxes:\n      - Goals\n      - beside:\n          - Goals\n          - 🎉\n"
        "  - columns:\n      - + Strong\n      - Δ Strong\n"
        "  - table:\n      columns:\n        - Who\n      rows:\n        - Who\n"
        "  - checklist:\n      - Who\n      - Who\n  - fields:\n      - Date\n"
    ).blocks
    boxes: Any = found[0].matter
    assert [boxes[0].id, boxes[1].beside[0].id, boxes[1].beside[1].id] == ["goals", "goals-2", "item"]
    assert [each.id for each in found[1].matter] == ["strong", "strong-2"]
    table: Any = found[2].matter
    assert [table.columns[0].id, table.rows[0].id] == ["who", "who-2"]
    assert [each.id for each in found[3].matter.items.lines] == ["who", "who-2"]
    assert found[4].matter[0].id == "date"


def test_rounds_without_a_letter_are_named_by_their_kind() -> None:
    text = "title: T\nrounds:\n  - title: 🎉\n    kind: world café\n    minutes: 5\n  - title: 🎉\n    kind: gallery walk\n    minutes: 5\n"
    agenda = name_agenda(record_of(Agenda, text), never)
    assert [each.id for each in agenda.rounds] == ["world-cafe", "gallery-walk"]


def test_tenets_and_tracks_are_named_too() -> None:
    tenets = name_tenets(record_of(TenetSet, "title: T\ntenets:\n  - Joint work\n  - Joint work\n"), never)
    assert [each.id for each in tenets.tenets] == ["joint-work", "joint-work-2"]
    text = "title: T\nparts:\n  - title: P\n    tracks:\n      - title: P\n        rounds:\n          - break: 5\n"
    part = name_agenda(record_of(Agenda, text), never).parts[0]
    assert (part.id, part.tracks[0].id) == ("p", "p-2")


TWICE = "title: T\nblocks:\n  - prompt: A\n    id: same\n  - prompt: B\n    id: same\n"


def test_an_id_that_stands_twice_is_refused_at_the_second(tmp_path: Path) -> None:
    result = checked(tmp_path, {"data/worksheets/a.yml": TWICE})
    assert [(each.place.line, "stands twice" in each.sentence) for each in result.problems] == [(6, True)]


def test_rounds_of_two_agendas_have_ids_of_their_own(tmp_path: Path) -> None:
    text = "title: T\nrounds:\n  - title: Welcome\n    minutes: 5\n"
    library = library_of(tmp_path, {"data/agendas/a.yml": text, "data/agendas/b.yml": text})
    assert [each.id for each in library.rounds] == ["welcome", "welcome-2"]
    assert len({part.id for agenda in library.agendas for part in agenda.parts}) == 2


def test_an_id_of_two_agendas_is_refused(tmp_path: Path) -> None:
    text = "title: T\nrounds:\n  - title: Welcome\n    id: hello\n    minutes: 5\n"
    result = checked(tmp_path, {"data/agendas/a.yml": text, "data/agendas/b.yml": text})
    assert [each.place.file for each in result.problems] == ["data/agendas/b.yml"]
    assert "another agenda" in result.problems[0].sentence


@given(st.lists(st.text(max_size=12), max_size=12))
def test_names_are_unique_whatever_the_words(words: list[str]) -> None:
    names = Names(never)
    given_ = [names.give(Blank(), each, "item") for each in words]
    assert len(set(given_)) == len(given_)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8), st.text(max_size=12))
def test_a_line_at_the_end_changes_no_id_before_it(words: list[str], more: str) -> None:
    def ids(lines: list[str]) -> list[str]:
        names = Names(never)
        return [names.give(Blank(), each, "item") for each in lines]

    assert ids([*words, more])[:-1] == ids(words)


class Blank:
    id: Id = ""
