"""The vendored fonts: one file a style, every character of the styles covered, nothing said twice."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ttlib = pytest.importorskip("fontTools.ttLib")

FONTS = Path(__file__).parent.parent / "templates" / "fonts"
TEXT_STYLES = sorted([*FONTS.glob("Literata-*.ttf"), *FONTS.glob("AtkinsonHyperlegibleNext-*.ttf")])
OURS = "Δ→←✓☐≤≥◦↩×\u2212\u202f\u2011"


def points(path: Path) -> set[int]:
    return set(ttlib.TTFont(path).getBestCmap())


@pytest.mark.parametrize("path", TEXT_STYLES, ids=lambda path: path.stem)
def test_a_style_holds_every_alphabet_of_names_in_one_file(path: Path) -> None:
    assert {ord(each) for each in "aZőűłšğøß€’–"} <= points(path)
    if path.stem.startswith("Literata"):
        assert {ord(each) for each in "ΔώЮяễ"} <= points(path)


@pytest.mark.parametrize("path", TEXT_STYLES, ids=lambda path: path.stem)
def test_a_style_keeps_its_kerning_and_both_kinds_of_figures(path: Path) -> None:
    font = ttlib.TTFont(path)
    assert {"tnum", "pnum"} <= {each.FeatureTag for each in font["GSUB"].table.FeatureList.FeatureRecord}
    assert "kern" in {each.FeatureTag for each in font["GPOS"].table.FeatureList.FeatureRecord}
    assert "fvar" not in font


@pytest.mark.parametrize("path", TEXT_STYLES, ids=lambda path: path.stem)
def test_letters_of_different_alphabets_have_glyphs_of_their_own(path: Path) -> None:
    found = ttlib.TTFont(path).getBestCmap()
    assert len({found[ord(each)] for each in "uűoőaáeé"}) == 8


@pytest.mark.parametrize("weight", [400, 600])
def test_the_symbols_cover_what_the_families_lack(weight: int) -> None:
    has = points(FONTS / f"DaysheetSymbols-{weight}.ttf")
    assert {ord(each) for each in "Δ→←✓☐≤≥◦↩שלוםسلام "} <= has


def test_every_font_has_a_name_of_its_own() -> None:
    names = [ttlib.TTFont(path)["name"].getDebugName(6) for path in FONTS.glob("*.ttf")]
    assert sorted(names) == sorted(path.stem for path in FONTS.glob("*.ttf"))


def test_the_list_of_coverage_says_what_the_fonts_hold() -> None:
    ranges = json.loads((FONTS / "coverage.json").read_text("utf-8"))["covered"]
    covered = {point for low, high in ranges for point in range(low, high + 1)}
    stacks = [points(FONTS / f"Literata-{each}.ttf") for each in ("300", "300i", "400", "400i", "500", "600")]
    symbols = points(FONTS / "DaysheetSymbols-400.ttf") & points(FONTS / "DaysheetSymbols-600.ttf")
    assert covered == set.intersection(*stacks) | symbols
    assert {ord(each) for each in OURS} <= covered
    assert not {ord(each) for each in "漢あ한"} & covered


@pytest.mark.parametrize(("sheet", "suffix"), [("paper.css", "ttf"), ("site.css", "woff2")])
def test_a_sheet_names_only_files_that_stand_beside_it(sheet: str, suffix: str) -> None:
    files = re.findall(r'url\("([^"]+)"\)', (FONTS / sheet).read_text("utf-8"))
    wanted = {path.name for path in FONTS.glob(f"*.{suffix}")}
    assert set(files) == wanted
    assert len(files) == len(wanted)


def test_no_font_of_the_site_is_heavy() -> None:
    assert all(path.stat().st_size < 120_000 for path in FONTS.glob("*.woff2"))
