"""Pages on the sheets of a booklet, read back in the order in which they stand once the sheets are folded."""

from __future__ import annotations

from io import BytesIO

import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_press import laid

from daysheet.layout import PAPERS, WHOLE
from daysheet.press.imposing import WHITE, impose, sides

POINTS = 72 / 25.4


def folded(pairs: list[tuple[int, int]]) -> list[int]:
    """The pages of a stack of sheets, folded in its middle, as one turns them: the right half of each front and the left
    half of each back up to the middle, then the other halves outwards."""
    fronts, backs = pairs[0::2], pairs[1::2]
    first = [half for front, back in zip(fronts, backs, strict=True) for half in (front[1], back[0])]
    second = [half for front, back in zip(fronts[::-1], backs[::-1], strict=True) for half in (back[1], front[0])]
    return first + second


@settings(max_examples=40)
@given(st.integers(1, 120))
def test_folded_sheets_are_read_in_order(pages: int) -> None:
    read = folded(list(sides(pages)))
    assert len(read) % 4 == 0
    assert len(read) < pages + 4
    assert read == [*range(1, pages + 1), *[WHITE] * (len(read) - pages)]


@pytest.fixture(scope="module")
def booklet() -> bytes:
    body = "".join(f'<section id="p{n}"><h1>Leaf {n}</h1><a href="#p1">first</a></section>' for n in range(1, 9))
    return impose(laid(body).files[WHOLE, "a4"], "a3", "A booklet", "en")


def words(content: bytes) -> list[tuple[int, int]]:
    """The numbers on the left and on the right half of each side."""
    with pypdfium2.PdfDocument(content) as document:
        found = []
        for side in document:
            width, height = side.get_size()
            halves = [(0, 0, width / 2, height), (width / 2, 0, width, height)]
            texts = [side.get_textpage().get_text_bounded(*half) for half in halves]
            found.append((int(texts[0].split()[1]), int(texts[1].split()[1])))
        return found


def test_the_numbers_on_the_sheets_are_those_of_a_folded_booklet(booklet: bytes) -> None:
    assert folded(words(booklet)) == list(range(1, 9))


def test_a_side_is_the_paper_on_its_side_and_pages_keep_their_size(booklet: bytes) -> None:
    with pikepdf.open(BytesIO(booklet)) as pdf:
        assert len(pdf.pages) == 4
        for side in pdf.pages:
            width, height = (float(value) / POINTS for value in list(side.MediaBox)[2:])
            assert (round(width, 1), round(height, 1)) == (420.0, 297.0)
            for form in side.Resources.XObject.values():
                left, bottom, right, top = (float(value) / POINTS for value in form.BBox)
                assert (round(right - left, 1), round(top - bottom, 1)) == PAPERS["a4"]
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert str(pdf.docinfo["/Title"]) == "A booklet"


def test_a_page_stands_where_it_stood_on_its_own_paper(booklet: bytes) -> None:
    with pypdfium2.PdfDocument(booklet) as document, pypdfium2.PdfDocument(source_of_one()) as alone:
        first, own = (each.get_textpage() for each in (document[0], alone[0]))
        # the first page is the right half of the first front
        at = first.get_text_range().index("Leaf 1")
        left, bottom, *_ = first.get_charbox(at)
        there, below, *_ = own.get_charbox(0)
        there -= alone[0].get_mediabox()[0]
        assert abs(left - there - 210 * POINTS) < 0.1
        assert abs(bottom - below) < 0.1


def source_of_one() -> bytes:
    return laid("<section><h1>Leaf 1</h1></section>").files[WHOLE, "a4"]


def test_fonts_are_shared_by_all_pages_and_nothing_leads_anywhere(booklet: bytes) -> None:
    with pikepdf.open(BytesIO(booklet)) as pdf:
        files = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each]
        assert len(files) == 1
        assert not any("/Annots" in side for side in pdf.pages)
        assert "/StructTreeRoot" not in pdf.Root
    assert not page.validate_pdf_bytes(booklet, profile="ua1").is_compliant  # for printing only, and it says so


def test_the_same_pages_make_the_same_bytes() -> None:
    one, other = (impose(source_of_one(), "a3", "T", "en") for _ in range(2))
    assert one == other
