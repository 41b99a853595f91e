"""The facilitator's console in a browser, opened from a folder: it steers the room screen, and brings a late day home in time."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from conftest import write_project
from rooms import BLOCKED, opened, violations, write_screens

pytestmark = pytest.mark.browser
TABLET = (1024, 768)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_screens(tmp_path_factory.mktemp("console"), "facilitator")


def console(browser: Any, folder: Path, query: str = "", **more: Any) -> Any:
    return opened(browser, f"{folder.as_uri()}/console.html{query}", more.pop("size", TABLET), **more)


def said(page: Any, name: str) -> str:
    return str(page.locator(f".ds-console__{name}").inner_text())


def act(page: Any, name: str, times: int = 1) -> None:
    for _ in range(times):
        page.locator(f"[data-act={name}]").first.evaluate("button => button.click()")


def until(page: Any, minutes: float) -> None:
    """Lets time go by."""
    page.clock.fast_forward(int(minutes * 60_000))
    page.clock.run_for(300)


def rows(page: Any) -> list[list[str]]:
    found = page.locator(".ds-console__rows tr").all_inner_texts()
    return [[each.strip() for each in row.split("\t")] for row in found]


def test_it_opens_the_screen_in_a_window_of_its_own_and_steers_it_from_a_folder(browser: Any, folder: Path) -> None:
    page = console(browser, folder)
    with page.context.expect_page() as opening:
        page.get_by_role("button", name="Open the room screen").click()
    screen = opening.value
    screen.wait_for_selector(".ds-room__title:has-text('Leading together')")
    page.get_by_role("button", name="Room screen is on").wait_for()
    page.get_by_role("button", name="Begin").click()
    screen.wait_for_selector(".ds-room__title:has-text('Welcome')")
    page.get_by_role("button", name="Pause").click()
    screen.wait_for_selector(".ds-room__words:has-text('Paused')")
    screen.keyboard.press("ArrowRight")
    page.wait_for_selector(".ds-console__where:has-text('step 2 of 3')")
    act(page, "groups")
    screen.wait_for_selector("body:not([data-side])")
    screen.close()
    page.clock.run_for(6_000)
    assert said(page, "screen") == "Open the room screen"
    assert page.complaints == []


def test_fifteen_minutes_late_after_the_gallery_walk_the_day_still_ends_in_time(browser: Any, folder: Path) -> None:
    page = console(browser, folder, "?now=9:00")
    act(page, "next")
    for minutes in (10, 30, 20, 30, 15, 30, 25, 35, 45, 30):
        until(page, minutes)
        act(page, "round_after")
    assert said(page, "title") == "Gallery walk"
    assert said(page, "drift") == "On time"
    until(page, 33)
    act(page, "round_after")
    assert (said(page, "title"), said(page, "drift"), said(page, "goal")) == (
        "The showcase",
        "15 minutes behind",
        "Break at 14:30 cannot be kept",
    )
    frame = said(page, "proposal")
    assert all(each in frame for each in ("5 minutes remain.", "Break to 14:35", "The day still ends at 15:30."))
    assert rows(page)[-1][1:] == ["15:25 15:15", "Close, ends 15:30", "15"]
    act(page, "take")
    assert said(page, "proposal") == ""
    assert [row[1:] for row in rows(page)[-3:]] == [
        ["14:35", "Break", "15"],
        ["14:50", "Back at your team", "25"],
        ["15:15", "Close, ends 15:30", "15"],
    ]
    for minutes in (32, 15, 25):
        until(page, minutes)
        act(page, "round_after")
    until(page, 15)
    act(page, "round_after")
    assert said(page, "title") == "The day is over"
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save the log").click()
    log = list(csv.reader(StringIO(Path(saving.value.path()).read_text("utf-8-sig"))))
    assert saving.value.suggested_filename == "session-log-2018-03-22.csv"
    assert log[12] == ["2018-03-22", "The showcase", "13:48", "14:03", "14:35", "42", "32", "32"]
    assert log[15][1:5] == ["Close", "15:10", "15:15", "15:30"]
    assert log[16][1] == "A change was taken"


def late(browser: Any, folder: Path, **more: Any) -> Any:
    """Nine minutes late into `Deepening collaboration`."""
    page = console(browser, folder, "?now=11:46", **more)
    act(page, "round_after", 8)
    return page


def test_a_proposal_says_what_it_gains_is_taken_with_one_tap_and_undone_with_another(
    browser: Any, folder: Path
) -> None:
    page = late(browser, folder)
    assert (said(page, "drift"), said(page, "goal")) == ("6 minutes behind", "Lunch at 12:15 can be kept")
    assert page.get_by_role("heading", name="Shorten this one, and lunch stays at 12:15.").is_visible()
    on = rows(page)[7]
    assert (on[0], on[2], on[3]) == ("11:40", "Deepening collaboration", "35 29")
    assert rows(page)[8][1:3] == ["12:21 12:15", "Lunch, held"]
    act(page, "take")
    assert (said(page, "drift"), said(page, "proposal"), said(page, "ends")) == ("On time", "", "ends 12:15")
    page.get_by_role("button", name="Undo: as before 11:46").click()
    assert said(page, "drift") == "6 minutes behind"
    assert said(page, "proposal") != ""
    assert page.get_by_role("button", name="No change to undo").is_disabled()


def test_not_now_is_heard_until_something_changes(browser: Any, folder: Path) -> None:
    page = late(browser, folder)
    page.get_by_role("button", name="Not now").click()
    page.clock.run_for(2_000)
    assert said(page, "proposal") == ""
    assert rows(page)[8][1] == "12:21"
    act(page, "minute_more", 2)
    page.clock.run_for(1_000)
    assert said(page, "proposal") != ""


def test_what_nothing_can_keep_is_said_with_what_would_move(browser: Any, folder: Path) -> None:
    page = console(browser, folder, "?now=12:00")
    act(page, "round_after", 8)
    frame = said(page, "proposal")
    assert "Lunch cannot be kept at 12:15. 12 minutes remain." in frame
    assert "Lunch to 12:27" in frame
    page.get_by_role("button", name="Shorten, and let it move").click()
    assert said(page, "proposal") == ""
    assert rows(page)[8][1:3] == ["12:27", "Lunch"]


def test_ahead_of_the_plan_it_offers_what_there_is_time_for(browser: Any, folder: Path) -> None:
    page = console(browser, folder, "?now=9:04")
    act(page, "round_after", 2)
    assert said(page, "drift") == "6 minutes ahead"
    assert "Ask each group for one condition that money cannot buy." in said(page, "proposal")


def test_before_the_day_it_says_when_it_begins_and_when_that_has_gone_by(browser: Any, folder: Path) -> None:
    page = console(browser, folder, "?now=8:55")
    assert (said(page, "drift"), said(page, "ends"), said(page, "clock")) == ("Not begun", "begins 9:00", "8:55")
    until(page, 9)
    assert said(page, "drift") == "4 minutes behind"


def test_what_to_say_and_do_stands_there_and_what_passes_through_the_hands(browser: Any, folder: Path) -> None:
    page = console(browser, folder)
    act(page, "next")
    notes = said(page, "notes")
    assert all(each in notes for each in ("Today starts with you", "Name the exits", "saves 3 min", "pens"))


def test_who_is_here_gives_the_groups_to_count_off(browser: Any, folder: Path) -> None:
    page = console(browser, folder)
    act(page, "round_after", 8)
    act(page, "back")
    page.get_by_role("button", name="48 here").click()
    page.get_by_label("People").fill("43")
    groups = said(page, "groups")
    assert "Count off from 1 to 14" in groups
    assert "13 groups of 3, 1 group of 4" in groups
    page.get_by_role("button", name="Close").click()
    assert page.get_by_role("button", name="43 here").is_visible()


def test_the_round_that_is_too_long_says_by_how_much_and_waits(browser: Any, folder: Path) -> None:
    page = console(browser, folder)
    act(page, "next")
    until(page, 4)
    assert said(page, "step").startswith("this step is over by 1:0")
    assert said(page, "where") == "Now, step 1 of 3"


def test_a_reload_and_a_blocked_store_lose_nothing_that_matters(browser: Any, folder: Path) -> None:
    page = late(browser, folder)
    act(page, "take")
    page.reload()
    assert (said(page, "title"), said(page, "drift")) == ("Deepening collaboration", "On time")
    page = late(browser, folder, script=BLOCKED)
    act(page, "take")
    assert said(page, "drift") == "On time"
    assert page.complaints == []


def test_the_day_can_begin_anew_and_be_brought_back(browser: Any, folder: Path) -> None:
    page = late(browser, folder)
    act(page, "anew")
    assert said(page, "where") == "Not begun"
    act(page, "anew")
    assert said(page, "title") == "Deepening collaboration"


def test_keys_steer_it_and_writing_a_number_does_not(browser: Any, folder: Path) -> None:
    page = console(browser, folder)
    page.keyboard.press("PageDown")
    assert said(page, "where") == "Now, step 1 of 3"
    page.keyboard.press(" ")
    assert page.get_by_role("button", name="Go on").is_visible()
    act(page, "people")
    page.get_by_label("People").press("ArrowLeft")
    page.keyboard.press("Escape")
    assert said(page, "where") == "Now, step 1 of 3"


def test_on_a_phone_it_is_one_column_with_the_run_of_show_behind_a_tab(browser: Any, folder: Path) -> None:
    page = late(browser, folder, size=(390, 844))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not page.locator(".ds-console__rows").is_visible()
    page.get_by_role("button", name="Run of show").click()
    assert page.locator(".ds-console__rows").is_visible()
    assert not page.locator(".ds-console__title").is_visible()


def test_axe_finds_nothing_in_any_state_light_and_dark(browser: Any, folder: Path) -> None:
    page = console(browser, folder)
    assert violations(page) == []
    for scheme in ("light", "dark"):
        page = late(browser, folder, color_scheme=scheme)
        assert violations(page) == []
        act(page, "take")
        act(page, "people")
        assert violations(page) == []


def test_only_those_inside_have_a_console(tmp_path: Path) -> None:
    public = write_screens(tmp_path, "participant")
    assert not [path.name for path in public.rglob("*console*")]


def test_from_an_address_it_steers_the_screen_as_well_and_the_policy_holds(browser: Any, folder: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    told: list[str] = []
    context.on("console", lambda said: told.append(said.text) if said.type in ("error", "warning") else None)
    context.route("**/*", lambda route: route.fulfill(path=folder / route.request.url.split("/", 3)[3].split("?")[0]))
    page = context.new_page()
    page.goto("http://day.test/console.html?now=9:00")
    with context.expect_page() as opening:
        page.get_by_role("button", name="Open the room screen").click()
    screen = opening.value
    page.get_by_role("button", name="Room screen is on").wait_for()
    page.get_by_role("button", name="Begin").click()
    screen.wait_for_selector(".ds-room__title:has-text('Welcome')")
    page.reload()
    page.get_by_role("button", name="Next step").click()
    screen.wait_for_selector(".ds-room__step[aria-current]:has-text('Hear the question')")
    screen.keyboard.press("s")
    assert screen.locator(".ds-room__said").inner_text() == "Sound is on"
    assert told == []


PACED = """title: A
rounds:
  - title: First
    steps:
      - Look (4-8 min)
      - Talk
  - break: 10
  - title: Second
    minutes: 5
"""


def test_a_session_without_clock_times_runs_too_and_nothing_is_late(browser: Any, tmp_path: Path) -> None:
    write_project(tmp_path / "project", {"data/agendas/a.yml": PACED})
    page = console(browser, write_screens(tmp_path / "site", "facilitator", tmp_path / "project"))
    titles = []
    for _ in range(6):
        titles.append((said(page, "title"), said(page, "drift"), said(page, "proposal")))
        until(page, 20)
        act(page, "next")
    assert titles == [
        ("First", "Not begun", ""),
        ("First", "", ""),
        ("First", "", ""),
        ("Break", "", ""),
        ("Second", "", ""),
        ("The day is over", "The day is over", ""),
    ]
    assert page.complaints == []
