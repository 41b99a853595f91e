"""Step 1, read: what stands at the beginning of a line and only looks like YAML.

Tabs and no-break spaces as indentation, bullets of a word processor, a missing space after a dash or a colon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from daysheet.quoting import plain_or_quoted
from daysheet.traps.value import Found
from daysheet.traps.words import is_known

ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
NOTHING = "\u200b\u200c\u200d\u2060\ufeff"
MARGIN = re.compile(rf"[ \t{ODD}{NOTHING}]*")
AFTER_MARK = re.compile(rf"(?P<before> *(?:-|[A-Za-z_]+:|- +[A-Za-z_]+:)) *[{ODD}][ {ODD}]*(?=\S)")
BULLET = re.compile(r"(?P<margin> *)(?P<mark>[•‣▪▫◦∙●○·]\s*|[–—*+]\s+|--\s+)(?P<text>\S.*)")
SURE = "•‣▪▫◦∙●○"
NUMBER = re.compile(r"(?P<margin> *)(?P<mark>\d{1,2}[.)]\s+)(?P<text>\S.*)")
NO_SPACE = re.compile(r"(?P<margin> *)(?P<mark>-)(?P<text>[^\s-].*)")
KEY = re.compile(r"(?P<before> *(?:- +)?)(?P<key>[A-Za-z_]+)(?P<mark>:(?=[^\s:/])|\s*\uff1a|\s*=\s)\s*(?P<value>.*)")


@dataclass(frozen=True)
class Typed:
    """A line as it was meant, and what was wrong with it."""

    text: str
    found: Found


def as_typed(line: str, in_list: bool, opened: bool) -> Typed | None:
    """What is wrong with the beginning of a line.

    `in_list`: a list item stands above it or may stand here; `opened`: a key without a value stands above it.
    """
    margin = _margin(line)
    rest = _marks(margin.text if margin else line, in_list, opened)
    if margin and rest:
        return replace(margin, text=rest.text)
    return margin or rest


def _margin(line: str) -> Typed | None:
    found = MARGIN.match(line)
    margin = found.group() if found else ""
    odd = next((index for index, letter in enumerate(margin) if letter != " "), None)
    if odd is None:
        return None
    better = re.sub(f"[{ODD}]", " ", re.sub(f"[{NOTHING}]", "", margin.replace("\t", "  "))) + line[len(margin) :]
    what = "tabs" if margin[odd] == "\t" else "no-break spaces, which come along with pasted text"
    length = len(margin) - odd
    return Typed(
        better,
        Found(f"The beginning of this line is made of {what}", "use two spaces for each step", 0, odd, length, True),
    )


def _marks(line: str, in_list: bool, opened: bool) -> Typed | None:
    return _odd_space(line) or (_list_mark(line, opened) if in_list else _sure_bullet(line)) or _key(line)


def _odd_space(line: str) -> Typed | None:
    found = AFTER_MARK.match(line)
    if found is None:
        return None
    sentence = "Here stands a no-break space, which YAML does not take for a space"
    at = len(found["before"])
    return Typed(
        f"{found['before']} {line[found.end() :]}", Found(sentence, "type a plain space in its place", 0, at, 1, True)
    )


def _sure_bullet(line: str) -> Typed | None:
    return _list_mark(line, False) if line.lstrip()[:1] in SURE and line.strip() else None


def _list_mark(line: str, opened: bool) -> Typed | None:
    for pattern in (BULLET, NUMBER, NO_SPACE):
        found = pattern.fullmatch(line.rstrip())
        if found and (opened or pattern is not NUMBER) and not (pattern is NO_SPACE and _is_amount(found["text"])):
            return _with_dash(found["margin"], found["mark"], found["text"])
    return None


def _is_amount(text: str) -> bool:
    return re.match(r"\d+(\s|$)", text) is not None


def _with_dash(margin: str, mark: str, text: str) -> Typed:
    key = re.match(r"([A-Za-z_]+): ", text)
    body = text if text[0] in "\"'[{" or (key and is_known(key[1])) else plain_or_quoted(text)
    if mark == "-":
        found = Found(
            "After the dash of a list item a space is missing",
            "type a space between the dash and the text",
            0,
            len(margin),
            1,
            True,
        )
    else:
        sentence = f"An item of a list begins with a dash and a space, not with `{mark.strip()}`"
        found = Found(sentence, "type `- ` in its place", 0, len(margin), len(mark.strip()), True)
    return Typed(f"{margin}- {body}", found)


def _key(line: str) -> Typed | None:
    found = KEY.fullmatch(line.rstrip())
    if found is None or not is_known(found["key"]) or (not found["value"] and found["mark"] == ":"):
        return None
    value = found["value"]
    quoted = value if value[:1] in "\"'[{|>" else plain_or_quoted(value)
    at, mark = len(found["before"]) + len(found["key"]), found["mark"].strip()
    missing = f"After `{found['key']}:` a space is missing"
    sentence = missing if mark == ":" else f"After a key stands a colon `:`, not `{mark}`"
    hint = "a key is followed by a colon and a space"
    text = f"{found['before']}{found['key']}: {quoted}".rstrip()
    return Typed(text, Found(sentence, hint, 0, at, 1, True))
