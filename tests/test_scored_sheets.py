"""Sheets of statements, grids and stages on page and paper; who sees the key; and sheets without a name."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path

import page as validation
import pypdfium2
import pytest
from conftest import checked, library_of, view_of
from pypdf import PdfReader
from reading_order import reading_order
from test_components import Controls

from daysheet.bound import bound_ids
from daysheet.handouts import hand_outs
from daysheet.packets.compose import compose_packet
from daysheet.packets.defaults import packet_of
from daysheet.packets.plan import plan
from daysheet.packets.printing import print_packet
from daysheet.packets.rows import show_rows
from daysheet.pages.compose import compose_site
from daysheet.project import Project

MARKS = Path(__file__).parent / "projects" / "marks"
MM = 72 / 25.4
KEY = ("71", "53", "37", "19")


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """A copy of the session with sheets of every scored kind."""
    return Path(shutil.copytree(MARKS, tmp_path / "marks"))


def public(root: Path) -> dict[str, str]:
    """Every page, file and print document that participants get, by name."""
    result = checked(root, {})
    assert result.library
    site = compose_site(Project(root), result, "participant")
    found = {page.path: page.text for page in site.pages}
    found |= {name: str(content) for name, content in site.files.items() if not isinstance(content, Path)}
    view = view_of(root, {})
    for sheet in view.library.worksheets:
        found[f"print/{sheet.id}"] = compose_packet(packet_of("worksheet", sheet.id), view).html
    packet = next(each for each in view.library.packets if each.audience == "participant")
    return {**found, "print/packet": compose_packet(packet, view).html}


def print_of(root: Path, id: str, audience: str = "participant") -> bytes:
    """The sheet alone as a PDF on A4."""
    files = print_packet(packet_of("worksheet", id), view_of(root, {}, audience))
    return next(each.content for each in files if each.paper == "a4")


def sheet_page(root: Path, id: str, audience: str = "participant") -> str:
    result = checked(root, {})
    site = compose_site(Project(root), result, audience)
    return next(page.text for page in site.pages if page.path == f"worksheets/{id}.md")


# ---- the key


def test_the_facilitators_key_is_in_nothing_that_participants_get(marks: Path) -> None:
    for name, text in public(marks).items():
        words = re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)
        if "without-names" in name or name == "print/packet":
            assert not [each for each in KEY if re.search(rf"\b{each}\b", words)], name
        assert "counted in reverse" not in text, name
        assert "How to score" not in text, name


def test_another_key_leaves_everything_public_as_it_is(marks: Path) -> None:
    before = public(marks)
    path = marks / "data/worksheets/without-names.yml"
    text = path.read_text("utf-8").replace("[71, 53, 37, 19]", "[1, 2, 3, none]").replace("reverse: yes", "reverse: no")
    path.write_text(
        text.replace("- We look after", "- say: We look after").replace(
            "another here", "another here\n          reverse: yes"
        )
    )
    assert public(marks) == before


def test_the_printed_sheet_holds_no_key(marks: Path) -> None:
    content = print_of(marks, "without-names")
    said = reading_order(content)
    assert "Promises made here are seldom kept" in said
    assert not [each for each in (*KEY, "reverse") if each in said]
    assert "71" in reading_order(print_of(marks, "without-names", "facilitator"))


def test_facilitators_see_the_key_and_how_to_use_it(marks: Path) -> None:
    page = sheet_page(marks, "without-names", "facilitator")
    rows = re.findall(r'<tr><th scope="row">([^<]*)</th>(.*?)</tr>', page)
    assert [(option, re.findall(r">(\w[\w ]*)<", cells)) for option, cells in rows] == [
        ("Agree strongly", ["71", "19"]),
        ("Agree", ["53", "37"]),
        ("Disagree", ["37", "53"]),
        ("Disagree strongly", ["19", "71"]),
    ]
    assert page.count("counted in reverse</span>") == 1
    assert "a mean between 19 and 71" in page


def test_what_is_scored_on_the_phone_has_its_key_in_the_page(marks: Path) -> None:
    page = sheet_page(marks, "on-the-phone")
    found = Controls(page).controls
    first = "on-the-phone--likert--we-say-what-we-think--"
    second = "on-the-phone--likert--we-hide-what-went-wrong--"
    assert [found[f"{first}{at}"].get("data-points") for at in (1, 2, 3)] == ["1", "0", None]
    assert [found[f"{second}{at}"].get("data-points") for at in (1, 2, 3)] == ["0", "1", None]
    assert page.count("data-reversed") == 1
    assert page.count('data-low="0" data-high="1"') == 1
    assert "How to score" not in page


def test_statements_without_scores_have_no_key_for_anybody(marks: Path) -> None:
    for audience in ("participant", "facilitator"):
        found = Controls(sheet_page(marks, "on-the-phone", audience)).controls
        often = [each for name, each in found.items() if "i-ask-before-i-advise" in name]
        assert len(often) == 3
        assert not any("data-points" in each for each in often)


# ---- controls


@pytest.mark.parametrize("id", ["without-names", "where-we-stand", "on-the-phone"])
def test_every_control_is_labelled_and_named_apart(marks: Path, id: str) -> None:
    page = sheet_page(marks, id)
    found = Controls(page)
    assert len(found.ids) == len(set(found.ids))
    for name, control in found.controls.items():
        assert control["inside"] or name in found.labelled or control.get("aria-label"), name
        assert control["name"].startswith(f"{id}--")
        for each in control.get("aria-labelledby", "").split():
            assert each in found.ids, each


def test_each_statement_is_a_group_of_real_radio_buttons(marks: Path) -> None:
    page = sheet_page(marks, "without-names")
    groups = re.findall(r'<fieldset class="ds-stated".*?</fieldset>', page, re.DOTALL)
    assert [len(re.findall('type="radio"', each)) for each in groups] == [4, 4, 4]
    assert [re.findall(r"<legend[^>]*>([^<]*)<", each)[0].strip() for each in groups][
        1
    ] == "Promises made here are seldom kept"
    assert all(len(set(re.findall(r'name="([^"]*)"', each))) == 1 for each in groups)


def test_a_mark_has_two_sliders_with_the_bands_of_their_axes(marks: Path) -> None:
    sliders = [
        each for each in Controls(sheet_page(marks, "where-we-stand")).controls.values() if each["type"] == "range"
    ]
    assert [(each["min"], each["max"]) for each in sliders] == [("1", "6"), ("1", "5")] * 2
    page = sheet_page(marks, "where-we-stand")
    assert page.count(">Depth</label>") == 2
    assert page.count(">loose to tight</label>") == 2


def test_a_stage_is_named_by_its_mark_its_name_and_its_text(marks: Path) -> None:
    page = sheet_page(marks, "where-we-stand")
    found = Controls(page).controls
    name = "where-we-stand--rubric--who-asks--in-a-year--2"
    head, words = found[name]["aria-labelledby"].split()
    assert re.search(rf'id="{head}">In a year<', page)
    assert re.search(rf'id="{words}"><b[^>]*>Growing</b>[^/]*Some ask for it', page)
    groups = {each["name"] for each in found.values() if each["type"] == "radio"}
    assert groups == {
        "where-we-stand--rubric--who-asks--now",
        "where-we-stand--rubric--who-asks--in-a-year",
        "where-we-stand--rubric--open-doors--now",
        "where-we-stand--rubric--open-doors--in-a-year",
        "where-we-stand--rubric-2--open-doors--today",
    }


def test_an_exhibit_stands_within_its_sheet(marks: Path) -> None:
    assert "Two shifts" in sheet_page(marks, "on-the-phone")
    assert "Two shifts" in reading_order(print_of(marks, "on-the-phone"))


# ---- paper


def shapes(content: bytes, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Paths of a page as left, bottom, width and height, mm."""
    found = []
    for each in pypdfium2.PdfDocument(content)[page].get_objects():
        if each.type == 2:
            left, bottom, right, top = (value / MM for value in each.get_bounds())
            found.append((left, bottom, right - left, top - bottom))
    return found


