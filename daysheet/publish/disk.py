"""The disk: files written by replacing them, trees of hard links, and what the machine refuses, told in a sentence."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from daysheet.problems import MachineFault

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
UNUSABLE = {
    errno.EBUSY,
    errno.EEXIST,
    errno.EIO,
    errno.EISDIR,
    errno.EMFILE,
    errno.ENAMETOOLONG,
    errno.ENFILE,
    errno.ENOTDIR,
}
UNUSABLE |= {errno.EXDEV}
TOP = PurePosixPath()


def write_file(path: Path, content: bytes | str) -> None:
    """Write a file by replacing it: a hard link to the last output is broken, and nobody ever reads half a file."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def write_links(source: Path, target: Path, left_out: frozenset[str], inside: PurePosixPath = TOP) -> None:
    """Hard-link the files under `source` into `target`, but for the paths `left_out`; `inside` is where we stand."""
    for entry in sorted((source / inside).iterdir()):
        path = inside / entry.name
        if str(path) in left_out:
            continue
        if entry.is_dir() and not entry.is_symlink():
            (target / path).mkdir()
            write_links(source, target, left_out, path)
        else:
            _link(entry, target / path)


def _link(source: Path, target: Path) -> None:
    """A hard link, or a copy where the file system knows none."""
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


@contextmanager
def machine_faults() -> Iterator[None]:
    """Raise a `MachineFault` for what the machine refuses: a full disk, a folder that may not be written."""
    try:
        yield
    except OSError as fault:
        sentence = _sentence(fault)
        if not sentence:
            raise
        raise MachineFault(sentence) from fault


def _sentence(fault: OSError) -> str:
    """What to tell the reader; empty where the fault is rather a bug of ours."""
    name = fault.filename2 or fault.filename
    where = f"`{os.fsdecode(name)}`" if name else "the output"
    if fault.errno in FULL:
        return f"The disk is full: {where} could not be written. Nothing was changed. Make room, then try again."
    if fault.errno in FORBIDDEN:
        return f"No leave to use {where} ({fault.strerror}). Close what has it open, or look at its permissions."
    if fault.errno in UNUSABLE:
        return f"Could not use {where}: {fault.strerror}."
    return ""
