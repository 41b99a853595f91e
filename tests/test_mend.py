from __future__ import annotations

from pathlib import Path

import pytest

from daysheet.mend import Change, is_mendable, mend, mend_file, mend_text, told
from daysheet.problems import InvalidData, Mend, Place, Problem
from daysheet.reader import read_yaml


def problem(first: int, last: int, *lines: str) -> Problem:
    return Problem(Place("f.yml", first, 1), "Something", mend=Mend(first, last, lines))


def check(text: str) -> list[Problem]:
    try:
        read_yaml(text, "f.yml")
    except InvalidData as invalid:
        return list(invalid.problems)
    return []


def test_mends_are_written_in_their_lines() -> None:
    problems = [problem(3, 3, "C", "C2"), problem(1, 1, "A")]
    assert mend("a\nb\nc\nd\n", problems) == "A\nb\nC\nC2\nd\n"


def test_of_two_that_overlap_the_upper_is_written() -> None:
    assert mend("a\nb\nc\n", [problem(2, 3, "X"), problem(1, 2, "Y")]) == "Y\nc\n"


def test_line_ends_and_a_last_line_without_one_stay() -> None:
    assert mend("a\r\nb\r\nc", [problem(2, 2, "B", "B2"), problem(3, 3, "C")]) == "a\r\nB\r\nB2\r\nC"


def test_a_problem_without_a_mend_changes_nothing() -> None:
    assert mend("a\n", [Problem(Place("f.yml", 1, 1), "Something")]) == "a\n"


def test_a_mend_outside_the_file_is_left_out() -> None:
    assert mend("a\n", [problem(7, 9, "x")]) == "a\n"


def test_mending_goes_on_until_nothing_more_can_be_mended() -> None:
    text, changes, left = mend_text("title:A: b\nnorms:\n\t- See c: d: e\n", check)
    assert read_yaml(text, "f.yml").data == {"title": "A: b", "norms": ["See c: d: e"]}
    assert changes
    assert left == ()


def test_a_check_that_is_never_content_does_not_go_on_for_ever() -> None:
    text, changes, left = mend_text("a\n", lambda now: [problem(1, 1, now.strip() + "x")])
    assert text == "a" + "x" * 20 + "\n"
    assert len(changes) == 20
    assert len(left) == 1


def test_two_mends_that_undo_one_another_end_too() -> None:
    text, _, _ = mend_text("a\n", lambda now: [problem(1, 1, "b" if now == "a\n" else "a")])
    assert text == "b\n"


def test_the_old_file_is_kept_beside_the_new_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "session.yml"
    for number, old in enumerate(("title: A: b\n", "title: C: d\n", "title: E: f\n"), 1):
        path.write_text(old, "utf-8")
        mended = mend_file(path, check)
        assert mended.kept == tmp_path / ("session.yml.before" + (f"-{number}" if number > 1 else ""))
        assert mended.kept.read_text("utf-8") == old
        assert check(path.read_text("utf-8")) == []
    assert len(list(tmp_path.iterdir())) == 4


def test_a_file_with_nothing_to_mend_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "session.yml"
    path.write_text("title: A\n", "utf-8")
    mended = mend_file(path, check)
    assert (mended.changes, mended.kept) == ((), None)
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_mended_is_told(tmp_path: Path) -> None:
    path = tmp_path / "session.yml"
    path.write_text("title: A: b\ntitle: C\n", "utf-8")
    mended = mend_file(path, check)
    assert [each.sentence for each in mended.left] == ["`title` stands twice here; the first is on line 1"]
    assert mended.kept is not None


def test_windows_line_ends_and_rights_survive(tmp_path: Path) -> None:
    path = tmp_path / "session.yml"
    path.write_bytes(b"title: A: b\r\nquestion: c\r\n")
    path.chmod(0o640)
    mend_file(path, check)
    assert path.read_bytes() == b'title: "A: b"\r\nquestion: c\r\n'
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "session.yml"
    path.write_text("title: A: b\n", "utf-8")

    def fail(self: Path, target: Path) -> Path:
        raise OSError("full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="full"):
        mend_file(path, check)
    assert path.read_text("utf-8") == "title: A: b\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["session.yml", "session.yml.before"]


def test_what_is_no_text_cannot_be_mended(tmp_path: Path) -> None:
    path = tmp_path / "session.yml"
    path.write_bytes(b"title: \xe9\n")
    assert not is_mendable(path)


def test_a_change_is_told_in_one_line() -> None:
    assert told(Change(3, ("  - a: b: c",), ('  - "a: b: c"',))) == '3: - a: b: c -> - "a: b: c"'
