"""Who was there, and for how long."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import view_of
from furnished import jobs, room_with, texts, view_with

from daysheet.room.attendance import certificates, contact_minutes, hours_in_words, sign_in
from daysheet.room.setting import Room


def test_there_are_sign_in_sheets_for_each_day_headed_with_all_that_makes_them_proof() -> None:
    first, second = texts(jobs()["sign-in"])
    for page in (first, second):
        assert all(
            word in page
            for word in ("Meetings worth the hour", "Lakeside Hall", "Maren Holt and Tom Quint", "Signature")
        )
    assert "Thursday, 15 April 2027" in first
    assert "9:00 to 12:30" in first
    assert "Friday, 16 April 2027" in second
    assert "9:00 to 11:00" in second


def test_people_stand_by_surname_then_lines_for_who_comes_untold() -> None:
    page = texts(jobs()["sign-in"])[0]
    assert page.index("Chi") < page.index("Lindqvist") < page.index("Ostrowska")
    numbers = [word for word in page.partition("Signature")[2].split() if word.isdigit() and int(word) <= 7]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7"]


def test_a_long_list_is_shared_out_evenly() -> None:
    [sheet] = sign_in(room_with(named=False, headcount=48, walk_ins=4))
    assert [len(each["rows"]) for each in sheet.context["sheets"]] == [13, 13, 13, 13] * 2


def test_hours_are_those_of_the_rounds_without_breaks() -> None:
    room = room_with()
    assert contact_minutes(room, date(2027, 4, 15)) == 10 + 37 + 30
    assert contact_minutes(room, date(2027, 4, 16)) == 20
    assert contact_minutes(room) == 97
    assert hours_in_words(97, room) == "1\u00a0hour 37\u00a0minutes"
    assert hours_in_words(120, room) == "2\u00a0hours"
    assert hours_in_words(40, room) == "40\u00a0minutes"


def test_of_tracks_side_by_side_the_longest_counts(tmp_path: Path) -> None:
    rounds = "        rounds:\n          - title: Talk {0}\n            minutes: {0}\n"
    tracks = "".join(f"      - title: Track {minutes}\n{rounds.format(minutes)}" for minutes in (20, 45))
    files = {"data/agendas/day.yml": f"title: Day\nparts:\n  - title: Both\n    tracks:\n{tracks}"}
    assert contact_minutes(Room(view_of(tmp_path, files, "facilitator"))) == 45


def test_a_certificate_says_name_hours_and_who_signs() -> None:
    job, blank = jobs()["certificates"], jobs()["certificates-blank"]
    pages = texts(job)
    assert (len(pages), job.sets) == (5, 5)
    ana = next(page for page in pages if "Ana Ostrowska" in page)
    assert all(
        word in ana for word in ("1 hour 37 minutes", "15 to 16 April 2027", "Maren Holt", "Tom Quint", "Lakeside Hall")
    )
    assert (blank.pages, blank.copies, blank.spares) == (1, 2, 2)


def test_where_nobody_can_sign_there_is_no_certificate() -> None:
    view = view_with(files={"data/session.yml": "title: A day\n"})
    assert certificates(Room(view)) == ()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_certificate_is_one_page(paper: str) -> None:
    assert jobs(paper=paper)["certificates"].pages == 5


def test_the_provider_is_who_the_delivery_names() -> None:
    assert room_with(provider="The Meeting School").provider == "The Meeting School"
    assert room_with().provider == "Maren Holt and Tom Quint"
