"""The page about the session: what it is, and who leads it, at the length that was written."""

from __future__ import annotations

import re
from typing import Any

from daysheet.models.session import Host
from daysheet.pages.desk import PageDesk
from daysheet.prose import to_text
from daysheet.site import SitePage

PATH = "about.md"
SHORT = 160
"""Letters that the home page gives to a person."""
SENTENCE = re.compile(r".+?[.?!](?=\s|$)")


def compose_about(desk: PageDesk) -> SitePage | None:
    """The page; None where nothing is said of anybody, or the author has written a page of that name."""
    session = desk.view.library.session
    if not any(map(_says_more, session.hosts)) or (desk.view.project.content / PATH).is_file():
        return None
    return desk.page(PATH, desk.words["about"], template="about", session=session)


def people_in_short(desk: PageDesk) -> list[dict[str, Any]]:
    """The people for the home page: each `host`, a `line`, and `address`, where the rest stands ("" where that is all)."""
    known = compose_about(desk) is not None
    return [_in_short(host, known) for host in desk.view.library.session.hosts if _says_more(host)]


def _in_short(host: Host, known: bool) -> dict[str, Any]:
    whole = to_text(host.about) if host.about else ""
    first = SENTENCE.match(whole)
    line = whole if len(whole) <= SHORT or not first else first[0]
    return {"host": host, "line": line, "address": "about.html" if known else ""}


def _says_more(host: Host) -> bool:
    return bool(host.about or host.picture or host.link or host.links)
