"""Publishing: swapped in whole, never lost, never over what is not ours."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from daysheet.problems import MachineFault
from daysheet.publish.publishing import FINISHED, MARKER, UNFINISHED, publish, recover


def put(folder: Path, text: str, marker: str = FINISHED) -> Path:
    folder.mkdir()
    (folder / MARKER).write_text(marker)
    (folder / "page.html").write_text(text)
    return folder


def page(output: Path) -> str:
    return (output / "page.html").read_text()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def make(output: Path, text: str) -> None:
    with publish(output) as fresh:
        (fresh / "page.html").write_text(text)


def test_what_is_made_takes_the_place_of_the_last_output_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    make(tmp_path / "dist", "one")
    make(tmp_path / "dist", "two")
    assert page(tmp_path / "dist") == "two"
    assert names(tmp_path) == {"dist"}
    assert names(tmp_path / "dist") == {"page.html", MARKER}


def test_the_folders_above_the_output_are_made(tmp_path: Path) -> None:
    make(tmp_path / "a" / "b" / "dist", "one")
    assert page(tmp_path / "a" / "b" / "dist") == "one"


def test_an_output_where_nothing_can_be_made_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, *args: object, **kwargs: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))

    for name in ("open", "mkdir"):  # as in /proc
        with monkeypatch.context() as patch:
            patch.setattr(Path, name, refused)
            with pytest.raises(MachineFault, match=r"Nothing can be made at `.*nope`"):
                make(tmp_path / "a" / "nope", "one")


def test_the_last_output_stands_while_the_next_is_made(tmp_path: Path) -> None:
    make(tmp_path / "dist", "one")
    with publish(tmp_path / "dist") as fresh:
        (fresh / "page.html").write_text("two")
        assert page(tmp_path / "dist") == "one"


def test_a_build_that_fails_leaves_the_last_output_and_nothing_beside_it(tmp_path: Path) -> None:
    make(tmp_path / "dist", "one")
    with pytest.raises(FileNotFoundError), publish(tmp_path / "dist") as fresh:
        (fresh / "page.html").write_bytes((fresh / "none").read_bytes())
    assert page(tmp_path / "dist") == "one"
    assert names(tmp_path) == {"dist"}


def test_a_symbolic_link_stays_and_its_target_is_swapped(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "dist").symlink_to(tmp_path / "elsewhere")
    make(tmp_path / "dist", "one")
    assert (tmp_path / "dist").is_symlink()
    assert page(tmp_path / "elsewhere") == "one"


def test_a_part_begins_from_the_last_output_by_hard_links_without_what_is_made_anew(tmp_path: Path) -> None:
    output = tmp_path / "dist"
    with publish(output) as fresh:
        for name in ("site/pdf", "site/css", "facilitator"):
            (fresh / name).mkdir(parents=True)
            (fresh / name / "file").write_text(name)
    inode = (output / "facilitator" / "file").stat().st_ino
    with publish(output, keep=True, anew=("site/pdf",)) as fresh:
        assert not (fresh / "site" / "pdf").exists()
        assert (fresh / "site" / "css" / "file").read_text() == "site/css"
        assert (fresh / "facilitator" / "file").stat().st_ino == inode
    assert (output / "facilitator" / "file").read_text() == "facilitator"
    assert (output / MARKER).read_text() == FINISHED


def test_a_part_of_no_output_begins_empty(tmp_path: Path) -> None:
    with publish(tmp_path / "dist", keep=True) as fresh:
        assert names(fresh) == {MARKER}


def test_what_cannot_be_linked_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    make(tmp_path / "dist", "one")
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with publish(tmp_path / "dist", keep=True) as fresh:
        assert page(fresh) == "one"


@pytest.mark.parametrize(
    ("left", "text"),
    [
        ({"dist": ("one", FINISHED)}, "one"),
        ({"dist": ("one", FINISHED), ".dist.new": ("two", UNFINISHED)}, "one"),
        ({"dist": ("one", FINISHED), ".dist.new": ("two", FINISHED)}, "one"),
        ({".dist.old": ("one", FINISHED), ".dist.new": ("two", FINISHED)}, "two"),
        ({".dist.old": ("one", FINISHED), ".dist.new": ("two", UNFINISHED)}, "one"),
        ({".dist.old": ("one", FINISHED)}, "one"),
        ({"dist": ("two", FINISHED), ".dist.old": ("one", FINISHED)}, "two"),
        ({"dist": ("two", FINISHED), ".dist.old": ("one", UNFINISHED)}, "two"),
    ],
)
def test_a_start_finishes_or_undoes_a_swap_that_was_cut_short(
    tmp_path: Path, left: dict[str, tuple[str, str]], text: str
) -> None:
    for name, (content, marker) in left.items():
        put(tmp_path / name, content, marker)
    recover(tmp_path / "dist")
    assert page(tmp_path / "dist") == text
    assert names(tmp_path) == {"dist"}


def test_a_part_begins_from_the_output_that_a_cut_swap_was_about_to_show(tmp_path: Path) -> None:
    put(tmp_path / ".dist.old", "one")
    put(tmp_path / ".dist.new", "two")
    with publish(tmp_path / "dist", keep=True) as fresh:
        assert page(fresh) == "two"


def test_half_deleted_leftovers_are_never_taken_for_an_output(tmp_path: Path) -> None:
    put(tmp_path / ".dist.old", "one", UNFINISHED)
    recover(tmp_path / "dist")
    assert names(tmp_path) == set()


KILLED = """
import os, signal, sys
from pathlib import Path
from daysheet.publish import publishing as module

