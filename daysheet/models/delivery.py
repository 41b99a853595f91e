"""`data/delivery.yml`: one time that the session is held. To run it again, change this file alone."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, model_validator

from daysheet.models.base import Address, Id, Label, Lines, Record, mistake
from daysheet.models.label_sheet import LabelSheet
from daysheet.models.room_paper import RoomPapers
from daysheet.models.values import ClockTime, Date


def _timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise mistake(
            f"`{value}` is not a time zone", "write the region and its largest city, such as `America/Edmonton`"
        ) from None
    return value


Zone = Annotated[Label, AfterValidator(_timezone)]
"""A time zone by its region and largest city, `America/Edmonton`."""


class Day(Record):
    """One day of the delivery."""

    date: Date
    start: ClockTime
    end: ClockTime
    doors: ClockTime | None = None

    @model_validator(mode="after")
    def _forwards(self) -> Day:
        if self.end <= self.start:
            raise mistake(f"the day ends at {self.end:%-H:%M}, before it starts", "times are of 24 hours: `15:30`")
        if self.doors and self.doors > self.start:
            raise mistake("the doors open after the start")
        return self


class Week(Record):
    """One week of a course: `2027-03-01 to 2027-03-07`; a single date is the first of seven days."""

    from_: Date = Field(alias="from")
    to: Date

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        found = re.fullmatch(r"(\S+)\s+(?:to|until|-|–)\s+(\S+)", line.strip())
        return cls.read({"from": found[1], "to": found[2]} if found else {"from": line})

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        if "to" in value or "from" not in value:
            return value
        try:
            first = datetime.date.fromisoformat(str(value["from"]).strip())
            return {**value, "to": first + datetime.timedelta(days=6)}
        except (ValueError, OverflowError):
            return {**value, "to": value["from"]}  # told once, by the field that reads dates

    @model_validator(mode="after")
    def _forwards(self) -> Week:
        if self.to < self.from_:
            raise mistake(f"the week ends on {self.to}, before it begins", f"did you mean `{self.to} to {self.from_}`?")
        return self

    @property
    def dates(self) -> tuple[datetime.date, datetime.date]:
        return self.from_, self.to


class Wifi(Record):
    name: Label
    password: Label = ""


class Join(Record):
    link: Address
    passcode: Label = ""


class Private(Record):
    """What is printed and shown to the facilitator, and never published."""

    wifi: Wifi | None = None
    join: Join | None = None
    notes: Lines = ()


class Delivery(Record):
    """Days, place, people and paper of one time that the session is held."""

    id: Id = ""
    days: tuple[Day, ...] = ()
    weeks: tuple[Week, ...] = ()
    timezone: Zone = "UTC"
    cities: dict[Label, Zone] = Field(default_factory=dict)
    place: Literal["room", "online", "hybrid"] = "room"
    venue: Label = ""
    join: Address = ""
    rooms: dict[Label, Label] = Field(default_factory=dict)
    headcount: int = Field(default=0, ge=0, le=100_000)
    table_size: int = Field(default=6, ge=1, le=100)
    walk_ins: int = Field(default=0, ge=0, le=10_000)
    mix: Literal["", "teams", "roles"] = ""
    keep: Literal["", "teams", "roles"] = ""
    paper: Literal["letter", "a4"] = "a4"
    copier: Literal["grey", "colour"] = "grey"
    room_paper: RoomPapers | None = None
    badges: LabelSheet | None = None
    labels: LabelSheet | None = None
    provider: Label = ""
    address: Address = ""
    times_shown: Literal["rounds", "breaks", "none"] = "rounds"
    contact: Label = ""
    practical: Lines = ()
    private: Private = Field(default_factory=Private)

    @model_validator(mode="after")
    def _days_in_order(self) -> Delivery:
        if self.mix and self.keep:
            raise mistake("people at a table are mixed by `mix` or kept together by `keep`", "remove one of the two")
        dates = [day.date for day in self.days]
        if dates != sorted(set(dates)):
            raise mistake("the days are not in order, or one stands twice", "give each date once, earliest first")
        begins = [week.from_ for week in self.weeks]
        if begins != sorted(set(begins)):
            raise mistake("the weeks are not in order, or one stands twice", "give each week once, earliest first")
        if (self.days or self.weeks) and "timezone" not in self.model_fields_set:
            what = "days" if self.days else "weeks"
            raise mistake(f"a delivery with {what} needs its `timezone`", "such as `timezone: America/Edmonton`")
        return self

    @property
    def tables(self) -> int:
        return -(-self.headcount // self.table_size)

    @property
    def span(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last date; None for a self-paced session."""
        dates = [day.date for day in self.days] + [date for week in self.weeks for date in week.dates]
        return (min(dates), max(dates)) if dates else None
