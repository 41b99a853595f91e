"""Who was there, and for how long: the sign-in sheet of each day, and the certificate of attendance."""

from __future__ import annotations

from datetime import date
from typing import Any

from daysheet.models.delivery import Day
from daysheet.prose import to_text
from daysheet.room.names import by_surname, title_of
from daysheet.room.setting import Attendee, Room, RoomSheet, name_of, sheets_of
from daysheet.room.sizes import Fitted
from daysheet.timetable import TimedPart

ROWS = 16
"""People on one sign-in sheet; a row is 10.4 mm high."""
NAME_WIDTH, TITLE_WIDTH = 200.0, 230.0
"""The boxes of a certificate's name and title, in mm."""


def sign_in(room: Room) -> tuple[RoomSheet, ...]:
    """One file with the sheets of every day: by surname, then lines for walk-ins; hours and signature are written in."""
    if not room.places or not room.delivery.days:
        return ()
    people = sorted(room.people, key=by_surname)
    teams = any(person.team for person in people)
    rows = [
        *(_row(person, teams, room) for person in people),
        *[{"family": None, "given": None, "team": None}] * room.nameless,
    ]
    of = -(-len(rows) // ROWS)
    pages = list(enumerate(sheets_of(list(enumerate(rows, 1)), -(-len(rows) // of)), 1))
    sheets = [
        {"day": _day(day, room), "rows": each, "page": page} for day in room.delivery.days for page, each in pages
    ]
    context = {"sheets": sheets, "of": of, "room": room, "teams": teams}
    title = str(room.words["titles"]["sign-in sheet"])
    return (RoomSheet("sign-in", "sign-in sheet", title, "room/sign-in.html", context),)


def _row(person: Attendee, teams: bool, room: Room) -> dict[str, Fitted]:
    """A person's cells, each on one line or two; widths in mm."""
    family, given = (34, 28) if teams else (42, 36)
    said = (person.family or person.given, person.given if person.family else "", person.team)
    fonts = ("600", "500", "400")
    cells = [
        room.fit(text, width, 9, f"AtkinsonHyperlegibleNext-{font}", lines=2, most=10)
        for text, width, font in zip(said, (family, given, 25), fonts, strict=True)
    ]
    return dict(zip(("family", "given", "team"), cells, strict=True))


def _day(day: Day, room: Room) -> dict[str, str]:
    return {
        "date": room.view.spoken.date(day.date),
        "hours": room.hours(day),
        "contact": hours_in_words(contact_minutes(room, day.date), room),
    }


def contact_minutes(room: Room, day: date | None = None) -> int:
    """Minutes of rounds without breaks and moves, on one day or in all.

    Of tracks side by side the longest counts: nobody sits in two. In weeks only live events count, for nobody sees the rest.
    """
    return sum(_minutes(part, day) for table in room.view.timetables for part in table.parts)


def _minutes(part: TimedPart, day: date | None) -> int:
    if part.span is not None:
        live = (each for each in part.rounds if each.start and (day is None or each.date == day))
        return sum(each.minutes for each in live)
    if day is not None and part.date != day:
        return 0
    return max(sum(each.minutes for each in track.rounds if not each.round.is_pause) for track in part.tracks)


def hours_in_words(minutes: int, room: Room) -> str:
    """`5 hours 40 minutes`; whole hours alone as `5 hours`."""
    hours, rest = divmod(minutes, 60)
    words = room.words["hours"]
    said = [str(words["one" if hours == 1 else "many"]).format(count=hours)] if hours else []
    said += [room.view.spoken.minutes(rest)] if rest or not hours else []
    return " ".join(each.replace(" ", "\u00a0") for each in said)


def certificates(room: Room) -> tuple[RoomSheet, ...]:
    """One for each person; and one without a name, as often as it takes. Nothing where nobody could sign it: a session
    without hosts."""
    minutes = contact_minutes(room)
    if not room.view.library.session.hosts or not minutes:
        return ()
    names = [
        room.fit(name_of(person), NAME_WIDTH, 20, "Literata-300", lines=2, most=44)
        for person in sorted(room.people, key=by_surname)
    ]
    files = [_certificates("certificates", names, minutes, room, sets=len(names))] if names else []
    if room.nameless:
        copies, spares = room.nameless, room.nameless if names else 0
        files.append(_certificates("certificates-blank", [None], minutes, room, copies=copies, spares=spares))
    return tuple(files)


def _certificates(name: str, names: list[Any], minutes: int, room: Room, **print_: Any) -> RoomSheet:
    session = room.view.library.session
    context = {
        "people": names,
        "hosts": [to_text(host.name) for host in session.hosts][:3],
        "hours": hours_in_words(minutes, room),
        "title": room.fit(room.title, TITLE_WIDTH, 24, "Literata-400i", lines=2, most=28, leading=1.2),
        "room": room,
        "outcomes": [to_text(each) for each in session.outcomes][:4],
    }
    title = title_of("certificates", name, room)
    return RoomSheet(
        name, "certificates", title, "room/certificates.html", context, "room-wide", stock="card", **print_
    )
