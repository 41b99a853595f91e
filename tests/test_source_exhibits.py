"""The exhibits of the real session, each named as in the list of source documents: on its page and in print."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from daysheet.charts import FULL
from daysheet.check import check
from daysheet.models.packet import Entry, Packet
from daysheet.packets.printing import print_packet
from daysheet.pages.desk import PageDesk
from daysheet.pages.exhibits import compose_exhibits
from daysheet.project import Project
from daysheet.view import View, view_for

ROOT = Path(__file__).parent.parent
SVG = "{http://www.w3.org/2000/svg}"
ROWS = {
    "A9": ("survey-of-one-school", ["We feel safe at school", "It is safe to give one another feedback", "+49"]),
    "A10": ("standards-rightly-used", ["Something to implement", "Something to leverage", "A means for improvement"]),
    "A11": ("schools-that-grow-teachers", ["Hiring", "Teams", "Assessment"]),
    "B2": (
        "trust-by-precision",
        ["Informal collaboration", "Collaborative professionalism", "No collaboration", "Contrived collegiality"],
    ),
    "B3": ("five-shifts", ["Narrow goals for achievement", "Collaborating with students"]),
    "B4": ("seven-things-leaders-can-do", ["Build slowly, then act fast", "Learn to let go"]),
    "C2": ("four-bs", ["Before", "Between", "Beyond", "Beside"]),
    "C3": ("stop-keep-start", ["Stop", "Keep", "Start", "Working across schools and systems"]),
    "C4": ("three-message-systems", ["Curriculum", "Pedagogy", "Evaluation"]),
    "D7": ("research-into-practice", ["Morphology works", "John R. Kirby and Peter N. Bowers", "June 2012", "667"]),
}
SURVEY = [(84, 94), (71, 94), (65, 75), (33, 71), (71, 81), (68, 88), (44, 93), (30, 86), (47, 75), (50, 65)]


@pytest.fixture(scope="module")
def view() -> View:
    return view_for(Project(ROOT), check(ROOT), "participant")


@pytest.fixture(scope="module")
def pages(view: View) -> dict[str, str]:
    return {page.path: page.text for page in compose_exhibits(PageDesk(view))}


@pytest.fixture(scope="module")
def printed(view: View) -> dict[str, str]:
    """The text of each exhibit's own PDF, in reading order."""
    ids = tuple(id for id, _ in ROWS.values())
    packet = Packet(id="x", title="X", contents=(Entry(kind="exhibits", ids=ids),))
    cut = frozenset(f"part-exhibit-{id}" for id in ids)
    files = [each for each in print_packet(packet, view, cut) if each.paper == "a4" and each.kind == "exhibit"]
    return {
        each.id: spaced(" ".join(page.extract_text() for page in PdfReader(BytesIO(each.content)).pages))
        for each in files
    }


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def plain(html: str) -> str:
    return spaced(unescape(re.sub(r"<[^>]*>", " ", html)))


def in_order(words: list[str], text: str) -> bool:
    at = 0
    for each in words:
        at = text.find(each, at)
        if at < 0:
            return False
    return True


@pytest.mark.parametrize("row", ROWS)
def test_an_exhibit_of_the_sources_stands_on_its_page_and_on_paper(
    row: str, pages: dict[str, str], printed: dict[str, str]
) -> None:
    id, words = ROWS[row]
    shown = [each for each in words if not each.startswith("+")]
    assert in_order(shown, plain(pages[f"exhibits/{id}.md"]))
    assert all(each in printed[id] for each in words)


@pytest.mark.parametrize("row", ROWS)
def test_it_names_its_source_on_both(row: str, view: View, pages: dict[str, str], printed: dict[str, str]) -> None:
    id, _ = ROWS[row]
    work = view.library.sources[view.library.find("exhibit", id).source]
    surname = work.authors[0].split(",")[0]
    assert "sources.html#" in pages[f"exhibits/{id}.md"]
    assert surname in printed[id]


@pytest.mark.parametrize("row", [row for row in ROWS if row != "D7"])
def test_it_is_used_by_a_round_of_the_day_and_held_by_the_packet(row: str, view: View) -> None:
    id, _ = ROWS[row]
    packet = view.library.find("packet", "participant")
    assert view.library.rounds_that_use("exhibit", id)
    assert any(id in entry.ids for entry in packet.contents if entry.kind == "exhibits")


def test_a9_draws_the_twenty_figures_of_the_survey(pages: dict[str, str]) -> None:
    text = pages["exhibits/survey-of-one-school.md"]
    svgs = [
        ElementTree.fromstring(each) for each in re.findall(r'<svg class="ds-chart__bars".*?</svg>', text, re.DOTALL)
    ]
    bars = [[round(float(each.get("width", "0")) / FULL * 100) for each in svg.iter(f"{SVG}rect")] for svg in svgs]
    assert [tuple(each) for each in bars] == SURVEY


def test_a9_says_the_same_figures_in_its_table(pages: dict[str, str]) -> None:
    text = pages["exhibits/survey-of-one-school.md"]
    table = text[text.index('<table class="ds-cells">') :]
    figures = [int(each) for each in re.findall(r'cell--figure"[^>]*>(?:<span[^>]*>)?(\d+)%<', table)]
    assert list(zip(figures[::2], figures[1::2], strict=True)) == SURVEY


def test_b2_reads_down_the_upper_row_first_and_each_cell_says_its_place(pages: dict[str, str]) -> None:
    places = re.findall(r'<p class="ds-quadrant__place">(.*?)</p>', pages["exhibits/trust-by-precision.md"])
    assert [plain(each).strip() for each in places] == [
        "Trust: high , Precision: low",
        "Trust: high , Precision: high",
        "Trust: low , Precision: low",
        "Trust: low , Precision: high",
    ]


def test_c3_counts_its_eight_recommendations_through_its_groups(pages: dict[str, str]) -> None:
    numbers = re.findall(r'ds-move__number">(\d+)<', pages["exhibits/stop-keep-start.md"])
    assert numbers == [str(number) for number in range(1, 9)]


def test_d7_leads_to_its_reports_and_prints_their_addresses(view: View, pages: dict[str, str]) -> None:
    text = pages["exhibits/teachers-learn-and-lead.md"]
    assert text.count('<a href="http://www.otffeo.on.ca/') == 4
    assert "otffeo.on.ca/en/wp-content/uploads/sites/2/2013/09/tllp_summary.pdf" in text
