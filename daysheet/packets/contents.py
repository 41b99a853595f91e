"""Step 6b, print: the rows of a packet's contents, each with a label at the left and a title beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from daysheet.view import View

if TYPE_CHECKING:
    from daysheet.packets.bodies import Part

UNLISTED = ("cover", "contents", "notes", "back")


def contents_rows(parts: Iterable[Part], view: View) -> list[dict[str, str]]:
    """The rows of `components/contents.html`, in the order of the parts."""
    return [
        {"address": f"#{part.anchor}", "label": _label(part, view), "title": _title(part, view)}
        for part in parts
        if part.kind not in UNLISTED
    ]


def _label(part: Part, view: View) -> str:
    """`Worksheet 3`; of a part without a number what its kind is called, `Tenets`."""
    kinds = {"tenets": view.words["site"]["plurals"]["tenet"], "protocol": view.words["kinds"]["protocol"]}
    return str(kinds.get(part.kind, part.label))


def _title(part: Part, view: View) -> str:
    """The title of the record; of a part that is called by its kind what it holds."""
    if part.kind == "agenda":
        return view.library.agendas[0].title
    if part.kind == "people":
        return view.spoken.join([host.name for host in view.library.session.hosts])
    return str(view.words["contents"].get(part.kind, part.title))
