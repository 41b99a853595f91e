"""Step 1, read: the further lines of a text that a person wrote over several."""

from __future__ import annotations

import re

from daysheet.traps.rows import Row
from daysheet.traps.scan import Scan
from daysheet.traps.typed import as_typed
from daysheet.traps.words import looks_like_key


def gather(state: Scan, row: Row, parent: int) -> tuple[list[str], bool]:
    """The lines after `row` that go on with its text, as written, and whether one of them stands too far left.

    `parent` is the column of the key or dash that the text belongs to. The scan is not moved on.
    """
    lines: list[str] = []
    astray, blanks = row.kind == "text" and row.indent <= parent, 0
    for further in state.rows():
        if further.kind == "blank":
            blanks += 1
            continue
        if not _goes_on(state, further, parent, row.number in state.traps):
            break
        lines += [""] * blanks + [state.lines[further.number - 1].rstrip()]
        blanks = 0
        astray = astray or further.indent <= parent
    return lines, astray


def is_structure(row: Row) -> bool:
    """Whether a line is a key or an item rather than text."""
    return row.kind in ("item", "marker") or (row.kind == "key" and looks_like_key(row.key))


def _goes_on(state: Scan, row: Row, parent: int, typed: bool) -> bool:
    """`typed`: the text begins with a mark that was typed for a dash, so that its like begins a new item."""
    line = state.lines[row.number - 1]
    if row.kind == "comment":
        return row.indent > parent and re.match(r"#\d", line.lstrip()) is not None
    if row.kind in ("item", "marker") or as_typed(line, row.indent <= parent or typed, typed):
        return False
    if row.kind == "key":
        sentence = row.key[:1].islower() and len(row.key.split()) > 3 and not state.levels.free()
        return (row.indent > parent or sentence) and not looks_like_key(row.key)
    top = state.levels.stack[-1] if state.levels.stack else None
    new_item = top is not None and top.kind == "list" and row.indent == parent and row.value[:1].isupper()
    return not new_item
