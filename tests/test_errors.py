"""Every mistake that a person makes in the data, and what she is told: `cases/errors/*.yml`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from golden import CASES, Case, lay_project, read_case, write_report

from daysheet.check import check
from daysheet.problems import Place, Problem
from daysheet.report import report_json, report_text

ALL = sorted((CASES / "errors").glob("*.yml"))
STAYS = ("problems", "remarks")


def found_in(root: Path, case: Case) -> tuple[str, str]:
    """The report as text and as JSON."""
    lay_project(root, case.files)
    before = digest(root)
    result = check(root)
    assert digest(root) == before, "a check writes nothing"
    return (
        report_text(result.problems, result.remarks, result.sources),
        report_json(result.problems, result.remarks),
    )


def digest(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_mistake_is_told_as_its_case_says(path: Path, tmp_path: Path, update_golden: bool) -> None:
    case = read_case(path)
    report, _ = found_in(tmp_path, case)
    if update_golden:
        write_report(case, report)
        return
    assert report == case.report


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_the_same_stands_in_the_json(path: Path, tmp_path: Path) -> None:
    report, as_json = found_in(tmp_path, read_case(path))
    data = json.loads(as_json)
    assert set(data) == set(STAYS)
    for each in data["problems"]:
        assert each["sentence"] in report
        assert each["kind"] == "problem"
        assert Place(each["file"], each["line"], each["column"], each["length"]).file == each["file"]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_message_is_a_sentence_of_plain_words(path: Path, tmp_path: Path) -> None:
    lay_project(tmp_path, read_case(path).files)
    for problem in check(tmp_path).problems:
        assert_well_said(problem)


def assert_well_said(problem: Problem) -> None:
    assert problem.sentence.strip() == problem.sentence != ""
    assert not problem.sentence.endswith((".", "!"))
    assert not problem.hint.endswith((".", "!")), problem.hint
    for word in ("Traceback", "pydantic", "NoneType", "dict", "validation", "scalar", "expected <", "literal_error"):
        assert word not in problem.sentence + problem.hint


def test_there_are_at_least_sixty_cases() -> None:
    assert len(ALL) >= 60