def circles(content: bytes, page: int = 0) -> list[tuple[float, float]]:
    """Middles of the circles to mark, mm."""
    return sorted(
        {
            (round(x + w / 2, 1), round(y + h / 2, 1))
            for x, y, w, h in shapes(content, page)
            if 6.4 < w < 7.2 and abs(w - h) < 0.1
        }
    )


@pytest.mark.parametrize(
    ("id", "page", "count"), [("without-names", 0, 12), ("on-the-phone", 0, 9), ("where-we-stand", 1, 15)]
)
def test_circles_stand_nine_millimetres_apart_in_rows_of_ten(marks: Path, id: str, page: int, count: int) -> None:
    found = circles(print_of(marks, id), page)
    assert len(found) == count
    for at, (x, y) in enumerate(found):
        for other_x, other_y in found[at + 1 :]:
            assert abs(x - other_x) >= 9 or abs(y - other_y) >= 10, (x, y, other_x, other_y)


def test_what_is_marked_stands_to_the_right_of_the_words(marks: Path) -> None:
    assert min(x for x, _ in circles(print_of(marks, "without-names"))) > 105


def test_the_grid_is_drawn_with_its_bands_and_its_words(marks: Path) -> None:
    content = print_of(marks, "where-we-stand")
    square = [(w, h) for _, _, w, h in shapes(content) if abs(w - 113.8) < 0.6 and abs(h - 113.8) < 0.6]
    assert square
    said = reading_order(content)
    for words in ("shallow", "deep", "loose", "tight", "neighbours", "one school", "Where we want to be"):
        assert words in said, words
    assert "<title>A grid of 6 by 5 cells</title>" in sheet_page(marks, "where-we-stand")
    assert "an arrow from the first to the second" in said


