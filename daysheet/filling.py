"""Step 7, fit: the writing space of one page takes what the page has left, or gives up what it lacks.

Pure arithmetic in mm. Lines are given one by one, by how eagerly a space stretches; taken one by one, from the space that
is still nearest to its natural size. What is less than a line goes to the gaps (from 5 to 9 mm), then above the lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from daysheet.layout import Area

WIDEST = 2.4
"""How far the gap above a block may grow, mm."""
ABOVE = 4.0
"""How much may stand blank above the lines of a space, mm."""
FEW = 1e-6
Keys = tuple[str | int, ...]
"""Where a value stands in its file."""


@dataclass(frozen=True)
class Room:
    """A writing space as composed: the id of its element, its rows, the least of them, and how eagerly it stretches (0:
    not at all). `rest` asks for all that the page has left; `ruled` space has whole lines. `keys` lead to it in its file.
    """

    id: str
    rows: int
    stretch: float = 1.0
    rest: bool = False
    least: int = 1
    ruled: bool = True
    keys: Keys = ()


@dataclass(frozen=True)
class Band:
    """Spaces beside one another, down to one common foot; heights in mm from the top of the highest of them.

    `measured` is what the band took on the tall page, `natural` what it asks for, `least` what it can do with, `stretch`
    how eagerly it grows. `line` is the pitch of its lines.
    """

    rooms: tuple[Room, ...]
    tops: tuple[float, ...]
    measured: float
    line: float

    @classmethod
    def of(cls, rooms: Sequence[Room], areas: Mapping[str, Area], line: float) -> Band:
        top = min(areas[room.id].y for room in rooms)
        foot = max(areas[room.id].y + areas[room.id].height for room in rooms)
        return cls(tuple(rooms), tuple(areas[room.id].y - top for room in rooms), foot - top, line)

    @property
    def natural(self) -> float:
        return max(top + room.rows * self.line for top, room in zip(self.tops, self.rooms, strict=True))

    @property
    def least(self) -> float:
        """The natural height less whole lines."""
        least = max(top + room.least * self.line for top, room in zip(self.tops, self.rooms, strict=True))
        return self.natural - max(0, floor((self.natural - least) / self.line + FEW)) * self.line

    @property
    def lines_to_give(self) -> int:
        return round((self.natural - self.least) / self.line)

    @property
    def stretch(self) -> float:
        return max(room.stretch for room in self.rooms)

    @property
    def rest(self) -> bool:
        return any(room.rest and room.stretch for room in self.rooms)

    @property
    def blank(self) -> bool:
        return not any(room.ruled for room in self.rooms)

    def rows(self, more: int) -> dict[str, int]:
        """Rows of each space when the band has so many lines more than its natural ones (fewer, if negative)."""
        foot = self.natural + more * self.line
        found = {}
        for top, room in zip(self.tops, self.rooms, strict=True):
            fitting = max(1, floor((foot - top) / self.line + FEW))
            found[room.id] = fitting if room.stretch else min(room.rows, fitting)
        return found


@dataclass(frozen=True)
class Filled:
    """One page: rows by space, mm that stand blank above its lines or within it, and the gaps from top to bottom; `left`
    is what stays empty at its foot."""

    rows: Mapping[str, int]
    above: Mapping[str, float]
    gaps: tuple[float, ...]
    left: float


def fill(bands: Sequence[Band], fixed: float, gaps: Sequence[tuple[float, float]], room: float, line: float) -> Filled:
    """Fit `bands` into a page with room for `room` mm, of which `fixed` are taken; `gaps` are natural and least."""
    left = room - fixed - sum(band.natural for band in bands) - sum(gap for gap, _ in gaps)
    grow, give = WIDEST * len(gaps), sum(gap - least for gap, least in gaps)
    lacking = ceil((-left - give) / line - FEW)
    more = _taken(bands, lacking) if left < 0 else _given(bands, _lines(left, grow, give, line))
    left -= sum(more) * line
    above: dict[str, float] = {}
    eager = [band for band in _eager(bands) if band.blank] if left > 0 else []
    if eager:
        above, left = {each.id: left for each in eager[-1].rooms}, 0.0
    if left > grow and not any(band.stretch for band in bands):
        return Filled(_rows(bands, more), {}, tuple(gap for gap, _ in gaps), left)  # nothing here can fill the page
    shares = _gaps(gaps, left)
    left -= sum(shares) - sum(gap for gap, _ in gaps)
    if left > FEW and bands:
        each = min(ABOVE, left / len(bands))
        above = {space.id: above.get(space.id, 0.0) + each for band in bands for space in band.rooms}
        left -= each * len(bands)
    return Filled(_rows(bands, more), above, shares, left)


def _rows(bands: Sequence[Band], more: Sequence[int]) -> dict[str, int]:
    return {id: rows for band, lines in zip(bands, more, strict=True) for id, rows in band.rows(lines).items()}


def _lines(left: float, grow: float, give: float, line: float) -> int:
    """Whole lines of what is left; one more where the gaps can rather give what it lacks than take what is over."""
    lines = floor(left / line + FEW)
    over = left - lines * line
    return lines + 1 if over > grow and line - over <= give else lines


def _eager(bands: Sequence[Band]) -> list[Band]:
    """Those that ask for the rest of the page, else all that stretch."""
    return [band for band in bands if band.rest] or [band for band in bands if band.stretch > 0]


def _given(bands: Sequence[Band], lines: int) -> list[int]:
    """So many lines for the bands, by their stretch, from the first on."""
    more, eager = [0] * len(bands), {id(band) for band in _eager(bands)}
    at = [number for number, band in enumerate(bands) if id(band) in eager]
    for _ in range(lines if at else 0):
        more[min(at, key=lambda number: more[number] / bands[number].stretch)] += 1
    return more


def _taken(bands: Sequence[Band], lines: int) -> list[int]:
    """So many lines less, from the bands that are still nearest to their natural size."""
    more = [0] * len(bands)
    for _ in range(max(0, lines)):
        at = [number for number, band in enumerate(bands) if band.lines_to_give + more[number] > 0]
        if not at:
            break
        more[min(at, key=lambda number: (-more[number] / bands[number].lines_to_give, number))] -= 1
    return more


def _gaps(gaps: Sequence[tuple[float, float]], left: float) -> tuple[float, ...]:
    """The gaps, wider or narrower by what is left or lacking, as far as they may."""
    if not gaps:
        return ()
    if left >= 0:
        return tuple(gap + min(WIDEST, left / len(gaps)) for gap, _ in gaps)
    give = sum(gap - least for gap, least in gaps)
    share = min(1.0, -left / give) if give else 0.0
    return tuple(gap - share * (gap - least) for gap, least in gaps)
