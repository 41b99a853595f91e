"""The room's paper as files of the print run, and as parts of a packet."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import page
import pytest
from conftest import view_of
from furnished import DELIVERY, FILES, LETTERS, PEOPLE, jobs, texts, the_view, view_with
from pypdf import PdfReader

from daysheet.models.room_paper import IN_PACKETS, ROOM_PAPER
from daysheet.packets.printing import print_packet
from daysheet.room.printing import room_jobs
from daysheet.room.sheets import MAKERS, UNASKED, wanted

PACKET = "title: For the room\naudience: organiser\nsides: one\ncontents:\n" + "".join(
    f"  - {kind}\n" for kind in IN_PACKETS
)


def test_every_kind_that_can_be_asked_for_is_made() -> None:
    assert {*MAKERS, "cards", "protocols"} == set(ROOM_PAPER)
    assert {job.kind for job in jobs().values()} == set(ROOM_PAPER)


def test_what_is_not_asked_for_is_what_the_session_needs() -> None:
    assert wanted(the_view().library) == tuple(kind for kind in MAKERS if kind in UNASKED)
    assert wanted(view_with("room_paper: none\n").library) == ()
    assert wanted(view_with("room_paper: [slips, signs]\n").library) == ("signs", "slips")


def test_a_session_online_has_no_room(tmp_path: Path) -> None:
    files = {**FILES, "data/delivery.yml": DELIVERY + "place: online\n"}
    assert room_jobs(view_of(tmp_path / "online", files, "facilitator")) == ()
    assert room_jobs(view_of(tmp_path / "none", {}, "facilitator")) == ()


@pytest.mark.parametrize("named", [True, False])
def test_every_job_says_what_its_file_is(named: bool) -> None:
    for name, job in jobs(named).items():
        reader = PdfReader(BytesIO(job.content))
        assert len(reader.pages) == job.pages, name
        assert job.path == f"room/{name}.pdf"
        assert job.copies >= 1
        assert job.spares <= job.copies
        assert not job.in_colour
        assert len(job.versions[0][2]) == 4


def test_cards_of_tenets_are_printed_once_for_each_table() -> None:
    job = jobs()["cards-habits"]
    assert (job.copies, job.sides, job.flip, job.stock) == (2, "two", "long edge", "card")


def test_a_protocol_is_printed_once_for_each_group() -> None:
    job = jobs(named=False)["protocol-consultancy"]
    assert (job.copies, job.pages) == (4, 1)
    assert "Talk about it" in texts(job)[0]


def test_the_same_input_gives_the_same_bytes() -> None:
    again = room_jobs(view_with("room_paper: [signs, badges]\n"), PEOPLE, LETTERS)
    assert {job.path: job.content for job in again} == {
        f"room/{name}.pdf": jobs()[name].content for name in ("signs", "badges", "badges-blank")
    }


def test_a_packet_can_hold_all_that_bears_no_name() -> None:
    view = view_with(files={"data/packets/room.yml": PACKET})
    a4, letter = print_packet(view.library.find("packet", "room"), view)
    assert a4.pages == letter.pages
    reader = PdfReader(BytesIO(letter.content))
    whole = " ".join(" ".join(each.extract_text() for each in reader.pages).split())
    said = (
        "Heron Room",
        "Wifi",
        "Sign-in sheet",
        "Certificate of attendance",
        "You read",
        "Timekeeper",
        "Before you go",
    )
    for word in said:
        assert word in whole
    assert not any(person.family in whole for person in PEOPLE if person.family)
    assert all(page.is_pdf_compliant_bytes(each.content, profile="ua1") for each in (a4, letter))


def test_a_packet_for_participants_never_holds_the_wifi(tmp_path: Path) -> None:
    packet = "title: Posters\ncontents:\n  - posters\n"
    view = view_of(tmp_path, {**FILES, "data/packets/posters.yml": packet})
    [a4, _] = print_packet(view.library.find("packet", "posters"), view)
    whole = " ".join(each.extract_text() for each in PdfReader(BytesIO(a4.content)).pages)
    assert "day.example.org" in whole
    assert "reeds" not in whole


def test_in_a_packet_badges_are_cards_to_cut_also_where_there_are_label_sheets() -> None:
    files = {"data/packets/room.yml": "title: Badges\naudience: organiser\ncontents:\n  - badges\n"}
    view = view_with("badges: avery-5395\n", files)
    [a4, _] = print_packet(view.library.find("packet", "room"), view)
    assert a4.pages == 1
    assert "Cut at the marks." in PdfReader(BytesIO(a4.content)).pages[0].extract_text()
