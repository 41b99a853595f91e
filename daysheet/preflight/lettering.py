"""Preflight, the checks of what is read: the size of letters, how dark they are in grey, their fonts, and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from daysheet.colour import contrast, luminance_grey
from daysheet.preflight.findings import Finding
from daysheet.preflight.promises import Promise
from daysheet.preflight.seen import PageSeen, Picture, Words

LEAST = {"large-print": 14.0}
OTHERWISE = 8.0
"""The smallest letters anywhere, in points; those of a QR code's caption."""
SLACK = 0.05
CONTRAST = 4.5
DPI = 150
INCH = 25.4
WHITE = "#ffffff"


def check_type_size(page: PageSeen, promise: Promise) -> Iterator[Finding]:
    """No letters are smaller than can be read."""
    least = LEAST.get(promise.edition, OTHERWISE)
    small = [each for each in page.words if each.size < least - SLACK]
    if small:
        smallest = min(small, key=lambda each: each.size)
        yield Finding(
            "type size",
            f"“{page.said_from(smallest)}” is set in {smallest.size:.1f} pt; the least is {least:g} pt",
            "a style sheet of your own makes it too small, or a drawing too wide: give it more room",
        )


def check_contrast(page: PageSeen, promise: Promise) -> Iterator[Finding]:
    """All letters can be read on what is under them, when a copier has made grey of both."""
    for each in page.words:
        grey = _in_grey(each.colour)
        if contrast(grey, WHITE) < CONTRAST and contrast(grey, _ground(each, page)) < CONTRAST:
            yield Finding(
                "contrast",
                f"“{page.said_from(each)}” is too pale in grey: its contrast is "
                f"{contrast(grey, _ground(each, page)):.1f} to 1, and {CONTRAST} is the least",
                "choose a darker colour",
            )
            return


def check_fonts(page: PageSeen, promise: Promise) -> Iterator[Finding]:
    """Every font is in the file, so that every printer draws the same letters."""
    for font in sorted({each.font for each in page.words if not each.embedded}):
        yield Finding(
            "fonts",
            f"The font {font or 'without a name'} is not in the file",
            "a printer would take another: use the families of the look, or put the font's file into templates/fonts/",
        )


def check_pictures(page: PageSeen, promise: Promise) -> Iterator[Finding]:
    """Pictures have points enough for the size that they are set at."""
    for each in page.pictures:
        dpi = _dpi(each)
        if dpi < DPI:
            yield Finding(
                "pictures",
                f"A picture of {each.across} × {each.down} points is set {each.box.width:.0f} mm wide: that is "
                f"{dpi:.0f} to the inch, and {DPI} is the least",
                f"give one that is at least {-(-each.box.width * DPI // INCH):.0f} points wide, or set it smaller",
            )


def _dpi(picture: Picture) -> float:
    if not (picture.box.width and picture.box.height):
        return DPI
    return min(picture.across / picture.box.width, picture.down / picture.box.height) * INCH


def _ground(words: Words, page: PageSeen) -> str:
    """The colour of the topmost area that lies under all of the words, in grey; white where there is none."""
    under = [each for each in page.drawings if each.fill is not None and each.box.holds(words.box, 0.5)]
    return _in_grey(under[-1].fill or (255, 255, 255)) if under else WHITE


def _in_grey(colour: tuple[int, int, int]) -> str:
    grey = round(255 * luminance_grey("#" + "".join(f"{channel:02x}" for channel in colour)))
    return f"#{grey:02x}{grey:02x}{grey:02x}"
