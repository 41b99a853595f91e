"""What a session needs beside paper, rolled up by headcount: supplies are used up, tools come back."""

from __future__ import annotations

from dataclasses import dataclass

from daysheet.library import Library
from daysheet.models.agenda import Material, Round

SIZES = {"pair": 2, "trio": 3}


@dataclass(frozen=True)
class Need:
    """One material: how many in all, whether it comes back, and the titles of the rounds that use it."""

    name: str
    count: int
    comes_back: bool
    rounds: tuple[str, ...]


def roll_up(library: Library) -> tuple[Need, ...]:
    """Needs in order of first use. Supplies add up over rounds and turns; of a tool the most that is wanted at once."""
    needs: dict[tuple[str, bool], Need] = {}
    for round in library.rounds:
        for material in round.materials:
            key = (material.name, bool(material.tool))
            before = needs.get(key, Need(*key[:1], 0, key[1], ()))
            wanted = how_many(material, round, library)
            count = max(before.count, wanted) if key[1] else before.count + wanted * round.turns
            needs[key] = Need(material.name, count, key[1], (*before.rounds, round.title))
    return tuple(needs.values())


def how_many(material: Material, round: Round, library: Library) -> int:
    """How many of a material one turn of a round needs; places for walk-ins are counted."""
    delivery = library.delivery
    people = (delivery.headcount + delivery.walk_ins) if delivery else 0
    return material.count * max(1, _units(material, round, library, people))


def _units(material: Material, round: Round, library: Library, people: int) -> int:
    match material.per:
        case "person":
            return people
        case "pair" | "trio":
            return -(-people // SIZES[material.per])
        case "group":
            size = round.groups.size if round.groups and round.groups.size else 0
            named = {"pairs": 2, "trios": 3, "fours": 4}.get(round.groups.name if round.groups else "", 0)
            return -(-people // (size or named)) if size or named else _tables(library)
        case "table" | "team":
            return _tables(library)
        case "station":
            return _stations(round, library)
    return 1


def _tables(library: Library) -> int:
    return library.delivery.tables if library.delivery else 0


def _stations(round: Round, library: Library) -> int:
    if round.stations is None:
        return 0
    if round.stations.tenets:
        return len(library.find("tenets", round.stations.tenets).tenets)
    return len(round.stations.named)
