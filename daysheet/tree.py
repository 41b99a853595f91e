"""Step 1, read: the events of a YAML text to plain data, with the place, the key's place and the style of every value.

Knows no YAML library: `reader` hands in the events. What a beginner's file can hold beyond the syntax is refused here:
keys that stand twice, values that are empty, tags, keys that are no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from daysheet.problems import Place, Problem
from daysheet.traps.yaml import doubled, empty_item, empty_value, tagged, wrong_key

Plain = Any  # dict[str, Plain] | list[Plain] | str
Keys = tuple[str | int, ...]
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True)
class Event:
    """One event: a scalar, the opening of a mapping or sequence, the end of the one last opened, or an alias."""

    kind: Literal["scalar", "mapping", "sequence", "end", "alias"]
    place: Place
    style: str
    text: str = ""
    tag: str | None = None
    last: int = 0


@dataclass
class Tree:
    """Grows by one call of `grow`, from all the events of one document."""

    events: Iterator[Event]
    data: Plain = None
    places: dict[Keys, Place] = field(default_factory=dict)
    keys: dict[Keys, Place] = field(default_factory=dict)
    styles: dict[Keys, str] = field(default_factory=dict)
    last_lines: dict[Keys, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    latest: int = 0
    """The last line of the value that was read last."""

    def grow(self) -> Tree:
        """Data, places, keys, styles, last lines and problems of the whole document."""
        self.data = self._value(next(self.events), ())
        return self

    def _value(self, event: Event, keys: Keys) -> Plain:
        self.places[keys] = event.place
        self.styles[keys] = event.style
        if event.tag is not None:
            self.problems.append(tagged(event.place, event.tag))
        value: Plain = event.text
        if event.kind == "scalar":
            self.latest = event.last
        else:
            value = self._sequence(keys, event) if event.kind == "sequence" else self._mapping(keys, event)
        self.last_lines[keys] = self.latest
        return value

    def _sequence(self, keys: Keys, opened: Event) -> list[Plain]:
        items: list[Plain] = []
        for event in self._until_end(opened):
            if _is_empty(event):
                self.problems.append(empty_item(event.place))
            items.append(self._value(event, (*keys, len(items))))
        return items

    def _mapping(self, keys: Keys, opened: Event) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        in_braces = opened.style == "flow"
        for key in self._until_end(opened):
            name = self._name(key)
            if name in found:
                self.problems.append(doubled(key.place, name, self.keys[(*keys, name)]))
            else:
                self.keys[(*keys, name)] = key.place
            value = next(self.events)
            found[name] = self._value(value, (*keys, name))
            if name.startswith("\0"):
                continue
            if _is_empty(value) or found[name] in ([], {}):
                self.problems.append(empty_value(key.place, name, in_braces))
        return found

    def _name(self, key: Event) -> str:
        """The text of a key; one that is no text is told and gets a name that clashes with none."""
        if key.kind == "scalar" and (key.text or key.style == "quoted"):
            return key.text
        if key.kind != "scalar":
            Tree(self.events)._value(key, ())
        self.problems.append(wrong_key(key.place))
        return f"\0{key.place.line}:{key.place.column}"

    def _until_end(self, opened: Event) -> Iterator[Event]:
        while (event := next(self.events)).kind != "end":
            yield event
        if opened.style == "flow":  # the end of a block is told only where the next thing begins
            self.latest = event.last


def _is_empty(event: Event) -> bool:
    return event.kind == "scalar" and event.style == "plain" and event.text in EMPTY
