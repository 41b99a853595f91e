"""The page from which one takes home what one wrote on the phone. What it shows is the browser's; the page brings the sheets."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from daysheet.addresses import page_of
from daysheet.models.worksheet import Worksheet
from daysheet.pages.desk import PageDesk
from daysheet.prose import to_text
from daysheet.site import SitePage

TAKE_HOME = "take-home.md"


def compose_take_home(desk: PageDesk) -> SitePage | None:
    """The page; None for a session without worksheets."""
    worksheets = desk.view.library.worksheets
    if not worksheets:
        return None
    sheets = [known(each, desk) for each in worksheets]
    title = desk.view.words["answers"]["take"]["title"]
    return desk.page(TAKE_HOME, title, template="take-home", sheets=sheets, files=_empty(desk))


def known(sheet: Worksheet, desk: PageDesk) -> dict[str, Any]:
    """What the browser is told of a sheet: where it stands, the ids that it asks for, and its PDF to fill in."""
    return {
        "id": sheet.id,
        "number": sheet.number or 0,
        "title": to_text(sheet.title),
        "address": page_of("worksheet", sheet.id),
        "pdf": fillable_of(sheet.id, desk),
        "ids": asked_by(sheet, desk),
    }


def fillable_of(id: str, desk: PageDesk) -> str:
    """The fillable PDF of a worksheet, on the paper of the day where there are several; else nothing."""
    found = [each for each in desk.downloads if (each.kind, each.id, each.edition) == ("worksheet", id, "fillable")]
    delivery = desk.view.library.delivery
    paper = delivery.paper if delivery else ""
    found.sort(key=lambda each: each.paper != paper)
    return found[0].path if found else ""


def _empty(desk: PageDesk) -> list[dict[str, Any]]:
    """The sheets as they are printed, to write on; see `downloads` in `components/rows.html`."""
    sheets = ((each, desk.files_of("worksheet", each.id, "")) for each in desk.view.library.worksheets)
    return [
        {"title": f"{desk.label('worksheet', each)}: {each.title}", "line": "", "files": files}
        for each, files in sheets
        if files
    ]


def asked_by(sheet: Worksheet, desk: PageDesk) -> list[str]:
    """The ids that a sheet asks for now, read from its form: what it shows is what it asks."""
    names = _Names()
    names.feed(desk.renderer(1).render("components/form.html", sheet=sheet, setting=desk.setting))
    return list(dict.fromkeys(names.found))


class _Names(HTMLParser):
    """The names of the controls of a form; a sketch has one more, for its drawing."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.sketches = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "ds-block" in (given.get("class") or "").split():
            self.sketches = "ds-block--sketch" in (given.get("class") or "")
        name = given.get("name") if tag in ("input", "textarea") else None
        if name:
            self.found += [name, f"{name}--drawn"] if self.sketches else [name]
