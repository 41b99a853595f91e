"""Author and date in the text, one line each in the list."""

from __future__ import annotations

import pytest

from daysheet.citations import author_date, cited_by, reference, sort_key, with_letters
from daysheet.models.reading import Reading
from daysheet.models.sources import Source
from daysheet.models.tenets import TenetSet


def work(**fields: object) -> Source:
    return Source.model_validate({"title": "A title", **fields})


AUTHORS = [
    ("", "A title"),
    ("Hattie, John", "Hattie"),
    ("Hargreaves, Andy; O'Connor, Michael T.", "Hargreaves and O'Connor"),
    ("A, B; C, D; E, F", "A and others"),
    ("Ministry of Education", "Ministry of Education"),
]


@pytest.mark.parametrize(("authors", "said"), AUTHORS)
def test_a_work_is_cited_by_its_authors_and_year(authors: str, said: str) -> None:
    assert author_date(work(authors=authors, year="2018")) == f"{said}, 2018"
    assert author_date(work(authors=authors)) == said


REFERENCES = [
    ({"authors": "Hattie, J.", "year": "2015", "publisher": "Corwin"}, "Hattie, J. (2015). *A title*. Corwin."),
    ({"year": "2015"}, "(2015). *A title*."),
    ({"title": "Who waits?"}, "*Who waits?*"),
    (
        {"authors": "A, B", "container": "Journal", "pages": "1-2", "address": "https://example.org/x"},
        "A, B. A title. In *Journal*, pp. 1-2. https://example.org/x",
    ),
]


@pytest.mark.parametrize(("fields", "line"), REFERENCES)
def test_a_reference_is_one_line(fields: dict[str, object], line: str) -> None:
    assert reference(work(**fields)) == line


def test_the_list_goes_by_author_then_year() -> None:
    works = [
        work(authors="B, C", year="2001"),
        work(authors="b, a"),
        work(title="Zebra"),
        work(authors="B, C", year="1999"),
    ]
    ordered = sorted(works, key=sort_key)
    assert [each.year for each in ordered if each.authors == ("B, C",)] == ["1999", "2001"]
    assert ordered[-1].title == "Zebra"


def test_works_that_author_and_date_do_not_tell_apart_get_letters_by_title() -> None:
    works = {
        "two": work(authors="Hattie, John", year="2015", title="What works"),
        "one": work(authors="Hattie, John", year="2015", title="What does not"),
        "three": work(authors="Hattie, John", year="2014"),
        "four": work(title="Alone"),
        "five": work(title="alone"),
    }
    found = with_letters(works)
    assert [author_date(each) for each in found.values()] == [
        "Hattie, 2015b",
        "Hattie, 2015a",
        "Hattie, 2014",
        "Alone",
        "alone",
    ]
    assert list(found) == list(works)


def test_others_stand_for_those_who_are_not_named() -> None:
    dumont = work(authors="Dumont, Hanna; others", year="2012")
    assert author_date(dumont) == "Dumont and others, 2012"
    assert reference(dumont).startswith("Dumont, Hanna and others (2012).")


def test_a_record_cites_its_source_its_evidence_its_texts_and_the_exhibits_set_in_it() -> None:
    exhibit = Reading(id="grid", title="Stands in for an exhibit", source="five")
    cited = cited_by(
        TenetSet.model_validate(
            {
                "title": "T",
                "source": "one",
                "tenets": [
                    {"name": "A", "gist": "So [@two].", "evidence": [{"finding": "F", "source": "three"}]},
                    {"name": "B", "gist": "![Grid](exhibit:grid) and [he](source:four)"},
                ],
            }
        ),
        [exhibit],
    )
    assert cited == {"one", "two", "three", "four", "five"}
