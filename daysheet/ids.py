"""Step 3, join: every part, round, block and item gets an id, by default the slug of its first words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from daysheet.models.agenda import Agenda, Part, Round, Track
from daysheet.models.base import Record, slug
from daysheet.models.blocks import BlockBase
from daysheet.models.blocks_scored import Likert, Statement
from daysheet.models.blocks_written import Beside, Box, Checklist, Column, FieldLine, Item, Items, Rating, Table
from daysheet.models.tenets import Tenet, TenetSet
from daysheet.models.worksheet import Worksheet

Refuse = Callable[[str, str], None]
"""Called with an id that stands twice and the words of the second record that has it."""
Identified = TypeVar("Identified", bound=Record)


class Names:
    """The ids that are taken within one record."""

    def __init__(self, refuse: Refuse, taken: set[str] | None = None) -> None:
        self.taken: set[str] = set() if taken is None else taken
        self.refuse = refuse

    def give(self, record: Any, words: str, fallback: str) -> str:
        """The record's own id, or a free one made of its words."""
        if record.id:
            if record.id in self.taken:
                self.refuse(record.id, words)
            self.taken.add(record.id)
            return str(record.id)
        base = name = slug(words) or fallback
        count = 1
        while name in self.taken:
            count += 1
            name = f"{base}-{count}"
        self.taken.add(name)
        return name


def name_agenda(agenda: Agenda, refuse: Refuse, taken: tuple[set[str], set[str]] | None = None) -> Agenda:
    """The agenda with ids for its parts, tracks and rounds.

    `taken` holds the ids of rounds, and those of parts and tracks, of the agendas before: all stand on one page.
    """
    of_rounds, of_parts = taken or (set(), set())
    names, parts = Names(refuse, of_rounds), Names(refuse, of_parts)

    def rounds(those: tuple[Round, ...]) -> tuple[Round, ...]:
        return tuple(each.model_copy(update={"id": names.give(each, each.title, slug(each.kind))}) for each in those)

    def track(one: Track) -> Track:
        return one.model_copy(update={"id": parts.give(one, one.title, "track"), "rounds": rounds(one.rounds)})

    def part(one: Part) -> Part:
        name = parts.give(one, one.title, "part")
        tracks = tuple(track(each) for each in one.tracks)
        return one.model_copy(update={"id": name, "rounds": rounds(one.rounds), "tracks": tracks})

    return agenda.model_copy(update={"parts": tuple(part(each) for each in agenda.parts)})


def name_tenets(tenets: TenetSet, refuse: Refuse) -> TenetSet:
    names = Names(refuse)
    named = tuple(each.model_copy(update={"id": names.give(each, each.name, "tenet")}) for each in tenets.tenets)
    return tenets.model_copy(update={"tenets": named})


def name_worksheet(worksheet: Worksheet, refuse: Refuse) -> Worksheet:
    """The worksheet with ids for its blocks, and within each block for what is filled in."""
    names = Names(refuse)
    blocks = tuple(_name_block(each, names, refuse) for each in worksheet.blocks)
    return worksheet.model_copy(update={"blocks": blocks})


def _name_block(block: BlockBase, names: Names, refuse: Refuse) -> BlockBase:
    update: dict[str, Any] = {"id": names.give(block, _block_words(block), block.kind)}
    key = "fields_" if block.kind == "fields" else block.kind
    update[key] = _name_matter(block.matter, Names(refuse))
    return block.model_copy(update=update)


def _block_words(block: BlockBase) -> str:
    matter = block.matter
    if isinstance(matter, str):
        return matter
    return getattr(matter, "heading", "") or block.kind


def _name_matter(matter: Any, names: Names) -> Any:
    """What a block holds, with ids for its boxes, columns, items and fields."""
    match matter:
        case tuple():
            return tuple(_name_one(each, names) for each in matter)
        case Likert():
            return matter.model_copy(update={"statements": tuple(_name_one(each, names) for each in matter.statements)})
        case Rating() | Checklist():
            return matter.model_copy(update={"items": name_items(matter.items, names)})
        case Table():
            columns = tuple(_name_one(each, names) for each in matter.columns)
            return matter.model_copy(
                update={"columns": columns, "rows": tuple(_name_one(each, names) for each in matter.rows)}
            )
    return matter


def name_items(items: Items, names: Names) -> Items:
    return items.model_copy(update={"lines": tuple(_name_one(each, names) for each in items.lines)})


def _name_one(record: Any, names: Names) -> Any:
    match record:
        case Beside():
            return record.model_copy(update={"beside": tuple(_name_one(each, names) for each in record.beside)})
        case Box():
            words = record.title
        case FieldLine():
            words = record.label
        case Item() | Statement():
            words = record.say
        case Column():
            words = record.words
        case _:
            words = record.heading
    return record.model_copy(update={"id": names.give(record, words, "item")})


def tenet_items(tenets: Iterable[Tenet]) -> tuple[Item, ...]:
    """The tenets of a set as items to rate or tick, under the tenets' own ids."""
    return tuple(Item(id=each.id, say=each.name) for each in tenets)
