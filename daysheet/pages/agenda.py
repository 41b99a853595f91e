"""The agenda of the site: a rail of rounds for each part, with times as this audience may know them."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from daysheet.addresses import page_of
from daysheet.calendars import CALENDAR
from daysheet.events import events_of
from daysheet.labels import groups_in_words, round_uses
from daysheet.models.agenda import Round
from daysheet.moments import span_in_words, zone_city, zone_in_words
from daysheet.pages.desk import MARKED, PageDesk
from daysheet.pages.live import live_part, live_round
from daysheet.sections import by_letter
from daysheet.site import SitePage
from daysheet.timetable import TimedPart, TimedRound, Timetable, at, minutes_between


def compose_agenda(desk: PageDesk) -> SitePage | None:
    """The page of all agendas; None for a session without any."""
    view = desk.view
    if not view.timetables:
        return None
    delivery = view.library.delivery
    days, span = (delivery.days, delivery.span) if delivery else ((), None)
    one_day = len(days) == 1 and not delivery.weeks and view.spoken.date(days[0].date, "day") if delivery else ""
    dates = span_in_words(span, view.spoken, year=True) if span and not one_day else ""
    title = one_day or view.words["names"]["agenda"]
    return desk.page(
        "agenda.md",
        view.words["names"]["agenda"],
        meta={"day": True},
        template="agenda",
        heading=title,
        when=", ".join(each for each in (day_hours(desk) if one_day else dates, zone_of(desk) if span else "") if each),
        clock_words=json.dumps({**desk.words["agenda_now"], "city": city_of(desk)}, ensure_ascii=False),
        calendar=CALENDAR if events_of(view.library, view.timetables) else "",
        sections=[section for table in view.timetables for section in sections_of(table, desk)],
    )


def day_hours(desk: PageDesk) -> str:
    """`9:00 to 15:30` of the only day."""
    delivery, spoken = desk.view.library.delivery, desk.view.spoken
    if delivery is None or not delivery.days:
        return ""
    day = delivery.days[0]
    return str(desk.words["from_to"]).format(start=spoken.clock(day.start), end=spoken.clock(day.end))


def city_of(desk: PageDesk) -> str:
    """The city whose clock the session follows."""
    delivery = desk.view.library.delivery
    return zone_city(delivery, desk.view.spoken) if delivery else ""


def zone_of(desk: PageDesk) -> str:
    """`times of Edmonton`."""
    delivery = desk.view.library.delivery
    if delivery is None:
        return ""
    return zone_in_words(delivery, desk.view.spoken)


def sections_of(table: Timetable, desk: PageDesk) -> list[dict[str, Any]]:
    """Headings and rails of one agenda, in order; a heading is a level and words, a rail the rounds of a track."""
    many_days = len({part.date for part in table.parts}) > 1
    many = len(desk.view.timetables) > 1
    found: list[dict[str, Any]] = [_title(2, table.agenda.title, table.agenda.id, table.agenda.purpose)] if many else []
    last = None
    for before, part in zip([None, *table.parts], table.parts, strict=False):
        level = 2 + many
        if many_days and part.date and part.date != last:
            found.append(_title(level, desk.view.spoken.date(part.date, "day"), f"day-{part.date:%Y-%m-%d}"))
        last = part.date
        found += _part(part, level + many_days, table, desk, before)
    return found


def _title(level: int, title: str, id: str, line: str = "") -> dict[str, Any]:
    return {"level": level, "title": title, "id": id, "line": line, "live": None, "tracks": ()}


def _part(
    part: TimedPart, level: int, table: Timetable, desk: PageDesk, before: TimedPart | None
) -> list[dict[str, Any]]:
    title, inner = part.part.title, level + bool(part.part.title)
    tracks = [
        {
            "title": track.title,
            "id": track.id,
            "room": room_name(track.room, desk) if track.title else "",
            "level": inner,
            "at": min(6, inner + bool(track.title)),
            "rounds": [round_row(each, desk) for each in track.rounds],
        }
        for track in part.tracks
    ]
    live = live_part(part, table, desk)
    return [{**_title(level, title, part.part.id, _span(part, table, desk, before)), "live": live, "tracks": tracks}]


def _span(part: TimedPart, table: Timetable, desk: PageDesk, before: TimedPart | None) -> str:
    """The dates of a week; the part's room where there are several; for facilitators its hours and the minutes to spare."""
    rooms = {each.part.room for each in table.parts if each.part.room}
    room = room_name(part.part.room, desk) if len(rooms) > 1 else ""
    new = part.span and not (before and before.span == part.span)
    dates = span_in_words(part.span, desk.view.spoken) if part.span and new else ""
    hours = _hours(part, table, desk) if desk.view.is_facilitator and not part.span else ""
    return " · ".join(each for each in (dates, hours, room) if each)


