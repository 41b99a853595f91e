"""The blocks of a worksheet: the key that names the kind comes first and holds the block's matter.

Beside it stand only `hint`, `id`, `space`, `expect`, `break_before` and `keep_with_next`. `kind` and `matter` are the
same for every block: `block.kind == "prompt"`, `block.matter == "How I became good at it"`.
"""

from __future__ import annotations

import difflib
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Discriminator, Field, Tag

from daysheet.models.base import Id, Label, Prose, Record, mistake
from daysheet.models.blocks_scored import Likert, Mark, RubricMarks
from daysheet.models.blocks_written import BoxOrBeside, Checklist, Column, FieldLine, Rating, Table
from daysheet.models.values import Space, YesNo


class BlockBase(Record):
    """What may stand beside the matter of any block."""

    kind: ClassVar[str] = ""
    id: Id = ""
    hint: Prose = ""
    space: Space | None = None
    expect: Prose = ""
    break_before: YesNo = False
    keep_with_next: YesNo = False

    @property
    def matter(self) -> Any:
        return getattr(self, self.kind)


class TextBlock(BlockBase):
    kind = "text"
    text: Prose


class PromptBlock(BlockBase):
    kind = "prompt"
    prompt: Prose
    space: Space | None = Field(default_factory=Space)


class RatingBlock(BlockBase):
    kind = "rating"
    rating: Rating


class BoxesBlock(BlockBase):
    kind = "boxes"
    boxes: tuple[BoxOrBeside, ...] = Field(min_length=1)


class ColumnsBlock(BlockBase):
    kind = "columns"
    columns: tuple[Column, ...] = Field(min_length=2, max_length=4)


class TableBlock(BlockBase):
    kind = "table"
    table: Table


class ChecklistBlock(BlockBase):
    kind = "checklist"
    checklist: Checklist


class FieldsBlock(BlockBase):
    kind = "fields"
    fields_: tuple[FieldLine, ...] = Field(alias="fields", min_length=1)

    @property
    def matter(self) -> Any:
        return self.fields_


class LikertBlock(BlockBase):
    kind = "likert"
    likert: Likert


class RubricBlock(BlockBase):
    kind = "rubric"
    rubric: RubricMarks


class MarkBlock(BlockBase):
    kind = "mark"
    mark: Mark


class ExhibitBlock(BlockBase):
    kind = "exhibit"
    exhibit: Label


class SketchBlock(BlockBase):
    kind = "sketch"
    sketch: Space


class NotesBlock(BlockBase):
    kind = "notes"
    notes: Space


KINDS: dict[str, type[BlockBase]] = {
    each.kind: each
    for each in (
        TextBlock, PromptBlock, RatingBlock, BoxesBlock, ColumnsBlock, TableBlock, ChecklistBlock, FieldsBlock,
        LikertBlock, RubricBlock, MarkBlock, ExhibitBlock, SketchBlock, NotesBlock,
    )
}  # fmt: skip


def _kind_named(value: object) -> str | None:
    if isinstance(value, BlockBase):
        return f"a {value.kind}"
    return next((f"a {key}" for key in value if key in KINDS), None) if isinstance(value, dict) else None


def _one_kind(value: object) -> object:
    if isinstance(value, BlockBase):
        return value
    if not isinstance(value, dict):
        raise mistake("a block begins with its kind", "such as `prompt: What went well?`")
    named = [key for key in value if key in KINDS]
    if len(named) == 1:
        return value
    if named:
        raise mistake(f"this block names two kinds, `{named[0]}` and `{named[1]}`", "begin a second block with `- `")
    first = str(next(iter(value), ""))
    near = difflib.get_close_matches(first, KINDS, 1, 0.5)
    meant = f"did you mean `{near[0]}`? The" if near else "the"
    raise mistake(f"`{first}` is not a kind of block", f"{meant} kinds are " + ", ".join(f"`{kind}`" for kind in KINDS))


Block = Annotated[
    Annotated[TextBlock, Tag("a text")]
    | Annotated[PromptBlock, Tag("a prompt")]
    | Annotated[RatingBlock, Tag("a rating")]
    | Annotated[BoxesBlock, Tag("a boxes")]
    | Annotated[ColumnsBlock, Tag("a columns")]
    | Annotated[TableBlock, Tag("a table")]
    | Annotated[ChecklistBlock, Tag("a checklist")]
    | Annotated[FieldsBlock, Tag("a fields")]
    | Annotated[LikertBlock, Tag("a likert")]
    | Annotated[RubricBlock, Tag("a rubric")]
    | Annotated[MarkBlock, Tag("a mark")]
    | Annotated[ExhibitBlock, Tag("a exhibit")]
    | Annotated[SketchBlock, Tag("a sketch")]
    | Annotated[NotesBlock, Tag("a notes")],
    Discriminator(_kind_named),
    BeforeValidator(_one_kind),
]
