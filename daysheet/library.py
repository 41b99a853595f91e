"""Step 3, join: all records as one `Library`, with references resolved, ids and numbers given and clashes refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from daysheet.citations import with_letters
from daysheet.exhibits_check import check_exhibits
from daysheet.ids import name_agenda, name_tenets, name_worksheet
from daysheet.load import Files, Loaded
from daysheet.models.agenda import Agenda, Round
from daysheet.models.delivery import Delivery
from daysheet.models.exhibit_base import ExhibitBase
from daysheet.models.packet import Packet
from daysheet.models.portrait import Portrait
from daysheet.models.reading import Reading
from daysheet.models.session import Session
from daysheet.models.sources import Source as Work
from daysheet.models.tenets import TenetSet
from daysheet.models.worksheet import Worksheet
from daysheet.numbers import number_all
from daysheet.packets.defaults import default_packets
from daysheet.problems import Collector, Place, UsedWrongly
from daysheet.references import Finder, resolve_all
from daysheet.sheets_check import check_sheets


@dataclass(frozen=True)
class Library:
    """One whole session. Worksheets, readings, portraits and exhibits stand in the order of their numbers."""

    session: Session
    delivery: Delivery | None = None
    agendas: tuple[Agenda, ...] = ()
    worksheets: tuple[Worksheet, ...] = ()
    readings: tuple[Reading, ...] = ()
    tenets: tuple[TenetSet, ...] = ()
    portraits: tuple[Portrait, ...] = ()
    exhibits: tuple[ExhibitBase, ...] = ()
    packets: tuple[Packet, ...] = ()
    sources: Mapping[str, Work] = field(default_factory=dict)
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(kind, id) -> the file that the record came from, relative to the project."""

    @property
    def rounds(self) -> tuple[Round, ...]:
        return tuple(each for agenda in self.agendas for each in agenda.rounds)

    def find(self, kind: str, id: str) -> Any:
        """The record of that kind and id; KeyError where there is none."""
        for record in self.of(kind):
            if record.id == id:
                return record
        raise KeyError((kind, id))

    def of(self, kind: str) -> tuple[Any, ...]:
        """All records of a kind: `worksheet`, `reading`, `tenets`, `portrait`, `exhibit`, `agenda`, `packet`."""
        plural = {"tenets": "tenets"}.get(kind, f"{kind}s")
        return tuple(getattr(self, plural))

    def tenet_name(self, name: str) -> str:
        """The full name of a tenet, `ten-tenets/joint-work`, that may be given by its own id alone."""
        full = (f"{each.id}/{name}" for each in self.tenets if name in [tenet.id for tenet in each.tenets])
        return next(full, name)

    def rounds_that_use(self, kind: str, id: str) -> tuple[Round, ...]:
        """The rounds that use a record, in the order of the agenda."""
        return tuple(each for each in self.rounds if any(use.kind == kind and use.id == id for use in each.uses))


def join(files: Files, collector: Collector, delivery: str = "") -> Library:
    """One library of all that was loaded; `delivery` chooses one of several.

    Raises: InvalidData with every reference that leads nowhere and every clash; UsedWrongly for a delivery not chosen.
    """
    sessions = files.of("session")
    if not sessions:
        collector.problem(
            Place("data/session.yml"), "The session has no `data/session.yml`", "it needs at least a `title`"
        )
    taken: Taken = (set(), set())
    named = {
        kind: [_with_ids(each, collector, taken) for each in files.of(kind)]
        for kind in ("agenda", "worksheet", "tenets")
    }
    plain = {kind: files.of(kind) for kind in ("reading", "portrait", "exhibit", "packet", "session", "delivery")}
    check_exhibits(plain["exhibit"], collector)
    works = {key: work for each in files.of("sources") for key, work in each.record.root.items()}
    collector.raise_if_any()
    chosen = _choose_delivery(files.of("delivery"), delivery)
    finder = Finder({**named, **plain}, works, collector)
    check_sheets(finder.kinds, finder)
    resolved = resolve_all(finder.kinds, finder)
    numbered = number_all(resolved, collector)
    collector.raise_if_any()
    session = sessions[0].record
    return Library(
        session=session,
        delivery=chosen,
        agendas=_records(numbered["agenda"]),
        worksheets=_records(numbered["worksheet"]),
        readings=_records(numbered["reading"]),
        tenets=_records(numbered["tenets"]),
        portraits=_records(numbered["portrait"]),
        exhibits=_records(numbered["exhibit"]),
        packets=_records(numbered["packet"]) or default_packets(session, *_bound(numbered)),
        sources=with_letters(works),
        files={(each.kind, getattr(each.record, "id", "")): each.file for each in files.loaded if each.kind != "groups"}
        | {("csv", id): file for id, file in files.tables.items()},
    )


def _bound(numbered: dict[str, list[Loaded]]) -> tuple[bool, int]:
    """Whether there is an agenda, and how many parts a packet of everything has."""
    kinds = ("agenda", "worksheet", "reading", "tenets", "portrait")
    return bool(numbered["agenda"]), sum(len(numbered[kind]) for kind in kinds)


def _records(loaded: list[Loaded]) -> tuple[Any, ...]:
    return tuple(each.record for each in loaded)


Taken = tuple[set[str], set[str]]


def _with_ids(loaded: Loaded, collector: Collector, taken: Taken) -> Loaded:
    refuse = partial(_twice, loaded, collector)
    match loaded.kind:
        case "agenda":
            record: Any = name_agenda(loaded.record, refuse, taken)
        case "worksheet":
            record = name_worksheet(loaded.record, refuse)
        case _:
            record = name_tenets(loaded.record, refuse)
    return Loaded(loaded.kind, record, loaded.source)


def _twice(loaded: Loaded, collector: Collector, id: str, words: str) -> None:
    written = [place for keys, place in loaded.source.places.items() if keys[-1:] == ("id",) and _is(loaded, keys, id)]
    where = (
        "stands in another agenda too" if loaded.kind == "agenda" and len(written) == 1 else "stands twice in this file"
    )
    place = written[-1] if written else loaded.place()
    collector.problem(place, f"The id `{id}` {where}", "give one of the two another id")


def _is(loaded: Loaded, keys: tuple[str | int, ...], id: str) -> bool:
    value: Any = loaded.source.data
    for key in keys:
        value = value[key]
    return bool(value == id)


def _choose_delivery(deliveries: list[Loaded], chosen: str) -> Delivery | None:
    """The delivery of that id, or the only one. Raises: UsedWrongly where there is none such, or several to choose from."""
    ids = ", ".join(f"`{each.record.id}`" for each in deliveries)
    if chosen and chosen not in [each.record.id for each in deliveries]:
        raise UsedWrongly(f"There is no delivery `{chosen}`. There are: {ids or 'none'}.")
    if len(deliveries) > 1 and not chosen:
        raise UsedWrongly(f"This session has several deliveries: {ids}. Choose one with `--delivery`.")
    return next((each.record for each in deliveries if not chosen or each.record.id == chosen), None)
