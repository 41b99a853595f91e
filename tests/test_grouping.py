"""The agenda and the roster together: tables, groups turn by turn, letters, stations, and moves by hand."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest
from conftest import checked, sentences
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.models.delivery import Delivery
from daysheet.people.person import Person
from daysheet.people.seating import Grouping, Seating
from daysheet.people.tables import seat_at_tables

DELIVERY = "headcount: {count}\ntable_size: 6\naddress: https://day.ac\n"


def roster(count: int, teams: int = 6, more: str = "") -> str:
    rows = (f"Given{at},Family{at},Team {at % teams},{'Host' if at % 5 == 0 else 'Guest'}{more}" for at in range(count))
    return "given,family,team,role\n" + "\n".join(rows) + "\n"


def seated(root: Path, rounds: str, people: str, moves: str = "") -> Seating:
    count = people.count("\n") - 1
    files = {
        "data/agendas/day.yml": f"title: The day\nrounds:\n{indent(rounds, '  ')}",
        "data/delivery.yml": DELIVERY.format(count=count),
        "data/roster.csv": people,
        **({"data/groups.yml": moves} if moves else {}),
    }
    result = checked(root, files)
    assert result.problems == (), sentences(result)
    return result.seating


def members(grouping: Grouping) -> list[set[str]]:
    return [set(group.members) for group in grouping.groups]


def test_trios_of_thirteen_are_three_threes_and_a_four(tmp_path: Path) -> None:
    seating = seated(tmp_path, "- title: Talk\n  minutes: 10\n  groups: trios\n", roster(13))
    (grouping,) = seating.groupings
    assert sorted(len(group.members) for group in grouping.groups) == [3, 3, 3, 4]
    assert (grouping.kind, grouping.at, grouping.title) == ("group", "table", "Talk")


def test_rounds_without_groups_to_form_form_none(tmp_path: Path) -> None:
    rounds = "\n".join(
        f"- title: Round {each}\n  minutes: 10\n  groups: {each}" for each in ("alone", "everyone", "tables", "teams")
    )
    assert seated(tmp_path, f"{rounds}\n- break: 10\n", roster(12)).groupings == ()


def test_turns_make_new_groups_and_rounds_too_so_that_people_meet(tmp_path: Path) -> None:
    rounds = "- title: One\n  minutes: 10\n  groups: trios\n  repeat: {times: 3}\n- title: Two\n  minutes: 5\n  groups: pairs\n"
    seating = seated(tmp_path, rounds, roster(36))
    assert [(each.round_id, each.turn, each.turns) for each in seating.groupings] == [
        ("one", 1, 3),
        ("one", 2, 3),
        ("one", 3, 3),
        ("two", 1, 1),
    ]
    tables = {person.id: person.table for person in seating.people}
    seen: set[frozenset[str]] = set()
    for grouping in seating.groupings:
        for group in grouping.groups:
            pairs = {frozenset((one, other)) for one in group.members for other in group.members if one != other}
            assert not pairs & seen
            assert len({tables[id] for id in group.members}) == len(group.members)
            seen |= pairs


def test_where_roles_take_turns_the_group_stays_together(tmp_path: Path) -> None:
    rounds = "- title: Talk\n  minutes: 9\n  groups: trios\n  repeat: {times: 3, rotate: roles}\n"
    assert [each.turn for each in seated(tmp_path, rounds, roster(12)).groupings] == [1]


def test_groups_go_from_station_to_station_and_are_listed_once(tmp_path: Path) -> None:
    rounds = (
        "- title: Walk\n  minutes: 9\n  groups: {size: 4}\n  repeat: {times: 3}\n"
        "  stations:\n    North: the past\n    East: the day\n    South: the future\n"
    )
    seating = seated(tmp_path, rounds, roster(12))
    places = [[group.place for group in each.groups] for each in seating.groupings]
    assert places == [["North", "East", "South"], ["East", "South", "North"], ["South", "North", "East"]]
    assert len({str(members(each)) for each in seating.groupings}) == 1
    assert len(seating.listed) == 1


def test_hosts_stay_at_their_table_and_the_others_go_on(tmp_path: Path) -> None:
    rounds = (
        "- title: Café\n  kind: world café\n  minutes: 9\n  groups: tables\n  roles:\n    Host: Stays and tells.\n"
        "  repeat: {times: 3, rotate: tables, stay: Host}\n"
    )
    seating = seated(tmp_path, rounds, roster(36))
    first, *others = seating.groupings
    roles = {person.id: person.role for person in seating.people}
    for at, group in enumerate(first.groups):
        stays = set(group.members).intersection(*(each.groups[at].members for each in others))
        assert any(roles[id] == "Host" for id in stays)
    assert members(first) != members(others[0]) != members(others[1])
    assert [group.name for group in others[0].groups] == [name for name, _ in seating.tables]


def test_letters_are_spread_in_each_group_and_kept_through_the_day(tmp_path: Path) -> None:
    reading = "---\ntitle: Text\n---\n\n## One {letter=A}\n\nWords.\n\n## Two {letter=B}\n\nWords.\n"
    (tmp_path / "content/readings").mkdir(parents=True)
    (tmp_path / "content/readings/text.md").write_text(reading, "utf-8")
    one = "  kind: jigsaw\n  minutes: 9\n  groups: pairs\n  uses:\n    - reading: text\n  letters: {A: one, B: two}\n"
    seating = seated(tmp_path, f"- title: First\n{one}- title: Second\n{one}", roster(16))
    for grouping in seating.groupings:
        assert all(sorted(group.letters) == ["A", "B"] for group in grouping.groups)
    assert {seating.letter_of(person.id) for person in seating.people} == {"A", "B"}
    assert all(seating.spots_of(each.id)[0].letter == seating.letter_of(each.id) for each in seating.people)


@pytest.mark.parametrize("keep", ["teams", "tables", "roles"])
def test_what_is_kept_together_is_kept_and_nobody_is_alone(tmp_path: Path, keep: str) -> None:
    rounds = f"- title: Talk\n  minutes: 9\n  groups: trios\n  keep: {keep}\n"
    seating = seated(tmp_path, rounds, roster(35, 5))
    attribute = keep.removesuffix("s")
    by_id = seating.by_id
    for group in seating.groupings[0].groups:
        assert len({getattr(by_id[id], attribute) for id in group.members}) == 1
        assert len(group.members) >= 2


def test_a_team_of_one_joins_others(tmp_path: Path) -> None:
    people = "name,team\nAna,North\nBen,South\nChi,South\nDee,South\nEve,\n"
    rounds = "- title: Talk\n  minutes: 9\n  groups: pairs\n  keep: teams\n"
    seating = seated(tmp_path, rounds, people)
    assert sorted(len(group.members) for group in seating.groupings[0].groups) == [2, 3]
    assert {"ana", "eve"} in members(seating.groupings[0])


def test_mixed_teams_are_mixed_in_every_turn(tmp_path: Path) -> None:
    rounds = "- title: Talk\n  minutes: 9\n  groups: trios\n  mix: teams\n  repeat: {times: 4}\n"
    seating = seated(tmp_path, rounds, roster(48, 8))
    by_id = seating.by_id
    for grouping in seating.groupings:
        assert all(len({by_id[id].team for id in group.members}) == 3 for group in grouping.groups)


def test_tracks_group_those_whose_column_names_them(tmp_path: Path) -> None:
    people = "name,track\nAna,Beginners\nBen,beginners\nChi,Experts\nDee,Experts\nEve,\n"
    agenda = (
        "title: The day\nparts:\n  - title: Side by side\n    tracks:\n"
        "      - title: Beginners\n        room: A\n        rounds:\n          - {title: Start, minutes: 9, groups: pairs}\n"
        "      - title: Experts\n        room: B\n        rounds:\n          - {title: Go on, minutes: 9, groups: pairs}\n"
    )
    result = checked(tmp_path, {"data/agendas/day.yml": agenda, "data/roster.csv": people})
    assert result.problems == (), sentences(result)
    assert [members(each) for each in result.seating.groupings] == [[{"ana", "ben"}], [{"chi", "dee"}]]


def test_moves_by_hand_are_carried_out(tmp_path: Path) -> None:
    rounds = "- title: Talk\n  minutes: 9\n  groups: pairs\n  repeat: {times: 2}\n"
    before = seated(tmp_path, rounds, roster(12))
    one, other = before.groupings[0].groups[0].members[0], before.groupings[0].groups[3].members[1]
    names = before.by_id[one].name, before.by_id[other].name
    moves = (
        f"moves:\n  - move: {names[0]}\n    with: {names[1]}\n    round: Talk\n    turn: 1\n"
        f"  - move: {other}\n    to: 2\n    round: talk\n    turn: 2\n  - move: {names[1]}\n    to: Window\n"
    )
    after = seated(tmp_path, rounds, roster(12), moves)
    assert one in after.groupings[0].groups[3].members
    assert other in after.groupings[0].groups[0].members
    assert other in after.groupings[1].groups[1].members
    assert after.by_id[other].table == "Window"
    assert members(after.groupings[0])[4:] == members(before.groupings[0])[4:]


def test_an_exchange_for_all_turns_is_not_undone_by_the_second(tmp_path: Path) -> None:
    stations = "  stations:\n    North: a\n    East: b\n"
    rounds = f"- title: Walk\n  minutes: 9\n  groups: pairs\n  repeat: {{times: 2}}\n{stations}"
    before = seated(tmp_path, rounds, roster(4))
    one, other = before.groupings[0].groups[0].members[0], before.groupings[0].groups[1].members[0]
    after = seated(tmp_path, rounds, roster(4), f"moves:\n  - move: {one}\n    with: {other}\n    round: Walk\n")
    assert [other in each.groups[0].members for each in after.groupings] == [True, True]


def test_the_same_input_gives_the_same_groups(tmp_path: Path) -> None:
    rounds = "- title: Talk\n  minutes: 9\n  groups: {size: 4, to: 5}\n  mix: roles\n  repeat: {times: 3}\n"
    assert seated(tmp_path, rounds, roster(33)) == seated(tmp_path, rounds, roster(33))


def people_of(teams: list[int], at_tables: dict[int, str]) -> list[Person]:
    named = [f"Team {team}" for team, size in enumerate(teams) for _ in range(size)]
    return [Person(f"p-{at}", at, f"P{at}", team=team, table=at_tables.get(at, "")) for at, team in enumerate(named)]


@settings(max_examples=60)
@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=9),
    st.dictionaries(st.integers(0, 20), st.sampled_from(["1", "2", "Window"]), max_size=4),
    st.integers(2, 8),
    st.sampled_from([{}, {"mix": "teams"}, {"keep": "roles"}]),
)
def test_everybody_has_a_table_and_who_has_one_keeps_it(
    teams: list[int], given_: dict[int, str], size: int, how: dict[str, str]
) -> None:
    people = people_of(teams, given_)
    delivery = Delivery.model_validate({"headcount": len(people), "table_size": size, **how})
    result = seat_at_tables(people, delivery)
    assert [each.id for each in result] == [each.id for each in people]
    assert all(each.table for each in result)
    assert all(result[at].table == table for at, table in given_.items() if at < len(people))
    if not given_:
        sizes = [len([each for each in result if each.table == table]) for table in {each.table for each in result}]
        assert max(sizes) <= size
        if how == {"mix": "teams"}:
            assert max(sizes) - min(sizes) <= 1


def test_a_team_that_fits_sits_together_and_a_large_one_is_split(tmp_path: Path) -> None:
    people = people_of([3, 3, 2, 2, 2, 8], {})
    result = seat_at_tables(people, Delivery.model_validate({"headcount": 20, "table_size": 5}))
    tables = {team: {each.table for each in result if each.team == team} for team in {each.team for each in people}}
    assert {team: len(where) for team, where in tables.items()} == {
        "Team 0": 1, "Team 1": 1, "Team 2": 1, "Team 3": 1, "Team 4": 1, "Team 5": 2,
    }  # fmt: skip


def test_nobody_is_seated_online() -> None:
    people = people_of([4], {})
    assert seat_at_tables(people, Delivery.model_validate({"headcount": 4, "place": "online"})) == tuple(people)
