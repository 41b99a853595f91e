"""Step 1, read: the value of one row, by its form: plain text, quotation marks, brackets, or a block."""

from __future__ import annotations

import re
from dataclasses import replace

from daysheet.quoting import quote
from daysheet.traps_brackets import read_brackets
from daysheet.traps_gather import gather, is_structure
from daysheet.traps_mends import in_quotes, moved
from daysheet.traps_quotes import read_quoted
from daysheet.traps_rows import Row, read_row
from daysheet.traps_scan import Scan
from daysheet.traps_value import BLOCK_MARK, IN_QUOTES, Found, prose_trap
from daysheet.traps_words import is_known


def read_value(state: Scan, row: Row) -> None:
    """Tells the traps in the value of a row, and moves on behind it."""
    parent = state.levels.column
    if row.kind == "text":
        if not state.levels.waits:
            return
        state.levels.stack[-1].waits = False
    if len(row.dashes) > 1:
        row = _doubled_dash(state, row)
    if not row.value:
        _without_value(state, row)
    elif row.value.startswith("#"):
        _hash(state, row, parent)
    elif row.value[0] in "\"'":
        read_quoted(state, row, parent)
    elif row.value[0] in "[{":
        read_brackets(state, row, parent)
    elif BLOCK_MARK.match(row.value):
        _block(state, parent)
    else:
        _plain(state, row, parent)


def _doubled_dash(state: Scan, row: Row) -> Row:
    """`- - text` is a list in a list, unless a second item of the inner one follows."""
    following = state.next_row()
    if following is not None and following.kind == "item" and following.indent == row.dashes[1]:
        return row
    better = row.text[: row.dashes[0]] + "- " + row.text[row.dashes[-1] + 1 :].lstrip()
    found = Found("Two dashes make a list within a list", "one dash is enough", 0, 0, row.dashes[-1] + 1, True)
    state.tell(replace(found, length=row.dashes[-1] - row.dashes[0] + 1), row.number, row.dashes[0], [better])
    return read_row(row.number, better)


def _without_value(state: Scan, row: Row) -> None:
    """`- Look at the following:` with nothing below it."""
    following = state.next_row()
    alone = following is None or following.indent <= row.dashes[-1] if row.dashes else False
    if not (row.key and alone) or _may_be_key(state, row):
        return
    better = row.text[: row.content_column] + quote(row.content)
    found = Found("A colon at the end makes a key of what stands before it", IN_QUOTES, silent=True)
    state.tell(found, row.number, len(row.text) - 1, [better])


def _hash(state: Scan, row: Row, parent: int) -> None:
    """`accent: #8a3b12` is nothing to YAML: all of it is a comment."""
    following, before = state.next_row(), row.text[: row.value_column]
    below = following is not None and (following.indent > parent or (following.kind == "item" and bool(row.key)))
    if below and following is not None and following.indent >= parent and following.kind != "text":
        better = f"{before}# {row.value[1:]}"
    else:
        better = before + quote(row.value)
        if state.levels.stack:
            state.levels.stack[-1].waits = False
    found = Found(f"`{row.value.split()[0]}` would be lost: `#` begins a comment", IN_QUOTES)
    found = replace(found, length=len(row.value.split()[0]), silent=True)
    state.tell(found, row.number, row.value_column, [better])


def _block(state: Scan, parent: int) -> None:
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
    if row.kind in ("comment", "marker") or state_has_margin(row.text):
        return False
    return row.indent > parent if depth > parent else row.kind == "text" and not is_structure(row)


def state_has_margin(text: str) -> bool:
    """Whether the line begins with white space that is no space."""
    return bool(text) and text[0].isspace() and text.lstrip(" ")[:1].isspace()


def _plain(state: Scan, row: Row, parent: int) -> None:
    prose_key = bool(row.key and row.dashes) and not _may_be_key(state, row)
    further, astray = gather(state, row, parent)
    column, texts = row.value_column, (row.text[row.value_column :], *further)
    found = prose_trap(texts, state.names)
    if prose_key and (found or astray):
        column, texts = row.content_column, (row.content, *further)
        found = prose_trap(texts, state.names)
    last = row.number + len(further)
    state.at = last
    if _list_below(state, row, parent, texts):
        return
    if found:
        before = row.text[:column]
        mend = _begun_block(before, texts, parent) or in_quotes(before, texts, parent + 2)
        state.tell(found, row.number, column if found.line == 0 else 0, mend, last)
    elif astray:
        lines = [row.text, *(moved(text, parent + 2) if text.strip() else "" for text in further)]
        sentence = "This line goes on with the text above it and stands too far left"
        number = next(index for index, text in enumerate(further, row.number + 1) if _indent(text) <= parent)
        mend = lines[number - row.number :]
        length = len(further[number - row.number - 1].strip())
        hint = "move it two spaces further in than the key or dash of that text"
        state.tell(Found(sentence, hint, length=length), number, _indent(further[number - row.number - 1]), mend, last)


def _begun_block(before: str, texts: tuple[str, ...], parent: int) -> list[str] | None:
    """`story: | The first line` with more below it: the first line moved below the mark as well."""
    found = re.match(r"([|>][+-]?)\s*(.*)", texts[0])
    if not found or (len(texts) == 1 and found[1] != "|"):
        return None
    if len(texts) == 1:
        return list(in_quotes(before, (found[2],), parent + 2))
    depth = min(_indent(text) for text in texts[1:] if text.strip())
    margin = " " * max(depth, parent + 2)
    return [before + found[1], *(margin + text.strip() if text.strip() else "" for text in (found[2], *texts[1:]))]


def _list_below(state: Scan, row: Row, parent: int, texts: tuple[str, ...]) -> bool:
    """`prompt: Think of:` and a list further in below it: one text, which a block keeps as it stands."""
    following = state.next_row()
    if not row.key or following is None or following.kind != "item" or following.indent <= parent:
        return False
    if following.key and is_known(following.key):
        return False
    below: list[str] = []
    for each in state.rows():
        if each.kind != "blank" and each.indent <= parent:
            break
        below.append(state.lines[each.number - 1].rstrip())
    while below and not below[-1]:
        below.pop()
    margin = " " * (parent + 2)
    cut = min(_indent(line) for line in below if line)
    mend = [row.text[: row.value_column] + "|", *(margin + text.strip() for text in texts), ""]
    mend += [margin + line[cut:] if line else "" for line in below]
    sentence = f"`{row.key}` has its text already, and a list stands below it"
    hint = "write `|` after the colon and all of the text below it, or put the list in place of the text"
    first = row.number
    state.at += len(below)
    found = Found(sentence, hint, length=len(texts[0].strip()), silent=True)
    state.tell(found, first, row.value_column, mend, state.at)
    return True


def _may_be_key(state: Scan, row: Row) -> bool:
    return is_known(row.key) or state.levels.free() or not re.search(r"\s", row.key)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
