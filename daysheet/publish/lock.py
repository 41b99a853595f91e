"""One build at a time: a lock file beside the output, which the system lets go of when its holder ends or is killed."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from daysheet.problems import MachineFault

NO_LOCKS_HERE = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}

if sys.platform == "win32":
    import msvcrt

    def _claim(file: IO[str]) -> None:
        # Windows locks forbid reading: a byte far behind the text keeps the process number readable.
        file.seek(1024)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

else:
    import fcntl

    def _claim(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Taken(MachineFault):
    """Another process holds the lock."""


@contextmanager
def locked(path: Path, output: Path) -> Iterator[None]:
    """Hold the lock file `path` for the build into `output`; raises `Taken` at once when another build holds it."""
    file = _open_claimed(path, output)
    try:
        yield
    finally:
        # Removed before it is let go of, so that nobody can claim a file that is about to vanish.
        with suppress(OSError):
            path.unlink()
        file.close()
        if sys.platform == "win32":
            with suppress(OSError):
                path.unlink()


def _open_claimed(path: Path, output: Path) -> IO[str]:
    while True:
        file = _opened(path, output)
        try:
            _claim(file)
        except OSError as fault:
            if fault.errno not in NO_LOCKS_HERE:
                holder = _holder(file)
                file.close()
                raise Taken(_sentence(output, holder)) from None
        if _still_there(file, path):
            _sign(file)
            return file
        file.close()


def _opened(path: Path, output: Path) -> IO[str]:
    try:
        return path.open("a+", encoding="utf-8")
    except FileNotFoundError as fault:
        # a folder of the system's own (/proc), in which nothing can be made
        raise no_place(output) from fault


def no_place(output: Path) -> MachineFault:
    """The fault of an output that stands where nothing can be made."""
    return MachineFault(f"Nothing can be made at `{output}`. Give another folder with `-o`.")


def _still_there(file: IO[str], path: Path) -> bool:
    """Whether the file that we claimed is still the one of that name; its holder before us may have removed it."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    return False


def _sign(file: IO[str]) -> None:
    file.seek(0)
    file.truncate()
    file.write(str(os.getpid()))
    file.flush()


def _holder(file: IO[str]) -> str:
    with suppress(OSError, ValueError):
        file.seek(0)
        return str(int(file.read(20)))
    return ""


def _sentence(output: Path, holder: str) -> str:
    who = f" (process {holder})" if holder else ""
    return f"Another build into `{output.name}` is under way{who}. Wait until it has ended, then try again."
