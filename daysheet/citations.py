"""How works are cited: author and date in the text, and one line each in the list of references."""

from __future__ import annotations

from daysheet.models.sources import Source
from daysheet.prose import to_text


def author_date(work: Source) -> str:
    """`Hargreaves and O’Connor, 2018`; the title where no author is given."""
    surnames = [author.split(",")[0].strip() for author in work.authors]
    match surnames:
        case []:
            who = to_text(work.title)
        case [one]:
            who = one
        case [one, two]:
            who = f"{one} and {two}"
        case [one, *_]:
            who = f"{one} and others"
    return f"{who}, {work.year}" if work.year else who


def reference(work: Source) -> str:
    """One line of the list, in Markdown: `Hargreaves, Andy; O’Connor, Michael T. (2018). *Title*. Corwin.`"""
    who = "; ".join(work.authors)
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


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", ".*", "?*")) or text.startswith("http") else f"{text}."
