"""People into groups: sizes within one of each other, everybody once, and as many meetings as can be."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.people.dividing import Met, divide, sizes_for
from daysheet.people.letters import letters_for
from daysheet.people.person import Person

COUNTS = st.integers(1, 70)


def people(count: int, teams: int = 1) -> list[Person]:
    return [Person(f"p-{at}", at, f"Person {at}", team=f"Team {at % teams}") for at in range(count)]


def ids(groups: list[list[Person]]) -> list[str]:
    return sorted(person.id for group in groups for person in group)


@pytest.mark.parametrize(
    ("count", "size", "sizes"),
    [
        (13, 3, (4, 3, 3, 3)),
        (48, 3, (3,) * 16),
        (2, 3, (2,)),
        (5, 3, (3, 2)),
        (7, 4, (4, 3)),
        (11, 2, (3, 2, 2, 2, 2)),
        (1, 2, (1,)),
        (0, 3, ()),
    ],
)
def test_what_is_left_over_is_spread(count: int, size: int, sizes: tuple[int, ...]) -> None:
    assert sizes_for(count, size) == sizes


def test_a_range_leaves_room_for_the_rest() -> None:
    assert sizes_for(23, 6, 8) == (8, 8, 7)


@given(COUNTS, st.integers(1, 12))
def test_sizes_are_within_one_of_each_other_and_hold_everybody(count: int, size: int) -> None:
    sizes = sizes_for(count, size)
    assert sum(sizes) == count
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= size + 1


@settings(max_examples=40)
@given(COUNTS, st.integers(2, 8), st.integers(1, 6), st.integers(0, 5))
def test_everybody_is_in_exactly_one_group_of_a_fair_size(count: int, size: int, teams: int, turn: int) -> None:
    everybody, met = people(count, teams), Met()
    for at in range(turn % 3 + 1):
        groups = divide(everybody, len(sizes_for(count, size)), met, lambda each: each.team, (), turn + at)
        assert ids(groups) == ids([everybody])
        assert max(map(len, groups)) - min(map(len, groups)) <= 1
        met.add(groups)


@settings(max_examples=20)
@given(st.integers(6, 40), st.integers(2, 4))
def test_hosts_stay_with_their_group(count: int, size: int) -> None:
    everybody, met = people(count), Met()
    first = divide(everybody, len(sizes_for(count, size)), met)
    hosts = [group[0] for group in first]
    met.add(first)
    second = divide(everybody, len(hosts), met, None, hosts, 1)
    assert [hosts[at] in group for at, group in enumerate(second)] == [True] * len(hosts)
    assert ids(second) == ids([everybody])
    assert max(map(len, second)) - min(map(len, second)) <= 1


def test_teams_that_are_no_larger_than_the_room_has_groups_are_mixed_wholly() -> None:
    groups = divide(people(24, 6), 8, Met(), lambda each: each.team)
    assert all(len({each.team for each in group}) == len(group) for group in groups)


@pytest.mark.parametrize(("count", "size", "turns"), [(15, 3, 5), (49, 7, 5), (48, 3, 6), (25, 5, 5), (20, 4, 3)])
def test_nobody_meets_anybody_twice_where_that_can_be(count: int, size: int, turns: int) -> None:
    everybody, met = people(count), Met()
    pairs: Counter[frozenset[str]] = Counter()
    for turn in range(turns):
        groups = divide(everybody, len(sizes_for(count, size)), met, None, (), turn)
        met.add(groups)
        pairs.update(frozenset((one.id, other.id)) for group in groups for one, other in combinations(group, 2))
    assert max(pairs.values()) == 1


def test_nine_in_threes_have_all_met_after_four_turns() -> None:
    everybody, met = people(9), Met()
    for turn in range(4):
        met.add(divide(everybody, 3, met, None, (), turn))
    assert all(len(met.counts[each.id]) == 8 for each in everybody)


def test_the_same_people_come_out_in_the_same_groups() -> None:
    assert divide(people(31, 4), 10, Met(), lambda each: each.team) == divide(
        people(31, 4), 10, Met(), lambda each: each.team
    )


@given(st.integers(1, 9), st.integers(1, 5), st.integers(0, 9))
def test_every_letter_is_read_before_one_is_read_twice(members: int, letters: int, offset: int) -> None:
    names, known = [f"p-{at}" for at in range(members)], [chr(65 + at) for at in range(letters)]
    given_ = letters_for(names, known, {"p-0": "B"}, offset)
    assert len(given_) == members
    counts = Counter(given_)
    assert set(given_) == set(known) if members >= letters else max(counts.values()) == 1
    assert "B" not in known[:members] or given_[0] == "B"


def test_a_fourth_person_doubles_another_letter_in_each_group() -> None:
    four = ["a", "b", "c", "d"]
    assert [letters_for(four, ["A", "B", "C"], {}, at)[3] for at in range(3)] == ["A", "B", "C"]
