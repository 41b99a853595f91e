"""The job ticket: one row for each job in the order of printing, paper in all, the stacks, what else to bring."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import view_of
from paper import texts_of
from test_stacks import FILES

from daysheet.job.jobs import PrintJob
from daysheet.job.stacks import seats_of, stacks_of
from daysheet.job.ticket import ticket_context, ticket_job, totals_of
from daysheet.view import View

JOBS = [
    PrintJob("00-printer-check.pdf", "Printer check", "printer check", 2, b"", "a4", sides="two", flip="long edge"),
    PrintJob(
        "01-packet.pdf", "Packet", "packet", 7, b"", "a4", copies=17, spares=3, sides="two", flip="long edge",
        finishing=("staple top left", "punch 3 holes"),
    ),
    PrintJob("02-two.pdf", "Worksheet 1: Two", "worksheet", 1, b"", "a4", copies=500, tint="yellow", in_colour=True),
    PrintJob("03-badges.pdf", "Badges", "badges", 3, b"", "a4", sets=14, stock="card", finishing=("trim",)),
    PrintJob("04-wall.pdf", "Agenda", "wall agenda", 1, b"", "a3"),
]  # fmt: skip


@pytest.fixture
def view(tmp_path: Path) -> View:
    supplies = FILES["data/agendas/a.yml"].replace(
        "groups: trios\n",
        "groups: trios\n    materials:\n      - {supply: dots, per: person, count: 3}\n      - bell\n",
    )
    return view_of(tmp_path, {**FILES, "data/agendas/a.yml": supplies}, "facilitator")


def context(view: View, jobs: list[PrintJob] = JOBS) -> dict[str, Any]:
    return ticket_context(jobs, stacks_of(view, seats_of(view.library)), view)


def test_a_row_says_all_that_the_printer_asks(view: View) -> None:
    row = context(view)["rows"][1]
    assert row == {
        "number": "01",
        "title": "Packet",
        "file": "01-packet.pdf",
        "copies": 17,
        "spares": "3 spare",
        "pages": 7,
        "paper": "A4, white",
        "ink": "in grey",
        "sides": "two sides, long edge",
        "finish": "collated, staple top left, punch 3 holes",
        "sheets": "68",
        "section": "Packets and lists",
    }


def test_a_single_page_needs_no_collating(view: View) -> None:
    row = context(view)["rows"][2]
    assert (row["paper"], row["ink"], row["sides"], row["finish"]) == ("A4, yellow", "in colour", "one side", "")


def test_a_file_that_holds_a_set_for_each_person_is_printed_once(view: View) -> None:
    row = context(view)["rows"][3]
    assert (row["copies"], row["spares"], row["paper"], row["sheets"]) == (1, "14 sets", "A4, card", "3")


def test_sections_are_named_where_they_begin(view: View) -> None:
    sections = ["", "Packets and lists", "Hand-outs of the day", "For the room", ""]
    assert [row["section"] for row in context(view)["rows"]] == sections


def test_paper_is_added_up_by_size_colour_and_stock(view: View) -> None:
    assert totals_of(JOBS, view) == [
        ("A4, white", "69 sheets"),
        ("A4, yellow", "500 sheets (1 pack of 500)"),
        ("A4, card", "3 sheets"),
        ("A3, white", "1 sheet"),
    ]


def test_files_and_sheets_are_counted_in_all(view: View) -> None:
    assert context(view)["sums"] == [("files", 5), ("sheets", 1 + 68 + 500 + 3 + 1)]


def test_the_stacks_follow_the_day(view: View) -> None:
    stacks = context(view)["stacks"]
    assert [(each["time"], each["copies"], each["each"]) for each in stacks[:2]] == [
        ("8:30", 17, "4 and 3"),
        ("9:00", 5, "1"),
    ]
    assert stacks[1]["collect"] == "Collect at 9:25"
    assert stacks[1]["paper"] == "yellow"


def test_supplies_are_counted_by_the_people_and_tools_are_apart(view: View) -> None:
    (used, supplies), (back, tools) = context(view)["needs"]
    assert (used, back) == ("Used up", "Comes back")
    assert [(each["count"], each["name"], each["rounds"]) for each in supplies] == [(51, "dots", "First")]
    assert [(each["count"], each["name"]) for each in tools] == [(1, "bell")]


def test_the_ticket_is_a_document_on_the_delivery_s_paper(view: View) -> None:
    job = ticket_job(JOBS, stacks_of(view, seats_of(view.library)), view)
    text = " ".join(texts_of(job.content))
    assert job.size == "a4"
    for words in ("Job ticket", "01-packet.pdf", "staple top left", "Paper in all", "The stacks", "What else to bring"):
        assert words in text


def test_a_session_that_needs_nothing_else_says_so(tmp_path: Path) -> None:
    view = view_of(tmp_path, FILES, "facilitator")
    job = ticket_job(JOBS, (), view)
    assert "No round asks for anything beside paper." in " ".join(texts_of(job.content))
