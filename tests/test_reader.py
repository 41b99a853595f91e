from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.problems import InvalidData, MachineFault, Place, Problem
from daysheet.quoting import quote
from daysheet.reader import Source, read_front_matter, read_yaml

TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


def read(text: str | bytes) -> Source:
    return read_yaml(text, "data/session.yml")


def refused(text: str | bytes) -> list[Problem]:
    with pytest.raises(InvalidData) as caught:
        read(text)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    "scalar", ["9:30", "no", "yes", "1.10", "007", "2018-03-22", "0x1f", "1e3", ".5", "12-18", "-3"]
)
def test_a_plain_scalar_comes_through_as_it_was_written(scalar: str) -> None:
    assert read(f"value: {scalar}\nitems:\n  - {scalar}\n").data == {"value": scalar, "items": [scalar]}


def test_a_block_is_folded_as_yaml_says() -> None:
    assert read("a: |\n  one\n  two\nb: >-\n  one\n  two\n").data == {"a": "one\ntwo\n", "b": "one two"}


def test_every_value_and_key_has_its_place() -> None:
    source = read("title: A day\nrounds:\n  - title: Welcome\n    minutes: 10\n")
    assert source.places[("title",)] == Place("data/session.yml", 1, 8, 5)
    assert source.places[("rounds", 0, "minutes")] == Place("data/session.yml", 4, 14, 2)
    assert source.keys[("rounds", 0, "minutes")] == Place("data/session.yml", 4, 5, 7)
    assert source.places[()] == Place("data/session.yml", 1, 1, 12)


def test_columns_count_letters_also_beyond_the_basic_plane() -> None:
    source = read('a: {"😀😀": "x😀", b: c}\n')
    assert source.places[("a", "b")] == Place("data/session.yml", 1, 20, 1)
    assert source.places[("a", "😀😀")] == Place("data/session.yml", 1, 11, 4)
    assert source.keys[("a", "😀😀")] == Place("data/session.yml", 1, 5, 4)


def test_every_value_has_its_style_and_last_line() -> None:
    source = read("a: text\nb: 'text'\nc: |\n  one\n  two\n\nd: {e: f}\ng:\n  - h\n  - i\n    j\n")
    styles = {keys: source.styles[keys] for keys in source.styles if len(keys) == 1}
    assert list(styles.values()) == ["plain", "quoted", "block", "flow", "sequence"]
    assert source.styles[()] == "mapping"
    assert [source.last_lines[(key,)] for key in "abcdg"] == [1, 2, 5, 7, 11]
    assert source.last_lines[()] == 11


def test_a_place_skips_what_the_source_does_not_hold() -> None:
    source = read("steps:\n  - Read (5 min)\n")
    assert source.place(("steps", "a step", 0, "do")) == Place("data/session.yml", 2, 5, 12)
    assert source.place(("nothing",)) == source.places[()]


def test_windows_line_ends_and_a_byte_order_mark_are_fine() -> None:
    source = read(b"\xef\xbb\xbftitle: A day\r\nquestion: What?\r\n")
    assert source.data == {"title": "A day", "question": "What?"}
    assert source.places[("question",)].line == 2
    assert source.lines == ("title: A day", "question: What?")


@given(TEXT, TEXT)
@settings(max_examples=60, deadline=None)
def test_any_text_as_a_quoted_scalar_comes_back_with_its_place(first: str, second: str) -> None:
    source = read(f"items:\n  - {quote(first)}\n  - {quote(second)}\n")
    assert source.data == {"items": [first, second]}
    assert source.places[("items", 1)] == Place("data/session.yml", 3, 5, len(quote(second)))


def test_a_key_that_stands_twice_is_told_with_both_places() -> None:
    (problem,) = refused("title: A\nquestion: B\ntitle: C\n")
    assert problem.place == Place("data/session.yml", 3, 1, 5)
    assert "line 1" in problem.sentence


@pytest.mark.parametrize("nothing", ["", " ~", " null", " # a comment", " []", " {}"])
def test_a_key_without_a_value_is_refused(nothing: str) -> None:
    (problem,) = refused(f"title:{nothing}\nquestion: What?\n")
    assert problem.sentence == "`title` has no value"


