"""Step 3, join: what a reference names is found, or told with the nearest that there is."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from daysheet.cited import citations_in
from daysheet.ids import tenet_items
from daysheet.load import Loaded
from daysheet.models.agenda import Round
from daysheet.models.base import Record
from daysheet.models.blocks_written import Items
from daysheet.models.needs import Use
from daysheet.models.packet import Entry
from daysheet.models.portrait import Portrait
from daysheet.models.tenets import TenetSet
from daysheet.problems import Collector, Place
from daysheet.prose import PLACED
from daysheet.reader import Keys
from daysheet.strands import check_strands

Kinds = Mapping[str, list[Loaded]]
LINK = re.compile(
    r"(?:\]\(\s*|^\s*\[[^\]]+\]:\s*)<?(worksheet|reading|tenets|tenet|portrait|exhibit|round|source):([^)\s\">]*)",
    re.MULTILINE,
)
"""A reference within Markdown: `[the sheet](worksheet:showcase)`, or `[1]: worksheet:showcase` below."""
LETTER = re.compile(r"^#{1,6}\s.*\{[^}]*\bletter=[\"']?(\w+)", re.MULTILINE)
SPOKEN = {"tenets": "tenet set", "reading": "reading", "source": "source"}
_OF_LIST = {
    "worksheets": "worksheet",
    "readings": "reading",
    "tenets": "tenets",
    "portraits": "portrait",
    "protocols": "protocol",
    "exhibits": "exhibit",
}


@dataclass(frozen=True)
class Finder:
    """All that can be named."""

    kinds: Kinds
    works: Mapping[str, Any]
    collector: Collector

    def known(self, kind: str) -> list[str]:
        if kind == "source":
            return list(self.works)
        if kind == "tenet":
            return [f"{each.record.id}/{tenet.id}" for each in self.kinds["tenets"] for tenet in each.record.tenets]
        if kind == "round":
            return [each.id for agenda in self.kinds["agenda"] for each in agenda.record.rounds]
        if kind == "protocol":
            rounds = [each for agenda in self.kinds["agenda"] for each in agenda.record.rounds]
            return [each.id for each in rounds if each.kind == "protocol"]
        return [each.record.id for each in self.kinds.get(kind, ())]

    def check(self, kind: str, name: str, place: Place) -> bool:
        """Whether there is such a record; where there is none, a problem at the place."""
        known = self.known(kind)
        if name in known:
            return True
        near = difflib.get_close_matches(name, known, 1, 0.5)
        few = ", ".join(f"`{each}`" for each in known[:8])
        hint = (
            f"did you mean `{near[0]}`?"
            if near
            else (f"there are: {few}" if known else f"there is no {_spoken(kind)} yet")
        )
        self.collector.problem(place, f"There is no {_spoken(kind)} `{name}`", hint)
        return False

    def tenet(self, name: str, place: Place) -> str:
        """The full name, `set/tenet`, of a tenet that may be named by its own id where that is unique."""
        ends = [each for each in self.known("tenet") if each.split("/")[1] == name]
        if "/" not in name and len(ends) == 1:
            return ends[0]
        if len(ends) > 1:
            self.collector.problem(
                place, f"`{name}` stands in several sets", "write one of " + ", ".join(f"`{e}`" for e in ends)
            )
            return name
        self.check("tenet", name, place)
        return name

    def full_name(self, tenet: str) -> str:
        """`set/tenet` of a tenet that is named by its own id."""
        return next((each for each in self.known("tenet") if each.split("/")[1] == tenet), tenet)

    def tenet_set(self, name: str) -> TenetSet | None:
        return next((each.record for each in self.kinds["tenets"] if each.record.id == name), None)


def _spoken(kind: str) -> str:
    return SPOKEN.get(kind, kind)


def resolve_all(kinds: Kinds, finder: Finder) -> dict[str, list[Loaded]]:
    """The same records with every reference in its full form; what cannot be found goes to the finder's collector."""
    for loaded in (each for those in kinds.values() for each in those):
        for keys, text in texts_of(loaded.record):
            if loaded.kind == "reading" and keys == ("body",):
                continue  # `content` checks it line by line
            for found in LINK.finditer(text):
                check_link(finder, found[1], found[2], loaded.place(*keys))
            if loaded.kind == "exhibit" and PLACED.search(text):
                hint = "refer to it with a link, `[words](exhibit:...)`, without the `!`"
                finder.collector.problem(loaded.place(*keys), "An exhibit cannot be set within an exhibit", hint)
            for id, _ in citations_in(text):
                finder.check("source", id, loaded.place(*keys))
    return {
        kind: [Loaded(kind, _resolve(each, finder), each.source) for each in those] for kind, those in kinds.items()
    }


def check_link(finder: Finder, kind: str, name: str, place: Place) -> None:
    """What a link in Markdown names is there, or told."""
    if kind == "tenet":
        finder.tenet(name, place)
    elif kind == "exhibit":
        _check_exhibit(finder, name, place)
    else:
        finder.check(kind, name, place)


