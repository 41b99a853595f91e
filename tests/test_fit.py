"""Writing space takes what a page has left, and never more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from daysheet.fit import FOOT, SPARE, Room, fit, style_of
from daysheet.layout import Area, PageMap
from daysheet.models.values import LINE_MM


def page_map(end: float, *areas: tuple[str, int, float]) -> PageMap:
    found = {id: Area(page, 20, y, 174, 40) for id, page, y in areas}
    return PageMap(2, {**found, "part--end": Area(1, 20, end, 174, 0)}, {})


def left(lines: float) -> float:
    return FOOT - lines * LINE_MM


def test_all_that_is_left_goes_to_the_space_that_asks_for_it() -> None:
    rooms = (Room("a", 4), Room("b", 3, rest=True))
    assert fit({"part": rooms}, page_map(left(5.5), ("a", 1, 50), ("b", 1, 100))) == {"b": 8}


def test_spaces_share_by_their_stretch() -> None:
    rooms = (Room("a", 4, 2.0), Room("b", 4, 1.0))
    assert fit({"part": rooms}, page_map(left(6.5), ("a", 1, 50), ("b", 1, 100))) == {"a": 8, "b": 6}


def test_spaces_beside_one_another_grow_together() -> None:
    rooms = (Room("a", 4), Room("b", 6))
    assert fit({"part": rooms}, page_map(left(3.5), ("a", 1, 50), ("b", 1, 50.2))) == {"a": 7, "b": 9}


def test_a_single_line_stays_a_line() -> None:
    assert fit({"part": (Room("a", 1, 0.0),)}, page_map(left(5.5), ("a", 1, 50))) == {}


def test_spaces_of_another_page_do_not_grow() -> None:
    assert fit({"part": (Room("a", 4),)}, page_map(left(5.5), ("a", 2, 50))) == {}


def test_a_full_page_stays_as_it_is() -> None:
    assert fit({"part": (Room("a", 4),)}, page_map(FOOT, ("a", 1, 50))) == {}
    assert fit({"part": (Room("a", 4),)}, page_map(FOOT + 9, ("a", 1, 50))) == {}


@given(
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0]), st.booleans()), max_size=6),
    st.floats(0, 40),
)
def test_what_is_given_fits_and_nothing_shrinks(spaces: list[tuple[int, float, bool]], lines: float) -> None:
    rooms = tuple(Room(f"r{at}", rows, stretch, rest) for at, (rows, stretch, rest) in enumerate(spaces))
    pages = page_map(left(lines), *((room.id, 1, 30.0 * at) for at, room in enumerate(rooms)))
    grown = fit({"part": rooms}, pages)
    extra = {room.id: grown[room.id] - room.rows for room in rooms if room.id in grown}
    assert all(0 < more <= SPARE for more in extra.values())
    assert sum(extra.values()) * LINE_MM <= lines * LINE_MM + 0.001
    assert not [room.id for room in rooms if room.id in extra and not room.stretch]


def test_sizes_are_written_by_id() -> None:
    assert style_of({"plan--goal--space": 7}).split() == [
        "#plan--goal--space",
        ".ds-space__row:nth-child(-n+7)",
        "{",
        "display:",
        "block",
        "}",
        "#plan--goal--space",
        ".ds-space__row:nth-child(n+8)",
        "{",
        "display:",
        "none",
        "}",
    ]
