"""Step 5, dress: an exhibit where a text sets it, and the source that stands below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from daysheet.labels import label
from daysheet.models.exhibit_base import ExhibitBase
from daysheet.prose import Resolver
from daysheet.view import View


def source_of(exhibit: ExhibitBase, resolve: Resolver) -> dict[str, str] | None:
    """The work that an exhibit is taken from, in author-date form, and where it leads; None where none is named."""
    if not exhibit.source:
        return None
    address, words = resolve("source", exhibit.source)
    return {"words": words, "address": address}


def in_place(view: View, setting: Mapping[str, Any], resolve: Resolver, id: str) -> dict[str, Any]:
    """What `components/placed.html` shows of the exhibit with this id; `id/strand,strand` for a part of a rubric."""
    id, _, strands = id.partition("/")
    exhibit = view.library.find("exhibit", id)
    return {
        "exhibit": exhibit,
        "label": label("exhibit", exhibit, view.spoken),
        "address": resolve("exhibit", id)[0],
        "setting": setting,
        "id": f"placed--{id}",
        "strands": tuple(filter(None, strands.split(","))),
        "source": source_of(exhibit, resolve),
    }
