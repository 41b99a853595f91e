"""Steps 1 and 2 for tables: rows from a CSV beside the YAML, and every cell of a typed column as its type wants it.

A spreadsheet writes CSV in many ways: with a byte order mark, with `;` or a tab between cells, with headings in any
order and columns that nobody asked for. All of these are read; what is missing or cannot be is told with its place.
"""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from daysheet.cells import FIGURES, LINK, file_path, number_of
from daysheet.charts import LEAST, MOST, series_of
from daysheet.encodings import decode, split_lines, unseen
from daysheet.load import Files, Loaded
from daysheet.models.exhibit import ExhibitColumn, Grid
from daysheet.problems import Collector, InvalidData, Place, Problem
from daysheet.project import Project, is_private

FOLDER = "data/exhibits"
PARTED = (";", "\t", ",")
"""What may stand between the cells of a CSV; the first that its head holds, so that `1,5` can stand between `;`."""

PRIVATE = ("A roster is never published", "show another file; who comes stays in `data/roster.csv`")


@dataclass(frozen=True)
class Row:
    """One row by the names of the columns, with the place of each cell, and of the row as a whole under ""."""

    cells: Mapping[str, str]
    places: Mapping[str, Place]

    def place(self, name: str) -> Place:
        return self.places.get(name, self.places[""])


def fill_tables(project: Project, files: Files, collector: Collector) -> None:
    """Puts rows into every table of `files`.

    Raises: InvalidData with what a cell, a column or a chart cannot be.
    """
    for at, loaded in enumerate(files.loaded):
        if isinstance(loaded.record, Grid):
            rows = _from_csv(project, loaded, files, collector) if loaded.record.csv else _from_yaml(loaded, collector)
            for row in rows or ():
                _check_cells(row, loaded.record, project, collector)
            _check_chart(loaded, rows or [], collector)
            files.loaded[at] = Loaded(loaded.kind, _filled(loaded.record, rows or ()), loaded.source)
    collector.raise_if_any()


def _filled(grid: Grid, rows: Sequence[Row]) -> Grid:
    groups = _meant(grid.group_by, grid.columns)
    update = {"rows": tuple(dict(row.cells) for row in rows), "group_by": groups.name if groups else ""}
    return grid.model_copy(update=update)


def _from_yaml(loaded: Loaded, collector: Collector) -> list[Row]:
    """The rows that stand in the file, each value under its column's name."""
    rows = []
    for at, row in enumerate(loaded.record.rows):
        cells, places = {}, {"": loaded.place("rows", at)}
        for key, text in row.items():
            column = _meant(key, loaded.record.columns)
            if column is None:
                place = loaded.source.keys.get(("rows", at, key), places[""])
                collector.problem(place, f"`{key}` is not a column of this table", _columns(key, loaded.record.columns))
            else:
                cells[column.name], places[column.name] = text, loaded.place("rows", at, key)
        rows.append(Row(cells, places))
    return rows


def _meant(key: str, columns: Sequence[ExhibitColumn]) -> ExhibitColumn | None:
    return next((column for column in columns if column.is_called(key)), None)


def _columns(key: str, columns: Sequence[ExhibitColumn]) -> str:
    names = [column.key or column.heading for column in columns]
    near = difflib.get_close_matches(key, names, 1, 0.6)
    return f"did you mean `{near[0]}`?" if near else "its columns are " + ", ".join(f"`{name}`" for name in names)


def _from_csv(project: Project, loaded: Loaded, files: Files, collector: Collector) -> list[Row] | None:
    """The rows of the CSV beside the file; None where it cannot be read."""
    grid, place = loaded.record, loaded.place("csv")
    path = project.data / "exhibits" / grid.csv
    if is_private(path):
        collector.problem(place, *PRIVATE)
        return None
    if not path.resolve().is_relative_to(project.data.resolve()) or not path.is_file():
        near = difflib.get_close_matches(grid.csv, [each.name for each in path.parent.glob("*.csv")], 1, 0.5)
        hint = f"did you mean `{near[0]}`?" if near else f"put it into `{FOLDER}/`, beside this file"
        collector.problem(place, f"There is no file `{FOLDER}/{grid.csv}`", hint)
        return None
    name, content = project.name_of(path), path.read_bytes()
    files.tables[loaded.record.id] = name
    files.lines[name] = split_lines(content.decode("utf-8-sig", "replace"))
    try:
        text = decode(content, name)
        collector.problems += unseen(files.lines[name], name)
        return _read(text, name, grid, collector)
    except InvalidData as invalid:
        collector.problems += invalid.problems
        return None


