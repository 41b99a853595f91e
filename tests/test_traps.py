"""The traps of prose: each is told where it stands, with the line as it should be."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from golden import CASES

from daysheet.load import FOLDERS
from daysheet.mend import mend_text
from daysheet.models.base import Record
from daysheet.problems import InvalidData, Place, Problem
from daysheet.reader import read_yaml
from daysheet.report import report_text
from daysheet.traps.shape import bracketed_prose, colon_made_key, cut_by_comma, mend_key, mend_value
from daysheet.traps.words import is_known

OURS = Path(__file__).parent.parent


def check(text: str) -> list[Problem]:
    try:
        read_yaml(text, "f.yml")
    except InvalidData as invalid:
        return list(invalid.problems)
    return []


def mended(text: str) -> object:
    """The data of a text after mending; the text must have needed it."""
    assert check(text)
    better, _, left = mend_text(text, check)
    assert not left
    return read_yaml(better, "f.yml").data


def one(text: str) -> Problem:
    (problem,) = check(text)
    return problem


def test_a_colon_in_prose_is_told_with_the_line_as_it_should_be() -> None:
    problem = one("title: Leading together: learning\n")
    assert problem.place == Place("f.yml", 1, 24, 1)
    assert problem.mend is not None
    assert problem.mend.lines == ('title: "Leading together: learning"',)


def test_all_traps_of_a_file_are_told_at_once() -> None:
    text = 'title: A: b\nquestion: "Who?" she asks\nnorms:\n  - Sheet #2 comes\n  - **Be** kind\n'
    assert [problem.place.line for problem in check(text)] == [1, 2, 4, 5]
    assert all(problem.mend for problem in check(text))


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("Look at this: it matters: much", "Look at this: it matters: much"),
        ("Look at the following:", "Look at the following:"),
        ("Worksheet #2 comes", "Worksheet #2 comes"),
        ("#hashtag", "#hashtag"),
        ("'tis the season", "'tis the season"),
        ("'Tis what we're after", "'Tis what we're after"),
        ('"Who waits?" she asks', '"Who waits?" she asks'),
        ("**bold** first", "**bold** first"),
        ("*why* this", "*why* this"),
        ("[text](address) follows", "[text](address) follows"),
        ("[ ] item", "[ ] item"),
        ("@name", "@name"),
        ("`code` first", "`code` first"),
        ("%d", "%d"),
        ("!now", "!now"),
        ("&co are", "&co are"),
        ("> said", "> said"),
        ("| said", "said"),
        ("? why", "? why"),
        ("- doubled", "doubled"),
        (", so", ", so"),
        ("}", "}"),
        ("“Leading: together”: so", "“Leading: together”: so"),
        ('"never closed', "never closed"),
        ("{{ name }}", "{{ name }}"),
        ("{{ name }} comes", "{{ name }} comes"),
        ("[never closed", "[never closed"),
        ('"C:\\files"', "C:\\files"),
    ],
)
def test_a_text_that_yaml_takes_for_something_else_is_mended_to_what_was_typed(item: str, text: str) -> None:
    assert mended(f"norms:\n  - first\n  - {item}\n  - last\n") == {"norms": ["first", text, "last"]}


@pytest.mark.parametrize("mark", ["•", "–", "—", "*", "●", "·", "1.", "2)"])
def test_bullets_of_a_word_processor_become_dashes(mark: str) -> None:
    assert mended(f"norms:\n  {mark} one\n  {mark} two: three\n") == {"norms": ["one", "two: three"]}


def test_a_missing_space_after_dash_or_colon_is_told() -> None:
    assert mended("title:Welcome\nnorms:\n  -one\n  -two\n") == {"title": "Welcome", "norms": ["one", "two"]}
    assert mended("title：Welcome\n") == {"title": "Welcome"}
    assert mended("title = Welcome\n") == {"title": "Welcome"}


def test_what_only_looks_like_a_missing_space_is_left_alone() -> None:
    assert check("note: see https://example.org:80/a\nat: 9:30\nword:\n  -3\nratio: 1:2\nsmile: ok:)\n") == []


@pytest.mark.parametrize("white", ["\t", "\u00a0\u00a0", "\u2003", " \t", "\u200b  "])
def test_indentation_that_is_no_space_is_mended(white: str) -> None:
    assert mended(f"norms:\n{white}- one\n{white}- two\n") == {"norms": ["one", "two"]}


def test_a_text_that_goes_on_too_far_left_is_moved_in() -> None:
    assert mended("title: One\nand two\nand: three: four\n") != {}
    assert mended("question: One\nand two\nlanguage: en\n") == {"question": "One and two", "language": "en"}


def test_a_list_in_several_columns_is_set_in_one() -> None:
    assert mended("norms:\n  - a\n   - b\n - c\n") == {"norms": ["a", "b", "c"]}


def test_a_key_in_a_wrong_column_is_set_beside_its_like() -> None:
    text = "blocks:\n  - prompt: a\n     space: 4 lines\n  - prompt: b\n   space: 3 lines\n"
    assert mended(text) == {"blocks": [{"prompt": "a", "space": "4 lines"}, {"prompt": "b", "space": "3 lines"}]}


def test_a_list_below_a_text_becomes_part_of_the_text() -> None:
    assert mended("prompt: Think of:\n  - a\n  - b\n") == {"prompt": "Think of:\n\n- a\n- b\n"}


def test_a_list_on_the_line_of_its_key_is_set_below_it() -> None:
    text = "outcomes: - a plan\n          - a partner: b\nnorms: - be kind\n"
    assert mended(text) == {"outcomes": ["a plan", {"a partner": "b"}], "norms": ["be kind"]}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("'Don't wait'", "Don't wait"),
        ('"Say "so" to all"', 'Say "so" to all'),
        ('"Who?" he asks. "Why?"', '"Who?" he asks. "Why?"'),
        ("'One' and 'two'", "'One' and 'two'"),
        ('"Worksheet" #2 comes', '"Worksheet" #2 comes'),
        ("'closed # with", "'closed # with"),
    ],
)
def test_marks_that_were_meant_to_quote_the_whole_are_told_from_those_of_the_text(typed: str, text: str) -> None:
    assert mended(f"title: {typed}\nlanguage: en\n") == {"title": text, "language": "en"}


def test_an_item_in_brackets_that_a_colon_made_a_key_is_set_in_quotes() -> None:
    problem = colon_made_key(read_yaml("a:\n  b: [What, Who: name]\n", "f.yml"), ("a", "b", 1))
    assert problem.mend is not None
    assert problem.mend.lines == ('  b: [What, "Who: name"]',)


def test_commas_and_colons_in_braces_are_mended_within_the_braces() -> None:
    text = "steps:\n  - {do: Tell, then listen, who: A}\n  - {do: Ask: why, who: B}\n"
    assert mended(text) == {"steps": [{"do": "Tell, then listen", "who": "A"}, {"do": "Ask: why", "who": "B"}]}


def test_blocks_are_passed_over() -> None:
    assert check("story: |\n  One: two #3\n  - [ ] x: y\n  \"open\n\n  'tis\nnext: >-\n  a: b: c\n") == []


def test_comments_quotes_and_brackets_that_are_well_are_left_alone() -> None:
    text = (
        "# one: two: three\ntitle: A day # a comment: here\nquoted: \"a: b #c\" # d\nsingle: 'it''s: x'\n"
        'list: [1, 2, \'a, b\']\nmap: {a: b, "c": [d, e]}\nlong: "one\n  two: three"\n'
        "flow: {\n  a: b,\n  c: d}\nwords: one\n  two\n  three\nauthors: [Hargreaves, Andy; O'Connor, M.]\n"
        "anchor: &a text\nalias: *a\ncompact:\n- a\n- b: c\n  d: e\n"
    )
    assert check(text) == []


def test_our_own_data_have_no_trap() -> None:
    for path in sorted((OURS / "data").rglob("*.yml")):
        assert check(path.read_text("utf-8")) == [], path


def test_every_key_of_the_models_is_known_to_the_traps() -> None:
    def kinds(model: type[Record]) -> set[type[Record]]:
        return {model}.union(*(kinds(each) for each in model.__subclasses__()))

    assert FOLDERS, "all models are imported"
    keys = {key for model in kinds(Record) for key in model.keys()}  # noqa: SIM118
    assert {key for key in keys if not is_known(key)} == set()


def test_text_is_told_where_a_colon_made_a_key() -> None:
    source = read_yaml("norms:\n  - Look at this: it matters\n  - b\n", "f.yml")
    problem = colon_made_key(source, ("norms", 0))
    assert problem.place == Place("f.yml", 2, 5, 13)
    assert problem.mend is not None
    assert problem.mend.lines == ('  - "Look at this: it matters"',)


def test_braces_where_text_is_wanted_are_set_in_quotes() -> None:
    problem = colon_made_key(read_yaml("title: {a: b} # c\n", "f.yml"), ("title",))
    assert problem.mend is not None
    assert problem.mend.lines == ('title: "{a: b}" # c',)


def test_a_bracketed_list_of_prose_is_set_one_item_a_line() -> None:
    source = read_yaml("a:\n  ask: [Who is here?, Who is not, and why?] # soon\n", "f.yml")
    problem = bracketed_prose(source, ("a", "ask"))
    assert problem.mend is not None
    assert problem.mend.lines == ("  ask: # soon", "    - Who is here?", "    - Who is not, and why?")


def test_one_text_in_brackets_keeps_them_as_text() -> None:
    problem = bracketed_prose(read_yaml("title: [Draft]\n", "f.yml"), ("title",), one=True)
    assert problem.mend is not None
    assert problem.mend.lines == ('title: "[Draft]"',)


def test_a_sentence_that_a_comma_cut_is_told_with_its_braces() -> None:
    source = read_yaml("steps:\n  - {do: Tell, then: listen}\n", "f.yml")
    problem = cut_by_comma(source, ("steps", 0))
    assert problem.place.line == 2
    assert problem.mend is not None


@pytest.mark.parametrize(
    ("line", "new", "better"),
    [
        ("a: old", "new", "a: new"),
        ("a: old # why", "new: text", 'a: "new: text" # why'),
        ('a: "old"', 'say "x"', 'a: say "x"'),
        ("b: {a: old, c: d}", "x, y", 'b: {a: "x, y", c: d}'),
    ],
)
def test_one_value_can_be_written_anew(line: str, new: str, better: str) -> None:
    source = read_yaml(line + "\n", "f.yml")
    keys = ("b", "a") if line.startswith("b") else ("a",)
    assert mend_value(source, keys, new).lines == (better,)


def test_one_key_can_be_written_anew() -> None:
    source = read_yaml("a:\n  - spce: 4 lines # x\n", "f.yml")
    mend = mend_key(source, ("a", 0, "spce"), "space")
    assert (mend.first, mend.last, mend.lines) == (2, 2, ("  - space: 4 lines # x",))


def test_nothing_that_is_typed_makes_the_reader_fail() -> None:
    marks = [
        ": ",
        "#3",
        " #",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        "*",
        "&",
        "|",
        ">",
        "\t",
        "\u00a0",
        "•",
        "\n",
        "\n- ",
        "😀",
    ]
    texts = [path.read_text("utf-8") for path in sorted((CASES / "teachers").rglob("*.yml"))]
    chance = random.Random(7)
    for _ in range(300):
        text = chance.choice(texts)
        for _ in range(3):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(marks) + text[at:]
        problems = check(text)
        assert report_text(problems, [], {"f.yml": text.split("\n")}) or not problems
        mend_text(text, check)
