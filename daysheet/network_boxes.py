"""Step 5, dress: the boxes of a network and the geometry that places and lines share. All measures are mm."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Edge = tuple[int, int, bool]
"""Two boxes by their numbers, and whether the link runs both ways."""


@dataclass(frozen=True)
class Box:
    """A label within its border: its centre, its size, the lines of its words, and its group (from 0; -1 for none)."""

    id: str
    lines: tuple[str, ...]
    width: float
    height: float
    group: int = -1
    x: float = 0.0
    y: float = 0.0

    @property
    def left(self) -> float:
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        return self.y - self.height / 2

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Whether a point lies within the box, or nearer to it than `margin`."""
        return abs(point[0] - self.x) < self.width / 2 + margin and abs(point[1] - self.y) < self.height / 2 + margin


def is_crossed(box: Box, start: Point, end: Point, margin: float) -> bool:
    """Whether a straight line passes through a box, or nearer to it than `margin`."""
    first, last = 0.0, 1.0
    for centre, half, a, b in (
        (box.x, box.width / 2 + margin, start[0], end[0]),
        (box.y, box.height / 2 + margin, start[1], end[1]),
    ):
        low, high, way = centre - half, centre + half, b - a
        if abs(way) < 1e-9:
            if not low < a < high:
                return False
            continue
        enter, leave = sorted(((low - a) / way, (high - a) / way))
        first, last = max(first, enter), min(last, leave)
        if first >= last:
            return False
    return True


def cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two straight lines cross between their ends."""

    def side(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def centres(boxes: Sequence[Box], edge: Edge) -> tuple[Point, Point]:
    """The centres of the two boxes that a link joins."""
    start, end = boxes[edge[0]], boxes[edge[1]]
    return (start.x, start.y), (end.x, end.y)


def distance(one: Point, other: Point) -> float:
    """From one point to another."""
    return math.hypot(one[0] - other[0], one[1] - other[1])
