"""Step 1, read: lines as they should be, for the traps of prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daysheet.quoting import quote

COMMENT = re.compile(r"\s+#(\s.*)?$")
JOINT = "\ue000"  # stands between the lines of one text while it is quoted


def part_comment(text: str) -> tuple[str, str]:
    """A plain text and the comment after it, with the spaces before it: ` # so`."""
    found = COMMENT.search(text)
    first = re.search(r"\s+#(?=\s|$)", text)
    return (text[: first.start()], text[first.start() :]) if found and first else (text.rstrip(), "")


def in_quotes(before: str, texts: Sequence[str], least: int, comments: bool = True) -> tuple[str, ...]:
    """One text over one or more lines in quotes; `before` stays in front, further lines stand in `least` at least.

    With `comments`, an end-of-line comment after the last line stays one.
    """
    last, comment = part_comment(texts[-1]) if comments else (texts[-1], "")
    quoted = quote(JOINT.join(text.strip() for text in (*texts[:-1], last))).split(JOINT)
    further = [_indented(line, text, least) for line, text in zip(quoted[1:], texts[1:], strict=True)]
    lines = [before + quoted[0], *further]
    return (*lines[:-1], lines[-1] + comment)


def moved(line: str, column: int) -> str:
    """The line begun in another column (from 0)."""
    return " " * column + line.lstrip()


def width_before(text: str) -> int:
    """How far in a line begins."""
    return len(text) - len(text.lstrip())


def _indented(new: str, old: str, least: int) -> str:
    return " " * max(width_before(old), least) + new if new else ""
