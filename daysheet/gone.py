"""The ids that printed links and saved answers use, and what `check` says when one of the last build is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from daysheet.library import Library
from daysheet.models.base import Record
from daysheet.problems import Place, Remark
from daysheet.publish.manifest import ids_gone, read_ids

KINDS = ("agenda", "worksheet", "reading", "tenets", "portrait", "exhibit")


def ids_of(library: Library) -> dict[str, list[str]]:
    """Every id by record: `worksheet/showcase` -> the ids of its blocks and of what they hold."""
    records = {f"{kind}/{record.id}": sorted(_ids_in(record)) for kind in KINDS for record in library.of(kind)}
    return {**records, f"session/{library.session.name}": []}


def _ids_in(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for each in value:
            yield from _ids_in(each)
    elif isinstance(value, Record):
        for name, each in value:
            if name != "id":
                yield from _ids_in(each)
            elif each:
                yield str(each)


def remarks_on_gone(library: Library, output: Path) -> tuple[Remark, ...]:
    """A remark for each id that the last build in `output` had and the data no longer has."""
    remarks = []
    for record, id in ids_gone(read_ids(output), ids_of(library)):
        kind, name = record.split("/", 1)
        if kind == "session":
            sentence = f"The session was `{name}` in the last build: phones keep answers under that name"
            remarks.append(Remark(Place("data/session.yml"), sentence, f"to find them again, write `id: {name}`"))
            continue
        place = Place(library.files.get((kind, name), f"data/{kind}s/{name}.yml"))
        if id:
            sentence = f"The id `{id}` of the last build is gone: answers saved under it and links to it lead nowhere"
            hint = f"if only the words were changed, write `id: {id}` beside the new ones"
        else:
            sentence = f"The {kind} `{name}` of the last build is gone: printed links to it lead nowhere"
            hint = "if the file was renamed, name it as before"
        remarks.append(Remark(place, sentence, hint))
    return tuple(remarks)
