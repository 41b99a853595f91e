"""Step 2, check: prose that YAML took for something else, told when a model wants text and gets keys or a list.

Called with a `Source` and the keys of the value. The traps that the raw lines show already stand in `traps.text`.
"""

from __future__ import annotations

from daysheet.problems import Mend, Place, Problem
from daysheet.quoting import plain_or_quoted, quote
from daysheet.reader import Keys, Plain, Source
from daysheet.traps.flow import braces_as_meant, brackets_as_meant, flow_end, pieces, sentences, unquoted
from daysheet.traps.mends import in_quotes

__all__ = ["bracketed_prose", "colon_made_key", "cut_by_comma", "mend_key", "mend_value", "quote"]


def colon_made_key(source: Source, keys: Keys) -> Problem:
    """Text was wanted at these keys, and a mapping came: `Look at this: it matters`."""
    place, value = source.place(keys), _value(source, keys)
    key = str(next(iter(value), "")) if isinstance(value, dict) else ""
    at = source.keys.get((*keys, key), place)
    if _in_flow(source, keys) and not _flow_text(source, keys):
        hint = "put that item in quotes, or write one item a line, each after a dash"
        sentence = f"The colon made a key of “{_short(key)}”, and text is wanted here"
        return Problem(at, sentence, hint, _item_in_quotes(source, keys[:-1]))
    if source.styles.get(keys) == "flow":
        sentence, hint = "Text is wanted here, and braces `{ }` make keys of it", "put the whole text in quotes"
        return Problem(place, sentence, hint, _whole_flow(source, keys))
    colon = Place(at.file, at.line, at.column, at.length + 1)
    return Problem(
        colon,
        f"The colon made a key of “{_short(key)}”, and text is wanted here",
        "put the whole text in quotes; then the colon is only a colon",
        _whole_block(source, keys),
    )


def cut_by_comma(source: Source, keys: Keys) -> Problem:
    """A mapping in braces in which a comma of a sentence parted two entries."""
    value = _value(source, keys)
    lost = [key for key, each in value.items() if not each] if isinstance(value, dict) else []
    place = source.keys.get((*keys, lost[0]), source.place(keys)) if lost else source.place(keys)
    tail = f" before “{_short(lost[0])}”" if lost else ""
    hint = "put the sentence in quotes, or write one key a line without braces"
    text = _flow_text(source, keys)
    better = braces_as_meant(text) if text else None
    mend = _replaced(source, keys, len(text or ""), better) if better else None
    return Problem(place, f"A comma in braces cut the sentence{tail}", hint, mend)


def bracketed_prose(source: Source, keys: Keys, one: bool = False) -> Problem:
    """Prose in brackets, where every comma parts two items; `one`: a single text is wanted, not a list."""
    place = source.place(keys)
    if one:
        sentence = "Brackets `[ ]` make a list, and one text is wanted here"
        return Problem(place, sentence, "put the whole text in quotes", _whole_flow(source, keys))
    value = _value(source, keys)
    count = len(value) if isinstance(value, list) else 1
    items = "1 item" if count == 1 else f"{count} items"
    hint = "write one item a line, each after a dash; there a comma is only a comma"
    return Problem(
        place, f"In brackets every comma parts two items; this is read as {items}", hint, _listed(source, keys)
    )


def mend_value(source: Source, keys: Keys, new_text: str) -> Mend:
    """The lines of one scalar with another text in its place."""
    place = source.place(keys)
    last = source.last_lines.get(keys, place.line)
    line = source.lines[place.line - 1]
    before, after = line[: place.column - 1], line[place.column - 1 + place.length :]
    new = plain_or_quoted(new_text, in_flow=_in_flow(source, keys))
    return Mend(place.line, last, ((before + new + (after if last == place.line else "")).rstrip(),))


def mend_key(source: Source, keys: Keys, new_key: str) -> Mend:
    """The line of one key with another name in its place."""
    place = source.keys[keys]
    line, start = source.lines[place.line - 1], place.column - 1
    return Mend(place.line, place.line, (line[:start] + plain_or_quoted(new_key) + line[start + place.length :],))


def _whole_block(source: Source, keys: Keys) -> Mend | None:
    """Everything from the first key of a block mapping to its end as one quoted text."""
    if _in_flow(source, keys) or any(source.styles[each] == "block" for each in _below(source, keys)):
        return None
    place = source.place(keys)
    last = source.last_lines[keys]
    before, *after = source.lines[place.line - 1 : last]
    text = (before[place.column - 1 :], *after)
    return Mend(place.line, last, in_quotes(before[: place.column - 1], text, place.column - 1))


def _item_in_quotes(source: Source, keys: Keys) -> Mend | None:
    """A list in brackets with its items in quotes where these are needed."""
    text = _flow_text(source, keys)
    return _replaced(source, keys, len(text), brackets_as_meant(text)) if text and text[0] == "[" else None


def _whole_flow(source: Source, keys: Keys) -> Mend | None:
    text = _flow_text(source, keys)
    return _replaced(source, keys, len(text), quote(text)) if text else None


def _listed(source: Source, keys: Keys) -> Mend | None:
    """`key: [One, two]` as a list with dashes below its key."""
    text, place = _flow_text(source, keys), source.place(keys)
    key = source.keys.get(keys)
    if not text or key is None or key.line != place.line or _in_flow(source, keys):
        return None
    line = source.lines[place.line - 1]
    comment = line[place.column - 1 + len(text) :].rstrip()
    items = [unquoted(part) for part in sentences(pieces(text[1:-1]))]
    dash = " " * (key.column + 1) + "- "
    rest = tuple(dash + plain_or_quoted(item) for item in items)
    return Mend(place.line, place.line, (line[: place.column - 1].rstrip() + comment, *rest))


def _flow_text(source: Source, keys: Keys) -> str | None:
    """What stands in brackets or braces, with them, where it begins and ends on one line."""
    place = source.place(keys)
    if source.last_lines.get(keys) != place.line:
        return None
    line, start = source.lines[place.line - 1], place.column - 1
    end = flow_end(line, start) if line[start : start + 1] in ("[", "{") else None
    return line[start:end] if end else None


def _replaced(source: Source, keys: Keys, length: int, new: str) -> Mend:
    place = source.place(keys)
    line, start = source.lines[place.line - 1], place.column - 1
    return Mend(place.line, place.line, (line[:start] + new + line[start + length :],))


def _value(source: Source, keys: Keys) -> Plain:
    value = source.data
    for key in keys:
        value = value[key]
    return value


def _below(source: Source, keys: Keys) -> list[Keys]:
    return [each for each in source.styles if each[: len(keys)] == keys and each != keys]


def _in_flow(source: Source, keys: Keys) -> bool:
    return any(source.styles.get(keys[:count]) == "flow" for count in range(len(keys)))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37].rstrip() + "…"
