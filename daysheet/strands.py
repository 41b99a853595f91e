"""Step 3, join: a part of a rubric that a text takes, `maturity-model/fit-governance`, is there or is told."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from daysheet.models.exhibit_base import ExhibitBase
from daysheet.models.rubric import Rubric
from daysheet.problems import Collector, Place


def check_strands(exhibit: ExhibitBase, strands: Iterable[str], place: Place, collector: Collector) -> None:
    """The strands that a text takes from an exhibit, by their ids, are there."""
    known = [each.id for each in exhibit.strands] if isinstance(exhibit, Rubric) else []
    for strand in strands:
        if strand not in known:
            near = difflib.get_close_matches(strand, known, 1, 0.6)
            listed = ", ".join(f"`{each}`" for each in known)
            there = f"its strands are {listed}" if known else "only a rubric has strands"
            hint = f"did you mean `{near[0]}`?" if near else there
            collector.problem(place, f"`{exhibit.id}` has no strand `{strand}`", hint)
