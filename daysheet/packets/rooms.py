"""The writing spaces of a packet's parts, under the ids that the components give them."""

from __future__ import annotations

from collections.abc import Iterator

from daysheet.fit import Room
from daysheet.models.blocks import BlockBase
from daysheet.models.blocks_written import Beside
from daysheet.models.portrait import Portrait
from daysheet.models.values import Space
from daysheet.models.worksheet import Worksheet

TALK_LINES = 3
"""Lines under the questions of a portrait, at the least."""


def rooms_of(record: Worksheet | Portrait) -> tuple[Room, ...]:
    """Every space of a worksheet or a portrait, from top to bottom."""
    return talk_room(record) if isinstance(record, Portrait) else sheet_rooms(record)


def sheet_rooms(sheet: Worksheet) -> tuple[Room, ...]:
    """Every space of a worksheet, from top to bottom."""
    return tuple(room for block in sheet.blocks for room in _of_block(f"{sheet.id}--{block.id}", block))


def _of_block(id: str, block: BlockBase) -> Iterator[Room]:
    match block.kind:
        case "prompt" if block.space:
            yield _room(id, block.space)
        case "rating" if block.matter.then and block.space:
            yield _room(f"{id}--then", block.space)
        case "boxes":
            boxes = [box for each in block.matter for box in (each.beside if isinstance(each, Beside) else (each,))]
            yield from (_room(f"{id}--{box.id}", box.space) for box in boxes)
        case "columns":
            yield from (_room(f"{id}--{column.id}", column.space) for column in block.matter)
        case "sketch" | "notes":
            yield _room(id, block.matter)


def _room(id: str, space: Space) -> Room:
    stretch = 0.0 if space.lines == 1 and not space.whole else space.stretch
    return Room(f"{id}--space", space.lines, stretch, rest=space.whole == "rest of page")


def talk_room(portrait: Portrait) -> tuple[Room, ...]:
    """The lines under the questions of a portrait."""
    return (Room(f"{portrait.id}--talk--space", TALK_LINES),) if portrait.ask else ()
