"""What every kind of exhibit has."""

from __future__ import annotations

from daysheet.models.base import Id, Lines, Numbered, Prose


class ExhibitBase(Numbered):
    """What every exhibit has. `alt` says in words what is drawn; it is needed where the words are not beside the drawing."""

    kind: str
    title: Prose
    purpose: Prose = ""
    source: Id = ""
    note: Prose = ""
    alt: Prose = ""
    ask: Lines = ()
