"""The blocks of a worksheet and the writing spaces of what a packet holds, under the ids that the components give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from daysheet.filling import Keys, Room
from daysheet.fit import Written
from daysheet.models.blocks import BlockBase
from daysheet.models.blocks_written import Beside, Box
from daysheet.models.portrait import Portrait
from daysheet.models.rubric import Rubric
from daysheet.models.values import Space
from daysheet.models.worksheet import Worksheet

TALK_LINES = 3
"""Lines under the questions of a portrait, at the least."""
NO_RUBRICS: Mapping[str, Rubric] = {}
REPEATING = ("table", "likert")
"""The blocks whose head is set again above the rows on another page."""


def sheet_rooms(sheet: Worksheet) -> tuple[Room, ...]:
    """Every space of a worksheet, from top to bottom."""
    return tuple(room for block in blocks_of(sheet) for room in block.rooms)


def blocks_of(
    sheet: Worksheet, rubrics: Mapping[str, Rubric] = NO_RUBRICS, scanty: bool = False
) -> tuple[Written, ...]:
    """Every block of a worksheet, from top to bottom; `rubrics` are the exhibits whose strands it marks, by id. `scanty`: a
    space may shrink to one line, where nothing else is written down."""
    written: list[Written] = []
    for at, block in enumerate(sheet.blocks):
        id = f"{sheet.id}--{block.id}"
        kept = at > 0 and _keeps(sheet.blocks[at - 1]) and not block.break_before
        written.append(
            Written(
                id=f"{id}--block",
                rooms=tuple(_rooms(id, block, ("blocks", at), scanty)),
                rows=tuple(_rows(id, block, rubrics)),
                repeats=block.kind in REPEATING and not (block.kind == "table" and block.matter.each),
                begins=at > 0 and block.break_before,
                kept=kept,
                keys=("blocks", at),
            )
        )
    return tuple(written)


def _keeps(block: BlockBase) -> bool:
    """Whether a block is never parted from the next one: because it says so, or because it ends in a heading."""
    last = str(block.matter).strip().rpartition("\n")[2] if block.kind == "text" else ""
    return block.keep_with_next or last.startswith("#")


def _rooms(id: str, block: BlockBase, keys: Keys, scanty: bool) -> Iterator[Room]:
    match block.kind:
        case "prompt" if block.space:
            yield _room(id, block.space, (*keys, "space"), scanty)
        case "rating" if block.matter.then and block.space:
            yield _room(f"{id}--then", block.space, (*keys, "space"), scanty)
        case "boxes":
            for box, where in _boxes(block):
                yield _room(f"{id}--{box.id}", box.space, (*keys, "boxes", *where, "space"), scanty)
        case "columns":
            for at, column in enumerate(block.matter):
                yield _room(f"{id}--{column.id}", column.space, (*keys, "columns", at, "space"), scanty)
        case "sketch" | "notes":
            yield _room(id, block.matter, (*keys, block.kind), scanty)


def _boxes(block: BlockBase) -> Iterator[tuple[Box, Keys]]:
    for at, each in enumerate(block.matter):
        if isinstance(each, Beside):
            yield from ((box, (at, "beside", number)) for number, box in enumerate(each.beside))
        else:
            yield each, (at,)


def _rows(id: str, block: BlockBase, rubrics: Mapping[str, Rubric]) -> Iterator[str]:
    """The ids of what a block may be parted at."""
    matter = block.matter
    match block.kind:
        case "rating":
            yield from (f"{id}--{item.id}--item" for item in matter.items.lines)
        case "likert":
            yield from (f"{id}--{each.id}--item" for each in matter.statements)
        case "rubric" if matter.exhibit in rubrics:
            yield from (f"{id}--{each.id}--item" for each in matter.chosen(rubrics[matter.exhibit]))
        case "table":
            yield from (f"{id}--{row.id}" for row in matter.rows)
            yield from (f"{id}--{number}" for number in range(1, matter.empty_rows + 1))
        case "boxes":
            for each in matter:
                yield f"{id}--{each.beside[0].id}--beside" if isinstance(each, Beside) else f"{id}--{each.id}--box"


def _room(id: str, space: Space, keys: Keys, scanty: bool) -> Room:
    return Room(
        id=f"{id}--space",
        rows=space.lines,
        stretch=0.0 if space.lines == 1 and not space.whole else space.stretch,
        rest=space.whole == "rest of page",
        least=1 if scanty and not space.least else space.least_lines,
        ruled=space.rule != "none" and "sketch" not in keys,
        keys=keys,
    )


def rest_room(anchor: str) -> Room:
    """The lines for notes below the list of sources, which take the rest of its page."""
    return Room(f"{anchor}--space", TALK_LINES)


def talk_room(portrait: Portrait) -> tuple[Room, ...]:
    """The lines under the questions of a portrait."""
    return (Room(f"{portrait.id}--talk--space", TALK_LINES),) if portrait.ask else ()
