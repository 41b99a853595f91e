"""Step 1, read: the traps of prose in YAML, found from the raw lines, all of a file at once.

A scanner walks over the lines with the open lists and keys in mind, and hands each value to the one who knows its
form: plain text, quotation marks, brackets, or a block that `|` or `>` begins. What it cannot judge it leaves to the
parser; what the parser would take without a word is marked `silent`, for only that is told when the parser is content.
"""

from __future__ import annotations

from collections.abc import Sequence

from daysheet.quoting import plain_or_quoted
from daysheet.traps.forms import read_value
from daysheet.traps.levels import Levels
from daysheet.traps.mends import moved
from daysheet.traps.rows import Row, read_row
from daysheet.traps.scan import Scan, Trap
from daysheet.traps.typed import as_typed
from daysheet.traps.value import Found, read_names


def scan(lines: Sequence[str], file: str) -> list[Trap]:
    """All traps of a file, in the order of its lines."""
    state = Scan(lines, file, read_names(lines))
    above = ""
    while state.at < len(lines):
        row = read_row(state.at + 1, lines[state.at])
        state.at += 1
        if row.kind == "marker":
            state.levels = Levels()
        if row.kind in ("blank", "comment", "marker"):
            continue
        row = _fitted(state, _as_meant(state, row, above))
        above = row.kind
        read_value(state, row)
    return [state.traps[number] for number in sorted(state.traps)]


def _as_meant(state: Scan, row: Row, above: str) -> Row:
    """The row with the beginning that was meant."""
    line = state.lines[row.number - 1].rstrip()
    typed = as_typed(line, above == "item" or state.levels.waits, state.levels.waits or above == "item")
    if typed is None:
        return row
    state.tell(typed.found, row.number, 0, [typed.text])
    return read_row(row.number, typed.text)


def _fitted(state: Scan, row: Row) -> Row:
    """The row in the column that was meant; opens and closes levels."""
    misfit = state.levels.misfit(row)
    if misfit is not None:
        line = row.text if misfit.column is None else moved(row.text, misfit.column)
        if misfit.dash:
            line = f"{line[: row.indent]}- {plain_or_quoted(line.strip())}"
        found = Found(misfit.sentence, misfit.hint, length=len(row.text.strip()), silent=misfit.silent)
        state.tell(found, row.number, row.indent, [line] if line != row.text else None)
        row = read_row(row.number, line)
    state.levels.enter(row)
    return row
