"""Step 4, time: whether a round says how long it is, once, and in agreement with its steps."""

from __future__ import annotations

from daysheet.load import Loaded
from daysheet.models.agenda import Round
from daysheet.models.values import Minutes
from daysheet.problems import Collector
from daysheet.reader import Keys


def check_minutes(loaded: Loaded, round: Round, keys: Keys, collector: Collector, needed: bool = True) -> None:
    """Tells of a round without minutes, where it needs any, and of steps that do not add up to what the round says."""
    timed = [step.minutes for step in round.steps if step.minutes]
    if round.minutes is None:
        if not timed and needed:
            hint = "write `minutes: 10`, or minutes in brackets at the end of its steps: `Read (10 min)`"
            collector.problem(loaded.place(*keys, "title"), f"“{round.title}” has no minutes", hint)
        return
    least, most = sum(each.least for each in timed), sum(each.most for each in timed)
    stated, whole = round.minutes, len(timed) == len(round.steps)
    fits = least <= stated.most and (not whole or most >= stated.least)
    if timed and not fits:
        steps = f"{least} to {most}" if least != most else f"{most}"
        sentence = f"The steps of “{round.title}” add up to {steps} minutes, but the round says {_range(stated)}"
        hint = f"write `minutes: {(least + most + 1) // 2}`, or leave `minutes` out: it is the sum of the steps"
        collector.problem(loaded.place(*keys, "minutes"), sentence, hint)


def _range(minutes: Minutes) -> str:
    return f"{minutes.least}" if minutes.least == minutes.most else f"{minutes.least} to {minutes.most}"
