"""Step 5, dress: where the boxes of a network stand. Several layouts are tried, and the one that reads best is taken.

Pure and repeatable: whatever has chance in it has a seed. All measures are mm, from the top left of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import networkx

from daysheet.network_boxes import Box, Edge, centres, cross, distance, is_crossed

GAP_ACROSS, GAP_DOWN = 10.0, 9.0
"""Room for an arrow between two boxes."""
EDGE = 0.5
SEEDS = 16
ROUNDS = 2
STEPS = 50
Unit = Mapping[int, Sequence[float]]
"""A place for each box, by its number, within a square."""


def place_boxes(boxes: Sequence[Box], edges: Sequence[Edge], width: float) -> tuple[tuple[Box, ...], float]:
    """The boxes with their places within `width` mm, and the height that they take; the same for the same input."""
    tried = [_settled(boxes, unit, width) for unit in _layouts(boxes, edges)]
    best = min(tried, key=lambda placed: cost(placed, edges, width))
    for _ in range(ROUNDS):
        better = min(_with_two_changed(best, width), key=lambda placed: cost(placed, edges, width), default=best)
        if cost(better, edges, width) >= cost(best, edges, width):
            break
        best = better
    return _cropped(best)


def _layouts(boxes: Sequence[Box], edges: Sequence[Edge]) -> Iterator[Unit]:
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(boxes)))
    graph.add_weighted_edges_from((start, end, 1.0) for start, end, _ in edges)
    yield networkx.circular_layout(graph)
    yield _layered(boxes, edges)
    for first, second in combinations(range(len(boxes)), 2):
        if boxes[first].group == boxes[second].group >= 0 and not graph.has_edge(first, second):
            graph.add_edge(first, second, weight=0.3)  # what belongs together stands together
    for seed in range(SEEDS):
        yield networkx.spring_layout(graph, seed=seed, iterations=60)


def _layered(boxes: Sequence[Box], edges: Sequence[Edge]) -> Unit:
    """From top to bottom, as the links lead; what leads in a circle stands in one layer."""
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(len(boxes)))
    graph.add_edges_from((start, end) for start, end, both in edges if not both)
    whole = networkx.condensation(graph)
    for depth, layer in enumerate(networkx.topological_generations(whole)):
        for part in layer:
            for node in whole.nodes[part]["members"]:
                graph.nodes[node]["layer"] = depth
    places: Unit = networkx.multipartite_layout(graph, subset_key="layer", align="horizontal")
    return places


def _settled(boxes: Sequence[Box], unit: Unit, width: float) -> tuple[Box, ...]:
    """The boxes within the width, pushed apart until there is a gap between all; the drawing grows until there is."""
    area = sum((box.width + 1.8 * GAP_ACROSS) * (box.height + 1.8 * GAP_DOWN) for box in boxes)
    height = max(1.1 * area / width, 2 * max(box.height for box in boxes) + GAP_DOWN)
    down = 1.0
    while True:
        placed = _pushed(_spread(boxes, unit, width, height), width, height, down)
        if placed is not None:
            return _closed_up(placed)
        height, down = 1.15 * height, 1.5 * down


def _closed_up(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """The same boxes, with no empty band across the drawing that is higher than arrows need."""
    shift, bottom = 0.0, min(box.top for box in boxes)
    moved: dict[str, Box] = {}
    for box in sorted(boxes, key=lambda each: each.top):
        shift += max(0.0, box.top - bottom - 1.5 * GAP_DOWN)
        bottom = max(bottom, box.top + box.height)
        moved[box.id] = replace(box, y=round(box.y - shift, 1))
    return tuple(moved[box.id] for box in boxes)


def _spread(boxes: Sequence[Box], unit: Unit, width: float, height: float) -> list[Box]:
    """The layout's square stretched over the drawing."""

    def scaled(axis: int, at: int, size: float, own: float) -> float:
        values = [float(unit[each][axis]) for each in range(len(boxes))]
        span = max(values) - min(values)
        share = (values[at] - min(values)) / span if span > 1e-6 else 0.5
        return own / 2 + share * (size - own)

    return [
        replace(box, x=scaled(0, at, width, box.width), y=scaled(1, at, height, box.height))
        for at, box in enumerate(boxes)
    ]


