"""What a session needs beside paper, rolled up by headcount: supplies are used up, tools come back."""

from __future__ import annotations

from dataclasses import dataclass

from daysheet.library import Library
from daysheet.models.agenda import Part, Round
from daysheet.models.needs import Material

SIZES = {"pair": 2, "trio": 3}


@dataclass(frozen=True)
class Need:
    """One material: how many in all, whether it comes back, and the titles of the rounds that use it."""

    name: str
    count: int
    comes_back: bool
    rounds: tuple[str, ...]


def roll_up(library: Library) -> tuple[Need, ...]:
    """Needs in order of first use. Supplies add up over rounds and turns; of a tool the most that is wanted at once:
    rounds of tracks side by side want it together."""
    used: dict[tuple[str, bool], list[Round]] = {}
    for round in library.rounds:
        for material in round.materials:
            used.setdefault((material.name, bool(material.tool)), []).append(round)
    return tuple(_need(name, is_tool, rounds, library) for (name, is_tool), rounds in used.items())


def _need(name: str, is_tool: bool, rounds: list[Round], library: Library) -> Need:
    titles = tuple(dict.fromkeys(round.title for round in rounds))
    if not is_tool:
        return Need(
            name, sum(_wanted(name, False, each, library) * each.turns for each in _once(rounds)), False, titles
        )
    parts = (part for agenda in library.agendas for part in agenda.parts)
    return Need(name, max(_at_once(name, part, library) for part in parts), True, titles)


def _once(rounds: list[Round]) -> list[Round]:
    return list({each.id: each for each in rounds}.values())


def _at_once(name: str, part: Part, library: Library) -> int:
    """The most of a tool that a part can want at one moment."""
    tracks = [track.rounds for track in part.tracks] or [part.rounds]
    return sum(max((_wanted(name, True, each, library) for each in track), default=0) for track in tracks)


def _wanted(name: str, is_tool: bool, round: Round, library: Library) -> int:
    same = (each for each in round.materials if each.name == name and bool(each.tool) == is_tool)
    return sum(how_many(each, round, library) for each in same)


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
            size = group_size(round)
            return -(-people // size) if size else _tables(library)
        case "table" | "team":
            return _tables(library)
        case "station":
            return _stations(round, library)
    return 1


def group_size(round: Round | None) -> int:
    """How many sit together in a group of the round; 0 where that is a whole table or team, or nothing is said."""
    groups = round.groups if round else None
    if groups is None:
        return 0
    return groups.size or {"alone": 1, "pairs": 2, "trios": 3, "fours": 4}.get(groups.name, 0)


def _tables(library: Library) -> int:
    return library.delivery.tables if library.delivery else 0


def _stations(round: Round, library: Library) -> int:
    if round.stations is None:
        return 0
    if round.stations.tenets:
        return len(library.find("tenets", round.stations.tenets).tenets)
    return len(round.stations.named)
