"""People into groups: how many and how large, and who with whom, so that they meet as many others as can be.

A heuristic for what is known as the social golfer problem: people are dealt out in rows, each row shifted by another step
in each turn (with a prime number of groups nobody meets twice), and what is left is mended by exchanging two people
wherever that helps. Nothing is left to chance: the same people come out in the same groups.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from daysheet.people.person import Person

Groups = list[list[Person]]
STARTS = 12
"""How many ways of dealing are compared before the best is mended."""
PASSES = 12
TRIES = 40_000
"""Exchanges that are weighed at most for one turn: a second or less."""
ALIKE = 1000
"""What two people who should be mixed cost in one group, against 1 for two who met once before."""


class Met:
    """How often two people have been together so far in the day."""

    def __init__(self) -> None:
        self.counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, groups: Iterable[Sequence[Person]]) -> None:
        for group in groups:
            for one in group:
                self.counts[one.id].update(other.id for other in group if other is not one)


def sizes_for(people: int, size: int, most: int = 0) -> tuple[int, ...]:
    """The sizes of groups of `size` (to `most`) that hold so many people, the larger ones first, within one of each other.

    What is left over joins the groups, one each: 13 in threes are three threes and a four. Where that would make groups
    of more than `size` + 1, there is one group more, and some are smaller.
    """
    if people <= 0:
        return ()
    most = max(most, size + 1)
    count = max(1, people // size)
    if -(-people // count) > most:
        count += 1
    least, larger = divmod(people, count)
    return (least + 1,) * larger + (least,) * (count - larger)


def divide(
    people: Sequence[Person],
    count: int,
    met: Met,
    apart: Callable[[Person], str] | None = None,
    fixed: Sequence[Person] = (),
    turn: int = 0,
) -> Groups:
    """The people in `count` groups, within one of each other in size.

    Those of whom `apart` says the same word are parted where they can be. `fixed` stay at the group of their place in
    that sequence, one each. `turn` is where the dealing begins, so that two turns do not begin alike.
    """
    stay = {person.id for person in fixed}
    rest = _dealt([person for person in people if person.id not in stay], apart)
    hosts: Groups = [[person] for person in fixed] + [[] for _ in range(count - len(fixed))]
    cost = _cost_by(met, apart)
    starts = [_shifted(rest, hosts, step) for step in _steps(count, turn)]
    if not fixed:
        starts.append(_sliced(rest, count))
    best = min(starts, key=lambda groups: sum(_pull(each, group, cost) for group in groups for each in group))
    return _mended(best, cost, stay)


def _steps(count: int, turn: int) -> list[int]:
    """How far a row is shifted against the one before, beginning with the turn's own step."""
    return [(turn + each) % count for each in range(min(count, STARTS))]


def _dealt(people: Sequence[Person], apart: Callable[[Person], str] | None) -> list[Person]:
    """The order of dealing: those who should be parted beside each other, so that each goes to another group."""
    if apart is None:
        return list(people)
    many = Counter(apart(person) for person in people)
    return sorted(people, key=lambda person: (-many[apart(person)], apart(person), person.number))


def _shifted(people: Sequence[Person], hosts: Groups, step: int) -> Groups:
    """Dealt in rows of one for each group, the second row shifted by `step`, the third by twice as much."""
    count = len(hosts)
    groups = [list(group) for group in hosts]
    for at, person in enumerate(people):
        row, column = divmod(at, count)
        groups[(column + row * step) % count].append(person)
    return groups


def _sliced(people: Sequence[Person], count: int) -> Groups:
    """Neighbours together."""
    least, larger = divmod(len(people), count)
    groups, at = [], 0
    for number in range(count):
        size = least + (number < larger)
        groups.append(list(people[at : at + size]))
        at += size
    return groups


Cost = Callable[[Person, Person], int]


def _cost_by(met: Met, apart: Callable[[Person], str] | None) -> Cost:
    counts = met.counts

    def cost(one: Person, other: Person) -> int:
        before = counts[one.id][other.id]
        alike = apart is not None and apart(one) == apart(other) != ""
        return before * before + (ALIKE if alike else 0)

    return cost


def _pull(person: Person, group: Sequence[Person], cost: Cost, without: Person | None = None) -> int:
    """What it costs that a person is with the others of a group."""
    return sum(cost(person, other) for other in group if other is not person and other is not without)


def _mended(groups: Groups, cost: Cost, stay: set[str]) -> Groups:
    """Exchanges two people wherever that lowers the cost, until it no longer does."""
    left = TRIES
    for _ in range(PASSES):
        helped = False
        for home, group in enumerate(groups):
            for at, person in enumerate(group):
                own = 0 if person.id in stay else _pull(person, group, cost)
                if not own or left <= 0:
                    continue
                gain, other, seat, tried = _best_exchange(person, own, home, groups, cost, stay)
                left -= tried
                if gain > 0:
                    group[at], groups[other][seat] = groups[other][seat], person
                    helped = True
        if not helped or left <= 0:
            break
    return groups


def _best_exchange(
    person: Person, own: int, home: int, groups: Groups, cost: Cost, stay: set[str]
) -> tuple[int, int, int, int]:
    """Gain, group and seat of the best exchange for a person, and how many were weighed; a gain of 0 for none."""
    best, tried = (0, 0, 0), 0
    for number, group in enumerate(groups):
        if number == home:
            continue
        for seat, other in enumerate(group):
            if other.id in stay:
                continue
            tried += 1
            before = own + _pull(other, group, cost)
            after = _pull(person, group, cost, other) + _pull(other, groups[home], cost, person)
            if before - after > best[0]:
                best = (before - after, number, seat)
    return (*best, tried)
