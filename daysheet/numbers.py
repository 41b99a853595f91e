"""Step 3, join: worksheets, readings, portraits and exhibits are numbered by first use in the agenda, then by file name."""

from __future__ import annotations

from itertools import count

from daysheet.load import Loaded
from daysheet.problems import Collector

NUMBERED = ("worksheet", "reading", "portrait", "exhibit")


def number_all(kinds: dict[str, list[Loaded]], collector: Collector) -> dict[str, list[Loaded]]:
    """The same records, each numbered kind in the order of its numbers; a number pinned twice is a problem."""
    uses = [use for agenda in kinds["agenda"] for each in agenda.record.rounds for use in each.uses]
    numbered = {}
    for kind in NUMBERED:
        used = list(dict.fromkeys(use.id for use in uses if use.kind == kind))
        numbered[kind] = number(kinds[kind], used, collector)
    return {**kinds, **numbered}


def number(loaded: list[Loaded], used: list[str], collector: Collector) -> list[Loaded]:
    """`loaded` with numbers: pinned ones keep theirs, the others take what is free, in order of use and then of id."""
    pinned: dict[int, Loaded] = {}
    for each in loaded:
        wanted = each.record.number
        if wanted is not None and wanted in pinned:
            other = pinned[wanted].file
            collector.problem(
                each.place("number"), f"The number {wanted} is taken by {other}", "give it another number"
            )
        elif wanted is not None:
            pinned[wanted] = each
    free = (candidate for candidate in count(1) if candidate not in pinned)
    ranks = {id: rank for rank, id in enumerate(used)}
    rest = [each for each in loaded if each.record.number is None]
    rest.sort(key=lambda each: (ranks.get(each.record.id, len(ranks)), each.record.id))
    given = [Loaded(each.kind, each.record.model_copy(update={"number": next(free)}), each.source) for each in rest]
    return sorted([*pinned.values(), *given], key=lambda each: int(each.record.number))
