"""The day while it is on, in a browser: the first page, one's place, the agenda, the line of the day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import checked

from daysheet.builder import build_site
from daysheet.pages.compose import compose_site
from daysheet.project import Project

AGENDA = """
title: The day
rounds:
  - title: Welcome
    minutes: 10
    kind: talk
    led_by: A. Host
    invitation: What will you do differently on Monday?
  - title: Read in parts
    minutes: 20
    kind: jigsaw
    groups: trios
    invitation: What do you hold?
    steps:
      - Read your part (12 min)
      - Tell the others (8 min)
    uses:
      - reading: parts
      - worksheet: plan
    letters: {A: one, B: two}
  - break: 15
  - title: Walk
    minutes: 10
    kind: gallery walk
    repeat:
      times: 3
      rotate: tables
      invitations:
        - The first question?
        - The second question?
        - The third question?
    slides: 4-7
  - title: Close
    minutes: 5
"""
DELIVERY = """
days:
  - {date: 2030-05-02, start: 9:00, end: 12:00}
timezone: Europe/Berlin
headcount: 48
private:
  wifi: {name: Guests, password: canary-secret}
"""
READING = "---\ntitle: Parts\n---\n\n## One {letter=A}\n\nFirst.\n\n## Two {letter=B}\n\nSecond.\n"
FILES = {
    "data/session.yml": "title: A day\nquestion: And now?\nfeedback: https://example.org/say\nslides: https://example.org/s.pdf\n",
    "data/delivery.yml": DELIVERY,
    "data/agendas/day.yml": AGENDA,
    "data/worksheets/plan.yml": "title: Plan\nblocks:\n  - prompt: One\n  - prompt: Two\n",
    "content/readings/parts.md": READING,
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("now")
    result = checked(root / "project", FILES)
    project, built = Project(root / "project"), {}
    for audience in ("participant", "facilitator"):
        site = compose_site(project, result, audience)
        build_site(site, project, audience, root / audience)
        built[audience] = root / audience
    return built


def opened(browser: Any, site: Path, page: str, width: int = 360, **settings: Any) -> Any:
    shown = browser.new_context(viewport={"width": width, "height": 740}, **settings).new_page()
    shown.said = []
    shown.on("console", lambda message: shown.said.append(message.text))
    shown.goto(f"{site.as_uri()}/{page}")
    return shown


def words(shown: Any, css: str) -> list[str]:
    return [" ".join(text.split()) for text in shown.locator(css).all_inner_texts()]


def test_the_first_page_says_what_is_on_what_to_do_and_what_comes(browser: Any, sites: dict[str, Path]) -> None:
    shown = opened(browser, sites["participant"], "index.html?now=2030-05-02T09:15")
    assert words(shown, "h1:visible") == ["Read in parts"]
    assert words(shown, ".ds-now__plan") == ["Now by the plan, until 9:30"]
    assert words(shown, ".ds-now__step") == ["Read your part 12 min", "Tell the others 8 min"]
    buttons = words(shown, ".ds-now__sheet")
    assert buttons == ["1 Read handout 1 Parts", "1 Fill in worksheet 1 not begun"]
    assert words(shown, ".ds-now .ds-rows__item:visible, .ds-now .ds-rows__link:visible") == [
        "9:30 Break, back at 9:45"
    ]
    assert shown.locator(".ds-day-line__part--on").count() == 1
    assert shown.said == []


def test_in_a_talk_the_invitation_stands_alone(browser: Any, sites: dict[str, Path]) -> None:
    shown = opened(browser, sites["participant"], "index.html?now=2030-05-02T09:05")
    assert words(shown, ".ds-now__alone") == ["What will you do differently on Monday?"]
    assert words(shown, ".ds-now__led") == ["Led by A. Host"]
    assert shown.locator(".ds-now__sheet, .ds-now__step").count() == 0


def test_one_looks_ahead_and_comes_back(browser: Any, sites: dict[str, Path]) -> None:
    shown = opened(browser, sites["participant"], "index.html?now=2030-05-02T09:15")
    shown.get_by_role("button", name="The round after").click()
    assert words(shown, "h1:visible") == ["Break, back at 9:45"]
    assert words(shown, ".ds-now__plan") == ["After"]
    assert shown.evaluate("document.activeElement.tagName") == "H1"
    shown.get_by_role("button", name="Back to now").click()
    assert words(shown, "h1:visible") == ["Read in parts"]


def test_a_turn_shows_its_own_question(browser: Any, sites: dict[str, Path]) -> None:
    for time, question in (
        ("09:46", "The first question?"),
        ("09:56", "The second question?"),
        ("10:14", "The third question?"),
    ):
        shown = opened(browser, sites["participant"], f"index.html?now=2030-05-02T{time}")
        assert words(shown, ".ds-now__ask") == [question]


def test_a_badge_tells_the_place_and_every_page_of_the_device_knows_it(browser: Any, sites: dict[str, Path]) -> None:
    shown = opened(browser, sites["participant"], "index.html?now=2030-05-02T09:15#table=8&letter=B")
    assert "table" not in shown.url
    assert words(shown, ".ds-mine .ds-unseen") == ["You are B, at table 8."]
    assert words(shown, ".ds-now__sheet")[0] == "1 Read handout 1, part B Parts"
    assert shown.locator(".ds-now__sheet").first.get_attribute("href") == "readings/parts.html#two"
    shown.goto(f"{sites['participant'].as_uri()}/index.html?now=2030-05-02T09:50")
    assert words(shown, ".ds-mine .ds-unseen") == ["You are B, at table 8. Next turn at table 1."]
    shown.get_by_role("button", name="This is not my place").click()
    shown.reload()
    assert shown.locator(".ds-mine").count() == 0


def test_before_the_day_the_page_is_as_it_was_written(browser: Any, sites: dict[str, Path]) -> None:
    shown = opened(browser, sites["participant"], "index.html?now=2030-05-02T07:00")
    assert words(shown, "h1:visible") == ["A day"]
    assert not shown.locator(".ds-now").is_visible()
    assert not shown.locator(".ds-day-line").is_visible()


def test_after_the_day_the_answers_are_taken_home_and_the_feedback_is_asked_for(
    browser: Any, sites: dict[str, Path]
) -> None:
    shown = opened(browser, sites["participant"], "index.html?now=2030-05-02T15:10")
    assert words(shown, "h1:visible") == ["The session is over"]
    assert shown.get_by_role("link", name="Send to myself").get_attribute("href") == "take-home.html"
    assert shown.get_by_role("link", name="Give feedback").first.get_attribute("href") == "https://example.org/say"
    assert "says 15:10, the session is over by then" in words(shown, ".ds-now__clock")[0]
    last = opened(browser, sites["participant"], "index.html?now=2030-05-02T10:16")
    assert last.get_by_role("link", name="Send to myself").is_visible()


def test_the_time_that_was_asked_for_holds_on_the_other_pages(browser: Any, sites: dict[str, Path]) -> None:
    shown = opened(browser, sites["participant"], "index.html?now=2030-05-02T09:15")
    shown.get_by_role("navigation", name="Places").get_by_role("link", name="Agenda").click()
    assert words(shown, ".ds-round--now .ds-round__title") == ["Read in parts"]
    shown.goto(f"{sites['participant'].as_uri()}/agenda.html?now=")
    assert shown.locator(".ds-round--now").count() == 0


def test_the_agenda_knows_what_is_over_what_is_on_and_what_comes_next(browser: Any, sites: dict[str, Path]) -> None:
    shown = opened(browser, sites["participant"], "agenda.html?now=2030-05-02T09:50", timezone_id="America/New_York")
    assert words(shown, ".ds-round--now")[0].startswith("9:45 Now, about 25 minutes left Walk")
    assert words(shown, ".ds-round--next")[0].startswith("10:15 Next Close")
    assert words(shown, "#ds--clock") == ["9:50 in Berlin · 3:50 where you are"]
    more = shown.get_by_role("button", name="2 earlier")
    assert words(shown, ".ds-round--past:visible .ds-round__title") == ["Break, back at 9:45"]
    more.click()
    assert len(words(shown, ".ds-round--past:visible .ds-round__title")) == 3
    assert shown.said == []


def test_the_wifi_is_told_inside_alone(browser: Any, sites: dict[str, Path]) -> None:
    inside = opened(browser, sites["facilitator"], "index.html?now=2030-05-02T09:15")
    assert "Guests · canary-secret" in " ".join(words(inside, ".ds-now .ds-rows"))
    public = b"".join(path.read_bytes() for path in sites["participant"].rglob("*") if path.is_file())
    assert b"canary-secret" not in public


def test_without_scripts_the_page_stands_as_it_was_written(browser: Any, sites: dict[str, Path]) -> None:
    shown = opened(browser, sites["participant"], "index.html", java_script_enabled=False)
    assert words(shown, "h1:visible") == ["A day"]
    assert shown.get_by_role("heading", name="The day at a glance").is_visible()
