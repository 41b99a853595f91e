"""What `daysheet new` makes: a small, complete session that builds at once, to be changed into one's own."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from daysheet.problems import MachineFault, UsedWrongly
from daysheet.project import ENGINE

STARTER = ENGINE / "templates" / "starter"
TOUR = (
    ("data/session.yml", "what it is about"),
    ("data/delivery.yml", "when, where and for how many"),
    ("data/agendas/", "what the room does, round by round"),
    ("data/worksheets/", "what people write on"),
    ("content/", "the home page and the readings"),
)


def make_starter(folder: Path, command: str = "daysheet") -> list[str]:
    """Writes the small session into a folder that is new or empty; gives lines that say what to do next.

    `command` is how the reader calls us. Raises: UsedWrongly where something stands in the folder already; MachineFault.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise UsedWrongly(
            f"There is something in {folder} already, and nothing was written. Give the name of a new folder."
        )
    try:
        count = _copy(folder)
    except OSError as error:
        raise MachineFault(f"{folder} could not be written: {error.strerror}.") from error
    return list(_told(folder, count, command))


def _copy(folder: Path) -> int:
    """Copies text by text, so that no read-only mark of an installed engine comes along; gives the number of files."""
    files = sorted(path for path in STARTER.rglob("*") if path.is_file())
    for path in files:
        target = folder / path.relative_to(STARTER)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return len(files)


def _told(folder: Path, count: int, command: str) -> Iterator[str]:
    where = shlex.quote(str(folder))
    yield f"A small session stands in {folder}: {count} files, all of them yours to change."
    yield from (f"  {name:<20}{about}" for name, about in TOUR)
    yield "What to do next:"
    yield f"  {command} -C {where} serve   see it, and every change as you save it"
    yield f"  {command} -C {where} check   be told what to mend"
    yield f"  {command} -C {where} all     make the site and the packets, in {where}/dist"
