"""D2 and D5, on page and paper: a rubric of twelve strands by four stages, and the links between strands, drawn."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import page as checker
import pypdfium2
import pytest
from click.testing import CliRunner
from conftest import checked, record_of, refused, sentences, view_of
from pypdf import PdfReader
from reading_order import reading_order

from daysheet.check import check
from daysheet.cli import main
from daysheet.models.network import Network
from daysheet.models.rubric import Rubric
from daysheet.networks import network_shown
from daysheet.packets.compose import compose_packet
from daysheet.packets.defaults import packet_of
from daysheet.packets.printing import print_packet
from daysheet.pages.compose import compose_site
from daysheet.pages.desk import PageDesk
from daysheet.project import Project

ROOT = Path(__file__).parent.parent
SHOWN = ("maturity-model", "links-strands", "links-key-strands")
STAGES = ["Beginning", "Developing", "Embedding", "Leading"]
TEXT = """title: Where we stand
story: |
  Two strands of [the whole](exhibit:maturity-model), and [their neighbour](exhibit:maturity-model/fit-governance).

  ![High social capital](exhibit:maturity-model/high-social-capital,evaluation-and-challenge)
"""


def real(id: str) -> str:
    return (ROOT / "data" / "exhibits" / f"{id}.yml").read_text("utf-8")


def model() -> Rubric:
    return record_of(Rubric, real("maturity-model"))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session with the maturity model and two of the networks, and a case that shows a part of the model."""
    folder = tmp_path_factory.mktemp("companion")
    files = {f"data/exhibits/{id}.yml": real(id) for id in SHOWN}
    sources = (ROOT / "data" / "sources.yml").read_text("utf-8")
    result = checked(folder, {**files, "data/sources.yml": sources, "data/portraits/ours.yml": TEXT})
    assert result.library is not None, sentences(result)
    return folder


@pytest.fixture(scope="module")
def prints(session: Path) -> dict[str, dict[str, bytes]]:
    """Each exhibit as a PDF on both papers."""
    view = view_of(session, {})
    made = {id: print_packet(packet_of("exhibit", id), view) for id in SHOWN}
    return {id: {each.paper: each.content for each in files} for id, files in made.items()}


def site_page(root: Path, path: str) -> str:
    site = compose_site(Project(root), check(root), "participant")
    return next(page.text for page in site.pages if page.path == path)


