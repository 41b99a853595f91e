from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.quoting import is_plain, plain_or_quoted, quote
from daysheet.reader import read_yaml

LINE = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Look: here", '"Look: here"'),
        ('"Who waits?" she asks', "'\"Who waits?\" she asks'"),
        ("it's", '"it\'s"'),
        ('"It\'s mine"', '"\\"It\'s mine\\""'),
        ("C:\\files", "'C:\\files'"),
        ("one\ttwo", '"one\\ttwo"'),
    ],
)
def test_a_text_stands_in_double_quotes_or_in_single_ones_where_it_holds_double(text: str, quoted: str) -> None:
    assert quote(text) == quoted


@given(LINE)
@settings(max_examples=80, deadline=None)
def test_any_line_of_text_comes_back_from_its_quotes(text: str) -> None:
    assert read_yaml(f"a: {quote(text)}\n", "f.yml").data == {"a": text}
    assert "\n" not in quote(text)


@given(LINE, st.booleans())
@settings(max_examples=80, deadline=None)
def test_what_is_called_plain_is_read_as_written(text: str, in_flow: bool) -> None:
    written = plain_or_quoted(text, in_flow)
    document = f"a: [{written}, z]\n" if in_flow else f"a:\n  - {written}\n  - z\n"
    assert read_yaml(document, "f.yml").data == {"a": [text, "z"]}


def test_a_question_mark_before_a_word_is_quoted_in_brackets_alone() -> None:
    assert not is_plain("?0", in_flow=True)
    assert is_plain("?0")


@pytest.mark.parametrize("text", ["a: b", "a #b", "- a", "*a", "'a", "~", "", " a", "a:", "[a", "@a", "? a"])
def test_what_yaml_takes_for_something_else_is_not_plain(text: str) -> None:
    assert not is_plain(text)
