"""No other way to share a sheet out over pages has less squared waste."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.sharing_out import Cost, Piece, Sharing, cost_of_page, share_out


def plain(*heights: float, stretches: bool = False) -> list[Piece]:
    return [Piece(height, height, stretches=stretches) for height in heights]


def starts(pieces: list[Piece], first: float = 100, rest: float = 100, most: int | None = None) -> tuple[int, ...]:
    found = share_out(pieces, first, rest, most)
    assert found is not None
    return found.starts


def test_what_fits_a_page_stays_on_it() -> None:
    assert starts(plain(30, 30, 40)) == (0,)


def test_the_first_page_has_less_room_below_its_head() -> None:
    assert starts(plain(30, 30, 40), first=60) == (0, 2)


def test_pages_that_cannot_stretch_are_full_from_the_first_on() -> None:
    assert starts(plain(40, 40, 20, 20, 10)) == (0, 3)


def test_pages_that_stretch_are_alike() -> None:
    assert starts(plain(40, 40, 20, 20, 20, stretches=True)) == (0, 2)


def test_a_little_is_given_up_before_a_page_is_begun() -> None:
    assert starts([Piece(55, 30, stretches=True), Piece(55, 30, stretches=True)]) == (0,)
    assert starts([Piece(75, 30, stretches=True), Piece(75, 30, stretches=True)]) == (0, 1)


def test_whatever_it_takes_is_given_up_where_there_may_be_one_page() -> None:
    pieces = [Piece(75, 30, stretches=True), Piece(75, 30, stretches=True)]
    assert starts(pieces, most=1) == (0,)
    assert share_out(plain(75, 75), 100, 100, 1) is None


def test_a_piece_that_begins_a_page_begins_one() -> None:
    assert starts([Piece(10, 10), Piece(10, 10, begins=True), Piece(10, 10)]) == (0, 1)


def test_a_kept_piece_stays_with_the_one_before() -> None:
    pieces = [Piece(60, 60), Piece(30, 30), Piece(30, 30, kept=True)]
    assert starts(pieces) == (0, 1)
    apart = share_out([Piece(60, 60), Piece(60, 60, kept=True)], 100, 100)
    assert apart is not None
    assert apart.cost[1] == 1


def test_a_piece_taller_than_a_page_has_one_to_itself() -> None:
    found = share_out(plain(30, 130, 30), 100, 100)
    assert found == Sharing((0, 1, 2), (1, 0, 70.0**2))


def test_a_head_that_is_set_again_takes_room() -> None:
    rows = [Piece(30, 30), *(Piece(30, 30, head=20) for _ in range(5))]
    assert starts(rows) == (0, 3, 5)


def test_gaps_count_between_pieces_alone() -> None:
    pieces = [Piece(50, 50, gap=9, least_gap=5), Piece(45, 45, gap=9, least_gap=5)]
    assert starts(pieces) == (0,)
    assert cost_of_page(pieces, 100, True) == (0, 0, (2 * 4.0) ** 2)


heights = st.integers(4, 60)
pieces = st.lists(
    st.builds(
        lambda height, give, gap, stretches, begins, kept: Piece(
            height, height - min(give, height - 2), gap, gap / 2, 0.0, stretches, begins, kept and not begins
        ),
        heights,
        st.integers(0, 30),
        st.integers(0, 8),
        st.booleans(),
        st.sampled_from([False] * 5 + [True]),
        st.sampled_from([False] * 4 + [True]),
    ),
    min_size=1,
    max_size=7,
)


def every_way(count: int) -> list[tuple[int, ...]]:
    inner = range(1, count)
    return [(0, *cut) for size in range(count) for cut in combinations(inner, size)]


def cost_of(way: tuple[int, ...], those: list[Piece], first: float, rest: float) -> Cost | None:
    """The cost of one way, reckoned page by page; None where it cannot be."""
    total: Cost = (0, 0, 0.0)
    for number, (start, end) in enumerate(zip(way, (*way[1:], len(those)), strict=True)):
        if any(piece.begins for piece in those[start + 1 : end]):
            return None
        cost = cost_of_page(those[start:end], first if number == 0 else rest, end == len(those))
        if cost is None:
            return None
        total = (total[0] + cost[0], total[1] + (start > 0 and those[start].kept), total[2] + cost[2])
    return total


@settings(max_examples=60)
@given(pieces, st.integers(40, 90), st.integers(60, 110), st.sampled_from([None, None, 1, 2, 3]))
def test_no_other_way_costs_less(those: list[Piece], first: int, rest: int, most: int | None) -> None:
    ways = [way for way in every_way(len(those)) if most is None or len(way) <= most]
    costs = [cost for way in ways if (cost := cost_of(way, those, first, rest)) is not None]
    found = share_out(those, first, rest, most)
    if found is None:
        assert not costs
    else:
        assert found.cost == pytest.approx(min(costs))
        assert cost_of(found.starts, those, first, rest) == pytest.approx(found.cost)
