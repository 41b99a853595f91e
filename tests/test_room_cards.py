"""Slips, exit tickets and labels for stacks."""

from __future__ import annotations

from furnished import jobs, room_with, texts

from daysheet.room.cards import exit_tickets, slips, stack_labels


def test_each_person_gets_the_slip_of_her_letter_table_by_table() -> None:
    [page] = texts(jobs()["slips-three-ways"])
    ana = page[: page.index("Ana Ostrowska")]
    assert ana.startswith("Three ways Cut at the marks. A You read Standing Handout 1, part A")
    assert page.index("Ana Ostrowska") < page.index("Marguerite")


def test_who_has_no_name_gets_a_sheet_for_each_letter() -> None:
    blank = jobs()["slips-three-ways-blank"]
    pages = texts(blank)
    assert [page.count("You read") for page in pages] == [10, 10, 10]
    assert ["Walking" in page for page in pages] == [False, True, False]
    assert (blank.copies, blank.spares) == (1, 1)
    assert jobs(named=False)["slips-three-ways-blank"].copies == 1


def test_sixty_people_need_two_sheets_of_each_letter() -> None:
    [sheet] = slips(room_with(named=False, headcount=58))
    assert sheet.copies == 2


def test_exit_tickets_stand_twice_on_a_page_and_ask_no_name() -> None:
    job = jobs()["exit-tickets"]
    [page] = texts(job)
    assert page.count("Before you go") == 2
    assert page.count("What is still open for you?") == 2
    assert job.copies == 4
    assert exit_tickets(room_with(named=False))[0].copies == 7


def test_each_stack_has_its_label_with_time_and_number() -> None:
    page = texts(jobs(named=False)["stack-labels"])[0]
    assert "Table 1 Participant packet · 6" in page
    assert "Table 2 Participant packet · 6" in page


def test_a_session_that_counts_nobody_has_no_labels() -> None:
    assert stack_labels(room_with(named=False, headcount=0)) == ()
