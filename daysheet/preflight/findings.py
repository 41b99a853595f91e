"""Preflight, what is told: a finding, with its file and page, and the same finding on several pages told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby


@dataclass(frozen=True)
class Finding:
    """One thing that does not hold. `soft` ones are remarks and stop nothing.

    `file` is relative to the output, `page` from 1 (0: the file as a whole), `source` the file of the project that the
    page was made from, where it is known. `more` counts the other pages and files of which the same holds.
    """

    check: str
    sentence: str
    hint: str = ""
    file: str = ""
    page: int = 0
    source: str = ""
    soft: bool = False
    more: int = 0


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Problems first, then by file and page; what is the same on several pages and papers is told at the first of them."""

    def sameness(finding: Finding) -> tuple[bool, str, str, str]:
        return finding.soft, finding.check, finding.sentence, finding.source

    ordered = sorted(findings, key=lambda each: (sameness(each), each.file, each.page))
    groups = (list(group) for _, group in groupby(ordered, key=sameness))
    merged = (replace(group[0], more=sum(each.more + 1 for each in group) - 1) for group in groups)
    return tuple(sorted(merged, key=lambda each: (each.soft, each.file, each.page, each.check, each.sentence)))


def hardened(findings: Iterable[Finding], checks: frozenset[str]) -> tuple[Finding, ...]:
    """The findings with the remarks of these checks as problems."""
    return tuple(replace(each, soft=False) if each.check in checks else each for each in findings)
