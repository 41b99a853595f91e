"""Layout as a pure function: files, page map, cuts, and what is refused."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from pypdf import PdfReader

from daysheet.layout import UNCROPPED, WHOLE, Cut, Laid, LayoutJob, Stamp, Style
from daysheet.pdf.lay_out import lay_out

FONTS = Path(__file__).parent.parent / "templates" / "fonts"
NAMES = ("Literata-400.ttf", "Literata-500.ttf")
SHEET = """
@font-face { font-family: Literata; font-weight: 400; src: url(Literata-400.ttf) }
@font-face { font-family: Literata; font-weight: 500; src: url("asset:fonts/Literata-500.ttf") }
@page { size: 215.9mm 297mm; margin: 24.8mm 18.95mm 24.8mm 22.95mm; @top-right { content: "Head of the page" } }
@page :left { margin-left: 18.95mm; margin-right: 22.95mm }
body { margin: 0; font: 11pt/14pt Literata }
section + section { break-before: page }
h1, h2, h3 { font-weight: 500; margin: 0 }
ul ul { list-style: disc }
"""
BODY = """<html lang="en"><body>
<section id="part-cover"><h1>The day</h1><p>Turn to <a href="#part-one">worksheet <b>one</b></a>.</p></section>
<section id="part-one"><h2>Worksheet one</h2><h3>First prompt</h3>
<ul><li>tight</li><li><p>loose</p><p>and longer</p></li><li>nested<ul><li>deeper</li></ul></li></ul>
<p>See <a href="#part-two">worksheet two</a>, <a href="#prompt">this prompt</a> and <a href="#part-cover">the cover</a>,
or <a href="https://example.org/"><em>elsewhere</em></a>.</p>
<div id="tall" style="height: 160mm">Space</div><div style="height: 80mm"></div><p id="prompt">The last prompt</p>
</section>
<section id="part-two"><h2>Worksheet two</h2><table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody><tr><th scope="row">1</th><td><ul><li><p>In a cell</p></li></ul></td></tr></tbody></table></section>
</body></html>"""


@cache
def assets() -> dict[str, bytes]:
    return {f"fonts/{name}": (FONTS / name).read_bytes() for name in NAMES}


def job(html: str = BODY, **changes: object) -> LayoutJob:
    base = LayoutJob(
        html=html,
        styles=(Style("fonts/sheet.css", SHEET),),
        assets=assets(),
        title="Participant packet",
        lang="en-GB",
        moment=1_521_705_600,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


CUTS = (Cut("one", "Worksheet 1", "part-one"), Cut("two", "Worksheet 2", "part-two"))


@cache
def packet() -> Laid:
    return lay_out(job(cuts=CUTS, live_addresses={"part-two": "https://example.org/two.html"}, stamp=Stamp()))


def reader(laid: Laid, cut: str = WHOLE, paper: str = "a4") -> PdfReader:
    return PdfReader(BytesIO(laid.files[cut, paper]))


def text(laid: Laid, cut: str = WHOLE, paper: str = "a4") -> list[str]:
    return [" ".join(sheet.extract_text().split()) for sheet in reader(laid, cut, paper).pages]


def annotations(laid: Laid, cut: str) -> list[tuple[str, str]]:
    found = []
    for sheet in reader(laid, cut).pages:
        for reference in sheet.get("/Annots", ()):
            annotation = reference.get_object()
            target = annotation["/A"]["/URI"] if "/A" in annotation else annotation["/Dest"]
            found.append((annotation["/Contents"], target))
    return found


def test_whole_and_cuts_come_in_both_papers_and_pass_pdf_ua_1() -> None:
    assert set(packet().files) == {(cut, paper) for cut in ("", "one", "two") for paper in ("a4", "letter")}
    for content in packet().files.values():
        report = page.validate_pdf_bytes(content, profile="ua1")
        assert not [(failure.rule_id, failure.message) for failure in report.failures]


def test_nothing_is_complained_of_when_all_is_well() -> None:
    assert packet().complaints == ()


def test_page_map_gives_page_box_and_parts() -> None:
    pages = packet().pages
    assert pages.total == 4
    assert pages.parts["part-one"] == (2, 3)
    assert pages.anchors["prompt"] == pages.anchors["part-one"] + 1 == 3
    assert packet().counts == {"": 4, "one": 2, "two": 1}


def test_boxes_of_anchors_are_measured_in_millimetres() -> None:
    tall = packet().pages.areas["tall"]
    assert (tall.page, round(tall.height, 2), round(tall.x, 2), round(tall.width, 2)) == (2, 160.0, 18.95, 174.0)
    assert 24.8 < tall.y < 272.2


def test_both_papers_have_the_same_text_on_the_same_page() -> None:
    assert text(packet(), paper="a4") == text(packet(), paper="letter")
    assert text(packet())[2].startswith("The last prompt")


def test_a_cut_holds_its_own_pages_under_its_own_title() -> None:
    assert reader(packet(), "one").metadata.title == "Worksheet 1"
    assert "First prompt" in text(packet(), "one")[0]
    assert "The day" not in " ".join(text(packet(), "one"))
    assert [item.title for item in reader(packet(), "two").outline] == ["Worksheet two"]


def test_links_that_leave_a_cut_lead_to_the_live_page_or_are_plain_text() -> None:
    assert annotations(packet(), "one") == [
        ("worksheet two", "https://example.org/two.html"),
        ("this prompt", "prompt"),
        ("elsewhere", "https://example.org/"),
    ]
    assert "the cover" in " ".join(text(packet(), "one"))


def test_links_in_the_whole_are_untouched_by_cutting() -> None:
    assert annotations(packet(), WHOLE) == [
        ("worksheet one", "part-one"),
        ("worksheet two", "part-two"),
        ("this prompt", "prompt"),
        ("the cover", "part-cover"),
        ("elsewhere", "https://example.org/"),
    ]


def test_file_says_its_language_and_date_and_no_other() -> None:
    file = reader(packet())
    assert file.trailer["/Root"]["/Lang"] == "en-GB"
    assert file.metadata.creation_date_raw == "D:20180322080000Z"
    assert file.metadata.modification_date_raw == "D:20180322080000Z"


def test_two_layouts_give_the_same_bytes() -> None:
    again = lay_out(job(cuts=CUTS, live_addresses={"part-two": "https://example.org/two.html"}, stamp=Stamp()))
    assert again == packet()


def test_a_layout_in_another_process_gives_the_same_bytes() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(lay_out, job(stamp=Stamp())).result() == lay_out(job(stamp=Stamp()))


def test_outcome_and_job_are_plain_values() -> None:
    assert pickle.loads(pickle.dumps(packet())) == packet()
    assert pickle.loads(pickle.dumps(job(cuts=CUTS))) == job(cuts=CUTS)


def test_heads_are_artifacts_and_no_element_hangs_outside_the_tree() -> None:
    file = reader(packet())
    for sheet in file.pages:
        content = sheet.get_contents().get_data()
        assert len(re.findall(rb"/Artifact\s*<<\s*/Type /Pagination\s*>>\s*BDC", content)) == 1
    with pikepdf.open(BytesIO(packet().files["", "a4"])) as pdf:
        elements = {thing.objgen for thing in pdf.objects if is_element(thing)}
        assert {element.objgen for element in tree(pdf.Root.StructTreeRoot.K[0])} == elements


def is_element(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem"


def tree(element: Any) -> Iterator[Any]:
    yield element
    for kid in element.K.as_list():
        if is_element(kid):
            yield from tree(kid)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/x.png",
        "pictures/missing.png",
        "asset:fonts/../../x.png",
        "//host/x.png",
    ],
)
def test_anything_but_an_asset_is_refused_and_told_with_its_place(address: str) -> None:
    html = f'<html lang="en"><h1 id="part-a">A</h1><p id="here"><img alt="x" src="{address}"></p></html>'
    (complaint,) = lay_out(job(html)).complaints
    assert complaint.near == "here"
    assert address.split(":", maxsplit=1)[-1].removeprefix("//") in complaint.sentence
    assert "not read" in complaint.sentence


def test_pictures_from_assets_and_data_are_drawn() -> None:
    picture = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    html = (
        '<html lang="en"><h1>A</h1><img alt="x" src="pictures/a%20b.svg"><img alt="y" src="asset:pictures/a b.svg">'
        '<img alt="z" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">'
    )
    assert lay_out(job(html, assets=assets() | {"pictures/a b.svg": picture})).complaints == ()


@pytest.mark.parametrize(
    "html",
    [
        '<a id="x" rel="attachment" href="fonts/Literata-400.ttf">take it</a>',
        '<a id="x" rel="attachment" href="file:///etc/passwd">take it</a>',
        '<link rel="attachment" href="file:///etc/passwd"><p id="x">x</p>',
    ],
)
def test_no_file_is_ever_embedded(html: str) -> None:
    laid = lay_out(job(f'<html lang="en"><h1>A</h1>{html}'))
    assert not list(reader(laid).attachment_list)
    assert b"/EmbeddedFile" not in lay_out(job(f'<html lang="en"><h1>A</h1>{html}', tagged=False)).files["", "a4"]


@pytest.mark.parametrize("address", ["worksheets/one.html", "/w3.html", "asset:fonts/Literata-400.ttf"])
def test_a_link_that_names_nothing_outside_the_site_is_told_and_left_as_text(address: str) -> None:
    laid = lay_out(job(f'<html lang="en"><h1>A</h1><p id="here"><a href="{address}">there</a></p></html>'))
    assert [complaint.near for complaint in laid.complaints] == ["here"]
    assert annotations(laid, WHOLE) == []
    assert page.is_pdf_compliant_bytes(laid.files[WHOLE, "a4"], profile="ua1")


def test_a_link_to_nowhere_is_told_with_its_place() -> None:
    (complaint,) = lay_out(job('<html lang="en"><h1 id="top">A</h1><p><a href="#gone">there</a></p>')).complaints
    assert "#gone" in complaint.sentence
    assert complaint.near == "top"


def test_a_character_that_no_font_has_is_told_with_its_place() -> None:
    (complaint,) = lay_out(job('<html lang="en"><h1>A</h1><p id="here">\u0f40</p>')).complaints
    assert complaint.sentence == "`\u0f40` (U+0F40) is in no font of this document"
    assert complaint.near == "here"


def test_words_about_styles_are_the_same_when_the_styles_are_kept() -> None:
    bad = job(styles=(Style("fonts/sheet.css", SHEET + "p { colour: red }"),))
    first, second = lay_out(bad), lay_out(bad)
    assert "colour" in first.complaints[0].sentence
    assert first == second


def test_a_font_declared_in_one_document_is_not_known_to_the_next() -> None:
    face = "@font-face { font-family: Other; src: url(fonts/Literata-500.ttf) }"
    html = '<html lang="en"><style>%s p { font-family: Other }</style><h1>A</h1><p>words</p></html>'
    before = lay_out(job(html % ""))
    assert lay_out(job(html % face)).files != before.files
    assert lay_out(job(html % "")) == before


def test_without_papers_it_only_measures() -> None:
    laid = lay_out(job(papers=()))
    assert laid.files == {}
    assert laid.pages == packet().pages


def test_a_file_for_printing_only_has_no_tags_but_all_else() -> None:
    laid = lay_out(job(tagged=False, papers=(UNCROPPED,)))
    file = reader(laid, paper=UNCROPPED)
    assert "/StructTreeRoot" not in file.trailer["/Root"]
    assert file.outline
    assert file.metadata.title == "Participant packet"
    assert text(laid, paper=UNCROPPED) == [page.rsplit(" ", 1)[0] for page in text(packet())]


def test_a_part_that_is_not_there_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError, match="part-three"):
        lay_out(job(cuts=(Cut("three", "Three", "part-three"),)))
