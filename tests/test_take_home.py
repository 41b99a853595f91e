"""Taking it home: sent to oneself, as PDF, text and file, brought back on another device, erased and undone."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import page as validation
import pypdf
import pytest
from answering import Phone, build, phone, project_of
from conftest import view_of

from daysheet.pages.desk import PageDesk
from daysheet.pages.take_home import compose_take_home, known
from daysheet.site import Download

FILLED = ("plan", "first-steps", "where-we-stand", "without-names")
SHARE = """navigator.share = given => { globalThis.shared = given; return Promise.resolve() };"""
SHEET = "title: One\nblocks:\n  - prompt: What?\n  - sketch: 40 mm\n  - checklist:\n      items:\n        - A\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("home")
    return build(project_of(root / "project"), root / "site", FILLED)


def write(held: Phone) -> None:
    """Something on three sheets, one of them without a name."""
    shown = held.open("worksheets/plan")
    shown.get_by_label("What I will do first").fill("Ask Ann, Győr <b>bold</b>\nThen Ben")
    shown = held.open("worksheets/first-steps")
    shown.locator(".ds-rated").nth(0).get_by_role("radio", name="3", exact=True).check(force=True)
    shown.locator(".ds-chosen__item").nth(0).click()
    shown = held.open("worksheets/without-names")
    shown.get_by_label("What else?").fill("Unsigned")
    held.settled()


def told(shown: Any) -> str:
    return str(shown.locator("#ds-told").inner_text())


def saved(shown: Any, press: str) -> bytes:
    """The file that a press on a row makes."""
    with shown.expect_download() as waiting:
        shown.locator(f"[data-do={press}]").click()
    return Path(waiting.value.path()).read_bytes()


# ---- what the page knows


def test_a_session_without_worksheets_has_no_such_page(tmp_path: Path) -> None:
    assert compose_take_home(PageDesk(view_of(tmp_path, {}))) is None


def test_the_page_knows_what_each_sheet_asks_and_its_pdf_on_the_paper_of_the_day(tmp_path: Path) -> None:
    view = view_of(tmp_path, {"data/worksheets/one.yml": SHEET, "data/delivery.yml": "paper: letter\n"})
    pdfs = [
        Download(f"pdf/worksheets/one-fillable-{paper}.pdf", "worksheet", "one", "One", paper, 1, 9, "fillable")
        for paper in ("a4", "letter")
    ]
    standard = Download("pdf/worksheets/one-letter.pdf", "worksheet", "one", "One", "letter", 1, 9)
    desk = PageDesk(view, (standard, *pdfs))
    assert known(view.library.worksheets[0], desk) == {
        "id": "one",
        "number": 1,
        "title": "One",
        "address": "worksheets/one.html",
        "pdf": "pdf/worksheets/one-fillable-letter.pdf",
        "ids": ["one--what", "one--sketch", "one--sketch--drawn", "one--checklist--a"],
    }


# ---- on a phone


@pytest.mark.browser
def test_the_page_shows_everything_that_was_written_and_nothing_of_nothing(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        shown = held.open("take-home")
        assert shown.get_by_text("There is nothing of yours on this phone.").is_visible()
        assert shown.locator(".ds-act:visible").all_inner_texts() == [
            "Bring answers back\nFrom a file that you saved before"
        ]
        write(held)
        held.open("take-home")
        assert shown.get_by_text("3 worksheets, 4 answers").is_visible()
        assert "Ask Ann, Győr <b>bold</b>\nThen Ben" in shown.locator("#ds-written").inner_text()
        assert shown.locator("#ds-written b").count() == 0
        assert held.complaints == []


@pytest.mark.browser
def test_send_to_myself_opens_the_share_sheet_or_copies_everything(browser: Any, site: Path) -> None:
    with phone(browser, site, permissions=["clipboard-read", "clipboard-write"]) as held:
        write(held)
        shown = held.open("take-home")
        shown.get_by_role("button", name="Copy everything").click()
        shown.locator("#ds-told", has_text="Copied. Paste it into your mail or notes.").wait_for()
        text = shown.evaluate("navigator.clipboard.readText()")
        assert re.search(
            r"## Worksheet \d: A plan\n\n\*\*What I will do first\*\*\n\nAsk Ann, Győr <b>bold</b>\nThen Ben", text
        )
        assert "- Joint work: 3" in text
        held.context.add_init_script(SHARE)
        shown.reload()
        shown.get_by_role("button", name="Send to myself").click()
        assert shown.evaluate("shared.text") == text
        assert saved(shown, "text").decode() == text


@pytest.mark.browser
def test_answers_go_on_another_device_and_meet_what_stands_there(browser: Any, site: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    with phone(browser, site) as held:
        write(held)
        file.write_bytes(saved(held.open("take-home"), "file"))
        first = held.kept()
    with phone(browser, site) as held:
        shown = held.open("worksheets/plan")
        shown.get_by_label("What I will do first").fill("Written later, here")
        shown.get_by_label("Who will notice").fill("My team")
        held.settled()
        shown = held.open("take-home")
        shown.locator("input[type=file]").set_input_files(file)
        shown.get_by_text("Brought back: 3 worksheets, 4 answers.").wait_for()
        assert shown.get_by_text("Where both had an answer, the later one stands").is_visible()
        kept = held.kept()
        assert {**kept, "plan": {}} == {**first, "plan": {}}
        both = kept["plan"]["plan--what-i-will-do-first"]
        assert (both["v"], both["also"][0]["v"][:7]) == ("Written later, here", "Ask Ann")
        assert kept["plan"]["plan--who-will-notice"]["v"] == "My team"
        shown.get_by_role("button", name="Undo").click()
        assert list(held.kept()) == ["plan"]
        assert "also" not in held.kept()["plan"]["plan--what-i-will-do-first"]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            {"session": {"id": "other", "title": "Coaching <i>day</i>"}},
            "This file belongs to “Coaching <i>day</i>”. Nothing was changed.",
        ),
        ({"version": 99}, "This file is newer than this page. Reload with a connection, then try again."),
        ({"kind": "<html>"}, "This is no file of answers, or it is damaged. Nothing was changed."),
        ({"more": "x" * 8_000_000}, "This is no file of answers, or it is damaged. Nothing was changed."),
    ],
)
def test_a_file_that_cannot_be_taken_says_why_and_changes_nothing(
    browser: Any, site: Path, tmp_path: Path, change: dict[str, Any], says: str
) -> None:
    with phone(browser, site) as held:
        write(held)
        before = held.kept()
        shown = held.open("take-home")
        given = {**json.loads(saved(shown, "file")), **change}
        file = tmp_path / "file.json"
        file.write_text(json.dumps(given), "utf-8")
        shown.locator("input[type=file]").set_input_files(file)
        shown.get_by_text(says).first.wait_for(state="attached")
        assert told(shown) == says
        assert held.kept() == before


@pytest.mark.browser
def test_erasing_takes_one_tap_and_so_does_taking_it_back(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        write(held)
        before = held.kept()
        shown = held.open("take-home")
        shown.locator("[data-do=erase]").click()
        assert held.kept() == {}
        assert shown.get_by_text("Erased: 3 worksheets.").is_visible()
        assert shown.evaluate("document.activeElement.textContent") == "Undo, bring them back"
        shown.keyboard.press("Enter")
        assert held.kept() == before
        assert told(shown) == "Everything is back."
        assert shown.evaluate("document.activeElement.tagName") == "H1"
        shown.get_by_role("button", name="Erase this sheet: How we learn together").click()
        assert sorted(held.kept()) == ["first-steps", "plan"]


@pytest.mark.browser
def test_the_filled_sheets_are_made_on_the_phone_and_keep_to_pdf_ua(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        write(held)
        shown = held.open("worksheets/where-we-stand")
        shown.locator(".ds-stand__grid").click(position={"x": 40, "y": 40})
        shown.get_by_role("radio", name="Now Growing Some ask for it.").first.check(force=True)
        held.settled()
        shown = held.open("take-home")
        shown.get_by_text("4 sheets, made on this phone").wait_for()
        shown.locator("[data-do=pdf]").click()
        shown.locator(".ds-made__list a").nth(3).wait_for()
        found = {}
        for link in shown.locator(".ds-made__list a").all():
            with shown.expect_download() as waiting:
                link.click()
            content = Path(waiting.value.path()).read_bytes()
            assert validation.is_pdf_compliant_bytes(content, profile="ua1"), waiting.value.suggested_filename
            reader = pypdf.PdfReader(BytesIO(content))
            fields = reader.get_fields() or {}
            widgets = [each.get_object() for sheet in reader.pages for each in sheet.get("/Annots", [])]
            assert all(each["/MK"]["/CA"] in "4l" for each in widgets if each.get("/AS", "/Off") != "/Off")
            found |= {name: field["/V"] for name, field in fields.items() if field.get("/V") not in (None, "", "/Off")}
        assert found == {
            "plan--what-i-will-do-first": "Ask Ann, Győr <b>bold</b>\nThen Ben",
            "first-steps--rating--joint-work": "/3",
            "first-steps--rating--joint-work--chosen": "/on",
            "where-we-stand--mark--where-we-are--across": "1",
            "where-we-stand--mark--where-we-are--up": "5",
            "where-we-stand--rubric--who-asks--now": "/2",
            "without-names--what-else": "Unsigned",
        }
        assert {method for method, _ in held.asked} == {"GET"}
        assert held.complaints == []


@pytest.mark.browser
def test_where_the_pdf_cannot_be_made_it_says_so_and_nothing_is_lost(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        write(held)
        shown = held.open("take-home")
        held.context.set_offline(True)
        shown.locator("[data-do=pdf]").click()
        shown.get_by_text("The PDF could not be made.").first.wait_for(state="attached")
        assert told(shown).endswith("your answers are all still here.")
        assert shown.get_by_text("3 sheets, made on this phone").is_visible()


@pytest.mark.browser
def test_what_was_written_is_printed_without_the_buttons(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        write(held)
        shown = held.open("take-home")
        shown.emulate_media(media="print")
        assert shown.get_by_text("Unsigned").is_visible()
        assert not shown.locator("#ds-take-home").is_visible()


OWN = """{{ h(1, title) }}

<p data-progress="plan"></p>

<p><button type="button" data-send hidden></button></p>
"""


@pytest.mark.browser
def test_a_template_of_ones_own_says_how_far_a_sheet_is_and_offers_to_send(browser: Any, tmp_path: Path) -> None:
    build(
        project_of(tmp_path / "project", {"content/mine.md": "# Mine\n", "templates/pages/own.md": OWN}),
        tmp_path / "site",
    )
    with phone(browser, tmp_path / "site") as held:
        shown = held.open("mine")
        assert shown.locator("[data-progress]").inner_text() == "not begun"
        assert not shown.locator("[data-send]").is_visible()
        shown = held.open("worksheets/plan")
        shown.get_by_label("What I will do first").fill("Ask Ann")
        held.settled()
        shown = held.open("mine")
        assert shown.locator("[data-progress]").inner_text() == "1 of 2 answered"
        assert shown.get_by_role("button", name="Copy everything").is_visible()
