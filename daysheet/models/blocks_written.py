"""What the blocks that are written on hold: items, scales, boxes, columns, tables, checklists, fields."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator

from daysheet.models.base import Id, Label, Prose, Record, mistake
from daysheet.models.values import Range, Space, YesNo


class Item(Record):
    """One line of a rating, checklist or table row."""

    short = "say"
    id: Id = ""
    say: Prose
    hint: Prose = ""


class Items(Record):
    """Lines to rate or tick: written here, or the tenets of a set (`lines` is filled when the set is found)."""

    tenets: Id = ""
    lines: tuple[Item, ...] = ()

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        raise mistake(
            f"`{line}` is neither a list nor the tenets of a set",
            "write one item a line, each after `- `; or `{tenets: competencies}`",
        )

    @classmethod
    def read_list(cls, items: list[Any]) -> dict[str, Any]:
        return {"lines": items}

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        if set(value) - {"tenets", "lines"}:
            raise mistake(
                "the items are a list, or the tenets of a set", "write one item a line, or `{tenets: competencies}`"
            )
        return value


class Scale(Record):
    """Whole numbers from `first` to `last`, with words for both ends."""

    first: int = Field(default=1, alias="from", ge=0, le=100)
    last: int = Field(default=10, alias="to", ge=1, le=100)
    low: Label = ""
    high: Label = ""

    @model_validator(mode="after")
    def _two_to_eleven(self) -> Scale:
        if not 1 < len(self.numbers) <= 11:
            raise mistake(
                f"a scale from {self.first} to {self.last} cannot be circled", "two to eleven numbers, such as 1 to 10"
            )
        return self

    @property
    def numbers(self) -> range:
        return range(self.first, self.last + 1)


class Rating(Record):
    """Items on one scale; `choose` some of them, and then say why."""

    scale: Scale = Field(default_factory=Scale)
    items: Items
    choose: Range | None = None
    chosen: Label = ""
    then: Prose = ""


class Box(Record):
    """A labelled box to write in."""

    short = "title"
    id: Id = ""
    title: Prose
    prompt: Prose = ""
    hint: Prose = ""
    space: Space = Field(default_factory=Space)
    expect: Prose = ""


class Beside(Record):
    """Boxes side by side."""

    beside: tuple[Box, ...] = Field(min_length=2, max_length=4)


def _box_kind(value: object) -> str:
    return "a beside" if isinstance(value, Beside) or (isinstance(value, dict) and "beside" in value) else "a box"


BoxOrBeside = Annotated[Annotated[Box, Tag("a box")] | Annotated[Beside, Tag("a beside")], Discriminator(_box_kind)]


class Column(Record):
    """A column to write in; a heading that begins with + or Δ has the sign drawn."""

    short = "heading"
    id: Id = ""
    heading: Prose
    prompt: Prose = ""
    hint: Prose = ""
    space: Space = Field(default_factory=lambda: Space(natural=80.0))
    expect: Prose = ""

    @property
    def sign(self) -> str:
        """`plus`, `delta` or nothing."""
        return {"+": "plus", "Δ": "delta", "∆": "delta"}.get(self.heading[:1], "")

    @property
    def words(self) -> str:
        """The heading without its sign."""
        return self.heading[1:].strip() if self.sign else self.heading


class Each(Record):
    """What every row of a table holds: so many lines, numbered or not."""

    lines: int = Field(ge=1, le=20)
    numbered: YesNo = False

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        found = re.fullmatch(r"(\d+)\s+(numbered\s+)?lines?", line.strip())
        if not found:
            raise mistake(f"`{line}` does not say what each row holds", "write `3 numbered lines` or `2 lines`")
        return {"lines": int(found[1]), "numbered": bool(found[2])}


class TableColumn(Record):
    short = "heading"
    id: Id = ""
    heading: Prose


MOST_ROWS = 60


class Table(Record):
    """Columns and rows to fill in: a number of empty rows, or rows with a word each."""

    columns: tuple[TableColumn, ...] = ()
    empty_rows: int = Field(default=0, ge=0, le=MOST_ROWS)
    rows: tuple[Item, ...] = ()
    each: Each | None = None

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        rows = value.get("rows")
        if not isinstance(rows, str):
            return value
        if not rows.isdigit():
            raise mistake(f"`{rows}` is not a number of rows", "write `rows: 5`, or list the rows one a line")
        if int(rows) > MOST_ROWS:
            raise mistake(f"{rows} is out of range for `rows`", f"at most {MOST_ROWS} empty rows")
        return {**{key: each for key, each in value.items() if key != "rows"}, "empty_rows": rows}

    @model_validator(mode="after")
    def _something(self) -> Table:
        if not self.empty_rows and not self.rows:
            raise mistake("a table needs its rows", "write `rows: 5`, or list the rows one a line")
        if bool(self.columns) == bool(self.each):
            raise mistake("a table needs `columns`, or `each` with what a row holds", "write one of the two")
        if self.each and not self.rows:
            raise mistake("`each` needs rows with a word each", "list the rows one a line, such as `- Stop`")
        return self


class Checklist(Record):
    """Things to tick."""

    heading: Prose = ""
    items: Items
    choose: Range | None = None

    @classmethod
    def read_list(cls, items: list[Any]) -> dict[str, Any]:
        return {"items": items}


class FieldLine(Record):
    """One labelled line to fill in."""

    short = "label"
    id: Id = ""
    label: Prose
    hint: Prose = ""
