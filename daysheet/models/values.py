"""Small values with a written form of their own: minutes, clock times, ranges, space, groups."""

from __future__ import annotations

import datetime
import re
from math import ceil
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from daysheet.models.base import Record, mistake

LINE_MM = 8.0
"""The height of a writing line on paper, in mm."""
MODEST, ENOUGH = 2, 8
"""Lines: what a space keeps at the least, and what is never asked of a page that has no room for it."""
_RANGE = r"(\d+)(?:\s*(?:-|–|—|to)\s*(\d+))?"
_BRACKETS = re.compile(rf"\s*\(\s*{_RANGE}\s*(?:min|mins|minutes?|′|')\.?\s*\)\s*(?=$|\.$)")


class Range(Record):
    """A whole number, or from `least` to `most`: `2`, `1-2`."""

    least: int
    most: int

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        found = re.fullmatch(_RANGE, line.strip())
        if not found:
            raise mistake(f"`{line}` is not a number or a range", "write `2` or `1-2`")
        return {"least": int(found[1]), "most": int(found[2] or found[1])}

    @model_validator(mode="after")
    def _in_order(self) -> Range:
        if self.least > self.most:
            raise mistake(f"the range {self.least}-{self.most} runs backwards", f"write `{self.most}-{self.least}`")
        return self


class Minutes(Range):
    """Minutes that something takes: `10`, or `10-20`, which plans its middle, rounded up."""

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        found = re.fullmatch(rf"{_RANGE}\s*(?:min|mins|minutes?)?\.?", line.strip())
        if not found:
            raise mistake(f"`{line}` is not a number of minutes", "write a whole number, `10`, or a range, `10-20`")
        return {"least": int(found[1]), "most": int(found[2] or found[1])}

    @model_validator(mode="after")
    def _in_a_week(self) -> Minutes:
        if self.least <= 0:
            raise mistake(f"{self.least} is out of range for minutes", "a round or step takes at least 1 minute")
        if self.most > 7 * 24 * 60:
            raise mistake(f"{self.most} is out of range for minutes", "nothing takes longer than a week")
        return self

    @property
    def planned(self) -> int:
        return (self.least + self.most + 1) // 2


def split_minutes(text: str) -> tuple[str, str]:
    """The text without the minutes in brackets at its end, and these as written: `Read (5-8 min)` -> `Read`, `5-8`."""
    found = _BRACKETS.search(text)
    if not found:
        return text, ""
    left = (text[: found.start()] + text[found.end() :]).strip()
    return left, f"{found[1]}-{found[2]}" if found[2] else found[1]


def _clock_time(value: object) -> object:
    found = re.fullmatch(r"(\d{1,2})[:.h](\d{2})(?::00)?\s*(am|pm)?", str(value).strip().lower())
    if isinstance(value, datetime.time):
        return value
    if not found or int(found[1]) > (12 if found[3] else 23) or int(found[2]) > 59:
        raise mistake(f"`{value}` is not a time of day", "write hours and minutes, such as `9:30` or `14:05`")
    hour = int(found[1]) % 12 + (12 if found[3] == "pm" else 0) if found[3] else int(found[1])
    return datetime.time(hour, int(found[2]))


YEARS = range(1970, 2200)


def _date(value: object) -> object:
    if isinstance(value, datetime.date):
        return value
    try:
        date = datetime.date.fromisoformat(str(value).strip())
    except ValueError:
        raise mistake(f"`{value}` is not a date", "write year, month and day, such as `2026-03-22`") from None
    if date.year not in YEARS:
        raise mistake(f"{date.year} cannot be the year of a session", f"it lies between {YEARS[0]} and {YEARS[-1]}")
    return date


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _on(value: object) -> object:
    word = str(value).strip().lower()
    if isinstance(value, datetime.date) or not word:
        return value
    found = [day for day in WEEKDAYS if len(word) > 2 and day.startswith(word.rstrip("."))]
    if found:
        return found[0]
    try:
        datetime.date.fromisoformat(word)
    except ValueError:
        hint = "write a day of the week, such as `Wednesday`, or a date, such as `2026-03-22`"
        raise mistake(f"`{value}` is not a day", hint) from None
    return _date(word)


def _yes(value: object) -> object:
    known = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
    if isinstance(value, bool):
        return value
    if str(value).lower() not in known:
        raise mistake(f"`{value}` is neither yes nor no", "write `yes` or `no`")
    return known[str(value).lower()]


