"""The room screen, and the facilitator's console that steers it: pages of their own beside the site, with their files.

They are whole documents, which MkDocs never sees, and run on the day as data (`daysheet.day`). The screen of the public site
knows nothing that is for facilitators; the console stands in theirs alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from daysheet.addresses import live, short_of
from daysheet.day import day_json, day_of
from daysheet.labels import round_uses
from daysheet.pages.desk import PageDesk
from daysheet.policy import with_policy
from daysheet.prose import to_text
from daysheet.qr import QUIET, qr_svg, wifi_text
from daysheet.view import View

STYLES = ("assets/fonts/site.css", *(f"assets/styles/{name}.css" for name in ("tokens", "accent", "dark")))
BY_DEVICE = {"console": ("assets/styles/dark-by-device.css",), "screen": ()}
"""The screen of the room is dark only when a key says so."""
NAMES = {"participant": ("screen",), "facilitator": ("screen", "console")}
"""Audience -> the pages that stand in its site."""


def screen_files(desk: PageDesk) -> dict[str, bytes | Path]:
    """The pages and their styles and scripts, by their paths in the site; nothing for a session without an agenda."""
    view = desk.view
    if not view.timetables:
        return {}
    names = NAMES.get(view.audience, ())
    return {**{f"{name}.html": _page(name, desk).encode() for name in names}, **dict(_files(names, view))}


def _files(names: tuple[str, ...], view: View) -> Iterator[tuple[str, Path]]:
    for name in names:
        yield f"screen/{name}.css", view.project.find_template(f"styles/{name}.css")
        yield f"screen/{name}.js", view.project.find_template(f"assets/{name}.js")


def _page(name: str, desk: PageDesk) -> str:
    view = desk.view
    words: dict[str, Any] = {each: view.words[each] for each in ("screen", name)}
    text = desk.renderer(0).render(
        f"screen/{name}.html",
        language=view.spoken.language,
        direction=str(view.spoken.locale.text_direction),
        title=to_text(view.library.session.title),
        inside=view.is_facilitator,
        styles=[*STYLES, *BY_DEVICE[name], f"screen/{name}.css"],
        day=day_json(day_of(view)),
        said=json.dumps(words, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        codes=dict(_codes(view)) if name == "screen" else {},
    )
    return with_policy(text)


def _codes(view: View) -> Iterator[tuple[str, str]]:
    """A QR code for each thing that a round uses, for the site and for feedback; none where the delivery has no address."""
    library, spoken = view.library, view.spoken
    if site := live(library.delivery, ""):
        yield "site", qr_svg(site, to_text(library.session.title), quiet=QUIET)
    private = library.delivery.private if library.delivery else None
    if private and private.wifi:
        words = view.words["screen"]["wifi"]
        yield "wifi", qr_svg(wifi_text(private.wifi.name, private.wifi.password), words, quiet=QUIET)
    if library.session.feedback:
        yield "feedback", qr_svg(library.session.feedback, view.words["screen"]["feedback"], quiet=QUIET)
    seen: set[str] = set()
    for round in library.rounds:
        for kind, record, words in round_uses(library, round, spoken):
            address, name = live(library.delivery, short_of(kind, record)), f"{kind}/{record.id}"
            if address and name not in seen:
                seen.add(name)
                yield name, qr_svg(address, words, quiet=QUIET)
