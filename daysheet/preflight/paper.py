"""Preflight, the checks of a page as paper: its size, its margin, and whether it holds what a page should."""

from __future__ import annotations

from collections.abc import Iterator

from daysheet.layout import PAPERS
from daysheet.preflight.findings import Finding
from daysheet.preflight.promises import Promise
from daysheet.preflight.seen import Box, Drawing, PageSeen, Words

SLACK = 0.1
SAFE = 6.35
"""A quarter of an inch: nearer to the edge office printers may print nothing. The foot of a sheet ends 7.7 mm from it."""
OUTSIDE = {"a4": 24.8, "letter": 16.0, "a3": 24.0, "tabloid": 29.9}
"""How far above and below the text area head and foot may stand, by paper; in mm."""
OTHERWISE = 16.0
CUT = 0.6
EMPTY = 0.02
NEARLY_EMPTY = 0.2


def check_size(page: PageSeen, promise: Promise) -> Iterator[Finding]:
    """The sheet is the paper that its name says, upright or turned, in every box of the page."""
    if not promise.size:
        return
    wide, high = PAPERS[promise.size]
    fits = any(
        abs(page.width - across) < SLACK and abs(page.height - down) < SLACK
        for across, down in ((wide, high), (high, wide))
    )
    if not fits:
        yield Finding(
            "page size",
            f"The page measures {_mm(page.width)} × {_mm(page.height)} mm, but {_paper(promise.size)} is "
            f"{_mm(wide)} × {_mm(high)} mm",
            "a style sheet of your own sets the size of a page: leave it to the packet",
        )
    elif not page.boxes_agree:
        yield Finding(
            "page size",
            f"The page is cut to another size than {_paper(promise.size)} when it is printed",
            "its trim box and its media box differ: this is a fault of the engine, please report it",
        )


def check_margin(page: PageSeen, promise: Promise) -> Iterator[Finding]:
    """Nothing stands where a printer cannot print, but what is meant to go to the edges."""
    if not promise.keeps_margin:
        return
    safe = Box(SAFE, SAFE, page.width - SAFE, page.height - SAFE)
    outside = [each for each in page.things if not safe.holds(each.box, SLACK) and not _is_meant(each, page)]
    if outside:
        nearest = min(outside, key=lambda each: _room(each.box, page))
        room = _room(nearest.box, page)
        what = f"“{page.said_from(nearest)}”" if isinstance(nearest, Words) else _kind(nearest)
        where = "runs off the page" if room < 0 else f"stands {_mm(room)} mm from the edge"
        yield Finding(
            "margin",
            f"{what} {where}; printers need {SAFE} mm",
            "make it narrower: a long word or address, a wide table, a picture with a width of its own",
        )


def check_fullness(page: PageSeen, promise: Promise) -> Iterator[Finding]:
    """No page of running text is empty but the back of a sheet, and none that goes on from the last is nearly so."""
    if not promise.flows:
        return
    if page.is_white:
        if page.number % 2 or not promise.backs:
            yield Finding(
                "empty page", "The page is white", "something before it is taller than a page, or breaks twice"
            )
        return
    share = _extent(page, promise)
    if share < EMPTY:
        yield Finding(
            "empty page",
            "The page has a head and a foot, and nothing between them",
            "something before or after it is taller than a page: make it shorter",
        )
    elif share < NEARLY_EMPTY and not page.begins:
        sentence = f"The page is nearly empty: what stands on it takes {round(100 * share)} % of its height"
        yield Finding("empty page", sentence, "shorten what runs over from the page before", soft=True)


def _extent(page: PageSeen, promise: Promise) -> float:
    """From the first to the last thing in the text area, as a share of its height."""
    outside = OUTSIDE.get(promise.size, OTHERWISE)
    body = Box(0.0, outside + SLACK, page.width, page.height - outside - SLACK)
    seen = [box for box in (each.box.within(body) for each in page.things) if box is not None]
    return (max(box.bottom for box in seen) - min(box.top for box in seen)) / body.height if seen else 0.0


def _is_meant(thing: object, page: PageSeen) -> bool:
    """Whether a drawing is meant to go to the edges: an area from one to the other, or a line to cut or to fold along."""
    if not isinstance(thing, Drawing):
        return False
    box, edge = thing.box, SAFE if min(thing.box.width, thing.box.height) < CUT else SLACK
    across = box.left <= edge and box.right >= page.width - edge
    down = box.top <= edge and box.bottom >= page.height - edge
    return across or down


def _room(box: Box, page: PageSeen) -> float:
    return min(box.left, box.top, page.width - box.right, page.height - box.bottom)


def _kind(thing: object) -> str:
    return "A drawing" if isinstance(thing, Drawing) else "A picture"


def _paper(name: str) -> str:
    return name.upper() if name[1:].isdigit() else name.capitalize()


def _mm(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
