"""Preflight of what is read: sizes of type, grey, fonts and pictures."""

from __future__ import annotations

from io import BytesIO

import pytest
from pdfs import drawn, laid_out, looked, sentences
from PIL import Image

WORDS = "<h1>A sheet</h1><p>Words to read</p>"


def picture(across: int, down: int) -> bytes:
    file = BytesIO()
    Image.effect_noise((across, down), 60).save(file, "PNG")
    return file.getvalue()


def test_type_of_eight_points_passes() -> None:
    assert sentences(laid_out(WORDS, "p { font-size: 8pt }"), "type size") == []


def test_smaller_type_is_told_with_its_words_and_size() -> None:
    assert sentences(laid_out(WORDS, "p { font-size: 7.5pt }"), "type size") == [
        "“Words to read” is set in 7.5 pt; the least is 8 pt"
    ]


@pytest.mark.parametrize(("size", "told"), [("14pt", 0), ("13pt", 1)])
def test_large_print_has_a_larger_least(size: str, told: int) -> None:
    content = laid_out(WORDS, f"p {{ font-size: {size} }}")
    assert len(sentences(content, "type size", edition="large-print")) == told


def test_type_within_a_drawing_is_measured_as_it_stands_on_the_page() -> None:
    svg = (
        '<svg viewBox="0 0 200 40" width="{}" role="img"><title>A chart</title>'
        '<text x="10" y="20" font-size="20">Half as large</text></svg>'
    )
    assert sentences(laid_out(svg.format("200pt")), "type size") == []
    (sentence,) = sentences(laid_out(svg.format("60pt")), "type size")
    assert "“Half as large” is set in 6.0 pt" in sentence


@pytest.mark.parametrize("colour", ["#000000", "#57504a", "#9c3d1e", "#767676"])
def test_colours_that_stay_dark_in_grey_pass(colour: str) -> None:
    assert sentences(laid_out(WORDS, f"p {{ color: {colour} }}"), "contrast") == []


@pytest.mark.parametrize("colour", ["#999999", "#00e000", "#ff8800"])
def test_colours_that_turn_pale_in_grey_are_told(colour: str) -> None:
    (sentence,) = sentences(laid_out(WORDS, f"p {{ color: {colour} }}"), "contrast")
    assert sentence.startswith("“Words to read” is too pale in grey: its contrast is ")


def test_white_words_pass_on_a_dark_area_alone() -> None:
    dark = "p { background: #333; color: white; padding: 2mm }"
    assert sentences(laid_out(WORDS, dark), "contrast") == []
    assert len(sentences(laid_out(WORDS, "p { color: white }"), "contrast")) == 1


def test_the_fonts_of_the_engine_are_in_its_files() -> None:
    assert sentences(laid_out(WORDS), "fonts") == []


def test_a_font_that_is_not_in_the_file_is_told_by_its_name() -> None:
    assert sentences(drawn("BT /F 12 Tf 100 400 Td (Words) Tj ET"), "fonts") == [
        "The font Helvetica is not in the file"
    ]


@pytest.mark.parametrize(("width", "told"), [("50mm", 0), ("100mm", 1)])
def test_a_picture_needs_150_points_to_the_inch(width: str, told: int) -> None:
    content = laid_out(
        f'<img src="asset:rope.png" alt="A rope" style="width: {width}">', assets=(("rope.png", picture(400, 300)),)
    )
    assert len(sentences(content, "pictures")) == told


def test_a_coarse_picture_is_told_with_its_size_and_what_would_do() -> None:
    content = laid_out(
        '<img src="asset:rope.png" alt="A rope" style="width: 100mm">', assets=(("rope.png", picture(400, 300)),)
    )
    (told,) = [each for each in looked(content).findings if each.check == "pictures"]
    assert told.sentence == (
        "A picture of 400 × 300 points is set 100 mm wide: that is 102 to the inch, and 150 is the least"
    )
    assert "at least 591 points wide" in told.hint
