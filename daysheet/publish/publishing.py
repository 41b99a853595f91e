"""Step 8, publish: everything is made in a fresh folder beside the output, then swapped in by two renames.

    dist        the last good output        .dist.new   the one being made
    .dist.lock  one build at a time         .dist.old   the last one, between the two renames

A file `.daysheet` in each of these folders says that it is ours and whether it is finished. A build that is killed at
any moment loses nothing: the next start finds the folders as they were left and finishes or undoes the swap.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from daysheet.problems import MachineFault
from daysheet.publish.disk import machine_faults, write_links
from daysheet.publish.lock import Taken, locked, no_place

MARKER = ".daysheet"
FINISHED = "This folder was made by daysheet. Each build replaces it whole: keep nothing of your own in it.\n"
UNFINISHED = "This folder is being made by daysheet and is not finished. It may be deleted.\n"


@dataclass(frozen=True)
class Folders:
    """The output and what stands beside it."""

    output: Path

    @classmethod
    def of(cls, output: Path) -> Folders:
        """The folders of an output; a symbolic link is followed, so that its target is swapped and the link stays."""
        return cls(output.resolve())

    def beside(self, end: str) -> Path:
        return self.output.parent / f".{self.output.name}.{end}"

    @property
    def new(self) -> Path:
        return self.beside("new")

    @property
    def old(self) -> Path:
        return self.beside("old")

    @property
    def lock(self) -> Path:
        return self.beside("lock")


@contextmanager
def publish(output: Path, *, keep: bool = False, anew: Collection[str] = ()) -> Iterator[Path]:
    """Give a fresh folder to make the output in, and swap it in when the body ends well.

    With `keep` the folder begins as a hard-linked copy of the last output, without the paths in `anew` (relative to the
    output, `/` between names): these are to be made again. What is kept shares its bytes with the last output, so it
    must be replaced by `disk.write_file`, never opened for writing.

    When the body raises, the output stays as it was. Raises `MachineFault` when another build is under way, when the
    output is a folder that daysheet did not make, and when the disk is full or may not be written.
    """
    folders = Folders.of(output)
    with machine_faults():
        _refuse_strangers(folders.output)
        _make_parent(folders.output)
        with locked(folders.lock, folders.output):
            _recover(folders)
            try:
                _begin(folders, keep, anew)
                yield folders.new
                _write_marker(folders.new, FINISHED)
                _swap(folders)
            finally:
                _discard(folders.new)


def _make_parent(output: Path) -> None:
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except FileNotFoundError as fault:
        raise no_place(output) from fault


def recover(output: Path) -> None:
    """Finish or undo a swap that was cut short. Does nothing when all is well or while another build is under way."""
    folders = Folders.of(output)
    if not (folders.new.exists() or folders.old.exists()):
        return
    with machine_faults(), suppress(Taken), locked(folders.lock, folders.output):
        _recover(folders)


def _refuse_strangers(*paths: Path) -> None:
    for folder in paths:
        if not _is_ours(folder):
            raise MachineFault(
                f"`{folder}` holds what daysheet did not make, so it is not replaced. Give a new or an empty folder."
            )


def _is_ours(folder: Path) -> bool:
    if not folder.exists():
        return True
    if not folder.is_dir() or (folder / ".git").exists():
        return False
    with suppress(FileNotFoundError):
        return (folder / MARKER).is_file() or not any(folder.iterdir())
    return True


def _recover(folders: Folders) -> None:
    _refuse_strangers(folders.output, folders.new, folders.old)
    if not folders.output.exists():
        for left in (folders.new, folders.old):
            if _is_finished(left):
                left.rename(folders.output)
                break
    for left in (folders.new, folders.old):
        _remove(left)


def _is_finished(folder: Path) -> bool:
    try:
        return (folder / MARKER).read_text("utf-8") == FINISHED
    except (FileNotFoundError, NotADirectoryError):
        return False


def _begin(folders: Folders, keep: bool, anew: Collection[str]) -> None:
    folders.new.mkdir()
    _write_marker(folders.new, UNFINISHED)
    if keep and folders.output.is_dir():
        write_links(folders.output, folders.new, frozenset(anew) | {MARKER})


def _swap(folders: Folders) -> None:
    had = folders.output.exists()
    if had:
        folders.output.rename(folders.old)
    try:
        folders.new.rename(folders.output)
    except BaseException:
        if had and not folders.output.exists():
            folders.old.rename(folders.output)
        raise
    _discard(folders.old)


def _write_marker(folder: Path, text: str) -> None:
    # Written in place, for it is never linked: there is no moment at which a folder of ours has no marker.
    (folder / MARKER).write_text(text, "utf-8")


def _remove(folder: Path) -> None:
    """Delete a folder of ours, its marker last: cut short, what is left is still known as ours and as unfinished."""
    if not folder.exists():
        return
    if any(folder.iterdir()):
        _write_marker(folder, UNFINISHED)
    for inside in folder.iterdir():
        if inside.is_dir() and not inside.is_symlink():
            shutil.rmtree(inside)
        elif inside.name != MARKER:
            inside.unlink()
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


def _discard(folder: Path) -> None:
    """Delete a folder that is no longer needed; where that fails, the next start does it."""
    with suppress(OSError):
        _remove(folder)
