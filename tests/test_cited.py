"""Citations within Markdown: what is cited, and where; nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daysheet.cited import as_links, citations_in, cited_ids, without
from daysheet.prose import to_html, to_text

LINKS = [
    ("It helps [@hattie-2015].", "It helps ([](source:hattie-2015))."),
    ("It helps [@a, p. 3; @b-2].", "It helps ([](source:a), p. 3; [](source:b-2))."),
    ("`[@code]` and [@z](https://example.org)", "`[@code]` and [@z](https://example.org)"),
    (r"\[@not] and ![@picture]", r"\[@not] and ![@picture]"),
    ("ask@example.org, or @ann", "ask@example.org, or @ann"),
]


@pytest.mark.parametrize(("text", "links"), LINKS)
def test_a_citation_stands_for_links_to_its_works(text: str, links: str) -> None:
    assert as_links(text) == links


def test_every_work_is_found_where_it_is_written() -> None:
    text = "One [@hattie-2015; @bryk-2010, p. 3] and `[@x]`."
    assert list(citations_in(text)) == [("hattie-2015", 6), ("bryk-2010", 20)]
    assert all(text[at:].startswith(id) for id, at in citations_in(text))


def test_a_link_to_a_work_cites_it_too() -> None:
    assert cited_ids("[He says so](source:hattie-2015), and more [@b].") == ["b", "hattie-2015"]


def test_a_title_keeps_no_citation() -> None:
    assert without("Growth [@hattie-2015]") == "Growth"
    assert to_text("Growth [@hattie-2015] at last") == "Growth at last"


@given(st.text(alphabet=st.sampled_from("ab @[];,`\\!().-\n"), max_size=40))
def test_no_text_makes_a_citation_of_what_is_none(text: str) -> None:
    ids = [id for id, _ in citations_in(text)]
    assert all(text[at : at + len(id)] == id for id, at in citations_in(text))
    assert (as_links(text) == text) == (not ids)


def test_b5_a_citation_says_author_and_date_and_leads_to_the_list() -> None:
    html = to_html("It helps [@hattie-2015, p. 3].", lambda kind, id: (f"sources.html#{id}", "Hattie, 2015"))
    assert html == '<p>It helps (<a class="ds-cite" href="sources.html#hattie-2015">Hattie, 2015</a>, p. 3).</p>'


def test_b5_on_paper_a_citation_is_plain() -> None:
    html = to_html("It helps [@hattie-2015].", lambda kind, id: ("", "Hattie, 2015"))
    assert html == '<p>It helps (<span class="ds-cite">Hattie, 2015</span>).</p>'
