"""Finished files: crops, stamped numbers, repairs of tags and forms, version marks."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import RectangleObject

from daysheet.layout import PAPERS, UNCROPPED, WHOLE, Cut, Laid, LayoutJob, Stamp, Style
from daysheet.pdf.lay_out import lay_out
from daysheet.press.pressing import LETTERS, version_mark

FONTS = Path(__file__).parent.parent / "templates" / "fonts"
MM = 72 / 25.4
SHEET = """
@font-face { font-family: Literata; src: url(Literata-400.ttf) }
@font-face { font-family: Field; src: url(form.ttf) }
@page { size: 215.9mm 297mm; margin: 24.8mm 20mm }
body { font: 11pt/14pt Literata }
section + section { break-before: page }
ul, ul ul, ol ul { list-style: disc }
input, textarea { font-family: Field }
"""


@cache
def assets() -> dict[str, bytes]:
    fonts = {f"fonts/{name}": (FONTS / name).read_bytes() for name in ("Literata-400.ttf", "Literata-500.ttf")}
    return fonts | {"fonts/form.ttf": form_font()}


def form_font() -> bytes:
    """A small font for fields, which are given fonts whole."""
    with TTFont(FONTS / "DaysheetForm-400.ttf") as font:
        subsetter = Subsetter()
        subsetter.populate(text="Yes, it is 1 2 3 4")
        subsetter.subset(font)
        file = BytesIO()
        font.save(file)
        return file.getvalue()


def laid(
    body: str,
    papers: tuple[str, ...] = ("a4",),
    *,
    cuts: tuple[Cut, ...] = (),
    stamp: Stamp | None = None,
    fillable: bool = False,
    style: str = "",
) -> Laid:
    outcome = lay_out(
        LayoutJob(
            html=f'<html lang="en"><body>{body}</body></html>',
            styles=(Style("fonts/sheet.css", SHEET + style),),
            assets=assets(),
            title="Packet",
            lang="en",
            papers=papers,
            cuts=cuts,
            stamp=stamp,
            fillable=fillable,
        )
    )
    assert outcome.complaints == ()
    return outcome


def passes(content: bytes) -> bool:
    report = page.validate_pdf_bytes(content, profile="ua1")
    assert not [(failure.rule_id, failure.message) for failure in report.failures]
    return report.is_compliant


@cache
def twelve_pages() -> Laid:
    sections = "".join(f'<section id="part-{n}"><h2>Sheet {n}</h2><p>Words</p></section>' for n in range(2, 13))
    cover = '<section id="part-cover"><h1>Cover</h1></section>'
    return laid(cover + sections, ("a4", "letter", UNCROPPED), stamp=Stamp(skip=("part-cover",)))


def digits(number: int, paper: str = "a4") -> tuple[float, float, float, float]:
    """Left, bottom, right and top in mm of the stamped number on page `number`, from the bottom left of the union."""
    with pypdfium2.PdfDocument(twelve_pages().files[WHOLE, paper]) as document:
        sheet = document[number - 1]
        words = sheet.get_textpage()
        text = words.get_text_range().rstrip()
        assert text.endswith(str(number))
        boxes = [words.get_charbox(len(text) - at) for at in range(1, len(str(number)) + 1)]
        return (
            min(box[0] for box in boxes) / MM,
            min(box[1] for box in boxes) / MM,
            max(box[2] for box in boxes) / MM,
            max(box[3] for box in boxes) / MM,
        )


def size(box: RectangleObject) -> tuple[float, float]:
    return round(float(box.width) / MM, 1), round(float(box.height) / MM, 1)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_each_paper_is_a_crop_in_the_middle_of_one_layout(paper: str) -> None:
    for sheet in PdfReader(BytesIO(twelve_pages().files[WHOLE, paper])).pages:
        assert size(sheet.mediabox) == size(sheet.cropbox) == size(sheet.trimbox) == PAPERS[paper]
        assert sheet.mediabox == sheet.cropbox == sheet.trimbox == sheet.bleedbox
        assert float(sheet.mediabox.left + sheet.mediabox.right) == pytest.approx(215.9 * MM, abs=0.01)
        assert float(sheet.mediabox.bottom + sheet.mediabox.top) == pytest.approx(297 * MM, abs=0.01)


def test_an_uncropped_file_keeps_its_pages() -> None:
    (sheet, *_) = PdfReader(BytesIO(twelve_pages().files[WHOLE, UNCROPPED])).pages
    assert size(sheet.mediabox) == (215.9, 297.0)


def test_a_landscape_page_is_cropped_to_the_paper_turned() -> None:
    file = laid("<h1>Wide</h1>", style="@page { size: 297mm 215.9mm }").files[WHOLE, "a4"]
    assert size(PdfReader(BytesIO(file)).pages[0].mediabox) == (297.0, 210.0)


def test_a_paper_larger_than_the_page_is_refused() -> None:
    with pytest.raises(ValueError, match="a3 is larger"):
        laid("<h1>Small</h1>", ("a3",))


def test_numbers_stand_on_the_outer_bottom_edge() -> None:
    stamp = Stamp()
    for number in range(2, 13):
        left, bottom, right, top = digits(number)
        assert bottom == pytest.approx(297 - stamp.baseline, abs=0.2)
        assert 2 < top - bottom < 3
        if number % 2:
            assert right == pytest.approx(stamp.right, abs=0.5)
        else:
            assert left == pytest.approx(stamp.left, abs=0.5)


def test_numbers_stand_at_the_same_place_on_both_papers() -> None:
    assert digits(10, "letter") == pytest.approx(digits(10, "a4"), abs=0.01)


def test_the_cover_and_cuts_bear_no_number() -> None:
    assert PdfReader(BytesIO(twelve_pages().files[WHOLE, "a4"])).pages[0].extract_text().split() == ["Cover"]
    body = '<section id="part-a"><h1>A</h1></section><section id="part-b"><h2>B</h2></section>'
    outcome = laid(body, cuts=(Cut("b", "B", "part-b"),), stamp=Stamp())
    assert PdfReader(BytesIO(outcome.files["b", "a4"])).pages[0].extract_text().split() == ["B"]


def test_a_layout_that_is_not_mirrored_has_all_numbers_at_the_right() -> None:
    body = '<section><h1>A</h1></section><section id="b"><h2>B</h2></section>'
    file = laid(body, stamp=Stamp(mirrored=False)).files[WHOLE, "a4"]
    content = PdfReader(BytesIO(file)).pages[1].get_contents().get_data()
    x = float(re.search(rb"Tf ([\d.]+) [\d.]+ Td \(2\)", content)[1])  # type: ignore[index]
    assert x / MM == pytest.approx(Stamp().right - 2, abs=1)


def test_the_number_is_an_artifact_in_one_font_shared_by_all_pages() -> None:
    file = PdfReader(BytesIO(twelve_pages().files[WHOLE, "a4"]))
    fonts = {sheet["/Resources"]["/Font"].raw_get("/DaysheetNumbers").idnum for sheet in file.pages[1:]}
    assert len(fonts) == 1
    for number, sheet in enumerate(file.pages[1:], start=2):
        content = sheet.get_contents().get_data()
        assert content.rstrip().endswith(b"EMC")
        assert re.search(rb"/Artifact <<[^>]*/Footer>> BDC[^B]*BT[^E]*\(%d\) Tj ET\s+Q EMC\s*$" % number, content)
    assert passes(twelve_pages().files[WHOLE, "a4"])


def test_page_labels_are_the_page_numbers() -> None:
    assert PdfReader(BytesIO(twelve_pages().files[WHOLE, "a4"])).page_labels == [str(n) for n in range(1, 13)]


def test_the_title_is_shown_and_stands_in_both_kinds_of_metadata() -> None:
    file = PdfReader(BytesIO(twelve_pages().files[WHOLE, "letter"]))
    assert file.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert file.metadata.title == "Packet"
    assert file.xmp_metadata.dc_title == {"x-default": "Packet"}


def test_the_two_papers_have_identifiers_of_their_own_content() -> None:
    first, second, again = (
        PdfReader(BytesIO(outcome.files[WHOLE, paper])).trailer["/ID"]
        for outcome, paper in (
            (twelve_pages(), "a4"),
            (twelve_pages(), "letter"),
            (twelve_pages.__wrapped__(), "a4"),
        )
    )
    assert first == again
    assert first != second


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li><p>loose</p></li><li><p>one</p><p>two</p></li></ul>",
        "<ol><li><p>outer</p><ul><li><p>inner</p><blockquote><p>said</p></blockquote></li></ul></li></ol>",
        "<ul><li>text before<p>and a block</p></li><li>tight<ul><li>below</li></ul>after</li></ul>",
        '<ol class="notes"><li id="fn"><p>A note <a href="#top">back</a></p></li></ol>',
        '<ul style="list-style: none"><li><p>no bullet</p></li><li>none here</li></ul>',
        "<ul><li><div style='height: 230mm'>a</div><p>over</p><div style='height: 230mm'>two pages</div></li></ul>",
        "<dl><dt>Presenter</dt><dd><p>stays</p><p>talks</p></dd><dt>Timekeeper</dt><dd>keeps time</dd></dl>",
        "<ol style='list-style: none'><li style='position: relative'><i style='position: absolute'>1</i> "
        "<span>do <b style='display: block'>who</b></span></li></ol>",
        "<ul><li><table><tr><th scope='col'>a</th></tr><tr><td>b</td></tr></table></li></ul>",
    ],
)
def test_lists_with_blocks_in_their_items_pass(body: str) -> None:
    assert passes(laid(f'<h1 id="top">Lists</h1>{body}').files[WHOLE, "a4"])


@pytest.mark.parametrize(
    "body",
    [
        '<p>Go <a href="https://example.org/"><b>there</b> <i>now</i></a>.</p>',
        '<p><a href="https://example.org/"><svg viewBox="0 0 1 1" width="9" height="9"><title>Code</title>'
        '<path d="M0 0h1v1z"/></svg></a></p>',
        f'<p><a href="https://example.org/">{"many words " * 40}</a></p>',
    ],
)
def test_links_around_other_things_pass(body: str) -> None:
    assert passes(laid(f"<h1>Links</h1>{body}").files[WHOLE, "a4"])


def test_a_cut_that_begins_with_a_lower_heading_begins_with_the_first_level() -> None:
    body = (
        '<section id="part-a"><h1>A</h1></section>'
        '<section id="part-b"><h2>B</h2><h3>B 1</h3><h3>B 2</h3><p>words</p><h2>More</h2></section>'
    )
    outcome = laid(body, cuts=(Cut("b", "B", "part-b"),))
    assert headings(outcome.files["b", "a4"]) == ["/H1", "/H2", "/H2", "/H1"]
    assert headings(outcome.files[WHOLE, "a4"]) == ["/H1", "/H2", "/H3", "/H3", "/H2"]
    assert passes(outcome.files["b", "a4"])


def test_no_heading_level_is_skipped() -> None:
    levels = headings(laid("<h1>A</h1><h3>B</h3><h4>C</h4><h6>D</h6><h2>E</h2>").files[WHOLE, "a4"])
    assert levels[0] == "/H1"
    assert all(int(after[2]) - int(before[2]) <= 1 for before, after in pairwise(levels))


def test_a_table_that_is_set_as_blocks_is_read_as_paragraphs() -> None:
    rows = '<tr><th colspan="2">Group</th></tr><tr><th>One</th><td>Two</td></tr>'
    style = ".flat, .flat tbody, .flat tr, .flat th, .flat td { display: block }"
    flat = laid(f'<h1>T</h1><table class="flat">{rows}</table>', style=style).files[WHOLE, "a4"]
    kept = laid(f"<h1>T</h1><table>{rows}</table>").files[WHOLE, "a4"]
    assert passes(flat)
    assert b"/Table" not in tags_of(flat)
    assert b"/Table" in tags_of(kept)


def tags_of(content: bytes) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        return b" ".join(
            str(each.get("/S", "")).encode() for each in pdf.objects if isinstance(each, pikepdf.Dictionary)
        )


def headings(content: bytes) -> list[str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        kinds = [str(thing.get("/S", "")) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
    return [kind for kind in kinds if re.fullmatch(r"/H\d", kind)]


def test_a_group_of_radio_buttons_is_one_field() -> None:
    rows = "".join(
        f'<label for="r{n}">{n}</label><input type="radio" id="r{n}" name="rating" value="{n}">' for n in range(1, 5)
    )
    form = f'<form>{rows}<label for="why">Why</label><textarea id="why" name="why"></textarea></form>'
    outcome = laid(f"<h1>Form</h1>{form}", fillable=True, style="input, textarea { appearance: auto }")
    content = outcome.files[WHOLE, "a4"]
    fields = [field.get_object() for field in PdfReader(BytesIO(content)).trailer["/Root"]["/AcroForm"]["/Fields"]]
    assert [field["/T"] for field in fields] == ["rating", "why"]
    buttons = [kid.get_object() for kid in fields[0]["/Kids"]]
    assert len(buttons) == 4
    assert not any("/T" in button or "/TU" in button for button in buttons)
    assert passes(content)


def test_a_version_mark_is_four_letters_that_change_with_the_content() -> None:
    assert re.fullmatch(f"[{LETTERS}]{{4}}", version_mark("one sheet"))
    assert version_mark("one sheet") == version_mark(b"one sheet") != version_mark("another sheet")
    assert not set(LETTERS) & set("AEIOUBGQSZ0123456789")
    assert len({version_mark(str(n)) for n in range(200)}) > 195
