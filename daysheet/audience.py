"""What an audience may see: for participants, everything under `facilitator`, `expect` and `private` is taken away, and so
is the key of statements that are not scored on the phone.

It is taken from the records themselves, before anything is composed, so that no template can let it through.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, Literal

from daysheet.library import Library
from daysheet.models.base import Record
from daysheet.models.blocks_scored import Likert
from daysheet.timetable import Timetable

Audience = Literal["participant", "facilitator", "organiser"]
SECRETS = ("facilitator", "expect", "private")


def for_audience(library: Library, audience: str) -> Library:
    """The library as this audience may see it."""
    if audience == "facilitator":
        return library
    return replace(
        library,
        delivery=without_secrets(library.delivery),
        agendas=without_secrets(library.agendas),
        worksheets=without_secrets(library.worksheets),
        readings=without_secrets(library.readings),
        tenets=without_secrets(library.tenets),
        portraits=without_secrets(library.portraits),
    )


def for_audience_timetables(timetables: tuple[Timetable, ...], audience: str) -> tuple[Timetable, ...]:
    """The timetables as this audience may see them."""
    return timetables if audience == "facilitator" else tuple(_cleared(table) for table in timetables)


def _cleared(timed: Any) -> Any:
    """A timetable, or a part of one, with every record in it without what only facilitators see."""
    if isinstance(timed, tuple):
        return tuple(_cleared(each) for each in timed)
    if isinstance(timed, Record):
        return without_secrets(timed)
    if is_dataclass(timed) and not isinstance(timed, type):
        return replace(timed, **{each.name: _cleared(getattr(timed, each.name)) for each in fields(timed)})
    return timed


def without_secrets(record: Any) -> Any:
    """The record and all within it without what only facilitators see."""
    if isinstance(record, tuple):
        return tuple(without_secrets(each) for each in record)
    if isinstance(record, Likert) and not record.on_the_phone:
        record = record.without_key()
    if not isinstance(record, Record):
        return record
    known = type(record).model_fields
    cleared = {name: known[name].get_default(call_default_factory=True) for name in SECRETS if name in known}
    rest = {name: without_secrets(value) for name, value in record if name not in cleared}
    return record.model_copy(update={**rest, **cleared})
