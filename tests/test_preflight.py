"""The command `preflight` on what was made: what it says, how it ends, and what it keeps."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import CONFERENCE, write_project
from pdfs import laid_out

from daysheet.check import check
from daysheet.cli import main
from daysheet.making import make_packets
from daysheet.preflight.findings import Finding, told_once
from daysheet.preflight.look import Looked, pages_to_look_at
from daysheet.preflight.preflight import preflight
from daysheet.preflight.table import Row, rows_of
from daysheet.progress import Progress
from daysheet.project import Project
from daysheet.publish.disk import write_file

FILES = {
    "data/delivery.yml": "timezone: UTC\ndays:\n  - {date: 2018-03-22, start: 9:00, end: 12:00}\n"
    "address: https://example.org/day\n",
    "data/agendas/day.yml": "title: The day\nrounds:\n  - title: Grow\n    minutes: 20\n    uses:\n"
    "      - worksheet: grow\n      - worksheet: plan\n",
    "data/worksheets/grow.yml": "title: Grow\nblocks:\n  - prompt: What did you learn?\n    space: rest of page\n",
    "data/worksheets/plan.yml": "title: Plan\nblocks:\n  - prompt: What will you do?\n    space: rest of page\n",
    "data/packets/all.yml": "title: Packet\ncontents:\n  - cover\n  - contents\n  - worksheets\npage_budget: 8\n",
}
PACKET = "site/pdf/all-a4.pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("made") / "day", FILES).root
    with Progress(quiet=True) as progress:
        make_packets(Project(root), check(root), root / "dist", progress)
    return root


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A copy of a small day and of all that was made of it."""
    return Path(shutil.copytree(made, tmp_path / "day"))


