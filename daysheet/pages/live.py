"""Live events on the site: when they are, how to join, and what the clocks of other cities show; see `components/live.html`."""

from __future__ import annotations

from typing import Any

from daysheet.events import Event, event_of, part_event
from daysheet.moments import in_cities, iso, when
from daysheet.pages.desk import PageDesk
from daysheet.timetable import TimedPart, TimedRound, Timetable


def live_round(timed: TimedRound, desk: PageDesk) -> dict[str, Any] | None:
    """What is told of a live event of a week; None for other rounds."""
    if timed.date is None:
        return join_alone(timed, desk)
    return _live(event_of(timed, desk.view.library), desk)


def join_alone(timed: TimedRound, desk: PageDesk) -> dict[str, Any] | None:
    """A round of a day that has a link of its own: the link alone."""
    return {**NOTHING, "join": timed.round.join} if timed.round.join else None


def live_part(part: TimedPart, table: Timetable, desk: PageDesk) -> dict[str, Any] | None:
    """When a part of a day begins elsewhere; None where the delivery names no other cities."""
    delivery = desk.view.library.delivery
    if part.date is None or part.start is None or delivery is None or not delivery.cities:
        return None
    return {**_live(part_event(part, table, desk.view.library, desk.view.is_facilitator), desk), "join": ""}


NOTHING: dict[str, Any] = {"when": "", "instant": "", "zone": "", "join": "", "cities": ()}


def _live(event: Event, desk: PageDesk) -> dict[str, Any]:
    delivery = desk.view.library.delivery
    return {
        "when": when(event, desk.view.spoken),
        "instant": iso(event.start) if event.start else "",
        "zone": delivery.timezone if delivery else "",
        "join": event.join,
        "cities": in_cities(event.start, delivery, desk.view.spoken) if event.start else (),
    }
