"""What can go wrong, in three kinds: a reader's mistake, many of them, and a fault of the machine.

Anything else that is raised is our bug and shows as a traceback. A `Problem` always has its place and a sentence that a
person who is no programmer can act on; stages collect all of theirs and raise them together as `InvalidData`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Place:
    """Where a value stands: `file` relative to the project, `line` and `column` from 1, `length` in characters.

    Line 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1


@dataclass(frozen=True)
class Mend:
    """The lines `first` to `last` (from 1, inclusive) of a file as they should be."""

    first: int
    last: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Problem:
    """One mistake in the data: a sentence, its place, and where we know it, a hint and the line as it should be."""

    place: Place
    sentence: str
    hint: str = ""
    mend: Mend | None = None


@dataclass(frozen=True)
class Remark:
    """Something softer that stops nothing: no address yet, a packet too thick to staple."""

    place: Place
    sentence: str
    hint: str = ""


class InvalidData(Exception):
    """All the problems of one stage. Nothing has been written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems, key=lambda problem: problem.place))
        super().__init__("\n".join(f"{p.place.file}:{p.place.line}: {p.sentence}" for p in self.problems))

    def __reduce__(self) -> tuple[type[InvalidData], tuple[tuple[Problem, ...]]]:
        return InvalidData, (self.problems,)  # so that a process of a pool can hand it on


class MachineFault(Exception):
    """Something outside the data failed: a missing library, a full disk, a port in use. Exit code 3."""


class UsedWrongly(Exception):
    """A command that cannot be carried out as it was typed. Exit code 2."""


@dataclass
class Collector:
    """Gathers the problems and remarks of one stage."""

    problems: list[Problem] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def problem(self, place: Place, sentence: str, hint: str = "", mend: Mend | None = None) -> None:
        self.problems.append(Problem(place, sentence, hint, mend))

    def remark(self, place: Place, sentence: str, hint: str = "") -> None:
        self.remarks.append(Remark(place, sentence, hint))

    def raise_if_any(self) -> None:
        """End of a stage: all its problems at once."""
        if self.problems:
            raise InvalidData(self.problems)
