"""Every accent can be read where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.colour import DARK, LIGHT, PALETTE, accent_roles, contrast, is_colour, luminance_grey, mix

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}") | st.sampled_from(sorted(PALETTE))


@settings(max_examples=150)
@given(COLOURS)
def test_any_accent_is_made_fit_to_read(accent: str) -> None:
    roles = accent_roles(accent)
    assert contrast(roles.light, LIGHT["paper"]) >= 4.5
    assert contrast(roles.light, roles.light_tint) >= 4.5
    assert contrast(roles.light_fill, "#ffffff") >= 4.5
    assert contrast(roles.dark, roles.dark_tint) >= 4.5
    assert contrast(roles.dark, DARK["paper"]) >= 4.5
    assert contrast(roles.paper, "#ffffff") >= 4.5
    assert luminance_grey(roles.paper) < 0.5


@pytest.mark.parametrize("name", PALETTE)
def test_a_colour_of_the_palette_can_be_copied_in_grey(name: str) -> None:
    assert is_colour(PALETTE[name])
    assert luminance_grey(accent_roles(name).paper) < 0.45


def test_contrast_goes_from_one_to_twenty_one() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#123456", "#123456") == 1


def test_a_colour_has_six_digits() -> None:
    assert is_colour("#8A3b12")
    assert not any(is_colour(text) for text in ("8a3b12", "#8a3", "#8a3b1g", "#8a3b12;", "brick"))


def test_mixing_with_itself_changes_nothing() -> None:
    assert mix("#8a3b12", "#8a3b12", 0.3) == "#8a3b12"
