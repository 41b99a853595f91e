"""Step 7, fit: blocks are shared out over pages, and writing space stretches or shrinks until each page is full.

Pure arithmetic on boxes measured on one tall page (mm): the size of the page and the pitch of its lines are arguments, so
that every edition and every size of sheet is fitted alike. Ruled space takes whole lines; what is left over goes to blank
space, to the gaps between blocks, and above the lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from daysheet.filling import Band, Filled, Keys, Room, fill
from daysheet.layout import Area
from daysheet.models.values import LINE_MM
from daysheet.sharing_out import Piece, Sharing, share_out

SPARE = 30
"""Rows kept in reserve beyond the natural size of a space."""
SLACK = 0.4
"""What measuring may be wrong by, mm: a block this much too tall would lose its closing rule."""


@dataclass(frozen=True)
class Frame:
    """A page to write on, mm: where its text area begins, how high it is, how much of that later pages keep free at
    their head, and the pitch of its lines."""

    top: float = 24.8
    height: float = 247.4
    again: float = 6.5
    line: float = LINE_MM


@dataclass(frozen=True)
class Written:
    """A block of a sheet as composed: the id of its element and its spaces, from top to bottom.

    `rows` are the ids of what it may be parted at where it is taller than a page; `repeats` says whether what stands above
    the first of them is set again above the others.
    """

    id: str
    rooms: tuple[Room, ...] = ()
    rows: tuple[str, ...] = ()
    repeats: bool = False
    begins: bool = False
    kept: bool = False
    keys: Keys = ()


@dataclass(frozen=True)
class Fitted:
    """A sheet, fitted: rows of every space by its id, what stands blank above its lines (mm), the gap (mm) below every
    block, and the ids of what begins a page.

    `too_tall` are blocks that fit no page at their least, `parted` those that could not stay with the one before;
    `pages` is 0 where the sheet does not fit the pages that it may have.
    """

    rows: Mapping[str, int] = field(default_factory=dict)
    above: Mapping[str, float] = field(default_factory=dict)
    gaps: Mapping[str, float] = field(default_factory=dict)
    begin: tuple[str, ...] = ()
    too_tall: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()
    pages: int = 1


@dataclass(frozen=True)
class _Part:
    """A piece with what it is made of: the element that begins it, its block, and its bands of spaces."""

    id: str
    block: Written
    piece: Piece
    fixed: float
    bands: tuple[Band, ...]


def fit_sheet(blocks: Sequence[Written], areas: Mapping[str, Area], end: float, frame: Frame, most: int = 0) -> Fitted:
    """Page breaks and sizes for a sheet whose boxes were measured on a tall page; `end` is where it ended there, mm.

    `most` is how many pages it may have, 0 for as many as it needs.
    """
    if not blocks:
        return Fitted()
    room = (frame.top + frame.height - SLACK - areas[blocks[0].id].y, frame.height - frame.again - SLACK)
    parts = _parts(blocks, areas, end, frame, room)
    pieces = [part.piece for part in parts]
    shared = share_out(pieces, *room, most or None)
    granted = shared or share_out(pieces, *room)
    assert granted is not None  # without a limit there is always a way
    pages = granted.pages(len(parts))
    filled = [_fill([parts[at] for at in page], room[min(number, 1)], frame) for number, page in enumerate(pages)]
    return _gathered(parts, granted, pages, filled, room, bool(shared))


def _gathered(
    parts: list[_Part],
    granted: Sharing,
    pages: list[range],
    filled: list[Filled],
    room: tuple[float, float],
    fits: bool,
) -> Fitted:
    gaps: dict[str, float] = {}
    for page, full in zip(pages, filled, strict=True):
        gaps.update(zip(_above_gaps([parts[at] for at in page]), full.gaps, strict=True))
    tall = [
        parts[page[0]].block.id
        for number, page in enumerate(pages)
        if parts[page[0]].piece.least + parts[page[0]].piece.head > room[min(number, 1)]
    ]
    return Fitted(
        rows={id: rows for each in filled for id, rows in each.rows.items()},
        above={id: mm for each in filled for id, mm in each.above.items()},
        gaps=gaps,
        begin=tuple(parts[start].id for start in granted.starts[1:]),
        too_tall=tuple(dict.fromkeys(tall)),
        parted=tuple(parts[start].block.id for start in granted.starts[1:] if parts[start].piece.kept),
        pages=len(pages) if fits else 0,
    )


def _above_gaps(page: list[_Part]) -> list[str]:
    """The blocks of a page that have a gap below them: all but the last; rows of one block have none between them."""
    return [above.block.id for above, part in pairwise(page) if part.id == part.block.id]


def _fill(page: list[_Part], room: float, frame: Frame) -> Filled:
    fixed = page[0].piece.head + sum(part.fixed for part in page)
    gaps = [(part.piece.gap, part.piece.least_gap) for part in page[1:] if part.id == part.block.id]
    return fill([band for part in page for band in part.bands], fixed, gaps, room, frame.line)


def _parts(
    blocks: Sequence[Written], areas: Mapping[str, Area], end: float, frame: Frame, room: tuple[float, float]
) -> list[_Part]:
    """Every block as one part, or as its rows where it is taller than the page that it could stand on."""
    parts: list[_Part] = []
    above = None
    for number, block in enumerate(blocks):
        area = areas[block.id]
        # what follows the last block (a source) goes with it
        bottom = max(end, area.y + area.height) if number == len(blocks) - 1 else area.y + area.height
        gap = area.y - above if above is not None else 0.0
        whole = _part(block, block.id, area.y, bottom, gap, areas, frame)
        # the first block stands below the head of the sheet, which is never alone on its page
        if whole.piece.least > room[0 if number == 0 else 1] and len(block.rows) > 1:
            parts += _rows(block, area.y, bottom, gap, areas, frame)
        else:
            parts.append(whole)
        above = area.y + area.height
    return parts


def _rows(
    block: Written, top: float, bottom: float, gap: float, areas: Mapping[str, Area], frame: Frame
) -> list[_Part]:
    rows = [id for id in block.rows if id in areas]
    edges = [top, *(areas[id].y for id in rows[1:]), bottom]
    head = areas[rows[0]].y - top if block.repeats else 0.0
    return [
        _part(
            block, id if at else block.id, upper, lower, 0.0 if at else gap, areas, frame, head if at else 0.0, at > 0
        )
        for at, (id, upper, lower) in enumerate(zip(rows, edges, edges[1:], strict=False))
    ]


def _part(
    block: Written,
    id: str,
    top: float,
    bottom: float,
    gap: float,
    areas: Mapping[str, Area],
    frame: Frame,
    head: float = 0.0,
    within: bool = False,
) -> _Part:
    rooms = [room for room in block.rooms if room.id in areas and top <= areas[room.id].y < bottom]
    bands = tuple(Band.of(group, areas, frame.line) for group in side_by_side(rooms, areas))
    fixed = bottom - top - sum(band.measured for band in bands)
    piece = Piece(
        natural=fixed + sum(band.natural for band in bands),
        least=fixed + sum(band.least for band in bands),
        gap=gap,
        least_gap=min(gap, max(5.0, gap - 1.6)),
        head=head,
        stretches=any(band.stretch for band in bands),
        begins=block.begins and not within,
        kept=block.kept and not within,
    )
    return _Part(id, block, piece, fixed, bands)


def side_by_side(rooms: Iterable[Room], areas: Mapping[str, Area]) -> list[list[Room]]:
    """Spaces in groups of those that stand beside one another: a group grows and shrinks as one."""
    groups: list[list[Room]] = []
    bottom = 0.0
    for room in sorted(rooms, key=lambda room: areas[room.id].y):
        area = areas[room.id]
        if groups and area.y < bottom - 1 and all(_apart(area, areas[other.id]) for other in groups[-1]):
            groups[-1].append(room)
        else:
            groups.append([room])
            bottom = 0.0
        bottom = max(bottom, area.y + area.height)
    return groups


def _apart(one: Area, other: Area) -> bool:
    return one.x + one.width < other.x + 1 or other.x + other.width < one.x + 1


def lines_left(room: Room, end: Area, frame: Frame) -> int:
    """Rows for a space at the end of what flows over its pages by itself: those that it has, and all that the page of
    `end` has left."""
    left = frame.top + frame.height - SLACK - end.y
    return room.rows + min(SPARE, max(0, int(left / frame.line)))


def style_of(fitted: Fitted, rooms: Iterable[Room]) -> str:
    """What was fitted as a style sheet by id: rows shown or hidden, space above lines, gaps, and where pages begin."""
    natural = {room.id: room.rows for room in rooms}
    rules = []
    for id, rows in fitted.rows.items():
        if rows > natural[id]:
            rules.append(f"{by_id(id)} .ds-space__row:nth-child(-n+{rows}) {{ display: block }}")
        elif rows < natural[id]:
            rules.append(f"{by_id(id)} .ds-space__row:nth-child(n+{rows + 1}) {{ display: none }}")
    rules += (f"{by_id(id)} {{ padding-top: {mm:.2f}mm }}" for id, mm in fitted.above.items())
    rules += (f"{by_id(id)} {{ margin-bottom: {mm:.2f}mm }}" for id, mm in fitted.gaps.items())
    rules += (f"{by_id(id)} {{ break-before: page; margin-top: 0 }}" for id in fitted.begin)
    return "\n".join(rules)


def by_id(id: str) -> str:
    """The selector of an id; one that begins with a digit has it escaped."""
    return f"#\\3{id[0]} {id[1:]}" if id[0].isdigit() else f"#{id}"
