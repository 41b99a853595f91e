"""Preflight, one file: everything that is looked at in one PDF. A pure function of bytes and promise, for a pool."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from daysheet.preflight.codes import check_codes, read_code
from daysheet.preflight.findings import Finding
from daysheet.preflight.guides import Row, check_contents, check_fields, check_reading, rows_on
from daysheet.preflight.lettering import check_contrast, check_fonts, check_pictures, check_type_size
from daysheet.preflight.paper import check_fullness, check_margin, check_size
from daysheet.preflight.promises import Promise
from daysheet.preflight.seen import Field, Heading, PageSeen
from daysheet.preflight.sight import Sight, Unreadable, open_pdf

PageCheck = Callable[[PageSeen, Promise], Iterator[Finding]]
PAGE_CHECKS: tuple[PageCheck, ...] = (
    check_size,
    check_margin,
    check_fullness,
    check_type_size,
    check_contrast,
    check_fonts,
    check_pictures,
)
FEW_SETS = 3


@dataclass(frozen=True)
class Looked:
    """What was seen of one PDF: its pages, what does not hold, and the addresses that its codes lead to."""

    path: str
    pages: int
    findings: tuple[Finding, ...]
    led: tuple[str, ...] = ()


@dataclass
class _Gathered:
    """What the checks of the whole file need of its pages."""

    rows: list[Row] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    led: dict[str, None] = field(default_factory=dict)


def look_over(content: bytes, promise: Promise) -> Looked:
    """All checks of one file."""
    try:
        with open_pdf(content) as sight:
            gathered, count = _Gathered(), sight.count
            outline = sight.outline
            findings = [*_count(count, promise), *_pages(sight, outline, promise, gathered)]
            findings += check_fields(gathered.fields)
            findings += check_contents(gathered.rows, outline, promise)
    except Unreadable:
        return Looked(promise.path, 0, (Finding("file", "The file cannot be opened", "make it again", promise.path),))
    if promise.for_reading:
        findings += check_reading(content)
    placed = (replace(each, file=promise.path, source=each.source or promise.source) for each in findings)
    return Looked(promise.path, count, tuple(placed), tuple(gathered.led))


def pages_to_look_at(count: int, sets: int) -> Collection[int]:
    """All pages (from 1); of a file with a set for each person the first and the last set, and one page of each other.

    The sets are one layout under other names, and 200 packets of 40 pages would take longer to look at than to make.
    """
    if sets <= FEW_SETS:
        return range(1, count + 1)
    each = max(1, count // sets)
    return {*range(1, each + 1), *range(count - each + 1, count + 1), *range(1, count + 1, each)}


def _pages(sight: Sight, outline: Sequence[Heading], promise: Promise, gathered: _Gathered) -> Iterator[Finding]:
    sources, wanted = dict(promise.sources), pages_to_look_at(sight.count, promise.sets)
    for page in sight.pages(wanted):
        if page.number not in wanted:
            yield from (replace(each, page=page.number) for each in check_size(page, promise))
            continue
        codes = [read_code(each) for each in page.codes]
        found = [finding for check in PAGE_CHECKS for finding in check(page, promise)]
        found += check_codes(page, codes, promise)
        gathered.rows += rows_on(page, outline, promise)
        gathered.fields += page.fields
        gathered.led.update(dict.fromkeys(filter(None, codes)))
        source = _source(page, outline, sources)
        yield from (replace(each, page=page.number, source=source) for each in found)


def _source(page: PageSeen, outline: Sequence[Heading], sources: Mapping[str, str]) -> str:
    """The file that a page was made from: that of the last heading before it."""
    before = [each.title for each in outline if each.page <= page.number]
    return sources.get(before[-1], "") if before else ""


def _count(count: int, promise: Promise) -> Iterator[Finding]:
    if promise.pages and count != promise.pages:
        sentence = f"The file has {count} pages, but {promise.pages} were made"
        yield Finding("page count", sentence, "it was changed afterwards: make it again")
    if promise.budget and count > promise.budget:
        sentence = f"The packet has {count} pages, but its `page_budget` is {promise.budget}"
        yield Finding("page budget", sentence, "leave something out of its contents, or raise the budget")
