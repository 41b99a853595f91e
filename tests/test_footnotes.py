"""Notes at the foot of the page that calls them."""

from __future__ import annotations

from daysheet.footnotes import at_the_foot
from daysheet.prose import to_html


def test_a_note_stands_where_it_is_called_first() -> None:
    html = at_the_foot(
        to_html("One.[^a] Two.[^b] One again.[^a]\n\n[^a]: Note *one*,\n    in two lines.\n[^b]: Two.\n")
    )
    assert html.strip() == (
        '<p>One.<span class="ds-footnote" data-note="1">Note <em>one</em>, in two lines.</span> '
        'Two.<span class="ds-footnote" data-note="2">Two.</span> One again.<sup>1</sup></p>'
    )


def test_a_note_of_two_paragraphs_keeps_them_apart() -> None:
    html = at_the_foot(to_html("One.[^a]\n\n[^a]: First.\n\n    Second.\n"))
    assert 'data-note="1">First.<br>Second.</span>' in html


def test_a_text_without_notes_stays_as_it_is() -> None:
    html = to_html("One.\n\n- two\n")
    assert at_the_foot(html) == html


def test_a_note_with_a_list_or_called_from_an_aside_or_a_table_stays_at_the_end() -> None:
    texts = [
        "One.[^a]\n\n[^a]: First.\n\n    - item\n",
        "One.\n\n/// aside\nA case.[^a]\n///\n\n[^a]: First.\n",
        "| One |\n|---|\n| two[^a] |\n\n[^a]: First.\n",
    ]
    for text in texts:
        html = to_html(text)
        assert 'class="footnote"' in html
        assert at_the_foot(html) == html


def test_what_follows_the_notes_is_kept() -> None:
    assert at_the_foot(to_html("One.[^a]\n\n[^a]: First.\n") + "<p>After</p>").endswith("<p>After</p>")
