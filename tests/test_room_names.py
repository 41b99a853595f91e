"""Badges and name tents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from furnished import LETTERS, PEOPLE, Guest, codes, jobs, room_with, size_of, texts, the_view

from daysheet.models.label_sheet import KNOWN_SHEETS, LabelSheet
from daysheet.pdf.lay_out import lay_out
from daysheet.room.names import badges, by_surname, tents
from daysheet.room.printing import job_of_sheet
from daysheet.room.setting import Room, fragment_of


def test_a_badge_for_each_person_and_some_for_those_who_come_untold() -> None:
    named, blank = jobs()["badges"], jobs()["badges-blank"]
    [page] = texts(named)
    assert all(person.given.replace("-", "- ").split()[0] in page for person in PEOPLE if person.given.isascii())
    assert (named.sets, named.copies, named.pages) == (5, 1, 1)
    assert (blank.pages, blank.copies, blank.spares) == (1, 1, 1)
    assert "Ostrowska" not in texts(blank)[0]


def test_without_a_roster_every_badge_is_blank() -> None:
    assert "badges" not in jobs(named=False)
    assert jobs(named=False)["badges-blank"].copies == 2


def test_badges_stand_by_surname() -> None:
    assert [each.given for each in sorted(PEOPLE, key=by_surname)][:3] == ["Chi", "Marguerite-Alexandrine", "Zoë"]


def test_the_code_of_a_badge_opens_the_site_at_its_table_and_letter() -> None:
    found = codes(jobs()["badges"])
    assert "https://day.example.org/#table=1&letter=A" in found
    assert "https://day.example.org/#table=2&letter=C" in found
    assert fragment_of("Blue & red", "") == "#table=Blue%20%26%20red"
    assert fragment_of("", "") == ""


def test_a_badge_says_the_group_where_there_is_one() -> None:
    room = Room(the_view(), PEOPLE, LETTERS, {PEOPLE[0].id: "Group 3"})
    [sheet, _] = badges(room)
    places = [card["place"].lines[0] for card in sheet.context["sheets"][0]]
    assert "Table\u00a01 · Group 3 · A" in places


@pytest.mark.parametrize("name", KNOWN_SHEETS)
def test_badges_are_laid_out_for_their_own_sheet(name: str) -> None:
    labels = LabelSheet.model_validate(name)
    room = room_with(badges=labels)
    sheet = badges(room)[0]
    job, _ = job_of_sheet(sheet, room, sheet.paper)
    laid = lay_out(job)
    assert laid.complaints == ()
    assert laid.pages.total == 1
    assert (sheet.stock, sheet.paper, sheet.finishing) == (name, labels.paper, ())


def test_every_label_stands_where_the_sheet_has_it() -> None:
    labels = LabelSheet.model_validate("avery-l4785")
    room = room_with(named=False, badges=labels)
    [sheet] = badges(room)
    job, _ = job_of_sheet(sheet, room, "a4")
    html = job.html
    for at in range(1, 11):
        html = html.replace(f'class="ds-label ds-label--{at} ', f'id="label-{at}" class="ds-label ds-label--{at} ', 1)
    areas = lay_out(replace(job, html=html, papers=())).pages.areas
    assert [(round(areas[f"label-{at}"].x, 1), round(areas[f"label-{at}"].y, 1)) for at in (1, 2, 3, 10)] == [
        (17.5, 13.5),
        (112.5, 13.5),
        (17.5, 68.5),
        (112.5, 233.5),
    ]
    assert (areas["label-1"].width, areas["label-1"].height) == pytest.approx((80, 50), abs=0.05)


def test_a_sheet_of_the_other_paper_is_printed_on_its_own() -> None:
    room = room_with(badges=LabelSheet.model_validate("avery-l4785"))
    assert room.delivery.paper == "letter"
    assert badges(room)[0].paper == "a4"


def test_a_name_stands_on_both_sides_of_its_tent() -> None:
    job = jobs()["name-tents"]
    pages = texts(job)
    assert (len(pages), job.sets) == (3, 5)
    assert sum(page.count("Ostrowska") for page in pages) == 2
    assert job.finishing == ("cut in half", "fold each half")
    assert size_of(job) == (215.9, 279.4)


def test_nobody_counted_nobody_named() -> None:
    room = room_with(named=False, headcount=0, walk_ins=0)
    assert badges(room) == ()
    assert tents(room) == ()


def test_a_name_is_set_as_it_is_written_whatever_it_looks_like() -> None:
    room = Room(the_view(), (Guest("<b>Ann</b>", "{{ 1 + 1 }}", "<script>"),))
    sheet = badges(room)[0]
    html = job_of_sheet(sheet, room, "letter")[0].html
    assert "&lt;b&gt;Ann&lt;/b&gt;" in html
    assert "{{ 1 + 1 }}" in html
    assert "<script>" not in html


def test_a_table_that_nobody_can_count_keeps_its_name() -> None:
    people = (Guest("Ann", table="Blue & red"), Guest("Bo", table="10"), Guest("Cy", table="9"))
    assert Room(the_view(), people).tables == ("9", "10", "Blue & red")
