"""Step 1, read: one raw line of YAML taken apart: indentation, dashes, key and value, without judging it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

KEY = re.compile(
    r"""(?P<key>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?![\[\]{}\#&*!|>'"%@`,]|[-?:](?:\s|$))(?:(?!:(?:\s|$)|\s\#).)+?)
        \s*:(?=\s|$)""",
    re.X,
)
COMMENT = re.compile(r"\s*#(?=\s|$)")
DASHES = re.compile(r"(?:-[ \t]+)*(?:-$)?")


@dataclass(frozen=True)
class Row:
    """A line: columns are counted from 0."""

    number: int
    text: str
    kind: Literal["blank", "comment", "marker", "item", "key", "text"]
    indent: int = 0
    dashes: tuple[int, ...] = ()
    key: str = ""
    key_column: int = 0
    value: str = ""
    value_column: int = 0

    @property
    def content(self) -> str:
        """What stands after the dashes."""
        return self.text[self.content_column :]

    @property
    def content_column(self) -> int:
        return self.key_column if self.key else self.value_column


def read_row(number: int, line: str) -> Row:
    """The row of line `number` (from 1); white space at its end is left out."""
    text = line.rstrip()
    indent = len(text) - len(text.lstrip(" "))
    rest = text[indent:]
    if not rest:
        return Row(number, "", "blank")
    if rest.startswith("#"):
        return Row(number, text, "comment", indent)
    if indent == 0 and re.match(r"(---|\.\.\.)(\s|$)", text):
        return Row(number, text, "marker")
    return _content(number, text, indent)


def _content(number: int, text: str, indent: int) -> Row:
    found = DASHES.match(text, indent)
    at = found.end() if found else indent
    dashes = tuple(index for index in range(indent, at) if text[index] == "-")
    key = KEY.match(text, at)
    if key is None:
        value = "" if COMMENT.match(text, at) else text[at:]
        return Row(number, text, "item" if dashes else "text", indent, dashes, "", at, value, at)
    value = "" if COMMENT.match(text, key.end()) else text[key.end() :].lstrip()
    kind: Literal["item", "key"] = "item" if dashes else "key"
    return Row(number, text, kind, indent, dashes, key["key"].strip(), at, value, len(text) - len(value))
