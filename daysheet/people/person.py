"""Who comes: one person of the roster, as plain values that pickle."""

from __future__ import annotations

from dataclasses import dataclass, field

from daysheet.problems import Place

LARGE_PRINT = "large-print"
EDITIONS = {
    "large-print": LARGE_PRINT,
    "large-type": LARGE_PRINT,
    "big-print": LARGE_PRINT,
    "large": LARGE_PRINT,
    "fillable": "fillable",
    "screen-reader": "fillable",
    "digital": "fillable",
}
"""What a person may need, as the slug of the cell, and the edition that is made for it."""


@dataclass(frozen=True)
class Person:
    """One person. `id` is of ASCII letters, digits and hyphens, and of nobody else; `number` counts rows from 1.

    `table` is what the table is called, empty where nobody has been seated; `needs` are ids (`large-print`), and `more`
    holds further columns by their heading. Nothing here is escaped.
    """

    id: str
    number: int
    given: str
    family: str = ""
    team: str = ""
    role: str = ""
    table: str = ""
    needs: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    place: Place = field(default_factory=lambda: Place("data/roster.csv"))

    @property
    def name(self) -> str:
        """The name as it is said: given name first."""
        return " ".join(each for each in (self.given, self.family) if each)

    @property
    def surname(self) -> str:
        """What lists are sorted by: the family name, else the last word of the name."""
        return self.family or self.given.split()[-1]

    @property
    def edition(self) -> str:
        """The edition that the person needs, by its name in a packet; `standard` where none is asked for."""
        return next((EDITIONS[need] for need in self.needs if need in EDITIONS), "standard")

    def column(self, heading: str) -> str:
        """What a further column says of the person, by its heading in any case; empty where it says nothing."""
        return next((text for name, text in self.more if name.lower() == heading.lower()), "")
