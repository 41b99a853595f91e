"""The source's own scored sheets in this session: the maturity model to mark (D2), trust audits (D3), the grid (D4)."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import page as validation
import pytest
from pypdf import PdfReader
from reading_order import reading_order

from daysheet.check import CheckResult, check
from daysheet.packets.defaults import packet_of
from daysheet.packets.printing import print_packet
from daysheet.pages.compose import compose_site
from daysheet.project import Project
from daysheet.view import view_for

ROOT = Path(__file__).parent.parent
AUDITS = ("trust-in-leaders", "trust-among-colleagues", "trust-of-students")
SHEETS = (*AUDITS, "partnership-grid", "where-we-stand")


@cache
def session() -> CheckResult:
    result = check(ROOT)
    assert result.library is not None, result.problems
    return result


@cache
def pages(audience: str) -> dict[str, str]:
    return {page.path: page.text for page in compose_site(Project(ROOT), session(), audience).pages}


@cache
def printed(id: str) -> dict[str, bytes]:
    """The sheet alone, by paper."""
    view = view_for(Project(ROOT), session(), "participant")
    return {each.paper: each.content for each in print_packet(packet_of("worksheet", id), view)}


def test_d3_three_audits_of_ten_statements_on_page_and_paper() -> None:
    library = session().library
    assert library
    shapes = []
    for id in AUDITS:
        [block] = [each for each in library.find("worksheet", id).blocks if each.kind == "likert"]
        shapes.append(
            (len(block.matter.statements), len(block.matter.options), sum(s.reverse for s in block.matter.statements))
        )
        page, said = pages("participant")[f"worksheets/{id}.md"], reading_order(printed(id)["a4"])
        for statement in block.matter.statements:
            assert statement.say.replace("'", "’") in said.replace("'", "’")
            assert statement.say.split("'")[0] in page
        assert len(PdfReader(BytesIO(printed(id)["a4"])).pages) == 1
    assert shapes == [(10, 4, 0), (10, 4, 2), (10, 3, 0)]


def test_d3_only_the_audit_that_is_scored_on_the_phone_gives_its_key_away() -> None:
    public, inside = pages("participant"), pages("facilitator")
    assert ["data-points" in public[f"worksheets/{id}.md"] for id in AUDITS] == [False, True, False]
    assert all("ds-scoring__table" in inside[f"worksheets/{id}.md"] for id in AUDITS)
    assert not any("ds-scoring" in text for text in public.values())


def test_d3_what_is_asked_of_people_about_others_has_no_name_and_is_in_no_packet() -> None:
    library = session().library
    assert library
    assert [library.find("worksheet", id).anonymous for id in AUDITS] == [True, False, True]
    bound = {
        id
        for packet in library.packets
        if packet.audience == "participant"
        for entry in packet.contents
        for id in entry.ids
    }
    assert {"trust-among-colleagues", "partnership-grid", "where-we-stand"} <= bound
    assert not {"trust-in-leaders", "trust-of-students"} & bound


def test_d4_the_partnership_grid_has_six_bands_each_way_two_marks_and_an_arrow() -> None:
    page, said = (
        pages("participant")["worksheets/partnership-grid.md"],
        reading_order(printed("partnership-grid")["a4"]),
    )
    assert page.count('type="range"') == page.count('max="6"') == 4
    for words in (
        "shallow",
        "deep",
        "loose",
        "tight",
        "Where we are",
        "Where we want to be",
        "an arrow from the first",
    ):
        assert words in said, words


def test_d2_stages_of_the_maturity_model_are_marked_for_now_and_in_a_year() -> None:
    page, said = pages("participant")["worksheets/where-we-stand.md"], reading_order(printed("where-we-stand")["a4"])
    assert page.count('type="radio"') == 4 * 4 * 2
    for words in ("Joint practice development", "Evaluation and challenge", "Beginning", "Leading", "In a year"):
        assert words in page
        assert words in said


@pytest.mark.parametrize("id", SHEETS)
def test_each_is_cited_passes_pdf_ua_1_and_breaks_alike_on_both_papers(id: str) -> None:
    assert "Hargreaves, 2012" in pages("participant")[f"worksheets/{id}.md"]
    assert "A self-improving school system" in reading_order(printed(id)["letter"])
    texts = [
        [page.extract_text() for page in PdfReader(BytesIO(printed(id)[paper])).pages] for paper in ("a4", "letter")
    ]
    assert texts[0] == texts[1]
    assert all(validation.is_pdf_compliant_bytes(each, profile="ua1") for each in printed(id).values())


def test_they_are_numbered_after_the_sheets_of_the_day() -> None:
    library = session().library
    assert library
    assert sorted(library.find("worksheet", id).number for id in SHEETS) == [6, 7, 8, 9, 10]
