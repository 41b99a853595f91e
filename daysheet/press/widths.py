"""How wide a line of text is: the advances of a font's letters, read once. What a font lacks is taken from the next one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from fontTools.ttLib import TTFont

UNKNOWN = 0.6
"""The width of a letter that no font has, in em."""


def line_width(text: str, fonts: Sequence[bytes]) -> float:
    """The width of `text` on one line in em, without kerning. `fonts` are TrueType files, the first that has a letter sets it."""
    tables = [_advances(font) for font in fonts]
    composed = unicodedata.normalize("NFC", text)
    return sum(
        next((each[ord(letter)] for each in tables if ord(letter) in each), _unknown(letter)) for letter in composed
    )


def _unknown(letter: str) -> float:
    """Marks that stand over another letter take no room."""
    return 0.0 if unicodedata.category(letter).startswith(("M", "C")) else UNKNOWN


@lru_cache(maxsize=8)
def _advances(font: bytes) -> dict[int, float]:
    with TTFont(BytesIO(font), lazy=True) as face:
        em, advances = face["head"].unitsPerEm, face["hmtx"]
        return {code: advances[name][0] / em for code, name in face.getBestCmap().items()}
