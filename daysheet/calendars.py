"""The calendar of a session, `calendar.ics`: one entry for each part of a day, or live event; the only door to icalendar.

The same session gives the same bytes: stamps are of the delivery's first day, and an entry keeps its UID while the id
of its round or part, the delivery's name and the site's address (or else the session's title) stay.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from daysheet.addresses import live
from daysheet.events import Event, events_of
from daysheet.models.base import slug
from daysheet.models.delivery import Delivery
from daysheet.prose import to_text
from daysheet.view import View

CALENDAR = "calendar.ics"
AROUND = timedelta(days=366)
"""How far before and after the session its time zone is told."""


def calendar_of(view: View) -> bytes:
    """The calendar as this audience may have it; empty where nothing has a time."""
    delivery, events = view.library.delivery, events_of(view.library, view.timetables, view.is_facilitator)
    if delivery is None or delivery.span is None or not events:
        return b""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Daysheet//Daysheet//EN")
    calendar.add("x-wr-calname", to_text(view.library.session.title))
    for event in events:
        calendar.add_component(_entry(event, delivery, view))
    first, last = delivery.span
    calendar.add_missing_timezones(first_date=first - AROUND, last_date=last + AROUND)
    return bytes(calendar.to_ical())


def _entry(event: Event, delivery: Delivery, view: View) -> Entry:
    entry = Entry()
    session = to_text(view.library.session.title)
    entry.add("uid", _uid(event, delivery, session))
    entry.add("dtstamp", datetime.combine((delivery.span or (event.day,))[0], time(), UTC))
    entry.add("summary", session if event.title == session else f"{event.title} ({session})")
    entry.add("dtstart", event.start or event.day)
    entry.add("dtend", event.end or event.day + timedelta(days=1))
    for name, text in (("location", _where(event, delivery, view)), ("description", _about(event, delivery, view))):
        if text:
            entry.add(name, text)
    if address := live(delivery, f"agenda.html#{event.anchor}" if event.anchor else "agenda.html"):
        entry.add("url", address)
    return entry


def _uid(event: Event, delivery: Delivery, session: str) -> str:
    place = delivery.address.partition("://")[2] or session
    return f"{event.kind}-{event.id}.{delivery.id}@{slug(place, 20) or 'daysheet'}"


def _where(event: Event, delivery: Delivery, view: View) -> str:
    """Room and venue; the link to join, or the word for it, where people are not in a room."""
    room = ", ".join(each for each in (event.room, delivery.venue) if each)
    online = event.join or (str(view.words["site"]["places"]["online"]) if event.start else "")
    if delivery.place == "room":
        return room
    return "; ".join(each for each in (room, online) if each)


def _about(event: Event, delivery: Delivery, view: View) -> str:
    """What it holds, and how to join; what is private only where the view still has it."""
    lines, words = list(event.holds), view.words["site"]
    if event.join:
        lines.append(f"{words['join']}: {event.join}")
    if event.start and (private := delivery.private.join):
        lines.append(f"{words['join']}: {private.link}")
        lines += [f"{words['passcode']}: {private.passcode}"] if private.passcode else []
    return "\n".join(lines)
