"""Cells of a typed table: from what people write to what is shown."""

from __future__ import annotations

import pytest

from daysheet.cells import Cell, cell_of, figure, file_path, number_of
from daysheet.models.exhibit import ExhibitColumn
from daysheet.models.session import Session
from daysheet.project import PACKAGE, Project
from daysheet.spoken import Spoken, speak


def spoken(language: str = "en") -> Spoken:
    return speak(Project(PACKAGE), Session(title="A day", language=language))


def column(type: str) -> ExhibitColumn:
    return ExhibitColumn.model_validate({"heading": "Column", "type": type})


def cell(type: str, text: str, size: int = 0) -> Cell:
    return cell_of(column(type), {"column": text}, spoken(), lambda path: size)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("84", 84.0),
        ("84 %", 84.0),
        ("84%", 84.0),
        ("1 200", 1200.0),
        ("1,200", 1200.0),
        ("1\u202f200\u202f000", 1200000.0),
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("-3", -3.0),
        ("−3", -3.0),
        ("about 40", None),
        ("", None),
        ("3 or 4", None),
        ("1.2.3", None),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: float | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("language", "shown"), [("en", ("84%", "12.5", "3000")), ("de", ("84\u00a0%", "12,5", "3000"))]
)
def test_figures_are_written_as_the_language_does(language: str, shown: tuple[str, str, str]) -> None:
    words = spoken(language)
    assert (figure(84, "per cent", words), figure(12.5, "number", words), figure(3000, "number", words)) == shown


def test_large_figures_have_thin_spaces_between_thousands() -> None:
    assert figure(1234567, "number", spoken()) == "1\u202f234\u202f567"


def test_nothing_is_shown_as_a_dash_where_a_figure_is_wanted() -> None:
    assert cell("number", "") == Cell("–")
    assert cell("text", "") == Cell("")


def test_an_address_alone_becomes_a_link_that_shows_it() -> None:
    assert cell("link", "https://example.org/a_b/") == Cell(r"[example.org/a\_b](https://example.org/a_b/)")


def test_a_link_with_words_says_its_address_for_paper() -> None:
    shown = cell("link", "[The plan](https://www.example.org/plan)")
    assert (shown.words, shown.address) == ("[The plan](https://www.example.org/plan)", "example.org/plan")


@pytest.mark.parametrize(("size", "said"), [(48_213, "PDF, 48\u00a0kB"), (1_240_000, "PDF, 1.2\u00a0MB"), (0, "PDF")])
def test_a_file_says_its_format_and_size(size: int, said: str) -> None:
    assert cell("file", "files/plan.pdf", size) == Cell("[plan.pdf](files/plan.pdf)", said)


def test_a_file_may_have_words_of_its_own() -> None:
    assert file_path("[The plan](files/plan.pdf)") == "files/plan.pdf"
    assert cell("file", "[The plan](files/plan.pdf)").words == "[The plan](files/plan.pdf)"
