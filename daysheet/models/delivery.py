"""`data/delivery.yml`: one time that the session is held. To run it again, change this file alone."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, model_validator

from daysheet.models.base import Address, Id, Label, Lines, Record, mistake
from daysheet.models.values import ClockTime, Date


def _timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise mistake(
            f"`{value}` is not a time zone", "write the region and its largest city, such as `America/Edmonton`"
        ) from None
    return value


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
    timezone: Annotated[Label, AfterValidator(_timezone)] = "UTC"
    place: Literal["room", "online", "hybrid"] = "room"
    venue: Label = ""
    rooms: dict[Label, Label] = Field(default_factory=dict)
    headcount: int = Field(default=0, ge=0, le=100_000)
    table_size: int = Field(default=6, ge=1, le=100)
    walk_ins: int = Field(default=0, ge=0, le=10_000)
    paper: Literal["letter", "a4"] = "a4"
    copier: Literal["grey", "colour"] = "grey"
    address: Address = ""
    times_shown: Literal["rounds", "breaks", "none"] = "rounds"
    contact: Label = ""
    practical: Lines = ()
    private: Private = Field(default_factory=Private)

    @model_validator(mode="after")
    def _days_in_order(self) -> Delivery:
        dates = [day.date for day in self.days]
        if dates != sorted(set(dates)):
            raise mistake("the days are not in order, or one stands twice", "give each date once, earliest first")
        if self.days and "timezone" not in self.model_fields_set:
            raise mistake("a delivery with days needs its `timezone`", "such as `timezone: America/Edmonton`")
        return self

    @property
    def tables(self) -> int:
        return -(-self.headcount // self.table_size)
