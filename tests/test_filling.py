"""Writing space fills its page with whole lines; what is over goes to gaps, and what is lacking comes from lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.filling import ABOVE, WIDEST, Band, Room, fill

LINE = 8.0


def band(id: str, rows: int, stretch: float = 1.0, least: int = 1, rest: bool = False, ruled: bool = True) -> Band:
    return Band((Room(id, rows, stretch, rest, least, ruled),), (0.0,), rows * LINE, LINE)


def rows_of(bands: list[Band], lines: float, gaps: int = 1) -> dict[str, int]:
    """The rows on a page that has so many lines beyond the natural sizes."""
    room = sum(each.natural for each in bands) + 50 + 6.6 * gaps + lines * LINE
    return dict(fill(bands, 50, [(6.6, 5.0)] * gaps, room, LINE).rows)


def test_all_that_is_left_goes_to_the_space_that_asks_for_it() -> None:
    assert rows_of([band("a", 4), band("b", 3, rest=True)], 5.1) == {"a": 4, "b": 8}


def test_spaces_share_by_their_stretch() -> None:
    assert rows_of([band("a", 4, 2.0), band("b", 4, 1.0)], 6.1) == {"a": 8, "b": 6}


def test_a_single_line_stays_a_line() -> None:
    assert rows_of([band("a", 1, 0.0)], 5) == {"a": 1}


def test_what_is_lacking_comes_from_the_space_with_most_to_give() -> None:
    assert rows_of([band("a", 8, least=2), band("b", 4, least=4)], -3) == {"a": 5, "b": 4}


def test_spaces_beside_one_another_end_at_one_foot() -> None:
    both = Band((Room("a", 4), Room("b", 6)), (12.0, 4.0), 52.0, LINE)
    assert both.rows(0) == {"a": 5, "b": 6}
    assert both.rows(2) == {"a": 7, "b": 8}


def test_a_space_that_does_not_stretch_stays_beside_one_that_does() -> None:
    both = Band((Room("a", 3, 0.0), Room("b", 6)), (0.0, 0.0), 48.0, LINE)
    assert both.rows(2) == {"a": 3, "b": 8}


def test_less_than_a_line_widens_the_gaps_first() -> None:
    filled = fill([band("a", 4)], 50, [(6.6, 5.0)] * 2, 50 + 32 + 13.2 + 4, LINE)
    assert filled.rows == {"a": 4}
    assert filled.gaps == pytest.approx((8.6, 8.6))
    assert filled.left == pytest.approx(0)


def test_gaps_give_what_one_more_line_lacks() -> None:
    filled = fill([band("a", 4)], 50, [(6.6, 5.0)] * 2, 50 + 32 + 13.2 + 6, LINE)
    assert filled.rows == {"a": 5}
    assert filled.gaps == pytest.approx((5.6, 5.6))


def test_what_is_still_over_stands_above_the_lines() -> None:
    filled = fill([band("a", 4)], 50, [], 50 + 32 + 3, LINE)
    assert filled.above == pytest.approx({"a": 3})


def test_blank_space_takes_what_is_over() -> None:
    filled = fill([band("a", 4, ruled=False)], 50, [(6.6, 5.0)], 50 + 32 + 6.6 + 6, LINE)
    assert filled.above == pytest.approx({"a": 6})
    assert filled.gaps == pytest.approx((6.6,))


def test_a_page_that_nothing_can_fill_stays_as_it_is() -> None:
    filled = fill([], 50, [(6.6, 5.0)], 200, LINE)
    assert filled.gaps == (6.6,)
    assert filled.left == pytest.approx(200 - 56.6)


spaces = st.lists(
    st.builds(
        lambda rows, least, stretch, rest, ruled: (rows, min(rows, least), stretch, rest, ruled),
        st.integers(1, 12),
        st.integers(1, 4),
        st.sampled_from([0.0, 0.5, 1.0, 3.0]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=5,
)


@settings(max_examples=80)
@given(spaces, st.integers(0, 4), st.floats(-60, 120))
def test_a_page_is_never_too_full_and_no_space_under_its_least(
    those: list[tuple[int, int, float, bool, bool]], gaps: int, left: float
) -> None:
    bands = [
        band(str(at), rows, stretch, least, rest, ruled) for at, (rows, least, stretch, rest, ruled) in enumerate(those)
    ]
    natural = sum(each.natural for each in bands) + 50 + 6.6 * gaps
    least = sum(each.least for each in bands) + 50 + 5.0 * gaps
    room = max(natural + left, least)
    filled = fill(bands, 50, [(6.6, 5.0)] * gaps, room, LINE)
    used = 50 + sum(filled.rows.values()) * LINE + sum(filled.gaps) + sum(filled.above.values())
    assert used <= room + 1e-6
    assert used + filled.left == pytest.approx(room)
    assert all(filled.rows[str(at)] >= each[1] for at, each in enumerate(those))
    assert all(5.0 - 1e-9 <= gap <= 6.6 + WIDEST + 1e-9 for gap in filled.gaps)
    if any(stretch for _, _, stretch, _, _ in those):
        assert filled.left <= max(LINE - ABOVE, 0) + 1e-6
