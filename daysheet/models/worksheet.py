"""`data/worksheets/*.yml`: something to write on, made of blocks."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from daysheet.models.base import Id, Label, Numbered, Prose, Record, mistake
from daysheet.models.blocks import Block
from daysheet.models.values import Minutes, YesNo


class Sheet(Record):
    """The paper that a worksheet is printed on, and how many pages of it at the most (0: as many as it needs)."""

    size: Literal["page", "half", "A3", "poster"] = "page"
    turn: Literal["portrait", "landscape"] = "portrait"
    colour: Label = "white"
    pages: int = Field(default=0, ge=1, le=50)

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        return {"size": line}

    @model_validator(mode="after")
    def _half(self) -> Sheet:
        if self.size == "half" and (self.turn == "landscape" or self.pages > 1):
            raise mistake("a half sheet is one half of an upright page", "leave `turn` and `pages` out")
        return self


class WorksheetNotes(Record):
    """What only the facilitator sees."""

    short = "look_for"
    look_for: Prose = ""
    say: Prose = ""


class Worksheet(Numbered):
    """A sheet to write on, on paper and on the phone."""

    title: Prose
    purpose: Prose = ""
    source: Id = ""
    copies: Literal["person", "pair", "group", "table", "team", "room"] = "person"
    after: Literal["keep", "hand in", "post"] = "keep"
    anonymous: YesNo = False
    sheet: Sheet = Field(default_factory=Sheet)
    minutes: Minutes | None = None
    blocks: tuple[Block, ...] = Field(min_length=1)
    facilitator: WorksheetNotes | None = None

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        nameless = str(value.get("anonymous", "no")).lower() in ("yes", "true", "on")
        return {"after": "hand in", **value} if nameless else value

    @property
    def is_apart(self) -> bool:
        """Whether it is never bound with others: a sheet without a name, or one of another size."""
        return self.anonymous or self.sheet.size != "page"

    @model_validator(mode="after")
    def _nameless_sheets_leave(self) -> Worksheet:
        if self.anonymous and self.after == "keep":
            raise mistake("an anonymous sheet is not kept", "write `after: hand in`, or leave `anonymous` out")
        return self
