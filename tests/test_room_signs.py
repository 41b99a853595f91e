"""Signs, table numbers and posters: what is read across a room, and by a camera."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import count

import pytest
from furnished import codes, jobs, room_with, size_of, texts
from pypdf import PdfReader

from daysheet.pdf.lay_out import lay_out
from daysheet.qr import wifi_text
from daysheet.room.printing import job_of_sheet
from daysheet.room.signs import HIGH, WIDE, posters, signs, table_numbers
from daysheet.room.sizes import MM


def test_there_is_a_sign_for_each_station_and_each_room() -> None:
    pages = texts(jobs()["signs"])
    assert [
        next(name for name in ("One purpose", "An end that decides", "Heron Room") if name in page) for page in pages
    ] == [
        "One purpose",
        "An end that decides",
        "Heron Room",
    ]
    assert pages[0].startswith("1 ")
    assert "It is said first." in pages[0]


def test_a_short_name_and_every_number_are_read_at_ten_metres() -> None:
    [sheet] = signs(room_with())
    assert [each["fitted"].read_at >= 10 for each in sheet.context["signs"]] == [True, True, True]
    assert 122 / MM * 0.701 >= 29.1


def test_names_stand_within_the_sheet_as_they_were_measured() -> None:
    room = room_with(
        rooms={"main": "Heron Room", "far": "The Marguerite-Alexandrine de La Rochefoucauld-Wolfenbüttel Hall"}
    )
    [sheet] = signs(room)
    job, _ = job_of_sheet(sheet, room, "a4")
    ids = (f'<span id="fit-{at}" class="ds-fit ' for at in count(1))
    html = re.sub('<span class="ds-fit ', lambda _: next(ids), job.html)
    laid = lay_out(replace(job, html=html, papers=()))
    assert laid.complaints == ()
    assert laid.pages.total == 4
    for area in (laid.pages.areas[f"fit-{at}"] for at in range(1, 5)):
        assert area.x >= 24
        assert area.x + area.width <= 24.8 + WIDE + 1
        assert area.y >= 40
        assert area.y + area.height <= 20.95 + HIGH


@pytest.mark.parametrize(("paper", "size"), [("a4", {210.0, 297.0}), ("letter", {215.9, 279.4})])
def test_signs_are_cut_for_both_papers(paper: str, size: set[float]) -> None:
    assert set(size_of(jobs(paper=paper)["signs"])) == size
    assert jobs(paper=paper)["signs"].size == paper
    assert {each.rotation for each in PdfReader(BytesIO(jobs(paper=paper)["signs"].content)).pages} == {0}


def test_the_number_of_a_table_stands_on_both_halves() -> None:
    pages = texts(jobs()["table-numbers"])
    assert len(pages) == 2
    assert [page.count(number) for page, number in zip(pages, "12", strict=True)] == [2, 2]
    assert jobs()["table-numbers"].finishing == ("fold in the middle",)


def test_a_room_with_one_table_needs_no_numbers() -> None:
    assert table_numbers(room_with(named=False, headcount=5)) == ()


def test_tables_of_a_roster_keep_their_names() -> None:
    assert room_with().tables == ("1", "2")
    assert room_with(named=False, headcount=25).tables == ("1", "2", "3", "4", "5")


def test_the_posters_lead_to_the_site_and_into_the_wifi() -> None:
    job = jobs()["posters"]
    assert {each.lower() for each in codes(job, 0)} == {"https://day.example.org"}
    assert codes(job, 1) == {r"WIFI:T:WPA;S:Guest\;1;P:reeds\,rushes;;"}
    assert "day.example.org" in texts(job)[0]
    assert "reeds,rushes" in texts(job)[1]


def test_an_open_wifi_has_no_password() -> None:
    assert wifi_text("Guest", "") == "WIFI:T:nopass;S:Guest;;"


def test_without_address_and_wifi_there_are_no_posters() -> None:
    room = room_with(address="")
    private = room.delivery.private.model_copy(update={"wifi": None})
    assert posters(room_with(address="", private=private)) == ()
    assert len(posters(room)[0].context["posters"]) == 1


def test_a_sign_leads_to_the_page_of_its_station() -> None:
    assert codes(jobs()["signs"], 0) == {"https://day.example.org/tenets/habits.html#one-purpose"}


def test_what_is_printed_has_words_that_can_be_searched() -> None:
    assert all("".join(texts(job)) for job in jobs().values())
    assert all(PdfReader(BytesIO(job.content)).metadata.title for job in jobs().values())
