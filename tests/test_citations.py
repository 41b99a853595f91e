"""Author and date in the text, one line each in the list."""

from __future__ import annotations

import pytest

from daysheet.citations import author_date, reference, sort_key
from daysheet.models.sources import Source


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
