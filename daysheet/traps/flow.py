"""Step 1, read: text in brackets and braces, taken apart at its commas as YAML does it, and set together as meant."""

from __future__ import annotations

import re

from daysheet.quoting import plain_or_quoted

CLOSING = {"[": "]", "{": "}"}
DEEPEST = 100
"""More brackets than this in one value are no slip of a writer; they are left for the parser to refuse."""
ENTRY = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[^\s"'\[\]{},:][^,\[\]{}]*?)\s*:(?:\s+|$)(?P<value>.*)""", re.S)


def flow_end(text: str, at: int = 0) -> int | None:
    """Where the bracket or brace that opens at `at` has been closed (the index after it); None when it has not."""
    waiting: list[str] = []
    index = at
    while index < len(text):
        letter = text[index]
        if letter in CLOSING:
            waiting.append(CLOSING[letter])
        elif letter in "]}":
            if not waiting or waiting.pop() != letter:
                return None
            if not waiting:
                return index + 1
        elif letter in "\"'" and _opens_quote(text, index):
            end = quote_end(text, index)
            if end is None:
                return None
            index = end - 1
        elif letter == "#" and text[index - 1] in " \t":
            return None
        index += 1
    return None


def quote_end(text: str, at: int) -> int | None:
    """Where the quotation mark at `at` has been closed (the index after it); None when it has not."""
    pattern = r'"(?:[^"\\]|\\.)*"' if text[at] == '"' else r"'(?:[^']|'')*'"
    found = re.compile(pattern, re.S).match(text, at)
    return found.end() if found else None


def pieces(inside: str) -> list[str]:
    """What stands between the brackets, parted at the commas of this level; each piece stripped."""
    parts, start, index = [], 0, 0
    while index < len(inside):
        letter = inside[index]
        if letter == ",":
            parts.append(inside[start:index])
            start = index + 1
        elif letter in CLOSING or (letter in "\"'" and _opens_quote(inside, index)):
            end = flow_end(inside, index) if letter in CLOSING else quote_end(inside, index)
            index = (end or len(inside)) - 1
        index += 1
    parts.append(inside[start:])
    return [part.strip() for part in parts if part.strip()]


def braces_as_meant(text: str) -> str | None:
    """`{do: Tell, then listen, who: A}` with the sentence in quotes; None where it does not begin with a key."""
    entries: list[tuple[str, str]] = []
    for piece in pieces(text[1:-1]):
        found = ENTRY.fullmatch(piece)
        if found:
            entries.append((found["key"], found["value"].strip()))
        elif entries:
            key, value = entries[-1]
            entries[-1] = (key, f"{value}, {piece}")
        else:
            return None
    return "{" + ", ".join(f"{key}: {as_meant(value)}" for key, value in entries) + "}" if entries else None


def brackets_as_meant(text: str) -> str:
    """A list in brackets in which each item that YAML would not take as it is stands in quotes."""
    return "[" + ", ".join(as_meant(piece) for piece in pieces(text[1:-1])) + "]"


def as_meant(value: str) -> str:
    """One value within brackets or braces: left as it is where it is quoted or nested well, else safe."""
    if sum(map(value.count, CLOSING)) > DEEPEST:
        return value
    if value[:1] in CLOSING and flow_end(value) == len(value):
        return braces_as_meant(value) or value if value[0] == "{" else brackets_as_meant(value)
    if value[:1] in ('"', "'") and quote_end(value, 0) == len(value):
        return value
    return plain_or_quoted(value, in_flow=True)


def sentences(parts: list[str]) -> list[str]:
    """Pieces of a bracketed list joined again where a comma seems to have cut a sentence."""
    joined: list[str] = []
    for part in parts:
        if joined and part[:1].islower() and joined[-1][-1:] not in ".?!":
            joined[-1] += f", {part}"
        else:
            joined.append(part)
    if len(joined) == 2 and " and " in joined[1] and " and " not in joined[0] and joined[0][-1:] not in ".?!":
        return [", ".join(joined)]
    return joined


def unquoted(value: str) -> str:
    """The text of a scalar on one line, as far as marks go that a person types."""
    if value[:1] == "'" and quote_end(value, 0) == len(value):
        return value[1:-1].replace("''", "'")
    if value[:1] == '"' and quote_end(value, 0) == len(value):
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return value


def _opens_quote(text: str, index: int) -> bool:
    """A quotation mark opens a scalar only at its beginning; within a word it is an apostrophe."""
    before = text[:index].rstrip()
    return not before or before[-1] in "[{,:"
