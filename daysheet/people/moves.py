"""Moves by hand, `data/groups.yml`: who goes to another group or table, found by name and carried out."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from daysheet.load import Files, Loaded
from daysheet.models.agenda import Round
from daysheet.models.groups import Move
from daysheet.people.person import Person
from daysheet.problems import Collector, Place
from daysheet.prose import to_text


@dataclass(frozen=True)
class Moved:
    """A move whose people and round are known, by their ids; an empty `round_id` moves to another table."""

    person: str
    to: str = ""
    other: str = ""
    round_id: str = ""
    turn: int | None = None
    place: Place = field(default_factory=lambda: Place("data/groups.yml"))

    def is_in(self, round: Round, turn: int) -> bool:
        return self.round_id == round.id and self.turn in (None, turn)


def resolve_moves(
    files: Files, people: Sequence[Person], rounds: Sequence[Round], collector: Collector
) -> tuple[Moved, ...]:
    """The moves of `data/groups.yml`; none without one. What names nobody or nothing goes to the collector."""
    return tuple(each for loaded in files.of("groups") for each in _Finder(loaded, people, rounds, collector).run())


def move_tables(people: Sequence[Person], moves: Sequence[Moved]) -> tuple[Person, ...]:
    """The people with those at other tables who were moved there."""
    tables = {person.id: person.table for person in people}
    for move in (each for each in moves if not each.round_id):
        if move.other:
            tables[move.person], tables[move.other] = tables[move.other], tables[move.person]
        else:
            tables[move.person] = move.to
    return tuple(replace(person, table=tables[person.id]) for person in people)


def move_groups(
    rows: list[list[Person]], names: Sequence[str], moves: Sequence[Moved], round: Round, turn: int
) -> list[list[Person]]:
    """The groups of a turn after the moves that are for it."""
    moved = [list(row) for row in rows]
    for move in (each for each in moves if each.is_in(round, turn)):
        found = {person.id: (row, at) for row in moved for at, person in enumerate(row)}
        if move.person not in found:
            continue
        row, at = found[move.person]
        if move.other in found:
            other, seat = found[move.other]
            row[at], other[seat] = other[seat], row[at]
        elif move.to in names:
            moved[names.index(move.to)].append(row.pop(at))
    return moved


class _Finder:
    """Finds what the moves of one file name."""

    def __init__(self, loaded: Loaded, people: Sequence[Person], rounds: Sequence[Round], collector: Collector) -> None:
        self.loaded, self.people, self.collector = loaded, people, collector
        self.rounds = [round for round in rounds if round.groups]

    def run(self) -> tuple[Moved, ...]:
        if not self.people:
            hint = "write `data/roster.csv`, or remove this file"
            self.collector.problem(self.loaded.place("moves"), "There is nobody to move: there is no roster", hint)
            return ()
        return tuple(self.moved())

    def moved(self) -> Iterator[Moved]:
        for at, move in enumerate(self.loaded.record.moves):
            person = self.person(move.move, at, "move")
            other = self.person(move.with_, at, "with") if move.with_ else None
            round = self.round(move, at) if move.round else None
            if person is None or (move.with_ and other is None) or (move.round and round is None):
                continue
            if person == other:
                place = self.loaded.place("moves", at, "with")
                self.collector.problem(place, "Nobody changes places with themselves", "name somebody else")
                continue
            yield Moved(
                person.id,
                move.to,
                other.id if other else "",
                round.id if round else "",
                move.turn,
                self.loaded.place("moves", at, "to" if move.to else "with"),
            )

    def person(self, name: str, at: int, key: str) -> Person | None:
        """Who is called so: by name, by id, or by name and team in brackets."""
        wanted = _plain(name)
        found = [each for each in self.people if wanted in (each.id, _plain(each.name), _plain(with_team(each)))]
        if len(found) == 1:
            return found[0]
        place = self.loaded.place("moves", at, key)
        if found:
            ids = ", ".join(f"`{each.id}`" for each in found)
            self.collector.problem(place, f"{len(found)} people are called {name}", f"write one of {ids}")
            return None
        near = difflib.get_close_matches(name, [each.name for each in self.people], 1, 0.6)
        hint = f"did you mean `{near[0]}`?" if near else "write the name as the roster does"
        self.collector.problem(place, f"Nobody of the roster is called `{name}`", hint)
        return None

    def round(self, move: Move, at: int) -> Round | None:
        """The round of that id or title, which groups people and has such a turn."""
        wanted = _plain(move.round)
        found = next((each for each in self.rounds if wanted in (each.id, _plain(to_text(each.title)))), None)
        place = self.loaded.place("moves", at, "round")
        if found is None:
            near = difflib.get_close_matches(move.round, [to_text(each.title) for each in self.rounds], 1, 0.5)
            hint = f"did you mean `{near[0]}`?" if near else "write the title or the id of a round that has `groups`"
            self.collector.problem(place, f"No round that makes groups is called `{move.round}`", hint)
        elif move.turn and move.turn > found.turns:
            place = self.loaded.place("moves", at, "turn")
            sentence = f"“{to_text(found.title)}” has no turn {move.turn}"
            self.collector.problem(place, sentence, f"it has {found.turns}")
            return None
        return found


def with_team(person: Person) -> str:
    """A name that tells people of one name apart: `Kim Lee (North)`."""
    return f"{person.name} ({person.team})" if person.team else person.name


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
