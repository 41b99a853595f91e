"""Markdown to HTML: what refers leads somewhere, what could do harm is shown as text."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from daysheet.prose import to_html, to_inline_html, to_text, with_own_ids


class Tags(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def resolve(kind: str, id: str) -> tuple[str, str]:
    return ("" if id == "nowhere" else f"{kind}s/{id}.html", {"worksheet": "Worksheet 5"}.get(kind, ""))


HOSTILE = [
    "<script>alert(1)</script>",
    "<b onclick=x>bold</b>",
    "<img src=x onerror=alert(1)>",
    "<style>*{}</style>",
    "<!-- hidden -->",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#9;script:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "![x](x.png){: onerror=alert(1) style='color:red' }",
    "{{ 7 * 7 }} {% raw %}",
    "[x]: javascript:alert(1)\n\n[x]",
    '[x](https://example.org "a\\" onmouseover=alert(1)")',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_acts_gets_through(text: str) -> None:
    for html in (to_html(text), to_inline_html(text)):
        for tag, attributes in Tags(html).found:
            assert tag in ("p", "a", "span", "img", "br"), html
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
            assert not re.match(
                r"\s*(javascript|data|vbscript):", re.sub(r"\s", "", attributes.get("href") or ""), re.I
            )


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>&\"'`*_[](){}!#:/\\ \n-+.abjs^|~1"), max_size=40) | st.text(max_size=30))
@example("<scr<script>ipt>")
@example("&#x110000; &#0; &nbsp; &amp;lt;script>")
def test_any_text_gives_html_without_harm_and_plain_words(text: str) -> None:
    html = to_html(text)
    assert "<script" not in html.lower()
    assert not [tag for tag, _ in Tags(html).found if tag in ("script", "style", "iframe", "object", "form")]
    assert isinstance(to_text(text), str)
    assert "\n" not in to_text(text)


def test_text_comes_back_as_its_words() -> None:
    assert to_text("*Joint* work, “[here](https://example.org)” & there, 2 < 3") == "Joint work, “here” & there, 2 < 3"
    assert to_text("Line one  \nline two") == "Line one line two"


def test_a_reference_leads_to_its_page_and_says_its_number() -> None:
    assert to_inline_html("See [the sheet](worksheet:plan).", resolve) == (
        'See <a class="ds-reference" href="worksheets/plan.html">the sheet'
        '<span class="ds-reference__where"> (Worksheet 5)</span></a>.'
    )


def test_a_reference_that_says_its_number_says_it_once() -> None:
    assert "ds-reference__where" not in to_inline_html("[Worksheet 5](worksheet:plan)", resolve)


def test_a_reference_without_an_address_is_words() -> None:
    assert to_inline_html("[it](worksheet:nowhere)", resolve).startswith("<span>it")


def test_a_reference_to_a_tenet_keeps_its_set() -> None:
    assert 'href="tenets/ten/joint-work.html"' in to_inline_html("[x](tenet:ten/joint-work)", resolve)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("1. Trust", "1. Trust"),
        ("# Trust", "# Trust"),
        ("+ What is strong", "+ What is strong"),
        ("- dash", "- dash"),
        ("> so", "&gt; so"),
        ("**bold** start", "<strong>bold</strong> start"),
        ("2018. What a year", "2018. What a year"),
    ],
)
def test_a_title_is_one_line_whatever_it_begins_with(text: str, html: str) -> None:
    assert to_inline_html(text) == html


def test_quotes_are_made_typographic() -> None:
    assert to_text("\"It's\" 5'") == "“It’s” 5’"


def levels(html: str) -> list[int]:
    return [int(each) for each in re.findall(r"<h([1-6])", html)]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=8), st.integers(1, 4))
def test_headings_begin_where_they_should_and_skip_no_level(written: list[int], top: int) -> None:
    found = levels(to_html("\n\n".join(f"{'#' * each} H" for each in written), heading_level=top))
    assert found[0] == top
    assert all(after - one <= 1 for one, after in itertools.pairwise(found))
    html = to_html("\n\n".join(f"{'#' * each} H" for each in written), heading_level=top)
    assert [int(each) for each in re.findall(r"</h([1-6])", html)] == found


def test_asides_questions_letters_tables_and_notes_are_understood() -> None:
    html = to_html(
        "## Stop {letter=A}\n\n/// aside | A case\nOne.\n///\n\n/// questions | Ask\nTwo?\n///\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nThree.[^1]\n\n[^1]: A note.\n"
    )
    tags = Tags(html).found
    assert ("aside", {"aria-label": "A case", "class": "ds-aside"}) in tags
    assert ("div", {"class": "ds-questions"}) in tags
    assert [attributes for tag, attributes in tags if tag == "h1"] == [{"data-letter": "A"}]
    assert {"table", "th", "td", "sup"} <= {tag for tag, _ in tags}


def test_ids_of_a_text_are_its_own() -> None:
    html = with_own_ids(to_html("A.[^1] [out](#part-b)\n\n[^1]: B."), "part-a")
    ids = [attributes["id"] for _, attributes in Tags(html).found if "id" in attributes]
    assert ids
    assert all(str(id).startswith("part-a--") for id in ids)
    links = [attributes["href"] for _, attributes in Tags(html).found if "href" in attributes]
    assert "#part-b" in links
    assert all(str(link)[1:] in [*ids, "part-b"] for link in links)
