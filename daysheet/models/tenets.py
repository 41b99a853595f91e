"""`data/tenets/*.yml`: a numbered set of principles."""

from __future__ import annotations

from pydantic import Field

from daysheet.models.base import Id, Label, Lines, Prose, Record


class Evidence(Record):
    """What was found, in our words: by whom and when, and the work that tells it."""

    short = "finding"
    finding: Prose
    who: Label = ""
    year: Label = ""
    source: Id = ""


class Tenet(Record):
    """One numbered principle; a plain line is enough."""

    short = "name"
    id: Id = ""
    name: Prose
    gist: Prose = ""
    looks_like: Lines = ()
    ask: Lines = ()
    evidence: tuple[Evidence, ...] = ()


class TenetSet(Record):
    """Principles in their order; `called` is what one of them is called."""

    id: Id = ""
    title: Prose
    called: Label = ""
    purpose: Prose = ""
    source: Id = ""
    tenets: tuple[Tenet, ...] = Field(min_length=1)
