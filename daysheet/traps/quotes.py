"""Step 1, read: a value that begins with a quotation mark or an apostrophe."""

from __future__ import annotations

import re

from daysheet.quoting import quote
from daysheet.traps.flow import quote_end
from daysheet.traps.gather import gather, is_structure
from daysheet.traps.mends import in_quotes
from daysheet.traps.rows import Row
from daysheet.traps.scan import Scan
from daysheet.traps.value import IN_QUOTES, Found

ELISION = re.compile(r"'(?:tis|twas|twill|til|till|em|cause|n|bout|round|neath|\d\ds?)\b", re.I)
ESCAPE = re.compile(r"""\\(?:[tn "/\\]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})""")

MARKS = "put marks of the other kind around the whole text"


def read_quoted(state: Scan, row: Row, parent: int) -> None:
    """Tells what is wrong with quotation marks, and moves on behind them."""
    end = quote_end(row.text, row.value_column)
    if end is None:
        if not _closed_below(state, row, parent):
            _never_closed(state, row, parent)
    elif not re.match(r"\s+#(\s|$)|\s*$", row.text[end:]):
        _closed_early(state, row, parent, end)
    elif row.value[0] == '"':
        _escapes(state, row, end)


def _closed_below(state: Scan, row: Row, parent: int) -> bool:
    """A quoted text over several lines; moves on behind it where it is well."""
    text = row.text[row.value_column :]
    for further in state.rows():
        if further.kind != "blank" and (is_structure(further) or further.kind == "marker"):
            return False
        text += "\n" + state.lines[further.number - 1].rstrip()
        end = quote_end(text, 0)
        if end is not None:
            state.at = further.number
            return re.match(r"\s+#(\s|$)|\s*$", text[end:]) is not None
    return False


def _never_closed(state: Scan, row: Row, parent: int) -> None:
    state.at = row.number
    further, _ = gather(state, row, parent)
    state.at += len(further)
    text = row.text[row.value_column :]
    mark = text[0]
    first = text if _belongs(text) else text[1:]
    found = Found(f"This quotation mark `{mark}` opens and is never closed", _hint(text))
    mend = in_quotes(row.text[: row.value_column], (first, *further), parent + 2, comments=False)
    state.tell(found, row.number, row.value_column, mend, state.at)


def _hint(text: str) -> str:
    return "put the whole text in double quotes" if _belongs(text) else "close it at the end of the text"


def _belongs(text: str) -> bool:
    """Whether the opening mark is of the text itself (`'tis`), not one that someone forgot to close."""
    return ELISION.match(text) is not None or (text[0] == "'" and text[1:2].islower())


def _closed_early(state: Scan, row: Row, parent: int, end: int) -> None:
    further, _ = gather(state, row, parent)
    state.at += len(further)
    rest = row.text[end:].strip()
    hash_ = row.text[end : end + 1] == " " and rest.startswith("#")
    apostrophe = row.value[0] == "'"
    what = "The apostrophe" if apostrophe else "The quotation mark"
    sentence = f"{what} at the beginning quotes only a part of this text; “{_short(rest)}” stands after it"
    if not further and _meant_as_marks(row.value, end - row.value_column):
        mark = "an apostrophe" if apostrophe else "a quotation mark"
        found = Found(f"The text ends at {mark} within it; “{_short(rest)}” stands after that", MARKS, 0, 0, 1, hash_)
        state.tell(found, row.number, row.value_column, [row.text[: row.value_column] + quote(row.value[1:-1])])
        return
    mend = in_quotes(row.text[: row.value_column], (row.value, *further), parent + 2)
    hint = "put the whole text in single quotes" if '"' in row.value and not apostrophe else IN_QUOTES
    state.tell(Found(sentence, hint, silent=hash_), row.number, row.value_column, mend, state.at)


def _meant_as_marks(text: str, end: int) -> bool:
    """`'Don't wait'`, `"Say "so" to all"`: the outer marks were typed to quote the whole, and one within closed it."""
    mark = text[0]
    within = text[end : end + 1].isalnum() if mark == "'" else text[end - 2].isspace()
    return len(text) > end and text[-1] == mark and within


def _escapes(state: Scan, row: Row, end: int) -> None:
    inner = row.text[row.value_column + 1 : end - 1]
    wrong = next((found for found in re.finditer(r"\\.", inner) if not ESCAPE.match(inner, found.start())), None)
    if wrong is None:
        return
    text = re.sub(r'\\(["\\])', r"\1", inner)
    found = Found(
        f"In double quotes `{wrong.group()}` has a meaning of its own, or none",
        "use single quotes",
        length=2,
        silent=True,
    )
    mend = row.text[: row.value_column] + quote(text) + row.text[end:]
    state.tell(found, row.number, row.value_column + 1 + wrong.start(), [mend])


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:28].rstrip() + "…"
