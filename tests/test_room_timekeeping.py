"""The timekeeper's cards, and the agenda for the wall."""

from __future__ import annotations

import pytest
from furnished import AGENDA, DELIVERY, jobs, size_of, texts, view_with

from daysheet.pdf.lay_out import lay_out
from daysheet.room.printing import job_of_sheet
from daysheet.room.setting import Room
from daysheet.room.timekeeping import group_count, timekeeper_cards, wall_agenda


def test_a_card_tells_when_each_step_begins_in_every_turn() -> None:
    job = jobs(named=False)["timekeeper-consultancy"]
    [page] = texts(job)
    assert "Show the page Presenter 3 0 9:10 9:23 9:36" in page
    assert "Talk about it silent: Presenter 8 3 9:13 9:26 9:39" in page
    assert "Ends 11 9:21 9:34 9:47" in page
    assert page.count("Show the page") == 2
    assert "Change roles. (2 min)" in page


def test_there_is_a_card_for_each_group_two_to_a_sheet() -> None:
    assert jobs(named=False)["timekeeper-consultancy"].copies == 2
    assert "timekeeper-consultancy" not in jobs()  # five people are one group
    assert "Consultancy" in texts(jobs()["timekeeper-cards"])[0]


@pytest.mark.parametrize(
    ("groups", "count"), [("trios", 16), ("fours", 12), ("{size: 5}", 9), ("pairs", 1), ("everyone", 1), ("tables", 8)]
)
def test_how_many_groups_keep_their_own_time(groups: str, count: int) -> None:
    agenda = AGENDA.replace("kind: protocol\n        groups: trios", f"kind: protocol\n        groups: {groups}")
    delivery = DELIVERY.replace("headcount: 12", "headcount: 48")
    room = Room(view_with(files={"data/agendas/days.yml": agenda, "data/delivery.yml": delivery}))
    timed = next(each for table in room.view.timetables for each in table.rounds if each.round.id == "consultancy")
    assert group_count(timed, room) == count


def test_many_steps_get_a_page_of_their_own() -> None:
    steps = "".join(
        f"          - Do the thing that is number {number} of this round (2 min)\n" for number in range(1, 13)
    )
    before, _, after = AGENDA.partition("        steps:\n")
    agenda = f"{before}        steps:\n{steps}        repeat:{after.partition('        repeat:')[2]}"
    room = Room(view_with(files={"data/agendas/days.yml": agenda}))
    sheet = timekeeper_cards(room)[0]
    assert [len(page) for page in sheet.context["pages"]] == [1]
    job, _ = job_of_sheet(sheet, room, "letter")
    laid = lay_out(job)
    assert (laid.pages.total, laid.complaints) == (1, ())


def test_the_wall_agenda_is_one_page_of_tabloid_or_a3() -> None:
    letter, a4 = jobs()["wall-agenda"], jobs(paper="a4")["wall-agenda"]
    assert (letter.size, size_of(letter), letter.pages) == ("tabloid", (279.4, 431.8), 1)
    assert (a4.size, size_of(a4), a4.pages) == ("a3", (297.0, 420.0), 1)
    [page] = texts(a4)
    assert "9:10 Consultancy In threes" in page


@pytest.mark.parametrize("count", [3, 14, 30])
def test_the_rows_of_the_wall_agenda_end_above_its_foot(count: int) -> None:
    rounds = "".join(
        f"      - title: Round number {at} of a long day in two rooms\n        minutes: 5\n" for at in range(count)
    )
    agenda = f"title: Day\nparts:\n  - title: All of it\n    day: 1\n    rounds:\n{rounds}"
    room = Room(view_with(files={"data/agendas/days.yml": agenda}))
    [sheet] = wall_agenda(room)
    job, _ = job_of_sheet(sheet, room, "tabloid")
    pages = lay_out(job).pages
    rows, foot = pages.areas["rows"], pages.areas["foot"]
    assert pages.total == 1
    assert rows.y + rows.height < foot.y