ClockTime = Annotated[datetime.time, BeforeValidator(_clock_time)]
"""A time of day, `9:30`, in the delivery's time zone."""
Date = Annotated[datetime.date, BeforeValidator(_date)]
On = Annotated[datetime.date | str, BeforeValidator(_on)]
"""The day of a live event: a day of the week in small letters, or a date; empty for none."""
YesNo = Annotated[bool, BeforeValidator(_yes)]


def _millimetres(text: str) -> float | None:
    """The height that a written size means, in mm; None for `rest of page` and `half page`."""
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)\s*(lines?|mm|cm)", text.strip().lower())
    if not found:
        return None
    factor = {"l": LINE_MM, "m": 1.0, "c": 10.0}[found[2][0]]
    return float(found[1]) * factor


class Space(Record):
    """Room to write in: its natural height, the least that it may shrink to (both mm), and how eagerly it stretches.

    `whole` says when the height is asked for in parts of a page: "half page" or "rest of page"; `least` is 0 where the
    author leaves it to us.
    """

    natural: float = 4 * LINE_MM
    least: float = Field(default=0.0, ge=0)
    stretch: float = Field(default=1.0, ge=0, le=100, allow_inf_nan=False)
    rule: Literal["lines", "dots", "none"] = "lines"
    whole: Literal["", "half page", "rest of page"] = ""

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        return {"natural": line}

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        sizes = dict(value)
        if str(sizes.get("natural", "")).lower() in ("half page", "rest of page"):
            sizes["whole"] = str(sizes["natural"]).lower()
            sizes["natural"] = "112 mm" if sizes["whole"] == "half page" else "24 mm"
        for key in ("natural", "least"):
            if isinstance(sizes.get(key), str):
                sizes[key] = cls._size(sizes[key])
        return sizes

    @model_validator(mode="after")
    def _shrinks(self) -> Space:
        if self.least > self.natural and not self.whole:
            raise mistake(
                f"the least of this space, {self.least:g} mm, is more than its natural size, {self.natural:g} mm",
                "write a smaller `least`, or a larger `natural`",
            )
        return self

    @staticmethod
    def _size(text: str) -> float:
        height = _millimetres(text)
        if height is None:
            raise mistake(f"`{text}` is not a space", "write `4 lines`, `40 mm`, `half page` or `rest of page`")
        if not 0 < height <= 2000:
            hint = (
                "give at least `1 line`" if height <= 0 else "no sheet is so long; several blocks share the room better"
            )
            raise mistake(f"a space of {text} cannot be drawn", hint)
        return height

    @property
    def lines(self) -> int:
        """Whole writing lines that fit into the natural height, at least one."""
        return max(1, int(max(self.natural, self.least) / LINE_MM + 0.01))

    @property
    def least_lines(self) -> int:
        """Whole lines that it may shrink to: as the author says, else half of it, but no more than a writer can do with."""
        if self.least:
            return min(self.lines, max(1, ceil(self.least / LINE_MM - 0.01)))
        half = MODEST if self.whole == "rest of page" else ceil(self.lines / 2)
        return min(self.lines, max(MODEST, min(half, ENOUGH)))


GROUPS = ("alone", "pairs", "trios", "fours", "tables", "teams", "everyone")


Attribute = Literal["", "teams", "tables", "roles"]
"""What `mix` parts and `keep` holds together when people of the roster are put into groups."""


class Groups(Record):
    """How the room sits together: one of `GROUPS` by name, or a size with an optional upper size."""

    name: str = ""
    size: int = Field(default=0, ge=0, le=1000)
    to: int = Field(default=0, ge=0, le=1000)

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        name = line.strip().lower()
        if name not in GROUPS:
            raise mistake(f"`{line}` is not a way to group", "one of " + ", ".join(f"`{each}`" for each in GROUPS))
        return {"name": name}

    @model_validator(mode="after")
    def _one_way(self) -> Groups:
        if self.name:
            self.read_line(self.name)
        if bool(self.name) == bool(self.size):
            raise mistake("a way to group is a word or a size", "write `groups: trios`, or `groups: {size: 5}`")
        if self.to and self.to < self.size:
            raise mistake(
                f"groups of {self.size} to {self.to} run backwards", f"write `size: {self.to}`, `to: {self.size}`"
            )
        return self
