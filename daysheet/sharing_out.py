"""Step 7, fit: which pieces of a sheet stand on which page: of all ways the one with the least squared waste.

Pure arithmetic on heights in mm. What a page has left is wasted; half of it, where its spaces can stretch over it; and
twice what spaces must give up so that a page holds its pieces. The end of a sheet that cannot stretch lies where it falls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

STRETCHED, GIVEN_UP = 0.5, 2.0
"""How much a millimetre weighs that spaces stretch over, and one that was asked for and not granted."""
Cost = tuple[int, int, float]
"""Pieces taller than their page, pieces parted from the one that they belong to, and squared waste, in this order."""
NOTHING: Cost = (0, 0, 0.0)


@dataclass(frozen=True)
class Piece:
    """What is never parted: a block, or a row of one that is taller than a page. Heights in mm.

    `gap` stands above it (at the least `least_gap`), but for the first on a page; `head` is what is repeated above it
    there. `begins`: always first on a page; `kept`: on the page of the piece before.
    """

    natural: float
    least: float
    gap: float = 0.0
    least_gap: float = 0.0
    head: float = 0.0
    stretches: bool = False
    begins: bool = False
    kept: bool = False


@dataclass(frozen=True)
class Sharing:
    """Where pages begin, as indexes of pieces, and what it costs."""

    starts: tuple[int, ...]
    cost: Cost

    def pages(self, count: int) -> list[range]:
        """The indexes of the pieces on each page; `count` pieces in all."""
        return [range(start, end) for start, end in zip(self.starts, (*self.starts[1:], count), strict=True)]


def share_out(pieces: Sequence[Piece], first: float, rest: float, most: int | None = None) -> Sharing | None:
    """The best way to set `pieces` on a first page with room for `first` mm and further ones for `rest`; on at most
    `most` pages, where that is given. None where there is no such way.

    A piece taller than a page has a page to itself, and counts before all else.
    """
    if not pieces:
        return Sharing((0,), NOTHING)
    reached: dict[int, Sharing] = {0: Sharing((), NOTHING)}
    best: Sharing | None = None
    for page in range(min(most or len(pieces), len(pieces))):
        reached = _one_page_more(pieces, reached, first if page == 0 else rest)
        done = reached.get(len(pieces))
        if done and (best is None or done.cost < best.cost):
            best = done
    return best


def _one_page_more(pieces: Sequence[Piece], reached: dict[int, Sharing], room: float) -> dict[int, Sharing]:
    """The best ways to have set so many pieces, with one page more than before."""
    further: dict[int, Sharing] = {}
    for start, before in reached.items():
        for end in range(start + 1, len(pieces) + 1):
            if end - 1 > start and pieces[end - 1].begins:
                break
            cost = cost_of_page(pieces[start:end], room, end == len(pieces))
            if cost is None:
                break
            parted = int(start > 0 and pieces[start].kept)
            total = (before.cost[0] + cost[0], before.cost[1] + parted, before.cost[2] + cost[2])
            if end not in further or total < further[end].cost:
                further[end] = Sharing((*before.starts, start), total)
    return further


def cost_of_page(page: Sequence[Piece], room: float, last: bool) -> Cost | None:
    """What it costs to set these pieces on one page; None where several do not fit even at their least."""
    natural = page[0].head + sum(piece.natural for piece in page) + sum(piece.gap for piece in page[1:])
    least = page[0].head + sum(piece.least for piece in page) + sum(piece.least_gap for piece in page[1:])
    if least > room:
        return (1, 0, 0.0) if len(page) == 1 else None
    if natural > room:
        return 0, 0, (GIVEN_UP * (natural - room)) ** 2
    if any(piece.stretches for piece in page):
        return 0, 0, (STRETCHED * (room - natural)) ** 2
    return 0, 0, 0.0 if last else (room - natural) ** 2
