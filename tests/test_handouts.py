"""Hand-outs: what a round uses and the participants' packet does not hold."""

from __future__ import annotations

from pathlib import Path

from conftest import view_of

from daysheet.handouts import hand_outs
from daysheet.packets.rows import collected_at

FILES = {
    "data/delivery.yml": (
        "days:\n  - {date: 2026-03-21, start: 9:00, end: 12:00}\ntimezone: Europe/Paris\nheadcount: 20\nwalk_ins: 2\n"
    ),
    "data/worksheets/one.yml": "title: One\nblocks:\n  - prompt: Why?\n",
    "data/worksheets/two.yml": "title: Two\ncopies: table\nafter: hand in\nblocks:\n  - prompt: Why?\n",
    "data/agendas/a.yml": (
        "title: A\nrounds:\n"
        "  - title: First\n    minutes: 10\n    uses:\n      - worksheet: one\n      - worksheet: two\n"
        "  - title: Second\n    minutes: 10\n    uses:\n      - worksheet: two\n"
    ),
}
PACKET = "title: P\ncontents:\n  - cover\n  - worksheets: {}\n"


def stacks(root: Path, files: dict[str, str]) -> list[tuple[str, str, int, bool]]:
    view = view_of(root, {**FILES, **files}, "facilitator")
    return [
        (each.id, each.round_title, each.copies, each.collected) for each in hand_outs(view.library, view.timetables)
    ]


def test_a_packet_that_holds_everything_leaves_nothing_to_hand_out(tmp_path: Path) -> None:
    assert stacks(tmp_path, {"data/packets/participant.yml": PACKET.format("all")}) == []


def test_without_a_packet_file_there_is_nothing_to_hand_out(tmp_path: Path) -> None:
    assert stacks(tmp_path, {}) == []


def test_what_the_packet_does_not_hold_is_a_stack_for_the_first_round_that_uses_it(tmp_path: Path) -> None:
    assert stacks(tmp_path, {"data/packets/participant.yml": PACKET.format("[one]")}) == [("two", "First", 5, True)]


def test_a_sheet_for_each_person_is_copied_for_walk_ins_too(tmp_path: Path) -> None:
    assert stacks(tmp_path, {"data/packets/participant.yml": PACKET.format("[two]")}) == [("one", "First", 22, False)]


def test_a_sheet_without_a_name_is_handed_out_although_the_packet_takes_all(tmp_path: Path) -> None:
    nameless = "title: One\nanonymous: yes\nafter: hand in\nblocks:\n  - prompt: Why?\n"
    files = {"data/packets/participant.yml": PACKET.format("all"), "data/worksheets/one.yml": nameless}
    assert stacks(tmp_path, files) == [("one", "First", 22, True)]


def test_a_stack_knows_when_it_is_wanted(tmp_path: Path) -> None:
    view = view_of(tmp_path, {**FILES, "data/packets/participant.yml": PACKET.format("[one]")}, "facilitator")
    start = hand_outs(view.library, view.timetables)[0].start
    assert start is not None
    assert (start.hour, start.minute) == (9, 0)


def test_what_is_handed_in_is_collected_when_its_last_round_ends(tmp_path: Path) -> None:
    files = {**FILES, "data/packets/participant.yml": PACKET.format("[]").replace("  - worksheets: []\n", "")}
    view = view_of(tmp_path, files, "facilitator")
    stacks = hand_outs(view.library, view.timetables)
    assert [(each.id, collected_at(each, view)) for each in stacks] == [("one", ""), ("two", "9:20")]