def _hours(part: TimedPart, table: Timetable, desk: PageDesk) -> str:
    if part.start is None or part.end is None:
        return ""
    spoken, words = desk.view.spoken, desk.words
    hours = words["from_to"].format(start=spoken.clock(part.start), end=spoken.clock(part.end))
    spare = _spare(part, table, desk)
    return f"{hours}, {words['spare'].format(minutes=spoken.minutes(spare))}" if spare else str(hours)


def _spare(part: TimedPart, table: Timetable, desk: PageDesk) -> int:
    """Minutes between a part and the next of its day, or the day's end."""
    delivery = desk.view.library.delivery
    if delivery is None or part.end is None:
        return 0
    later = [each.start for each in table.parts if each.start and each.date == part.date and each.start >= part.end]
    days = [day for day in delivery.days if day.date == part.date]
    ends: list[datetime] = [at(days[0].date, days[0].end, ZoneInfo(delivery.timezone))] if days else []
    return max(0, min((minutes_between(part.end, each) for each in (later or ends)), default=0))


def round_row(timed: TimedRound, desk: PageDesk) -> dict[str, Any]:
    """A round as the rail shows it."""
    round = timed.round
    return {
        "round": round,
        "time": desk.view.spoken.date(timed.date, "EEE") if timed.date else desk.time(timed),
        "live": live_round(timed, desk),
        "title": pause_title(timed, desk) if round.is_pause else round.title,
        "line": "" if round.is_pause else _line(timed, desk),
        "pause": round.is_pause,
        "uses": uses_of(round, desk),
        "letters": letters_of(round, desk),
        "page": page_of_round(timed),
    }


def page_of_round(timed: TimedRound) -> str:
    """The round's own page, `rounds/welcome.html`; nothing for a break, or where nobody knows how long it lasts."""
    return f"rounds/{timed.round.id}.html" if timed.minutes and not timed.round.is_pause else ""


def pause_title(timed: TimedRound, desk: PageDesk) -> str:
    """`Break, back at 10:45`; where no time is shown, how long it is."""
    round, spoken, words = timed.round, desk.view.spoken, desk.words
    if desk.time(timed) and round.kind != "move":
        until = spoken.clock(timed.end, rounded=not desk.view.is_facilitator)
        return str(words["back"]).format(title=round.title, time=until)
    return str(words["lasts"]).format(title=round.title, minutes=spoken.minutes(timed.minutes or None))


def _line(timed: TimedRound, desk: PageDesk) -> str:
    """What the round is, how long, how the room sits, who leads, and where if it has a room of its own."""
    round, view = timed.round, desk.view
    kind = view.words["kinds"][round.kind] if round.kind not in ("activity", "talk") else ""
    delivery = view.library.delivery
    shown = view.is_facilitator or timed.start is None or (delivery is not None and delivery.times_shown == "rounds")
    groups = groups_in_words(round, view.spoken)
    led = desk.words["led_by"].format(names=view.spoken.join(round.led_by)) if round.led_by else ""
    room = room_name(round.room, desk)
    minutes = view.spoken.minutes(timed.minutes or None) if shown or timed.date else ""
    return " · ".join(each for each in (kind, groups, minutes, led, room) if each)


def room_name(room: str, desk: PageDesk) -> str:
    """A room as the delivery calls it."""
    delivery = desk.view.library.delivery
    return delivery.rooms.get(room, room) if delivery else room


def letters_of(round: Round, desk: PageDesk) -> dict[str, str]:
    """Where the part of each letter begins, in the readings that a round uses."""
    readings = [desk.view.library.find(use.kind, use.id) for use in round.uses if use.kind == "reading"]
    return {each.letter: f"{page_of('reading', each.reading.id)}#{each.anchor}" for each in by_letter(readings)}


def uses_of(round: Round, desk: PageDesk) -> list[dict[str, Any]]:
    """What a round uses, with sheet marks; see `components/timeline.html`."""
    return [
        {
            "kind": kind,
            "number": record.number if kind in MARKED else "",
            "words": words,
            "title": record.title if getattr(record, "number", None) else "",
            "address": page_of(kind, record.id),
        }
        for kind, record, words in round_uses(desk.view.library, round, desk.view.spoken)
    ]
