"""Step 5, dress: what an exhibit needs beside its record before it is shown, computed by kind, once for page and paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from daysheet.cells import FIGURES, Cell, SizeOf, cell_of, grouped
from daysheet.charts import Chart, draw
from daysheet.models.exhibit import Grid
from daysheet.models.exhibit_base import ExhibitBase
from daysheet.models.network import Network
from daysheet.networks import network_shown
from daysheet.spoken import Spoken


@dataclass(frozen=True)
class ShownColumn:
    heading: str
    align: str
    """`figure` for numbers, which stand to the right; else `text`."""


@dataclass(frozen=True)
class ShownGroup:
    title: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class GridShown:
    """A table as it is shown, and its chart where it asks for one."""

    columns: tuple[ShownColumn, ...]
    groups: tuple[ShownGroup, ...]
    chart: Chart | None


def shown(exhibit: ExhibitBase, spoken: Spoken, size_of: SizeOf) -> Any:
    """What the component of this kind draws beside the record; None where nothing is to be computed."""
    match exhibit:
        case Grid():
            return grid_shown(exhibit, spoken, size_of)
        case Network():
            return network_shown(exhibit)
    return None


def grid_shown(grid: Grid, spoken: Spoken, size_of: SizeOf) -> GridShown:
    """The cells of a table, group by group; the column that it is grouped by is told by the groups' titles."""
    columns = [column for column in grid.columns if column.name != grid.group_by]
    groups = (
        ShownGroup(title, tuple(tuple(cell_of(column, row, spoken, size_of) for column in columns) for row in rows))
        for title, rows in grouped(grid)
    )
    heads = tuple(ShownColumn(each.heading, "figure" if each.type in FIGURES else "text") for each in columns)
    return GridShown(heads, tuple(groups), draw(grid, spoken))
