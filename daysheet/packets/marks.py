"""Step 7: where names and what is private stand on the pages of a laid-out packet, in mm, by what the layout measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from daysheet.layout import Area
from daysheet.packets.bearers import NOTES, Names
from daysheet.packets.printing import Printed, Span
from daysheet.press.naming import Box, Marks, Patch, Spot

SIGNATURE = 24.8
"""Where the text area and its signature begin, from the top of the page."""
BOTTOM = 271.8
"""Where the text area ends."""
RIGHT_PAGE, LEFT_PAGE = 22.95, 18.95
"""Where the text area begins on pages to the right and to the left."""
WIDTH = 174.0
ABOVE = 1.2
"""What lies between a head and the signature."""
SECOND = 30.0
"""Where the second column begins."""
GAP, RISE = 3.0, 0.7
"""What parts a line of the cover from what stands below it, and from the words on it."""
LEAST = 0.5
"""Nothing is set smaller than by half; what would be is cut off with an ellipsis, by its style."""
TIGHT = 0.72
"""A name that would have to be smaller than so on one line of the cover stands in two."""


@dataclass(frozen=True)
class Manner:
    """How an edition is stamped: in heads, how much larger than it was laid out a name is, and how wide at most; where it
    begins after the word that asks for it, the height of a line and the width of a letter of the title in
    heads; and on the cover, how much larger, and what room the small word before a line takes. All in mm."""

    head: float
    room: float
    after: float
    line: float
    letter: float
    cover: float
    label: float


MANNERS = {
    "standard": Manner(1.0, 72.0, 102.0, 4.2, 1.4, 1.0, 13.0),
    "large-print": Manner(1.6, 60.0, 112.0, 6.2, 2.6, 1.9, 21.0),
}


def heads_of(packet: Printed, mirrored: bool, title: str) -> Mapping[int, Spot]:
    """The pages whose head names its reader, and where. Raises ValueError for a sheet without a name: it bears none."""
    spots = {}
    for span in packet.spans:
        if span.kind == "worksheet" and span.style not in ("sheet", "wide"):
            raise ValueError(f"{span.id} is anonymous, and this packet bears names")
        for page in range(span.first, span.last + 1):
            left = LEFT_PAGE if mirrored and page % 2 == 0 else RIGHT_PAGE
            if span.style in ("sheet", "plain"):
                spots[page] = _head(span, left, title, manner_of(packet))
    return spots


def _head(span: Span, left: float, title: str, manner: Manner) -> Spot:
    """On a sheet after the word that asks for the name; elsewhere beside the title, or above it where that is long."""
    if span.style == "sheet":
        return Spot(left + manner.after, SIGNATURE - ABOVE)
    free = WIDTH - len(title) * manner.letter - 6
    if free - SECOND >= manner.room:
        return Spot(left + SECOND, SIGNATURE - ABOVE)
    if free >= manner.room * TIGHT:
        return Spot(left, SIGNATURE - ABOVE, min(1.0, free / manner.room))
    return Spot(left + SECOND, SIGNATURE - ABOVE - manner.line)


def manner_of(packet: Printed) -> Manner:
    return MANNERS.get(packet.edition, MANNERS["standard"])


def marks_of(packet: Printed, names: Names, id: str = "") -> Marks:
    """What a packet bears: the name of a person in its head and on its cover, and what is private on the cover alone."""
    manner = manner_of(packet)
    head = names.find(id, "head") if id else None
    patches = [*_fields(packet, names, id), *_lists(packet, names, id)]
    return Marks(_patch(head, 0, 0, 0, manner.room, manner.head) if head else None, tuple(patches))


def _fields(packet: Printed, names: Names, id: str) -> Iterator[Patch]:
    """What stands on the lines of the cover, each after its small word."""
    label, larger = manner_of(packet).label, 1.0 + (manner_of(packet).cover - 1) / 3
    for number, box in enumerate(("name", "table", "team"), 1):
        line, words = packet.cover.get(f"cover-blank-{number}"), names.find(id, box)
        if not line or not words:
            continue
        room, parts = line.width - label - (4 if larger > 1 else 1), names.find(id, "lines")
        if box == "name" and parts and parts.height > 6 and words.width > room / TIGHT:
            words = parts
        if box == "team" and larger > 1 and words.width * larger > room:
            continue  # it stands in the list below, in letters of its edition
        yield _patch(words, line.page, line.x + label, line.y + line.height - RISE, room, larger)


def _lists(packet: Printed, names: Names, id: str) -> Iterator[Patch]:
    """The groups and what is private: between the lines to write on and the foot, or below all of it where there is more
    room, as in large print."""
    line, cover = packet.cover.get("cover-blank-1"), packet.cover
    if not line:
        return
    top, feet = line.y + line.height + GAP, [cover[name] for name in ("cover-found", "cover-code") if name in cover]
    low = max([area.y + area.height for area in feet if area.page == line.page], default=top)
    high = min([area.y for area in feet if area.page == line.page], default=BOTTOM)
    if BOTTOM - low > high - top:
        yield from _below(packet, names, id, line, max(low + 4 * GAP, top))
        return
    found, code = (cover[name].y if name in cover else BOTTOM for name in ("cover-found", "cover-code"))
    if listed := names.find(id, "spots"):
        scale = min(1.0, max(LEAST, (found - top) / listed.height))
        yield _patch(listed, line.page, line.x, top + listed.height * scale, 84, scale)
    if notes := names.boxes.get(NOTES):
        scale = min(1.0, max(LEAST, (code - top) / notes.height), 84 / notes.width)
        yield _patch(notes, line.page, line.x + 90, top - 1 + notes.height * scale, 84, scale)


def _below(packet: Printed, names: Names, id: str, line: Area, top: float) -> Iterator[Patch]:
    """Groups and notes below one another, as large as the edition is."""
    for area in (each for each in (names.find(id, "spots"), names.boxes.get(NOTES)) if each):
        scale = min(manner_of(packet).cover, WIDTH / area.width)
        yield _patch(area, line.page, line.x, top + area.height * scale, WIDTH, scale)
        top += area.height * scale + GAP


def _patch(area: Area, page: int, left: float, bottom: float, room: float, scale: float = 1.0) -> Patch:
    """What stands in a box of a tiny page, as small as its room asks."""
    box = Box(area.x, area.y, area.width + 0.3, area.height)
    return Patch(page, area.page - 1, box, left, bottom, min(scale, room / area.width) if area.width else scale)
