"""Who sits where and works with whom: the values that named packets, badges and lists are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from daysheet.people.person import Person


@dataclass(frozen=True)
class Group:
    """Some people who work together for one turn.

    `name` is a number, or what a table or a team is called; `members` are ids of people in order, and `letters` are theirs,
    one each, where the round has letters. `place` is the station or the table where they meet, empty where that is open.
    """

    name: str
    members: tuple[str, ...]
    letters: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Grouping:
    """The groups of one turn of a round. `kind` says what a group is: `group`, `table` or `team`; turns count from 1.

    `at` says what the places are: `station`, `table`, or nothing.
    """

    round_id: str
    title: str
    kind: str
    groups: tuple[Group, ...]
    turn: int = 1
    turns: int = 1
    at: str = ""


@dataclass(frozen=True)
class Spot:
    """Where one person is in one turn."""

    grouping: Grouping
    group: Group
    letter: str = ""


@dataclass(frozen=True)
class Seating:
    """Everybody, with a table where there are tables, and the groupings in the order of the day."""

    people: tuple[Person, ...] = ()
    groupings: tuple[Grouping, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def tables(self) -> tuple[tuple[str, tuple[Person, ...]], ...]:
        """Each table by its name, in order, with who sits at it."""
        names = sorted({person.table for person in self.people if person.table}, key=in_order)
        return tuple((name, tuple(each for each in self.people if each.table == name)) for name in names)

    @cached_property
    def _spots(self) -> dict[str, tuple[Spot, ...]]:
        found: dict[str, list[Spot]] = {person.id: [] for person in self.people}
        for grouping in self.groupings:
            for group in grouping.groups:
                for at, id in enumerate(group.members):
                    found[id].append(Spot(grouping, group, group.letters[at] if group.letters else ""))
        return {id: tuple(spots) for id, spots in found.items()}

    def spots_of(self, id: str) -> tuple[Spot, ...]:
        """Where a person is, turn by turn, in the order of the day. Raises KeyError for nobody of the roster."""
        return self._spots[id]

    def letter_of(self, id: str) -> str:
        """The letter that a person bears first in the day, empty where no round has letters."""
        return next((spot.letter for spot in self.spots_of(id) if spot.letter), "")

    def of_round(self, id: str) -> tuple[Grouping, ...]:
        """The groupings of a round, one for each turn that has groups of its own."""
        return tuple(each for each in self.groupings if each.round_id == id)

    @cached_property
    def _shared_names(self) -> frozenset[str]:
        many = Counter(person.name.casefold() for person in self.people)
        return frozenset(name for name, count in many.items() if count > 1)

    def called(self, person: Person) -> str:
        """The name in a list: with the team, or else the role, where somebody else has the same name."""
        apart = person.team or person.role
        return f"{person.name} ({apart})" if apart and person.name.casefold() in self._shared_names else person.name

    @property
    def listed(self) -> tuple[Grouping, ...]:
        """The groupings as a list shows them: one that only goes on, from station to station, stands there once."""
        first = [each for each in self.groupings if each.turn == 1]
        return tuple(grouping for each in first for grouping in self._turns_of(each))

    def _turns_of(self, first: Grouping) -> tuple[Grouping, ...]:
        turns = self.of_round(first.round_id)
        stays = all(
            [group.members for group in turn.groups] == [group.members for group in first.groups] for turn in turns
        )
        return (replace(first, turns=1),) if stays else turns

    def members(self, group: Group) -> Iterator[Person]:
        return (self.by_id[id] for id in group.members)


def in_order(name: str) -> tuple[int, str]:
    """What names of tables and groups are sorted by: figures by their value, then words."""
    return (int(name), "") if name.isdecimal() else (10**9, name.casefold())


NOBODY = Seating()
"""The seating of a session without a roster."""