def page_texts(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [" ".join(document[at].get_textpage().get_text_bounded().split()) for at in range(len(document))]


# ---- D2: the model


def test_d2_the_model_has_three_dimensions_of_four_strands_and_four_stages() -> None:
    assert [len(each.strands) for each in model().dimensions] == [4, 4, 4]
    assert list(model().stages) == STAGES
    assert [each.name for each in model().dimensions] == [
        "Professional development",
        "Partnership competence",
        "Collaborative capital",
    ]
    words = [len(text.split()) for strand in model().strands for text in strand.stages.values()]
    assert len(words) == 48
    assert min(words) >= 12
    assert max(words) <= 34


def test_d2_every_cell_of_the_page_says_which_stage_it_is(session: Path) -> None:
    html = site_page(session, "exhibits/maturity-model.md")
    assert html.count('class="ds-rubric__strand"') == 12
    cells = re.findall(r'ds-rubric__stage">(.*?)</span> <span class="ds-rubric__text">(.*?)</span>', html)
    assert [stage for stage, _ in cells] == STAGES * 12
    assert cells[-1][1].startswith("The school can build and sustain partnerships")
    assert 'href="#maturity-model--fit-governance"' in html
    assert 'id="maturity-model--fit-governance"' in html


def test_d2_the_stages_stand_at_the_head_of_every_printed_page(prints: dict[str, dict[str, bytes]]) -> None:
    for paper in ("a4", "letter"):
        texts = page_texts(prints["maturity-model"][paper])
        assert len(texts) == 3
        for text in texts:
            assert "Strand Beginning Developing Embedding Leading" in text


def test_d2_no_strand_is_torn_by_a_page(prints: dict[str, dict[str, bytes]]) -> None:
    texts = page_texts(prints["maturity-model"]["a4"])
    for strand in model().strands:
        ends = {text[-14:].split(" ", 1)[1] for text in strand.stages.values()}
        starts = {" ".join(text.split()[:2]) for text in strand.stages.values()}
        assert any(all(words in text for words in starts | ends) for text in texts), strand.name


def test_d2_both_papers_break_at_the_same_strands(prints: dict[str, dict[str, bytes]]) -> None:
    first, second = (page_texts(prints["maturity-model"][paper]) for paper in ("a4", "letter"))
    assert [text.count("governors") for text in first] == [text.count("governors") for text in second]
    assert len(first) == len(second)


def test_d2_a_reader_hears_the_model_strand_by_strand(prints: dict[str, dict[str, bytes]]) -> None:
    said = reading_order(prints["maturity-model"]["a4"])
    places = [said.index(strand.name) for strand in model().strands]
    assert places == sorted(places)
    row = said[said.index("Mentoring and coaching") : said.index("Talent identification")]
    assert row.index("Some colleagues mentor") < row.index("A policy is being") < row.index("The school teaches others")


# ---- parts of a rubric


def test_a_text_shows_the_strands_that_it_names_and_no_others(session: Path) -> None:
    html = site_page(session, "portraits/ours.md")
    assert re.findall(r'id="placed--maturity-model--([\w-]+)"', html) == [
        "high-social-capital",
        "evaluation-and-challenge",
    ]
    assert "Fit governance" not in html
    assert "exhibits/maturity-model.md#maturity-model--fit-governance" in html or (
        "exhibits/maturity-model.html#maturity-model--fit-governance" in html
    )
    printed = compose_packet(packet_of("portrait", "ours"), view_of(session, {})).html
    assert printed.count("ds-rubric__strand") == 2


def test_stages_can_be_chosen_too(session: Path) -> None:
    desk = PageDesk(view_of(session, {}))
    template = desk.renderer(0).environment.from_string(
        '{% from "components/exhibit_rubric.html" import rubric %}{{ rubric(exhibit, 2, setting, "m", strands, stages) }}'
    )
    html = template.render(
        exhibit=model(), setting=desk.setting, strands=("fit-governance",), stages=("Beginning", "Leading")
    )
    assert re.findall(r'scope="col">(\w+)<', html) == ["Strand", "Beginning", "Leading"]
    assert html.count("ds-rubric__text") == 2


def test_strands_may_stand_without_dimensions() -> None:
    text = (
        "kind: rubric\ntitle: T\nstages:\n  - A\n  - B\nstrands:\n  - name: One\n    stages:\n      A: a\n      B: b\n"
    )
    rubric = record_of(Rubric, text)
    assert [(strand.id, strand.stages["B"]) for strand in rubric.strands] == [("one", "b")]
    both = text + "dimensions:\n  - name: D\n    strands:\n      - name: Two\n        stages:\n          A: a\n"
    assert "`strands` is not a key" in refused(Rubric, both)[0]


def test_more_stages_than_a_sheet_has_columns_for_stand_below_one_another(tmp_path: Path) -> None:
    stages = ["Starting", "Trying", "Going", "Rooted", "Giving"]
    rows = [f"      {stage}: {stage} looks like this, in a sentence of its own." for stage in stages]
    strands = [line for name in ("Listening", "Deciding") for line in (f"  - name: {name}", "    stages:", *rows)]
    text = ["kind: rubric", "title: Where we stand", "stages:", *(f"  - {stage}" for stage in stages), "strands:"]
    view = view_of(tmp_path, {"data/exhibits/stand.yml": "\n".join([*text, *strands, ""])})
    content = print_packet(packet_of("exhibit", "stand"), view)[0].content
    assert checker.is_pdf_compliant_bytes(content, profile="ua1")
    said = " ".join(page_texts(content))
    assert re.findall(r"Starting (?=Starting looks)|Giving (?=Giving looks)", said) == ["Starting ", "Giving "] * 2


# ---- D5: the links


def test_d5_every_figure_of_the_source_from_2_to_9_is_a_network() -> None:
    networks = {
        path.stem: record_of(Network, path.read_text("utf-8"))
        for path in sorted((ROOT / "data/exhibits").glob("links-*.yml"))
    }
    figures = sorted(int(re.findall(r"figure (\d)", network.note)[0]) for network in networks.values())
    assert figures == [2, 3, 4, 5, 6, 7, 8, 9]
    assert all(network.source == "hargreaves-d-2012" and network.alt for network in networks.values())
    assert len(networks["links-strands"].all_nodes) == 12
    assert [link.both for link in networks["links-key-strands"].links] == [True] * 6


def test_d5_page_and_paper_hold_the_drawing_and_the_same_links_as_words(
    session: Path, prints: dict[str, dict[str, bytes]]
) -> None:
    network = record_of(Network, real("links-strands"))
    html, said = site_page(session, "exhibits/links-strands.md"), reading_order(prints["links-strands"]["a4"])
    arrows = sum(len(arrow.heads) for arrow in network_shown(network).wide.arrows)
    assert html.count("<polygon") == 2 * arrows
    assert f"<title>{network.alt}</title>" in html
    for link in network.links:
        words = f"{link.start} and {link.end}, both ways" if link.both else f"{link.start} leads to {link.end}"
        assert words in html
        assert words in said
        assert link.words in said


def test_d5_a_small_network_and_its_links_are_one_page(prints: dict[str, dict[str, bytes]]) -> None:
    assert [len(PdfReader(BytesIO(content)).pages) for content in prints["links-key-strands"].values()] == [1, 1]


def test_d5_only_one_of_the_two_drawings_is_printed(prints: dict[str, dict[str, bytes]]) -> None:
    """Every label of the drawing is printed once beside its names in the list."""
    for id in ("links-strands", "links-key-strands"):
        network = record_of(Network, real(id))
        words = "".join(page_texts(prints[id]["a4"])).replace(" ", "").casefold()
        for node in network.all_nodes:
            name = node.name.replace(" ", "").casefold()
            listed = sum(node.name in (link.start, link.end) for link in network.links)
            assert words.count(name) == listed + 1, node.name


@pytest.mark.parametrize("id", SHOWN)
def test_every_sheet_passes_pdf_ua_1(prints: dict[str, dict[str, bytes]], id: str) -> None:
    for content in prints[id].values():
        report = checker.validate_pdf_bytes(content, profile="ua1")
        assert [each.message for each in report.failures] == []


# ---- in a browser


@pytest.fixture(scope="module")
def site(session: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("site")
    done = CliRunner().invoke(main, ["-C", str(session), "site", "-q", "-o", str(output)])
    assert done.exit_code == 0, done.output
    return output / "site"


@pytest.mark.browser
@pytest.mark.parametrize("id", SHOWN)
def test_a_phone_has_nothing_to_scroll_sideways(site: Path, browser: Any, id: str) -> None:
    shown = browser.new_page(viewport={"width": 360, "height": 740})
    shown.goto((site / "exhibits" / f"{id}.html").as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.browser
def test_stages_are_in_sight_on_a_phone_and_above_their_columns_on_a_wide_screen(site: Path, browser: Any) -> None:
    for width, at_cell, at_head in ((360, "visible", "hidden"), (1280, "hidden", "visible")):
        shown = browser.new_page(viewport={"width": width, "height": 740})
        shown.goto((site / "exhibits" / "maturity-model.html").as_uri())
        shown.locator(".ds-rubric__stage").first.wait_for(state=at_cell, timeout=5000)
        shown.locator(".ds-rubric__head").nth(1).wait_for(state=at_head, timeout=5000)
        shown.locator(".ds-rubric__jumps").wait_for(state=at_cell, timeout=5000)


@pytest.mark.browser
def test_a_phone_shows_the_narrow_drawing_with_letters_that_can_be_read(site: Path, browser: Any) -> None:
    shown = browser.new_page(viewport={"width": 360, "height": 740})
    shown.goto((site / "exhibits" / "links-strands.html").as_uri())
    shown.locator(".ds-network__drawing--wide").wait_for(state="hidden", timeout=5000)
    narrow = shown.locator(".ds-network__drawing--narrow")
    narrow.wait_for(state="visible", timeout=5000)
    assert 4.3 * narrow.bounding_box()["width"] / 100 >= 13
