"""The agenda as rows: what each audience sees of the time, and the run of show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL, view_of

from daysheet.packets.rows import agenda_parts, first_sentence, show_rows, shown_time, sums


def delivery(shown: str) -> dict[str, str]:
    text = (SMALL / "data" / "delivery.yml").read_text("utf-8")
    return {"data/delivery.yml": text.replace("times_shown: breaks", f"times_shown: {shown}")}


def times(root: Path, shown: str, audience: str) -> list[str]:
    view = view_of(root, delivery(shown), audience)
    return [shown_time(each, view) for table in view.timetables for each in table.rounds]


@pytest.mark.parametrize(
    ("shown", "seen"),
    [
        ("rounds", ["9:00", "9:10", "9:30", "10:00", "10:45", "11:10", "13:00", "13:00", "13:20"]),
        ("breaks", ["", "", "9:30", "", "", "11:10", "", "", ""]),
        ("none", [""] * 9),
    ],
)
def test_participants_see_the_times_that_are_shown_to_five_minutes(small: Path, shown: str, seen: list[str]) -> None:
    assert times(small, shown, "participant") == seen


def test_facilitators_see_every_minute(small: Path) -> None:
    assert times(small, "none", "facilitator")[:4] == ["9:00", "9:08", "9:28", "10:00"]


def rows(view: Any) -> list[dict[str, Any]]:
    return [row for part in agenda_parts(view) for row in part["rows"]]


def test_rows_say_what_is_used_and_in_which_track(small: Path) -> None:
    view = view_of(small, {})
    found = rows(view)
    assert [row["track"] for row in found[-3:]] == ["Beginners", "Old hands", "Old hands"]
    assert found[1]["uses"][0] == {"word": "Worksheet", "numbers": ("1",), "ringed": True}
    assert [row["pause"] for row in found].count(True) == 2


def test_ids_of_parts_and_rounds_never_meet(small: Path) -> None:
    text = "title: T\nparts:\n  - title: Welcome\n    rounds:\n      - {title: Welcome, minutes: 5}\n"
    parts = agenda_parts(view_of(small, {"data/agendas/more.yml": text}))
    ids = [part["id"] for part in parts] + [row["id"] for part in parts for row in part["rows"]]
    assert len(set(ids)) == len(ids)


def test_the_run_of_show_says_what_is_handed_out_and_collected(small: Path) -> None:
    found = show_rows(view_of(small, {}, "facilitator"))
    assert [row["minutes"] for row in found] == [8, 20, 15, 13 * 3 + 4, 25, 45, 30, 20, 20]
    assert found[0]["notes"] == "canary-round-do"
    assert ["Worksheet\u00a03" in " ".join(row["hand_out"]) for row in found] == [False] * 8 + [True]
    assert any("pens" in line for line in found[0]["hand_out"])


def test_the_sums_are_those_of_the_clock(small: Path) -> None:
    view = view_of(small, {}, "facilitator")
    table = view.timetables[0]
    assert [figure for _, figure in sums(view)] == [table.planned, table.pauses, table.buffer]
    assert table.planned + table.pauses + table.buffer == 390


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Go. Then stay.", "Go."),
        ("Call at 9.30 sharp. Now", "Call at 9.30 sharp."),
        ("*One* line", "One line"),
        ("", ""),
    ],
)
def test_a_note_is_cut_after_its_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first
