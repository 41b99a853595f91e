"""Step 6b, print: the bodies of parts that are read: a section of a reading by its letter, and the people who lead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from daysheet.packets.bodies import Body, Desk, Part, full, numbered_code, text_of
from daysheet.sections import Section


def _section(part: Part, section: Section, desk: Desk) -> Markup:
    reading = section.reading
    html, code = text_of(part, section.body, desk), numbered_code("reading", reading, desk)
    source = full(reading.source, desk)
    return desk.dress("section", part=part, section=section, reading=reading, html=html, code=code, source=source)


def _people(part: Part, _: Any, desk: Desk) -> Markup:
    return desk.dress("people", part=part, hosts=desk.view.library.session.hosts)


TEXTS: Mapping[str, Body] = {"section": _section, "people": _people}
