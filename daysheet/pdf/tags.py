"""Two repairs that only the layout engine's own file allows, before it is written: what links say, and margins.

The engine gives a link the address as its description, and marks heads and feet as content of elements that hang
nowhere in the tree. A reader's device should say the words of the link, and pass over heads and feet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pydyf


def finish_tags(document: Any, pdf: Any) -> None:
    """The engine's `finisher`: change the file of `document` just before it is written."""
    for page in document.pages:
        for *_, box in page.links:
            _name_link(box)
    _make_margins_artifacts(pdf)


def _name_link(box: Any) -> None:
    words = " ".join("".join(box.element.itertext()).split()) if box.element is not None else ""
    if box.link_annotation and words:
        box.link_annotation["Contents"] = pydyf.String(words)


def _make_margins_artifacts(pdf: Any) -> None:
    orphans = _orphaned_marks(pdf)
    mapping = _object(pdf, _object(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    for number, reference in enumerate(pdf.page_references):
        marks = orphans.get(reference, set())
        contents = _object(pdf, _object(pdf, reference)["Contents"]).stream
        elements = mapping[2 * number + 1]
        for mark in _unmark(contents, marks):
            elements[mark] = "null"


def _orphaned_marks(pdf: Any) -> dict[bytes, set[int]]:
    """Marks of the elements that the tree does not hold, by page."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    held = {id(element) for element in _descendants(pdf, root["K"])}
    orphans: dict[bytes, set[int]] = defaultdict(set)
    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("Type") == "/StructElem" and id(thing) not in held:
            orphans[thing.get("Pg", b"")].update(kid for kid in thing["K"] if isinstance(kid, int))
    return orphans


def _descendants(pdf: Any, kids: list[Any]) -> Iterator[Any]:
    waiting = list(kids)
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, bytes):
            thing = _object(pdf, kid)
            yield thing
            waiting.extend(thing.get("K", ()))


def _unmark(contents: list[Any], marks: set[int]) -> Iterator[int]:
    """Turn these marks into artifacts, and give those that were found."""
    for at, item in enumerate(contents):
        if isinstance(item, dict) and item.get("MCID") in marks:
            contents[at - 1] = "/Artifact"
            contents[at] = pydyf.Dictionary({"Type": "/Pagination"})
            yield item["MCID"]


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
