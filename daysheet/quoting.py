"""Text as a YAML scalar: when it needs quotation marks, and with which.

Shared by the traps, which show a line as it should be, and by whoever writes YAML.
"""

from __future__ import annotations

import re

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
SPECIAL = "[]{}#&*!|>'\"%@`,"
COLON = re.compile(r":(?=\s|$)")
HASH = re.compile(r"(?<=\s)#")
IN_FLOW = re.compile(r"[,\[\]{}]|:(?=[\s,\[\]{}]|$)")


def quote(text: str) -> str:
    """The text as a quoted scalar on one line: in double quotes, or in single ones where it holds double ones."""
    if HIDDEN.search(text):
        return _escaped(text)
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return _escaped(text) if "'" in text else f"'{text}'"


def is_plain(text: str, in_flow: bool = False) -> bool:
    """Whether YAML reads the text as written without quotation marks."""
    if not text or text != text.strip() or HIDDEN.search(text) or text[0] in SPECIAL:
        return False
    if re.match(r"[-?:](\s|$)", text) or text in ("~", "null", "Null", "NULL", "---", "..."):
        return False
    if in_flow and (text[0] == "?" or IN_FLOW.search(text)):  # in brackets the C parser takes every `?` for a key
        return False
    return not (COLON.search(text) or HASH.search(text))


def plain_or_quoted(text: str, in_flow: bool = False) -> str:
    """The text as it is where that will do, else quoted."""
    return text if is_plain(text, in_flow) else quote(text)


def _escaped(text: str) -> str:
    inner = "".join(ESCAPES.get(letter, letter) for letter in text)
    return f'"{HIDDEN.sub(lambda found: _number(found.group()), inner)}"'


def _number(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
