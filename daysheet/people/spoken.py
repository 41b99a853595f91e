"""Where a person is, in words: for the cover of a packet, for badges and for lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from daysheet.people.person import Person
from daysheet.people.seating import Group, Grouping, Seating, Spot

Words = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """What a person is told of one round: its title, and where to go, turn by turn."""

    title: str
    words: str


def spots_in_words(seating: Seating, id: str, words: Words) -> Iterator[Told]:
    """Each round that groups, once: `Consultancy`, `group 3 at table 2, letter B`. `words` are those under `people`."""
    spots = seating.spots_of(id)
    for _, turns in groupby(spots, key=lambda spot: spot.grouping.round_id):
        of_round = list(turns)
        yield Told(of_round[0].grouping.title, _told(of_round, words))


def _told(spots: Sequence[Spot], words: Words) -> str:
    first = spots[0]
    letter = str(words["letter"]).format(letter=first.letter) if first.letter else ""
    names = list(dict.fromkeys(spot.group.name for spot in spots))
    if len(names) == 1:
        places = list(dict.fromkeys(spot.group.place for spot in spots if spot.group.place))
        said = f"{named(first.grouping, first.group.name, words)}{_places(first.grouping, places, words)}"
    else:
        said = str(words["then"]).join(
            [named(first.grouping, names[0], words), *(spot.group.name for spot in spots[1:])]
        )
    return ", ".join(each for each in (said, letter) if each)


def named(grouping: Grouping, name: str, words: Words) -> str:
    """What a group is called in words: `group 3`, `table 4`, or the team's own name."""
    return str(words["kinds"][grouping.kind]).format(name=name)


def _places(grouping: Grouping, places: Sequence[str], words: Words) -> str:
    if not places:
        return ""
    if grouping.at == "table":
        return str(words["at_table"]).format(table=places[0])
    key = "at_station" if len(places) == 1 else "from_station"
    return str(words[key]).format(station=places[0])


def place_of(grouping: Grouping, group: Group, words: Words) -> str:
    """Where a group meets, on its own: `table 2`, or the station."""
    return (
        str(words["kinds"]["table"]).format(name=group.place) if grouping.at == "table" and group.place else group.place
    )


def about(person: Person, seating: Seating, words: Words) -> tuple[str, ...]:
    """What stands after the name in a running head: team, table, the group of a day that has one grouping alone, letter."""
    said = (
        person.team,
        str(words["kinds"]["table"]).format(name=person.table) if person.table else "",
        group_alone(person.id, seating, words),
        seating.letter_of(person.id),
    )
    return tuple(each[:1].upper() + each[1:] for each in said if each)


def group_alone(id: str, seating: Seating, words: Words) -> str:
    """`Group 3` of a person, on a day that has one grouping alone; else nothing, for there is not one to name."""
    spots = seating.spots_of(id)
    if len(spots) != 1 or spots[0].grouping.kind != "group":
        return ""
    said = named(spots[0].grouping, spots[0].group.name, words)
    return said[:1].upper() + said[1:]
