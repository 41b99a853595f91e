"""Step 4 for people: the agenda's rounds and the roster become groups, turn by turn, and moves by hand are carried out.

What a round asks for decides: `groups` how large, `keep` and `mix` who with whom, `repeat` whether turn after turn makes
new groups (so that people meet) or sends the same ones on (from station to station, or with other roles).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from daysheet.library import Library
from daysheet.models.agenda import Round
from daysheet.models.base import slug
from daysheet.people.dividing import Met, divide, sizes_for
from daysheet.people.letters import letters_for
from daysheet.people.moves import Moved, move_groups, move_tables
from daysheet.people.person import Person
from daysheet.people.seating import Group, Grouping, Seating, in_order
from daysheet.people.tables import ATTRIBUTES, seat_at_tables
from daysheet.prose import to_text

SIZES = {"pairs": 2, "trios": 3, "fours": 4}
Rows = list[list[Person]]


@dataclass(frozen=True)
class Asked:
    """A round that groups, who takes part, and the names of its stations."""

    round: Round
    people: tuple[Person, ...]
    stations: tuple[str, ...]

    @property
    def kind(self) -> str:
        return {"tables": "table", "teams": "team"}.get(self.round.groups.name if self.round.groups else "", "group")

    @property
    def new_each_turn(self) -> bool:
        """Whether each turn makes groups of its own: not where roles take turns, nor where groups go round stations."""
        repeat = self.round.repeat
        if repeat is None or repeat.rotate == "roles":
            return False
        return bool(repeat.rotate or repeat.stay) or (self.kind == "group" and not self.stations)


def seat(people: Sequence[Person], library: Library, moves: Sequence[Moved] = ()) -> Seating:
    """Everybody at a table, and in one group in each turn of each round that groups. The same input gives the same groups."""
    seated = move_tables(seat_at_tables(people, library.delivery), moves)
    met, before, groupings = Met(), dict[str, str](), list[Grouping]()
    met.add(_by(seated, lambda person: person.table, named=True))
    for asked in _asked(seated, library):
        for grouping in _turns(asked, met, before, moves):
            groupings.append(grouping)
            if grouping.turn == 1:
                before = _borne(grouping) | before
    return Seating(seated, tuple(groupings))


def _asked(people: tuple[Person, ...], library: Library) -> Iterator[Asked]:
    """The rounds that group people, in the order of the day, each with who takes part."""
    for agenda in library.agendas:
        for part in agenda.parts:
            for track in part.tracks:
                of_track = tuple(each for each in people if slug(each.column("track")) in (track.id, slug(track.title)))
                yield from _grouped(track.rounds, of_track, library)
            yield from _grouped(part.rounds, people, library)


def _grouped(rounds: Sequence[Round], people: tuple[Person, ...], library: Library) -> Iterator[Asked]:
    for round in rounds:
        if people and not round.is_pause and round.groups and round.groups.name not in ("alone", "everyone"):
            asked = Asked(round, people, _stations(library, round))
            if asked.kind == "group" or any(getattr(person, asked.kind) for person in people):
                yield asked


def _stations(library: Library, round: Round) -> tuple[str, ...]:
    """What the stations of a round are called, in order."""
    if round.stations is None:
        return ()
    if round.stations.tenets:
        return tuple(to_text(each.name) for each in library.find("tenets", round.stations.tenets).tenets)
    return tuple(round.stations.named)


def _turns(asked: Asked, met: Met, before: dict[str, str], moves: Sequence[Moved]) -> Iterator[Grouping]:
    """The groupings of a round: one for each turn that differs from the one before."""
    rows = _first(asked, met)
    hosts = _hosts(rows, asked.round)
    turns = asked.round.turns if asked.new_each_turn or asked.stations else 1
    for turn in range(1, turns + 1):
        if turn > 1 and asked.new_each_turn:
            rows = _again(asked, rows, hosts, met, turn)
        moved = move_groups(rows, _names(asked, rows), moves, asked.round, turn)
        if turn == 1 or asked.new_each_turn:
            met.add(moved)
        groups = tuple(_dressed(asked, moved, before, turn))
        at = "station" if asked.stations else "table" if any(group.place for group in groups) else ""
        if asked.kind == "group" or asked.stations or asked.round.letters or turns > 1:
            yield Grouping(asked.round.id, to_text(asked.round.title), asked.kind, groups, turn, turns, at)


def _first(asked: Asked, met: Met) -> Rows:
    """The groups of the first turn."""
    people, round = asked.people, asked.round
    if asked.kind != "group":
        return _by(people, lambda person: person.table if asked.kind == "table" else person.team)
    return [row for block in _blocks(people, round) for row in _divided(block, round, met, 0)]


def _blocks(people: Sequence[Person], round: Round) -> Rows:
    """Who may be together: all, or the people of one team (table, role) each; whoever would be left alone joins others."""
    if not round.keep:
        return [list(people)]
    attribute, least = ATTRIBUTES[round.keep], max(2, _size(round) - 1)
    blocks = _by(people, lambda person: str(getattr(person, attribute)), named=True)
    large = [block for block in blocks if len(block) >= least]
    small = [person for block in blocks if len(block) < least for person in block]
    small += [person for person in people if not getattr(person, attribute)]
    if len(small) >= least or (small and not large):
        large.append(sorted(small, key=lambda person: person.number))
    elif small:
        min(large, key=len).extend(small)
    return large


def _divided(people: Sequence[Person], round: Round, met: Met, turn: int, fixed: Sequence[Person] = ()) -> Rows:
    groups = round.groups
    assert groups is not None
    count = len(sizes_for(len(people), _size(round), groups.to)) if not fixed else len(fixed)
    return divide(people, count, met, _apart(round), fixed, turn)


def _apart(round: Round) -> Callable[[Person], str] | None:
    if not round.mix:
        return None
    attribute = ATTRIBUTES[round.mix]
    return lambda person: str(getattr(person, attribute))


def _size(round: Round) -> int:
    assert round.groups is not None
    return round.groups.size or SIZES.get(round.groups.name, 2)


def _hosts(rows: Rows, round: Round) -> list[Person]:
    """Who stays in each group while the others go on: who has that role in the roster, else the first."""
    stay = round.repeat.stay.casefold() if round.repeat else ""
    if not stay:
        return []
    return [next((each for each in row if each.role.casefold() == stay), row[0]) for row in rows]


def _again(asked: Asked, rows: Rows, hosts: Sequence[Person], met: Met, turn: int) -> Rows:
    """The groups of a further turn: others together, hosts where they were."""
    if hosts:
        return divide(asked.people, len(hosts), met, _apart(asked.round), hosts, turn - 1)
    if asked.kind == "group":
        return [
            row for block in _blocks(asked.people, asked.round) for row in _divided(block, asked.round, met, turn - 1)
        ]
    return divide(asked.people, len(rows), met, _apart(asked.round), (), turn - 1)


def _by(people: Sequence[Person], word: Callable[[Person], str], named: bool = False) -> Rows:
    """The people by a word of theirs, in its order, nobody's last; `named` leaves those without a word out."""
    words = sorted({word(person) for person in people}, key=lambda each: (each == "", in_order(each)))
    return [[each for each in people if word(each) == one] for one in words if one or not named]


