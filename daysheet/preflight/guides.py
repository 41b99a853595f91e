"""Preflight, the checks of what leads through a file: contents against outline, fields by their names, PDF/UA-1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import page as validator

from daysheet.preflight.findings import Finding
from daysheet.preflight.promises import Promise
from daysheet.preflight.seen import Field, Heading, Link, PageSeen, Words

MOST_RULES = 3


@dataclass(frozen=True)
class Row:
    """A row of a page of contents: what it says, the number beside it (0: none), and the page that it leads to."""

    title: str
    number: int
    target: int
    on: int


def rows_on(page: PageSeen, outline: Sequence[Heading], promise: Promise) -> Iterator[Row]:
    """The rows of a page of contents; none on any other page."""
    if not _is_contents(page.number, outline, promise):
        return
    for link in _outermost(page.links):
        words = sorted((each for each in page.words if _on(each, link)), key=_left)
        number = max((each for each in words if each.text.strip().isdigit()), key=_right, default=None)
        title = " ".join(each.text for each in words if each is not number)
        yield Row(" ".join(title.split()), int(number.text) if number else 0, link.page, page.number)


def _is_contents(number: int, outline: Sequence[Heading], promise: Promise) -> bool:
    starts = [each.page for each in outline if promise.contents and each.title == promise.contents]
    after = [each.page for each in outline if starts and each.page > starts[0]]
    return bool(starts) and starts[0] <= number < min(after, default=starts[0] + 1)


def _outermost(links: Sequence[Link]) -> list[Link]:
    """The engine makes a link of a block and one more of the words in it: the rows are the blocks."""
    return [each for each in links if not any(other.box.holds(each.box) and other.box != each.box for other in links)]


def _on(words: Words, link: Link) -> bool:
    middle = (words.box.top + words.box.bottom) / 2
    return link.box.top <= middle <= link.box.bottom


def _left(words: Words) -> float:
    return words.box.left


def _right(words: Words) -> float:
    return words.box.right


def check_contents(rows: Sequence[Row], outline: Sequence[Heading], promise: Promise) -> Iterator[Finding]:
    """The numbers of the contents are those of the pages, and outline and contents list the same."""
    if promise.contents and not rows:
        yield Finding("contents", "There is no page of contents, though the packet asks for one", _ENGINE)
        return
    starts = {each.page for each in outline}
    for row in rows:
        if row.number != row.target:
            said = f"page {row.number}" if row.number else "no page"
            sentence = f"The contents say {said} for “{row.title}”, which stands on page {row.target}"
            yield Finding("contents", sentence, _ENGINE, page=row.on)
        elif row.target not in starts:
            sentence = f"“{row.title}” stands in the contents, but not in the outline"
            yield Finding("contents", sentence, _ENGINE, page=row.on)
    listed = {row.target for row in rows}
    for each in outline if rows else ():
        if each.page not in listed and each.title not in promise.unlisted:
            yield Finding(
                "contents", f"“{each.title}” stands in the outline, but not in the contents", _ENGINE, page=each.page
            )


def check_fields(fields: Sequence[Field]) -> Iterator[Finding]:
    """Each field has a name of its own: two of one name would fill each other in."""
    names = Counter(each.name for each in fields if not each.shared)
    for name, count in names.items():
        if count > 1:
            sentence = f"{count} fields are called `{name}`: what is written in one would stand in all"
            yield Finding(
                "fields", sentence, "two blocks of one worksheet have the same `id`: give one of them another"
            )


def check_reading(content: bytes) -> Iterator[Finding]:
    """The file keeps to PDF/UA-1, so that a screen reader can read it."""
    try:
        failures = validator.validate_pdf_bytes(content, profile="ua1").failures
    except validator.PageError as error:
        yield Finding("reading aloud", f"The file cannot be read as a PDF: {error}", _ENGINE)
        return
    rules = {failure.rule_id: failure.message for failure in reversed(failures)}
    for rule in sorted(rules)[:MOST_RULES]:
        yield Finding("reading aloud", f"PDF/UA-1 is not kept: {rules[rule]} ({rule})", _ENGINE)


_ENGINE = "this is a fault of the engine or of a template of your own"
