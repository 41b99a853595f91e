"""Preflight of QR codes: each is read back from the rendered page."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pdfs import laid_out, looked, sentences

from daysheet.qr import qr_svg, wifi_text

ADDRESS = "https://day.example.org/w3.html"
OTHER = "https://day.example.org/w4.html"
KNOWN = frozenset({ADDRESS, OTHER, "https://day.example.org", wifi_text("Guest", "spring; rain")})


def sheet(text: str, said: str = "", style: str = "") -> bytes:
    return laid_out(f'<h1>A sheet</h1><div class="code">{qr_svg(text, "The page")}</div><p>{said}</p>', CODE + style)


CODE = "svg { display: block; width: 15mm; height: 15mm }"


def test_a_code_is_read_from_the_page() -> None:
    assert looked(sheet(ADDRESS), addresses=KNOWN).led == (ADDRESS,)


def test_a_code_on_a_turned_page_is_read_too() -> None:
    pdf = pikepdf.open(BytesIO(sheet(ADDRESS, style="@page { size: 297mm 215.9mm } .code { margin-left: 220mm }")))
    pdf.pages[0].obj.Rotate = 270
    file = BytesIO()
    pdf.save(file)
    assert looked(file.getvalue(), addresses=KNOWN).led == (ADDRESS,)


@pytest.mark.parametrize("text", [ADDRESS, "https://day.example.org", wifi_text("Guest", "spring; rain")])
def test_a_code_that_leads_to_a_page_of_the_site_or_the_network_passes(text: str) -> None:
    assert sentences(sheet(text), "codes", addresses=KNOWN) == []


def test_an_address_in_capitals_is_the_same() -> None:
    content = sheet("https://day.example.org/W3.HTML")
    assert looked(content).led == ("HTTPS://DAY.EXAMPLE.ORG/W3.HTML",)
    assert sentences(content, "codes", addresses=KNOWN) == []


def test_a_part_of_a_page_is_the_same_page() -> None:
    assert sentences(sheet(f"{ADDRESS}#table=4&letter=B"), "codes", addresses=KNOWN) == []


def test_a_code_that_leads_elsewhere_is_told() -> None:
    (sentence,) = sentences(sheet("https://elsewhere.example.org/w3.html"), "codes", addresses=KNOWN)
    assert sentence == "A QR code leads to https://elsewhere.example.org/w3.html, which is no page of this site"


def test_another_network_is_told() -> None:
    assert len(sentences(sheet(wifi_text("Guest", "other")), "codes", addresses=KNOWN)) == 1


def test_code_and_words_that_name_the_same_page_pass() -> None:
    assert sentences(sheet(ADDRESS, "day.example.org/w3 · version KTMR"), "codes", addresses=KNOWN) == []


def test_a_code_beside_the_address_of_another_page_is_told() -> None:
    (sentence,) = sentences(sheet(OTHER, "day.example.org/w3 · version KTMR"), "codes", addresses=KNOWN)
    assert sentence == f"The QR code leads to {OTHER}, but the page says day.example.org/w3"


def test_a_code_that_is_covered_or_broken_is_told() -> None:
    cover = '.code { position: relative } .code::after { content: ""; position: absolute; left: 2mm; top: 2mm; '
    cover += "width: 11mm; height: 11mm; background: black }"
    assert sentences(sheet(ADDRESS, style=cover), "codes", addresses=KNOWN) == [
        "A QR code cannot be read from the page"
    ]
