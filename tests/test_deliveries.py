"""One session delivered in other ways: on several days, online, self-paced, or more than once."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import view_of, write_project

from daysheet.cities import city_tables
from daysheet.cli import main
from daysheet.packets.covers import cover_context
from daysheet.packets.defaults import default_packets
from daysheet.packets.rows import agenda_parts, show_rows, sums
from daysheet.pages.agenda import compose_agenda
from daysheet.pages.desk import PageDesk
from daysheet.pages.home import compose_home
from daysheet.view import View

AGENDA = """title: Two days
parts:
  - title: First
    day: 1
    rounds:
      - title: One
        minutes: 33
        links:
          - title: Notes
            address: https://docs.example.org/n
  - title: Second
    day: 2
    rounds:
      - title: Two
        minutes: 30
        join: https://meet.example.org/two
"""
DAYS = "days:\n  - {date: 2026-03-07, doors: 8:30, start: 9:00, end: 12:00}\n  - {date: 2026-03-08, start: 9:30, end: 12:00}\n"
ROOM = DAYS + "timezone: America/Edmonton\nrooms:\n  a: Blue room\n  b: Green room\n"
ONLINE = (
    DAYS
    + "timezone: America/Edmonton\nplace: online\njoin: https://meet.example.org/open\ncities:\n  Nairobi: Africa/Nairobi\n"
)


def session(root: Path, delivery: str, audience: str = "participant") -> View:
    files = {"data/agendas/a.yml": AGENDA, **({"data/delivery.yml": delivery} if delivery else {})}
    return view_of(root, files, audience)


def facts(view: View) -> dict[str, list[str]]:
    return dict(cover_context(view, "Packet")["facts"])


def test_the_cover_of_several_days_tells_the_hours_of_each(tmp_path: Path) -> None:
    view = session(tmp_path, ROOM)
    cover = cover_context(view, "Packet")
    assert cover["date"] == "7 to 8 March 2026"
    assert facts(view)["Time"] == ["Sat 7 Mar, 9:00 to 12:00", "Sun 8 Mar, 9:30 to 12:00"]
    assert facts(view)["Place"] == ["Blue room, Green room"]
    assert cover["scale"]["key"].startswith("The first day")
    assert cover["blanks"] == ("Name", "Table", "Team")


def test_the_cover_of_an_online_session_tells_how_to_join_and_whose_times_these_are(tmp_path: Path) -> None:
    view = session(tmp_path, ONLINE)
    assert facts(view)["Place"] == ["Online", "meet.example.org/open"]
    assert facts(view)["Time"][-1] == "times of Edmonton"
    assert cover_context(view, "Packet")["blanks"] == ("Name",)


def test_a_self_paced_session_has_no_clock_anywhere(tmp_path: Path) -> None:
    view = session(tmp_path, "", "facilitator")
    cover = cover_context(view, "Packet")
    assert (cover["scale"], cover["date"], cover["facts"]) == (None, "", [])
    assert {row["start"] for row in show_rows(view)} == {""}
    assert [word for word, _ in sums(view)] == ["planned"]
    for page in (compose_home(PageDesk(view), ""), compose_agenda(PageDesk(view))):
        assert page
        assert "<time" not in page.text
        assert "calendar.ics" not in page.text
        assert "9:00" not in page.text


def test_the_run_of_show_of_several_days_names_each_day_once(tmp_path: Path) -> None:
    view = session(tmp_path, ROOM, "facilitator")
    assert [row["day"] for row in show_rows(view)] == ["Saturday 7 March", "Sunday 8 March"]


def test_links_stand_in_the_printed_agenda_as_they_are_typed(tmp_path: Path) -> None:
    first, second = agenda_parts(session(tmp_path, ROOM))
    assert first["rows"][0]["links"] == [("Notes", "https://docs.example.org/n", "docs.example.org/n")]
    assert second["rows"][0]["links"] == [("Join online", "https://meet.example.org/two", "meet.example.org/two")]


def test_the_parts_of_an_online_day_are_told_for_other_cities(tmp_path: Path) -> None:
    view = session(tmp_path, ONLINE)
    (table,) = city_tables(view)
    assert [each["title"] for each in table["events"]] == ["First", "Second"]
    assert table["rows"] == [{"city": "Nairobi", "cells": ["Sat\u00a019:00", "Sun\u00a018:30"]}]
    page = compose_agenda(PageDesk(view))
    assert page
    assert '<time datetime="2026-03-07T16:00:00Z"' in page.text
    assert "9:35" in page.text, "participants see the end of a part to five minutes"
    assert "9:33" not in page.text


def test_one_delivery_of_several_is_asked_for_with_exit_code_2(tmp_path: Path) -> None:
    project = write_project(
        tmp_path, {f"data/deliveries/{name}.yml": f"venue: {name}\n" for name in ("autumn", "spring")}
    )
    for command in (["check"], ["site"], ["packets"], ["all"], ["serve"]):
        done = CliRunner().invoke(main, ["-C", str(project.root), *command])
        assert done.exit_code == 2, command
        assert "`autumn`, `spring`" in done.output
        assert "--delivery" in done.output
    assert CliRunner().invoke(main, ["-C", str(project.root), "--delivery", "spring", "check"]).exit_code == 0
    assert CliRunner().invoke(main, ["-C", str(project.root), "--delivery", "winter", "check"]).exit_code == 2


@pytest.mark.parametrize(
    ("timed", "records", "kinds"),
    [(False, 1, "worksheets"), (False, 2, "cover"), (True, 2, "cover"), (True, 9, "cover contents")],
)
def test_a_packet_of_little_has_no_cover_or_contents(timed: bool, records: int, kinds: str, tmp_path: Path) -> None:
    participant, _ = default_packets(view_of(tmp_path, {}).library.session, timed, records)
    found = [entry.kind for entry in participant.contents]
    assert [kind for kind in found if kind in kinds.split()] == kinds.split()
    assert ("back" in found) == timed
    assert ("cover" in found) == (timed or records > 1)
