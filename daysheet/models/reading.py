"""The front matter of `content/readings/*.md`: something to keep and read."""

from __future__ import annotations

from daysheet.models.base import Id, Label, Numbered, Prose
from daysheet.models.values import Minutes


class Reading(Numbered):
    """A handout. `body` is its Markdown, which begins on line `body_line` of its file."""

    title: Prose
    byline: Prose = ""
    purpose: Prose = ""
    source: Id = ""
    rights: Prose = ""
    minutes: Minutes | None = None
    called: Label = ""
    body: str = ""
    body_line: int = 1
