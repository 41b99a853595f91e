"""Names and signs are as large as their place bears, by measured width."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from furnished import the_view
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.press.widths import line_width
from daysheet.room.sizes import MM, SCALE, Type, broken, step

STYLES = Path(__file__).parent.parent / "templates" / "styles" / "room-sizes.css"


def literata() -> Type:
    return Type(the_view().project)


def test_every_size_of_the_scale_has_its_class() -> None:
    found = re.findall(r"\.ds-pt-(\d+) \{ font-size: (\d+)pt; \}", STYLES.read_text("utf-8"))
    assert [int(name) for name, size in found if name == size] == list(SCALE)


def test_a_letter_that_the_first_font_lacks_is_measured_in_the_next() -> None:
    fonts = literata().fonts
    assert line_width("נ", fonts[:1]) != line_width("נ", fonts)
    assert line_width("é", fonts) == line_width("e\u0301", fonts)
    assert line_width("A\u0301\u0323", fonts) == pytest.approx(line_width("Á", fonts))


@settings(max_examples=40)
@given(
    st.text("abcdefg ABCD-éŁ", min_size=1, max_size=40), st.integers(20, 250), st.integers(5, 120), st.integers(1, 3)
)
def test_what_is_fitted_stands_in_its_box(text: str, width: int, height: int, lines: int) -> None:
    font = literata()
    fitted = font.fit(text, width, height, lines=lines)
    assert len(fitted.lines) <= lines
    assert fitted.size in SCALE
    assert all(font.width(line) * fitted.size / MM <= width + 0.01 for line in fitted.lines)
    assert fitted.size == SCALE[0] or fitted.size / MM * 1.1 * len(fitted.lines) <= height + 0.01


@settings(max_examples=40)
@given(st.lists(st.text("ab-", min_size=1, max_size=6), min_size=1, max_size=6), st.integers(1, 3))
def test_breaking_a_name_loses_no_letter_of_it(words: list[str], lines: int) -> None:
    text = " ".join(words)
    for each in broken(text, lines):
        assert "".join("".join(each).split()) == "".join(text.split())


def test_a_long_name_is_broken_at_its_hyphen_before_it_becomes_small() -> None:
    fitted = literata().fit("Marguerite-Alexandrine", 76, 21, lines=2)
    assert fitted.lines == ("Marguerite-", "Alexandrine")
    assert fitted.size > literata().fit("Marguerite-Alexandrine", 76, 21).size


def test_what_does_not_fit_at_the_least_size_ends_in_an_ellipsis() -> None:
    fitted = literata().fit("Wolfeschlegelsteinhausenbergerdorff" * 2, 40, 10)
    assert fitted.size == SCALE[0]
    assert fitted.lines[0].startswith("Wolfeschlegel")
    assert fitted.lines[0].endswith("…")


def test_a_capital_of_29_millimetres_is_read_at_ten_metres() -> None:
    fitted = literata().fit("Salon", 247, 120)
    assert fitted.cap_height == pytest.approx(fitted.size / MM * 0.701)
    assert literata().fit("Ann", 1000, 29.2 / 0.701 * 1.1 + 1.5).read_at == 10


def test_steps_never_go_up() -> None:
    assert step(24.9) == 24
    assert step(3) == SCALE[0]
    assert step(10_000) == SCALE[-1]
