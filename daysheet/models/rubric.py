"""`kind: rubric`: strands in dimensions, and for each strand a text for every stage."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from daysheet.models.base import Id, Label, Prose, Record, slug
from daysheet.models.exhibit_base import ExhibitBase


class Strand(Record):
    """One row of a rubric: a text for each stage, by the stage's name. Its id is by default the slug of its name."""

    id: Id = ""
    name: Label
    about: Prose = ""
    stages: dict[str, Prose] = Field(min_length=1)

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        name = value.get("name")
        return {"id": slug(name) or "strand", **value} if isinstance(name, str) else value


class Dimension(Record):
    """Strands that belong together; without a name where a rubric lists its strands at once."""

    name: Label = ""
    about: Prose = ""
    strands: tuple[Strand, ...] = Field(min_length=1)


class Rubric(ExhibitBase):
    """Dimensions (or `strands` at once) and ordered stages; `exhibits_check` sees that every strand has every stage."""

    kind: Literal["rubric"]
    stages: tuple[Label, ...] = Field(min_length=2, max_length=6)
    dimensions: tuple[Dimension, ...] = Field(min_length=1)

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        if "strands" in value and "dimensions" not in value:
            strands = value["strands"]
            rest = {key: each for key, each in value.items() if key != "strands"}
            return {**rest, "dimensions": [{"strands": strands}]}
        return value

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        return (*super().keys(), "strands")

    @property
    def strands(self) -> tuple[Strand, ...]:
        return tuple(strand for dimension in self.dimensions for strand in dimension.strands)