def _names(asked: Asked, rows: Rows) -> list[str]:
    """What the groups are called: the table's or team's name, else a number."""
    if asked.kind == "table":
        return [row[0].table for row in _first(asked, Met())]
    if asked.kind == "team":
        return [row[0].team for row in _first(asked, Met())]
    return [str(number) for number in range(1, len(rows) + 1)]


def _dressed(asked: Asked, rows: Rows, before: dict[str, str], turn: int) -> Iterator[Group]:
    names, tables = _names(asked, rows), sorted({each.table for each in asked.people if each.table}, key=in_order)
    letters = tuple(asked.round.letters)
    for at, (name, row) in enumerate(zip(names, rows, strict=True)):
        members = tuple(person.id for person in row)
        borne = letters_for(members, letters, before, at) if letters else ()
        if asked.stations:
            shift = 0 if asked.new_each_turn else turn - 1
            place = asked.stations[(at + shift) % len(asked.stations)]
        else:
            place = _table(asked, row, at, len(rows), tables)
        yield Group(name, members, borne, place)


def _table(asked: Asked, row: Sequence[Person], at: int, count: int, tables: Sequence[str]) -> str:
    """Where a group sits: at its own table, else the groups spread over the tables in order."""
    if asked.kind != "group" or not tables:
        return ""
    own = {person.table for person in row}
    return own.pop() if len(own) == 1 else tables[at * len(tables) // count]


def _borne(grouping: Grouping) -> dict[str, str]:
    return {
        id: spot
        for group in grouping.groups
        if group.letters
        for id, spot in zip(group.members, group.letters, strict=True)
    }
