"""Packets and hand-outs as jobs: which file, how many, on which paper, and what is done to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import view_of
from test_stacks import FILES

from daysheet.job.copies import hand_out_jobs, packet_jobs, versions_of
from daysheet.job.jobs import PrintJob
from daysheet.job.stacks import seats_of, stacks_of
from daysheet.packets.printing import Printed, Span
from daysheet.view import View

PACKET = "title: Packet\ncontents:\n  - cover\n  - worksheets: [one]\n"


def printed(kind: str, id: str, paper: str = "a4", pages: int = 3, edition: str = "standard") -> Printed:
    return Printed(f"{id}.pdf", kind, id, id.title(), paper, pages, b"", "KTMR", (), edition)


def packets(view: View, *made: Printed, named: bool = False) -> list[PrintJob]:
    return list(packet_jobs(view, made, seats_of(view.library), named))


def handed_out(view: View, *made: Printed) -> list[PrintJob]:
    return list(hand_out_jobs(view, made, stacks_of(view, seats_of(view.library))))


def test_everybody_and_every_walk_in_gets_a_packet(tmp_path: Path) -> None:
    view = view_of(tmp_path, {**FILES, "data/packets/participant.yml": PACKET + "sides: one\n"}, "facilitator")
    (job,) = packets(view, printed("packet", "participant"))
    assert (job.copies, job.spares, job.size, job.sheets) == (17, 3, "a4", 51)


def test_the_papers_that_the_delivery_does_not_print_on_are_left_aside(tmp_path: Path) -> None:
    view = view_of(tmp_path, FILES, "facilitator")
    (job,) = packets(view, printed("packet", "participant", "letter"), printed("packet", "participant"))
    assert job.size == "a4"


def test_two_sides_are_turned_on_the_long_edge_and_take_half_the_sheets(tmp_path: Path) -> None:
    view = view_of(tmp_path, FILES, "facilitator")
    (job,) = packets(view, printed("packet", "participant", pages=7))
    assert (job.sides, job.flip, job.sheets_each, job.sheets) == ("two", "long edge", 4, 68)


@pytest.mark.parametrize(
    ("bind", "pages", "finishing"),
    [
        ("", 7, ("staple top left",)),
        ("bind: {staple: left, punch: 4}\n", 7, ("staple left", "punch 4 holes")),
        ("bind: {staple: none, punch: 2}\n", 7, ("punch 2 holes",)),
        ("bind: {punch: 3}\n", 2, ("punch 3 holes",)),
    ],
)
def test_a_packet_is_bound_as_its_file_says(tmp_path: Path, bind: str, pages: int, finishing: tuple[str, ...]) -> None:
    view = view_of(tmp_path, {**FILES, "data/packets/participant.yml": PACKET + bind}, "facilitator")
    (job,) = packets(view, printed("packet", "participant", pages=pages))
    assert job.finishing == finishing


def test_people_get_the_edition_that_stands_first_and_of_the_others_one_is_lent(tmp_path: Path) -> None:
    editions = "editions: [large-print, standard, fillable]\n"
    view = view_of(tmp_path, {**FILES, "data/packets/participant.yml": PACKET + editions}, "facilitator")
    made = [printed("packet", "participant", edition=each) for each in ("standard", "large-print", "fillable")]
    assert [(each.edition, each.copies) for each in packets(view, *made)] == [("large-print", 17), ("standard", 1)]
    assert packets(view, *made)[0].title == "Packet, large print"


def test_a_packet_may_be_for_each_table_alone(tmp_path: Path) -> None:
    view = view_of(tmp_path, {**FILES, "data/packets/participant.yml": PACKET + "copies: table\n"}, "facilitator")
    (job,) = packets(view, printed("packet", "participant"))
    assert (job.copies, job.spares) == (5, 1)


def test_there_is_a_guide_for_each_host_after_what_everybody_holds(tmp_path: Path) -> None:
    guide = "title: Guide\naudience: facilitator\ncontents:\n  - run of show\n"
    session = "title: A small day\nhosts:\n  - Ada Marsh\n  - Ben Okoro\n"
    files = {**FILES, "data/packets/a-guide.yml": guide, "data/session.yml": session}
    view = view_of(tmp_path, files, "facilitator")
    jobs = packets(view, printed("packet", "a-guide"), printed("packet", "participant"))
    assert [(each.title, each.copies, each.spares) for each in jobs] == [("Packet", 17, 3), ("Guide", 2, 0)]


def test_named_packets_stand_in_for_what_everybody_holds(tmp_path: Path) -> None:
    view = view_of(tmp_path, FILES, "facilitator")
    assert packets(view, printed("packet", "participant"), named=True) == []


def test_a_coloured_sheet_is_printed_on_coloured_paper_and_a_grey_copier_prints_in_grey(tmp_path: Path) -> None:
    (job,) = handed_out(view_of(tmp_path, FILES, "facilitator"), printed("worksheet", "two", pages=1))
    assert (job.tint, job.in_colour, job.sides, job.copies, job.finishing) == ("yellow", False, "one", 5, ())


def test_a_colour_copier_prints_in_colour(tmp_path: Path) -> None:
    files = {**FILES, "data/delivery.yml": FILES["data/delivery.yml"] + "copier: colour\n"}
    (job,) = handed_out(view_of(tmp_path, files, "facilitator"), printed("worksheet", "two"))
    assert job.in_colour


def test_two_half_sheets_stand_on_a_page_and_are_cut(tmp_path: Path) -> None:
    half = "title: Two\nsheet: half\nblocks:\n  - prompt: Why?\n"
    view = view_of(tmp_path, {**FILES, "data/worksheets/two.yml": half}, "facilitator")
    (job,) = handed_out(view, printed("worksheet", "two", pages=1))
    assert (job.copies, job.sheets, job.finishing) == (9, 9, ("cut in half",))


def test_a_large_sheet_is_printed_on_the_larger_paper(tmp_path: Path) -> None:
    view = view_of(tmp_path, FILES, "facilitator")
    (job,) = handed_out(view, printed("worksheet", "two", "tabloid"), printed("worksheet", "two", "a3"))
    assert job.size == "a3"


def test_hand_outs_follow_the_day(tmp_path: Path) -> None:
    view = view_of(tmp_path, FILES, "facilitator")
    made = [printed("worksheet", id, pages=1) for id in ("five", "four", "three", "two", "one")]
    assert [each.title for each in handed_out(view, *made)] == [
        "Worksheet\u00a01: Two", "Worksheet\u00a02: Three", "Worksheet\u00a03: Four", "Worksheet\u00a04: Five"
    ]  # fmt: skip


def test_a_job_says_what_its_sheets_bear(tmp_path: Path) -> None:
    view = view_of(tmp_path, FILES, "facilitator")
    spans = (
        Span("cover", "", "cover", 1, 1, "", "AAAA"),
        Span("worksheet", "one", "sheet", 2, 3, "Worksheet 5", "PRLX"),
    )
    packet = Printed("p.pdf", "packet", "participant", "Packet", "a4", 3, b"", "AAAA", (), spans=spans)
    assert versions_of(packet, view) == (("worksheet/one", "Worksheet\u00a05", "PRLX"),)
    assert versions_of(printed("worksheet", "two"), view) == (("worksheet/two", "Worksheet\u00a01", "KTMR"),)
