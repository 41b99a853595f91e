"""Sheets of labels, by the maker's number or by their measures."""

from __future__ import annotations

import pytest
from conftest import record_of, refused

from daysheet.layout import PAPERS
from daysheet.models.label_sheet import KNOWN_SHEETS, SIZES, LabelSheet

FILE = "data/delivery.yml"
OWN = "paper: a4\nwidth: 80 mm\nheight: 5 cm\nacross: 2\ndown: 5\ncolumn_gap: 15 mm\nrow_gap: 5 mm\n"


@pytest.mark.parametrize("name", KNOWN_SHEETS)
def test_every_sheet_that_is_known_fits_its_paper(name: str) -> None:
    sheet = LabelSheet.model_validate(name)
    right = sheet.at_left + sheet.across * sheet.width + (sheet.across - 1) * sheet.column_gap
    below = sheet.at_top + sheet.down * sheet.height + (sheet.down - 1) * sheet.row_gap
    width, height = SIZES[sheet.paper]
    assert sheet.at_left >= 0
    assert sheet.at_top >= 0
    assert width - right == pytest.approx(sheet.at_left, abs=0.01)
    assert height - below == pytest.approx(sheet.at_top, abs=0.01)


def test_the_papers_are_those_of_the_layout() -> None:
    assert all(PAPERS[paper] == size for paper, size in SIZES.items())


def test_a_known_badge_has_the_edges_that_its_maker_prints() -> None:
    sheet = LabelSheet.model_validate("Avery 5395")
    assert (sheet.at_left / 25.4, sheet.at_top / 25.4) == pytest.approx((0.6875, 0.5833), abs=0.001)
    assert (sheet.count, sheet.paper, sheet.maker) == (8, "letter", "avery-5395")


def test_measures_of_ones_own_are_read_with_their_units() -> None:
    sheet = record_of(LabelSheet, OWN, FILE)
    assert (sheet.width, sheet.height, sheet.count) == (80, 50, 10)
    assert (sheet.at_left, sheet.at_top) == (17.5, 13.5)
    assert record_of(LabelSheet, OWN + "left: 18 mm\n", FILE).at_left == 18


def test_a_label_too_many_is_refused() -> None:
    [told] = refused(LabelSheet, OWN.replace("down: 5", "down: 6"), FILE)
    assert "6 labels one below another need 325 mm, but A4 is 297 mm high" in told
