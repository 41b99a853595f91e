"""Step 1, read: how far a scan for traps has come, and what it has found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from daysheet.problems import Mend, Place, Problem
from daysheet.traps.levels import Levels
from daysheet.traps.rows import Row, read_row
from daysheet.traps.value import Found, Names


@dataclass(frozen=True)
class Trap:
    """A problem found in the raw lines; a silent one is taken by the parser without a word."""

    problem: Problem
    silent: bool = False


@dataclass
class Scan:
    """The lines of a file, how far they have been read, and the traps in them by line."""

    lines: Sequence[str]
    file: str
    names: Names
    at: int = 0
    levels: Levels = field(default_factory=Levels)
    traps: dict[int, Trap] = field(default_factory=dict)

    def tell(self, found: Found, number: int, column: int, mend: Sequence[str] | None, last: int = 0) -> None:
        """A trap on line `number`, column from 0; `mend` are the lines `number` to `last` as they should be.

        A second trap on the same line betters the mend of the first.
        """
        lines = Mend(number, last or number, tuple(mend)) if mend is not None else None
        first = self.traps.get(number)
        if first is not None:
            place, sentence, hint = first.problem.place, first.problem.sentence, first.problem.hint
            better = lines or first.problem.mend
            self.traps[number] = Trap(Problem(place, sentence, hint, better), first.silent or found.silent)
            return
        place = Place(self.file, number + found.line, column + found.column + 1, found.length)
        self.traps[number] = Trap(Problem(place, found.sentence, found.hint, lines), found.silent)

    def rows(self) -> Iterator[Row]:
        """The rows from here on; taking one does not move on."""
        return (read_row(index + 1, self.lines[index]) for index in range(self.at, len(self.lines)))

    def next_row(self) -> Row | None:
        """The next row that says something."""
        return next((row for row in self.rows() if row.kind not in ("blank", "comment")), None)
