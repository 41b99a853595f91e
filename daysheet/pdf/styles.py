"""Style sheets and fonts ready for use, kept by their content: parsing them takes longer than a short hand-out."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from daysheet.layout import LayoutJob
from daysheet.pdf.assets import BASE, AssetFetcher
from daysheet.pdf.engine import CSS, CounterStyle, FontConfiguration
from daysheet.pdf.report import Listener

#: What a style sheet reads while it is parsed. Pictures are read later, page by page.
READ_BY_STYLES = (".css", ".otf", ".ttf", ".woff", ".woff2")
KEPT = 4

_kept: dict[str, Prepared] = {}


@dataclass(frozen=True)
class Prepared:
    """Parsed styles with the fonts that they declare, and what was said and refused when they were parsed."""

    sheets: tuple[Any, ...]
    fonts: Any
    counters: Any
    warnings: tuple[str, ...]
    refused: tuple[str, ...]


def prepare(job: LayoutJob) -> Prepared:
    """The styles of `job`, parsed now or before; the same in either case, words of the parser included."""
    if "@font-face" in job.html:
        return _parse(job)  # the document would add its fonts to those that others share
    key = _key(job)
    if key not in _kept:
        while len(_kept) >= KEPT:
            del _kept[next(iter(_kept))]
        _kept[key] = _parse(job)
    return _kept[key]


def _key(job: LayoutJob) -> str:
    digest = blake2b(digest_size=16)
    for style in job.styles:
        digest.update(f"{style.name}\0{style.text}\0".encode())
    for name in sorted(job.assets):
        if name.lower().endswith(READ_BY_STYLES):
            digest.update(name.encode() + b"\0" + blake2b(job.assets[name]).digest())
    return digest.hexdigest()


def _parse(job: LayoutJob) -> Prepared:
    fetcher = AssetFetcher(job.assets)
    counters = CounterStyle()
    fonts = FontConfiguration()
    with Listener() as listener:
        sheets = tuple(
            CSS(
                string=style.text,
                base_url=BASE + style.name,
                url_fetcher=fetcher,
                font_config=fonts,
                counter_style=counters,
            )
            for style in job.styles
        )
    return Prepared(sheets, fonts, counters, tuple(listener.messages), tuple(fetcher.refused))
