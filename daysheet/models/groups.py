"""`data/groups.yml`: what a person changes by hand in the groups and at the tables. Private, as the roster is."""

from __future__ import annotations

from pydantic import Field, model_validator

from daysheet.models.base import Label, Record, mistake


class Move(Record):
    """One person to another group, or in exchange for another person; without a `round`, to another table."""

    move: Label
    to: Label = ""
    with_: Label = Field(default="", alias="with")
    round: Label = ""
    turn: int | None = Field(default=None, ge=1, le=50)

    @model_validator(mode="after")
    def _one_way(self) -> Move:
        if bool(self.to) == bool(self.with_):
            raise mistake(
                "a move says where a person goes, or with whom they change places",
                "write `to: 4`, or `with:` and a name",
            )
        if self.turn and not self.round:
            raise mistake("only rounds have turns", "write `round:` and what the round is called")
        return self


class Moves(Record):
    """All moves, carried out in their order."""

    moves: tuple[Move, ...] = Field(min_length=1)

    @classmethod
    def spoken_name(cls) -> str:
        return "this file"
