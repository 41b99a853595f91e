"""What a round needs: stations, records, materials and links."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from daysheet.models.base import Address, Id, Label, Record, mistake

USABLE = ("worksheet", "reading", "tenets", "tenet", "portrait", "exhibit")


class Stations(Record):
    """Places in the room: one for each tenet of a set, or names with topics."""

    tenets: Id = ""
    named: dict[Label, Label] = Field(default_factory=dict)

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        return value if {"tenets", "named"} & set(value) else {"named": value}


class Use(Record):
    """A record that a round uses, by kind and id."""

    kind: str
    id: Label

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        if len(value) != 1 or next(iter(value)) not in USABLE:
            kinds = ", ".join(f"`{kind}`" for kind in USABLE)
            raise mistake("what a round uses is one kind and one id", f"such as `worksheet: showcase`; kinds: {kinds}")
        kind, id = next(iter(value.items()))
        return {"kind": kind, "id": id}


class Material(Record):
    """What the round needs: a `supply` is used up, a `tool` comes back."""

    supply: Label = ""
    tool: Label = ""
    per: Literal["person", "pair", "trio", "group", "table", "team", "station", "room"] = "room"
    count: int = Field(default=1, ge=1, le=10_000)

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        return {"tool": line}

    @model_validator(mode="after")
    def _one_kind(self) -> Material:
        if bool(self.supply) == bool(self.tool):
            raise mistake("a material is either a `supply` (used up) or a `tool` (comes back)")
        return self

    @property
    def name(self) -> str:
        return self.supply or self.tool


class Link(Record):
    title: Label
    address: Address
