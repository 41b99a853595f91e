"""Step 1 for the roster: the file of a spreadsheet as rows of cells, each with its line; nothing is ever evaluated.

Spreadsheets write CSV in many ways: UTF-8 with or without a byte order mark, UTF-16, Windows-1252; with commas,
semicolons or tabs between cells; with a first line `sep=;`. All of these are read.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from daysheet.encodings import LARGEST, split_lines
from daysheet.problems import InvalidData, Place, Problem

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WINDOWS = "Windows-1252"
PARTED = (";", "\t", ",")
SEPARATOR = re.compile(r"sep=(.)\s*$", re.IGNORECASE)
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e01ef]"
)
"""Control characters, marks that turn the direction of what stands after them, and letters that are nothing at all."""
JOINERS = "\u200c\u200d"
"""Marks that some scripts need within a word, and none before or after one."""


@dataclass(frozen=True)
class Line:
    """One row of cells, without what nobody can see, and the line on which it begins (from 1)."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True)
class Sheet:
    """The text of a table, the name of its encoding, and its rows."""

    file: str
    text: str
    encoding: str

    @property
    def lines(self) -> tuple[str, ...]:
        return split_lines(self.text)

    @cached_property
    def rows(self) -> tuple[Line, ...]:
        """All rows, the empty ones too. Raises: InvalidData for a quotation mark that is never closed."""
        return tuple(_rows(self))

    def place(self, number: int, cell: str = "") -> Place:
        """The place of a cell in a line, or of the line as a whole."""
        line = self.lines[number - 1] if 0 < number <= len(self.lines) else ""
        at = line.find(cell) if cell else -1
        return (
            Place(self.file, number, at + 1, len(cell)) if at >= 0 else Place(self.file, number, 1, max(1, len(line)))
        )


def read_sheet(raw: bytes, file: str) -> Sheet:
    """The text of a table that a spreadsheet wrote. Raises: InvalidData for one that is too large or no text."""
    if len(raw) > LARGEST:
        raise _refused(
            file, f"This roster is larger than {LARGEST // 1_000_000} MB", "leave out columns that nobody needs"
        )
    if raw.startswith(b"PK\x03\x04"):
        raise _refused(
            file, "This is a workbook under the name of a CSV", "save it from the spreadsheet as “CSV UTF-8”"
        )
    for encoding in ("utf-16",) if raw.startswith(UTF_16) else ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Sheet(file, text, WINDOWS if encoding == "cp1252" else encoding)
    raise _refused(file, "The letters of this roster cannot be read", "save it from the spreadsheet as “CSV UTF-8”")


def _rows(sheet: Sheet) -> Iterator[Line]:
    named = SEPARATOR.match(sheet.text.split("\n", 1)[0])
    reader = csv.reader(io.StringIO(sheet.text, newline=""), delimiter=_parted(sheet, named), strict=True)
    begins = 1
    try:
        for cells in reader:
            if not (named and begins == 1):
                yield Line(begins, tuple(_clean(cell) for cell in cells))
            begins = reader.line_num + 1
    except csv.Error:
        sentence = "From here on this roster cannot be parted into cells"
        hint = "look for a quotation mark that is never closed, or that stands within a name"
        raise InvalidData([Problem(sheet.place(begins), sentence, hint)]) from None


def _parted(sheet: Sheet, named: re.Match[str] | None) -> str:
    """What stands between cells: what a line `sep=` says, else the sign that the first line holds most of."""
    if named:
        return named[1]
    head = next((line for line in sheet.lines if line.strip()), "")
    return max(PARTED, key=head.count) if any(sign in head for sign in PARTED) else ","


def _clean(cell: str) -> str:
    """A cell on one line, composed, without what nobody can see; a lone dash says that there is nothing."""
    text = " ".join(UNSEEN.sub("", unicodedata.normalize("NFC", cell)).split()).strip(JOINERS)
    return "" if text in ("-", "–", "—") else text


def _refused(file: str, sentence: str, hint: str) -> InvalidData:
    return InvalidData([Problem(Place(file), sentence, hint)])
