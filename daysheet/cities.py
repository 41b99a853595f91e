"""Live events in print: one instant in the time of every city, with its day; see `components/cities.html`."""

from __future__ import annotations

from typing import Any

from daysheet.events import Event, events_of
from daysheet.moments import NO_BREAK, in_cities
from daysheet.view import View

COLUMNS = 3
"""So many events stand side by side in one table."""


def city_tables(view: View) -> list[dict[str, Any]]:
    """The tables in the order of the agenda; none where the delivery names no cities, or nothing has a time."""
    delivery = view.library.delivery
    if delivery is None or not delivery.cities:
        return []
    events = [each for each in events_of(view.library, view.timetables, view.is_facilitator) if each.start]
    return [_table(events[at : at + COLUMNS], view) for at in range(0, len(events), COLUMNS)]


def _table(events: list[Event], view: View) -> dict[str, Any]:
    delivery, spoken = view.library.delivery, view.spoken
    columns = [in_cities(each.start, delivery, spoken) for each in events if each.start]
    rows = [
        {"city": row[0].city, "cells": [f"{each.day}{NO_BREAK}{each.time}" for each in row]}
        for row in zip(*columns, strict=True)
    ]
    heads = [{"title": each.title, "day": spoken.date(each.day, "EEE d MMM")} for each in events]
    return {"events": heads, "rows": rows}
