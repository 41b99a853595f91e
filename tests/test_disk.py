"""The disk: what is written replaces, what is refused is told."""

import errno
from pathlib import Path

import pytest

from daysheet.problems import MachineFault
from daysheet.publish.disk import machine_faults, write_file, write_links


def test_writing_a_file_breaks_its_hard_link(tmp_path: Path) -> None:
    (tmp_path / "last").write_text("last")
    (tmp_path / "new").hardlink_to(tmp_path / "last")
    write_file(tmp_path / "new", "new")
    assert (tmp_path / "last").read_text() == "last"
    assert (tmp_path / "new").read_text() == "new"


def test_a_file_is_written_as_bytes_or_as_utf_8_with_the_folders_above_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b" / "text", "Győr\n")
    write_file(tmp_path / "a" / "bytes", b"\0")
    assert (tmp_path / "a" / "b" / "text").read_bytes() == "Győr\n".encode()
    assert (tmp_path / "a" / "bytes").read_bytes() == b"\0"


def test_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    with pytest.raises(OSError):
        write_file(tmp_path / "folder", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_linked_tree_leaves_out_paths_and_not_names(tmp_path: Path) -> None:
    for name in ("a/pdf/x", "b/pdf/x"):
        write_file(tmp_path / "source" / name, name)
    (tmp_path / "target").mkdir()
    write_links(tmp_path / "source", tmp_path / "target", frozenset({"a/pdf"}))
    found = sorted(path.relative_to(tmp_path / "target").as_posix() for path in (tmp_path / "target").rglob("*"))
    assert found == ["a", "b", "b/pdf", "b/pdf/x"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "The disk is full: `f` could not be written. Nothing was changed. Make room, then try again."),
        (errno.EDQUOT, "The disk is full: `f` could not be written. Nothing was changed. Make room, then try again."),
        (errno.EACCES, "No leave to use `f` (words). Close what has it open, or look at its permissions."),
        (errno.EROFS, "No leave to use `f` (words). Close what has it open, or look at its permissions."),
        (errno.EIO, "Could not use `f`: words."),
    ],
)
def test_what_the_machine_refuses_is_a_sentence(code: int, sentence: str) -> None:
    with pytest.raises(MachineFault) as told, machine_faults():
        raise OSError(code, "words", "f")
    assert str(told.value) == sentence


def test_a_fault_without_a_file_is_told_too() -> None:
    with pytest.raises(MachineFault, match="The disk is full: the output could not be written"), machine_faults():
        raise OSError(errno.ENOSPC, "words")


def test_a_file_that_we_forgot_to_make_stays_a_bug(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), machine_faults():
        (tmp_path / "none").read_text()


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("mine")
    with pytest.raises(MachineFault, match="File exists"), machine_faults():
        (tmp_path / "dist").mkdir()
