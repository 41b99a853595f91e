"""The command: what it says, what it writes, and how it ends."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import SMALL, write_project
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daysheet.check import check
from daysheet.cli import main
from daysheet.report import report_json, report_text

WRONG = {"data/worksheets/a.yml": "title: T\nblocks:\n  - prompt: Why?\n    spce: 4 lines\n"}
COLON = {"data/worksheets/a.yml": "title: T\npurpose: To see: at once\nblocks:\n  - prompt: Why?\n"}


def run(root: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["-C", str(root), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_good_session_ends_with_0(tmp_path: Path) -> None:
    result = run(write_project(tmp_path, {}).root, "check")
    assert (result.exit_code, "All is well" in result.output) == (0, True)


def test_a_remark_ends_with_0(small: Path) -> None:
    result = run(small, "check")
    assert result.exit_code == 0
    assert "remark" in result.output


@pytest.mark.parametrize("command", [("check",), ("all",), ("site",), ("packets",)])
def test_problems_end_with_1_and_nothing_is_written(tmp_path: Path, command: tuple[str, ...]) -> None:
    root = write_project(tmp_path, {**WRONG, "dist/site/index.html": "the last good one"}).root
    before = contents(root)
    result = run(root, *command)
    assert result.exit_code == 1
    assert "did you mean `space`" in result.output
    assert "Traceback" not in result.output
    assert contents(root) == before


@pytest.mark.parametrize(
    "words", [("chek",), ("check", "--jsn"), ("serve", "--port", "99999"), ("packets", "nonesuch"), ("new",)]
)
def test_a_command_used_wrongly_ends_with_2(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = run(write_project(tmp_path, {}).root, *words)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_packet_that_there_is_not_is_told_with_those_there_are(small: Path) -> None:
    assert "There are: facilitator, participant." in run(small, "packets", "particpant").output


def test_a_folder_that_there_is_not_ends_with_2(tmp_path: Path) -> None:
    assert run(tmp_path / "nowhere", "check").exit_code == 2


def test_a_folder_without_data_is_told_how_to_begin(tmp_path: Path) -> None:
    result = run(tmp_path, "check")
    assert (result.exit_code, "daysheet new" in result.output) == (1, True)


def test_a_fault_of_the_machine_ends_with_3(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from daysheet import making
    from daysheet.problems import MachineFault

    def full(*_: object) -> None:
        raise MachineFault("The disk is full.")

    monkeypatch.setattr(making, "make_all", full)
    result = run(small, "all")
    assert (result.exit_code, "The disk is full." in result.output) == (3, True)


def test_the_report_as_json_tells_each_problem_with_its_place(tmp_path: Path) -> None:
    result = run(write_project(tmp_path, WRONG).root, "check", "--json")
    told = json.loads(result.output)
    assert result.exit_code == 1
    assert [(each["file"], each["line"], each["column"]) for each in told["problems"]] == [
        ("data/worksheets/a.yml", 4, 5)
    ]


def test_a_good_session_as_json_has_no_problems(tmp_path: Path) -> None:
    assert json.loads(run(write_project(tmp_path, {}).root, "check", "--json").output) == {
        "problems": [],
        "remarks": [],
    }


def test_mending_writes_the_lines_as_they_should_be_and_keeps_the_old_file(tmp_path: Path) -> None:
    root = write_project(tmp_path, COLON).root
    assert run(root, "check").exit_code == 1
    result = run(root, "check", "--mend")
    assert result.exit_code == 0, result.output
    assert '"To see: at once"' in (root / "data/worksheets/a.yml").read_text("utf-8")
    kept = [path for path in (root / "data/worksheets").iterdir() if path.name != "a.yml"]
    assert [path.read_text("utf-8") for path in kept] == [COLON["data/worksheets/a.yml"]]
    assert run(root, "check").exit_code == 0


def test_all_that_is_quiet_says_nothing_and_makes_everything(tmp_path: Path) -> None:
    sheet = {"data/worksheets/a.yml": "title: T\nblocks:\n  - prompt: Why?\n"}
    root = write_project(tmp_path, sheet).root
    result = run(root, "all", "--quiet", "-o", str(tmp_path / "out"))
    assert (result.exit_code, result.output) == (0, "")
    assert {"site", "facilitator", "manifest.json"} <= {path.name for path in (tmp_path / "out").iterdir()}
    assert not (root / "dist").exists()


def test_a_packet_alone_is_made_and_told(tmp_path: Path) -> None:
    root = write_project(tmp_path, {}).root
    result = run(root, "packets", "participant")
    assert result.exit_code == 0
    assert "participant-a4.pdf" in result.output
    assert [path.name for path in sorted((root / "dist").rglob("*.pdf"))] == [
        "participant-a4.pdf",
        "participant-letter.pdf",
    ]


def test_help_says_what_each_command_does() -> None:
    said = CliRunner().invoke(main, ["--help"]).output
    assert all(f"  {command} " in said for command in ("all", "check", "new", "packets", "serve", "site"))


FILES = [path.relative_to(SMALL) for path in sorted(SMALL.rglob("*")) if path.suffix in (".yml", ".md")]


@pytest.fixture(scope="module")
def played() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(SMALL, Path(folder) / "small"))


def changed(lines: list[str], change: str, at: int, place: int) -> list[str]:
    """The lines as a slip of the hand leaves them."""
    line = lines[at]
    cut = place % (len(line) + 1)
    slips = {
        "a letter is gone": [line[:cut] + line[cut + 1 :]],
        "a line stands twice": [line, line],
        "a line is gone": [],
        "a line moved in": [f"  {line}"],
        "a line moved out": [line[2:] if line.startswith("  ") else line],
        "a colon too many": [line[:cut] + ": " + line[cut:]],
        "a quote too many": [line[:cut] + '"' + line[cut:]],
        "a bracket too many": [line[:cut] + "[" + line[cut:]],
        "a tab": [line.replace("  ", "\t", 1)],
        "a number": [line[: line.index(":") + 1] + " -7" if ":" in line else "-7"],
        "a mapping": [line[: line.index(":") + 1] + " {a: b}" if ":" in line else "- {a: b}"],
        "a list": [line[: line.index(":") + 1] + " [a, b]" if ":" in line else "- - a"],
    }
    if change == "two lines change places" and at + 1 < len(lines):
        return [*lines[:at], lines[at + 1], line, *lines[at + 2 :]]
    return [*lines[:at], *slips.get(change, [line]), *lines[at + 1 :]]


CHANGES = [
    "a letter is gone", "a line stands twice", "a line is gone", "a line moved in", "a line moved out", "a colon too many",
    "a quote too many", "a bracket too many", "a tab", "a number", "a mapping", "a list", "two lines change places",
]  # fmt: skip


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.sampled_from(FILES), st.sampled_from(CHANGES), st.integers(0, 400), st.integers(0, 80))
def test_no_slip_of_the_hand_ends_in_a_traceback(played: Path, file: Path, change: str, at: int, place: int) -> None:
    path = played / file
    text = path.read_text("utf-8")
    lines = text.split("\n")
    try:
        path.write_text("\n".join(changed(lines, change, at % len(lines), place)), "utf-8")
        result = check(played)
        assert bool(result.problems) == (result.library is None)
        assert report_text(result.problems, result.remarks, result.sources)
        assert json.loads(report_json(result.problems, result.remarks))
        assert all(each.place.file and each.sentence for each in result.problems)
        assert "validation error" not in str(result.problems)
    finally:
        path.write_text(text, "utf-8")
