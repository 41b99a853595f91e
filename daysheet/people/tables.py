"""Who sits at which table: as the roster says, and everybody else by team or mixed, where there is room."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from daysheet.models.delivery import Delivery
from daysheet.people.dividing import Met, divide
from daysheet.people.person import Person
from daysheet.people.seating import in_order

ATTRIBUTES = {"teams": "team", "roles": "role", "tables": "table"}
"""What `mix` and `keep` name, and where a person holds it."""


def seat_at_tables(people: Sequence[Person], delivery: Delivery | None) -> tuple[Person, ...]:
    """The people with a table each, in their order; unchanged where the session is online or nobody was counted.

    Who has a table in the roster keeps it. The others are seated with their team where the delivery keeps teams (if it
    says nothing), or so that teams are parted.
    """
    if delivery is None or delivery.place == "online" or not (delivery.headcount or any(each.table for each in people)):
        return tuple(people)
    rest = [person for person in people if not person.table]
    if not rest:
        return tuple(people)
    taken = Counter(person.table for person in people if person.table)
    room = _room(taken, len(people), delivery)
    if delivery.mix:
        seats = _mixed(rest, _evened(room, taken, len(rest)), ATTRIBUTES[delivery.mix])
    else:
        seats = _together(rest, room, ATTRIBUTES[delivery.keep or "teams"], people)
    return tuple(replace(person, table=seats.get(person.id, person.table)) for person in people)


def _room(taken: Mapping[str, int], people: int, delivery: Delivery) -> dict[str, int]:
    """The tables by name, and how many may still sit down at each; in all, there is room for everybody."""
    wanted = max(delivery.tables, -(-people // delivery.table_size))
    numbers = (str(number) for number in range(1, wanted + len(taken) + 1))
    fresh = [name for name in numbers if name not in taken][: max(0, wanted - len(taken))]
    names = sorted([*taken, *fresh], key=in_order)
    room = {name: max(0, delivery.table_size - taken.get(name, 0)) for name in names}
    missing = people - sum(taken.values()) - sum(room.values())
    for at in range(missing):
        room[names[at % len(names)]] += 1
    return room


def _evened(room: Mapping[str, int], taken: Mapping[str, int], people: int) -> dict[str, int]:
    """The places that so many people take, as evenly as what the roster says allows."""
    places = dict.fromkeys(room, 0)
    for _ in range(people):
        free = [name for name in room if places[name] < room[name]]
        places[min(free, key=lambda name: (places[name] + taken.get(name, 0), in_order(name)))] += 1
    return places


def _mixed(people: Sequence[Person], places: Mapping[str, int], attribute: str) -> dict[str, str]:
    """Dealt out, people of one team to different tables."""
    free = {name: count for name, count in places.items() if count}
    groups = divide(people, len(free), Met(), lambda person: str(getattr(person, attribute)))
    groups.sort(key=len, reverse=True)
    names = sorted(free, key=lambda name: (-free[name], in_order(name)))
    seats, homeless = dict[str, str](), list[Person]()
    for name, group in zip(names, groups, strict=True):
        seats |= {person.id: name for person in group[: free[name]]}
        homeless += group[free[name] :]
    for person in homeless:
        full = Counter(seats.values())
        seats[person.id] = next(name for name in names if full[name] < free[name])
    return seats


def _together(
    people: Sequence[Person], room: Mapping[str, int], attribute: str, everybody: Sequence[Person]
) -> dict[str, str]:
    """Team by team, the largest first; of two ways the one that splits fewer teams, else the one that fills tables evenly."""
    teams: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        teams[str(getattr(person, attribute)) or f" {person.id}"].append(person)  # nobody's team is a team of one
    beside = {str(getattr(person, attribute)): person.table for person in everybody if person.table}
    ordered = sorted(teams.items(), key=lambda item: (-len(item[1]), item[1][0].number))
    ways = [_seated(ordered, room, beside, tight) for tight in (False, True)]
    return min(ways, key=lambda seats: sum(len({seats[each.id] for each in team}) for team in teams.values()))


def _seated(
    teams: Sequence[tuple[str, list[Person]]], room: Mapping[str, int], beside: Mapping[str, str], tight: bool
) -> dict[str, str]:
    free, seats = dict(room), dict[str, str]()
    for team, members in teams:
        left = list(members)
        while left:
            name = _table_for(len(left), free, beside.get(team, ""), tight)
            taking, left = left[: free[name]], left[free[name] :]
            free[name] -= len(taking)
            seats |= {person.id: name for person in taking}
    return seats


def _table_for(count: int, free: Mapping[str, int], beside: str, tight: bool) -> str:
    """The table of those they belong to, else one that holds them all (the fullest, or the emptiest), else the emptiest."""
    if free.get(beside, 0):
        return beside
    holds = [name for name, places in free.items() if places >= count]
    if holds and tight:
        return min(holds, key=lambda name: (free[name], in_order(name)))
    return max(free, key=lambda name: free[name])
