"""The files beside the pages of the site: styles in their order, script, fonts, PDFs, the author's files, short pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from daysheet.addresses import SHORT, live, page_of, short_of
from daysheet.calendars import CALENDAR, calendar_of
from daysheet.colour import Accent
from daysheet.offline.installing import installing
from daysheet.pages.desk import PageDesk
from daysheet.pages.screens import screen_files
from daysheet.policy import with_policy
from daysheet.project import Project
from daysheet.prose import to_text

STYLES = (
    "tokens.css",
    "accent.css",
    "dark-by-device.css",
    "dark.css",
    "components.css",
    "site.css",
    "now.css",
    "reading.css",
)
ACCENT = "accent.css"
SCRIPTS = ("site.js", "fill-pdf.js")


def site_files(desk: PageDesk, pdfs: Mapping[str, bytes | Path]) -> dict[str, bytes | Path]:
    """Every file by its path in the site; style sheets come in the order in which they apply."""
    project = desk.view.project
    return {
        **dict(_fonts(project)),
        **{f"assets/styles/{name}": _style(name, desk) for name in STYLES},
        **dict(_scripts(project)),
        **installing(desk.view),
        **dict(_own(project)),
        **pdfs,
        **dict(short_pages(desk)),
        **screen_files(desk),
        **_calendar(desk),
    }


def _fonts(project: Project) -> Iterator[tuple[str, Path]]:
    yield "assets/fonts/site.css", project.find_template("fonts/site.css")
    names = {path.name for folder in project.template_folders for path in (folder / "fonts").glob("*.woff2")}
    for name in sorted(names):
        yield f"assets/fonts/{name}", project.find_template(f"fonts/{name}")


def _scripts(project: Project) -> Iterator[tuple[str, Path]]:
    for name in SCRIPTS:
        yield f"assets/{name}", project.find_template(f"assets/{name}")


def _style(name: str, desk: PageDesk) -> bytes | Path:
    if name == ACCENT:
        return accent_style(desk.view.accent).encode()
    return desk.view.project.find_template(f"styles/{name}")


def accent_style(accent: Accent) -> str:
    """The session's accent, laid over the one of tokens.css."""
    roles = {
        "--accent-paper": accent.paper,
        "--accent-light": accent.light,
        "--accent-light-fill": accent.light_fill,
        "--accent-light-tint": accent.light_tint,
        "--accent-dark": accent.dark,
        "--accent-dark-fill": accent.dark_fill,
        "--accent-dark-tint": accent.dark_tint,
    }
    return "".join([":root {\n", *(f"  {name}: {colour};\n" for name, colour in roles.items()), "}\n"])


def _calendar(desk: PageDesk) -> dict[str, bytes | Path]:
    calendar = calendar_of(desk.view)
    return {CALENDAR: calendar} if calendar else {}


def _own(project: Project) -> Iterator[tuple[str, Path]]:
    """The author's pictures and files."""
    if project.content.is_dir():
        for path in project.content_files():
            if path.suffix != ".md":
                yield path.relative_to(project.content).as_posix(), path


def short_pages(desk: PageDesk) -> Iterator[tuple[str, bytes]]:
    """`w1.html`, `h2.html`, `c1.html`: what a person types from paper leads on to the page."""
    library = desk.view.library
    for kind in SHORT:
        for record in library.of(kind):
            yield short_of(kind, record), with_policy(_onward(kind, record, desk)).encode()


def _onward(kind: str, record: object, desk: PageDesk) -> str:
    page = page_of(kind, record.id)  # type: ignore[attr-defined]
    title = to_text(record.title)  # type: ignore[attr-defined]
    address = escape(live(desk.view.library.delivery, page) or page)
    words = desk.words["onward"].format(title=f'<a href="{escape(page)}">{escape(title)}</a>')
    language = escape(desk.view.spoken.language)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">\n'
        f'<link rel="canonical" href="{address}"><meta http-equiv="refresh" content="0; url={escape(page)}"></head>\n'
        f"<body><p>{words}</p></body></html>\n"
    )
