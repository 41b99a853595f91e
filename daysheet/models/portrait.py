"""`data/portraits/*.yml`: a case, with its figures, its story and what it shows."""

from __future__ import annotations

from pydantic import Field

from daysheet.models.base import Id, Label, Lines, Numbered, Prose, Record
from daysheet.models.values import Minutes


class Where(Record):
    short = "name"
    name: Label
    country: Label = ""


class Fact(Record):
    """A figure or a short text with its label."""

    label: Label
    value: Label


class Voice(Record):
    """What somebody said, in our words."""

    who: Label
    paraphrase: Prose


class Portrait(Numbered):
    """A case: where, facts, story, voices, practices, questions and the tenets that it shows."""

    title: Prose
    place: Where | None = None
    source: Id = ""
    minutes: Minutes | None = None
    facts: tuple[Fact, ...] = ()
    story: Prose
    voices: tuple[Voice, ...] = ()
    practices: Lines = ()
    shows: tuple[Label, ...] = ()
    ask: Lines = Field(default=())