def _read(text: str, file: str, grid: Grid, collector: Collector) -> list[Row] | None:
    lines = list(_lines(text, file))
    if len(lines) < 2:
        sentence = "This table holds no rows" if lines else "This table is empty"
        collector.problem(Place(file), sentence, "its first line names the columns, each further line is a row")
        return None
    (_, heads), *rest = lines
    at = {column.name: _index(column, heads) for column in grid.columns}
    for column in grid.columns:
        if at[column.name] is None:
            held = ", ".join(f"`{head}`" for head in heads)
            sentence = f"This table has no column `{column.key or column.heading}`"
            collector.problem(Place(file, 1, 1), sentence, f"its first line names {held}")
    if None in at.values():
        return None
    return [_row(cells, file, number, text, at) for number, cells in rest]


def _lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV that are not empty, each with the line on which it begins. Raises: InvalidData."""
    head = text.split("\n", 1)[0]
    parted = next((each for each in PARTED if each in head), ",")
    reader, begins = csv.reader(io.StringIO(text, newline=""), delimiter=parted, strict=True), 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, [cell.strip() for cell in cells]
            begins = reader.line_num + 1
    except csv.Error:
        sentence = "From here on this table cannot be parted into cells"
        hint = "look for a quotation mark that is never closed, or that stands within a text"
        raise InvalidData([Problem(Place(file, begins, 1), sentence, hint)]) from None


def _index(column: ExhibitColumn, heads: Sequence[str]) -> int | None:
    return next((at for at, head in enumerate(heads) if column.is_called(head)), None)


def _row(cells: Sequence[str], file: str, number: int, text: str, at: Mapping[str, int | None]) -> Row:
    line = split_lines(text)[number - 1]
    values = {name: cells[index] for name, index in at.items() if index is not None and index < len(cells)}
    found = {name: line.find(cell) + 1 for name, cell in values.items() if cell}
    places = {name: Place(file, number, max(1, found[name]), max(1, len(values[name]))) for name in found}
    return Row({name: cell for name, cell in values.items() if cell}, {"": Place(file, number, 1, len(line)), **places})


def _check_cells(row: Row, grid: Grid, project: Project, collector: Collector) -> None:
    first = next(column for column in grid.columns if column.name != grid.group_by)
    if not row.cells.get(first.name):
        collector.problem(
            row.place(""), f"This row says nothing in its first column, `{first.heading}`", "every row has a name"
        )
    for column in grid.columns:
        text = row.cells.get(column.name, "")
        problem = _refused(column, text, project) if text else None
        if problem:
            collector.problem(row.place(column.name), *problem)


def _refused(column: ExhibitColumn, text: str, project: Project) -> tuple[str, str] | None:
    """Sentence and hint for a cell that is not what its column wants."""
    if column.type in FIGURES:
        value = number_of(text)
        if value is None:
            return (
                f"`{text}` is not a number, and `{column.heading}` holds numbers",
                "write figures alone, such as `84`",
            )
        if column.type == "per cent" and not 0 <= value <= 100:
            return f"{text.rstrip('% ')} per cent is not possible", "a share of a whole lies between 0 and 100"
    if column.type == "link" and not (LINK.search(text) or text.startswith(("https://", "http://", "mailto:"))):
        return f"`{text}` is not a link", "write an address, `https://...`, or `[words](https://...)`"
    if column.type == "file":
        path = project.content / file_path(text)
        if is_private(path):
            return PRIVATE
        if not path.resolve().is_relative_to(project.content.resolve()) or not path.is_file():
            return f"There is no file `content/{file_path(text)}`", "put it there, such as `files/plan.pdf`"
    return None


def _check_chart(loaded: Loaded, rows: Sequence[Row], collector: Collector) -> None:
    grid = loaded.record
    if grid.group_by and _meant(grid.group_by, grid.columns) is None:
        sentence = f"`{grid.group_by}` is not a column of this table"
        collector.problem(loaded.place("group_by"), sentence, _columns(grid.group_by, grid.columns))
    if not grid.chart:
        return
    held, least, most = len(series_of(grid)), LEAST[grid.chart], MOST[grid.chart]
    if not held:
        sentence, hint = (
            "Text cannot be drawn as a chart",
            "give the columns to draw `type: number` or `type: per cent`",
        )
        collector.problem(loaded.place("chart"), sentence, hint)
    elif not least <= held <= most:
        wanted = f"{least}" if least == most else f"{least} to {most}"
        sentence = f"A chart of {grid.chart} draws {wanted} columns of figures, and this table has {held}"
        hint = "give another column figures" if held < least else "leave a column out"
        collector.problem(loaded.place("chart"), sentence, f"{hint}, or choose another chart")
    for row in rows:
        for column in series_of(grid):
            value = number_of(row.cells.get(column.name, ""))
            if value is not None and value < 0:
                collector.problem(
                    row.place(column.name), "A chart cannot draw what is below nothing", "show it as a table"
                )
