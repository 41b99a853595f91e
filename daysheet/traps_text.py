"""Step 1, read: the traps of prose in YAML, found from the raw lines."""

from __future__ import annotations

from dataclasses import dataclass

from daysheet.problems import Problem


@dataclass(frozen=True)
class Trap:
    """A problem found in the raw lines; a silent one is taken by the parser without a word."""

    problem: Problem
    silent: bool = False


def scan(lines: tuple[str, ...], file: str) -> list[Trap]:
    return []
