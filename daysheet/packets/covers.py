"""What the cover of a packet says; see `components/cover.html` for the keys."""

from __future__ import annotations

from typing import Any

from daysheet.addresses import live, typed
from daysheet.models.delivery import Day, Delivery
from daysheet.moments import short_when, span_in_words, zone_in_words
from daysheet.packets.scale import day_scale
from daysheet.prose import to_text
from daysheet.qr import qr_svg
from daysheet.view import View

MOST_LINES = 4
"""More times than these do not stand on a cover."""


def cover_context(view: View, kind: str) -> dict[str, Any]:
    """Everything that the cover shows, for the packet of that title."""
    session, delivery = view.library.session, view.library.delivery
    address = live(delivery, "")
    return {
        "kind": kind,
        "session": session,
        "date": dates_of(view),
        "scale": day_scale(view),
        "facts": _facts(view),
        "blanks": _blanks(view),
        "found": _found(view) if not view.is_facilitator else (),
        "qr": qr_svg(address, to_text(session.title)) if address else "",
        "address": typed(address),
    }


def dates_of(view: View) -> str:
    """The day or the days of the delivery in words; nothing without one."""
    span = view.library.delivery.span if view.library.delivery else None
    if span is None:
        return ""
    return view.spoken.date(span[0]) if span[0] == span[1] else span_in_words(span, view.spoken, year=True)


def _facts(view: View) -> list[tuple[str, list[str]]]:
    """Place, time, hosts and help, each with its lines; only what is known."""
    session, delivery, words = view.library.session, view.library.delivery, view.words["cover"]
    facts = []
    if delivery and (lines := _place(delivery, view)):
        facts.append((words["place"], lines))
    if delivery and (lines := _times(delivery, view)):
        facts.append((words["time"], lines))
    if session.hosts:
        facts.append((words["hosts"], [to_text(host.name) for host in session.hosts]))
    if delivery and delivery.contact:
        facts.append((words["help"], [delivery.contact]))
    return facts


def when_and_where(view: View) -> str:
    """Date, rooms and people in one line, for the run of show: `Thursday, 22 March 2018, Salon 8. 48 people at ...`."""
    delivery = view.library.delivery
    if delivery is None:
        return ""
    said = [each for each in (dates_of(view), *delivery.rooms.values()) if each]
    people = str(view.words["show"]["people_online" if delivery.place == "online" else "people"]).format(
        headcount=delivery.headcount, tables=delivery.tables, size=delivery.table_size
    )
    return " ".join(
        each for each in (", ".join(said) + "." if said else "", people if delivery.headcount else "") if each
    )


def _place(delivery: Delivery, view: View) -> list[str]:
    """Rooms and venue; where people are not in a room, that it is online, and the public link as a person types it."""
    rooms = [", ".join(delivery.rooms.values())] if delivery.rooms else []
    lines = [*rooms, *_venue(delivery.venue)]
    if delivery.place == "room" or not (delivery.span or lines):
        return lines
    return [
        *lines,
        str(view.words["site"]["places"][delivery.place]),
        *([typed(delivery.join)] if delivery.join else []),
    ]


def _times(delivery: Delivery, view: View) -> list[str]:
    """The hours of the day or of a few days; the live events of a course, where they are few; then the zone, if online."""
    events = [each for table in view.timetables for each in table.rounds if each.date and each.start]
    many = len(delivery.days) > 1
    lines = [_hours(day, view, many) for day in delivery.days] + [short_when(each, view.spoken) for each in events]
    zone = [zone_in_words(delivery, view.spoken)] if delivery.place != "room" else []
    return [*lines, *zone] if 0 < len(lines) <= MOST_LINES else []


def _hours(day: Day, view: View, dated: bool) -> str:
    words, clock = view.words["cover"], view.spoken.clock
    doors = str(words["doors"]).format(doors=clock(day.doors)) if day.doors and not dated else ""
    hours = str(words["from_to"]).format(start=clock(day.start), end=clock(day.end))
    return f"{view.spoken.date(day.date, 'EEE d MMM')}, {hours}{doors}" if dated else f"{hours}{doors}"


def _blanks(view: View) -> tuple[str, ...]:
    """What participants write in: their name, and where they sit together also table and team."""
    if view.is_facilitator:
        return ()
    delivery = view.library.delivery
    together = delivery is None or (delivery.place != "online" and not (delivery.weeks and not delivery.days))
    names = ("name", "table", "team") if together and (delivery and delivery.span) else ("name",)
    return tuple(view.words["cover"][name] for name in names)


def _venue(venue: str) -> list[str]:
    """The venue in at most two lines, parted at its first comma."""
    name, comma, rest = venue.partition(", ")
    return [name, rest] if comma else [name] if name else []


def _found(view: View) -> list[str]:
    delivery = view.library.delivery
    if delivery is None or not delivery.contact:
        return []
    return [delivery.contact, delivery.venue] if delivery.venue else [delivery.contact]
