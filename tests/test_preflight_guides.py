"""Preflight of what leads through a file: its contents and outline, its fields, and PDF/UA-1."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pdfs import drawn, found, laid_out, looked, sentences

from daysheet.preflight.guides import check_contents, check_fields, rows_on
from daysheet.preflight.promises import Promise
from daysheet.preflight.seen import Box, Field, Heading, Link, PageSeen, Words

ROWS = """
.row { display: block; position: relative }
.row::after { content: target-counter(attr(href), page); position: absolute; right: 0; top: 0 }
section { break-before: page }
"""
PACKET = """<h1>Contents</h1><p><a class="row" href="#one">Worksheet 1</a></p><p><a class="row" href="#two">Case 1</a></p>
<section id="one"><h1>Worksheet 1</h1><div class="tall"></div></section>
<section id="two"><h1>Case 1</h1><div class="tall"></div></section>"""
LISTED = {"contents": "Contents", "unlisted": ("Contents",)}


def test_contents_that_name_the_right_pages_pass() -> None:
    assert sentences(laid_out(PACKET, ROWS), "contents", **LISTED) == []


def test_a_wrong_number_is_told_with_the_right_one() -> None:
    wrong = ROWS + ".row::after { content: counter(page) }"
    assert sentences(laid_out(PACKET, wrong), "contents", **LISTED) == [
        "The contents say page 1 for “Worksheet 1”, which stands on page 2",
        "The contents say page 1 for “Case 1”, which stands on page 3",
    ]


def test_a_missing_number_is_told() -> None:
    (first, _) = sentences(laid_out(PACKET, ROWS + ".row::after { content: '' }"), "contents", **LISTED)
    assert first == "The contents say no page for “Worksheet 1”, which stands on page 2"


def test_what_stands_in_the_outline_alone_is_told() -> None:
    more = PACKET + '<section><h1>Worksheet 2</h1><div class="tall"></div></section>'
    assert sentences(laid_out(more, ROWS), "contents", **LISTED) == [
        "“Worksheet 2” stands in the outline, but not in the contents"
    ]


def test_what_stands_in_the_contents_alone_is_told() -> None:
    less = PACKET.replace('<section id="two"><h1>', '<section id="two"><h1 style="bookmark-level: none">')
    assert sentences(laid_out(less, ROWS), "contents", **LISTED) == [
        "“Case 1” stands in the contents, but not in the outline"
    ]


def test_a_packet_that_asks_for_contents_has_them() -> None:
    assert sentences(laid_out("<h1>Cover</h1>"), "contents", **LISTED) == [
        "There is no page of contents, though the packet asks for one"
    ]
    assert sentences(laid_out("<h1>Cover</h1>"), "contents") == []


def test_each_field_with_a_name_of_its_own_passes() -> None:
    assert list(check_fields([Field("one", False), Field("two", False)])) == []


def test_two_fields_of_one_name_are_told_once() -> None:
    (told,) = check_fields([Field("one", False), Field("one", False), Field("one", False)])
    assert told.sentence == "3 fields are called `one`: what is written in one would stand in all"


def test_a_choice_of_one_shares_its_name_and_is_meant_to() -> None:
    assert list(check_fields([Field("scale", True), Field("scale", True)])) == []


def with_fields(*names: str) -> bytes:
    pdf = pikepdf.open(BytesIO(drawn("0 0 1 rg 100 100 300 500 re f")))
    name = pikepdf.Name
    fields = [
        pdf.make_indirect(
            pikepdf.Dictionary(
                Type=name.Annot, Subtype=name.Widget, FT=name.Tx, T=each, Rect=[100, 100 + 40 * at, 300, 130 + 40 * at]
            )
        )
        for at, each in enumerate(names)
    ]
    pdf.pages[0].obj.Annots = pikepdf.Array(fields)
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(fields))
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()


@pytest.mark.parametrize(("names", "told"), [(("a--one", "a--two"), 0), (("a--one", "a--one"), 1)])
def test_fields_are_found_in_the_file(names: tuple[str, ...], told: int) -> None:
    assert len(sentences(with_fields(*names), "fields")) == told


def test_a_file_of_the_engine_can_be_read_aloud() -> None:
    assert sentences(laid_out(PACKET, ROWS), "reading aloud", for_reading=True) == []


def test_a_file_without_tags_cannot_and_is_told_in_few_lines() -> None:
    told = sentences(drawn("0 0 1 rg 100 100 300 500 re f"), "reading aloud", for_reading=True)
    assert 1 <= len(told) <= 3
    assert all(each.startswith("PDF/UA-1 is not kept: ") for each in told)


def test_what_is_only_printed_need_not_be_read_aloud() -> None:
    assert sentences(drawn("0 0 1 rg 100 100 300 500 re f"), "reading aloud") == []


def test_pages_are_counted_against_what_was_made_and_the_budget() -> None:
    content = laid_out(PACKET, ROWS)
    assert sentences(content, "page count", pages=3) == []
    assert sentences(content, "page count", pages=4) == ["The file has 3 pages, but 4 were made"]
    assert sentences(content, "page budget", budget=3) == []
    assert sentences(content, "page budget", budget=2) == ["The packet has 3 pages, but its `page_budget` is 2"]


def test_what_is_no_pdf_is_told() -> None:
    (told,) = looked(b"not a PDF").findings
    assert told.sentence == "The file cannot be opened"


def test_a_page_is_traced_to_the_file_that_it_was_made_from() -> None:
    small = laid_out(PACKET, ROWS + ".tall { font-size: 5pt }".replace(".tall", "section + section h1"))
    sources = (("Worksheet 1", "data/worksheets/one.yml"), ("Case 1", "data/portraits/case.yml"))
    (told,) = found(small, "type size", sources=sources, source="data/packets/participant.yml")
    assert (told.page, told.source) == (3, "data/portraits/case.yml")


def test_a_number_is_looked_for_on_the_line_of_its_row() -> None:
    words = tuple(
        Words(Box(left, top, left + 20, top + 4), text, 11, (0, 0, 0), "", True)
        for left, top, text in ((20, 50, "Case 1"), (180, 50, "7"), (20, 60, "Case 2"), (180, 60, "9"))
    )
    links = (Link(Box(20, 49, 200, 55), 7), Link(Box(20, 59, 200, 65), 9), Link(Box(30, 60, 50, 64), 9))
    page = PageSeen(2, 210, 297, words, (), (), (), links, ())
    outline = (Heading("Contents", 2), Heading("Case 1", 7), Heading("Case 2", 9))
    promise = Promise("", contents="Contents", unlisted=("Contents",))
    rows = list(rows_on(page, outline, promise))
    assert [(row.title, row.number, row.target) for row in rows] == [("Case 1", 7, 7), ("Case 2", 9, 9)]
    assert list(check_contents(rows, outline, promise)) == []
