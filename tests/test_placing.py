"""Exhibits on pages and in packets, and set in their places in a person's texts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import view_of, write_project

from daysheet.check import check
from daysheet.models.packet import Entry, Packet
from daysheet.packets.compose import compose_packet
from daysheet.packets.plan import files_of, plan
from daysheet.pages.compose import compose_site
from daysheet.pages.desk import PageDesk
from daysheet.pages.exhibits import compose_exhibits
from daysheet.placing import in_place, source_of
from daysheet.prose import to_html, to_text
from daysheet.view import View

SOURCES = "rich-2018:\n  authors: [Rich, Ann]\n  year: 2018\n  title: A book\n"
FILES = {
    "data/sources.yml": SOURCES,
    "data/exhibits/trust.yml": (
        "kind: tiles\ntitle: Trust *here*\nsource: rich-2018\nnote: Shortened.\n"
        "tiles:\n  - name: Strong\n    ask: Who says so?\n  - Weak\n"
    ),
    "data/exhibits/shifts.yml": "kind: pairs\ntitle: Shifts\nrows:\n  - from: <b>Here</b>\n    to: There\n",
    "content/readings/text.md": "---\ntitle: A text\n---\n# One\n\nBefore.\n\n![Trust](exhibit:trust)\n\nAfter.\n",
    "content/index.md": "See [the pairs](exhibit:shifts), or ![them](exhibit:shifts) here.\n\n![Shifts](exhibit:shifts)\n",
}
PACKET = Packet(
    id="x",
    title="X",
    contents=(Entry(kind="readings", all=True), Entry(kind="exhibits", all=True), Entry(kind="sources")),
)


@pytest.fixture
def view(tmp_path: Path) -> View:
    return view_of(tmp_path, FILES)


def place(id: str) -> str:
    return f'<div class="placed">{id}</div>'


def resolve(kind: str, id: str) -> tuple[str, str]:
    return f"{kind}s/{id}.html", "Exhibit 2"


def test_a_picture_on_a_line_of_its_own_sets_the_exhibit_in_place() -> None:
    html = to_html("Before.\n\n![Trust](exhibit:trust)\n\nAfter.", resolve, 1, place)
    assert html == '<p>Before.</p>\n<div class="placed">trust</div>\n<p>After.</p>'


def test_it_needs_no_empty_lines_around_it() -> None:
    html = to_html("Before.\n![Trust](exhibit:trust)\nAfter.", resolve, 1, place)
    assert re.findall(r"<(p|div)", html) == ["p", "div", "p"]


@pytest.mark.parametrize("text", ["See ![Trust](exhibit:trust) here.", "- ![Trust](exhibit:trust)"])
def test_within_a_line_it_is_a_link(text: str) -> None:
    html = to_html(text, resolve, 1, place)
    assert re.search(r'<a [^>]*href="exhibits/trust.html"[^>]*>Trust', html)
    assert "<img" not in html


def test_without_a_way_to_show_it_only_its_words_stay() -> None:
    assert to_text("![Trust](exhibit:trust)") == "Trust"


def test_in_code_it_is_shown_as_it_is_written() -> None:
    assert "![Trust](exhibit:trust)" in to_html("    ![Trust](exhibit:trust)", resolve, 1, place)


def test_a_placed_exhibit_has_label_title_note_and_source(view: View) -> None:
    shown = in_place(view, {}, resolve, "trust")
    assert (shown["label"], shown["source"]["words"]) == ("Exhibit\u00a02", "Exhibit 2")
    assert source_of(view.library.find("exhibit", "shifts"), resolve) is None


def site_of(root: Path) -> dict[str, str]:
    project = write_project(root, FILES)
    return {page.path: page.text for page in compose_site(project, check(root), "participant").pages}


def test_the_site_shows_it_in_readings_and_on_the_home_page(tmp_path: Path) -> None:
    pages = site_of(tmp_path)
    reading, home = pages["readings/text.md"], pages["index.md"]
    assert 'href="../exhibits/trust.html">Exhibit\u00a02</a>' in reading
    assert "Who says so?" in reading
    assert reading.index("Before.") < reading.index("ds-placed") < reading.index("After.")
    assert '<a href="../sources.html#rich-2018">Rich, 2018</a>' in reading
    assert home.count("ds-placed__head") == 1
    assert home.count("(exhibits/shifts.md)") == 2


def test_nothing_within_it_is_taken_for_markdown_or_html(tmp_path: Path) -> None:
    home = site_of(tmp_path)["index.md"]
    block = home[home.index('<div class="ds-placed">') :]
    assert "\n\n" not in block[: block.index("</table>")]
    assert "&lt;b&gt;Here&lt;/b&gt;" in block


def test_every_exhibit_has_a_page_an_index_and_a_short_address(tmp_path: Path) -> None:
    project = write_project(tmp_path, FILES)
    site = compose_site(project, check(tmp_path), "participant")
    assert [page.path for page in site.pages if page.path.startswith("exhibits/")] == [
        "exhibits/index.md",
        "exhibits/shifts.md",
        "exhibits/trust.md",
    ]
    assert {"Exhibits": ["exhibits/index.md", "exhibits/shifts.md", "exhibits/trust.md"]} in site.nav
    assert b"exhibits/shifts.html" in site.files["e1.html"]  # type: ignore[operator]


def test_a_session_without_exhibits_has_no_pages_of_them(tmp_path: Path) -> None:
    assert list(compose_exhibits(PageDesk(view_of(tmp_path, {})))) == []


def test_a_packet_holds_exhibits_as_parts_and_in_place(view: View) -> None:
    document = compose_packet(PACKET, view)
    assert [(part.kind, part.label) for part in document.parts] == [
        ("reading", "Handout\u00a01"),
        ("exhibit", "Exhibit\u00a01"),
        ("exhibit", "Exhibit\u00a02"),
        ("sources", "Sources"),
    ]
    reading = next(part.body for part in document.parts if part.kind == "reading")
    assert '<a href="#part-exhibit-trust">Exhibit\u00a02</a>' in reading
    assert document.html.count("Who says so?") == 2
    assert "A book" in document.parts[-1].body


def test_each_exhibit_is_cut_once_from_pages_of_its_own(view: View) -> None:
    files = [path for task in plan(view) for path, *_ in files_of(task)]
    assert sorted(path for path in files if "exhibits/" in path) == [
        "exhibits/shifts-a4.pdf",
        "exhibits/shifts-letter.pdf",
        "exhibits/trust-a4.pdf",
        "exhibits/trust-letter.pdf",
    ]
    (task,) = [task for task in plan(view) if "part-exhibit-trust" in task.cut]
    assert task.alone


def test_a_reading_without_notes_says_nothing_of_them(tmp_path: Path) -> None:
    assert "Footnotes" not in site_of(tmp_path)["readings/text.md"]
