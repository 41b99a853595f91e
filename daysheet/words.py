"""Plural names of the kinds of record, for navigation and headings."""

from __future__ import annotations

from daysheet.view import View

SIBILANT = ("s", "x", "z", "ch", "sh")


def plural(view: View, kind: str) -> str:
    """`Worksheets`; where the session has a word of its own for one, English makes more of it: `Cases`."""
    own = str(getattr(view.library.session.words, kind, ""))
    if not own:
        return str(view.words["site"]["plurals"][kind])
    if not view.spoken.language.startswith("en"):
        return own
    if own.endswith("y") and own[-2:-1] not in "aeiou":
        return f"{own[:-1]}ies"
    return f"{own}es" if own.endswith(SIBILANT) else f"{own}s"
