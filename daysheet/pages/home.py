"""The home page of the site: what, why, when, where, who, slides, what now."""

from __future__ import annotations

import json
from typing import Any

from daysheet.calendars import CALENDAR
from daysheet.events import event_of, events_of
from daysheet.moments import span_in_words, when
from daysheet.pages.about import people_in_short
from daysheet.pages.agenda import day_hours, pause_title, room_name, zone_of
from daysheet.pages.desk import MARKED, PageDesk
from daysheet.prose import to_text
from daysheet.site import SitePage
from daysheet.timetable import TimedPart


def compose_home(desk: PageDesk, own: str) -> SitePage:
    """The home page; `own` is the author's `content/index.md`, or nothing."""
    session = desk.view.library.session
    meta = {"description": to_text(session.question or session.subtitle or session.about or ""), "day": True}
    return desk.page(
        "index.md",
        session.title,
        meta=meta,
        template="index",
        session=session,
        delivery=desk.view.library.delivery,
        own=desk.body(own, "index.md").text if own else "",
        where=whereabouts(desk),
        days=days_at_a_glance(desk),
        glance=desk.words[_glance_word(desk)],
        calendar=CALENDAR if events_of(desk.view.library, desk.view.timetables) else "",
        main=main_button(desk),
        people=people_in_short(desk),
        timed=bool(desk.view.timetables),
        now_words=now_words(desk),
    )


def now_words(desk: PageDesk) -> str:
    """What the page says while the day is on, as JSON for its script."""
    words, session = desk.words, desk.view.library.session
    said = {
        **words["now_page"],
        "slides": words["slides"],
        "slides_address": session.slides,
        "feedback": words["feedback"],
    }
    return json.dumps({**said, "wifi": words["wifi"]}, ensure_ascii=False)


def main_button(desk: PageDesk) -> dict[str, Any] | None:
    """The one thing to do: look at the day, or begin with the first sheet."""
    library, names = desk.view.library, desk.view.words["names"]
    if desk.view.timetables:
        return {
            "title": names["agenda"],
            "address": "agenda.html",
            "line": _dates(desk),
            "number": "",
        }
    if library.worksheets:
        sheet = library.worksheets[0]
        words = desk.words["fill_in"].format(sheet=desk.label("worksheet", sheet))
        address = f"worksheets/{sheet.id}.html"
        return {"title": words, "address": address, "line": to_text(sheet.title), "number": sheet.number}
    return None


def whereabouts(desk: PageDesk) -> list[tuple[str, list[str]]]:
    """When, where and who, each with its lines of Markdown; see `components/rows.html`."""
    view, words = desk.view, desk.words
    session, delivery = view.library.session, view.library.delivery
    found = [(words["when"], _when(desk)), (words["where"], _where(desk))]
    found.append((words["who"], [_plain(host.name) for host in session.hosts]))
    if delivery and delivery.contact:
        found.append((words["help"], [_plain(delivery.contact)]))
    return [(label, lines) for label, lines in found if lines]


def _when(desk: PageDesk) -> list[str]:
    delivery, spoken = desk.view.library.delivery, desk.view.spoken
    if delivery is None:
        return []
    if delivery.span and (delivery.weeks or len(delivery.days) > MANY):
        return [span_in_words(delivery.span, spoken, year=True), *_live(desk), zone_of(desk)]
    lines = []
    for day in delivery.days:
        hours = desk.words["from_to"].format(start=spoken.clock(day.start), end=spoken.clock(day.end))
        doors = desk.words["doors"].format(time=spoken.clock(day.doors)) if day.doors else ""
        lines += [spoken.date(day.date), f"{hours}, {doors}" if doors else hours]
    return [*lines, *([zone_of(desk)] if lines and delivery.place != "room" else [])]


def _where(desk: PageDesk) -> list[str]:
    delivery, words = desk.view.library.delivery, desk.words
    if delivery is None:
        return []
    rooms = {each.room for table in desk.view.timetables for each in table.rounds if each.room}
    room = room_name(rooms.pop(), desk) if len(rooms) == 1 else ""
    lines = [_plain(each) for each in (delivery.venue, room if room not in delivery.venue else "") if each]
    if delivery.place == "room" or not (delivery.span or lines):
        return lines
    join = [f"[{words['join']}]({delivery.join})"] if delivery.join else []
    return [*lines, words["places"][delivery.place], *join]


MANY = 3
"""More days than these are told as from the first to the last."""


def _dates(desk: PageDesk) -> str:
    """The hours of the only day; the dates of a course."""
    delivery = desk.view.library.delivery
    if delivery is None or delivery.span is None:
        return ""
    if delivery.weeks:
        return span_in_words(delivery.span, desk.view.spoken)
    return day_hours(desk) if len(delivery.days) == 1 else ""


def _live(desk: PageDesk) -> list[str]:
    """The live events of a course, where they are few."""
    events = [
        each for each in events_of(desk.view.library, desk.view.timetables) if each.kind == "round" and each.start
    ]
    return [f"{_plain(each.title)}: {when(each, desk.view.spoken)}" for each in events] if len(events) <= MANY else []


def _week(part: TimedPart, before: TimedPart | None, desk: PageDesk) -> str:
    """`What is connectivism?, 17 to 24 January`; the title alone of a part without dates, in a session without days."""
    delivery = desk.view.library.delivery
    if delivery and delivery.days:
        return ""
    new = part.span and not (before and before.span == part.span)
    dates = span_in_words(part.span, desk.view.spoken) if part.span and new else ""
    return ", ".join(each for each in (to_text(part.part.title), dates) if each)


def _glance_word(desk: PageDesk) -> str:
    """What the list of rounds is called."""
    delivery = desk.view.library.delivery
    if delivery is None or delivery.span is None:
        return "session"
    if delivery.weeks:
        return "week" if len(delivery.weeks) == 1 else "weeks"
    return "day" if len(delivery.days) == 1 else "days"


def _plain(text: str) -> str:
    """A label as Markdown that shows every character of it."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]#+-.!|>" else letter for letter in text)


def days_at_a_glance(desk: PageDesk) -> list[dict[str, Any]]:
    """The rounds as rows, by day: each `title` (the date, where there are several) and `rows`."""
    days: dict[str, list[dict[str, Any]]] = {}
    parts = [part for table in desk.view.timetables for part in table.parts]
    many = len({part.date or part.span for part in parts}) > 1
    for before, part in zip([None, *parts], parts, strict=False):
        title = desk.view.spoken.date(part.date, "day") if many and part.date else _week(part, before, desk)
        rows = days.setdefault(title, [])
        rows += [_glance(each, track.title, desk) for track in part.tracks for each in track.rounds]
    return [{"title": title, "rows": rows} for title, rows in days.items()]


def _glance(timed: Any, track: str, desk: PageDesk) -> dict[str, Any]:
    round, library = timed.round, desk.view.library
    sheets = [use for use in round.uses if use.kind in MARKED]
    record = library.find(sheets[0].kind, sheets[0].id) if sheets else None
    return {
        "title": pause_title(timed, desk) if round.is_pause else round.title,
        "address": "" if round.is_pause else f"agenda.html#{round.id}",
        "line": when(event_of(timed, library), desk.view.spoken) if timed.date else to_text(track),
        "before": "" if timed.date else desk.time(timed),
        "number": record.number if record else "",
        "kind": sheets[0].kind if sheets else "",
        "said": "",
    }
