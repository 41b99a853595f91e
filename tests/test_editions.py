"""Large print, packets that save ink, and pages that would stay empty."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import page
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from conftest import checked, view_of
from pypdf import PdfReader

from daysheet.models.packet import Packet
from daysheet.packets.editions import EDITIONS, READ, in_edition, suffix
from daysheet.packets.printing import Printed, print_packet
from daysheet.pages.desk import PageDesk
from daysheet.pages.lists import compose_downloads
from daysheet.problems import InvalidData
from daysheet.site import Download
from daysheet.view import View

SHEETS = "title: Packet\ncontents:\n  - cover\n  - contents\n  - worksheets: [first-steps, everything, plan]\n"


def of(root: Path, text: str) -> tuple[Packet, View]:
    view = view_of(root, {"data/packets/participant.yml": text})
    return next(each for each in view.library.packets if each.id == "participant"), view


def made(root: Path, text: str, edition: str = "standard") -> Printed:
    return next(each for each in print_packet(*of(root, text), edition=edition) if each.paper == "letter")


def texts(printed: Printed) -> list[str]:
    return [" ".join(each.extract_text().split()) for each in PdfReader(BytesIO(printed.content)).pages]


def letters(printed: Printed) -> Iterator[float]:
    """The sizes of all letters, in points."""
    with pypdfium2.PdfDocument(printed.content) as document:
        for sheet in document:
            for piece in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
                size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
                pdfium.FPDFTextObj_GetFontSize(piece.raw, size)
                pdfium.FPDFPageObj_GetMatrix(piece.raw, matrix)
                yield float(size.value * max(abs(matrix.d), abs(matrix.b)))


def darkness(printed: Printed) -> float:
    """The share of ink on all pages, in grey."""
    with pypdfium2.PdfDocument(printed.content) as document:
        pictures = [sheet.render(scale=0.5).to_pil().convert("L").tobytes() for sheet in document]
    return float(sum(255 - value for each in pictures for value in each) / sum(map(len, pictures)))


@pytest.fixture
def large(small: Path) -> Printed:
    kinds = ("agenda", "readings: all", "portraits: all", "tenets: ten", "exhibits: all", "notes: 1", "back")
    more = SHEETS + "".join(f"  - {each}\n" for each in kinds)
    return made(small, f"{more}editions: [standard, large-print]\npage_budget: 20\n", "large-print")


def test_no_letters_of_large_print_are_small_and_most_are_large(large: Printed) -> None:
    sizes = list(letters(large))
    assert min(sizes) >= 13.95
    assert sum(size >= 17.95 for size in sizes) > 0.7 * len(sizes), "only heads, feet and captions are smaller"


def test_large_print_has_the_same_numbers_and_pages_of_its_own(large: Printed) -> None:
    pages = texts(large)
    assert large.path == "participant-large-print-letter.pdf"
    assert large.pages == len(pages) > 20, "the budget is that of the standard edition"
    contents = next(each for each in pages if "Contents" in each and "Worksheet 1" in each)
    plan = next(at for at, each in enumerate(pages, 1) if "Worksheet 3" in each and "What I will do first" in each)
    assert f"A planWorksheet 3 {plan} " in contents
    assert page.validate_pdf_bytes(large.content, profile="ua1").is_compliant


def test_an_edition_is_named_in_the_file_and_changes_no_version_mark(small: Path) -> None:
    packet, view = of(small, f"{SHEETS}editions: [standard, large-print]\n")
    one, other = (print_packet(packet, view, edition=edition)[0] for edition in ("standard", "large-print"))
    assert (one.path, other.path) == ("participant-a4.pdf", "participant-large-print-a4.pdf")
    assert (one.edition, other.edition) == ("standard", "large-print")
    assert [each.version for each in one.spans] == [each.version for each in other.spans]
    assert one.version == other.version


def test_a_budget_that_is_broken_names_the_packet(small: Path) -> None:
    packet, view = of(small, f"{SHEETS}page_budget: 2\n")
    with pytest.raises(InvalidData) as told:
        print_packet(packet, view)
    assert "`page_budget` is 2" in told.value.problems[0].sentence
    assert told.value.problems[0].place.file == "data/packets/participant.yml"


def test_a_page_that_would_stay_empty_is_ruled_but_not_the_back_of_what_is_handed_in(small: Path) -> None:
    pages = texts(made(small, SHEETS + "  - back\n"))
    sheet = next(at for at, each in enumerate(pages) if "What I will do first" in each)
    assert sheet % 2 == 0, "what is handed in begins a leaf"
    ruled = [at for at, each in enumerate(pages) if each == "Notes"]
    assert ruled == [sheet - 1]
    assert pages[sheet + 1] == ""


def test_a_packet_may_leave_such_pages_white(small: Path) -> None:
    pages = texts(made(small, f"{SHEETS}blank_pages: blank\n"))
    assert "Notes" not in pages
    assert "" in pages


def test_less_ink_is_less_and_bars_are_still_told_apart(small: Path) -> None:
    text = "title: Packet\ncontents:\n  - cover\n"
    full, saved = made(small, text), made(small, f"{text}ink: saver\n")
    assert darkness(saved) < 0.95 * darkness(full)
    assert "Hatched" in texts(saved)[0]
    assert "Filled" in texts(full)[0]


def test_every_edition_that_is_read_is_tagged_and_no_other() -> None:
    assert {name for name, each in EDITIONS.items() if each.tagged} == set(READ)
    assert [suffix(each) for each in READ] == ["", "-large-print", "-fillable"]


def test_a_packet_to_fill_in_on_a_screen_has_no_backs() -> None:
    packet = Packet.model_validate({"title": "P", "contents": ["cover"], "editions": ["standard", "large print"]})
    assert packet.editions == ("standard", "large-print")
    assert in_edition(packet, "fillable").sides == "one"
    assert in_edition(packet, "large-print").sides == "two"


def test_a_booklet_that_nobody_is_there_for_is_remarked(tmp_path: Path) -> None:
    bound = "title: P\ncontents:\n  - cover\neditions: [standard, booklet]\n"
    [remark] = checked(tmp_path, {"data/packets/p.yml": bound}).remarks
    assert remark.place.file == "data/packets/p.yml"
    assert "nobody to print for" in remark.sentence


def test_the_site_lists_each_edition_in_plain_words(small: Path) -> None:
    view = view_of(small, {})
    files = [
        Download(f"pdf/worksheets/plan{suffix(edition)}-a4.pdf", "worksheet", "plan", "A plan", "a4", 2, 900, edition)
        for edition in ("standard", "fillable")
    ]
    desk = PageDesk(view, tuple(files))
    listed = compose_downloads(desk)
    assert listed is not None
    assert "To fill in on a screen · 2 pages" in listed.text
    assert [each["address"] for each in desk.files_of("worksheet", "plan")] == ["pdf/worksheets/plan-a4.pdf"]
    [other] = desk.other_editions("worksheet", "plan", "../")
    assert other["title"] == "To fill in on a screen"
    assert other["files"][0]["address"] == "../pdf/worksheets/plan-fillable-a4.pdf"
