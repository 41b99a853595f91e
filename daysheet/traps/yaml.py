"""Step 1, read: what the YAML parser refuses, and what we refuse of YAML, in plain words.

Each function gives one Problem. The traps of prose that are found from the raw lines stand in `traps.text`; these here
are for what is left.
"""

from __future__ import annotations

from typing import Any

from daysheet.problems import Place, Problem

IN_QUOTES = "put the whole text in double quotes"
COLUMNS = "lines that belong together begin in the same column; count the spaces at the beginning of this line"

SYNTAX = {  # what libyaml says: what we say, and what to do
    "mapping values are not allowed": ("This line has a colon that cannot be a key's", IN_QUOTES),
    "did not find expected key": ("This line does not fit the lines above it", COLUMNS),
    "did not find expected '-' indicator": (
        "This line stands in a list but does not begin with a dash",
        "begin it with `- `, or move it to the left where the list ends",
    ),
    "could not find expected ':'": (
        "Here a key was expected, as in `title: Welcome`",
        "if this line continues the text above, move it two spaces further in; "
        "if it is a key, a colon and a space are missing",
    ),
    "cannot start any token": ("A text cannot begin with this character", IN_QUOTES),
    "found unknown escape character": (
        "In double quotes the backslash `\\` has a meaning of its own",
        "write `\\\\`, or use single quotes",
    ),
    "unexpected end of stream": ("A quotation mark opens and is never closed", "close it, or take it out"),
    "did not find expected ',' or ']'": ("A bracket `[` opens and does not close well", IN_QUOTES),
    "did not find expected ',' or '}'": ("A brace `{` opens and does not close well", IN_QUOTES),
    "did not find expected node content": ("Something is missing here, or a bracket is not closed", IN_QUOTES),
    "block sequence entries are not allowed": (
        "A list cannot begin on the line of its key",
        "put the first item on the next line, two spaces further in",
    ),
    "did not find expected <document start>": ("The record has ended before this line", COLUMNS),
    "did not find expected comment or line break": (
        "After `|` or `>` the text begins on the next line",
        "move it there, two spaces further in; or put the whole text in double quotes",
    ),
    "did not find expected alphabetic": ("`*` or `&` at the beginning has a meaning of its own", IN_QUOTES),
    "exceeded max": ("Brackets stand within brackets too deep", "close them, or put the text in double quotes"),
}


def syntax(place: Place, problem: str, context: str, opened: int) -> Problem:
    """What the parser did not understand; `opened` is the line where it began to read that piece (0: unknown)."""
    unknown = ("From here on the file is no longer YAML", f"{IN_QUOTES}; the parser says: {problem}")
    sentence, hint = next((said for words, said in SYNTAX.items() if words in problem), unknown)
    if "quoted scalar" in context and opened:
        return Problem(Place(place.file, opened, 1), sentence, hint)
    if opened and opened != place.line:
        hint = f"{hint}; what it belongs to began on line {opened}"
    return Problem(place, sentence, hint)


def doubled(place: Place, name: str, first: Place) -> Problem:
    """A key that stands twice in one record."""
    return Problem(
        place,
        f"`{name}` stands twice here; the first is on line {first.line}",
        "keep one of the two; if two things are meant, each is an item of its own, with a dash",
    )


def empty_value(place: Place, name: str, in_braces: bool) -> Problem:
    """A key with nothing after it."""
    if in_braces and (" " in name or not name.islower()):
        return Problem(place, f"A comma in braces cut the sentence before “{name}”", IN_QUOTES)
    return Problem(place, f"`{name}` has no value", "write one after the colon, or take the line out")


def empty_item(place: Place) -> Problem:
    """A dash with nothing after it."""
    return Problem(place, "This item is empty", "write its text after the dash, or take the line out")


def tagged(place: Place, tag: str) -> Problem:
    """`!!python/object` and its like: data are only text, lists and keys here."""
    shown = tag.replace("tag:yaml.org,2002:", "!!")
    return Problem(place, f"`{shown}` is a tag, and tags are not read", "take it out, or put the text in quotes")


def wrong_key(place: Place) -> Problem:
    """A key that is a list, a mapping or nothing."""
    return Problem(place, "A key must be plain text, as in `title: Welcome`", IN_QUOTES)


def several(place: Place) -> Problem:
    """A second document after `---`."""
    return Problem(place, "A second record begins here; one file holds one", "move it to a file of its own")


def too_deep(place: Place) -> Problem:
    """Nesting that no record needs."""
    return Problem(place, "This is nested deeper than any record needs (40 levels)", "a bracket may not be closed")


def alias_unknown(place: Place, name: str) -> Problem:
    """`*name` where nothing is called so, or within itself."""
    return Problem(place, f"`*{name}` refers to something that is not there", f"if it is text: {IN_QUOTES}")


def alias_too_often(place: Place, name: str) -> Problem:
    """The alias bomb."""
    return Problem(
        place,
        f"With `*{name}` this file grows beyond all measure",
        "write the repeated part out instead of using `*` and `&`",
    )


def no_mapping(place: Place, data: Any) -> Problem:
    """A record that is a list or a text."""
    what = "a list" if isinstance(data, list) else "only text"
    return Problem(place, f"This file is {what}; a record begins with keys", "it begins like `title: Welcome`")
