"""Makes the fonts of paper and site from the per-alphabet files of @fontsource; run by `make fonts`, never at run time.

npm hands each family out in one file an alphabet. The layout engine then draws glyphs of one file with the numbers of
another, without a warning, so here every style becomes one file again: TTF for paper, WOFF2 for the site.
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

HERE = Path(__file__).resolve().parent
TEXT_FEATURES = ["ccmp", "dnom", "frac", "kern", "liga", "locl", "mark", "mkmk", "numr", "pnum", "tnum"]
ARABIC_FEATURES = [*TEXT_FEATURES, "calt", "curs", "fina", "init", "isol", "medi", "rlig"]
FIXED_TIME = 3_600_000_000  # seconds since 1904: the same input gives the same bytes

SPACES = {0x20: 0.25, 0x2002: 0.5, 0x2003: 1.0, 0x2007: 0.55, 0x2009: 0.2, 0x200A: 0.1, 0x202F: 0.2}  # widths in em
UNSEEN = [0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF]
ALIASES = {0x00A0: 0x20, 0x2010: 0x2D, 0x2011: 0x2D}
FORM = "Daysheet Form"
NOT_IN_FORMS = 0xFEFF  # a font of fields is embedded whole, and no accessible PDF may hold this character


@dataclass(frozen=True)
class Part:
    """One source file's share: its package and alphabet on npm, and the ranges wanted of it (none: all)."""

    package: str
    alphabet: str
    ranges: str = ""
    only_regular: bool = False

    def file(self, sources: Path, weight: int, slant: str) -> Path:
        shown = 400 if self.only_regular else weight
        return sources / self.package / "files" / f"{self.package}-{self.alphabet}-{shown}-{slant}.woff2"


@dataclass(frozen=True)
class Style:
    """One style of one family: what it is called, what it is made of, and how far it answers in CSS."""

    family: str
    weight: int
    slant: str
    parts: tuple[Part, ...]
    css_weight: str
    on_site: bool = True

    @property
    def stem(self) -> str:
        return f"{self.family.replace(' ', '')}-{self.weight}{'i' if self.slant == 'italic' else ''}"


LITERATA = tuple(Part("literata", each) for each in ("latin", "latin-ext", "vietnamese", "greek", "cyrillic"))
ATKINSON = tuple(Part("atkinson-hyperlegible-next", each) for each in ("latin", "latin-ext"))
SYMBOLS = (
    Part("noto-sans-math", "latin", "370-3FF 2010-2044 2070-20CF 2100-22FF 25A0-25FF 2600-266F 2700-27BF", True),
    Part("noto-sans-symbols", "symbols", "2150-218F 2460-24FF 2669-266F"),
    Part("noto-sans-symbols-2", "symbols", "2300-23FF 25A0-25FF 2600-2667 2700-27BF", True),
    Part("noto-sans-hebrew", "hebrew", "590-5FF FB1D-FB4F"),
    Part("noto-sans-arabic", "arabic", "600-6FF"),
)


def styles() -> Iterator[Style]:
    """Every style that is made, in the order of the style sheets."""
    for weight in (300, 400):
        yield Style("Literata", weight, "normal", LITERATA, str(weight))
        yield Style("Literata", weight, "italic", LITERATA, str(weight))
    for weight in (500, 600):
        yield Style("Literata", weight, "normal", LITERATA, str(weight))
    yield Style("Atkinson Hyperlegible Next", 400, "italic", ATKINSON, "400")
    for weight in (400, 500, 600, 700):
        yield Style("Atkinson Hyperlegible Next", weight, "normal", ATKINSON, str(weight))
    yield Style("Daysheet Symbols", 400, "normal", SYMBOLS, "300 500")
    yield Style("Daysheet Symbols", 600, "normal", SYMBOLS, "600 700")
    yield Style(FORM, 400, "normal", ATKINSON, "400", on_site=False)


def wanted(part: Part, font: TTFont, taken: set[int]) -> set[int]:
    """The code points of a part that no earlier part has given."""
    has = set(font.getBestCmap())
    pairs = [[int(end, 16) for end in each.split("-")] for each in part.ranges.split()]
    return {point for point in has - taken if not pairs or any(low <= point <= high for low, high in pairs)}


