"""The session that `daysheet new` makes: complete, sound, and nobody's but the author's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from daysheet.check import CheckResult, check
from daysheet.cli import main
from daysheet.models.blocks import KINDS
from daysheet.problems import MachineFault, UsedWrongly
from daysheet.reader import Source, read_yaml
from daysheet.starter import STARTER, make_starter

FOR_LATER = {"likert", "mark", "rubric", "exhibit"}
"""Kinds of blocks that a first session does without; the docs show them."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "feedback"
    make_starter(folder)
    return folder


@pytest.fixture(scope="module")
def checked(folder: Path) -> CheckResult:
    return check(folder)


def test_it_has_no_problem_and_asks_only_for_the_address(checked: CheckResult) -> None:
    assert checked.problems == ()
    assert [remark.sentence for remark in checked.remarks] == ["Without an `address` no sheet carries a QR code"]


def test_it_shows_every_kind_of_block_to_write_in_and_of_record(checked: CheckResult) -> None:
    library = checked.library
    assert library is not None
    assert library.delivery is not None
    assert {block.kind for sheet in library.worksheets for block in sheet.blocks} == set(KINDS) - FOR_LATER
    assert library.readings
    assert library.portraits
    assert library.tenets
    assert library.sources


def test_its_rounds_fit_into_the_day_and_leave_some_minutes(checked: CheckResult) -> None:
    assert [table.buffer for table in checked.timetables] == [8]


def test_every_file_explains_itself_and_none_is_of_the_engine(folder: Path) -> None:
    made = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    assert {path.parts[0] for path in made} == {"data", "content", ".gitignore"}
    assert made == {path.relative_to(STARTER) for path in STARTER.rglob("*") if path.is_file()}
    for single in ("session.yml", "delivery.yml", "sources.yml"):
        assert (folder / "data" / single).read_text("utf-8").startswith("# ")


def flow_texts(source: Source) -> list[str]:
    """Every text that stands in braces or brackets."""
    flows = [keys for keys, style in source.styles.items() if style == "flow"]
    return [
        str(value)
        for keys in source.styles
        if keys[:-1] in flows and isinstance(value := _value(source, keys), str) and source.styles[keys] == "plain"
    ]


def _value(source: Source, keys: tuple[str | int, ...]) -> object:
    value: object = source.data
    for key in keys:
        value = value[key]  # type: ignore[index]
    return value


@pytest.mark.parametrize("path", sorted(STARTER.rglob("*.yml")), ids=lambda path: path.stem)
def test_no_sentence_stands_in_braces_or_brackets(path: Path) -> None:
    source = read_yaml(path.read_bytes(), path.name)
    assert [text for text in flow_texts(source) if len(text.split()) > 6] == []


def test_it_says_what_was_made_and_what_to_type_next(tmp_path: Path) -> None:
    lines = make_starter(tmp_path / "my day", "python build.py")
    assert "my day: 13 files" in lines[0]
    typed = [line for line in lines if "python build.py" in line]
    assert [next(word for word in ("serve", "check", "all") if f" {word} " in line) for line in typed] == [
        "serve", "check", "all",
    ]  # fmt: skip
    assert all(f"-C '{tmp_path / 'my day'}'" in line for line in typed)


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["new", str(tmp_path)]).exit_code == 0
    assert (tmp_path / "data" / "session.yml").is_file()


@pytest.mark.parametrize("name", ["kept.txt", ".hidden"])
def test_a_folder_that_holds_something_is_refused_and_left_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    result = CliRunner().invoke(main, ["new", str(tmp_path)])
    assert result.exit_code == 2
    assert "There is something in" in result.output
    assert "Traceback" not in result.output
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", "utf-8")
    with pytest.raises(UsedWrongly):
        make_starter(tmp_path / "taken")


def test_a_folder_that_cannot_be_made_is_a_fault_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", "utf-8")
    with pytest.raises(MachineFault, match="could not be written"):
        make_starter(tmp_path / "taken" / "new")


def test_it_builds_at_once_into_both_sites_and_both_packets(folder: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["-C", str(folder), "all", "--quiet", "--output", str(tmp_path / "dist")])
    assert result.exit_code == 0, result.output
    made = {each["path"]: each for each in json.loads((tmp_path / "dist" / "manifest.json").read_text("utf-8"))}
    assert {"site", "facilitator", "site/pdf/participant-a4.pdf", "facilitator/pdf/facilitator-letter.pdf"} <= set(made)
    sheets = [each["pages"] for path, each in made.items() if path.startswith("site/pdf/worksheets/")]
    assert sheets == [1] * 8, "every worksheet is one page, on both papers"
