"""Step 5, dress: a table's figures as shapes in mm, the same for page and paper; the component only writes them down.

Each row is a drawing of its own, 96 mm wide, and 88 mm are 100 per cent or the largest figure. Every figure is written
beside its mark, so there is neither axis nor grid. Series differ in form (hollow, solid, hatched), never in colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from babel.numbers import format_decimal

from daysheet.cells import FIGURES, NONE, figure, grouped, number_of
from daysheet.models.exhibit import ExhibitColumn, Grid
from daysheet.spoken import Spoken

WIDTH, FULL = 96.0, 88.0
HEIGHTS = {"paired bars": 22.0, "bars": 12.0, "dots": 14.0, "stacked": 15.0}
BAR, GAP, AFTER, RISE = 5.0, 1.2, 1.5, 1.35
"""A bar's height, the gap between two, from a bar's end to its figure, and from the middle of a figure to its baseline."""
MOST = {"paired bars": 2, "bars": 1, "dots": 4, "stacked": 5}
"""How many columns of figures a chart can show."""
LEAST = {"paired bars": 2, "bars": 1, "dots": 1, "stacked": 2}
PITCH = {2: (0.0, -1.0), 3: (0.0, 1.0, -1.0), 4: (0.0, 0.9, 2.2, -1.0), 5: (0.0, 0.7, 1.3, 2.6, -1.0)}
"""From one hatching line to the next in each piece of a stacked bar; 0 is solid, -1 hollow."""
FORMS = (("dot", False), ("dot", True), ("bar", False), ("bar", True))
"""The forms of dots, series by series: hollow circle, solid circle, hollow square, solid square."""
LETTER = 2.1
"""The width of a digit, for figures that must not touch."""


@dataclass(frozen=True)
class Shape:
    """A bar (x, y, width, height), a dot (centre and `width` as radius), a line (`path`) or a text; all in mm."""

    kind: str
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
    solid: bool = False
    ink: str = "ink"
    words: str = ""
    anchor: str = "start"
    path: str = ""


@dataclass(frozen=True)
class ChartRow:
    """What one row is called, its shapes, all of it in words, and the change from the first figure to the second."""

    words: str
    shapes: tuple[Shape, ...]
    title: str
    change: str = ""


@dataclass(frozen=True)
class ChartGroup:
    title: str
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True)
class Chart:
    """A whole chart. `key` pairs the marks of each series (in 7 by 3 mm) with its name; empty for a single series."""

    kind: str
    heading: str
    height: float
    key: tuple[tuple[tuple[Shape, ...], str], ...]
    groups: tuple[ChartGroup, ...]
    width: float = WIDTH

    @property
    def compares(self) -> bool:
        return self.kind == "paired bars"


def series_of(grid: Grid) -> tuple[ExhibitColumn, ...]:
    """The columns that are drawn: those that hold figures."""
    return tuple(column for column in grid.columns if column.type in FIGURES)


def label_of(grid: Grid) -> ExhibitColumn:
    """The column that names the rows: the first of text that does not group them."""
    texts = [column for column in grid.columns if column.type == "text" and column.name != grid.group_by]
    return (texts or list(grid.columns))[0]


def draw(grid: Grid, spoken: Spoken) -> Chart | None:
    """The chart of a table that asks for one and has passed its checks."""
    if not grid.chart:
        return None
    series, label = series_of(grid), label_of(grid)
    scale = FULL / _largest(grid, series)
    groups = tuple(
        ChartGroup(title, tuple(_row(grid, row, label, series, scale, spoken) for row in rows))
        for title, rows in grouped(grid)
    )
    key = tuple(zip(_key(grid.chart, len(series)), (each.heading for each in series), strict=True))
    return Chart(grid.chart, label.heading, HEIGHTS[grid.chart], key if len(series) > 1 else (), groups)


def _largest(grid: Grid, series: Sequence[ExhibitColumn]) -> float:
    """What the full width means: 100 per cent, or the largest figure (of a stacked bar the largest sum)."""
    if grid.chart != "stacked" and all(column.type == "per cent" for column in series):
        return 100.0
    rows = [[value or 0.0 for value in _values(row, series)] for row in grid.rows]
    return max((sum(row) if grid.chart == "stacked" else max(row) for row in rows), default=0.0) or 1.0


def _values(row: Mapping[str, str], series: Sequence[ExhibitColumn]) -> list[float | None]:
    return [number_of(row.get(column.name, "")) for column in series]


def _row(
    grid: Grid,
    row: Mapping[str, str],
    label: ExhibitColumn,
    series: Sequence[ExhibitColumn],
    scale: float,
    spoken: Spoken,
) -> ChartRow:
    values = _values(row, series)
    said = [
        NONE if value is None else figure(value, column.type, spoken)
        for column, value in zip(series, values, strict=True)
    ]
    plain = [each.rstrip("%\u00a0 ") for each in said] if grid.chart != "bars" else said
    title = "; ".join(f"{column.heading}: {each}" for column, each in zip(series, said, strict=True))
    drawers = {"paired bars": _bars, "bars": _bars, "dots": _dots, "stacked": _stacked}
    lengths = [None if value is None else round(value * scale, 2) for value in values]
    shapes = tuple(drawers[grid.chart](lengths, plain, HEIGHTS[grid.chart]))
    return ChartRow(
        row.get(label.name, ""), shapes, title, _change(values, spoken) if grid.chart == "paired bars" else ""
    )


def _change(values: Sequence[float | None], spoken: Spoken) -> str:
    """`+10`, `−3`, `0`; nothing where one of the two is missing."""
    first, second = values
    if first is None or second is None:
        return ""
    change = round(second - first, 6)
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return sign + str(format_decimal(abs(change), locale=spoken.locale))


def _bars(lengths: Sequence[float | None], said: Sequence[str], height: float) -> list[Shape]:
    """One bar below the other, the last one solid, on an upright zero line."""
    top = (height - len(lengths) * BAR - (len(lengths) - 1) * GAP) / 2
    shapes = [Shape("line", path=f"M0.18 0V{height:g}")]
    for at, (length, words) in enumerate(zip(lengths, said, strict=True)):
        y, last = round(top + at * (BAR + GAP), 2), at == len(lengths) - 1
        if length is not None:
            shapes.append(Shape("bar", 0.18, y, length, BAR, last, "accent" if last else "ink"))
        after = round((length or 0) + AFTER, 2)
        shapes.append(Shape("text", after, round(y + BAR / 2 + RISE, 2), solid=last, words=words))
    return shapes


def _dots(lengths: Sequence[float | None], said: Sequence[str], height: float) -> list[Shape]:
    """Marks on a line, each with its figure above it; figures give way to one another sideways."""
    y, size = height - 4.5, 1.9
    shapes = [Shape("line", path=f"M0 {y:g}H{FULL:g}")]
    known = [
        (length, words, at) for at, (length, words) in enumerate(zip(lengths, said, strict=True)) if length is not None
    ]
    for length, _, at in known:
        shapes.append(_mark(at, length, y, size, len(lengths)))
    known.sort()
    middles = apart([length for length, *_ in known], [words for _, words, _ in known])
    for middle, (_, words, at) in zip(middles, known, strict=True):
        shapes.append(Shape("text", middle, y - 3.4, solid=at % 2 == 1, words=words, anchor="middle"))
    return shapes


def _mark(at: int, x: float, y: float, size: float, count: int) -> Shape:
    kind, solid = FORMS[at] if count > 1 else ("dot", True)
    ink = "accent" if solid else "ink"
    if kind == "dot":
        return Shape("dot", x, y, size, solid=solid, ink=ink)
    return Shape("bar", round(x - size, 2), round(y - size, 2), 2 * size, 2 * size, solid, ink)


def _stacked(lengths: Sequence[float | None], said: Sequence[str], height: float) -> list[Shape]:
    """Pieces end to end, from solid over hatched to hollow, each with its figure below it."""
    shapes: list[Shape] = []
    x, middles, words = 0.18, [], []
    for at, length in enumerate(lengths):
        if length:
            shapes += _piece(at, len(lengths), x, 2.0, length, 6.0)
            middles.append(x + length / 2)
            words.append(said[at])
            x = round(x + length, 2)
    for middle, each in zip(apart(middles, words), words, strict=True):
        shapes.append(Shape("text", middle, height - 2.6, words=each, anchor="middle"))
    return shapes


def _piece(at: int, count: int, x: float, y: float, width: float, height: float) -> list[Shape]:
    pitch = PITCH[count][at]
    solid = pitch == 0
    piece = Shape("bar", round(x, 2), y, round(width, 2), height, solid, "accent" if solid else "ink")
    if pitch <= 0:
        return [piece]
    lines = "".join(f"M{x + pitch * each:.2f} {y:g}v{height:g}" for each in range(1, int((width - 0.2) / pitch) + 1))
    return [piece, Shape("line", path=lines)] if lines else [piece]


def apart(middles: Sequence[float], words: Sequence[str]) -> list[float]:
    """The same places in ascending order, moved as little as is needed for the words not to touch, within the drawing."""
    halves = [len(each) * LETTER / 2 + 0.6 for each in words]
    placed = [max(middle, half) for middle, half in zip(middles, halves, strict=True)]
    for at, (one, other) in enumerate(pairwise(halves), 1):
        placed[at] = max(placed[at], placed[at - 1] + one + other)
    edge = WIDTH
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], edge - halves[at])
        edge = placed[at] - halves[at]
    return [round(each, 2) for each in placed]


def _key(kind: str, count: int) -> list[tuple[Shape, ...]]:
    """The mark of each series in a swatch of 7 by 3 mm."""
    if kind == "stacked":
        return [tuple(_piece(at, count, 0.2, 0.2, 6.6, 2.6)) for at in range(count)]
    if kind == "dots":
        return [(_mark(at, 3.5, 1.5, 1.3, count),) for at in range(count)]
    inks = [(False, "ink"), (True, "accent")][-count:]
    return [(Shape("bar", 0.2, 0.2, 6.6, 2.6, solid, ink),) for solid, ink in inks]
