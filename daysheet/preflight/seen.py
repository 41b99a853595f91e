"""Preflight, the values: what is seen on a page of a finished PDF, in mm from its top left and in points of type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

SHOWN = 40
WORD_SPACE, LETTER_SPACE = 2.0, 0.6
"""What lies between two words of a line at most, and between two letters of a word; in mm."""


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def within(self, other: Box) -> Box | None:
        """What both cover, or None."""
        both = Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )
        return both if both.left < both.right and both.top < both.bottom else None

    def holds(self, other: Box, slack: float = 0.0) -> bool:
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True)
class Words:
    """A run of text in one font; `size` in points as it stands on the page, `colour` 0 to 255 a channel."""

    box: Box
    text: str
    size: float
    colour: tuple[int, int, int]
    font: str
    embedded: bool


@dataclass(frozen=True)
class Drawing:
    """A line or an area that can be seen; `fill` is the colour of an area, None for an outline alone."""

    box: Box
    fill: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class Picture:
    """A picture of pixels, `across` by `down` of them."""

    box: Box
    across: int
    down: int


@dataclass(frozen=True)
class Code:
    """What may be a QR code, and how it looks when printed: grey values, row by row."""

    box: Box
    pixels: Any


@dataclass(frozen=True)
class Link:
    """A link to a page (from 1) of the same file."""

    box: Box
    page: int


@dataclass(frozen=True)
class Field:
    """A field to fill in. `shared` says that several boxes of one name are meant, as in a choice of one."""

    name: str
    shared: bool


@dataclass(frozen=True)
class PageSeen:
    """One page: its `number` from 1, its sheet and all that can be seen on it, from the lowest layer up.

    `begins` says that an entry of the outline leads to it, so that it is no continuation.
    """

    number: int
    width: float
    height: float
    words: tuple[Words, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    pictures: tuple[Picture, ...] = ()
    codes: tuple[Code, ...] = ()
    links: tuple[Link, ...] = ()
    fields: tuple[Field, ...] = ()
    boxes_agree: bool = True
    begins: bool = False

    @cached_property
    def text(self) -> str:
        """All words of the page with single spaces, in the order drawn."""
        return " ".join(" ".join(each.text for each in self.words).replace("\u00a0", " ").split())

    def said_from(self, first: Words) -> str:
        """The words of a line from `first` on, shortened: drawings set their letters one by one."""
        text, last = first.text, first
        for each in self.words[self.words.index(first) + 1 :]:
            gap = each.box.left - last.box.right
            if abs(each.size - first.size) > 0.1 or abs(each.box.bottom - last.box.bottom) > 1 or abs(gap) > WORD_SPACE:
                break
            text, last = f"{text}{' ' if gap > LETTER_SPACE else ''}{each.text}", each
        text = " ".join(text.split())
        return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"

    @property
    def things(self) -> tuple[Words | Drawing | Picture, ...]:
        return (*self.words, *self.drawings, *self.pictures)

    @property
    def is_white(self) -> bool:
        return not self.things


@dataclass(frozen=True)
class Heading:
    """An entry of the outline, and the page (from 1) that it leads to."""

    title: str
    page: int
