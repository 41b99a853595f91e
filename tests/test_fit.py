"""Blocks are shared out over pages by the boxes that they had on one tall page, and their spaces fill these pages."""

from __future__ import annotations

from collections.abc import Sequence

from daysheet.filling import Room
from daysheet.fit import SLACK, Fitted, Frame, Written, by_id, fit_sheet, lines_left, style_of
from daysheet.layout import Area

FRAME = Frame(top=20, height=200, again=5, line=8)
HEAD = 40.0
GAP = 6.6


def block(id: str, *rooms: Room, rows: tuple[str, ...] = (), **more: bool) -> Written:
    return Written(id, rooms, rows, **more)


def tall_page(*blocks: Written, words: float = 10.0) -> tuple[dict[str, Area], float]:
    """Boxes of blocks below a head of 40 mm, each with 10 mm of words above each of its spaces; and where they end."""
    areas, y = {}, FRAME.top + HEAD
    for each in blocks:
        top = y
        for room in each.rooms:
            y += words
            areas[room.id] = Area(1, 20, y, 174, room.rows * FRAME.line)
            y += room.rows * FRAME.line
        if not each.rooms:
            y += words
        areas[each.id] = Area(1, 20, top, 174, y - top)
        y += GAP
    return areas, y - GAP


def fitted(*blocks: Written, most: int = 0, words: float = 10.0) -> Fitted:
    areas, end = tall_page(*blocks, words=words)
    return fit_sheet(blocks, areas, end, FRAME, most)


def height(blocks: Sequence[Written], outcome: Fitted, words: float = 10.0) -> float:
    rooms = [room for each in blocks for room in each.rooms]
    rows = sum(outcome.rows[room.id] for room in rooms) * FRAME.line
    return words * len(rooms) + rows + sum(outcome.gaps.values()) + sum(outcome.above.values())


def test_a_sheet_of_one_page_is_full_to_its_foot() -> None:
    blocks = (block("one", Room("a", 4)), block("two", Room("b", 4)))
    outcome = fitted(*blocks)
    assert outcome.begin == ()
    assert round(height(blocks, outcome), 1) == round(200 - HEAD - SLACK, 1)
    assert outcome.rows["a"] - outcome.rows["b"] in (0, 1)


def test_what_does_not_fit_begins_a_page_and_both_are_full() -> None:
    blocks = (block("one", Room("a", 12, least=12)), block("two", Room("b", 12, least=12)))
    outcome = fitted(*blocks)
    assert outcome.begin == ("two",)
    assert outcome.rows["a"] * 8 + 10 > 200 - HEAD - SLACK - 8
    assert outcome.rows["b"] * 8 + 10 > 200 - 5 - SLACK - 8


def test_spaces_beside_one_another_are_one_band() -> None:
    one = block("one", Room("left", 4), Room("right", 4))
    areas = {
        "one": Area(1, 20, 60, 174, 50),
        "left": Area(1, 20, 78, 84, 32),
        "right": Area(1, 110, 70, 84, 40),
    }
    rows = fit_sheet([one], areas, 110, FRAME).rows
    assert rows["right"] == rows["left"] + 1
    assert 220 - SLACK - 8 < 70 + rows["right"] * 8 <= 220 - SLACK


def test_whatever_it_takes_a_sheet_has_the_pages_that_it_may_have() -> None:
    blocks = tuple(block(str(at), Room(f"r{at}", 8, least=2)) for at in range(3))
    assert fitted(*blocks).begin != ()
    outcome = fitted(*blocks, most=1)
    assert (outcome.begin, outcome.pages) == ((), 1)
    assert all(2 <= rows < 8 for rows in outcome.rows.values())


def test_a_sheet_that_does_not_fit_its_pages_says_so() -> None:
    blocks = tuple(block(str(at), Room(f"r{at}", 8, least=8)) for at in range(3))
    assert fitted(*blocks, most=1).pages == 0


def test_a_block_taller_than_a_page_is_told() -> None:
    outcome = fitted(block("one", Room("a", 2)), block("two", Room("b", 30, least=26)))
    assert outcome.too_tall == ("two",)


def test_a_block_that_could_not_stay_with_the_one_before_is_told() -> None:
    outcome = fitted(block("one", Room("a", 15, least=15)), block("two", Room("b", 15, least=15), kept=True))
    assert outcome.parted == ("two",)


def test_rows_are_parted_only_where_no_page_holds_them_all() -> None:
    rows = tuple(f"row-{at}" for at in range(36))
    table = block("table", rows=rows, repeats=True)
    areas: dict[str, Area] = {"table": Area(1, 20, 60, 174, 10 + 36 * 10)}
    areas |= {id: Area(1, 20, 70 + 10 * at, 174, 10) for at, id in enumerate(rows)}
    outcome = fit_sheet([table], areas, 430, FRAME)
    first, second = outcome.begin
    assert rows.index(first) * 10 + 10 <= 200 - HEAD
    assert (rows.index(second) - rows.index(first)) * 10 + 10 <= 200 - 5
    few = fit_sheet([block("table", rows=rows[:4])], {**areas, "table": Area(1, 20, 60, 174, 50)}, 110, FRAME)
    assert few.begin == ()


def test_the_pitch_of_lines_and_the_height_of_the_page_are_given() -> None:
    frame = Frame(top=20, height=150, again=5, line=12)
    areas = {"one": Area(1, 20, 60, 174, 58), "a": Area(1, 20, 70, 174, 48)}
    assert fit_sheet([block("one", Room("a", 4))], areas, 118, frame).rows == {"a": 8}


def test_a_sheet_without_blocks_is_fitted_already() -> None:
    assert fit_sheet([], {}, 100, FRAME) == Fitted()


def test_lines_at_the_end_of_a_case_take_what_its_page_has_left() -> None:
    assert lines_left(Room("talk", 3), Area(1, 20, 200, 114, 0), FRAME) == 5
    assert lines_left(Room("talk", 3), Area(1, 20, 220, 114, 0), FRAME) == 3


def test_sizes_are_written_by_id() -> None:
    outcome = Fitted({"a": 7, "b": 2, "c": 4}, {"a": 1.5}, {"one": 7.25}, ("two",))
    assert style_of(outcome, [Room("a", 4), Room("b", 4), Room("c", 4)]).splitlines() == [
        "#a .ds-space__row:nth-child(-n+7) { display: block }",
        "#b .ds-space__row:nth-child(n+3) { display: none }",
        "#a { padding-top: 1.50mm }",
        "#one { margin-bottom: 7.25mm }",
        "#two { break-before: page; margin-top: 0 }",
    ]


def test_an_id_that_begins_with_a_digit_is_escaped() -> None:
    assert by_id("5-shifts--why") == "#\\35 -shifts--why"