@pytest.mark.parametrize("id", ["without-names", "where-we-stand", "on-the-phone"])
@pytest.mark.parametrize("audience", ["participant", "facilitator"])
def test_every_kind_passes_pdf_ua_1(marks: Path, id: str, audience: str) -> None:
    assert validation.is_pdf_compliant_bytes(print_of(marks, id, audience), profile="ua1")


def test_a_source_stands_under_its_sheet_on_page_and_paper(marks: Path) -> None:
    assert "Rowe, 2020" in sheet_page(marks, "without-names")
    assert "Asking without names" in reading_order(print_of(marks, "without-names"))


# ---- without a name


def test_a_sheet_without_a_name_says_so_where_others_have_a_line_for_it(marks: Path) -> None:
    heads = {
        id: PdfReader(BytesIO(print_of(marks, id))).pages[0].extract_text().split("\n")
        for id in ("without-names", "on-the-phone")
    }
    assert "No name" in heads["without-names"]
    assert "Name" not in heads["without-names"]
    assert "Name" in heads["on-the-phone"]
    assert 'data-anonymous="yes"' in sheet_page(marks, "without-names")
    assert "data-anonymous" not in sheet_page(marks, "on-the-phone")


def test_all_worksheets_in_a_packet_are_all_that_may_bear_a_name(marks: Path) -> None:
    library = library_of(marks, {})
    participant, facilitator = library.packets
    assert bound_ids(library, "worksheet", participant) == ("where-we-stand", "on-the-phone")
    assert bound_ids(library, "worksheet", facilitator) == ("without-names", "where-we-stand", "on-the-phone")
    parts = compose_packet(participant, view_of(marks, {})).parts
    assert [each.id for each in parts if each.kind == "worksheet"] == ["where-we-stand", "on-the-phone"]


def test_it_is_printed_alone_and_cut_from_no_packet(marks: Path) -> None:
    tasks = [task for task in plan(view_of(marks, {})) if "part-worksheet-without-names" in task.cut]
    assert [(task.packet.id, task.alone) for task in tasks] == [("worksheet-without-names", True)]


def test_it_is_a_stack_for_the_first_round_and_collected_in_the_last(marks: Path) -> None:
    view = view_of(marks, {}, "facilitator")
    [stack] = hand_outs(view.library, view.timetables)
    assert (stack.id, stack.round_title, stack.copies, stack.collected) == ("without-names", "Ask", 22, True)
    hands = {row["title"]: row["hand_out"] for row in show_rows(view)}
    assert [len(hands[title]) for title in ("Ask", "Look", "Close")] == [1, 1, 1]
    assert hands["Ask"][0].startswith("out: ")
    assert all(hands[title][0].startswith("collect: ") for title in ("Look", "Close"))


def test_a_sheet_that_is_handed_in_has_a_leaf_of_its_own(marks: Path) -> None:
    view = view_of(marks, {})
    packet = next(each for each in view.library.packets if each.audience == "participant")
    html = compose_packet(packet, view).html
    leaves = re.findall(r'class="[^"]*ds-part--leaf[^"]*"[^>]*id="([^"]+)"', html) or re.findall(
        r'id="([^"]+)"[^>]*class="[^"]*ds-part--leaf', html
    )
    assert leaves == ["part-worksheet-where-we-stand"]


def test_the_options_stand_over_their_circles_on_every_page(tmp_path: Path) -> None:
    lines = "".join(f"        - Statement {at} of many\n" for at in range(40))
    sheet = f"title: Long\nblocks:\n  - likert:\n      options: [Never, Rarely, Often]\n      statements:\n{lines}"
    (tmp_path / "data/worksheets").mkdir(parents=True)
    (tmp_path / "data/worksheets/long.yml").write_text(sheet, "utf-8")
    pages = [page.extract_text() for page in PdfReader(BytesIO(print_of(tmp_path, "long"))).pages]
    assert len(pages) == 3
    assert all("Rarely" in page for page in pages)
