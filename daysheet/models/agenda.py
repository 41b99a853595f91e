"""`data/agendas/*.yml`: parts, tracks and rounds, with everything that a round needs."""

from __future__ import annotations

import re
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from daysheet.models.base import Address, Id, Label, Lines, Prose, Record, mistake
from daysheet.models.needs import Link, Material, Stations, Use
from daysheet.models.values import Attribute, ClockTime, Groups, Minutes, On, split_minutes

PAUSES = ("break", "lunch", "move")
KINDS = ("talk", "activity", "protocol", "gallery walk", "jigsaw", "world café", "breakout rooms", *PAUSES)


class Step(Record):
    """One thing that the room does within a round: `Read in silence (5 min)`."""

    short = "do"
    do: Prose
    minutes: Minutes | None = None
    who: Label = ""
    silent: Label = ""
    groups: Groups | None = None

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        if not isinstance(value.get("do"), str):
            return value
        do, minutes = split_minutes(value["do"])
        if not minutes:
            return value
        if "minutes" in value:
            raise mistake("this step gives its minutes twice", "keep either `minutes:` or the brackets")
        return {**value, "do": do, "minutes": minutes}


class Repeat(Record):
    """The turns of a round; minutes are of one turn."""

    times: int = Field(ge=2, le=50)
    between: Step | None = None
    rotate: Literal["", "roles", "tables"] = ""
    stay: Label = ""
    invitations: Lines = ()

    @model_validator(mode="after")
    def _one_each(self) -> Repeat:
        if self.invitations and len(self.invitations) != self.times:
            raise mistake(
                f"{len(self.invitations)} invitations stand here for {self.times} turns", "write one for each turn"
            )
        return self


class RoundNotes(Record):
    """What only the facilitator sees."""

    short = "say"
    say: Prose = ""
    do: Lines = ()
    watch_for: Lines = ()
    if_short: Prose = ""
    if_long: Prose = ""


class Round(Record):
    """One timed thing that the room does."""

    id: Id = ""
    title: Prose
    kind: Literal[
        "talk",
        "activity",
        "protocol",
        "gallery walk",
        "jigsaw",
        "world café",
        "breakout rooms",
        "break",
        "lunch",
        "move",
    ] = "activity"
    minutes: Minutes | None = None
    on: On = ""
    starts: ClockTime | None = None
    join: Address = ""
    led_by: Lines = ()
    room: Label = ""
    groups: Groups | None = None
    mix: Attribute = ""
    keep: Attribute = ""
    purpose: Prose = ""
    invitation: Prose = ""
    norms: Lines = ()
    roles: dict[Label, Prose] = Field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    repeat: Repeat | None = None
    stations: Stations | None = None
    uses: tuple[Use, ...] = ()
    letters: dict[Label, Label] = Field(default_factory=dict)
    materials: tuple[Material, ...] = ()
    links: tuple[Link, ...] = ()
    slides: Label = ""
    debrief: Lines = ()
    if_early: Prose = ""
    facilitator: RoundNotes | None = None

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        short = next((kind for kind in PAUSES if kind in value), None)
        if short is None:
            return value
        rest = {key: each for key, each in value.items() if key != short}
        if "kind" in rest or "minutes" in rest:
            raise mistake(f"`{short}: {value[short]}` says kind and minutes already", "remove the other key")
        return {"title": short.capitalize(), **rest, "kind": short, "minutes": value[short]}

    @field_validator("roles", mode="before")
    @classmethod
    def _roles(cls, value: object) -> object:
        """`- Presenter: Brings the work.` one a line reads as well as a mapping."""
        if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            return {name: does for each in value for name, does in each.items()}
        return value

    @field_validator("kind", mode="before")
    @classmethod
    def _kind(cls, value: object) -> object:
        plain = str(value).replace("cafe", "café")
        if plain not in KINDS:
            raise mistake(f"`{value}` is not a kind of round", "one of " + ", ".join(f"`{kind}`" for kind in KINDS))
        return plain

    @model_validator(mode="after")
    def _mixed_or_kept(self) -> Round:
        if self.mix and self.mix == self.keep:
            raise mistake(f"{self.mix} are mixed or kept together, not both", "remove `mix` or `keep`")
        return self

    @property
    def is_pause(self) -> bool:
        return self.kind in PAUSES

    @property
    def turns(self) -> int:
        return self.repeat.times if self.repeat else 1


class Track(Record):
    """Rounds that run beside those of the part's other tracks."""

    id: Id = ""
    title: Prose
    room: Label = ""
    rounds: tuple[Round, ...] = Field(min_length=1)


class Part(Record):
    """A morning, a day or a week: rounds one after another, or tracks side by side."""

    id: Id = ""
    title: Prose = ""
    day: int | None = Field(default=None, ge=1, le=366)
    week: int | None = Field(default=None, ge=1, le=366)
    starts: ClockTime | None = None
    room: Label = ""
    rounds: tuple[Round, ...] = ()
    tracks: tuple[Track, ...] = ()

    @model_validator(mode="after")
    def _rounds_or_tracks(self) -> Part:
        if bool(self.rounds) == bool(self.tracks):
            raise mistake("a part has either `rounds` or `tracks`", "list its rounds under `rounds:`")
        if self.day and self.week:
            raise mistake("a part is on a `day` or in a `week`, not both", "remove one of the two")
        if self.week and self.starts:
            raise mistake("a week does not start at a time of day", "write `on` and `starts` in its live rounds")
        return self

    @property
    def all_rounds(self) -> tuple[Round, ...]:
        return self.rounds or tuple(each for track in self.tracks for each in track.rounds)


class Agenda(Record):
    """Everything that the room does, in order. A short one may have `rounds` at once."""

    id: Id = ""
    title: Prose
    purpose: Prose = ""
    parts: tuple[Part, ...] = Field(min_length=1)

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        if "rounds" not in value or "parts" in value:
            return value
        own = {"rounds", "day", "week", "room"}
        part = {key: value[key] for key in own & set(value)}
        return {**{key: each for key, each in value.items() if key not in own}, "parts": [part]}

    @property
    def rounds(self) -> tuple[Round, ...]:
        return tuple(each for part in self.parts for each in part.all_rounds)


def slide_numbers(text: str) -> tuple[int, int] | None:
    """First and last slide of `12-18` or `12`; None for other text."""
    found = re.fullmatch(r"(\d+)(?:\s*[-–]\s*(\d+))?", text)
    return (int(found[1]), int(found[2] or found[1])) if found else None
