"""D6: boxed cases, pull lines, pictures with captions and questions in a text."""

from __future__ import annotations

from daysheet.prose import to_html


def test_d6_a_case_stands_in_an_aside_with_its_title() -> None:
    html = to_html("/// aside | A *rescue*\nIn Lincoln.\n///\n")
    assert '<aside aria-label="A rescue" class="ds-aside">' in html
    assert '<p class="ds-aside__title">A <em>rescue</em></p>' in html
    assert "<p>In Lincoln.</p>" in html


def test_d6_questions_end_a_section() -> None:
    html = to_html("/// questions | To end with\n- Which comes next?\n///\n")
    assert '<div class="ds-questions">' in html
    assert "<li>Which comes next?</li>" in html


def test_a_pull_line_is_set_apart() -> None:
    assert '<div class="ds-pull">\n<p>Never moved.</p>\n</div>' in to_html("/// pull\nNever moved.\n///\n")


def test_a_picture_has_its_caption_below() -> None:
    html = to_html("/// figure | Four schools in a *ring*\n![A ring](pictures/ring.svg)\n///\n")
    assert html.index('alt="A ring"') < html.index('<p class="ds-figure__caption">Four schools in a <em>ring</em></p>')


def test_a_picture_may_go_without_a_caption() -> None:
    assert "caption" not in to_html("/// figure\n![A ring](pictures/ring.svg)\n///\n")
