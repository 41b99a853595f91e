"""Links of laid-out pages: tagged once, none that embeds a file or leads nowhere, and in a cut, to the live page."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any

from daysheet.pdf.assets import BASE, SCHEME

Box = tuple[float, float, float, float]


def tidy_links(page: Any) -> list[str]:
    """Put the links of a page right, in place, and give the addresses of those that had to go."""
    stray = [target for kind, target, *_ in page.links if _is_stray(kind, target)]
    page.links = _without_echoes([link for link in page.links if not _is_stray(*link[:2])])
    return list(dict.fromkeys(stray))


def _is_stray(kind: str, target: str) -> bool:
    """An attachment, which would embed a file, or a relative address, which names nothing outside the site."""
    return kind == "attachment" or (kind == "external" and target.startswith((BASE, SCHEME)))


def _without_echoes(links: list[Any]) -> list[Any]:
    """One link for each line of a link: the engine gives one more for each element within, which is tagged wrongly."""
    kept: list[Any] = []
    for kind, target, area, box in links:
        if kept and box.element_tag != "a" and kept[-1][:2] == (kind, target):
            *_, around, outer = kept[-1]
            kept[-1] = (kind, target, _union(around, area), outer)
        else:
            kept.append((kind, target, area, box))
    return kept


def _union(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def with_links_led_out(page: Any, inside: set[str], live_addresses: Mapping[str, str]) -> Any:
    """The same page, its links that leave the cut led to the live page, or where there is none, plain text."""
    page = copy(page)
    links = []
    for kind, target, area, box in page.links:
        # The engine keeps what it wrote into the file before: a dropped link would be tagged with it.
        box.link_annotation = None
        if kind != "internal" or target in inside:
            links.append((kind, target, area, box))
        elif target in live_addresses:
            links.append(("external", live_addresses[target], area, box))
    page.links = links
    return page
