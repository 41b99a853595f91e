"""Step 7: where names and what is private stand on the pages of a laid-out packet, in mm, by what the layout measured."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from daysheet.layout import Area
from daysheet.packets.bearers import NOTES, SIGN, Names
from daysheet.packets.printing import Printed, Span
from daysheet.press.naming import Box, Marks, Patch, Spot

SIGNATURE = 24.8
"""Where the text area and its signature begin, from the top of the page."""
BOTTOM = 271.8
"""Where the text area ends."""
RIGHT_PAGE, LEFT_PAGE = 22.95, 18.95
"""Where the text area begins on pages to the right and to the left."""
WIDE_NAME, WIDE_SIGNATURE = 200.2, 22.95
"""Where the name stands on a page on its side, and its signature, from its own left and top; as it is laid out."""
WIDTH = 174.0
ABOVE = 1.2
"""What lies between a head and the signature."""
SECOND = 30.0
"""Where the second column begins."""
GAP, RISE = 3.0, 0.7
"""What parts a line of the cover from what stands below it, and from the words on it."""
TIGHT = 0.72
"""A name that would have to be smaller than so on one line of the cover stands in two."""
LEAF = 0
"""The page before the first: it bears the lists of a packet whose cover has no room for them."""
LINE_OF_TABLE = 10.5


@dataclass(frozen=True)
class Manner:
    """How an edition is stamped: in heads, how much larger than it was laid out a name is, and how wide at most; where it
    begins after the word that asks for it; how wide a letter of the name and of the title is there. On the cover, how much
    larger, how small groups and notes may become, and what room the small word before a line takes. All in mm."""

    head: float
    room: float
    after: float
    name: float
    letter: float
    cover: float
    least: float
    notes: float
    label: float


MANNERS = {
    "standard": Manner(1.0, 72.0, 102.0, 1.9, 1.4, 1.0, 0.99, 0.89, 13.0),
    "large-print": Manner(1.6, 68.0, 106.0, 3.1, 2.6, 1.9, 1.56, 1.56, 21.0),
}


def beside_title(packet: Printed, title: str) -> int:
    """How many letters of a name have room beside the title in heads."""
    return max(0, int(_free(title, manner_of(packet)) / manner_of(packet).name))


def _free(title: str, manner: Manner) -> float:
    return WIDTH - len(title) * manner.letter - 6


def heads_of(packet: Printed, mirrored: bool, title: str, nameless: Collection[str] = ()) -> Mapping[int, Spot]:
    """The pages whose head names its reader, and where; `nameless` are the ids of sheets that bear no name.

    Raises ValueError where one of these is in the packet: it is a stack of its own.
    """
    spots = {}
    for span in packet.spans:
        if span.kind == "worksheet" and (span.id in nameless or span.style not in ("sheet", "wide")):
            raise ValueError(f"{span.id} is anonymous, and this packet bears names")
        for page in range(span.first, span.last + 1):
            left = LEFT_PAGE if mirrored and page % 2 == 0 else RIGHT_PAGE
            spot = _head(span, left, title, manner_of(packet))
            if spot:
                spots[page] = spot
    return spots


def _head(span: Span, left: float, title: str, manner: Manner) -> Spot | None:
    """On a sheet after the word that asks for the name; elsewhere beside the title, or above it where that is long."""
    bottom = SIGNATURE - ABOVE
    if span.style == "sheet":
        return Spot(left + manner.after, bottom)
    if span.style == "wide":
        return Spot(WIDE_NAME, WIDE_SIGNATURE - ABOVE)
    if span.style != "plain":
        return None
    free = _free(title, manner)
    if manner.head > 1:
        return Spot(left, bottom, beside=True) if free > 4 * manner.name else None
    if free - SECOND >= manner.room:
        return Spot(left + SECOND, bottom)
    return Spot(left, bottom) if free >= manner.room else Spot(left + SECOND, bottom - 4.2)


def manner_of(packet: Printed) -> Manner:
    return MANNERS.get(packet.edition, MANNERS["standard"])


def marks_of(packet: Printed, names: Names, id: str = "", leaf: bool = False) -> Marks:
    """What a packet bears: the name of a person in its heads and on its cover, and what is private on the cover alone, or,
    with `leaf`, on the leaf before it."""
    manner = manner_of(packet)
    heads = [_patch(each, 0, 0, 0, manner.room, manner.head) for each in _heads(names, id)]
    patches = [*_fields(packet, names, id), *(_on_leaf(packet, names, id) if leaf else _on_cover(packet, names, id))]
    return Marks(heads[0] if heads else None, heads[-1] if len(heads) > 1 else None, tuple(patches))


def _heads(names: Names, id: str) -> list[Area]:
    return [area for box in ("head", "beside") if (area := names.find(id, box))] if id else []


def needs_leaf(packet: Printed, names: Names, ids: Iterable[str]) -> bool:
    """Whether the groups of somebody, or what is private, find no room on the cover in letters that can be read."""
    manner, patches = manner_of(packet), [patch for id in (*ids, "") for patch in _on_cover(packet, names, id)]
    if not patches:
        return bool(names.boxes.get(NOTES)) or any(names.find(id, "spots") for id in ids)
    notes = names.boxes[NOTES].page - 1 if NOTES in names.boxes else -1
    return any(patch.scale < (manner.notes if patch.slip == notes else manner.least) for patch in patches)


def _fields(packet: Printed, names: Names, id: str) -> Iterator[Patch]:
    """What stands on the lines of the cover, each after its small word."""
    manner = manner_of(packet)
    for number, box in enumerate(("name", "table", "team"), 1):
        line, words = packet.cover.get(f"cover-blank-{number}"), names.find(id, box)
        if not line or not words:
            continue
        label = LINE_OF_TABLE if box == "table" and manner.cover == 1 else manner.label
        room = line.width - label - (1 if manner.cover == 1 else 4)
        larger = 1 + (manner.cover - 1) / 3 if words.width <= room else 1.0
        if box == "name" and words.width > room * 0.95:
            words, larger = _long_name(words, room, names, id, manner)
        if box != "name" and manner.cover > 1 and words.width > room:
            continue  # it stands in the list, in letters of its edition
        yield _patch(words, line.page, line.x + label, line.y + line.height - RISE, room, larger)


def _long_name(whole: Area, room: float, names: Names, id: str, manner: Manner) -> tuple[Area, float]:
    """A name that is wider than its line: smaller, on two lines, or in large print as heads have it."""
    parts, head = names.find(id, "lines"), names.find(id, "head")
    if manner.cover > 1 and head:
        return head, manner.head
    return (parts, 1.0) if parts and parts.height > 6 and whole.width > room / TIGHT else (whole, 1.0)


def _on_cover(packet: Printed, names: Names, id: str) -> Iterator[Patch]:
    """The groups and what is private: between the lines to write on and the foot, or below all of it where there is more
    room."""
    line, cover = packet.cover.get("cover-blank-1"), packet.cover
    if not line:
        return
    top, feet = line.y + line.height + GAP, [cover[name] for name in ("cover-found", "cover-code") if name in cover]
    low = max([area.y + area.height for area in feet if area.page == line.page], default=top)
    high = min([area.y for area in feet if area.page == line.page], default=BOTTOM)
    if BOTTOM - low > high - top:
        yield from _below(packet, names, id, line.page, line.x, max(low + 4 * GAP, top))
        return
    found, code = (cover[name].y if name in cover else BOTTOM for name in ("cover-found", "cover-code"))
    if listed := names.find(id, "spots"):
        scale = min(1.0, max(0.1, (found - top) / listed.height))
        yield _patch(listed, line.page, line.x, top + listed.height * scale, 84, scale)
    if notes := names.boxes.get(NOTES):
        scale = min(1.0, max(0.1, (code - top) / notes.height), 84 / notes.width)
        yield _patch(notes, line.page, line.x + 90, top - 1 + notes.height * scale, 84, scale)


def _below(packet: Printed, names: Names, id: str, page: int, left: float, top: float) -> Iterator[Patch]:
    """Groups and notes below one another, as large as the edition is, as far as the page reaches."""
    for area in (each for each in (names.find(id, "spots"), names.boxes.get(NOTES)) if each):
        scale = min(manner_of(packet).cover, WIDTH / area.width, max(0.1, (BOTTOM - top) / area.height))
        yield _patch(area, page, left, top + area.height * scale, WIDTH, scale)
        top += area.height * scale + GAP


def _on_leaf(packet: Printed, names: Names, id: str) -> Iterator[Patch]:
    """A page of its own: the name, and below it the groups and what is private."""
    larger, top = 1.4 * manner_of(packet).cover, SIGNATURE + 4 * GAP
    yield _patch(names.boxes[SIGN], LEAF, RIGHT_PAGE, SIGNATURE + names.boxes[SIGN].height, WIDTH)
    if name := names.find(id, "name"):
        scale = min(larger, WIDTH / name.width)
        yield _patch(name, LEAF, RIGHT_PAGE, top + name.height * scale, WIDTH, scale)
        top += name.height * scale + 2 * GAP
    yield from _below(packet, names, id, LEAF, RIGHT_PAGE, top)


def _patch(area: Area, page: int, left: float, bottom: float, room: float, scale: float = 1.0) -> Patch:
    """What stands in a box of a tiny page, as small as its room asks."""
    box = Box(area.x, area.y, area.width + 0.3, area.height)
    return Patch(page, area.page - 1, box, left, bottom, min(scale, room / area.width) if area.width else scale)
