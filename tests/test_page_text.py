"""The text of a page says what was meant, whatever the author's words hold."""

from __future__ import annotations

import html
import re

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet import prose
from daysheet.pages.text import Section, body_of, flat, front_matter, heading

ODD = [
    "<script>alert(1)</script> & co",
    "a | b # c {.x}",
    "{{ 7*7 }} {% if %}",
    "Trust {#trust}",
    "1. First things",
    "# Not a heading",
    "- Not a list",
    "back\\slash and `code",
    "![no](picture)",
    "[not][a] link",
    "*",
    "a_b_c and x ** y",
]


def built(text: str) -> str:
    configs = {name: dict(each) for name, each in prose.SETTINGS.items()}
    return markdown.markdown(text, extensions=["toc", *prose.ON_PAGES], extension_configs=configs)


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def nowhere(kind: str, id: str) -> tuple[str, str]:
    return ("", "") if kind == "exhibit" else (f"../{kind}s/{id}.md", "Worksheet\u00a05" if kind == "worksheet" else "")


@pytest.mark.parametrize("title", [each for each in ODD if not each.startswith(("!", "["))])
def test_a_heading_shows_its_title_and_nothing_else_that_it_might_mean(title: str) -> None:
    page = built(str(heading(2, title, "here", "ds-x")))
    assert re.fullmatch(r'<h2 class="ds-x" id="here">.*</h2>', page, re.DOTALL)
    assert words(page) == title
    assert "<script" not in page


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_whatever_a_title_holds_the_heading_is_one_heading_with_its_id(title: str) -> None:
    page = built(str(heading(2, title, "here"))).strip()
    assert page.startswith('<h2 id="here">')
    assert page.endswith("</h2>")
    assert page.count("<h2") == 1
    assert "<script" not in page


def test_emphasis_in_a_title_stays() -> None:
    assert built(str(heading(1, "Read *Mindset* first"))).endswith("Read <em>Mindset</em> first</h1>")


@pytest.mark.parametrize("title", [*ODD, 'say "so"', "a: b", "line\u2028apart", "\u0085", "😀"])
def test_front_matter_comes_back_as_it_went_in(title: str) -> None:
    text = front_matter(title=title, number=3, line="")
    fields = yaml.safe_load(text.split("---\n")[1])
    assert fields == {"title": title, "number": 3}


def test_blocks_of_html_may_open_in_one_place_and_close_in_another() -> None:
    page = built("<div class='a'>\n<ul><li>*x* [y]</li></ul>\n\n## Between\n\n- **z**\n\n</div>\n\nEnd")
    assert page.index("<div class='a'>") < page.index("<h2") < page.index("<strong>z</strong>") < page.index("</div>")
    assert "<ul><li>*x* [y]</li></ul>" in page


def test_flat_html_has_no_blank_line() -> None:
    assert flat("\n<ul>\n\n  <li>a</li>\n \n</ul>\n") == "<ul>\n  <li>a</li>\n</ul>"


def test_a_reference_leads_to_the_source_of_the_page_and_says_what_it_is() -> None:
    body = body_of("See [the sheet](worksheet:plan), [it](exhibit:x), `[c](worksheet:d)`.", nowhere).text
    where = '<span class="ds-reference__where">(Worksheet\u00a05)</span>'
    assert f"[the sheet {where}](../worksheets/plan.md){{.ds-reference}}, it, `[c](worksheet:d)`" in body


def test_a_reference_that_says_its_number_is_not_told_twice() -> None:
    assert (
        body_of("[worksheet 5](worksheet:plan)", nowhere).text == "[worksheet 5](../worksheets/plan.md){.ds-reference}"
    )


def test_html_that_an_author_writes_is_shown_as_text() -> None:
    page = built(body_of("</div> <script>x</script> `<b>` <https://example.org> 1 < 2", nowhere).text)
    assert words(page) == "</div> <script>x</script> <b> https://example.org 1 < 2"
    assert "<script" not in page
    assert '<a href="https://example.org">' in page


def test_headings_of_a_text_begin_at_the_second_level() -> None:
    assert built(body_of("# One\n\n### Two", nowhere).text).count("<h2") == 1
    assert "<h4" in built(body_of("# One\n\n### Two", nowhere).text)


def test_sections_by_letter_are_found_and_say_their_letter() -> None:
    body = body_of("## What to *stop* {letter=A}\n\nText\n\n## Start {#go letter=B}\n", nowhere)
    assert body.sections == (Section("A", "What to stop", "what-to-stop"), Section("B", "Start", "go"))
    assert '<h2 id="go"><span class="ds-reading__letter">B</span> Start</h2>' in built(body.text)
