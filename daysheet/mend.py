"""Between steps 1 and 2: writes lines as they should be. What `check --mend` does to a file.

The old file is kept beside the new one; the new one is written whole or not at all.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from daysheet.encodings import LINE_END, decode
from daysheet.problems import InvalidData, Mend, Problem

MOST_ROUNDS = 20
Check = Callable[[str], list[Problem]]


@dataclass(frozen=True)
class Change:
    """The lines that stood from line `first` on (from 1, in the text of that round), and what stands there now."""

    first: int
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Mended:
    """What became of one file: each change in order, the problems that are left, and where the old file is kept."""

    changes: tuple[Change, ...]
    left: tuple[Problem, ...]
    kept: Path | None


def mend(text: str, problems: Iterable[Problem]) -> str:
    """The text with every mend that does not overlap an earlier one; line ends stay as they are."""
    return _mended(text, problems)[0]


def mend_text(text: str, check: Check) -> tuple[str, tuple[Change, ...], tuple[Problem, ...]]:
    """Text mended until nothing more can be, the changes, and the problems that are left."""
    changes: list[Change] = []
    seen = {text}
    problems = check(text)
    for _ in range(MOST_ROUNDS):
        better, done = _mended(text, problems)
        if not done or better in seen:
            break
        seen.add(better)
        text, changes, problems = better, [*changes, *done], check(better)
    return text, tuple(changes), tuple(problems)


def mend_file(path: Path, check: Check) -> Mended:
    """Mends a file and keeps the old one beside it as `<name>.before`; writes nothing where there is nothing to mend.

    Raises: InvalidData when it is no UTF-8 text; OSError when it cannot be written.
    """
    old = path.read_bytes()
    text, changes, left = mend_text(decode(old, path.name), check)
    if not changes:
        return Mended((), left, None)
    kept = _keep(path, old)
    _write_whole(path, text.encode())
    return Mended(changes, left, kept)


def is_mendable(path: Path) -> bool:
    """Whether a file is text that can be mended at all."""
    try:
        decode(path.read_bytes(), path.name)
    except InvalidData:
        return False
    return True


def _mended(text: str, problems: Iterable[Problem]) -> tuple[str, list[Change]]:
    """The text, and the changes from the top down."""
    lines, ends = LINE_END.split(text), LINE_END.findall(text)
    end = ends[0] if ends else "\n"
    parts = [line + tail for line, tail in zip(lines, [*ends, ""], strict=True)]
    changes: list[Change] = []
    for each in reversed(list(_apart(problems))):
        if not 1 <= each.first <= each.last <= len(lines):
            continue
        before = tuple(lines[each.first - 1 : each.last])
        last = parts[each.last - 1]
        tail = last[len(lines[each.last - 1]) :]
        if before != each.lines:
            changes.insert(0, Change(each.first, before, each.lines))
            parts[each.first - 1 : each.last] = [end.join(each.lines) + (tail if each.lines else "")]
    return "".join(parts), changes


def _apart(problems: Iterable[Problem]) -> Iterator[Mend]:
    """Mends that do not overlap, from the top down."""
    reached = 0
    mends = (problem.mend for problem in problems if problem.mend is not None)
    for each in sorted(mends, key=lambda mend: (mend.first, mend.last)):
        if each.first > reached:
            reached = each.last
            yield each


def _keep(path: Path, old: bytes) -> Path:
    """A copy of the old file under a name that is still free."""
    number = 1
    while True:
        kept = path.with_name(f"{path.name}.before" + (f"-{number}" if number > 1 else ""))
        try:
            with kept.open("xb") as file:
                file.write(old)
        except FileExistsError:
            number += 1
        else:
            return kept


def _write_whole(path: Path, data: bytes) -> None:
    """Beside the file first, then in its place by one rename."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(path.stat().st_mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def told(change: Change) -> str:
    """One change as it is told: `9: title: Leading: learning -> title: "Leading: learning"`."""
    before = " / ".join(re.sub(r"\s+", " ", line).strip() for line in change.before)
    after = " / ".join(line.strip() for line in change.after)
    if before == after:
        return f"{change.first}: {after} (the spaces at the beginning of the line)"
    return f"{change.first}: {before} -> {after}"