def _pushed(boxes: list[Box], width: float, height: float, down: float = 1.0) -> tuple[Box, ...] | None:
    """The boxes moved apart, each pair along the way that is shorter; None where they find no room.

    The greater `down`, the rather they part downwards, where a drawing may grow.
    """
    places = [[box.x, box.y] for box in boxes]
    for _ in range(STEPS):
        for box, place in zip(boxes, places, strict=True):
            place[0] = min(max(place[0], box.width / 2), width - box.width / 2)
            place[1] = min(max(place[1], box.height / 2), height - box.height / 2)
        moved = False
        for first, second in combinations(range(len(boxes)), 2):
            moved |= _part(boxes[first], boxes[second], places[first], places[second], down)
        if not moved:
            return tuple(replace(box, x=round(x, 1), y=round(y, 1)) for box, (x, y) in zip(boxes, places, strict=True))
    return None


def _part(one: Box, other: Box, here: list[float], there: list[float], down: float) -> bool:
    """Moves two boxes apart where they are too near; whether they were."""
    needs = ((one.width + other.width) / 2 + GAP_ACROSS, (one.height + other.height) / 2 + GAP_DOWN)
    lacks = [needs[axis] - abs(there[axis] - here[axis]) for axis in (0, 1)]
    if min(lacks) <= 0.2:
        return False
    axis = 0 if down * lacks[0] / needs[0] < lacks[1] / needs[1] else 1
    way = 1 if there[axis] >= here[axis] else -1
    here[axis] -= way * lacks[axis] / 2
    there[axis] += way * lacks[axis] / 2
    return True


def _with_two_changed(boxes: tuple[Box, ...], width: float) -> Iterator[tuple[Box, ...]]:
    """The same drawing with two boxes in each other's place, for every two."""
    height = max(box.y + box.height / 2 for box in boxes)
    for first, second in combinations(range(len(boxes)), 2):
        changed = list(boxes)
        changed[first] = replace(boxes[first], x=boxes[second].x, y=boxes[second].y)
        changed[second] = replace(boxes[second], x=boxes[first].x, y=boxes[first].y)
        placed = _pushed(changed, width, height)
        if placed is not None:
            yield placed


def cost(boxes: Sequence[Box], edges: Sequence[Edge], width: float) -> float:
    """How badly a drawing reads: lines through boxes, lines that cross, long lines, links that lead up, torn groups."""
    lines = [centres(boxes, edge) for edge in edges]
    through = sum(
        is_crossed(box, *line, 1.0)
        for edge, line in zip(edges, lines, strict=True)
        for at, box in enumerate(boxes)
        if at not in edge[:2]
    )
    crossed = sum(
        cross(lines[one], lines[other])
        for one, other in combinations(range(len(edges)), 2)
        if not set(edges[one][:2]) & set(edges[other][:2])
    )
    lengths = sum(distance(*line) for line in lines) / width
    upward = sum(line[1][1] < line[0][1] for edge, line in zip(edges, lines, strict=True) if not edge[2])
    height = max(box.y + box.height / 2 for box in boxes)
    return 6 * through + 2.5 * crossed + lengths + 0.6 * upward + 2 * height / width + _torn(boxes, width)


def _torn(boxes: Sequence[Box], width: float) -> float:
    """How far the boxes of a group stand from its middle."""
    total = 0.0
    for group in {box.group for box in boxes if box.group >= 0}:
        own = [box for box in boxes if box.group == group]
        middle = sum(box.x for box in own) / len(own), sum(box.y for box in own) / len(own)
        total += sum(distance((box.x, box.y), middle) for box in own) / width
    return 2 * total


def _cropped(boxes: tuple[Box, ...]) -> tuple[tuple[Box, ...], float]:
    top = min(box.top for box in boxes) - EDGE
    moved = tuple(replace(box, y=round(box.y - top, 1)) for box in boxes)
    return moved, round(max(box.y + box.height / 2 for box in moved) + EDGE, 1)
