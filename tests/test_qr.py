"""QR codes: read back by a decoder, drawn as one path, and as few modules as the address allows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from daysheet.qr import QUIET, compact, qr_svg

SVG = "{http://www.w3.org/2000/svg}"
PIXELS = 4


def read_back(svg: str) -> zxingcpp.Barcode:
    """Draw the runs of the path as a viewer would, on white with the margin that a camera needs, and decode."""
    root = ET.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    picture = Image.new("L", ((side + 2 * QUIET) * PIXELS,) * 2, 255)
    pen = ImageDraw.Draw(picture)
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", root.find(f"{SVG}path").attrib["d"])  # type: ignore[union-attr]
    for x, y, length in (tuple(map(int, run)) for run in runs):
        left, top = (x + QUIET) * PIXELS, (y + QUIET) * PIXELS
        pen.rectangle((left, top, left + length * PIXELS - 1, top + PIXELS - 1), fill=0)
    (barcode,) = zxingcpp.read_barcodes(picture)
    return barcode


def side(svg: str) -> int:
    return int(ET.fromstring(svg).attrib["viewBox"].split()[2])


@pytest.mark.parametrize(
    "address",
    [
        "https://day.example.org/w3.html",
        "https://day.example.org/",
        "HTTPS://DAY.EXAMPLE.ORG/W3",
        "WIFI:S:Room 1;;",
        "Győr",
    ],
)
def test_a_decoder_reads_what_was_written(address: str) -> None:
    barcode = read_back(qr_svg(address, "The live page"))
    assert barcode.text == compact(address)
    assert barcode.ec_level == "M"


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=60))
def test_any_path_comes_back_as_it_was(path: str) -> None:
    barcode = read_back(qr_svg(f"https://day.example.org/{path}", "x"))
    assert barcode.text.lower() == f"https://day.example.org/{path}".lower()
    assert barcode.text.endswith(path)


def test_scheme_and_host_become_capitals_when_the_path_allows() -> None:
    assert compact("https://day.example.org/") == "HTTPS://DAY.EXAMPLE.ORG/"
    assert compact("https://day.example.org/W3") == "HTTPS://DAY.EXAMPLE.ORG/W3"
    assert compact("https://day.example.org") == "HTTPS://DAY.EXAMPLE.ORG"


@pytest.mark.parametrize(
    "text",
    [
        "https://day.example.org/w3.html",
        "https://day.example.org/W3?a=1",
        "https://someone@day.example.org/W3",
        "mailto:someone@example.org",
        "https://győr.example.org/",
        "just words",
        "",
    ],
)
def test_what_may_not_change_is_left_as_it_is(text: str) -> None:
    assert compact(text) == text


def test_capitals_take_fewer_modules() -> None:
    small = side(qr_svg("https://day.example.org/session/w", "x"))
    assert side(qr_svg("https://day.example.org/SESSION/W", "x")) < small


def test_title_is_escaped_and_the_drawing_is_one_path() -> None:
    root = ET.fromstring(qr_svg("https://day.example.org/", 'Worksheet 3 <on> "screen"', size="15mm", quiet=QUIET))
    assert root.find(f"{SVG}title").text == 'Worksheet 3 <on> "screen"'  # type: ignore[union-attr]
    assert [child.tag for child in root] == [f"{SVG}title", f"{SVG}path"]
    assert root.attrib["width"] == root.attrib["height"] == "15mm"
    assert (
        side(qr_svg("https://day.example.org/", "x", quiet=QUIET)) == side(qr_svg("https://day.example.org/", "x")) + 8
    )
