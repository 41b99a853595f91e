"""Worksheets filled in on a phone: every kind of block, kept as one types, through reloads, builds, tabs and full phones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from answering import Phone, build, phone, project_of

from daysheet.offline.one_file import write_one_file

pytestmark = pytest.mark.browser

FULL = """const put = Storage.prototype.setItem;
Storage.prototype.setItem = function (...given) {
  if (globalThis.full) throw new DOMException("full", "QuotaExceededError");
  return put.apply(this, given);
};"""
BLOCKED = 'Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError") }})'
FIRST = "Saved on this phone and nowhere else. Some phones clear it after a week: take it home today."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("answers")
    return build(project_of(root / "project"), root / "site")


def line(shown: Any) -> str:
    return str(shown.locator(".ds-saved__words").inner_text())


def fill_everything(held: Phone) -> None:
    """One answer at least to every block of the sheet that has one of each kind."""
    shown = held.open("worksheets/everything")
    for at, field in enumerate(shown.locator(".ds-sheet textarea, .ds-sheet input[type=text]:visible").all()):
        field.fill(f"answer {at}")
    shown.get_by_role("checkbox", name="A lesson").check(force=True)
    shown.locator(".ds-drawing").scroll_into_view_if_needed()
    box = shown.locator(".ds-drawing").bounding_box()
    shown.mouse.move(box["x"] + 30, box["y"] + 30)
    shown.mouse.down()
    shown.mouse.move(box["x"] + 90, box["y"] + 120, steps=6)
    shown.mouse.up()
    held.settled()


def test_every_kind_of_block_is_kept_and_shown_again(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        fill_everything(held)
        before = held.kept()["everything"]
        shown = held.page
        written = shown.locator(".ds-sheet textarea, .ds-sheet input[type=text]:visible")
        texts = written.evaluate_all("all => all.map(each => each.value)")
        assert len(before) == len(texts) + 2
        shown.reload()
        assert written.evaluate_all("all => all.map(each => each.value)") == texts
        assert shown.get_by_role("checkbox", name="A lesson").is_checked()
        assert shown.locator(".ds-drawing path").count() == 1
        assert shown.get_by_text("12 of 12 answered").is_visible()
        assert held.kept()["everything"] == before
        assert held.complaints == []


def test_what_is_rated_marked_and_staged_is_kept_too(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        shown = held.open("worksheets/first-steps")
        for at in range(3):
            shown.locator(".ds-rated").nth(at).get_by_role("radio", name=str(at + 2), exact=True).check(force=True)
        shown.locator(".ds-chosen__item").nth(1).click()
        shown = held.open("worksheets/where-we-stand")
        grid = shown.locator(".ds-stand__grid")
        grid.click(position={"x": 40, "y": 40})
        shown.get_by_role("radio", name="Now Growing Some ask for it.").first.check(force=True)
        held.settled()
        kept = held.kept()
        assert kept["where-we-stand"]["where-we-stand--rubric--who-asks--now"]["s"] == "Growing"
        assert kept["where-we-stand"]["where-we-stand--mark--where-we-are--across"]["s"] == "1 of 6"
        shown.reload()
        assert "Where we are: Depth 1 of 6" in shown.locator(".ds-stand__state").first.inner_text()
        assert shown.locator(".ds-stand__put").count() == 1
        shown = held.open("worksheets/first-steps")
        assert shown.locator(".ds-rated__value").all_inner_texts() == ["2", "3", "4"]
        assert shown.locator(".ds-chosen__value").all_inner_texts() == ["2", "3", "4"]
        assert shown.locator(".ds-chosen__item").nth(1).get_by_role("checkbox").is_checked()


def test_a_second_tap_on_the_chosen_number_takes_it_away(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        shown = held.open("worksheets/first-steps")
        key = shown.locator(".ds-rated__mark").first
        key.tap()
        assert shown.locator(".ds-rated__value").first.inner_text() == "1"
        key.tap()
        held.settled()
        assert shown.locator(".ds-rated__value").first.inner_text() == ""
        assert held.kept()["first-steps"] == {}


def test_the_line_says_what_became_of_the_answer(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        shown = held.open("worksheets/plan")
        assert line(shown) == "What you write stays here"
        shown.get_by_label("What I will do first").fill("Ask Ann")
        held.settled()
        assert line(shown) == FIRST
        assert shown.locator("#ds-spoken").inner_text() == FIRST
        shown.reload()
        assert line(shown).startswith("Saved on this phone, ")
        held.context.set_offline(True)
        shown.evaluate("dispatchEvent(new Event('offline'))")
        assert line(shown) == "Offline, saved on this phone"


def test_a_computer_is_called_one(browser: Any, site: Path) -> None:
    with phone(browser, site, viewport={"width": 1280, "height": 800}, has_touch=False, is_mobile=False) as held:
        shown = held.open("worksheets/plan")
        shown.get_by_label("What I will do first").fill("Ask Ann")
        held.settled()
        assert line(shown).startswith("Saved on this computer and nowhere else. Some browsers")


def test_a_changed_question_keeps_its_answer_and_tells_the_earlier_wording(browser: Any, tmp_path: Path) -> None:
    project = project_of(tmp_path / "project")
    build(project, tmp_path / "site")
    with phone(browser, tmp_path / "site") as held:
        shown = held.open("worksheets/plan")
        shown.get_by_label("What I will do first").fill("Ask Ann")
        shown.get_by_label("Who will notice").fill("My team")
        held.settled()
        sheet = project.root / "data/worksheets/plan.yml"
        changed = sheet.read_text("utf-8").replace(
            "prompt: What I will do first", "prompt: My first step on Monday\n    id: what-i-will-do-first"
        )
        sheet.write_text(changed.replace("prompt: Who will notice", "prompt: Something else"), "utf-8")
        build(project, tmp_path / "site")
        held.open("worksheets/plan")
        first = shown.get_by_label("My first step on Monday")
        assert first.input_value() == "Ask Ann"
        assert shown.get_by_text("You answered an earlier wording: “What I will do first”").is_visible()
        assert "earlier wording" in shown.evaluate(
            "document.getElementById(document.querySelector('textarea').getAttribute('aria-describedby')).textContent"
        )
        first.fill("Ask Ben")
        held.settled()
        assert not shown.get_by_text("You answered an earlier wording").is_visible()
        held.open("take-home")
        assert shown.get_by_text("From an earlier version").is_visible()
        assert shown.get_by_text("My team").is_visible()


def test_a_full_phone_says_so_and_keeps_the_words_until_there_is_room(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        held.context.add_init_script(FULL)
        shown = held.open("worksheets/plan")
        shown.evaluate("globalThis.full = true")
        field = shown.get_by_label("What I will do first")
        field.fill("Ask Ann")
        held.settled()
        assert "This phone is full, so nothing new is being saved." in shown.get_by_role("alert").inner_text()
        assert line(shown) == "Not saved"
        assert shown.locator(".ds-unkept__words").all_inner_texts() == ["Not saved"]
        assert field.evaluate("each => getComputedStyle(each).borderTopWidth") == "2px"
        shown.evaluate("globalThis.full = false")
        shown.get_by_role("button", name="Try again").click()
        assert shown.get_by_role("alert").count() == 0
        assert held.kept()["plan"]["plan--what-i-will-do-first"]["v"] == "Ask Ann"


def test_a_window_without_storage_says_that_it_forgets(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        held.context.add_init_script(BLOCKED)
        shown = held.open("worksheets/plan")
        assert shown.get_by_text("This window forgets when it closes.").is_visible()
        shown.get_by_label("What I will do first").fill("Ask Ann")
        held.settled()
        assert line(shown) == "Kept only while this page is open"
        assert not shown.get_by_role("link", name="Take it home").first.is_visible()
        held.context.grant_permissions(["clipboard-read", "clipboard-write"])
        shown.get_by_role("button", name="Send to myself").click()
        shown.wait_for_function("navigator.clipboard.readText().then(text => text.includes('Ask Ann'))")
        assert held.complaints == []


def test_two_tabs_of_a_sheet_lose_nothing_of_each_other(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        one, other = held.page, held.tab()
        held.open("worksheets/plan", one)
        held.open("worksheets/plan", other)
        other.get_by_label("What I will do first").fill("Written there")
        held.settled()
        notice = one.get_by_text("This sheet is open in another tab. Last written there:")
        assert notice.is_visible()
        one.get_by_label("Who will notice").fill("Written here")
        one.get_by_label("What I will do first").fill("Written here too")
        held.settled()
        kept = held.kept()["plan"]["plan--what-i-will-do-first"]
        assert (kept["v"], [each["v"] for each in kept["also"]]) == ("Written here too", ["Written there"])
        assert one.get_by_text("You also wrote here: “Written there”").is_visible()
        other.get_by_role("button", name="Show that").click()
        assert other.get_by_label("Who will notice").input_value() == "Written here"
        assert not other.get_by_text("This sheet is open in another tab.").is_visible()
        one.bring_to_front()
        one.get_by_role("button", name="Remove this").click()
        assert "also" not in held.kept()["plan"]["plan--what-i-will-do-first"]


def test_statements_come_one_at_a_time_and_end_in_their_score(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        shown = held.open("worksheets/scored")
        shown.get_by_role("button", name="Begin, one statement at a time").press("Enter")
        assert shown.evaluate("document.activeElement.querySelector('legend').textContent") == "We say what we think"
        assert shown.get_by_role("button", name="Skip").is_visible()
        assert not shown.get_by_role("navigation", name="Places").is_visible()
        for choice in ("Often", "Often", "Sometimes", "Never"):
            shown.get_by_role("radio", name=choice, exact=True).press("Space")
            last = choice == "Never"
            shown.get_by_role("button", name="See all" if last else "Next statement").press("Enter")
        assert shown.locator(".ds-score__mean").inner_text() == "1.8"
        rows = shown.get_by_role("table").get_by_role("row").all_inner_texts()
        assert [" ".join(row.split()) for row in rows[1:3]] == [
            "We say what we think Often 3",
            "We hide what went wrong , said the other way round, so counted in reverse Often 1",
        ]
        assert shown.get_by_text("4 of 4 answered").is_visible()
        held.settled()
        shown.reload()
        assert shown.locator(".ds-score__mean").inner_text() == "1.8"


def test_closing_a_step_keeps_everything_and_goes_back_to_the_list(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        shown = held.open("worksheets/without-names")
        shown.get_by_role("button", name="Begin, one statement at a time").tap()
        shown.get_by_role("radio", name="Agree", exact=True).check(force=True)
        shown.get_by_role("button", name="Close").first.tap()
        assert shown.locator(".ds-steps-list__answer").all_inner_texts() == ["Agree", "not answered", "not answered"]
        assert shown.get_by_role("button", name="Go on with statement 2").is_visible()


def test_an_anonymous_sheet_is_erased_when_it_was_handed_on(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        shown = held.open("worksheets/without-names")
        shown.get_by_label("What else?").fill("Unsigned")
        held.settled()
        assert line(shown) == "Only on this phone" or line(shown) == FIRST
        assert not shown.get_by_role("link", name="Take it home").is_visible()
        shown.get_by_role("button", name="Erase").tap()
        assert held.kept() == {}
        assert shown.get_by_label("What else?").input_value() == ""
        assert shown.get_by_text("Handed on, and erased here.").is_visible()
        assert shown.evaluate("document.activeElement.textContent") == "Undo"
        shown.get_by_role("button", name="Undo").tap()
        assert shown.get_by_label("What else?").input_value() == "Unsigned"
        assert shown.evaluate("document.activeElement.tagName") == "H1"


def test_without_scripts_all_of_it_can_be_read_and_says_that_nothing_is_kept(browser: Any, site: Path) -> None:
    with phone(browser, site, java_script_enabled=False) as held:
        for path in ("worksheets/scored", "take-home"):
            shown = held.open(path)
            assert shown.locator(".ds-notice").is_visible()
            assert shown.locator(".ds-notice").inner_text().startswith("Scripts are off here.")
        shown = held.open("worksheets/scored")
        assert shown.get_by_text("We thank one another").is_visible()
        assert not shown.locator(".ds-saved").is_visible()


def test_the_right_keyboard_comes_up(browser: Any, tmp_path: Path) -> None:
    text = "title: Who\nblocks:\n  - fields:\n      - Your e-mail\n      - Phone\n      - Name\n"
    build(project_of(tmp_path / "project", {"data/worksheets/who.yml": text}), tmp_path / "site")
    with phone(browser, tmp_path / "site") as held:
        shown = held.open("worksheets/who")
        assert shown.locator(".ds-sheet input").evaluate_all("all => all.map(each => each.inputMode)") == [
            "email",
            "tel",
            "",
        ]


def test_a_sheet_opened_from_a_folder_is_kept_all_the_same(browser: Any, site: Path) -> None:
    shown = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    shown.goto((site / "worksheets/plan.html").as_uri())
    shown.get_by_label("What I will do first").fill("Ask Ann")
    shown.wait_for_timeout(600)
    shown.reload()
    assert shown.get_by_label("What I will do first").input_value() == "Ask Ann"


def test_the_session_in_one_file_keeps_and_shows_answers_too(browser: Any, tmp_path: Path) -> None:
    project = project_of(tmp_path / "project")
    site = build(project, tmp_path / "site")
    pages = ["index.html", "worksheets/plan.html", "worksheets/without-names.html", "take-home.html"]
    shown = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    shown.goto(f"{write_one_file(site, pages).as_uri()}#page--worksheets-plan")
    shown.get_by_label("What I will do first").fill("Ask Ann")
    shown.wait_for_timeout(600)
    shown.locator(".ds-saved").get_by_role("link", name="Take it home").click()
    assert shown.get_by_text("1 worksheet, 1 answer").is_visible()
    shown.goto(f"{shown.url.partition('#')[0]}#page--worksheets-without-names")
    assert shown.get_by_role("button", name="Erase", exact=True).count() == 1


def test_nothing_that_is_written_is_ever_sent(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        fill_everything(held)
        held.open("take-home")
        held.page.locator("[data-do=text]").click()
        held.settled()
        assert {method for method, _ in held.asked} == {"GET"}
        assert [url for _, url in held.asked if not url.startswith((held.base, "blob:", "data:"))] == []
        assert [url for _, url in held.asked if "answer" in url.rpartition("/")[2]] == []