def _check_exhibit(finder: Finder, name: str, place: Place) -> None:
    """An exhibit, and after a slash the strands that are shown of a rubric: `maturity-model/fit-governance`."""
    id, slash, strands = name.partition("/")
    if finder.check("exhibit", id, place) and slash:
        exhibit = next(each.record for each in finder.kinds["exhibit"] if each.record.id == id)
        check_strands(exhibit, strands.split(","), place, finder.collector)


def _resolve(loaded: Loaded, finder: Finder) -> Any:
    for keys, record in records_of(loaded.record):
        _check_record(record, keys, loaded, finder)
    if isinstance(loaded.record, Portrait):
        shows = tuple(finder.tenet(each, loaded.place("shows", at)) for at, each in enumerate(loaded.record.shows))
        return loaded.record.model_copy(update={"shows": shows})
    return _fill(loaded.record, finder)


def _check_record(record: Record, keys: Keys, loaded: Loaded, finder: Finder) -> None:
    source = getattr(record, "source", "")
    if isinstance(source, str) and source:
        finder.check("source", source, loaded.place(*keys, "source"))
    if isinstance(record, Items) and record.tenets:
        finder.check("tenets", record.tenets, loaded.place(*keys, "tenets"))
    if isinstance(record, Entry) and record.kind in _OF_LIST:
        for at, each in enumerate(record.ids):
            finder.check(_OF_LIST[record.kind], each, loaded.place(*keys, record.kind, at))
    if isinstance(record, Round):
        _check_round(record, keys, loaded, finder)


def _check_round(record: Round, keys: Keys, loaded: Loaded, finder: Finder) -> None:
    for at, use in enumerate(record.uses):
        check_link(finder, use.kind, use.id, loaded.place(*keys, "uses", at, use.kind))
    if record.stations and record.stations.tenets:
        finder.check("tenets", record.stations.tenets, loaded.place(*keys, "stations", "tenets"))
    stay = record.repeat.stay if record.repeat else ""
    if stay and stay not in record.roles:
        place = loaded.place(*keys, "repeat", "stay")
        finder.collector.problem(place, f"`{stay}` is not one of this round's roles", _roles(record))
    for at, step in enumerate(record.steps):
        if step.who and record.roles and step.who[:1].isupper() and step.who not in record.roles:
            near = difflib.get_close_matches(step.who, record.roles, 1, 0.75)
            if near:
                place = loaded.place(*keys, "steps", at, "who")
                finder.collector.problem(
                    place, f"`{step.who}` is not one of this round's roles", f"did you mean `{near[0]}`?"
                )
    _check_letters(record, keys, loaded, finder)


def _roles(record: Round) -> str:
    return "its roles are " + ", ".join(f"`{each}`" for each in record.roles) if record.roles else "it has no `roles`"


def _check_letters(record: Round, keys: Keys, loaded: Loaded, finder: Finder) -> None:
    readings = [each.record for each in finder.kinds["reading"] if any(use.id == each.record.id for use in record.uses)]
    letters = {letter for reading in readings for letter in LETTER.findall(reading.body)}
    for letter in record.letters:
        if letter not in letters:
            sentence = f"No section of this round's readings has the letter `{letter}`"
            hint = f"mark its heading with `{{letter={letter}}}`"
            finder.collector.problem(loaded.place(*keys, "letters", letter), sentence, hint)


def _fill(record: Any, finder: Finder) -> Any:
    """The record with the tenets of a set put in wherever items are taken from it."""
    if isinstance(record, Items):
        tenets = finder.tenet_set(record.tenets) if record.tenets else None
        return record.model_copy(update={"lines": tenet_items(tenets.tenets)}) if tenets else record
    if isinstance(record, Use):
        return record.model_copy(update={"id": finder.full_name(record.id)}) if record.kind == "tenet" else record
    if isinstance(record, tuple):
        return tuple(_fill(each, finder) for each in record)
    if isinstance(record, Record):
        return record.model_copy(update={name: _fill(each, finder) for name, each in record if _may_hold(each)})
    return record


def _may_hold(value: object) -> bool:
    return isinstance(value, Record) or (isinstance(value, tuple) and bool(value) and isinstance(value[0], Record))


def records_of(record: Any, keys: Keys = ()) -> Iterator[tuple[Keys, Record]]:
    """A record and all within it, each with its path as the author wrote it."""
    if isinstance(record, Record):
        yield keys, record
        aliases = {name: each.alias or name for name, each in type(record).model_fields.items()}
        for name, value in record:
            yield from records_of(value, (*keys, aliases[name]))
    elif isinstance(record, tuple):
        for at, each in enumerate(record):
            yield from records_of(each, (*keys, at))


def texts_of(record: Any) -> Iterator[tuple[Keys, str]]:
    """Every text of a record and of all within it, with its path."""
    for keys, each in records_of(record):
        aliases = {name: one.alias or name for name, one in type(each).model_fields.items()}
        for name, value in each:
            yield from _texts(value, (*keys, aliases[name]))


def _texts(value: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str) and value:
        yield keys, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*keys, key))
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            if not isinstance(each, Record):
                yield from _texts(each, (*keys, at))
