"""Step 5, dress: the cells of a typed table, from what is written to what is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from babel.numbers import format_decimal, format_percent

from daysheet.models.exhibit import ExhibitColumn, Grid
from daysheet.spoken import THIN, Spoken

NUMBER = re.compile(r"([-−–]?)\s*(\d{1,3}(?:[ \u00a0\u202f,]\d{3})+|\d+)(?:[.,](\d+))?\s*%?")
"""A number as people write one: `1 200`, `1,200`, `12.5`, `12,5`, `84 %`. A comma before three digits parts thousands."""
LINK = re.compile(r"\[(?P<words>[^\]]+)\]\(\s*<?(?P<address>[^)\s>]+)>?\s*\)")
FIGURES = ("number", "per cent")
"""The types of columns that hold numbers."""
NONE = "–"

SizeOf = Callable[[str], int]
"""The bytes of a file under `content/`, by its path there; 0 where it is not known."""


@dataclass(frozen=True)
class Cell:
    """One cell as it is shown: `words` in Markdown; `after` is a file's format and size, `address` what paper adds."""

    words: str
    after: str = ""
    address: str = ""


def number_of(text: str) -> float | None:
    """The number that a cell holds; None where it holds none."""
    found = NUMBER.fullmatch(text.strip())
    if not found:
        return None
    whole = re.sub(r"\D", "", found[2])
    return float(f"{'-' if found[1] else ''}{whole}.{found[3] or 0}")


def figure(value: float, type: str, spoken: Spoken) -> str:
    """A number as the language writes it, `84%` in a column of per cents."""
    if type == "per cent":
        return str(format_percent(value / 100, locale=spoken.locale, decimal_quantization=False))
    symbol = str(format_decimal(1000, locale=spoken.locale))[1]
    text = str(format_decimal(value, locale=spoken.locale, decimal_quantization=False))
    return text.replace(symbol, THIN if abs(value) >= 10_000 else "") if symbol in ",. \u00a0\u202f" else text


def cell_of(column: ExhibitColumn, row: Mapping[str, str], spoken: Spoken, size_of: SizeOf) -> Cell:
    """A row's cell in this column; a dash where it holds nothing."""
    text = row.get(column.name, "").strip()
    if not text:
        return Cell(NONE if column.type in FIGURES else "")
    if column.type in FIGURES:
        value = number_of(text)
        return Cell(text if value is None else figure(value, column.type, spoken))
    if column.type == "link":
        found = LINK.fullmatch(text)
        return Cell(text, address=bare(found["address"])) if found else Cell(linked(bare(text), text))
    return _file(text, spoken, size_of) if column.type == "file" else Cell(text)


def file_path(text: str) -> str:
    """The path below `content/` that a cell of files names, with or without words of its own."""
    found = LINK.fullmatch(text.strip())
    return found["address"] if found else text.strip()


def _file(text: str, spoken: Spoken, size_of: SizeOf) -> Cell:
    path, found = file_path(text), LINK.fullmatch(text)
    size = size_of(path)
    said = (PurePosixPath(path).suffix[1:].upper(), file_size(size, spoken) if size else "")
    words = text if found else linked(PurePosixPath(path).name, path)
    return Cell(words, ", ".join(each for each in said if each))


def linked(words: str, address: str) -> str:
    """A link in Markdown whose words are shown as they are."""
    shown = re.sub(r"([\\`*_\[\]<>])", r"\\\1", words)
    return f"[{shown}]({address})"


def bare(address: str) -> str:
    """An address as it is read: without `https://` and the stroke at its end."""
    return re.sub(r"^https?://(www\.)?|/$", "", address)


def file_size(count: int, spoken: Spoken) -> str:
    """`48 kB`, `1.2 MB`."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))}\u00a0kB"
    return f"{format_decimal(round(count / 1_000_000, 1), locale=spoken.locale)}\u00a0MB"


def grouped(grid: Grid) -> list[tuple[str, list[Mapping[str, str]]]]:
    """The rows under what their `group_by` column says, in order of first appearance; one nameless group without it."""
    groups: dict[str, list[Mapping[str, str]]] = {}
    for row in grid.rows:
        groups.setdefault(row.get(grid.group_by, "") if grid.group_by else "", []).append(row)
    return list(groups.items())
