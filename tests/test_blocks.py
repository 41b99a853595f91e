"""The blocks of a worksheet in all their forms."""

# ruff: noqa: E501  samples stand on one line
from __future__ import annotations

from typing import Any

import pytest
from conftest import record_of, refused

from daysheet.models.blocks import BlockBase
from daysheet.models.blocks_written import Beside
from daysheet.models.worksheet import Worksheet


def block(text: str) -> Any:
    return record_of(Worksheet, f"title: T\nblocks:\n{text}").blocks[0]


FORMS = [
    ("  - text: Think of *something*.\n", lambda each: each.text, "Think of *something*."),
    ("  - prompt: How?\n    space: 4 lines\n", lambda each: each.space.lines, 4),
    ("  - prompt: How?\n", lambda each: each.space.lines, 4),
    ("  - prompt: How?\n    expect: Practice.\n", lambda each: each.expect, "Practice."),
    ("  - prompt: How?\n    id: how\n    break_before: yes\n    keep_with_next: no\n", lambda each: each.break_before, True),
    ("  - prompt: How?\n    space: {natural: 40 mm, least: 25 mm, stretch: 2, rule: dots}\n", lambda each: each.space.rule, "dots"),
    ("  - rating:\n      items:\n        - One, and two\n", lambda each: list(each.rating.scale.numbers), list(range(1, 11))),
    ("  - rating:\n      scale: {from: 0, to: 5, low: a, high: b}\n      items: {tenets: ten}\n", lambda each: each.rating.items.tenets, "ten"),
    ("  - rating:\n      items: {tenets: ten}\n      choose: 1-2\n      then: Why?\n", lambda each: each.rating.choose.most, 2),
    ("  - boxes:\n      - Area of growth\n", lambda each: each.boxes[0].title, "Area of growth"),
    ("  - boxes:\n      - title: A\n        space: 1 line\n", lambda each: each.boxes[0].space.lines, 1),
    ("  - boxes:\n      - beside:\n          - A\n          - title: B\n", lambda each: each.boxes[0].beside[1].title, "B"),
    ("  - columns:\n      - + Strong\n      - heading: Δ Better\n        space: 10 lines\n", lambda each: [c.sign for c in each.columns], ["plus", "delta"]),
    ("  - columns:\n      - + Strong\n      - Better\n", lambda each: [c.words for c in each.columns], ["Strong", "Better"]),
    ("  - table:\n      columns:\n        - A\n        - B\n      rows: 5\n", lambda each: each.table.empty_rows, 5),
    ("  - table:\n      rows: [Stop, Continue, Start]\n      each: 3 numbered lines\n", lambda each: (each.table.each.lines, each.table.each.numbered), (3, True)),
    ("  - table:\n      rows: [Stop]\n      each: 1 line\n", lambda each: each.table.each.numbered, False),
    ("  - checklist:\n      - Bring, if you can, a pen\n", lambda each: each.checklist.items.lines[0].say, "Bring, if you can, a pen"),
    ("  - checklist:\n      heading: H\n      items: {tenets: ten}\n      choose: 2\n", lambda each: each.checklist.heading, "H"),
    ("  - fields:\n      - Date and time\n      - label: Place\n        hint: or a link\n", lambda each: [f.label for f in each.matter], ["Date and time", "Place"]),
    ("  - sketch: half page\n", lambda each: each.sketch.whole, "half page"),
    ("  - notes: rest of page\n", lambda each: each.notes.whole, "rest of page"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "value"), FORMS)
def test_a_block_is_as_written(text: str, found: Any, value: object) -> None:
    assert found(block(text)) == value


def test_boxes_stand_one_below_another_or_beside() -> None:
    boxes = block("  - boxes:\n      - A\n      - beside:\n          - B\n          - C\n").boxes
    assert [isinstance(each, Beside) for each in boxes] == [False, True]


MISTAKES = [
    ("  - promt: How?\n", "did you mean `prompt`"),
    ("  - prompt: A\n    text: B\n", "names two kinds"),
    ("  - Just a line\n", "begins with its kind"),
    ("  - prompt: A\n    space: -3 lines\n", "cannot be drawn"),
    ("  - prompt: A\n    space: some lines\n", "is not a space"),
    ("  - rating:\n      scale: {from: 1, to: 30}\n      items: {tenets: ten}\n", "cannot be circled"),
    ("  - rating:\n      scale: {from: 5, to: 1}\n      items: {tenets: ten}\n", "cannot be circled"),
    ("  - rating:\n      items: {tenet: ten}\n", "the tenets of a set"),
    ("  - rating:\n      choose: 1\n", "`items` is missing"),
    ("  - columns:\n      - Only one\n", "at least 2 items"),
    ("  - table:\n      columns:\n        - A\n", "needs its rows"),
    ("  - table:\n      columns:\n        - A\n      rows: many\n", "is not a number of rows"),
    ("  - table:\n      columns:\n        - A\n      rows: 99\n", "out of range"),
    ("  - table:\n      rows: 5\n", "needs `columns`"),
    ("  - table:\n      rows: 5\n      each: 2 lines\n", "needs rows with a word each"),
    ("  - table:\n      columns:\n        - A\n      rows:\n        - B\n      each: 2 lines\n", "needs `columns`, or `each`"),
    ("  - table:\n      rows:\n        - B\n      each: many\n", "does not say what each row holds"),
    ("  - boxes:\n      - beside:\n          - Alone\n", "at least 2 items"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_block_that_cannot_be_is_refused_once(text: str, told: str) -> None:
    said = refused(Worksheet, f"title: T\nblocks:\n{text}")
    assert len(said) == 1
    assert told in said[0]


def test_every_block_has_its_kind_and_matter() -> None:
    for text, *_ in FORMS:
        found = block(text)
        assert isinstance(found, BlockBase)
        assert text.lstrip().startswith(f"- {found.kind}:")
        assert found.matter is not None
