"""Step 4, time: a leader or a room that is wanted twice at one time."""

from __future__ import annotations

from collections.abc import Iterator

from daysheet.load import Loaded
from daysheet.problems import Collector
from daysheet.reader import Keys
from daysheet.timetable import TimedRound, Timetable, instant


def check_clashes(timetables: list[tuple[Loaded, Timetable]], collector: Collector) -> None:
    """A leader or a room that is wanted twice at one time is a problem."""
    timed = [(loaded, keys, each) for loaded, table in timetables for keys, each in _placed(table)]
    for index, (_, _, one) in enumerate(timed):
        for loaded, keys, other in timed[index + 1 :]:
            if not _overlap(one, other):
                continue
            when = f"“{one.round.title}” at the same time ({other.start:%-H:%M})"
            for leader in sorted(set(one.round.led_by) & set(other.round.led_by)):
                collector.problem(
                    loaded.place(*keys, "led_by"), f"{leader} leads {when}", "change the leader of one of them"
                )
            if one.round.join and one.round.join == other.round.join:
                collector.problem(
                    loaded.place(*keys, "join"), f"{other.round.join} has {when}", "give one of them another link"
                )
            if one.room and one.room == other.room and not (one.round.is_pause or other.round.is_pause):
                collector.problem(
                    loaded.place(*keys), f"The room `{one.room}` has {when}", "give one of them another room"
                )


def _placed(table: Timetable) -> Iterator[tuple[Keys, TimedRound]]:
    for p, part in enumerate(table.parts):
        for t, track in enumerate(part.tracks):
            path: Keys = ("parts", p, "tracks", t, "rounds") if part.part.tracks else ("parts", p, "rounds")
            for r, each in enumerate(track.rounds):
                yield (*path, r), each


def _overlap(one: TimedRound, other: TimedRound) -> bool:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return False
    return instant(one.start) < instant(other.end) and instant(other.start) < instant(one.end)
