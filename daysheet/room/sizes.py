"""Type that fits: how a name is broken into lines and how large it can be set, by measured width, before anything is laid out.

Sizes are steps of one scale, each a class of `styles/room.css` (`ds-pt-48`), so that no page has a style of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, pairwise
from pathlib import Path

from daysheet.press.widths import line_width
from daysheet.project import Project

MM = 72 / 25.4
"""Points in a millimetre."""
SCALE: tuple[int, ...] = (*range(8, 24), *range(24, 60, 2), *range(60, 120, 4), *range(120, 441, 8))
"""The sizes that a line may have, in points."""
SAFE = 1.02
"""What shaping may add to the widths of single letters."""
CAP_HEIGHT = 0.701
"""The height of Literata's capitals and figures, in em."""
PIECE = re.compile(r"\s*(?:[^\s-]+-+(?=[^\s-])|\S+)")
"""A word, or a part of one up to a hyphen, with the space before it."""
READABLE_AT = 10 / 29.1
"""Metres at which a capital of one millimetre is read: 10 minutes of arc, 29.1 mm at 10 m."""


@dataclass(frozen=True)
class Fitted:
    """Words in lines, and the size in points at which all of them fit."""

    lines: tuple[str, ...]
    size: int

    @property
    def cap_height(self) -> float:
        """How high its capitals are, in mm."""
        return self.size / MM * CAP_HEIGHT

    @property
    def read_at(self) -> int:
        """From how many whole metres it is read."""
        return int(self.cap_height * READABLE_AT + 0.01)


@dataclass(frozen=True)
class Type:
    """One font, with those that stand in for it, to measure words by. `name` is a file of `fonts/` without its ending."""

    project: Project
    name: str = "Literata-500"

    @cached_property
    def fonts(self) -> tuple[bytes, ...]:
        weight = "600" if self.name.endswith(("600", "500")) else "400"
        names = (self.name, f"DaysheetSymbols-{weight}", "Literata-400")
        return tuple(_read(self.project.find_template(f"fonts/{name}.ttf")) for name in names)

    def width(self, text: str) -> float:
        """In em."""
        return line_width(text, self.fonts) * SAFE

    def fit(
        self, text: str, width: float, height: float, lines: int = 1, most: int = SCALE[-1], leading: float = 1.1
    ) -> Fitted:
        """The largest size at which `text` stands in a box of `width` by `height` mm on at most so many lines.

        At the least size of the scale it is shortened instead, with an ellipsis.
        """
        options = [self._sized(each, width, height, most, leading) for each in broken(text, lines)]
        best = max(options, key=lambda each: (each.size, -len(each.lines), -max(map(self.width, each.lines))))
        if self.fits(best, width):
            return best
        return Fitted(tuple(self._shortened(line, width / (best.size / MM)) for line in best.lines), best.size)

    def fits(self, fitted: Fitted, width: float) -> bool:
        return all(self.width(line) * fitted.size / MM <= width + 0.01 for line in fitted.lines)

    def _sized(self, lines: Sequence[str], width: float, height: float, most: int, leading: float) -> Fitted:
        widest = max(self.width(line) for line in lines) or 0.01
        em = min(width / widest, height / (len(lines) * leading)) * MM
        return Fitted(tuple(lines), step(min(em, most)))

    def _shortened(self, line: str, ems: float) -> str:
        if self.width(line) <= ems:
            return line
        ends = (line[:end].rstrip() + "…" for end in range(len(line) - 1, 0, -1))
        return next((each for each in ends if self.width(each) <= ems), "…")


@lru_cache(maxsize=16)
def _read(path: Path) -> bytes:
    """A font, read once: every name on every badge is measured by it."""
    return path.read_bytes()


def step(points: float) -> int:
    """The largest size of the scale that is not above `points`; its least one below that."""
    return max((each for each in SCALE if each <= points), default=SCALE[0])


def broken(text: str, lines: int) -> Iterator[tuple[str, ...]]:
    """Every way to set the words on one line, on two, up to `lines`; a line may also end after a hyphen within a word."""
    pieces = PIECE.findall(text) or [text]
    for count in range(1, min(lines, len(pieces)) + 1):
        for ends in combinations(range(1, len(pieces)), count - 1):
            marks = (0, *ends, len(pieces))
            yield tuple("".join(pieces[start:end]).strip() for start, end in pairwise(marks))