renames = 0
kill_at = int(sys.argv[2])
rename = Path.rename

def killed(self, target):
    global renames
    if renames == kill_at:
        os.kill(os.getpid(), signal.SIGKILL)
    renames += 1
    return rename(self, target)

Path.rename = killed
with module.publish(Path(sys.argv[1])) as fresh:
    (fresh / "page.html").write_text("two")
    if kill_at < 0:
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(("kill_at", "text"), [(-1, "one"), (0, "one"), (1, "two")])
def test_a_build_that_is_killed_loses_nothing_and_the_next_one_goes_through(
    tmp_path: Path, kill_at: int, text: str
) -> None:
    output = tmp_path / "dist"
    make(output, "one")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(output), str(kill_at)], check=False)
    assert ended.returncode == -signal.SIGKILL
    recover(output)
    assert page(output) == text
    make(output, "three")
    assert page(output) == "three"
    assert names(tmp_path) == {"dist"}


def test_when_the_second_rename_fails_the_last_output_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuse_new(self: Path, target: Path) -> Path:
        if self.name == ".dist.new":
            raise OSError(errno.EBUSY, "Device or resource busy", str(self))
        return rename(self, target)

    make(tmp_path / "dist", "one")
    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(MachineFault, match="Device or resource busy"):
        make(tmp_path / "dist", "two")
    assert page(tmp_path / "dist") == "one"
    assert names(tmp_path) == {"dist"}


def test_two_builds_into_one_output_do_not_meet(tmp_path: Path) -> None:
    output = tmp_path / "dist"
    with publish(output) as fresh:
        (fresh / "page.html").write_text("one")
        with pytest.raises(MachineFault) as told:
            make(output, "two")
        recover(output)
    assert str(told.value) == (
        f"Another build into `dist` is under way (process {os.getpid()}). Wait until it has ended, then try again."
    )
    assert page(output) == "one"


def test_builds_into_two_outputs_do_not_hinder_each_other(tmp_path: Path) -> None:
    with publish(tmp_path / "one"):
        make(tmp_path / "two", "two")
    assert names(tmp_path) == {"one", "two"}


def test_a_lock_file_left_by_a_killed_build_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / ".dist.lock").write_text("1")
    make(tmp_path / "dist", "one")
    assert names(tmp_path) == {"dist"}


def test_an_empty_folder_is_taken_as_output(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    make(tmp_path / "dist", "one")
    assert page(tmp_path / "dist") == "one"


@pytest.mark.parametrize("inside", ["notes.txt", ".git", ".daysheet/notes.txt"])
def test_a_folder_that_we_did_not_make_is_not_replaced(tmp_path: Path, inside: str) -> None:
    home = tmp_path / "home"
    (home / inside).parent.mkdir(parents=True)
    (home / inside).write_text("mine")
    with pytest.raises(MachineFault, match="holds what daysheet did not make, so it is not replaced"):
        make(home, "one")
    assert (home / inside).read_text() == "mine"
    assert names(tmp_path) == {"home"}


def test_an_output_of_ours_that_became_a_repository_is_not_replaced(tmp_path: Path) -> None:
    make(tmp_path / "dist", "one")
    (tmp_path / "dist" / ".git").mkdir()
    with pytest.raises(MachineFault, match="did not make"):
        make(tmp_path / "dist", "two")
    assert page(tmp_path / "dist") == "one"


@pytest.mark.parametrize("name", [".dist.new", ".dist.old"])
def test_a_strangers_folder_under_one_of_our_names_beside_it_is_not_deleted(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "notes.txt").write_text("mine")
    with pytest.raises(MachineFault, match="did not make"):
        make(tmp_path / "dist", "one")
    assert (tmp_path / name / "notes.txt").read_text() == "mine"


def test_a_file_is_not_taken_as_output(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("mine")
    with pytest.raises(MachineFault, match="did not make"):
        make(tmp_path / "dist", "one")
    assert (tmp_path / "dist").read_text() == "mine"


def test_the_root_of_the_disk_is_not_taken_as_output() -> None:
    with pytest.raises(MachineFault, match="did not make"):
        make(Path("/"), "one")


def test_a_full_disk_is_told_in_a_sentence_and_leaves_the_last_output(tmp_path: Path) -> None:
    make(tmp_path / "dist", "one")
    with pytest.raises(MachineFault, match="The disk is full") as told, publish(tmp_path / "dist"):
        raise OSError(errno.ENOSPC, "No space left on device", "site/index.html")
    assert "`site/index.html`" in str(told.value)
    assert page(tmp_path / "dist") == "one"
    assert names(tmp_path) == {"dist"}
