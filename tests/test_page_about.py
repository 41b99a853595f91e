"""The page about the session and its people, and the people in short on the home page."""

from __future__ import annotations

from pathlib import Path

from conftest import view_of

from daysheet.pages.about import compose_about, people_in_short
from daysheet.pages.desk import PageDesk

LONG = "She leads the morning, with great care and with many years behind her. " + "She has done this and that. " * 8


def desk_of(root: Path, session: str, **files: str | bytes) -> PageDesk:
    return PageDesk(view_of(root, {"data/session.yml": session, **files}))


def test_d8_everything_that_is_written_of_a_person_stands_on_the_page(tmp_path: Path) -> None:
    session = (
        f"title: A day\nabout: What it is.\nhosts:\n  - name: Ann Other\n    about: {LONG}\n"
        "    link: https://example.org/ann\n    picture: pictures/ann.svg\n    picture_alt: Ann at a window\n  - Bo Nobody\n"
    )
    desk = desk_of(tmp_path, session, **{"content/pictures/ann.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"})
    page = compose_about(desk)
    assert page is not None
    for words in (
        "What it is.",
        LONG.strip(),
        "### Ann Other {#ann-other}",
        "### Bo Nobody",
        "https://example.org/ann",
    ):
        assert words in page.text
    assert '<img class="ds-person__picture" src="pictures/ann.svg" alt="Ann at a window">' in page.text


def test_the_home_page_gives_the_first_sentence_and_leads_to_the_rest(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, f"title: A day\nhosts:\n  - name: Ann Other\n    about: {LONG}\n  - Bo Nobody\n")
    [ann] = people_in_short(desk)
    assert ann["line"] == "She leads the morning, with great care and with many years behind her."
    assert ann["address"] == "about.html"


def test_names_alone_make_no_page(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, "title: A day\nhosts:\n  - Ann Other\n")
    assert compose_about(desk) is None
    assert people_in_short(desk) == []


def test_a_page_about_of_the_authors_own_stands_in_its_place(tmp_path: Path) -> None:
    session = "title: A day\nhosts:\n  - name: Ann Other\n    about: Leads.\n"
    desk = desk_of(tmp_path, session, **{"content/about.md": "# About us\n\nOurs.\n"})
    assert compose_about(desk) is None
    assert people_in_short(desk)[0]["address"] == ""
