"""Pages of readings and tenets: parts by letter, notes and their way back, citations, posters and cards, what was found."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from conftest import checked

from daysheet.builder import build_site
from daysheet.pages.compose import compose_site
from daysheet.project import Project
from daysheet.site import Download

TEXT = """---
title: A jigsaw
source: hattie-b
rights: It belongs to its author.
minutes: 6
---

Before all else, it helps [@hattie-a; @bryk, p. 3], [as he says](source:bryk).

## Stop {letter=A}

Stop it.[^one]

/// aside | A case
In Lincoln.
///

/// questions | To end with
- Which comes next?
///

## Go on {letter=B}

/// figure | Four schools
![A ring of four](../pictures/ring.svg)
///

"""
FILES: dict[str, str | bytes] = {
    "content/readings/jigsaw.md": TEXT + "Go on.\n\n" * 40 + "[^one]: The first note.\n",
    "content/pictures/ring.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
    "data/sources.yml": (
        "hattie-a:\n  authors: [Hattie, John]\n  year: 2015\n  title: What does not\n"
        "hattie-b:\n  authors: [Hattie, John]\n  year: 2015\n  title: What works\n"
        "bryk:\n  authors: [Bryk, Anthony]\n  year: 2010\n  title: Organizing\n"
    ),
    "data/agendas/day.yml": (
        "title: The day\nrounds:\n  - title: Read\n    minutes: 20\n    kind: jigsaw\n    uses:\n      - reading: jigsaw\n"
        "    letters: {A: Stop, B: Go on}\n"
    ),
    "data/tenets/six.yml": (
        "title: Six foci\ncalled: focus\ntenets:\n  - name: Trust\n    evidence:\n      - finding: It grows slowly.\n"
        "        who: A. Author\n        source: bryk\n"
    ),
}
PDFS = [
    ("section", "jigsaw-a", "readings/jigsaw-a", "a4"),
    ("section", "jigsaw-a", "readings/jigsaw-a", "letter"),
    ("poster", "six", "tenets/six-poster", "a3"),
    ("cards", "six", "tenets/six-cards", "letter"),
]


@cache
def built() -> Path:
    root = Path(mkdtemp())
    result = checked(root, FILES)
    downloads = [
        Download(f"pdf/{path}-{paper}.pdf", kind, id, "Title", paper, 1, 2000) for kind, id, path, paper in PDFS
    ]
    site = compose_site(Project(root), result, "participant", downloads, {each.path: b"%PDF" for each in downloads})
    build_site(site, Project(root), "participant", root / "built")
    return root / "built"


@cache
def html(name: str) -> str:
    return (built() / f"{name}.html").read_text("utf-8")


def test_b5_a_citation_leads_to_its_line_in_the_list_and_tells_works_of_one_year_apart() -> None:
    text = html("readings/jigsaw")
    cited = re.findall(r'<a class="ds-cite" href="(?:\.\./)?sources.html#([\w-]+)">([^<]+)</a>', text)
    assert cited == [("hattie-a", "Hattie, 2015a"), ("bryk", "Bryk, 2010"), ("bryk", "as he says")]
    assert "as he says</a> (Bryk, 2010)" in text
    works = html("sources")
    assert all(f'<li id="{id}">' in works for id in ("hattie-a", "hattie-b", "bryk"))
    assert works.index("2015a") < works.index("2015b")


def test_b5_the_list_says_where_each_work_is_cited() -> None:
    [bryk] = [each for each in html("sources").split("<li id=") if each.startswith('"bryk"')]
    assert 'Cited in <a href="readings/jigsaw.html">' in bryk
    assert '<a href="tenets/six.html">Six foci</a>' in bryk


def test_a7_letters_lead_to_their_parts_from_the_text_and_from_the_agenda() -> None:
    text = html("readings/jigsaw")
    assert 'class="ds-letters__link" href="#stop"' in text
    assert 'id="stop"' in text
    assert '<b>A</b> <a href="readings/jigsaw.html#stop">Stop</a>' in html("agenda")
    assert '<b>B</b> <a href="readings/jigsaw.html#go-on">Go on</a>' in html("agenda")


def test_a7_each_part_can_be_printed_from_its_page_and_from_the_downloads() -> None:
    for page in (html("readings/jigsaw"), html("downloads")):
        assert "pdf/readings/jigsaw-a-a4.pdf" in page
        assert "pdf/readings/jigsaw-a-letter.pdf" in page
    assert "Part A: Stop" in html("readings/jigsaw")


def test_c1_poster_and_cards_stand_on_the_page_of_their_set() -> None:
    text = html("tenets/six")
    assert "pdf/tenets/six-poster-a3.pdf" in text
    assert "A3" in text
    assert "pdf/tenets/six-cards-letter.pdf" in text
    assert "Cards to cut" in text


def test_e1_what_was_found_says_who_found_it_and_leads_to_the_work() -> None:
    text = " ".join(html("tenets/six").split())
    assert "It grows slowly." in text
    assert re.search(r'\(A\. Author, in <a href="\.\./sources\.html#bryk">Bryk, 2010</a>\)', text)


def test_d6_a_text_has_its_cases_questions_and_pictures() -> None:
    text = html("readings/jigsaw")
    assert re.search(r'<aside aria-label="[^"]+" class="ds-aside">', text)
    assert '<div class="ds-questions">' in text
    assert 'alt="A ring of four"' in text
    assert "Four schools</p>" in text
    assert "It belongs to its author." in text


def test_a_note_says_in_words_that_it_leads_back() -> None:
    assert re.search(r'class="footnote-backref"[^>]*>Back to the text</a>', html("readings/jigsaw"))


@pytest.fixture
def phone(browser: Any) -> Any:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto((built() / "readings" / "jigsaw.html").as_uri())
    return page


@pytest.fixture
def plain(browser: Any) -> Any:
    """A phone with scripts off."""
    page = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False).new_page()
    page.goto((built() / "readings" / "jigsaw.html").as_uri())
    return page


@pytest.mark.browser
def test_without_scripts_a_note_is_jumped_to_and_its_way_back_is_the_next_thing_that_is_keyed(plain: Any) -> None:
    plain.locator(".footnote-ref").first.press("Enter")
    assert plain.url.endswith("#fn:one")
    plain.keyboard.press("Tab")
    plain.keyboard.press("Enter")
    assert plain.url.endswith("#fnref:one")