def cut(font: TTFont, points: set[int]) -> None:
    options = Options()
    options.layout_features = ARABIC_FEATURES
    options.layout_scripts = ["*"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.hinting = False
    options.drop_tables += ["STAT", "MATH", "DSIG", "gasp", "meta", "vhea", "vmtx", "VORG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)


def cut_parts(style: Style, sources: Path, folder: Path) -> list[str]:
    """Writes each part's share into the folder, none of them with a code point of another."""
    files: list[str] = []
    taken: set[int] = set()
    for number, part in enumerate(style.parts):
        font = TTFont(part.file(sources, style.weight, style.slant))
        points = wanted(part, font, taken)
        if not points:
            continue
        cut(font, points)
        font.flavor = None
        path = folder / f"{number}.ttf"
        font.save(path)
        files.append(str(path))
        taken |= points
    return files


def add_empty(font: TTFont, point: int, width: int) -> None:
    name = f"uni{point:04X}"
    if name not in font.getGlyphOrder():
        font["glyf"][name] = Glyph()
        font["hmtx"][name] = (width, 0)
    point_at(font, point, name)


def point_at(font: TTFont, point: int, name: str) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode() and (point < 0x10000 or table.format == 12):
            table.cmap[point] = name


def complete(font: TTFont) -> None:
    """Adds spaces, unseen marks and hyphens: a text that needs another font for a thin space is set in two fonts."""
    em = font["head"].unitsPerEm
    has = font.getBestCmap()
    for point, share in {**SPACES, **dict.fromkeys(UNSEEN, 0.0)}.items():
        if point not in has:
            add_empty(font, point, round(share * em))
    for point, like in ALIASES.items():
        if point not in has and like in has:
            point_at(font, point, has[like])


def rename(font: TTFont, style: Style) -> None:
    """A name of its own for each style: PDF readers tell embedded fonts apart by it."""
    kind = f"{style.weight}{' Italic' if style.slant == 'italic' else ''}"
    names = {1: style.family, 2: kind, 3: f"{style.stem}; Daysheet", 4: f"{style.family} {kind}", 6: style.stem}
    table = font["name"]
    for number in (*names, 16, 17, 21, 22, 25):
        table.removeNames(nameID=number)
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = style.weight
    font["head"].created = font["head"].modified = FIXED_TIME


def slim(font: TTFont) -> None:
    """Leaves out what programs that set typed text in a field do not read, and the character that must not be there."""
    for name in ("GPOS", "GSUB", "GDEF"):
        if name in font:
            del font[name]
    for table in font["cmap"].tables:
        table.cmap.pop(NOT_IN_FORMS, None)


def merge(style: Style, sources: Path) -> TTFont:
    """One font of all alphabets of a style."""
    with tempfile.TemporaryDirectory() as folder:
        files = cut_parts(style, sources, Path(folder))
        merged = io.BytesIO()
        Merger().merge(files).save(merged)
    font = TTFont(merged, recalcTimestamp=False)
    complete(font)
    rename(font, style)
    if style.family == FORM:
        slim(font)
    return font


def write(font: TTFont, style: Style) -> None:
    font.flavor = None
    font.save(HERE / f"{style.stem}.ttf")
    if style.on_site:
        font.flavor = "woff2"
        font.save(HERE / f"{style.stem}.woff2")


def runs(points: Iterable[int]) -> list[list[int]]:
    """Code points as closed ranges: [[32, 126], [160, 383]]."""
    found: list[list[int]] = []
    for point in sorted(points):
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return found


def css_range(points: Iterable[int]) -> str:
    return ", ".join(f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in runs(points))


def face(style: Style, suffix: str, points: Iterable[int] = ()) -> str:
    # The layout engine knows no range of weights.
    weight = style.weight if suffix == "ttf" else style.css_weight
    lines = [f'font-family: "{style.family}"', f"font-style: {style.slant}", f"font-weight: {weight}"]
    lines.append(f'src: url("{style.stem}.{suffix}") format("{"truetype" if suffix == "ttf" else "woff2"}")')
    if suffix == "woff2":
        lines.append("font-display: swap")
    if points:
        lines.append(f"unicode-range: {css_range(points)}")
    return "@font-face {\n" + "".join(f"  {line};\n" for line in lines) + "}\n"


def coverage(covered: dict[str, list[set[int]]]) -> dict[str, Any]:
    """What can be printed: every stack of ours ends in Literata and the symbols, so these two decide."""
    families = {family: set.intersection(*sets) for family, sets in covered.items()}
    every = families["Literata"] | families["Daysheet Symbols"]
    return {"covered": runs(every), "families": {family: runs(points) for family, points in families.items()}}


def main(sources: Path) -> None:
    """Makes every file of this folder anew from `node_modules/@fontsource`."""
    covered: dict[str, list[set[int]]] = {}
    paper, site = [], []
    for style in styles():
        font = merge(style, sources)
        points = set(font.getBestCmap())
        covered.setdefault(style.family, []).append(points)
        write(font, style)
        paper.append(face(style, "ttf"))
        if style.on_site:
            rare = points - covered["Literata"][0] if style.parts is SYMBOLS else ()
            site.append(face(style, "woff2", rare))
    note = "/* Written by merge.py: `make fonts`. */\n"
    (HERE / "paper.css").write_text(note + "".join(paper), encoding="utf-8")
    (HERE / "site.css").write_text(note + "".join(site), encoding="utf-8")
    text = json.dumps(coverage(covered), separators=(",", ":"))
    (HERE / "coverage.json").write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
