"""Step 1, read: the value of one row, by its form: plain text, quotation marks, brackets, or a block."""

from __future__ import annotations

from dataclasses import replace

from daysheet.quoting import quote
from daysheet.traps.blocks import begun_block, list_below, list_beside, read_block
from daysheet.traps.brackets import read_brackets
from daysheet.traps.gather import gather
from daysheet.traps.mends import in_quotes, moved, width_before
from daysheet.traps.quotes import read_quoted
from daysheet.traps.rows import Row, read_row
from daysheet.traps.scan import Scan
from daysheet.traps.value import BLOCK_MARK, IN_QUOTES, Found, prose_trap
from daysheet.traps.words import looks_like_key


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
    elif row.key and row.value.startswith("- "):
        list_beside(state, row, parent)
    elif BLOCK_MARK.match(row.value):
        read_block(state, parent)
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
        better, hint = f"{before}# {row.value[1:]}", "a comment has a space after its `#`"
    else:
        better, hint = before + quote(row.value), IN_QUOTES
        if state.levels.stack:
            state.levels.stack[-1].waits = False
    found = Found(f"`{row.value.split()[0]}` would be lost: `#` begins a comment", hint, silent=True)
    found = replace(found, length=len(row.value.split()[0]))
    state.tell(found, row.number, row.value_column, [better])


def _plain(state: Scan, row: Row, parent: int) -> None:
    prose_key = bool(row.key and row.dashes) and not _may_be_key(state, row)
    further, astray = gather(state, row, parent)
    column = row.value_column
    found = prose_trap((row.text[column:], *further), state.names)
    if prose_key and (found or astray):
        column = row.content_column
        found = prose_trap((row.content, *further), state.names)
    texts = (row.text[column:], *further)
    state.at = row.number + len(further)
    if list_below(state, row, parent, column, texts):
        return
    if found:
        before = " " * (parent + 2) if row.kind == "text" and row.indent <= parent else row.text[:column]
        mend = begun_block(before, texts, parent) or in_quotes(before, texts, parent + 2)
        state.tell(found, row.number, column if found.line == 0 else 0, mend, state.at)
    elif astray:
        _astray(state, row, further, parent)


def _astray(state: Scan, row: Row, further: list[str], parent: int) -> None:
    """A line of a text that stands too far left."""
    lines = [row.text, *further] if row.kind == "text" else ["", *further]
    skipped = next(index for index, line in enumerate(lines) if line.strip() and width_before(line) <= parent)
    mend = [moved(line, parent + 2) if line.strip() else "" for line in lines[skipped:]]
    line, number = lines[skipped], row.number + skipped
    sentence = "This line goes on with what stands above it, and stands too far left"
    hint = "move it two spaces further in than the key or dash of that text"
    state.tell(Found(sentence, hint, length=len(line.strip())), number, width_before(line), mend, state.at)


def _may_be_key(state: Scan, row: Row) -> bool:
    return looks_like_key(row.key) or state.levels.free()
