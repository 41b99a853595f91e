"""How a work is cited within Markdown: `[@hattie-2015]`, `[@hattie-2015, p. 3; @bryk-2010]`; text in, text out.

A citation is short for links to works, `([](source:hattie-2015), p. 3; [](source:bryk-2010))`; who shows the text puts
author and date where a link has no words of its own. What stands in code is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

CITATION = re.compile(r"(?<![!\\])\[(@[^\[\]]+)\](?![(\[])")
WORK = re.compile(r"\]\(\s*<?source:([^)\s\">]*)")
WORKS = re.compile(r"\s*@?(?P<id>[^,;]*[^,;\s])\s*(?:,\s*(?P<where>[^;]*[^;\s]))?\s*(?:;|$)")
"""A work of a citation: its id, and where in it."""
CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """The text with everything changed but what stands in backquotes."""
    parts, end = [], 0
    for found in CODE.finditer(text):
        parts += [change(text[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*parts, change(text[end:])])


def as_links(text: str) -> str:
    """The text with each citation as links to its works, in round brackets."""
    return outside_code(text, lambda part: CITATION.sub(_links, part)) if "[@" in text else text


def without(text: str) -> str:
    """The text without its citations: for titles of files and names of controls."""
    return outside_code(text, lambda part: re.sub(rf"\s*{CITATION.pattern}", "", part)) if "[@" in text else text


def citations_in(text: str) -> Iterator[tuple[str, int]]:
    """The id of each work that is cited by `[@...]`, and where it begins in the text."""
    hidden = CODE.sub(lambda found: " " * len(found[0]), text)
    for found in CITATION.finditer(hidden):
        for work in WORKS.finditer(hidden, found.start(1), found.end(1)):
            yield work["id"], work.start("id")


def cited_ids(text: str) -> list[str]:
    """The ids of the works that a text cites, in either form."""
    return [id for id, _ in citations_in(text)] + WORK.findall(CODE.sub("", text))


def _links(found: re.Match[str]) -> str:
    works = [(work["id"], work["where"]) for work in WORKS.finditer(found[1])]
    said = [f"[](source:{id}){f', {where}' if where else ''}" for id, where in works]
    return f"({'; '.join(said)})"
