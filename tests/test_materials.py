"""Materials rolled up by headcount: supplies add up, of a tool the most that is wanted at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import library_of

from daysheet.materials import Need, roll_up

PEOPLE = "headcount: 48\nwalk_ins: 4\ntable_size: 6\n"


def needs(root: Path, materials: str, round: str = "", delivery: str = PEOPLE) -> tuple[Need, ...]:
    agenda = f"title: A\nrounds:\n  - title: R\n    minutes: 10\n{round}    materials:\n{materials}"
    return roll_up(library_of(root, {"data/delivery.yml": delivery, "data/agendas/a.yml": agenda}))


@pytest.mark.parametrize(
    ("per", "groups", "count"),
    [
        ("person", "", 52),
        ("pair", "", 26),
        ("trio", "", 18),
        ("group", "    groups: fours\n", 13),
        ("group", "    groups: {size: 5, to: 6}\n", 11),
        ("table", "", 8),
        ("team", "", 8),
        ("station", "    stations: {North: a, South: b}\n", 2),
        ("room", "", 1),
    ],
)
def test_a_supply_is_counted_by_what_it_is_for(tmp_path: Path, per: str, groups: str, count: int) -> None:
    assert needs(tmp_path, f"      - {{supply: cards, per: {per}}}\n", groups) == (Need("cards", count, False, ("R",)),)


def test_several_for_each_are_so_many_times_more(tmp_path: Path) -> None:
    assert needs(tmp_path, "      - {supply: cards, per: table, count: 3}\n")[0].count == 24


def test_a_supply_is_used_up_in_each_turn_and_a_tool_comes_back(tmp_path: Path) -> None:
    both = "      - {supply: paper, per: table}\n      - {tool: pens, per: table}\n"
    found = needs(tmp_path, both, "    repeat:\n      times: 3\n")
    assert [(each.name, each.count, each.comes_back) for each in found] == [("paper", 24, False), ("pens", 8, True)]


def test_without_a_headcount_the_room_still_needs_one(tmp_path: Path) -> None:
    assert needs(tmp_path, "      - {tool: pens, per: table}\n", delivery="paper: a4\n")[0].count == 1


def test_rounds_add_up_supplies_and_share_tools(tmp_path: Path) -> None:
    rounds = "".join(
        f"  - title: {title}\n    minutes: 5\n    materials:\n"
        f"      - {{supply: paper, per: {per}}}\n      - {{tool: pens, per: {per}}}\n"
        for title, per in (("One", "table"), ("Two", "pair"))
    )
    library = library_of(tmp_path, {"data/delivery.yml": PEOPLE, "data/agendas/a.yml": f"title: A\nrounds:\n{rounds}"})
    assert roll_up(library) == (Need("paper", 34, False, ("One", "Two")), Need("pens", 26, True, ("One", "Two")))


def test_tracks_side_by_side_want_a_tool_together(tmp_path: Path) -> None:
    track = (
        "      - title: T{}\n        rounds:\n          - title: R{}\n            minutes: 5\n            materials:\n"
    )
    tool = "              - {tool: projector}\n"
    tracks = "".join(track.format(each, each) + tool for each in (1, 2))
    library = library_of(tmp_path, {"data/agendas/a.yml": f"title: A\nparts:\n  - title: P\n    tracks:\n{tracks}"})
    assert [each.count for each in roll_up(library)] == [2]
