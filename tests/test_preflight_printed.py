"""Preflight against what is on paper: numbers that moved, sheets that changed, and what is kept of a print run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import view_of

from daysheet.preflight.printed import Sheet, check_printed, on_the_ticket, read_printed, write_printed
from daysheet.problems import MachineFault

SHEETS = {
    "data/worksheets/grow.yml": "title: Grow\nblocks:\n  - prompt: Why?\n",
    "data/worksheets/plan.yml": "title: Plan\nblocks:\n  - prompt: When?\n",
}
PRINTED = {"worksheet/grow": Sheet("Worksheet 1", "KTMR"), "worksheet/plan": Sheet("Worksheet 2", "CDFH")}


def told(tmp_path: Path, now: dict[str, Sheet]) -> list[tuple[bool, str]]:
    findings = check_printed(PRINTED, now, view_of(tmp_path, SHEETS, "facilitator"))
    return [(each.soft, each.sentence) for each in findings]


def test_the_same_sheets_pass(tmp_path: Path) -> None:
    assert told(tmp_path, dict(PRINTED)) == []


def test_another_number_than_on_paper_is_a_problem(tmp_path: Path) -> None:
    now = {"worksheet/grow": Sheet("Worksheet 2", "KTMR"), "worksheet/plan": Sheet("Worksheet 1", "CDFH")}
    assert told(tmp_path, now) == [
        (False, "Worksheet 2 was printed as Worksheet 1"),
        (False, "Worksheet 1 was printed as Worksheet 2"),
    ]


def test_the_hint_says_what_to_pin_and_where(tmp_path: Path) -> None:
    view = view_of(tmp_path, SHEETS, "facilitator")
    (finding,) = check_printed(
        PRINTED, {**PRINTED, "worksheet/plan": replace(PRINTED["worksheet/plan"], label="Worksheet 3")}, view
    )
    assert finding.source == "data/worksheets/plan.yml"
    assert finding.hint.startswith("write `number: 2` in data/worksheets/plan.yml, or, where the old copies are gone")


def test_a_sheet_that_has_changed_is_a_remark(tmp_path: Path) -> None:
    now = {**PRINTED, "worksheet/grow": Sheet("Worksheet 1", "VWXY")}
    assert told(tmp_path, now) == [
        (True, "Worksheet 1 has changed since it was printed: copies with KTMR are old"),
    ]


def test_a_sheet_that_is_gone_is_a_remark_and_a_new_one_is_nothing(tmp_path: Path) -> None:
    now = {"worksheet/grow": PRINTED["worksheet/grow"], "worksheet/new": Sheet("Worksheet 3")}
    assert told(tmp_path, now) == [(True, "Worksheet 2 was printed, and is no longer made")]


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    write_printed(tmp_path / "printed.json", PRINTED)
    assert read_printed(tmp_path / "printed.json") == PRINTED
    assert read_printed(tmp_path / "nothing.json") == {}


def test_a_folder_in_the_place_of_the_file_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / "printed.json").mkdir()
    with pytest.raises(MachineFault, match="Could not use"):
        read_printed(tmp_path / "printed.json")
    with pytest.raises(MachineFault, match="Could not use"):
        write_printed(tmp_path / "printed.json", PRINTED)


NO_LABEL = '{"sheets": {"worksheet/a": {"label": " ", "version": ""}}}'


@pytest.mark.parametrize(
    "text", ["", "[]", '{"sheets": {"worksheet/a": 3}}', '{"sheets": {"worksheet/a": {}}}', NO_LABEL]
)
def test_a_file_that_is_not_ours_is_a_fault_in_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "printed.json").write_text(text, "utf-8")
    with pytest.raises(MachineFault, match="is not as `daysheet preflight --accept` writes it"):
        read_printed(tmp_path / "printed.json")


def test_what_the_job_ticket_does_not_print_is_not_kept(tmp_path: Path) -> None:
    assert on_the_ticket(tmp_path, PRINTED) == PRINTED
    (tmp_path / "print").mkdir()
    job = {"path": "01-participant.pdf", "versions": [{"record": "worksheet/plan", "label": "", "version": ""}]}
    (tmp_path / "print" / "job.json").write_text(json.dumps({"jobs": [job]}), "utf-8")
    assert list(on_the_ticket(tmp_path, PRINTED)) == ["worksheet/plan"]
