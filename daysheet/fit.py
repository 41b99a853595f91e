"""Step 7, fit: writing space takes what a page has left, in whole lines, so that a sheet to write on is full.

Pure arithmetic on measured boxes (mm): spaces that stand side by side grow together, each group by its stretch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from daysheet.layout import PageMap
from daysheet.models.values import LINE_MM

FOOT = 24.8 + 247.4
"""The lower edge of the text area on the laid-out page, mm from its top."""
SPARE = 30
"""Rows kept in reserve beyond the natural size of a space."""
SLACK = 0.4
"""What measuring may be wrong by, mm: a block this much too tall would lose its closing rule."""


@dataclass(frozen=True)
class Room:
    """A writing space as composed: the id of its element, its rows, and how eagerly it stretches (0: not at all)."""

    id: str
    rows: int
    stretch: float = 1.0
    rest: bool = False


def fit(parts: Mapping[str, Iterable[Room]], pages: PageMap) -> dict[str, int]:
    """Rows for every space that grows, by id. `parts` maps the anchor of a part to its spaces."""
    grown: dict[str, int] = {}
    for anchor, rooms in parts.items():
        end = pages.areas[f"{anchor}--end"]
        here = [room for room in rooms if room.id in pages.areas and pages.areas[room.id].page == end.page]
        left = FOOT - SLACK - end.y
        grown.update(_share(_side_by_side(here, pages), int(left / LINE_MM)))
    return grown


def _side_by_side(rooms: Iterable[Room], pages: PageMap) -> list[list[Room]]:
    """Spaces grouped by the height on which they begin: a group grows together."""
    groups: dict[int, list[Room]] = {}
    for room in rooms:
        groups.setdefault(round(pages.areas[room.id].y), []).append(room)
    return list(groups.values())


def _share(groups: list[list[Room]], lines: int) -> dict[str, int]:
    """`lines` more for the groups: all to those that ask for the rest of the page, else by stretch, from the first on."""
    stretching = [group for group in groups if max(room.stretch for room in group) > 0]
    eager = [group for group in stretching if any(room.rest for room in group)] or stretching
    if not eager or lines <= 0:
        return {}
    extra = [0.0] * len(eager)
    for _ in range(lines):
        weights = [extra[at] / max(room.stretch for room in group) for at, group in enumerate(eager)]
        extra[weights.index(min(weights))] += 1
    return {
        room.id: room.rows + min(SPARE, int(more))
        for group, more in zip(eager, extra, strict=True)
        if more
        for room in group
    }


def style_of(rows: Mapping[str, int]) -> str:
    """The sizes as a style sheet by id: so many rows shown, the others not."""
    return "\n".join(
        f"#{id} .ds-space__row:nth-child(-n+{count}) {{ display: block }}\n"
        f"#{id} .ds-space__row:nth-child(n+{count + 1}) {{ display: none }}"
        for id, count in rows.items()
    )
