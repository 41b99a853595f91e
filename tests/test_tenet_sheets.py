"""C1: a set of tenets as one poster for the wall, and as cards to cut."""

from __future__ import annotations

import itertools
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

import page
import pytest
from conftest import view_of
from pypdf import PdfReader

from daysheet.layout import Area, PageMap
from daysheet.packets.printing import Printed
from daysheet.pdf.lay_out import lay_out
from daysheet.tenet_sheets import TenetSheet, fit_sheet, print_tenet_sheet

NAMES = [
    "Trust",
    "Courage",
    "Patience",
    "Candour",
    "Humour",
    "Care",
    "Rigour",
    "Play",
    "Rest",
    "Wonder",
    "Thrift",
    "Grace",
    "Nerve",
    "Pride",
]
ASK = "Where do we still wait for a permission that nobody needs to give?"


def tenets(count: int, gist: str = "What it is, in one line of words.") -> str:
    rows = "".join(f"  - name: {name}\n    gist: {gist}\n    ask: {ASK}\n" for name in NAMES[:count])
    return f"title: A set of tenets for schools that learn\ntenets:\n{rows}"


@cache
def sheets(kind: str, count: int, gist: str = "What it is, in one line of words.") -> tuple[Printed, ...]:
    view = view_of(Path(mkdtemp()), {"data/tenets/set.yml": tenets(count, gist)})
    return print_tenet_sheet(kind, "set", view)


@cache
def fitted(kind: str, count: int) -> tuple[TenetSheet, PageMap]:
    view = view_of(Path(mkdtemp()), {"data/tenets/set.yml": tenets(count)})
    sheet, style = fit_sheet(TenetSheet(kind, view.library.find("tenets", "set"), view))
    return sheet, lay_out(sheet.job(style)).pages


@pytest.mark.parametrize("count", [1, 2, 10, 14])
def test_c1_a_poster_is_one_page_of_a3_and_of_tabloid_whatever_its_count(count: int) -> None:
    sizes = {}
    for each in sheets("poster", count):
        reader = PdfReader(BytesIO(each.content))
        assert len(reader.pages) == each.pages == 1
        sizes[each.path] = tuple(round(float(side) / 72 * 25.4, 1) for side in reader.pages[0].mediabox[2:])
        text = reader.pages[0].extract_text()
        assert all(name in text for name in NAMES[:count])
        assert page.is_pdf_compliant_bytes(each.content, profile="ua1")
    assert set(sizes) == {"tenets/set-poster-a3.pdf", "tenets/set-poster-tabloid.pdf"}


@pytest.mark.parametrize("count", [2, 10, 14])
def test_c1_the_rows_of_a_poster_are_equal_and_fill_it(count: int) -> None:
    _, pages = fitted("poster", count)
    rows = [pages.areas[f"row-{number}"] for number in range(1, count + 1)]
    assert max(row.height for row in rows) - min(row.height for row in rows) < 0.1
    assert all(above.y + above.height <= below.y + 0.05 for above, below in itertools.pairwise(rows))
    assert rows[-1].y + rows[-1].height == pytest.approx(388.6, abs=1.5)
    assert rows[-1].y + rows[-1].height < pages.areas["foot"].y


def test_ten_rows_have_the_type_of_the_pattern() -> None:
    _, pages = fitted("poster", 10)
    assert pages.areas["row-1--number"].height == pytest.approx(72 * 0.92 / 72 * 25.4, abs=0.2)


def test_what_is_long_is_set_smaller_before_it_is_left_out() -> None:
    short = PdfReader(BytesIO(sheets("poster", 14)[0].content)).pages[0].extract_text()
    long = PdfReader(BytesIO(sheets("poster", 14, "Many words about it. " * 25)[0].content)).pages[0].extract_text()
    assert "What it is" in short
    assert all(name in long for name in NAMES)


@pytest.mark.parametrize(("count", "pages"), [(1, 2), (8, 2), (9, 4), (14, 4)])
def test_c1_cards_are_eight_to_a_sheet_with_their_backs(count: int, pages: int) -> None:
    files = sheets("cards", count)
    assert [each.path for each in files] == ["tenets/set-cards-a4.pdf", "tenets/set-cards-letter.pdf"]
    assert [each.pages for each in files] == [pages, pages]
    assert all(page.is_pdf_compliant_bytes(each.content, profile="ua1") for each in files)
    reader = PdfReader(BytesIO(files[0].content))
    front, back = reader.pages[0].extract_text(), reader.pages[1].extract_text()
    assert "Trust" in front
    assert ASK.split()[3] not in front
    assert "What it is" in back
    assert "permission" in back


def test_c1_the_back_of_a_card_lies_behind_its_front_when_the_sheet_is_turned_on_its_long_edge() -> None:
    _, pages = fitted("cards", 10)
    for number in range(1, 11):
        front, back = pages.areas[f"front-{number}"], pages.areas[f"back-{number}"]
        assert back.page == front.page + 1
        assert back.y == pytest.approx(front.y, abs=0.01)
        assert middle(front) + middle(back) == pytest.approx(215.9, abs=0.1)
        assert (front.width, front.height) == pytest.approx((86.98, 61.85), abs=0.01)


def middle(area: Area) -> float:
    return area.x + area.width / 2


def test_no_card_holds_more_than_it_has_room_for() -> None:
    _, pages = fitted("cards", 10)
    for number in range(1, 11):
        for side in ("front", "back"):
            card, inner = pages.areas[f"{side}-{number}"], pages.areas[f"{side}-{number}--inner"]
            assert inner.y >= card.y
            assert inner.y + inner.height <= card.y + card.height


def test_a_poster_bears_its_source_its_address_and_its_version(tmp_path: Path) -> None:
    files = {
        "data/tenets/set.yml": tenets(3) + "source: hattie\n",
        "data/sources.yml": "hattie:\n  authors: [Hattie, John]\n  year: 2015\n  title: What works\n",
        "data/delivery.yml": "address: https://day.example.org\n",
    }
    [a3, _] = print_tenet_sheet("poster", "set", view_of(tmp_path, files))
    text = PdfReader(BytesIO(a3.content)).pages[0].extract_text()
    assert "After Hattie, 2015" in text
    assert f"day.example.org/tenets/set · version {a3.version}" in " ".join(text.split())
