"""The calendar, read back with another library than the one that wrote it."""

from __future__ import annotations

import datetime
from pathlib import Path

from conftest import view_of
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

from daysheet.calendars import calendar_of
from daysheet.check import check
from daysheet.project import Project
from daysheet.view import View, view_for

COURSE = Path(__file__).parent / "projects" / "course-week"
DAYS = "days:\n  - {date: 2026-03-07, start: 9:00, end: 12:00}\n  - {date: 2026-03-08, start: 9:00, end: 12:00}\n"
ROOM = (
    DAYS + "timezone: America/Edmonton\nvenue: Hall\nrooms:\n  main: Blue room\naddress: https://leading.school/day\n"
)
AGENDA = """title: Two days
parts:
  - title: First
    day: 1
    room: main
    rounds:
      - title: One
        minutes: 33
      - break: 10
  - title: Second
    day: 2
    rounds:
      - title: Two
        minutes: 30
"""


def course(audience: str) -> View:
    return view_for(Project(COURSE), check(COURSE), audience)


def read(content: bytes) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(content.decode())


def test_a_session_in_a_room_has_an_entry_for_each_part(tmp_path: Path) -> None:
    view = view_of(tmp_path, {"data/delivery.yml": ROOM, "data/agendas/a.yml": AGENDA}, "facilitator")
    first, second = read(calendar_of(view)).events
    assert (first.summary, first.location) == ("First (A small day)", "Blue room, Hall")
    assert first.dtstart.isoformat() == "2026-03-07T09:00:00-07:00"
    assert first.dtend.isoformat() == "2026-03-07T09:43:00-07:00"
    assert first.description == "One"
    assert str(first.url) == "https://leading.school/day/agenda.html#first"
    assert second.dtstart.isoformat() == "2026-03-08T09:00:00-06:00", "summer time began in the night"


def test_participants_see_ends_to_five_minutes(tmp_path: Path) -> None:
    view = view_of(tmp_path, {"data/delivery.yml": ROOM, "data/agendas/a.yml": AGENDA})
    assert f"{read(calendar_of(view)).events[0].dtend:%H:%M}" == "09:45"


def test_a_course_has_an_entry_for_each_live_event() -> None:
    newcomers, overview, discussion, trace = read(calendar_of(course("participant"))).events
    assert newcomers.dtstart == datetime.date(2011, 1, 17)
    assert newcomers.location == "https://meet.example.org/cck11-newcomers"
    for event, day in ((overview, 19), (discussion, 21)):
        assert event.dtstart.astimezone(datetime.UTC) == datetime.datetime(2011, 1, day, 17, tzinfo=datetime.UTC)
        assert event.dtstart.tzinfo.key == "America/New_York"
        assert event.location == "https://meet.example.org/cck11"
    assert (trace.dtstart, trace.location) == (datetime.date(2011, 1, 24), None)


def test_the_private_link_is_in_the_facilitators_calendar_alone() -> None:
    for secret in (b"cck11-hosts-only", b"canary-hosts"):
        assert secret not in calendar_of(course("participant")).replace(b"\r\n ", b"")
        assert secret in calendar_of(course("facilitator")).replace(b"\r\n ", b"")


def test_the_same_session_gives_the_same_bytes_and_keeps_its_names(tmp_path: Path) -> None:
    files = {"data/delivery.yml": ROOM, "data/agendas/a.yml": AGENDA}
    once, again = calendar_of(view_of(tmp_path, files)), calendar_of(view_of(tmp_path, files))
    assert once == again
    later = {
        **files,
        "data/delivery.yml": ROOM.replace("start: 9:00", "start: 10:00"),
        "data/session.yml": "title: Other\n",
    }
    moved = read(calendar_of(view_of(tmp_path, later))).events
    assert [each.uid for each in moved] == [each.uid for each in read(once).events]
    assert {each.dtstamp.isoformat() for each in moved} == {"2026-03-07T00:00:00+00:00"}


def test_a_self_paced_session_has_no_calendar(tmp_path: Path) -> None:
    assert calendar_of(view_of(tmp_path, {"data/agendas/a.yml": AGENDA})) == b""
