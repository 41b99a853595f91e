"""Step 6b, print: what is said of a part beside its body: its label, its page on the site, its foot, and its files."""

from __future__ import annotations

from typing import Any

from daysheet.addresses import live, page_of, short_of, typed
from daysheet.labels import label, section_label
from daysheet.numbers import NUMBERED
from daysheet.packets.bodies import Desk, Part
from daysheet.packets.editions import edition_of
from daysheet.sections import find_section
from daysheet.view import View

KIND_OF_LIST = {
    "worksheets": "worksheet",
    "readings": "reading",
    "tenets": "tenets",
    "portraits": "portrait",
    "exhibits": "exhibit",
}


def label_of(kind: str, record: Any, title: str, view: View) -> str:
    """What the foot calls a part: `Worksheet 3`, `Handout 2, part A`, or its title."""
    if kind == "section":
        return section_label(record, view.spoken)
    return label(kind, record, view.spoken) if kind in NUMBERED else title


def path_of(kind: str, record: Any) -> str:
    if kind in KIND_OF_LIST.values():
        return page_of(kind, record.id)
    if kind == "protocol":
        return page_of("round", record.id)
    if kind == "section":
        return f"{page_of('reading', record.reading.id)}#{record.anchor}"
    return "agenda.html" if kind == "agenda" else ""


def foot_of(part: Part, record: Any, desk: Desk) -> str:
    """The inner foot: `day.example.org/w3 · version KTMR`; without the address where a line has no room for it."""
    view = desk.view
    path = short_of(part.kind, record) if part.kind in KIND_OF_LIST.values() else part.path
    path = short_of("reading", record.reading) if part.kind == "section" else path
    address = typed(live(view.library.delivery, path.partition("#")[0])) if path else ""
    version = f"{view.words['foot']['version']} {part.version}"
    both = " · ".join(each for each in (address, version) if each)
    return both if len(part.label) + len(both) <= edition_of(desk.packet).foot else version


def sources_of(kind: str, id: str, view: View) -> tuple[str, ...]:
    """The files that a part is made from, relative to the project."""
    files = view.library.files
    if kind == "section":
        kind, id = "reading", find_section(view.library.readings, id).reading.id
    wanted = {
        "people": ("session",),
        "cover": ("session", "delivery"),
        "contents": ("session", "packet"),
        "back": ("session", "delivery"),
    }
    kinds = wanted.get(kind, ("agenda", "delivery"))
    if (kind, id) in files:
        beside = [files[("csv", id)]] if kind == "exhibit" and ("csv", id) in files else []
        return (files[(kind, id)], *beside)
    return tuple(path for (each, _), path in files.items() if each in kinds)
