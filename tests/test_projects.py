"""Whole small sessions, made from end to end: a week of a course (D1, D8), and the smallest that makes sense."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page as checker
import pypdfium2
import pytest
from click.testing import CliRunner

from daysheet.cli import main

PROJECTS = Path(__file__).parent / "projects"
CANARIES = ("cck11-hosts-only", "canary-hosts", "quarter of an hour early", "Start the recording")
SEVEN = ("Los Angeles", "New York", "São Paulo", "London", "Moscow", "Beijing", "Sydney")


def build(name: str, folder: Path) -> Path:
    output = folder / name
    done = CliRunner().invoke(main, ["-C", str(PROJECTS / name), "all", "-q", "-o", str(output)])
    assert done.exit_code == 0, done.output
    return output


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("course-week", tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module")
def one_pager(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("one-pager", tmp_path_factory.mktemp("made"))


def text_of(pdf: Path) -> list[str]:
    """The text of each page, in reading order, with plain spaces."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    return [" ".join(page.split()) for page in pages]


def pdfs(output: Path) -> Iterator[Path]:
    yield from (path for path in sorted(output.rglob("*.pdf")) if not path.is_relative_to(output / "print"))


def manifest(output: Path) -> list[dict[str, Any]]:
    return list(json.loads((output / "manifest.json").read_text("utf-8")))


@pytest.mark.parametrize("name", ["course", "one_pager"])
def test_every_pdf_is_accessible(name: str, request: pytest.FixtureRequest) -> None:
    output: Path = request.getfixturevalue(name)
    found = list(pdfs(output))
    assert found
    for pdf in found:
        assert not problems_of(pdf), pdf.name


def problems_of(pdf: Path) -> list[str]:
    report = checker.validate_pdf(pdf, profile="ua1")
    return [each.message for each in report.failures]


def test_d1_the_agenda_tells_the_week_and_each_live_event(course: Path) -> None:
    page = (course / "site" / "agenda.html").read_text("utf-8")
    assert "17 to 24 January 2011, times of New York" in page
    assert page.count('<time datetime="2011-01-19T17:00:00Z" data-zone="America/New_York">') == 1
    assert page.count('<time datetime="2011-01-21T17:00:00Z"') == 1
    for city in SEVEN:
        assert page.count(f'ds-cities__name">{city}') == 2, city
    assert 'Beijing <b class="ds-cities__day">Thu</b>' in page
    assert 'href="https://meet.example.org/cck11"' in page
    assert 'href="calendar.ics"' in page
    assert 'href="http://www.itdl.org/Journal/Jan_05/article01.htm"' in page


def test_d1_in_print_every_city_has_its_own_day(course: Path) -> None:
    text = " ".join(text_of(course / "site" / "pdf" / "participant-a4.pdf"))
    for said in (
        "Los Angeles Wed 9:00 Fri 9:00",
        "Moscow Wed 20:00 Fri 20:00",
        "Beijing Thu 1:00 Sat 1:00",
        "Sydney Thu 4:00",
    ):
        assert said in text
    assert "itdl.org/Journal/Jan_05/article01.htm" in text
    assert "CCK11" in (course / "site" / "index.html").read_text("utf-8")


def test_d1_the_cover_has_the_dates_and_no_bar_of_the_day(course: Path) -> None:
    cover = text_of(course / "site" / "pdf" / "participant-a4.pdf")[0]
    assert "17 to 24 January 2011" in cover
    assert "Wed 19 Jan, 12:00" in cover
    assert "to scale" not in cover


def test_d8_the_hosts_are_told_of(course: Path) -> None:
    home = (course / "site" / "index.html").read_text("utf-8")
    for name in ("George Siemens", "Stephen Downes", "Khaled El Emam"):
        assert name in home
    about = (course / "site" / "about.html").read_text("utf-8")
    assert "Canada Research Chair in Electronic Health Information" in about


def test_what_is_private_is_nowhere_in_the_public_folder(course: Path) -> None:
    for path in sorted((course / "site").rglob("*")):
        content = b"" if path.is_dir() else path.read_bytes()
        if path.suffix == ".ics":
            content = content.replace(b"\r\n ", b"")
        words = " ".join(text_of(path)) if path.suffix == ".pdf" else content.decode("utf-8", "replace")
        assert not [each for each in CANARIES if each in words], path
    assert "canary-hosts" in (course / "facilitator" / "index.html").read_text("utf-8")


def test_the_run_of_show_of_a_week_names_the_days(course: Path) -> None:
    show = text_of(course / "facilitator" / "pdf" / "facilitator-a4.pdf")[0]
    assert "17 to 24 January" in show
    assert "Wed 12:00" in show
    assert "buffer" not in show


def test_the_smallest_session_is_one_sheet(one_pager: Path) -> None:
    assert {each["pages"] for each in manifest(one_pager) if each["path"].endswith(".pdf")} == {1}
    text = text_of(one_pager / "site" / "pdf" / "participant-a4.pdf")
    assert "Name" in text[0]
    assert "Whom I will tell" in text[0]


def test_the_smallest_session_has_a_page_for_its_sheet_and_no_clock(one_pager: Path) -> None:
    home = (one_pager / "site" / "index.html").read_text("utf-8")
    assert 'href="worksheets/one-thing.html"' in home
    assert ">Home<" in home
    assert not (one_pager / "site" / "calendar.ics").exists()
    assert not (one_pager / "site" / "agenda.html").exists()


def opened(browser: Any, page: Path, **options: Any) -> Any:
    shown = browser.new_context(viewport={"width": 360, "height": 740}, **options).new_page()
    shown.goto(page.as_uri())
    return shown


@pytest.mark.browser
def test_no_page_of_a_course_scrolls_sideways_on_a_phone(course: Path, browser: Any) -> None:
    for page in sorted((course / "site").glob("*.html")):
        if not page.stem[-1].isdigit() and page.stem != "404":
            shown = opened(browser, page)
            assert shown.evaluate("document.documentElement.scrollWidth") == 360, page.name
            shown.context.close()


@pytest.mark.browser
def test_a_live_event_is_told_in_the_time_of_the_reader(course: Path, browser: Any) -> None:
    shown = opened(browser, course / "site" / "agenda.html", timezone_id="Asia/Kolkata")
    lines = shown.locator(".ds-live__own:visible").all_inner_texts()
    assert lines == ["Where you are: Wednesday 19 January at 22:30", "Where you are: Friday 21 January at 22:30"]
    shown.context.close()


@pytest.mark.browser
def test_without_scripts_the_cities_stand_there_alone(course: Path, browser: Any) -> None:
    shown = opened(browser, course / "site" / "agenda.html", java_script_enabled=False)
    assert shown.locator(".ds-live__own:visible").count() == 0
    assert shown.locator(".ds-cities__city:visible").count() == 14
    shown.context.close()
