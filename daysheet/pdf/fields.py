"""What the fields of a form are called, read from the document as someone who hears it would: labels, legends, hints.

The layout engine knows labels alone: not the name of a group of buttons, nor words that stand in attributes. `press` writes
these names into the finished file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from daysheet.layout import FieldWords

CONTROLS = ("input", "textarea", "select")
STOPS = (".", "?", "!", "…")


@dataclass(frozen=True)
class Control:
    """An element that is filled in, the legend of its group, and the label around it."""

    element: Any
    legend: str = ""
    around: str = ""


class Names:
    """The words of a document by the ids that its controls point at."""

    def __init__(self, root: Any) -> None:
        self.by_id = {each.get("id"): each for each in root.iter() if each.get("id")}
        self.labels = {each.get("for"): words_of(each) for each in root.iter("label") if each.get("for")}

    def told(self, ids: str | None) -> str:
        """The words of the elements with these ids, parted by commas."""
        return ", ".join(words_of(self.by_id[id]) for id in (ids or "").split() if id in self.by_id)

    def label(self, control: Control) -> str:
        """The own name of a control."""
        given = control.element.get("aria-label") or self.told(control.element.get("aria-labelledby"))
        return given or self.labels.get(control.element.get("id"), "") or control.around

    def ends(self, element: Any) -> list[str]:
        """What the ends of a slider are called: `1 shallow`, `6 deep`."""
        said = self.by_id.get(element.get("aria-describedby"))
        return [words_of(each) for each in said.iter("span")] if said is not None else []


def fields_of(root: Any) -> dict[str, FieldWords]:
    """Label and choices of every field by its name. `root` is the document as an element tree."""
    names = Names(root)
    groups: dict[str, list[Control]] = {}
    for control in _controls(root):
        groups.setdefault(control.element.get("name", ""), []).append(control)
    return {name: _words(controls, names) for name, controls in groups.items() if name}


def words_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _controls(element: Any, legend: str = "", around: str = "") -> Iterator[Control]:
    if element.tag == "fieldset":
        legend = next((words_of(each) for each in element if each.tag == "legend"), "")
    elif element.tag == "label":
        around = words_of(element)
    elif element.tag in CONTROLS:
        yield Control(element, legend, around)
    for child in element:
        yield from _controls(child, legend, around)


def _words(controls: list[Control], names: Names) -> FieldWords:
    first, kind = controls[0], controls[0].element.get("type")
    if kind == "radio":
        shared = names.told(_shared(controls))
        choices = tuple((each.element.get("value", ""), names.label(each)) for each in controls)
        return FieldWords(", ".join(each for each in (first.legend, shared) if each) or names.label(first), choices)
    label = ": ".join(each for each in (first.legend, names.label(first)) if each)
    if kind == "range":
        return FieldWords(label, tuple(_steps(first.element, names.ends(first.element))))
    hint = names.told(first.element.get("aria-describedby"))
    return FieldWords(f"{label}{_between(label, hint)}{hint}")


def _between(label: str, hint: str) -> str:
    if not hint or not label:
        return ""
    return " " if label.endswith(STOPS) else ". " if hint[0].isupper() else ", "


def _shared(controls: list[Control]) -> str:
    """The ids that all buttons of a group are named by: the head of their column."""
    named = [(each.element.get("aria-labelledby") or "").split() for each in controls]
    return " ".join(id for id in named[0] if all(id in ids for ids in named))


def _steps(element: Any, ends: list[str]) -> Iterator[tuple[str, str]]:
    first, last = int(element.get("min", "1")), int(element.get("max", "1"))
    for number in range(first, last + 1):
        at_end = ends[0 if number == first else -1] if ends and number in (first, last) else ""
        yield str(number), at_end or str(number)
