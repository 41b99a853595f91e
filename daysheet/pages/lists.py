"""Pages that list: downloads, sources and licence, and what the author wrote beside the session."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from daysheet.addresses import page_of
from daysheet.citations import cited_by, reference, sort_key
from daysheet.pages.desk import PageDesk
from daysheet.prose import to_text
from daysheet.site import Download, SitePage
from daysheet.words import plural

ORDER = ("packet", "worksheet", "reading", "section", "portrait", "exhibit", "tenets", "poster", "cards", "protocol")
FIRST_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*(?:\{[^{}\n]*\})?[ \t]*#*[ \t]*$", re.MULTILINE)


def compose_downloads(desk: PageDesk) -> SitePage | None:
    """All PDFs with pages, paper and size, packets first; None where there are none."""
    if not desk.downloads:
        return None
    groups: list[dict[str, Any]] = []
    for kind in dict.fromkeys([*ORDER, *(each.kind for each in desk.downloads)]):
        items = list(_items([each for each in desk.downloads if each.kind == kind], desk))
        if items:
            groups.append({"kind": kind, "title": _title(kind, desk), "items": items})
    papers = dict.fromkeys(file["paper"] for group in groups for item in group["items"] for file in item["files"])
    line = desk.words["paper_of_day"].format(paper=next(iter(papers))) if len(papers) > 1 else ""
    return desk.page("downloads.md", desk.words["downloads"], template="downloads", groups=groups, line=line)


def _title(kind: str, desk: PageDesk) -> str:
    if kind == "tenets":
        return plural(desk.view, "tenet")
    return plural(desk.view, kind) if kind in desk.words["plurals"] else desk.words["downloads"]


def _items(downloads: list[Download], desk: PageDesk) -> Iterator[dict[str, Any]]:
    for id, edition in dict.fromkeys((each.id, each.edition) for each in downloads):
        files = [each for each in downloads if (each.id, each.edition) == (id, edition)]
        record = _record(files[0].kind, id, desk)
        number = getattr(record, "number", None)
        said = f"{desk.label(files[0].kind, record)}: " if number else ""
        line = " · ".join(
            each for each in (desk.words["editions"].get(edition, ""), pages(files[0].pages, desk)) if each
        )
        yield {"title": f"{said}{files[0].title}", "line": line, "files": desk.as_files(files)}


def pages(count: int, desk: PageDesk) -> str:
    """`12 pages`; nothing where they are not known yet."""
    if not count:
        return ""
    return str(desk.words["page"] if count == 1 else desk.words["pages"]).format(count=count)


def _record(kind: str, id: str, desk: PageDesk) -> Any:
    try:
        return desk.view.library.find(kind, id)
    except (KeyError, AttributeError):
        return None


def compose_sources(desk: PageDesk) -> SitePage | None:
    """The list of works in the order of authors, each with the pages that cite it; and the licence."""
    library = desk.view.library
    if not library.sources and not library.session.licence:
        return None
    works = [
        {"id": id, "text": reference(work), "cited_in": _cited_in(id, desk)}
        for id, work in sorted(library.sources.items(), key=lambda each: sort_key(each[1]))
    ]
    licence = library.session.licence
    return desk.page("sources.md", desk.words["sources"], template="sources", works=works, licence=licence)


def _cited_in(id: str, desk: PageDesk) -> list[dict[str, str]]:
    library = desk.view.library
    kinds = ("agenda", "worksheet", "reading", "portrait", "exhibit", "tenets")
    records = [(kind, each) for kind in kinds for each in library.of(kind)]
    return [
        {"title": desk.label(kind, record), "address": page_of(kind, record.id)}
        for kind, record in records
        if id in cited_by(record, library.exhibits)
    ]


def compose_own(desk: PageDesk) -> Iterator[tuple[str, SitePage]]:
    """The author's own pages, each with its title: every Markdown file that is neither the home page nor a reading."""
    project = desk.view.project
    if not project.content.is_dir():
        return
    for file in project.content_files():
        path = file.relative_to(project.content).as_posix()
        if file.suffix != ".md" or path == "index.md" or path.startswith("readings/"):
            continue
        text = file.read_text("utf-8")
        found = FIRST_HEADING.search(text)
        title = found[1] if found else file.stem.replace("-", " ").capitalize()
        rest = text[: found.start()] + text[found.end() :] if found else text
        body = desk.body(rest, path).text
        yield to_text(title), desk.page(path, title, template="own", body=body)
