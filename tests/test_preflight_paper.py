"""Preflight of a page as paper: size, boxes, margins, and pages that hold nothing."""

from __future__ import annotations

import pytest
from pdfs import drawn, found, laid_out, sentences

FULL = '<h1>A sheet</h1><div class="tall"></div>'
TURNED = "@page { size: 297mm 215.9mm; margin: 20mm } .tall { height: 120mm }"


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_page_of_the_size_that_was_promised_passes(paper: str) -> None:
    assert sentences(laid_out(FULL, paper=paper), "page size", size=paper) == []


def test_a_page_may_be_turned() -> None:
    assert sentences(laid_out(FULL, TURNED), "page size") == []


def test_a_page_of_another_size_is_told() -> None:
    (sentence,) = sentences(laid_out(FULL, paper="letter"), "page size")
    assert sentence == "The page measures 215.9 × 279.4 mm, but A4 is 210 × 297 mm"


def test_a_page_that_would_be_trimmed_is_told() -> None:
    assert sentences(drawn("0 0 1 rg 100 100 300 500 re f", trim=20), "page size") == [
        "The page is cut to another size than A4 when it is printed"
    ]


def test_what_stands_within_the_margin_passes() -> None:
    assert sentences(laid_out(FULL), "margin") == []


def test_words_too_near_to_the_edge_are_told_with_their_distance() -> None:
    content = laid_out('<p class="out">Too far out</p>', ".out { position: absolute; top: 0; left: -14mm }")
    (sentence,) = sentences(content, "margin")
    assert sentence.startswith("“Too far out” stands 4")
    assert sentence.endswith("mm from the edge; printers need 6.35 mm")


def test_the_printer_check_shows_where_a_printer_ends() -> None:
    content = laid_out(FULL, ".tall { margin-left: -17mm }")
    assert len(sentences(content, "margin")) == 1
    assert sentences(content, "margin", keeps_margin=False) == []


def test_what_runs_off_the_page_is_told() -> None:
    content = laid_out(FULL, ".tall { width: 220mm }")
    assert sentences(content, "margin") == ["A drawing runs off the page; printers need 6.35 mm"]


def test_an_area_from_edge_to_edge_is_meant_to_run_off_the_page() -> None:
    band = '<div style="position: fixed; left: -30mm; right: -30mm; height: 30mm; background: #444"></div>'
    assert sentences(laid_out(band + FULL), "margin") == []


def test_a_line_to_cut_along_may_go_to_the_edges() -> None:
    line = '<div style="position: absolute; top: 120mm; left: -17mm; right: -17mm; border-top: 1pt dashed black"></div>'
    assert sentences(laid_out(FULL + line), "margin") == []
    assert len(sentences(laid_out(FULL + line.replace("right: -17mm", "right: 0")), "margin")) == 1


def test_what_is_cut_away_or_white_is_not_seen() -> None:
    hidden = (
        '<div style="height: 20mm; overflow: hidden; width: 50mm"><div style="background: #333; height: 10mm; '
        'width: 190mm"></div></div><div style="background: white; height: 5mm; width: 195mm"></div>'
    )
    assert sentences(laid_out(hidden + FULL), "margin") == []


def test_a_full_page_and_a_white_back_pass() -> None:
    content = laid_out(FULL + '<div style="break-before: right"></div>' + FULL)
    assert sentences(content, "empty page") == []


def test_a_white_page_is_told_where_no_back_is_meant() -> None:
    content = laid_out(FULL + '<div style="break-before: right"></div>' + FULL)
    assert [(each.page, each.sentence) for each in found(content, "empty page", backs=False)] == [
        (2, "The page is white")
    ]


def test_a_white_front_is_told() -> None:
    assert sentences(drawn(""), "empty page") == ["The page is white"]


def test_a_page_with_head_and_foot_alone_is_told() -> None:
    margins = '@page { @top-right { content: "Head" } @bottom-right { content: "Foot" } }'
    content = laid_out(FULL + '<div style="break-before: page; height: 10mm"></div>', margins)
    assert [(each.page, each.soft) for each in found(content, "empty page")] == [(2, False)]


def test_a_page_with_a_line_or_two_is_a_remark() -> None:
    content = laid_out(FULL + '<div style="break-before: page">Two lines<br>alone</div>')
    (told,) = found(content, "empty page")
    assert (told.page, told.soft) == (2, True)
    assert "nearly empty: what stands on it takes 3 % of its height" in told.sentence


def test_what_is_no_running_text_may_be_nearly_empty() -> None:
    assert sentences(laid_out("<h1>Salon 8</h1>"), "empty page", flows=False) == []
