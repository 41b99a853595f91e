"""Step 7, lay out: two short exhibits share a page, the second under a signature of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from daysheet.layout import PageMap
from daysheet.packets.bodies import Part
from daysheet.view import View

TEXT_HEIGHT = 247.4
ABOVE = 10.0
"""What stands above the second: 9 mm of paper and the signature; in mm."""


def may_share(parts: Sequence[Part], apart: frozenset[str]) -> bool:
    """Whether there are two exhibits at all that are not cut out, so that their heights are worth knowing."""
    return sum(part.kind == "exhibit" and part.anchor not in apart for part in parts) > 1


def shares(parts: Sequence[Part], pages: PageMap, apart: frozenset[str]) -> frozenset[str]:
    """The anchors of the exhibits that follow on the page of the one before; those in `apart` keep a page of their own.

    `pages` holds the parts as they are laid out alone, each from the top of a page.
    """
    following: set[str] = set()
    for first, second in pairwise(parts):
        if first.kind != "exhibit" or second.kind != "exhibit" or first.anchor in following:
            continue
        heights = [_height(each, pages, apart) for each in (first, second)]
        if None not in heights and sum(height or 0 for height in heights) + ABOVE <= TEXT_HEIGHT:
            following.add(second.anchor)
    return frozenset(following)


def _height(part: Part, pages: PageMap, apart: frozenset[str]) -> float | None:
    """The height of a part in mm; None for one that needs more than a page, or is to be cut out."""
    if part.anchor not in pages.parts:
        return None
    first, last = pages.parts[part.anchor]
    return pages.areas[part.anchor].height if first == last and part.anchor not in apart else None


def foot_label(part: Part, parts: Sequence[Part], following: frozenset[str], view: View) -> str:
    """What the foot calls a part: `Exhibit 2`; where two share its page, `Exhibits 2 and 3`."""
    for first, second in pairwise(parts):
        if second.anchor in following and part.anchor in (first.anchor, second.anchor):
            numbers = [str(view.library.find(each.kind, each.id).number) for each in (first, second)]
            return f"{view.words['site']['plurals']['exhibit']}\u00a0{view.spoken.join(numbers)}"
    return part.label
