"""Shared by all tests: small projects, and the switch that writes golden files anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings

from daysheet.check import CheckResult, check
from daysheet.library import Library
from daysheet.project import Project
from daysheet.reader import read_yaml
from daysheet.shape import check_shape
from daysheet.view import View, view_for

SMALL = Path(__file__).parent / "projects" / "small"
CONFERENCE = Path(__file__).parent / "projects" / "conference"
Model = TypeVar("Model")

settings.register_profile("daysheet", deadline=None)  # a busy machine is no failure
settings.load_profile("daysheet")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files of tests/cases anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


def write_project(root: Path, files: Mapping[str, str | bytes]) -> Project:
    """A project of these files (by path), with a session where they hold none."""
    session = {} if (root / "data" / "session.yml").is_file() else {"data/session.yml": "title: A small day\n"}
    for name, text in {**session, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return Project(root)


def checked(root: Path, files: Mapping[str, str | bytes], delivery: str = "") -> CheckResult:
    """What `check` says of a project of these files."""
    return check(write_project(root, files).root, delivery)


def sentences(result: CheckResult) -> list[str]:
    """What is told, each as `file:line: sentence`."""
    return [f"{each.place.file}:{each.place.line}: {each.sentence}" for each in result.problems]


def library_of(root: Path, files: Mapping[str, str | bytes], delivery: str = "") -> Library:
    """The library of a project that must be good."""
    result = checked(root, files, delivery)
    assert result.library is not None, sentences(result)
    return result.library


def view_of(root: Path, files: Mapping[str, str | bytes], audience: str = "participant") -> View:
    """One audience's view of a project that must be good."""
    result = checked(root, files)
    assert result.library is not None, sentences(result)
    return view_for(Project(root), result, audience)


def record_of(model: type[Model], text: str, file: str = "data/worksheets/sample.yml") -> Model:
    """The record that a text holds; the test fails where it holds a mistake."""
    record, problems = check_shape(model, read_yaml(text, file))
    assert record is not None, [each.sentence for each in problems]
    return record


def refused(model: type[Any], text: str, file: str = "data/worksheets/sample.yml") -> list[str]:
    """The sentences and hints with which a text is refused."""
    record, problems = check_shape(model, read_yaml(text, file))
    assert record is None
    return [f"{each.sentence}. {each.hint}" for each in problems]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small session that has a little of everything."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture(scope="session")
def conference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that is made of the made-up conference of 48 people, made once: the output. Nobody changes it."""
    from daysheet.making import make_all
    from daysheet.progress import Progress

    output = tmp_path_factory.mktemp("conference") / "dist"
    result = check(CONFERENCE)
    assert result.library is not None, sentences(result)
    make_all(Project(CONFERENCE), result, output, Progress(quiet=True))
    return output


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once. The PDF engine hides the machine's fonts from its own process; a browser needs them."""
    playwright = pytest.importorskip("playwright.sync_api")
    surroundings = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
            env=surroundings,
        )
        BROWSERS.append(started)
        yield started
        started.close()


BROWSERS: list[Any] = []
"""The browser of this process, once a test has asked for it."""


@pytest.fixture(scope="module", autouse=True)
def windows_closed() -> Iterator[None]:
    """What a module's tests opened in the browser is closed after them: windows that stay open slow all that follow."""
    yield
    for each in BROWSERS:
        for context in each.contexts:
            context.close()
