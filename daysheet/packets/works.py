"""Step 6b, print: the list of the works that a packet cites."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from daysheet.addresses import FOLDERS
from daysheet.citations import cited_by, list_of_works
from daysheet.library import Library


def works_cited(parts: Iterable[tuple[str, str]], library: Library) -> list[str]:
    """The references of what the parts (kind and id) cite, with the exhibits that are set in them, in the order of authors."""
    shown = [record for kind, id in parts for record in records_shown(kind, id, library)]
    return list_of_works(frozenset().union(*(cited_by(each, library.exhibits) for each in shown)), library.sources)


def records_shown(kind: str, id: str, library: Library) -> tuple[Any, ...]:
    """The records whose words a part shows."""
    if kind in ("agenda", "run of show"):
        return library.agendas
    if kind == "people":
        return library.session.hosts
    if kind == "protocol":
        return tuple(round for round in library.rounds if round.id == id)
    return (library.find(kind, id),) if kind in FOLDERS else ()
