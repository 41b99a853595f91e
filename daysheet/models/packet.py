"""`data/packets/*.yml`: an ordered choice of everything, for one audience, as one PDF."""

from __future__ import annotations

import difflib
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from daysheet.models.base import Id, Label, Prose, Record, mistake
from daysheet.models.room_paper import IN_PACKETS
from daysheet.models.values import YesNo

ALONE = (
    "cover", "contents", "agenda", "run of show", "materials", "hand-outs", "sources", "back", "people", "groups",
    *IN_PACKETS,
)  # fmt: skip
LISTS = ("worksheets", "readings", "tenets", "portraits", "protocols", "exhibits")


class Entry(Record):
    """One entry of a packet's contents: `kind`, and which records of it (all, or ids in order)."""

    kind: Literal[
        "cover", "contents", "agenda", "run of show", "materials", "hand-outs", "sources", "back",
        "worksheets", "readings", "tenets", "portraits", "protocols", "exhibits", "notes", "people", "sections", "groups",
        "signs", "table numbers", "name tents", "badges", "posters", "sign-in sheet", "certificates", "slips",
        "timekeeper cards", "exit tickets",
    ]  # fmt: skip
    ids: tuple[Label, ...] = ()
    all: YesNo = False
    count: int = 0

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        if line in LISTS:
            return {"kind": line, "all": True}
        if line not in ALONE:
            raise mistake(f"`{line}` is not a part of a packet", _known(line))
        return {"kind": line}

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        if "kind" in value:
            return value
        if len(value) != 1:
            raise mistake("an entry of a packet's contents is one line", _known())
        kind, which = next(iter(value.items()))
        if kind == "notes":
            if not str(which).isdigit() or not 0 < int(which) <= 100:
                raise mistake(f"`{which}` is not a number of notes pages", "write `notes: 2`")
            return {"kind": kind, "count": int(which)}
        if kind not in LISTS:
            raise mistake(f"`{kind}` is not a part of a packet", _known(kind))
        if which == "all":
            return {"kind": kind, "all": True}
        return {"kind": kind, "ids": [which] if isinstance(which, str) else which}


def _known(wrong: str = "") -> str:
    near = difflib.get_close_matches(wrong, [*ALONE, *LISTS, "notes"], 1, 0.7)
    if near:
        return f"did you mean `{near[0]}`?"
    lists = ", ".join(f"`{kind}: all`" for kind in LISTS)
    return f"{', '.join(f'`{kind}`' for kind in ALONE)}, {lists} (or ids instead of all), `notes: 2`"


Edition = Annotated[
    Literal["standard", "large-print", "fillable", "booklet", "small-booklet"],
    BeforeValidator(lambda name: "-".join(str(name).split())),
]


class Bind(Record):
    staple: Literal["top left", "left", "none"] = "top left"
    punch: Literal["2", "3", "4", "none"] = "none"


class Packet(Record):
    """What is bound together, for whom, and on what terms."""

    id: Id = ""
    title: Prose
    audience: Literal["participant", "facilitator", "organiser"] = "participant"
    contents: tuple[Entry, ...] = Field(min_length=1)
    editions: tuple[Edition, ...] = Field(default=("standard",), min_length=1)
    copies: Literal["person", "pair", "table", "team", "room"] = "person"
    sides: Literal["one", "two"] = "two"
    starts: Literal["next page", "right-hand page"] = "next page"
    blank_pages: Literal["notes", "blank"] = "notes"
    ink: Literal["full", "saver"] = "full"
    stack: Literal["table", "name"] = "table"
    bind: Bind = Field(default_factory=Bind)
    page_budget: int | None = Field(default=None, ge=1, le=2000)

    @field_validator("editions")
    @classmethod
    def _that_can_be_made(cls, editions: tuple[Edition, ...], info: ValidationInfo) -> tuple[Edition, ...]:
        twice = next((each for each in editions if editions.count(each) > 1), "")
        if twice:
            raise mistake(f"the edition `{twice}` is named twice", "name it once")
        held = [entry.kind for entry in info.data.get("contents", ())]
        if "small-booklet" in editions and "worksheets" in held:
            hint = "leave the worksheets out of its contents, or write `booklet`, whose pages have their full size"
            raise mistake("a small booklet has no room to write in, so it cannot hold worksheets", hint)
        return editions
