"""The stacks of the day: what is handed out when, how many for each table, and what is collected."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import CONFERENCE, view_of
from hypothesis import given
from hypothesis import strategies as st

from daysheet.check import check
from daysheet.job.stacks import Stack, seats_of, stacks_of
from daysheet.models.agenda import Round
from daysheet.models.delivery import Delivery
from daysheet.project import Project
from daysheet.seats import shares_of, spares_of, unseated
from daysheet.view import View, view_for

DELIVERY = (
    "days:\n  - {date: 2026-03-21, doors: 8:30, start: 9:00, end: 12:00}\ntimezone: Europe/Paris\n"
    "headcount: 14\ntable_size: 4\nwalk_ins: 3\n"
)
FILES = {
    "data/delivery.yml": DELIVERY,
    "data/worksheets/one.yml": "title: One\nblocks:\n  - prompt: Why?\n",
    "data/worksheets/two.yml": "title: Two\ncopies: table\nsheet: {colour: yellow}\nafter: hand in\nblocks:\n  - prompt: Why?\n",
    "data/worksheets/three.yml": "title: Three\ncopies: pair\nblocks:\n  - prompt: Why?\n",
    "data/worksheets/four.yml": "title: Four\ncopies: group\nblocks:\n  - prompt: Why?\n",
    "data/worksheets/five.yml": "title: Five\ncopies: room\nafter: post\nblocks:\n  - prompt: Why?\n",
    "data/packets/participant.yml": "title: Packet\ncontents:\n  - cover\n  - worksheets: [one]\n",
    "data/agendas/a.yml": (
        "title: A\nrounds:\n"
        "  - title: First\n    minutes: 10\n    groups: trios\n    uses:\n"
        "      - worksheet: two\n      - worksheet: three\n      - worksheet: four\n      - worksheet: five\n"
        "  - title: Second\n    minutes: 15\n    uses:\n      - worksheet: two\n"
    ),
}


@pytest.fixture
def view(tmp_path: Path) -> View:
    return view_of(tmp_path, FILES, "facilitator")


def stack_of(view: View, id: str) -> Stack:
    return next(each for each in stacks_of(view, seats_of(view.library)) if each.id == id)


def piles(stack: Stack) -> list[tuple[str, int]]:
    return [(share.table, share.copies) for share in stack.shares]


def test_everybody_sits_as_evenly_as_the_tables_allow(view: View) -> None:
    assert seats_of(view.library) == {"1": 4, "2": 4, "3": 3, "4": 3}


def test_the_packet_lies_on_the_chairs_when_the_doors_open(view: View) -> None:
    packet = stack_of(view, "participant")
    assert packet.start is not None
    assert f"{packet.start:%H:%M}" == "08:30"
    assert piles(packet) == [("1", 4), ("2", 4), ("3", 3), ("4", 3)]
    assert (packet.wanted, packet.spares, packet.copies) == (14, 3, 17)


def test_a_pair_never_shares_across_two_tables(view: View) -> None:
    assert piles(stack_of(view, "three")) == [("1", 2), ("2", 2), ("3", 2), ("4", 2)]
    assert stack_of(view, "three").spares == 2


def test_a_sheet_for_each_group_follows_the_round_that_uses_it(view: View) -> None:
    assert piles(stack_of(view, "four")) == [("1", 2), ("2", 2), ("3", 1), ("4", 1)]


def test_a_sheet_for_the_room_is_one_sheet_and_goes_to_no_table(view: View) -> None:
    assert piles(stack_of(view, "five")) == [("", 1)]
    assert stack_of(view, "five").spares == 0


def test_what_is_handed_in_is_collected_when_the_last_round_that_uses_it_ends(view: View) -> None:
    two = stack_of(view, "two")
    assert two.start is not None
    assert two.collected is not None
    assert (f"{two.start:%H:%M}", f"{two.collected:%H:%M}", two.collect_round) == ("09:00", "09:25", "Second")
    assert (two.tint, two.handed_in, two.copies) == ("yellow", True, 5)


def test_what_people_keep_or_post_is_not_collected(view: View) -> None:
    assert stack_of(view, "five").collected is None
    assert not stack_of(view, "three").handed_in


def test_a_session_without_times_still_says_in_which_round_a_sheet_is_collected(tmp_path: Path) -> None:
    view = view_of(tmp_path, {**FILES, "data/delivery.yml": "headcount: 14\n"}, "facilitator")
    two = stack_of(view, "two")
    assert (two.start, two.collected, two.handed_in, two.collect_round) == (None, None, True, "Second")


def test_the_tables_of_the_roster_are_those_of_the_stacks() -> None:
    checked = check(CONFERENCE)
    view = view_for(Project(CONFERENCE), checked, "facilitator")
    assert seats_of(view.library, checked.seating) == {str(number): 6 for number in range(1, 9)}


def test_who_is_expected_beyond_the_roster_finds_a_spare_copy() -> None:
    delivery = Delivery(headcount=20, walk_ins=2)
    assert unseated(delivery, {"1": 6, "2": 6}) == 10
    assert unseated(delivery, {"1": 15, "2": 15}) == 2


@given(st.integers(1, 300), st.integers(1, 12), st.sampled_from(["person", "pair", "group", "table", "team"]))
def test_everybody_has_a_copy_at_hand(people: int, size: int, per: str) -> None:
    tables = -(-people // size)
    seats = {str(at): people // tables + (at < people % tables) for at in range(tables)}
    round = Round.model_validate({"title": "R", "groups": "trios", "minutes": "5"})
    share = {"person": 1, "pair": 2, "group": 3}.get(per, size)
    for each in shares_of(per, round, seats):
        assert each.copies * share >= seats[each.table]
        assert (each.copies - 1) * share < seats[each.table]


@given(st.integers(0, 50))
def test_spares_are_for_walk_ins(walk_ins: int) -> None:
    assert spares_of("person", walk_ins) == walk_ins
    assert 2 * spares_of("pair", walk_ins) in (walk_ins, walk_ins + 1)
    assert spares_of("table", walk_ins) <= 1
