"""Step 1, read: a value that begins with a bracket or a brace."""

from __future__ import annotations

import re

from daysheet.quoting import is_plain, quote
from daysheet.traps.flow import (
    CLOSING,
    ENTRY,
    as_meant,
    braces_as_meant,
    brackets_as_meant,
    flow_end,
    pieces,
    quote_end,
)
from daysheet.traps.gather import gather, is_structure
from daysheet.traps.mends import in_quotes
from daysheet.traps.rows import Row
from daysheet.traps.scan import Scan
from daysheet.traps.value import IN_QUOTES, Found

TO_TICK = re.compile(r"\[[ xX]?\]\s+(?=\S)")
LINK = re.compile(r"\[[^\]]*\]\(")


def read_brackets(state: Scan, row: Row, parent: int) -> None:
    """Tells prose in brackets that YAML cannot take or would cut, and moves on behind the brackets."""
    end = flow_end(row.text, row.value_column)
    if end is None:
        _not_closed(state, row, parent)
        return
    rest = row.text[end:]
    if row.value.startswith("{{"):
        _whole(
            state,
            row,
            parent,
            Found("Braces at the beginning have a meaning of their own in YAML", IN_QUOTES, silent=True),
        )
    elif re.match(r"\s+#(\s|$)|\s*$", rest):
        _inside(state, row, end)
    elif TO_TICK.match(row.value):
        _to_tick(state, row, parent)
    else:
        what = "a list" if row.value[0] == "[" else "keys"
        mark = "the brackets of the link" if LINK.match(row.value) else f"the `{row.value[0]}`"
        sentence = f"YAML takes {mark} at the beginning for {what}, and no text may follow after that"
        _whole(state, row, parent, Found(sentence, IN_QUOTES, silent=rest.lstrip().startswith("#")))


def _inside(state: Scan, row: Row, end: int) -> None:
    text = row.text[row.value_column : end]
    before, after = row.text[: row.value_column], row.text[end:]
    if text[0] == "[":
        if any(not _item_is_well(piece) for piece in pieces(text[1:-1])):
            sentence = "In these brackets stands text that YAML cannot take as it is"
            hint = "put each such item in quotes, or write one item a line after a dash"
            told = Found(sentence, hint, length=len(text), silent="#" in text)
            state.tell(told, row.number, row.value_column, [before + brackets_as_meant(text) + after])
        return
    entries = pieces(text[1:-1])
    lost = next((piece for piece in entries if not ENTRY.fullmatch(piece)), None)
    values = [found["value"].strip() for piece in entries if (found := ENTRY.fullmatch(piece))]
    wrong = next((value for value in values if value and not _value_is_well(value)), lost)
    if wrong is None:
        return
    better = braces_as_meant(text)
    mend = [before + better + after] if better else [before + quote(text) + after]
    place = row.text.find(wrong, row.value_column)
    state.tell(_cut(wrong, lost), row.number, max(place, row.value_column), mend)


def _cut(wrong: str, lost: str | None) -> Found:
    if lost is not None:
        sentence = f"A comma in braces cut the sentence before “{lost}”"
        hint = "put the sentence in quotes, or write one key a line without braces"
        return Found(sentence, hint, length=len(lost), silent=True)
    hint = "put it in quotes, or write one key a line without braces"
    return Found("In braces YAML cannot take this text as it is", hint, length=len(wrong), silent="#" in wrong)


def _item_is_well(piece: str) -> bool:
    """Whether YAML takes a piece between commas as it stands: plain, quoted, nested, or a key with its value."""
    entry = ENTRY.fullmatch(piece)
    return _value_is_well(piece) or (entry is not None and _value_is_well(entry["value"].strip()))


def _value_is_well(value: str) -> bool:
    if value[:1] in CLOSING and flow_end(value) == len(value):
        return as_meant(value).replace(" ", "") == value.replace(" ", "")
    if value[:1] in ("'", '"'):
        return quote_end(value, 0) == len(value)
    return not value or value[0] in "*&!" or is_plain(value, in_flow=True)


def _to_tick(state: Scan, row: Row, parent: int) -> None:
    """`- [ ] item`: a list to tick has its boxes drawn; elsewhere the brackets are kept as text."""
    found = Found("A box `[ ]` at the beginning is an empty list to YAML", "", length=3)
    if state.levels.within(frozenset({"checklist", "items"})):
        hint = "leave the box out; a checklist draws it"
        before = row.text[: row.value_column]
        text = row.text[row.value_column :]
        cut = TO_TICK.match(text)
        texts = (text[cut.end() if cut else 0 :],)
        state.tell(Found(found.sentence, hint, length=3), row.number, row.value_column, [before + as_safe(texts[0])])
        return
    hint = "put the whole text in quotes; things to tick are a `checklist`, which draws the boxes"
    _whole(state, row, parent, Found(found.sentence, hint, length=3))


def as_safe(text: str) -> str:
    """The text as it is where YAML takes it so, else in quotes."""
    return text if is_plain(text) else quote(text)


def _not_closed(state: Scan, row: Row, parent: int) -> None:
    text = row.text[row.value_column :]
    for further in state.rows():
        if further.indent <= parent and further.kind != "blank" and not re.match(r"\s*[\]}]", further.text):
            break
        text += "\n" + state.lines[further.number - 1].rstrip()
        if flow_end(text) is not None:
            state.at = further.number
            return
        if further.kind != "blank" and is_structure(further) and further.indent <= parent:
            break
    _never_closed(state, row, parent)


def _never_closed(state: Scan, row: Row, parent: int) -> None:
    text = row.value
    mark, hash_ = text[0], re.search(r"\s#(?=\S)", text)
    if hash_ and text.endswith(CLOSING[mark]):
        better = brackets_as_meant(text) if mark == "[" else braces_as_meant(text) or quote(text)
        found = Found(
            "From here on the line would be lost: a space and `#` begin a comment", IN_QUOTES, 0, hash_.start() + 1
        )
        state.tell(found, row.number, row.value_column, [row.text[: row.value_column] + better])
        return
    found = Found(f"This `{mark}` opens and is never closed", f"close it with `{CLOSING[mark]}`")
    closed = text + CLOSING[mark]
    entries = pieces(text[1:])
    few = mark == "{" and all(ENTRY.fullmatch(piece) for piece in entries)
    if flow_end(closed) == len(closed) and (few or (mark == "[" and len(entries) > 1)):
        better = (braces_as_meant(closed) or closed) if mark == "{" else brackets_as_meant(closed)
        state.tell(found, row.number, row.value_column, [row.text[: row.value_column] + better])
        return
    _whole(state, row, parent, Found(found.sentence, f"{found.hint}, or {IN_QUOTES}"))


def _whole(state: Scan, row: Row, parent: int, found: Found) -> None:
    """The whole text in quotes, with the lines that go on with it."""
    further, _ = gather(state, row, parent)
    state.at += len(further)
    mend = in_quotes(row.text[: row.value_column], (row.value, *further), parent + 2)
    state.tell(found, row.number, row.value_column, mend, row.number + len(further))
