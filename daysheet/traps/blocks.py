"""Step 1, read: texts of several lines below their key, after `|` or `>` or where one of these is missing."""

from __future__ import annotations

import re

from daysheet.quoting import plain_or_quoted
from daysheet.traps.gather import is_structure
from daysheet.traps.mends import in_quotes, moved, width_before
from daysheet.traps.rows import Row, read_row
from daysheet.traps.scan import Scan
from daysheet.traps.value import Found
from daysheet.traps.words import is_known


def read_block(state: Scan, parent: int) -> None:
    """Passes over the text below `|` or `>`, and sees that it stands further in than its key."""
    depth = 0
    while state.at < len(state.lines):
        row = read_row(state.at + 1, state.lines[state.at])
        depth = depth or (row.indent if row.kind != "blank" else 0)
        if row.kind != "blank" and row.indent < max(depth, parent + 1) and not _strays(row, parent, depth):
            return
        if row.kind != "blank" and row.indent < max(depth, parent + 1):
            depth = max(depth, parent + 2)
            sentence = "This line belongs to the text under `|` or `>` and stands too far left"
            hint = "let all lines of that text begin in the same column"
            state.tell(Found(sentence, hint), row.number, row.indent, [moved(row.text, depth)])
        state.at += 1


def _strays(row: Row, parent: int, depth: int) -> bool:
    """Whether a line that stands too far left is still of the text."""
    if row.kind in ("comment", "marker") or _odd_margin(row.text):
        return False
    return row.indent > parent if depth > parent else row.kind == "text" and not is_structure(row)


def _odd_margin(text: str) -> bool:
    """Whether the line begins with white space that is no space."""
    return bool(text) and text[0].isspace() and text.lstrip(" ")[:1].isspace()


def begun_block(before: str, texts: tuple[str, ...], parent: int) -> list[str] | None:
    """`story: | The first line` with more below it: the first line moved below the mark as well."""
    found = re.match(r"([|>][+-]?)\s*(.*)", texts[0])
    if not found or (len(texts) == 1 and found[1] != "|"):
        return None
    if len(texts) == 1:
        return list(in_quotes(before, (found[2],), parent + 2))
    depth = min(width_before(text) for text in texts[1:] if text.strip())
    margin = " " * max(depth, parent + 2)
    return [before + found[1], *(margin + text.strip() if text.strip() else "" for text in (found[2], *texts[1:]))]


def list_beside(state: Scan, row: Row, parent: int) -> None:
    """`outcomes: - A plan`: a list that begins on the line of its key."""
    below = _lines_below(state, parent)
    margin = " " * (parent + 2)
    item = row.value[1:].lstrip()
    first = margin + "- " + (plain_or_quoted(item) if item[:1] not in ("'", '"') else item)
    mend = [row.text[: row.value_column].rstrip(), first, *_set_in(below, margin)]
    state.at += len(below)
    found = Found("A list cannot begin on the line of its key", "begin it on the next line, two spaces further in")
    state.tell(found, row.number, row.value_column, mend, state.at)


def _lines_below(state: Scan, parent: int) -> list[str]:
    """The lines that stand further in than `parent`, and items in its very column; as written."""
    below: list[str] = []
    for each in state.rows():
        ends = each.indent <= parent if each.kind != "item" else each.indent < parent
        if ends and each.kind not in ("blank", "comment"):
            break
        below.append(state.lines[each.number - 1].rstrip())
    while below and not below[-1]:
        below.pop()
    return below


def _set_in(lines: list[str], margin: str) -> list[str]:
    """The lines with the first one at the margin, and the others as far from it as before."""
    cut = width_before(lines[0]) if lines else 0
    return [margin + " " * max(0, width_before(line) - cut) + line.lstrip() if line else "" for line in lines]


def list_below(state: Scan, row: Row, parent: int, column: int, texts: tuple[str, ...]) -> bool:
    """`prompt: Think of:` and a list further in below it: one text, which a block keeps as it stands."""
    following = state.next_row()
    if not row.key or following is None or following.kind != "item" or following.indent < parent:
        return False
    if following.key and is_known(following.key):
        return False
    below = _lines_below(state, parent)
    margin = " " * (parent + 2)
    mend = [row.text[:column] + "|", *(margin + text.strip() for text in texts), ""]
    mend += _set_in(below, margin)
    sentence = f"`{row.key}` has its text already, and a list stands below it"
    hint = "write `|` after the colon and all of the text below it, or put the list in place of the text"
    first = row.number
    state.at += len(below)
    found = Found(sentence, hint, length=len(texts[0].strip()), silent=True)
    state.tell(found, first, column, mend, state.at)
    return True
