"""What `daysheet groups` prints and writes: a table for people, and CSV for other programs. A cell is never a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from daysheet.people.seating import Grouping, Seating, in_order
from daysheet.people.spoken import named, place_of

TABLES, GROUPS = "groups/tables.csv", "groups/groups.csv"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = "\ufeff"
"""Without it, spreadsheets take UTF-8 for something else."""


def group_files(seating: Seating) -> dict[str, bytes]:
    """The files of tables and groups by their path below `dist/print/`; none without a roster."""
    if not seating.people:
        return {}
    return {TABLES: _csv(_tables(seating)), GROUPS: _csv(_groups(seating))}


def _tables(seating: Seating) -> Iterator[tuple[str, ...]]:
    yield "table", "given", "family", "team", "role", "needs", "id"
    for person in sorted(seating.people, key=lambda each: in_order(each.table)):
        yield person.table, person.given, person.family, person.team, person.role, ", ".join(person.needs), person.id


def _groups(seating: Seating) -> Iterator[tuple[str, ...]]:
    yield "round", "title", "turn", "group", "place", "letter", "given", "family", "team", "table", "id"
    for grouping in seating.groupings:
        for group in grouping.groups:
            letters = group.letters or ("",) * len(group.members)
            for person, letter in zip(seating.members(group), letters, strict=True):
                where = (grouping.round_id, grouping.title, str(grouping.turn), group.name, group.place, letter)
                yield (*where, person.given, person.family, person.team, person.table, person.id)


def _csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows([_defused(cell) for cell in row] for row in rows)
    return (MARK + file.getvalue()).encode("utf-8")


def _defused(cell: str) -> str:
    """A cell that no spreadsheet evaluates: an apostrophe before what begins as a formula does."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def as_text(seating: Seating, words: Mapping[str, Any]) -> Iterator[str]:
    """Tables and groups, line by line, for who reads them on a screen. `words` are those under `seating`."""
    if seating.tables:
        yield str(words["tables"])
        rows = [
            (named_table(name, words), [seating.called(each) for each in people]) for name, people in seating.tables
        ]
        yield from _aligned(rows)
    for grouping in seating.listed:
        yield ""
        yield _headline(grouping, words)
        numbers = range(len(grouping.groups))
        yield from _aligned([(_label(grouping, at, words), list(_members(grouping, at, seating))) for at in numbers])


def named_table(name: str, words: Mapping[str, Any]) -> str:
    return str(words["kinds"]["table"]).format(name=name)


def _headline(grouping: Grouping, words: Mapping[str, Any]) -> str:
    if grouping.turns == 1:
        return grouping.title
    return str(words["turn"]).format(title=grouping.title, turn=grouping.turn)


def _label(grouping: Grouping, at: int, words: Mapping[str, Any]) -> str:
    group = grouping.groups[at]
    where = place_of(grouping, group, words)
    return ", ".join(each for each in (named(grouping, group.name, words), where) if each)


def _members(grouping: Grouping, at: int, seating: Seating) -> Iterator[str]:
    group = grouping.groups[at]
    for number, person in enumerate(seating.members(group)):
        letter = f"{group.letters[number]} " if group.letters else ""
        yield f"{letter}{seating.called(person)}"


def _aligned(rows: list[tuple[str, list[str]]]) -> Iterator[str]:
    width = max((len(label) for label, _ in rows), default=0)
    yield from (f"  {label:<{width}}  {len(members):>2}  {', '.join(members)}" for label, members in rows)
