"""Step 1, read: what YAML would make of a text without quotation marks, told before it does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

IN_QUOTES = "put the whole text in quotes"
BLOCK_MARK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:(?<=\s)#.*)?$")
INSIDE = re.compile(r"(?P<hash>(?<=\s)#(?=\S))|(?P<comment>(?<=\s)#(?=\s|$))|(?P<colon>:(?=\s|$))")
NAME = r"[A-Za-z0-9_-]+"
STARTS = {
    "*": "`*` at the beginning has a meaning of its own in YAML",
    "&": "`&` at the beginning has a meaning of its own in YAML",
    "!": "`!` at the beginning has a meaning of its own in YAML",
    "%": "A text cannot begin with `%` in YAML",
    "@": "A text cannot begin with `@` in YAML",
    "`": "A text cannot begin with a backtick in YAML",
    ",": "A text cannot begin with a comma in YAML",
    "]": "A text cannot begin with a closing bracket in YAML",
    "}": "A text cannot begin with a closing brace in YAML",
    "|": "After `|` the text begins on the next line",
    ">": "After `>` the text begins on the next line",
}
SILENT_STARTS = "&!"  # the parser takes these as an anchor and a tag, and the word is gone
BEFORE_A_SPACE = {
    "?": "A question mark and a space at the beginning have a meaning of their own in YAML",
    ":": "A text cannot begin with a colon in YAML",
}


@dataclass(frozen=True)
class Found:
    """A trap in a text: `line` counts from the text's first, `column` from 0 in that line's part of the text."""

    sentence: str
    hint: str
    line: int = 0
    column: int = 0
    length: int = 1
    silent: bool = False


@dataclass(frozen=True)
class Names:
    """The anchors and aliases of a file: `*word` is an alias only where `&word` stands too."""

    anchors: frozenset[str]
    aliases: frozenset[str]


def read_names(lines: Sequence[str]) -> Names:
    """What looks like an anchor or an alias anywhere in the file."""
    text = "\n".join(lines)
    anchors = re.findall(rf"(?:^|[\s\[{{,])&({NAME})(?=\s|$)", text, re.M)
    aliases = re.findall(rf"(?:^|[\s\[{{,])\*({NAME})(?=\s*(?:$|[,\]}}#]))", text, re.M)
    return Names(frozenset(anchors), frozenset(aliases))


def prose_trap(texts: Sequence[str], names: Names) -> Found | None:
    """The first trap in a text without quotation marks, line by line; None when YAML reads it as it is written."""
    return _at_start(texts[0], names) or _within(texts)


def _at_start(text: str, names: Names) -> Found | None:
    first = text[0]
    if first in BEFORE_A_SPACE and re.match(r".(\s|$)", text):
        return Found(BEFORE_A_SPACE[first], IN_QUOTES, silent=first == "?")
    if first not in STARTS or text.startswith("!!") or _is_named(text, names):
        return None
    hint = "move it there, two spaces further in, or put the whole text in quotes" if first in "|>" else IN_QUOTES
    return Found(STARTS[first], hint, silent=first in SILENT_STARTS)


def _is_named(text: str, names: Names) -> bool:
    """A real alias, or a real anchor with what it names."""
    alias, anchor = re.fullmatch(rf"\*({NAME})\s*(#\s.*)?", text), re.match(rf"&({NAME})(\s|$)", text)
    return bool(alias and alias[1] in names.anchors) or bool(anchor and anchor[1] in names.aliases)


def _within(texts: Sequence[str]) -> Found | None:
    for number, text in enumerate(texts):
        for found in INSIDE.finditer(text):
            if found["comment"]:
                break
            if found["hash"] or number > 0 or not _opens_anchor(text):
                return _hash(text, number, found.start()) if found["hash"] else _colon(text, number, found.start())
    return None


def _opens_anchor(text: str) -> bool:
    return bool(re.match(rf"&{NAME}\s+\S+:", text))


def _hash(text: str, line: int, column: int) -> Found:
    word = text[column:].split()[0]
    sentence = f"From `{word}` on the line would be lost: a space and `#` begin a comment"
    return Found(sentence, f"{IN_QUOTES}; a comment has a space after its `#`", line, column, len(word), silent=True)


def _colon(text: str, line: int, column: int) -> Found:
    where = "A colon at the end" if not text[column + 1 :].strip() else "A colon in a sentence"
    return Found(f"{where} makes a key of what stands before it", IN_QUOTES, line, column)
