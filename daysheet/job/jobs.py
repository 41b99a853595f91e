"""The print run, its values: one file of `dist/print/`, and what the job ticket says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class PrintJob:
    """One file to print, and how.

    `path` is relative to `dist/print/`, made of letters, digits and hyphens alone. `pages` are those of the file, and
    `copies` says how often it is printed, `spares` how many of these are for walk-ins and mishaps. A file that holds one
    set a person (named packets, badges) is printed once; `sets` says how many it holds. `size` is a name of
    `layout.PAPERS`; `tint` the colour of the paper, empty for white; `stock` what kind of paper (`card`, the name of a
    label sheet), empty for plain. `finishing` is in the order of work: `staple top left`, `punch 3 holes`, `trim`.
    `source` is the author's file that says how it is bound, relative to the project.
    `versions` maps what is printed on its sheets (`worksheet/showcase`) to the label and the version mark that they bear.
    """

    path: str
    title: str
    kind: str
    pages: int
    content: bytes
    size: str
    copies: int = 1
    spares: int = 0
    sets: int = 1
    tint: str = ""
    stock: str = ""
    in_colour: bool = False
    sides: Literal["one", "two"] = "one"
    flip: Literal["", "long edge", "short edge"] = ""
    collate: bool = True
    finishing: tuple[str, ...] = ()
    edition: str = "standard"
    versions: tuple[tuple[str, str, str], ...] = ()
    table: str = ""
    source: str = ""

    @property
    def sheets_each(self) -> int:
        """Sheets of paper of one copy."""
        return -(-self.pages // 2) if self.sides == "two" else self.pages

    @property
    def sheets(self) -> int:
        """Sheets of paper for all copies."""
        return self.copies * self.sheets_each
