"""The room screen in a browser: its whole run, countdown and keys, and that it can be read from the back row."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL
from rooms import BLOCKED, opened, violations, write_screens

pytestmark = pytest.mark.browser
WIDE, OLD = (1920, 1080), (1024, 768)
STATE = "document.body.dataset.state"
LAST = 49
"""The closing slide of the real session."""


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_screens(tmp_path_factory.mktemp("inside"), "facilitator").as_uri() + "/screen.html"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_screens(tmp_path_factory.mktemp("public"), "participant").as_uri() + "/screen.html"


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def said(page: Any, name: str) -> str:
    return str(page.locator(f".ds-room__{name}").inner_text())


MEASURED = """() => {
  const narrow = innerWidth / innerHeight <= 1.5;
  const u = Math.min(innerHeight / 100, innerWidth * (narrow ? 0.0066 : 0.005625));
  const find = (name) => document.querySelector(`.ds-room__${name}`);
  const walker = document.createTreeWalker(find("frame"), NodeFilter.SHOW_TEXT);
  const small = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const box = node.parentElement;
    if (!node.data.trim() || !box.checkVisibility() || box.closest("svg, .ds-room__said")) continue;
    const size = Number.parseFloat(getComputedStyle(box).fontSize) / u;
    if (size < (box.closest(".ds-room__step") ? 4.99 : 3.69)) small.push([node.data, size]);
  }
  const spills = (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
  const over = ["main", "clock"].filter((name) => spills(find(name)));
  const step = document.querySelector(".ds-room__step[aria-current]");
  const shown = step === null || step.checkVisibility();
  return { small, over, current: shown, title: find("title").textContent, kind: document.body.dataset.kind };
}"""


@pytest.mark.parametrize("size", [WIDE, OLD], ids=["16:9", "4:3"])
def test_the_whole_day_can_be_read_from_the_back_row(browser: Any, inside: str, size: tuple[int, int]) -> None:
    page = opened(browser, inside, size)
    seen = []
    for _ in range(LAST + 1):
        found = page.evaluate(MEASURED)
        assert (found["small"], found["over"], found["current"]) == ([], [], True), (found["title"], found["kind"])
        seen.append((found["kind"], found["title"]))
        page.keyboard.press("PageDown")
    assert seen[0][0] == "open"
    assert seen[-1] == ("close", "Leading together")
    assert [title for kind, title in seen if kind == "break"] == ["Break", "Lunch", "Break"]
    assert sum(kind == "between" for kind, _ in seen) == 1
    assert page.complaints == []


def test_the_countdown_changes_twice_then_says_that_it_is_time_and_never_goes_on_by_itself(
    browser: Any, inside: str
) -> None:
    page = opened(browser, inside)
    press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
    assert (said(page, "title"), said(page, "figure"), said(page, "words")) == (
        "Know yourself as a learner",
        "12",
        "minutes left",
    )
    told = []
    for seconds in (580, 108, 36):
        page.clock.run_for(seconds * 1000)
        told.append((page.evaluate(STATE), said(page, "words"), re.sub(r"\d:\d\d", "m:ss", said(page, "said"))))
    assert told == [
        ("soon", "Finish your thought", "m:ss left. Finish your thought."),
        ("close", "Bring it to a close", "m:ss left. Bring it to a close."),
        ("over", "Time", "Time."),
    ]
    assert re.fullmatch(r"0:\d\d", said(page, "figure"))
    page.clock.run_for(65_000)
    assert said(page, "words") == "Time"
    assert said(page, "title") == "Know yourself as a learner"
    assert page.locator(".ds-room__step[aria-current]").inner_text().startswith("1")


def test_it_pauses_goes_on_and_gives_a_minute_more(browser: Any, inside: str) -> None:
    page = opened(browser, inside)
    press(page, "ArrowRight", "ArrowUp", " ")
    assert said(page, "words") == "Paused"
    page.clock.run_for(600_000)
    assert said(page, "figure") == "4"
    press(page, " ")
    page.clock.run_for(61_000)
    assert (said(page, "figure"), said(page, "words")) == ("3", "minutes left")


def test_back_is_as_if_nobody_had_gone_on_also_with_the_keys_of_a_remote(browser: Any, inside: str) -> None:
    page = opened(browser, inside)
    press(page, "PageDown")
    page.clock.run_for(60_000)
    press(page, "PageDown", "PageUp")
    assert page.locator(".ds-room__step[aria-current]").inner_text().startswith("1")
    assert said(page, "figure") == "2"


def test_a_break_says_when_to_be_back_and_what_comes_then(browser: Any, inside: str) -> None:
    page = opened(browser, inside + "?now=10:30")
    press(page, *["Shift+ArrowRight"] * 5)
    assert (said(page, "at"), said(page, "time"), said(page, "figure")) == ("Back at", "10:45", "15")
    assert "How others work together" in said(page, "foot")
    page.clock.fast_forward(100 * 60_000)
    press(page, *["Shift+ArrowRight"] * 4)
    assert said(page, "time") == "13:00"
    assert "one floor down" in said(page, "foot")


def test_turns_are_counted_and_each_asks_its_own_question(browser: Any, inside: str) -> None:
    page = opened(browser, inside)
    press(page, *["Shift+ArrowRight"] * 12)
    assert (said(page, "turn"), said(page, "invitation")[:19]) == ("Turn 1 of 2", "What did they learn")
    press(page, *["ArrowRight"] * 3)
    assert (said(page, "invitation"), said(page, "foot")) == (
        "Go on to your second sign.",
        "Presenter stays, the others move.",
    )
    press(page, "ArrowRight")
    assert (said(page, "turn"), said(page, "invitation")[:15]) == ("Turn 2 of 2", "What would this")


def test_its_place_survives_a_reload_and_a_browser_that_keeps_nothing_is_no_worse_off(
    browser: Any, inside: str
) -> None:
    page = opened(browser, inside)
    press(page, "ArrowRight", "ArrowRight")
    page.clock.run_for(60_000)
    page.reload()
    page.clock.run_for(1_000)
    assert page.locator(".ds-room__step[aria-current]").inner_text().startswith("2")
    assert said(page, "figure") == "4"
    page = opened(browser, inside, script=BLOCKED)
    press(page, "ArrowRight", "ArrowRight", "d")
    assert page.locator(".ds-room__step[aria-current]").inner_text().startswith("2")
    assert page.complaints == []


def test_groups_letters_and_wifi_take_the_place_of_the_steps_for_those_inside(browser: Any, inside: str) -> None:
    page = opened(browser, inside)
    assert "Conference-Guest" in said(page, "beside")
    press(page, *["Shift+ArrowRight"] * 7, "g")
    assert "Count off from 1 to 16" in said(page, "beside")
    assert "continue (16)" in said(page, "beside")
    assert page.locator(".ds-room__step").count() == 0
    press(page, "w")
    assert "spring-learning-18" in said(page, "beside")
    assert page.locator(".ds-room__code title").text_content() == "Wifi"
    press(page, "w")
    assert page.locator(".ds-room__step").count() == 4


def test_the_public_screen_holds_nothing_that_is_for_those_inside(browser: Any, public: str) -> None:
    page = opened(browser, public)
    text = page.content()
    assert not [
        each for each in ("spring-learning", "Conference-Guest", "if_short", "watch_for", '"people":') if each in text
    ]
    press(page, "ArrowRight", "g", "w")
    assert said(page, "beside") == ""
    assert page.locator(".ds-room__step").count() == 3
    assert page.complaints == []


def test_roles_are_told_on_the_screen_of_everyone(browser: Any, public: str) -> None:
    page = opened(browser, public)
    press(page, *["Shift+ArrowRight"] * 12)
    assert "Moderator, Timekeeper, Presenter" in said(page, "foot")
    press(page, "r")
    assert "Shares out the 20 minutes fairly." in said(page, "beside")


def test_black_dark_help_and_controls(browser: Any, public: str) -> None:
    page = opened(browser, public)
    press(page, "b")
    assert page.locator(".ds-room__invitation").evaluate("box => getComputedStyle(box).visibility") == "hidden"
    press(page, ".", "d")
    assert page.evaluate("document.documentElement.dataset.palette") == "dark"
    assert page.get_by_role("button", name="Next").is_visible()
    press(page, "?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    press(page, "ArrowRight", "Escape")
    assert page.evaluate("document.body.dataset.kind") == "open"
    page.get_by_role("button", name="Next").click()
    assert said(page, "title") == "Welcome"
    page.get_by_role("button", name="Pause").click()
    assert page.get_by_role("button", name="Go on").is_visible()


def test_the_code_beside_the_sheet_leads_to_it(browser: Any, public: str, tmp_path: Path) -> None:
    zxing = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    page = opened(browser, public)
    press(page, *["Shift+ArrowRight"] * 2)
    for name, then in (("calm", 0), ("close", 700)):
        page.clock.run_for(then * 1000)
        page.screenshot(path=str(tmp_path / f"{name}.png"))
        codes = zxing.read_barcodes(image.open(tmp_path / f"{name}.png"))
        assert [each.text.lower() for each in codes] == ["https://example.org/day/w1.html"]


def test_axe_finds_nothing_on_any_kind_of_slide_light_and_dark(browser: Any, inside: str) -> None:
    page = opened(browser, inside)
    states: list[tuple[str, ...]] = [(), ("ArrowRight",), (" ",), (" ", "Shift+ArrowRight", "g"), ("g", "d"), ("?",)]
    for keys in states:
        press(page, *keys)
        assert violations(page) == [], keys
    press(page, "Escape")
    for seconds in (580, 120, 60):
        page.clock.run_for(seconds * 1000)
        assert violations(page) == [], page.evaluate(STATE)
    press(page, *["Shift+ArrowRight"] * 3)
    assert violations(page) == []


def test_without_scripts_the_screen_says_where_the_same_stands(browser: Any, public: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(public)
    assert page.get_by_role("link", name="Agenda").is_visible()


def test_of_tracks_side_by_side_the_screen_shows_the_one_that_is_asked_for(
    browser: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = write_screens(tmp_path_factory.mktemp("small"), "participant", SMALL)
    titles = []
    for query in ("", "?track=old-hands"):
        page = opened(browser, f"{folder.as_uri()}/screen.html{query}", at="2026-03-08T15:00:00Z")
        press(page, *["Shift+ArrowRight"] * 7)
        titles.append((said(page, "title"), said(page, "invitation")))
    assert titles == [("Activity", "A plan in pencil"), ("Gallery walk", "Stations")]