def run(root: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["-C", str(root), "preflight", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def report(root: Path, *words: str) -> Any:
    return json.loads(run(root, "--json", *words).output)


def change(root: Path, name: str, old: str, new: str) -> None:
    file = root / name
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_a_good_day_passes_with_a_remark_about_its_sample_address(project: Path) -> None:
    result = run(project)
    assert result.exit_code == 0
    assert "data/delivery.yml  remark: The QR codes lead to example.org" in result.output
    assert "1 remark, and nothing that stops the printing" in result.output


def test_strictly_a_sample_address_is_a_problem(project: Path) -> None:
    result = run(project, "--strict")
    assert result.exit_code == 1
    assert "1 problem. Do not print before this is mended or accepted." in result.output


def test_every_file_of_the_manifest_is_looked_at(project: Path) -> None:
    looked = {each["path"] for each in report(project)["files"]}
    assert looked == {path.relative_to(project / "dist").as_posix() for path in (project / "dist").rglob("*.pdf")}
    assert len(looked) == 6


def test_the_table_has_a_row_for_each_packet_and_each_kind(project: Path) -> None:
    lines = run(project).output.splitlines()
    assert [line.split() for line in lines if line.startswith("site/")] == [
        ["site/pdf/all", "2", "8", "well"],
        ["site/pdf/worksheets/", "4", "4", "well"],
    ]


def test_a_problem_ends_with_1_and_names_file_page_and_source(project: Path) -> None:
    small = laid_out(
        "<h1>Worksheet 1: Grow</h1><p class='small'>Too small</p><div class='tall'></div>", ".small { font-size: 6pt }"
    )
    write_file(project / "dist" / PACKET, small)
    result = run(project)
    assert result.exit_code == 1
    assert (
        f"{PACKET} page 1, data/worksheets/grow.yml  “Too small” is set in 6.0 pt; the least is 8 pt" in result.output
    )
    assert "The file has 1 pages, but 4 were made" in result.output


def test_the_report_for_machines_holds_what_the_text_says(project: Path) -> None:
    write_file(project / "dist" / PACKET, b"no PDF")
    told = report(project)
    assert [each["sentence"] for each in told["problems"]] == ["The file cannot be opened"]
    assert told["problems"][0]["file"] == PACKET
    assert "address" in [each["check"] for each in told["remarks"]]


def test_a_file_that_is_missing_is_told(project: Path) -> None:
    (project / "dist" / PACKET).unlink()
    assert [each["sentence"] for each in report(project)["problems"]] == ["The file is listed, but it is not there"]


def test_a_budget_that_was_lowered_since_is_told(project: Path) -> None:
    change(project, "data/packets/all.yml", "page_budget: 8", "page_budget: 3")
    (told,) = report(project)["problems"]
    assert told["sentence"] == "The packet has 4 pages, but its `page_budget` is 3"
    assert (told["source"], told["more"]) == ("data/packets/all.yml", 1)


def print_run(root: Path, **job: object) -> None:
    """A print run of one file of two A4 pages, and its ticket."""
    (root / "dist" / "print").mkdir()
    two = laid_out("<h1>Name</h1><div class='tall'></div>" * 2)
    write_file(root / "dist" / "print" / "01-named.pdf", two)
    ticket = {"jobs": [{"path": "01-named.pdf", "size": "a4", "pages": 2, **job}]}
    write_file(root / "dist" / "print" / "job.json", json.dumps(ticket))


def test_the_print_run_is_looked_at_as_its_ticket_says(project: Path) -> None:
    print_run(project)
    assert "print/01-named.pdf" in [each["path"] for each in report(project)["files"]]
    assert report(project)["problems"] == []


def test_a_file_of_the_print_run_that_is_not_as_its_ticket_says_is_told(project: Path) -> None:
    print_run(project, size="letter", pages=3)
    assert {(each["check"], each["file"]) for each in report(project)["problems"]} == {
        ("page size", "print/01-named.pdf"),
        ("page count", "print/01-named.pdf"),
    }


def test_a_damaged_ticket_is_a_fault_in_one_sentence(project: Path) -> None:
    print_run(project)
    (project / "dist" / "print" / "job.json").write_text("{", "utf-8")
    result = run(project)
    assert (result.exit_code, result.output) == (3, "`job.json` in `dist` is damaged. `daysheet all` makes it again.\n")


def test_of_many_sets_the_first_the_last_and_one_page_of_each_are_looked_at() -> None:
    assert list(pages_to_look_at(6, 3)) == [1, 2, 3, 4, 5, 6]
    assert sorted(pages_to_look_at(20, 5)) == [1, 2, 3, 4, 5, 9, 13, 17, 18, 19, 20]
    assert len(pages_to_look_at(8000, 200)) == 40 + 40 + 198


def test_without_an_output_it_is_used_wrongly(tmp_path: Path) -> None:
    result = run(write_project(tmp_path, FILES).root)
    assert result.exit_code == 2
    assert "`daysheet all` makes it" in result.output


def test_data_with_a_mistake_are_told_first(project: Path) -> None:
    change(project, "data/worksheets/grow.yml", "space:", "spce:")
    result = run(project)
    assert result.exit_code == 1
    assert "did you mean `space`" in result.output
    assert json.loads(run(project, "--json").output)["problems"][0]["file"] == "data/worksheets/grow.yml"


def test_a_number_that_moves_after_printing_is_a_problem_until_it_is_pinned(project: Path) -> None:
    assert "2 sheets are kept" in run(project, "--accept").output
    change(
        project,
        "data/agendas/day.yml",
        "worksheet: grow\n      - worksheet: plan",
        "worksheet: plan\n      - worksheet: grow",
    )
    assert {each["sentence"] for each in report(project)["problems"]} == {
        "Worksheet 2 was printed as Worksheet 1",
        "Worksheet 1 was printed as Worksheet 2",
    }
    change(project, "data/worksheets/grow.yml", "title: Grow", "title: Grow\nnumber: 1")
    assert report(project)["problems"] == []


def test_a_number_that_moves_is_a_problem_until_it_is_accepted(project: Path) -> None:
    run(project, "--accept")
    change(project, "data/agendas/day.yml", "      - worksheet: grow\n", "")
    assert run(project).exit_code == 1
    assert run(project, "--accept").exit_code == 0
    assert run(project).exit_code == 0


def test_what_was_printed_travels_with_the_data_and_is_no_mistake_there(project: Path) -> None:
    run(project, "--accept")
    assert list(json.loads((project / "data" / "printed.json").read_text("utf-8"))["sheets"]) == [
        "worksheet/grow",
        "worksheet/plan",
    ]
    assert check(project).problems == ()


def test_nothing_is_written_without_being_asked(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    run(project)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_pdfs_that_are_older_than_the_data_are_a_remark(project: Path) -> None:
    assert "changed after" not in run(project).output
    change(project, "data/worksheets/grow.yml", "learn", "find")
    made = (project / "dist" / "manifest.json").stat().st_mtime
    os.utime(project / "data" / "worksheets" / "grow.yml", (made + 60, made + 60))
    assert "remark: data/worksheets/grow.yml changed after these PDFs were made" in run(project).output


def test_without_an_address_there_is_a_remark(project: Path) -> None:
    change(project, "data/delivery.yml", "address: https://example.org/day\n", "")
    found = preflight(Project(project), check(project), project / "dist")
    assert "Without an `address` no sheet carries a QR code" in [each.sentence for each in found.findings if each.soft]


def test_the_same_on_two_papers_is_told_once_and_problems_come_first() -> None:
    remark = Finding("address", "A sample", soft=True)
    on = [Finding("margin", "Too far out", file=f"site/pdf/all-{paper}.pdf", page=3) for paper in ("letter", "a4")]
    first, second = told_once([remark, *on])
    assert (first.file, first.page, first.more) == ("site/pdf/all-a4.pdf", 3, 1)
    assert second == remark


def test_the_rows_of_the_table_count_what_was_found() -> None:
    looked = [
        Looked("site/pdf/all-a4.pdf", 4, (Finding("margin", "Out"), Finding("empty page", "Empty", soft=True))),
        Looked("site/pdf/all-letter.pdf", 4, ()),
        Looked("site/pdf/worksheets/grow-a4.pdf", 1, ()),
    ]
    assert rows_of(looked) == (Row("site/pdf/all", 2, 8, 1, 1), Row("site/pdf/worksheets/", 1, 1, 0, 0))


def test_the_whole_of_a_conference_passes_with_remarks_alone(conference: Path) -> None:
    found = preflight(Project(CONFERENCE), check(CONFERENCE), conference)
    assert [(each.file, each.page, each.sentence) for each in found.problems] == []
    assert {each.path.split("/")[0] for each in found.looked} == {"site", "facilitator", "print"}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '[{"path": 5}]', '[{"path": "../a.pdf", "sources": []}]'], ids=str
)
def test_a_damaged_manifest_is_told_and_never_passes_as_nothing_to_print(project: Path, text: str) -> None:
    assert run(project, "--accept").exit_code == 0
    kept = (project / "data" / "printed.json").read_bytes()
    (project / "dist" / "manifest.json").write_text(text)
    for words in ((), ("--json",), ("--accept",)):
        result = run(project, *words)
        assert (result.exit_code, "`manifest.json` in `dist` lists no PDF" in result.output) == (3, True)
    assert (project / "data" / "printed.json").read_bytes() == kept


@pytest.mark.parametrize(
    "job",
    [
        {},
        {"path": ["a"]},
        {"path": "a.pdf", "pages": "x"},
        {"path": "a.pdf", "pages": None},
        {"path": "a.pdf", "pages": 1e300},
        {"path": "a.pdf", "size": [1]},
        {"path": "a.pdf", "versions": [5]},
        {"path": "a.pdf", "versions": [{}]},
    ],
    ids=str,
)
def test_a_job_ticket_that_was_changed_by_hand_is_told(project: Path, job: dict[str, Any]) -> None:
    write_file(project / "dist" / "print" / "job.json", json.dumps({"jobs": [job]}))
    for words in ((), ("--accept",)):
        result = run(project, *words)
        assert (result.exit_code, result.output) == (
            3,
            "`job.json` in `dist` is damaged. `daysheet all` makes it again.\n",
        )
