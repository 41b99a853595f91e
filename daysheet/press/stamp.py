"""Page numbers of the whole packet, set on finished pages as artifacts: no reader's device reads them out.

The numbers are drawn with ten glyphs of the given font, embedded once and shared by all pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from daysheet.layout import Stamp

POINTS = 72 / 25.4
FONT = "/DaysheetNumbers"
DIGITS = "0123456789"


@dataclass(frozen=True)
class Figures:
    """The digits of a font as a small font file, its name, and measures in thousandths of its size."""

    name: str
    file: bytes
    widths: tuple[int, ...]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    capital: int

    def width(self, text: str, size: float) -> float:
        """How far `text` reaches, in the unit of `size`."""
        return sum(self.widths[DIGITS.index(digit)] for digit in text) * size / 1000


def stamp_numbers(pdf: Pdf, stamp: Stamp, font: bytes, unstamped: frozenset[int]) -> None:
    """Set its number on each page but those `unstamped` (from 1). `font` is the TrueType file that `stamp` names."""
    figures = cut_figures(font)
    embedded = _embed(pdf, figures)
    for number, page in enumerate(pdf.pages, start=1):
        if number not in unstamped:
            page.obj.Resources.Font[FONT] = embedded
            page.contents_add(_drawing(page, number, stamp, figures))


@lru_cache(maxsize=4)
def cut_figures(font: bytes) -> Figures:
    """The digits of a TrueType font."""
    with TTFont(BytesIO(font), recalcTimestamp=False) as face:
        options = Options(layout_features=[], hinting=False, notdef_outline=True, drop_tables=["GPOS", "GSUB", "GDEF"])
        subsetter = Subsetter(options)
        subsetter.populate(text=DIGITS)
        subsetter.subset(face)
        scale = 1000 / face["head"].unitsPerEm
        cmap, advances, head, metrics = face.getBestCmap(), face["hmtx"], face["head"], face["OS/2"]
        file = BytesIO()
        face.save(file)
        return Figures(
            name=f"DAYSHE+{face['name'].getDebugName(6)}",
            file=file.getvalue(),
            widths=tuple(round(advances[cmap[ord(digit)]][0] * scale) for digit in DIGITS),
            box=_scaled((head.xMin, head.yMin, head.xMax, head.yMax), scale),
            ascent=round(metrics.sTypoAscender * scale),
            descent=round(metrics.sTypoDescender * scale),
            capital=round(getattr(metrics, "sCapHeight", metrics.sTypoAscender) * scale),
        )


def _scaled(box: tuple[float, float, float, float], scale: float) -> tuple[int, int, int, int]:
    left, bottom, right, top = (round(value * scale) for value in box)
    return left, bottom, right, top


def _embed(pdf: Pdf, figures: Figures) -> Object:
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{figures.name}"),
        Flags=32,
        FontBBox=Array(figures.box),
        ItalicAngle=0,
        Ascent=figures.ascent,
        Descent=figures.descent,
        CapHeight=figures.capital,
        StemV=80,
        FontFile2=pdf.make_stream(figures.file, Length1=len(figures.file)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(f"/{figures.name}"),
            FirstChar=ord(DIGITS[0]),
            LastChar=ord(DIGITS[-1]),
            Widths=Array(figures.widths),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


def _drawing(page: Page, number: int, stamp: Stamp, figures: Figures) -> bytes:
    text = str(number)
    left, bottom, right, top = (float(value) for value in page.obj.MediaBox.as_list())
    is_left_page = stamp.mirrored and number % 2 == 0
    x = stamp.left * POINTS if is_left_page else stamp.right * POINTS - figures.width(text, stamp.size)
    y = stamp.baseline * POINTS
    if right - left > top - bottom:  # on its side, and turned when it is bound
        x, y = stamp.wide_right * POINTS - figures.width(text, stamp.size), stamp.wide_baseline * POINTS
    # The engine leaves the page turned upside down, the origin at its top left: turn it back and stand there.
    height = top - bottom
    red, green, blue = (int(stamp.colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return (
        "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n"
        f"q 1 0 0 -1 0 {height:.6f} cm\n"
        f"BT {red:.3f} {green:.3f} {blue:.3f} rg {FONT} {stamp.size:g} Tf "
        f"{left + x:.3f} {top - y:.3f} Td ({text}) Tj ET\n"
        "Q EMC\n"
    ).encode()
