"""Step 5, dress: the arrows of a network, bent round the boxes that they do not join, with heads that are drawn.

All measures are mm, from the top left of the drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from daysheet.network_boxes import Box, Edge, Point, centres, distance

CLEAR = 0.7
"""Between the end of an arrow and the border of a box."""
HEAD, HALF_HEAD = 2.8, 1.05
PAST = 1.6
"""How near a line may come to a box that it does not join."""
BENDS = (0.0, 0.08, -0.08, 0.15, -0.15, 0.22, -0.22, 0.3, -0.3, 0.4, -0.4, 0.55, -0.55)
"""How far a line may swing out, as shares of its length."""
SAMPLES = 60


@dataclass(frozen=True)
class Curve:
    """A line that is pulled towards one point."""

    start: Point
    pull: Point
    end: Point

    def at(self, share: float) -> Point:
        return self.between(share, share)

    def between(self, one: float, other: float) -> Point:
        """The point that pulls the piece of the curve from one share of it to another."""
        first = (1 - one) * (1 - other)
        second = one + other - 2 * one * other
        third = one * other
        return (
            first * self.start[0] + second * self.pull[0] + third * self.end[0],
            first * self.start[1] + second * self.pull[1] + third * self.end[1],
        )


@dataclass(frozen=True)
class Arrow:
    """One link as drawn: the path of its line, its heads as the corners of triangles, and points along it."""

    path: str
    heads: tuple[str, ...]
    points: tuple[Point, ...]


def draw_arrows(boxes: Sequence[Box], edges: Sequence[Edge], width: float, height: float) -> tuple[Arrow, ...]:
    """An arrow for each link, in the same order; links between the same two boxes swing apart."""
    drawn = []
    for at, edge in enumerate(edges):
        twins = sum(set(other[:2]) == set(edge[:2]) for other in edges) - 1
        before = sum(other[:2] == edge[:2] for other in edges[:at])
        bends = BENDS if not twins else BENDS[1 + 4 * before :: 2] or BENDS[-2:]
        curve = min(
            (_curve(boxes, edge, bend) for bend in bends), key=lambda each: _met(each, boxes, edge, width, height)
        )
        drawn.append(_arrow(curve, boxes[edge[0]], boxes[edge[1]], edge[2]))
    return tuple(drawn)


def _curve(boxes: Sequence[Box], edge: Edge, bend: float) -> Curve:
    start, end = centres(boxes, edge)
    across, down = end[0] - start[0], end[1] - start[1]
    pull = ((start[0] + end[0]) / 2 - 2 * bend * down, (start[1] + end[1]) / 2 + 2 * bend * across)
    return Curve(start, pull, end)


def _met(curve: Curve, boxes: Sequence[Box], edge: Edge, width: float, height: float) -> int:
    """How many boxes a line meets that it does not join, and how often it leaves the drawing."""
    points = _points(curve, boxes[edge[0]], boxes[edge[1]])
    others = [box for at, box in enumerate(boxes) if at not in edge[:2]]
    outside = sum(not (0 <= x <= width and 0 <= y <= height) for x, y in points)
    short = 3 if len(points) < 4 else 0
    return sum(any(box.holds(point, PAST) for point in points) for box in others) + outside + short


def _points(curve: Curve, first: Box, last: Box) -> list[Point]:
    """Points along the curve between the two boxes."""
    along = [curve.at(number / SAMPLES) for number in range(SAMPLES + 1)]
    return [point for point in along if not first.holds(point, CLEAR) and not last.holds(point, CLEAR)]


def _arrow(curve: Curve, first: Box, last: Box, both: bool) -> Arrow:
    start = _leaves(curve, first, 0.0, 1.0)
    end = _leaves(curve, last, 1.0, 0.0)
    middle = (start + end) / 2
    tail = _behind(curve, start, middle) if both else start
    neck = _behind(curve, end, middle)
    path = _path(curve.at(tail), curve.between(tail, neck), curve.at(neck))
    heads = [_head(curve.at(neck), curve.at(end))]
    if both:
        heads.append(_head(curve.at(tail), curve.at(start)))
    return Arrow(path, tuple(heads), tuple(_points(curve, first, last)))


def _leaves(curve: Curve, box: Box, inside: float, outside: float) -> float:
    """The share of the curve at which it is clear of a box that one of its ends lies in."""
    return _sought(inside, outside, lambda share: box.holds(curve.at(share), CLEAR))


def _behind(curve: Curve, tip: float, middle: float) -> float:
    """The share of the curve that lies the length of a head behind its tip, at most in the middle."""
    point = curve.at(tip)
    return _sought(tip, middle, lambda share: distance(curve.at(share), point) < HEAD)


def _sought(first: float, last: float, holds: Callable[[float], bool]) -> float:
    """Where, between a share at which something holds and one at which it does not, it ends."""
    for _ in range(24):
        middle = (first + last) / 2
        first, last = (middle, last) if holds(middle) else (first, middle)
    return last


def _path(start: Point, pull: Point, end: Point) -> str:
    return f"M{_spelt(start)}Q{_spelt(pull)} {_spelt(end)}"


def _head(neck: Point, tip: Point) -> str:
    """The corners of a triangle from the end of the line to where the arrow points."""
    long = distance(neck, tip) or 1.0
    across, down = (tip[0] - neck[0]) / long * HALF_HEAD, (tip[1] - neck[1]) / long * HALF_HEAD
    corners = (tip, (neck[0] - down, neck[1] + across), (neck[0] + down, neck[1] - across))
    return " ".join(_spelt(corner) for corner in corners)


def _spelt(point: Point) -> str:
    return f"{round(point[0], 1) + 0.0:g} {round(point[1], 1) + 0.0:g}"
