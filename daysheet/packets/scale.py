"""The day to scale for the cover: 174 mm are the whole day, a bar for each round, gaps for breaks; always computed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from daysheet.timetable import TimedRound, instant, minutes_between
from daysheet.view import View

WIDTH = 174.0
NEAREST = 11.0
"""Two times on the scale stand at least so many mm apart."""


def day_scale(view: View) -> dict[str, Any] | None:
    """The first day to scale; see `components/cover.html` for the keys. None without clock times."""
    rounds = _first_day(view)
    if not rounds or (
        view.library.delivery and view.library.delivery.times_shown == "none" and not view.is_facilitator
    ):
        return None
    start, end = rounds[0].start, max((each.end for each in rounds if each.end), key=instant)
    if start is None or minutes_between(start, end) <= 0:
        return None
    per_minute = WIDTH / minutes_between(start, end)

    def x(moment: datetime | None) -> float:
        return minutes_between(start, moment) * per_minute if moment else 0.0

    active = [each for each in rounds if not each.round.is_pause]
    pauses = [each for each in rounds if each.round.is_pause and each.round.kind != "move"]
    times = view.spoken
    return {
        "title": view.words["cover"]["scale_title"].format(
            start=times.clock(start), end=times.clock(end), rounds=len(active)
        ),
        "key": view.words["cover"]["scale_first" if _several(view) else "scale"],
        "accent": view.accent.paper,
        "ink": "#1b1917",
        "soft": "#57504a",
        "bars": [_bar(each, x, per_minute, view) for each in active],
        "words": [
            {"x": (x(each.start) + x(each.end)) / 2, "word": each.round.title.lower()}
            for each in pauses
            if each.minutes * per_minute > 4 + 1.9 * len(each.round.title)
        ],
        "ticks": _ticks([start, *_kept(rounds), end], x, view),
    }


def _first_day(view: View) -> list[TimedRound]:
    tracks = [
        (part.date, track.rounds)
        for table in view.timetables
        for part in table.parts
        for track in part.tracks[:1]
        if part.date
    ]
    return [each for date, rounds in tracks if date == tracks[0][0] for each in rounds if each.start]


def _several(view: View) -> bool:
    return view.library.delivery is not None and len(view.library.delivery.days) > 1


def _kept(rounds: list[TimedRound]) -> list[datetime]:
    """Where breaks begin and end, and rounds that begin on the minute."""
    moments = []
    for each in rounds:
        if each.start and each.end and (each.anchored or (each.round.is_pause and each.round.kind != "move")):
            moments += [each.start, each.end] if each.round.is_pause else [each.start]
    return moments


def _ticks(moments: list[datetime], x: Any, view: View) -> list[dict[str, Any]]:
    last = moments[-1]
    ticks: list[dict[str, Any]] = []
    for moment in sorted(set(moments)):
        ends = moment in (moments[0], last)
        far = not ticks or x(moment) - ticks[-1]["x"] >= NEAREST
        near_end = x(last) - x(moment) < NEAREST
        if ends or (far and not near_end):
            anchor = "start" if moment == moments[0] else "end" if moment == last else "middle"
            ticks.append({"x": x(moment), "label": view.spoken.clock(moment, rounded=True), "anchor": anchor})
    return ticks


def _bar(timed: TimedRound, x: Any, per_minute: float, view: View) -> dict[str, Any]:
    uses = [use.id for use in timed.round.uses if use.kind == "worksheet"]
    first = [id for id in uses if view.library.rounds_that_use("worksheet", id)[0].id == timed.round.id]
    numbers = [str(view.library.find("worksheet", id).number) for id in first]
    return {
        "x": x(timed.start),
        "width": timed.minutes * per_minute,
        "filled": bool(uses),
        "number": ", ".join(numbers),
    }
