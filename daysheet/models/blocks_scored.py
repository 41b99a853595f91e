"""What the blocks hold that are answered by marks alone: statements with a key, stages of a rubric, a place on a grid."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from daysheet.models.base import Id, Label, Prose, Record, mistake, slug
from daysheet.models.exhibit import Cell
from daysheet.models.rubric import Rubric, Strand
from daysheet.models.values import YesNo


def _points(value: object) -> object:
    text = str(value).strip().lower()
    if text == "none" or value is None:
        return None
    if not re.fullmatch(r"-?\d{1,3}", text):
        hint = "write a whole number of up to three figures, or `none` for an answer that does not count"
        raise mistake(f"`{value}` is not a score", hint)
    return int(text)


Points = Annotated[int | None, BeforeValidator(_points)]
"""What an answer counts; None where it is left out of the mean."""


def _apart(labels: tuple[str, ...], what: str) -> tuple[str, ...]:
    """The labels, where no two have one name. Raises: a mistake that says which."""
    names = [slug(each) or each for each in labels]
    twice = next((label for at, label in enumerate(labels) if names[at] in names[:at]), "")
    if twice:
        raise mistake(f"two {what} are called “{twice}”", "give one of the two another name")
    return labels


class Statement(Record):
    """One statement to agree with or not; with `reverse` agreeing counts the other way round."""

    short = "say"
    id: Id = ""
    say: Prose
    reverse: YesNo = False


class Likert(Record):
    """Statements, each answered with one of the same options. The key (`score`, `reverse`) is the facilitator's unless
    the sheet is scored on the phone."""

    options: tuple[Label, ...] = Field(min_length=2, max_length=7)
    score: tuple[Points, ...] = ()
    scored: Literal["on the phone", "by the facilitator", "never"] | None = None
    statements: tuple[Statement, ...] = Field(min_length=1, max_length=60)

    @field_validator("options")
    @classmethod
    def _different(cls, options: tuple[str, ...]) -> tuple[str, ...]:
        return _apart(options, "options")

    @field_validator("score")
    @classmethod
    def _one_each(cls, score: tuple[int | None, ...], info: ValidationInfo) -> tuple[int | None, ...]:
        options = info.data.get("options", ())
        if score and options and len(score) != len(options):
            hint = "one for each option, in the same order; `none` for an answer that does not count"
            raise mistake(f"{len(options)} options have {len(score)} {'score' if len(score) == 1 else 'scores'}", hint)
        if score and len({each for each in score if each is not None}) < 2:
            raise mistake("these scores tell no answer from another", "such as `score: [4, 3, 2, 1]`")
        return score

    @field_validator("scored")
    @classmethod
    def _scored_or_not(cls, scored: str | None, info: ValidationInfo) -> str | None:
        score = info.data.get("score")
        if scored in ("on the phone", "by the facilitator") and score == ():
            raise mistake("nothing says what each answer counts", "add `score:` with a number for each option")
        if scored == "never" and score:
            raise mistake("these statements have scores and are never scored", "remove `score`, or this line")
        return scored

    @field_validator("statements")
    @classmethod
    def _counted(cls, statements: tuple[Statement, ...], info: ValidationInfo) -> tuple[Statement, ...]:
        turned = next((each for each in statements if each.reverse), None)
        if turned and info.data.get("score") == ():
            sentence = f"“{turned.say}” is counted in reverse, and nothing says what answers count"
            raise mistake(sentence, "add `score:` with a number for each option, or remove `reverse`")
        return statements

    @property
    def on_the_phone(self) -> bool:
        return self.scored == "on the phone"

    @property
    def range(self) -> tuple[int, int]:
        """The lowest and the highest score."""
        counted = [each for each in self.score if each is not None]
        return min(counted), max(counted)

    def points(self, option: int, reverse: bool) -> int | None:
        """What the option at this place (from 0) counts for a statement; None where it does not count."""
        points = self.score[option]
        return sum(self.range) - points if reverse and points is not None else points

    def without_key(self) -> Likert:
        """The same for who answers: without scores, and without a word on which statements are reversed."""
        plain = tuple(each.model_copy(update={"reverse": False}) for each in self.statements)
        return self.model_copy(update={"score": (), "statements": plain})


class Side(Record):
    """One axis of a grid to mark: words for both ends, how many bands, and what it is called."""

    label: Label = ""
    low: Label
    high: Label
    bands: int = Field(default=6, ge=2, le=10)


class Mark(Record):
    """A grid on which one marks where one stands, with up to four marks, named corners and an arrow between two marks."""

    across: Side
    up: Side
    marks: tuple[Label, ...] = Field(default=(), max_length=4)
    cells: tuple[Cell, ...] = Field(default=(), max_length=4)
    arrow: YesNo = False

    @field_validator("marks")
    @classmethod
    def _different(cls, marks: tuple[str, ...]) -> tuple[str, ...]:
        return _apart(marks, "marks")

    @field_validator("cells")
    @classmethod
    def _one_a_corner(cls, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        if len({(cell.across, cell.up) for cell in cells}) != len(cells):
            raise mistake("two cells lie in one corner", "give each `across: low` or `high` and `up: low` or `high`")
        return cells

    @field_validator("arrow")
    @classmethod
    def _two_marks(cls, arrow: bool, info: ValidationInfo) -> bool:
        if arrow and len(info.data.get("marks", ())) not in (0, 2):
            raise mistake("an arrow leads from one mark to another", "name two `marks`, or leave `arrow` out")
        return arrow


class RubricMarks(Record):
    """Strands of a rubric (all, where none is named) on which one marks one's stage; by default now and in a year."""

    short = "exhibit"
    exhibit: Label
    strands: tuple[Label, ...] = ()
    marks: tuple[Label, ...] = Field(default=(), max_length=3)

    @field_validator("marks")
    @classmethod
    def _different(cls, marks: tuple[str, ...]) -> tuple[str, ...]:
        return _apart(marks, "marks")

    @classmethod
    def spoken_name(cls) -> str:
        return "a rubric to mark"

    def chosen(self, rubric: Rubric) -> tuple[Strand, ...]:
        """The strands of the exhibit that are marked, in the exhibit's order."""
        return tuple(each for each in rubric.strands if not self.strands or each.id in self.strands)
