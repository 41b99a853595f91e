from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.problems import Mend, Place, Problem, Remark
from daysheet.report import as_data, report_json, report_text, spot

LINE = "    spce: 4 lines"
FILE = "data/worksheets/learner-profile.yml"
KNOWN = Problem(Place(FILE, 9, 5, 4), "`spce` is not a key of a prompt; did you mean `space`?")


def sources(line: str, number: int = 9) -> dict[str, tuple[str, ...]]:
    return {FILE: ("",) * (number - 1) + (line,)}


def carets(line: str, column: int, length: int) -> tuple[str, str]:
    """The shown line and the carets below it."""
    lines = report_text([Problem(Place(FILE, 9, column, length), "Something")], [], sources(line)).split("\n")
    return lines[1], lines[2]


def test_a_problem_is_told_with_its_line_and_carets() -> None:
    second = Problem(Place(FILE, 30, 1), "Something else", "do something")
    assert report_text([second, KNOWN], [], sources(LINE)).split("\n") == [
        f"{FILE}:9:5  `spce` is not a key of a prompt; did you mean `space`?",
        "    9 |     spce: 4 lines",
        "            ^^^^",
        f"{FILE}:30:1  Something else",
        "    do something",
        "2 problems in 1 file. Nothing was written.",
    ]


def test_the_line_as_it_should_be_stands_below() -> None:
    mend = Mend(9, 9, ("    space: 4 lines", "    more"))
    text = report_text([Problem(KNOWN.place, KNOWN.sentence, "a hint", mend)], [], sources(LINE))
    assert text.split("\n")[3:6] == ["    should be:", "            space: 4 lines", "            more"]
    assert text.split("\n")[6] == "    a hint"


def test_nothing_found_is_nothing_told() -> None:
    assert report_text([], [], {}) == ""


def test_a_remark_is_softer() -> None:
    text = report_text([], [Remark(Place(FILE), "No address yet", "write one")], {})
    assert text == f"{FILE}  remark: No address yet\n    write one\n1 remark; nothing that stops the work"


def test_problems_in_several_files_are_counted() -> None:
    text = report_text([KNOWN, Problem(Place("data/a.yml"), "Something")], [], {})
    assert text.startswith("data/a.yml  Something\n")
    assert text.endswith("2 problems in 2 files. Nothing was written.")


def test_tabs_are_shown_as_spaces_and_the_carets_stay_below() -> None:
    assert carets("\tab", 2, 2) == ("    9 |     ab", "            ^^")


def test_wide_letters_take_two_columns() -> None:
    assert carets("日本: ab", 5, 2) == ("    9 | 日本: ab", "              ^^")
    assert carets("日本", 1, 2)[1] == "        ^^^^"


def test_combining_letters_take_none() -> None:
    assert carets("e\u0301a", 3, 1)[1] == "         ^"


def test_what_a_terminal_would_obey_is_not_shown() -> None:
    shown, _ = carets("a\x1b[31mred", 1, 1)
    assert "\x1b" not in shown
    assert "\u202e" not in carets("a\u202eb", 1, 1)[0]


def test_a_long_line_is_cut_so_that_the_span_is_in_sight() -> None:
    line = "x" * 400 + "HERE" + "y" * 400
    shown, below = carets(line, 401, 4)
    assert len(shown) < 120
    assert shown[below.index("^") : below.rindex("^") + 1] == "HERE"


def test_a_span_beyond_the_end_of_the_line_has_one_caret() -> None:
    assert carets("ab", 3, 5)[1] == "          ^"


def test_a_place_is_written_as_editors_follow_it() -> None:
    assert [spot(Place("a")), spot(Place("a", 2)), spot(Place("a", 2, 3))] == ["a", "a:2", "a:2:3"]


def test_the_json_holds_the_same() -> None:
    problem = Problem(KNOWN.place, KNOWN.sentence, "a hint", Mend(9, 9, ("    space: 4 lines",)))
    data = json.loads(report_json([problem], [Remark(Place(FILE), "No address yet")]))
    assert data["problems"] == [
        {
            "kind": "problem",
            "file": FILE,
            "line": 9,
            "column": 5,
            "length": 4,
            "sentence": KNOWN.sentence,
            "hint": "a hint",
            "should_be": {"first": 9, "last": 9, "lines": ["    space: 4 lines"]},
        }
    ]
    assert data["remarks"][0]["kind"] == "remark"
    assert data["remarks"][0]["should_be"] is None


ANY = st.text(max_size=30)
PLACES = st.builds(Place, st.just(FILE), st.integers(0, 12), st.integers(0, 50), st.integers(0, 60))
MENDS = st.none() | st.builds(lambda lines: Mend(1, 1, tuple(lines)), st.lists(ANY, max_size=3))


@given(st.lists(st.builds(Problem, PLACES, ANY, ANY, MENDS), max_size=4), st.lists(ANY, max_size=12))
@settings(max_examples=80, deadline=None)
def test_a_report_never_fails(problems: list[Problem], lines: list[str]) -> None:
    text = report_text(problems, [], {FILE: tuple(lines)})
    assert bool(text) == bool(problems)
    for problem in problems:
        assert as_data(problem)["line"] == problem.place.line
    assert json.loads(report_json(problems, []))["remarks"] == []
