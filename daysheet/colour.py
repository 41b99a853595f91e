"""The session's accent: a name from the palette or six hexadecimal digits, made fit to read on paper and screen.

Contrast is that of WCAG 2.2 (1 to 21). Screen roles come in pairs, light and dark; paper has one.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable
from dataclasses import dataclass

PALETTE = {
    "brick": "#9c3d1e",
    "forest": "#2c6a45",
    "ocean": "#1d5f8a",
    "plum": "#7c3a6b",
    "slate": "#44566b",
    "ochre": "#86600f",
    "teal": "#14696a",
    "indigo": "#4a4a9c",
}
INK = "#1b1917"
"""Ink on paper, for drawings, which read no style sheet there; as in tokens.css."""
LIGHT = {"paper": "#faf7f1", "sheet": "#fffefb"}
DARK = {"paper": "#161311", "sheet": "#201c18"}


@dataclass(frozen=True)
class Accent:
    """The roles of one accent: `paper` for print; the others for the screen, light and dark."""

    paper: str
    light: str
    light_fill: str
    light_tint: str
    dark: str
    dark_fill: str
    dark_tint: str


def is_colour(text: str) -> bool:
    return bool(re.fullmatch(r"#[0-9a-fA-F]{6}", text))


def accent_roles(accent: str) -> Accent:
    """The roles of an accent by name or `#rrggbb`, darkened or lightened until each can be read where it stands."""
    colour = PALETTE.get(accent, accent).lower()
    if colour == PALETTE["brick"]:
        return Accent(colour, colour, colour, "#f5e7de", "#f2976f", "#b04c28", "#38231a")
    light_tint, dark_tint = mix(colour, LIGHT["paper"], 0.1), mix(colour, DARK["paper"], 0.2)
    light = shift(colour, -0.02, lambda each: _stands_on(each, light_tint, *LIGHT.values()))
    dark = shift(colour, 0.02, lambda each: _stands_on(each, dark_tint, *DARK.values()))
    fill = shift(colour, -0.02, lambda each: contrast(each, "#ffffff") >= 4.5)
    dark_fill = shift(fill, 0.01, lambda each: contrast(each, DARK["sheet"]) >= 3.0)
    paper = shift(light, -0.02, lambda each: luminance_grey(each) < 0.45)
    return Accent(paper, light, fill, light_tint, dark, dark_fill, dark_tint)


def _stands_on(colour: str, *grounds: str) -> bool:
    """Whether words of that colour can be read on every one of the grounds."""
    return all(contrast(colour, ground) >= 4.5 for ground in grounds)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, ground: str, share: float) -> str:
    """`share` (0 to 1) of the colour on the ground."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return _hex(tuple(share * one + (1 - share) * other for one, other in pairs))


def shift(colour: str, step: float, enough: Callable[[str], bool]) -> str:
    """The colour made lighter (a positive step of lightness) or darker until it is enough, or black or white."""
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(colour))
    while not enough(colour) and (light < 1 if step > 0 else light > 0):
        light = min(1.0, max(0.0, light + step))
        colour = _hex(colorsys.hls_to_rgb(hue, light, saturation))
    return colour


def luminance_grey(colour: str) -> float:
    """How light a grey copier sees it, 0 (black) to 1."""
    red, green, blue = _channels(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(each * 255):02x}" for each in channels)


def _luminance(colour: str) -> float:
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