def test_an_empty_text_in_quotes_is_left_to_the_models() -> None:
    assert read('title: ""\n').data == {"title": ""}


@pytest.mark.parametrize("tag", ["!!python/object:os.system x", "!!str 5", "!mine x"])
def test_tags_are_refused(tag: str) -> None:
    assert len(refused(f"title: {tag}\n")) == 1


def test_aliases_are_set_in_where_they_stand_and_bounded() -> None:
    source = read("a: &a [one, two]\nb: *a\n")
    assert source.data["b"] == ["one", "two"]
    assert source.places[("b", 1)].line == 1
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for name, above in zip("bcdef", "abcde", strict=True):
        bomb += f"{name}: &{name} [{', '.join([f'*{above}'] * 9)}]\n"
    assert any("beyond all measure" in problem.sentence for problem in refused(bomb))


def test_more_aliases_than_a_record_needs_are_refused() -> None:
    many = "a: &a x\nb:\n" + "  - *a\n" * 101
    assert "beyond all measure" in refused(many)[0].sentence


def test_an_alias_within_what_it_names_is_refused() -> None:
    assert "`*a`" in refused("a: &a [*a]\n")[0].sentence


def test_deep_nesting_is_refused_before_it_costs_anything() -> None:
    (problem,) = refused("a: " + "[" * 100_000)
    assert "40 levels" in problem.sentence


def test_a_large_file_is_refused() -> None:
    assert "2 MB" in refused("a: " + "x" * 2_000_001)[0].sentence


@pytest.mark.parametrize("text", ["- a\n", "only text\n", '"quoted"\n'])
def test_a_record_begins_with_keys(text: str) -> None:
    assert "begins with keys" in refused(text)[0].sentence


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "---\n"])
def test_an_empty_file_is_told(text: str) -> None:
    (problem,) = refused(text)
    assert problem.place == Place("data/session.yml")
    assert problem.sentence == "This file is empty"


def test_a_first_line_of_dashes_is_fine_and_a_second_record_is_not() -> None:
    assert read("---\ntitle: A\n").data == {"title": "A"}
    assert refused("title: A\n---\ntitle: B\n")[0].place.line == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "latin-1"])
def test_what_is_no_utf8_is_told_with_what_to_do(encoding: str) -> None:
    text = "title: Journée\n".encode(encoding)
    data = b"\xff\xfe" + text if encoding == "utf-16-le" else text
    assert "UTF-8" in refused(data)[0].sentence
    assert "save" in refused(data)[0].hint.lower()


def test_a_key_that_is_no_text_is_refused() -> None:
    assert "plain text" in refused("? [a, b]\n: c\n")[0].sentence


def test_problems_of_the_data_are_told_all_at_once() -> None:
    problems = refused("a:\nb: !x y\nb: c\nd:\n  -\n")
    assert [problem.place.line for problem in problems] == [1, 2, 3, 5]


def test_front_matter_is_read_with_the_lines_of_the_whole_file() -> None:
    source, body, line = read_front_matter("---\ntitle: Growth\n---\n\nText.\nMore.\n", "r.md")
    assert source.data == {"title": "Growth"}
    assert source.places[("title",)] == Place("r.md", 2, 8, 6)
    assert source.lines[4] == "Text."
    assert (body, line) == ("\nText.\nMore.", 4)


@pytest.mark.parametrize("text", ["Text: only.\n", "", "---\n---\nText: only.\n"])
def test_markdown_without_front_matter_gives_empty_data(text: str) -> None:
    source, body, line = read_front_matter(text, "r.md")
    assert source.data == {}
    assert source.place(("title",)) == Place("r.md", 1, 1, source.places[()].length)
    assert text.split("\n")[line - 1 :][: len(body.split("\n"))] == body.split("\n")


def test_front_matter_that_is_never_closed_is_told_where_it_opens() -> None:
    with pytest.raises(InvalidData, match="never closed"):
        read_front_matter("---\ntitle: Growth\nText\n", "r.md")


def test_a_missing_c_library_is_a_fault_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")
    with pytest.raises(MachineFault, match="C library"):
        read("title: A\n")
