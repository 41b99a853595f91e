"""Pages of what is written on and read: worksheets, readings, tenets, portraits; each kind with an index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from daysheet.labels import becomes, facts_of, sheet_minutes
from daysheet.models.base import Record
from daysheet.pages.desk import PageDesk
from daysheet.prose import to_text
from daysheet.sections import sections_of
from daysheet.site import SitePage
from daysheet.tenet_sheets import SHEET_PAPERS
from daysheet.words import plural

UP = "../"
PAGED = ("worksheet", "reading", "portrait", "tenets", "exhibit")


def compose_worksheets(desk: PageDesk) -> Iterator[SitePage]:
    """The index of worksheets and a page for each; nothing where there is none."""
    view = desk.view
    sheets = view.library.worksheets
    if not sheets:
        return
    rows = [desk.row("worksheet", each, UP, becomes(each, view.spoken)) for each in sheets]
    yield index_page(desk, "worksheets", plural(view, "worksheet"), rows, desk.words["sheets_line"])
    for each in sheets:
        facts = facts_of(view.library, each, view.spoken, view.timetables)
        meta = {"number": each.number, "line": becomes(each, view.spoken)}
        yield desk.page(
            f"worksheets/{each.id}.md",
            each.title,
            meta=meta,
            template="worksheet",
            sheet=each,
            facts=facts,
            **around(desk, "worksheet", each),
        )


def compose_readings(desk: PageDesk) -> Iterator[SitePage]:
    """The index of readings and a page for each."""
    readings = desk.view.library.readings
    if not readings:
        return
    rows = [desk.row("reading", each, UP, _reading_line(each, desk)) for each in readings]
    yield index_page(desk, "readings", desk.words["reading"], rows)
    for each in readings:
        path = f"readings/{each.id}.md"
        body = desk.body(each.body, path)
        yield desk.page(
            path,
            each.title,
            meta={"number": each.number, "line": _minutes(each, "reading", desk)},
            template="reading",
            reading=each,
            body=body.text,
            letters=[{"letter": part.letter, "title": part.title, "address": f"#{part.id}"} for part in body.sections],
            byline=_byline(each, desk),
            **around(desk, "reading", each),
            parts=_parts(each, desk),
            tools=json.dumps(desk.words["reading_tools"], ensure_ascii=False),
        )


def _parts(reading: Any, desk: PageDesk) -> list[dict[str, Any]]:
    """The PDFs of a reading's parts by letter; see `downloads` in `components/rows.html`."""
    found = [(section, desk.files_of("section", section.id, UP)) for section in sections_of(reading)]
    said = str(desk.view.words["reading"]["letter"])
    return [
        {"title": said.format(letter=each.letter, title=to_text(each.title)), "line": "", "files": files}
        for each, files in found
        if files
    ]


def _minutes(record: Any, kind: str, desk: PageDesk) -> str:
    view = desk.view
    own = getattr(record, "minutes", None)
    return view.spoken.minutes(own or sheet_minutes(view.library, record, kind, view.timetables))


def _reading_line(reading: Any, desk: PageDesk) -> str:
    return " · ".join(each for each in (_minutes(reading, "reading", desk), to_text(reading.purpose)) if each)


def _byline(reading: Any, desk: PageDesk) -> str:
    label, minutes = desk.label("reading", reading), _minutes(reading, "reading", desk)
    return str(desk.words["reading_byline"]).format(label=label, minutes=minutes) if minutes else label


def compose_tenets(desk: PageDesk) -> Iterator[SitePage]:
    """A page for each set, and an index where there are several."""
    view = desk.view
    sets = view.library.tenets
    if len(sets) > 1:
        rows = [desk.row("tenets", each, UP, to_text(each.purpose)) for each in sets]
        yield index_page(desk, "tenets", plural(view, "tenet"), rows)
    for each in sets:
        seen = {
            tenet.id: [portrait for portrait in view.library.portraits if f"{each.id}/{tenet.id}" in portrait.shows]
            for tenet in each.tenets
        }
        under = {**around(desk, "tenets", each), "sheets": _sheets(each, desk)}
        yield desk.page(f"tenets/{each.id}.md", each.title, template="tenets", tenets=each, seen=seen, **under)


def _sheets(tenets: Any, desk: PageDesk) -> list[dict[str, Any]]:
    """The poster and the cards of a set; see `downloads` in `components/rows.html`."""
    found = [(desk.words["plurals"][kind], desk.files_of(kind, tenets.id, UP)) for kind in SHEET_PAPERS]
    return [{"title": title, "line": "", "files": files} for title, files in found if files]


def compose_portraits(desk: PageDesk) -> Iterator[SitePage]:
    """The index of portraits and a page for each."""
    view = desk.view
    portraits = view.library.portraits
    if not portraits:
        return
    rows = [desk.row("portrait", each, UP, _label_and_place(each, desk)) for each in portraits]
    yield index_page(desk, "portraits", plural(view, "portrait"), rows)
    for each in portraits:
        sets = [
            (of, [name.split("/")[1] for name in each.shows if name.split("/")[0] == of.id])
            for of in view.library.tenets
            if any(name.split("/")[0] == of.id for name in each.shows)
        ]
        yield desk.page(
            f"portraits/{each.id}.md",
            each.title,
            meta={"number": each.number, "line": _place(each)},
            template="portrait",
            portrait=each,
            place=_label_and_place(each, desk),
            sets=sets,
            **around(desk, "portrait", each),
        )


def _place(portrait: Any) -> str:
    return ", ".join(each for each in (portrait.place.name, portrait.place.country) if each) if portrait.place else ""


def _label_and_place(portrait: Any, desk: PageDesk) -> str:
    return " · ".join(each for each in (desk.label("portrait", portrait), _place(portrait)) if each)


def index_page(desk: PageDesk, folder: str, title: str, rows: list[dict[str, Any]], line: str = "") -> SitePage:
    """The list of a folder's pages, each as a row."""
    near = [{**row, "address": row["address"].removeprefix(f"{UP}{folder}/")} for row in rows]
    return desk.page(f"{folder}/index.md", title, template="index-of", rows=near, line=line)


def around(desk: PageDesk, kind: str, record: Record) -> dict[str, Any]:
    """What stands under a record on its page: rounds that use it, its PDFs, its source, and what comes next."""
    id = str(getattr(record, "id", ""))
    source = str(getattr(record, "source", ""))
    return {
        "used_in": [
            {"title": each.round.title, "address": f"{UP}agenda.html#{each.round.id}", "time": desk.time(each)}
            for each in desk.used_in(kind, id)
        ],
        "files": desk.files_of(kind, id, UP),
        "editions": desk.other_editions(kind, id, UP),
        "source": {"id": source, "words": desk.cite(source)} if source else None,
        "next": next_in_the_day(desk, kind, id),
    }


def next_in_the_day(desk: PageDesk, kind: str, id: str) -> dict[str, Any] | None:
    """The sheet or text that is used next after the first use of this one, as a row."""
    uses = list(
        dict.fromkeys((use.kind, use.id) for each in desk.view.library.rounds for use in each.uses if use.kind in PAGED)
    )
    if (kind, id) not in uses or uses[-1] == (kind, id):
        return None
    of, then = uses[uses.index((kind, id)) + 1]
    return desk.row(of, desk.view.library.find(of, then), UP)
