"""A packet becomes its files: what the layout is asked for, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page
import pytest
from conftest import view_of
from pypdf import PdfReader

from daysheet.packets.compose import compose_packet
from daysheet.packets.defaults import packet_of
from daysheet.packets.laying import assets_of, job_of, moment_of, styles_of
from daysheet.packets.printing import print_packet
from daysheet.problems import InvalidData

ONE = {"data/worksheets/plan.yml": "title: A plan\nblocks:\n  - prompt: What first?\n    space: rest of page\n"}


def test_the_layout_is_asked_with_the_sessions_words(small: Path) -> None:
    view = view_of(small, {})
    job = job_of(compose_packet(view.library.packets[1], view), view)
    assert job.title == "Working together: a small day: Participant packet"
    assert job.authors[0] == "<script>alert(1)</script> {{ 7 * 7 }} O’Connor"
    assert (job.lang, job.subject) == ("en", "What will you try on Monday?")


def test_the_date_within_a_file_is_the_first_of_the_delivery(small: Path, tmp_path: Path) -> None:
    assert moment_of(view_of(small, {})) == 1_772_982_000
    assert moment_of(view_of(tmp_path / "other", {})) == 0


def test_the_accent_is_the_only_colour_that_a_session_adds(small: Path) -> None:
    styles = {style.name: style.text for style in styles_of(view_of(small, {"templates/styles/own.css": "p { }"}))}
    assert "#2c6a45" in styles["styles/accent.css"]
    assert list(styles)[-1] == "styles/own.css"


def test_pictures_under_content_and_fonts_are_the_only_files(small: Path) -> None:
    view = view_of(small, {"content/pictures/a.png": b"x", "content/files/secret.txt": b"y"})
    assets = assets_of(view.project)
    assert assets["pictures/a.png"] == b"x"
    assert all(name.endswith((".ttf", ".png")) for name in assets)


def test_a_sheet_alone_is_one_tagged_page_on_both_papers(tmp_path: Path) -> None:
    view = view_of(tmp_path, ONE)
    files = print_packet(packet_of("worksheet", "plan"), view, frozenset({"part-worksheet-plan"}))
    cuts = [each for each in files if each.kind == "worksheet"]
    assert [(each.path, each.pages) for each in cuts] == [
        ("worksheets/plan-a4.pdf", 1),
        ("worksheets/plan-letter.pdf", 1),
    ]
    for each in cuts:
        assert page.is_pdf_compliant_bytes(each.content, profile="ua1")
        reader = PdfReader(BytesIO(each.content))
        assert reader.metadata
        assert reader.metadata.title == "A plan (A small day)"
        assert "What first?" in reader.pages[0].extract_text()
        assert each.sources == ("data/worksheets/plan.yml",)


def test_the_same_packet_twice_is_the_same_bytes(tmp_path: Path) -> None:
    view = view_of(tmp_path, ONE)
    one, other = (print_packet(packet_of("worksheet", "plan"), view) for _ in range(2))
    assert [each.content for each in one] == [each.content for each in other]


def test_what_cannot_be_printed_is_told_with_its_file(tmp_path: Path) -> None:
    view = view_of(tmp_path, ONE)
    sheet = view.library.worksheets[0]
    block = sheet.blocks[0].model_copy(update={"prompt": "![A board](pictures/none.png)"})
    broken = replace(view, library=replace(view.library, worksheets=(sheet.model_copy(update={"blocks": (block,)}),)))
    with pytest.raises(InvalidData) as caught:
        print_packet(packet_of("worksheet", "plan"), broken)
    assert caught.value.problems[0].place.file == "data/worksheets/plan.yml"
