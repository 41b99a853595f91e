"""Step 6a, site: a session that has passed its checks becomes pages of Markdown, files and navigation, for one audience."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from daysheet.addresses import live
from daysheet.check import CheckResult
from daysheet.day import day_json, day_of, line_of
from daysheet.pages.about import compose_about
from daysheet.pages.agenda import compose_agenda
from daysheet.pages.desk import PageDesk
from daysheet.pages.exhibits import compose_exhibits
from daysheet.pages.files import site_files
from daysheet.pages.guide import compose_guide
from daysheet.pages.home import compose_home
from daysheet.pages.lists import compose_downloads, compose_own, compose_sources
from daysheet.pages.rounds import compose_rounds
from daysheet.pages.sheets import compose_portraits, compose_readings, compose_tenets, compose_worksheets
from daysheet.pages.take_home import compose_take_home
from daysheet.project import Project
from daysheet.prose import to_text
from daysheet.site import Download, Site, SitePage
from daysheet.view import View, view_for
from daysheet.words import plural

Groups = Mapping[str, Sequence[SitePage]]


def compose_site(
    project: Project,
    checked: CheckResult,
    audience: str,
    downloads: Sequence[Download] = (),
    pdfs: Mapping[str, bytes | Path] | None = None,
) -> Site:
    """The whole site for an audience. `pdfs` maps the paths of `downloads` to what stands there.

    Raises: InvalidData for a template of the author's that fails; ValueError for a session with problems.
    """
    view = view_for(project, checked, audience)
    desk = PageDesk(view, tuple(downloads))
    session, delivery = view.library.session, view.library.delivery
    own = list(compose_own(desk))
    groups = _pages(desk, [page for _, page in own])
    return Site(
        name=to_text(session.title),
        address=f"{live(delivery, '').rstrip('/')}/" if live(delivery, "") and not view.is_facilitator else "",
        licence=session.licence,
        language=session.language,
        direction=str(view.spoken.locale.text_direction),
        words=view.words,
        nav=navigation(desk, groups, [title for title, _ in own]),
        pages=tuple({page.path: page for group in reversed(groups.values()) for page in group}.values()),
        files=site_files(desk, pdfs or {}),
        session=session.name,
        day=day_json(day := day_of(view)),
        line=json.dumps(line_of(day)) if line_of(day) else "",
        zone=day["zone"],
        even=day["shown"] == "none",
    )


def _pages(desk: PageDesk, own: Sequence[SitePage]) -> dict[str, Sequence[SitePage]]:
    """All pages by place, in a person's order."""
    content = desk.view.project.content / "index.md"
    home = content.read_text("utf-8") if content.is_file() else ""
    return {
        "home": [compose_home(desk, home)],
        "agenda": _some(compose_agenda(desk)),
        "rounds": list(compose_rounds(desk)),
        "guide": list(compose_guide(desk)),
        "worksheets": list(compose_worksheets(desk)),
        "readings": list(compose_readings(desk)),
        "tenets": list(compose_tenets(desk)),
        "portraits": list(compose_portraits(desk)),
        "exhibits": list(compose_exhibits(desk)),
        "take-home": _some(compose_take_home(desk)),
        "downloads": _some(compose_downloads(desk)),
        "own": own,
        "about": _some(compose_about(desk)),
        "sources": _some(compose_sources(desk)),
    }


def _some(page: SitePage | None) -> list[SitePage]:
    return [page] if page else []


def navigation(desk: PageDesk, groups: Groups, own: Sequence[str]) -> list[Any]:
    """The places in a person's order, in MkDocs' form; only what the data holds."""
    view, words = desk.view, desk.words
    show, *rest = [[page] for page in groups["guide"]] or [[]]
    places: list[tuple[str, Iterable[SitePage]]] = [
        (words["now"] if _is_timed(view) else words["home"], groups["home"]),
        (view.words["names"]["agenda"], groups["agenda"]),
        (words["show"], show),
        (plural(view, "worksheet"), groups["worksheets"]),
        (words["reading"], groups["readings"]),
        (plural(view, "tenet"), groups["tenets"]),
        (plural(view, "portrait"), groups["portraits"]),
        (plural(view, "exhibit"), groups["exhibits"]),
        (view.words["answers"]["take"]["title"], groups["take-home"]),
        *zip((words["materials"], words["hand_outs"]), rest, strict=False),
        (words["downloads"], groups["downloads"]),
        *((title, [page]) for title, page in zip(own, groups["own"], strict=True)),
        (words["about"], groups["about"]),
        (words["sources"], groups["sources"]),
    ]
    return [{title: _entry(paths)} for title, pages in places if (paths := [each.path for each in pages])]


def _is_timed(view: View) -> bool:
    """Whether the first page can know what is on now."""
    return any(timed.start for table in view.timetables for timed in table.rounds)


def _entry(paths: list[str]) -> str | list[str]:
    return paths[0] if len(paths) == 1 else paths
