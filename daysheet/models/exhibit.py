"""`data/exhibits/*.yml`: a framework or data shown. The `kind` comes first and says which other keys there are."""

from __future__ import annotations

import difflib
import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from daysheet.models.base import Label, Lines, Prose, Record, mistake
from daysheet.models.exhibit_base import ExhibitBase
from daysheet.models.network import Network
from daysheet.models.rubric import Rubric


class Axis(Record):
    """A named axis with words for both ends."""

    label: Label
    low: Label
    high: Label


class Cell(Record):
    """One of the four cells of a quadrant, by where it lies."""

    across: Literal["low", "high"]
    up: Literal["low", "high"]
    name: Label
    text: Prose = ""


class Quadrant(ExhibitBase):
    """Two axes and four named cells."""

    kind: Literal["quadrant"]
    across: Axis
    up: Axis
    cells: tuple[Cell, ...]

    @model_validator(mode="after")
    def _four(self) -> Quadrant:
        places = {(cell.across, cell.up) for cell in self.cells}
        if len(self.cells) != 4 or len(places) != 4:
            raise mistake(
                "a quadrant has four cells, one for each corner",
                "give each `across: low` or `high` and `up: low` or `high`",
            )
        return self


class Pairs(ExhibitBase):
    """Rows under two or three headings, such as not and but. A row's keys are the headings: `not: Mandates`."""

    kind: Literal["pairs"]
    headings: tuple[Label, ...] = ()
    rows: tuple[dict[str, Prose], ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _same_keys(self) -> Pairs:
        keys = list(self.rows[0])
        if not 2 <= len(keys) <= 3:
            raise mistake(
                "a row of pairs has two or three texts", "such as `not: Mandates` and, below it, `but: Orientations`"
            )
        if any(list(row) != keys for row in self.rows):
            raise mistake(
                "every row of pairs has the same keys, in the same order", f"the first has `{'`, `'.join(keys)}`"
            )
        if self.headings and len(self.headings) != len(keys):
            raise mistake(f"{len(self.headings)} headings stand over {len(keys)} texts", "write one heading for each")
        return self

    @property
    def is_long(self) -> bool:
        """Whether some text is too long for large type."""
        return any(len(text) > 28 for row in self.rows for text in row.values())

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings as written, or the keys of the rows with a capital."""
        return self.headings or tuple(key[:1].upper() + key[1:].replace("_", " ") for key in self.rows[0])


class Move(Record):
    """One piece of numbered advice."""

    short = "say"
    say: Prose
    text: Prose = ""


class MoveGroup(Record):
    """Advice under a name: what to stop, to keep, to start."""

    title: Label
    moves: tuple[Move, ...] = Field(min_length=1)


class Moves(ExhibitBase):
    """Numbered advice, in named groups where wanted."""

    kind: Literal["moves"]
    moves: tuple[Move, ...] = ()
    groups: tuple[MoveGroup, ...] = ()

    @model_validator(mode="after")
    def _one_form(self) -> Moves:
        if bool(self.moves) == bool(self.groups):
            raise mistake("moves are written as `moves`, or in named `groups`", "use one of the two")
        return self


class Tile(Record):
    """A short named card."""

    short = "name"
    name: Label
    text: Prose = ""
    points: Lines = ()
    ask: Prose = ""


class Tiles(ExhibitBase):
    """Short named cards, each with text, points or a question."""

    kind: Literal["tiles"]
    tiles: tuple[Tile, ...] = Field(min_length=2, max_length=12)


TYPES = ("text", "number", "per cent", "link", "file")


class ExhibitColumn(Record):
    """A typed column; rows (or the CSV) name it by its heading, or by a shorter `key`."""

    short = "heading"
    heading: Label
    key: Label = ""
    type: Literal["text", "number", "per cent", "link", "file"] = "text"

    @property
    def name(self) -> str:
        """What rows call it once they are read."""
        return self.key or re.sub(r"\W+", "_", self.heading.lower()).strip("_")

    def is_called(self, word: str) -> bool:
        """Whether a row or the head of a CSV means this column."""
        return word.strip().casefold() in (self.name.casefold(), self.heading.casefold())


def _typed(value: object) -> object:
    """A column in one line, `2016: per cent`, as its long form."""
    if not isinstance(value, dict) or len(value) != 1 or "heading" in value:
        return value
    heading, type = next(iter(value.items()))
    if type in TYPES:
        return {"heading": heading, "type": type}
    near = difflib.get_close_matches(str(type).lower(), TYPES, 1, 0.7)
    if near:
        raise mistake(f"`{type}` is not a type of column", f"did you mean `{near[0]}`?")
    return value


class Grid(ExhibitBase):
    """A table of typed columns; rows by the columns' keys, or a CSV beside the file. `chart` draws it as well."""

    kind: Literal["table"]
    columns: tuple[Annotated[ExhibitColumn, BeforeValidator(_typed)], ...] = Field(min_length=1)
    rows: tuple[dict[str, Prose], ...] = ()
    csv: Label = ""
    group_by: Label = ""
    chart: Literal["", "paired bars", "bars", "dots", "stacked"] = ""

    @model_validator(mode="after")
    def _rows_or_csv(self) -> Grid:
        if bool(self.rows) == bool(self.csv):
            raise mistake("a table has either `rows` or a `csv` beside it", "list its rows, or name the file")
        return self


KINDS: dict[str, type[ExhibitBase]] = {
    "quadrant": Quadrant,
    "pairs": Pairs,
    "moves": Moves,
    "tiles": Tiles,
    "table": Grid,
    "rubric": Rubric,
    "network": Network,
}


def _kind_of(value: object) -> str | None:
    kind = value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)
    return f"a {kind}" if kind in KINDS else None


def _known_kind(value: object) -> object:
    if isinstance(value, dict) and value.get("kind") not in KINDS:
        kinds = ", ".join(f"`{kind}`" for kind in KINDS)
        named = f"`{value['kind']}` is not a kind of exhibit" if "kind" in value else "an exhibit says its `kind` first"
        raise mistake(named, f"one of {kinds}")
    return value


Exhibit = Annotated[
    Annotated[Quadrant, Tag("a quadrant")]
    | Annotated[Pairs, Tag("a pairs")]
    | Annotated[Moves, Tag("a moves")]
    | Annotated[Tiles, Tag("a tiles")]
    | Annotated[Grid, Tag("a table")]
    | Annotated[Rubric, Tag("a rubric")]
    | Annotated[Network, Tag("a network")],
    Discriminator(_kind_of),
    BeforeValidator(_known_kind),
]
"""Any exhibit, told by its `kind`."""
