"""Step 1, read: what `&name` marks, set in where `*name` asks for it; within bounds.

A few lines of aliases can stand for gigabytes, and brackets can nest without end: both are refused before a tree grows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from daysheet.problems import InvalidData, Place
from daysheet.traps.yaml import alias_too_often, alias_unknown, too_deep
from daysheet.tree import Event

DEEPEST = 40
MOST_ALIASES = 100
MOST_COPIED = 20_000  # events that all aliases together may add


@dataclass(frozen=True)
class Parsed:
    """One event and the anchor on it; an alias carries the anchor that it asks for."""

    event: Event
    anchor: str | None = None


def unfold(parsed: Iterable[Parsed]) -> list[Event]:
    """All events without aliases.

    Raises: InvalidData where an alias is unknown, leads into itself or is used without measure, and for deep nesting.
    """
    unfolding = _Unfolding()
    for one in parsed:
        if one.event.kind == "alias":
            unfolding.copy(one.anchor or "", one.event.place)
        else:
            unfolding.keep(one.event, one.anchor)
    return unfolding.events


@dataclass
class _Unfolding:
    events: list[Event] = field(default_factory=list)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    opened: list[tuple[str | None, int]] = field(default_factory=list)
    aliases: int = 0
    copied: int = 0

    def copy(self, name: str, place: Place) -> None:
        if name not in self.spans:
            raise InvalidData([alias_unknown(place, name)])
        start, end = self.spans[name]
        self.aliases += 1
        self.copied += end - start
        if self.aliases > MOST_ALIASES or self.copied > MOST_COPIED:
            raise InvalidData([alias_too_often(place, name)])
        self.events += self.events[start:end]

    def keep(self, event: Event, anchor: str | None) -> None:
        self.events.append(event)
        here = (anchor, len(self.events) - 1)
        if event.kind in ("mapping", "sequence"):
            self.opened.append(here)
            if len(self.opened) > DEEPEST:
                raise InvalidData([too_deep(event.place)])
            return
        name, start = self.opened.pop() if event.kind == "end" else here
        if name:
            self.spans[name] = (start, len(self.events))
