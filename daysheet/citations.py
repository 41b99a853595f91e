"""How works are cited: author and date in the text, and one line each in the list of references."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from daysheet.cited import cited_ids
from daysheet.models.sources import Source
from daysheet.prose import to_text
from daysheet.references import texts_of

IN_PLACE = re.compile(r"!\[[^\]]*\]\(\s*<?exhibit:([^)\s>]+)")
"""An exhibit set in place within a text."""


def author_date(work: Source) -> str:
    """`Hargreaves and O’Connor, 2018`; the title where no author is given."""
    surnames = [author.split(",")[0].strip() for author in work.authors]
    match surnames:
        case []:
            who = to_text(work.title)
        case [one]:
            who = one
        case [one, two]:
            who = f"{one} and {two}"  # `others` may stand for those who are not named
        case [one, *_]:
            who = f"{one} and others"
    return f"{who}, {work.year}" if work.year else who


def reference(work: Source) -> str:
    """One line of the list, in Markdown: `Hargreaves, Andy; O’Connor, Michael T. (2018). *Title*. Corwin.`"""
    who = re.sub(r"; (?:and )?others$", " and others", "; ".join(work.authors))
    year = f"({work.year})" if work.year else ""
    head = " ".join(each for each in (who, year) if each)
    title = f"{work.title}" if work.container else f"*{work.title}*"
    container = f"In *{work.container}*" if work.container else ""
    pages = f"pp. {work.pages}" if work.pages else ""
    parts = [
        head,
        title,
        ", ".join(each for each in (container, pages) if each),
        work.publisher,
        work.address,
        work.note,
    ]
    return " ".join(_ended(each) for each in parts if each)


def sort_key(work: Source) -> tuple[str, str, str]:
    """Author, year, title: the order of a list of references."""
    return ("; ".join(work.authors).casefold() or work.title.casefold(), work.year, work.title)


def with_letters(works: Mapping[str, Source]) -> dict[str, Source]:
    """The same works; those that author and date would not tell apart get a letter: 2018a, 2018b, by title."""
    alike: dict[str, list[str]] = defaultdict(list)
    for id in sorted(works, key=lambda id: works[id].title.casefold()):
        if works[id].year:
            alike[author_date(works[id])].append(id)
    letters = {id: chr(ord("a") + at) for ids in alike.values() if 1 < len(ids) <= 26 for at, id in enumerate(ids)}
    return {
        id: work.model_copy(update={"year": f"{work.year}{letters[id]}"}) if id in letters else work
        for id, work in works.items()
    }


def cited_by(record: Any, exhibits: Iterable[Any] = ()) -> frozenset[str]:
    """The ids of the works that a record names as its source or cites in any of its texts, and so does each exhibit that
    is set in it; `exhibits` are all that there are."""
    texts = list(texts_of(record))
    named = {text for keys, text in texts if keys[-1] == "source"}
    shown = {text for keys, text in texts if keys[-1] == "exhibit"}.union(
        *(IN_PLACE.findall(text) for _, text in texts)
    )
    inner = [cited_by(each) for each in exhibits if each.id in shown]
    return frozenset(named.union(*(cited_ids(text) for _, text in texts), *inner))


def list_of_works(ids: Iterable[str], works: Mapping[str, Source]) -> list[str]:
    """The references of these works, in the order of authors."""
    return [reference(work) for work in sorted((works[id] for id in set(ids)), key=sort_key)]


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", ".*", "?*")) or text.startswith("http") else f"{text}."
