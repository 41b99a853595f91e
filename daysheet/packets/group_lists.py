"""Step 6b, print: who sits where and who works with whom, as a part of a packet; in the print run alone.

The view of a site has no seating, so the part is left out wherever a packet is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from daysheet.packets.bodies import Body, Desk, Part
from daysheet.people.seating import Group, Grouping, Seating
from daysheet.people.spoken import named, place_of

TABLES, GROUPS = "tables", "groups"


def _groups(part: Part, _: Any, desk: Desk) -> Markup:
    return desk.dress("groups", part=part, lists=list(lists_of(desk.view.seating, desk.view.words["seating"])))


def lists_of(seating: Seating, words: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The tables, then each grouping of the day: its title, and rows of what a group is called, where it is, and who is in
    it, each with a letter or without one."""
    if seating.tables:
        rows = [
            (str(words["kinds"]["table"]).format(name=name), "", [(seating.called(each), "") for each in people])
            for name, people in seating.tables
        ]
        yield {"title": str(words["tables"]), "rows": [_row(*row) for row in rows]}
    for grouping in seating.listed:
        yield {"title": _title(grouping, words), "rows": [_row(*row) for row in _rows(grouping, seating, words)]}


def _title(grouping: Grouping, words: Mapping[str, Any]) -> str:
    if grouping.turns == 1:
        return grouping.title
    return str(words["turn"]).format(title=grouping.title, turn=grouping.turn)


def _rows(
    grouping: Grouping, seating: Seating, words: Mapping[str, Any]
) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    for group in grouping.groups:
        where = place_of(grouping, group, words)
        yield named(grouping, group.name, words), where, _members(group, seating)


def _members(group: Group, seating: Seating) -> list[tuple[str, str]]:
    letters = group.letters or ("",) * len(group.members)
    return [(seating.called(person), letter) for person, letter in zip(seating.members(group), letters, strict=True)]


def _row(name: str, where: str, people: list[tuple[str, str]]) -> dict[str, Any]:
    return {"name": name[:1].upper() + name[1:], "where": where, "people": people}


def has_groups(seating: Seating) -> bool:
    return bool(seating.people)


GROUP_BODIES: Mapping[str, Body] = {"groups": _groups}
