"""The session's icon, made of its title and its accent: the first letter above the signature's bar, as on paper."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZES = {"icon-192": 192, "icon-512": 512, "touch": 180}
FONTS = ("Literata-600.ttf", "DaysheetSymbols-600.ttf")
SCALE = 4
"""Drawn so many times larger, then reduced: soft edges."""
LETTER = 0.5
"""The size of the letter, as a share of the icon; it stays within what a phone may cut off."""
BAR = (0.32, 0.68, 0.035)
"""The bar: its left end, its height and its weight, as shares of the icon."""


def icons(title: str, colour: str, fonts: Path) -> dict[str, bytes]:
    """PNG files by name (without ending), square, in the sizes that phones ask for. `colour` is `#rrggbb`; `fonts` the
    folder of the vendored fonts."""
    letter = initial(title)
    font = _font_of(letter, fonts)
    return {name: _drawn(letter, colour, size, font) for name, size in SIZES.items()}


def initial(title: str) -> str:
    """The first letter or figure of a title; empty where it has none."""
    found = re.search(r"[^\W_]", title)
    return found[0].upper() if found else ""


def _font_of(letter: str, fonts: Path) -> Path | None:
    """The first of our fonts that has the letter."""
    for name in FONTS:
        path = fonts / name
        blank, drawn = (ImageFont.truetype(str(path), 40).getmask(each) for each in ("\uffff", letter))
        if letter and (bytes(blank), blank.size) != (bytes(drawn), drawn.size):
            return path
    return None


def _drawn(letter: str, colour: str, size: int, font: Path | None) -> bytes:
    side = size * SCALE
    picture = Image.new("RGB", (side, side), colour)
    pen = ImageDraw.Draw(picture)
    left, top, weight = (share * side for share in BAR)
    pen.rectangle((left, top, side - left, top + weight), fill="white")
    if font:
        face = ImageFont.truetype(str(font), round(LETTER * side))
        pen.text(
            (side / 2, top - 0.06 * side), letter, fill="white", font=face, anchor="mb" if _hangs(letter) else "ms"
        )
    file = BytesIO()
    picture.resize((size, size), Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()


def _hangs(letter: str) -> bool:
    """Whether a letter reaches below its line, so that the bar would touch it."""
    return letter in "QJÇĘĄŞŢȘȚ" or not letter.isascii()
