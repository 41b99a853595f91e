"""The page of a round, and the clock that the timekeeper of a table has on it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL, view_of
from rooms import opened, violations

from daysheet.builder import build_site
from daysheet.check import check
from daysheet.pages.compose import compose_site
from daysheet.pages.desk import PageDesk
from daysheet.pages.rounds import compose_rounds
from daysheet.project import Project

PROTOCOL = "rounds/look-at-one-anothers-work.html"
PHONE = (360, 740)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("rounds")
    shutil.copytree(SMALL, root / "project")
    project = Project(root / "project")
    build_site(compose_site(project, check(project.root), "participant"), project, "participant", root / "site")
    return root / "site"


def test_every_round_that_lasts_has_a_page_and_breaks_have_none(tmp_path: Path) -> None:
    agenda = "title: A\nrounds:\n  - title: One\n    minutes: 5\n  - break: 5\n"
    desk = PageDesk(view_of(tmp_path, {"data/agendas/a.yml": agenda}))
    assert [page.path for page in compose_rounds(desk)] == ["rounds/one.md"]


def test_the_page_of_a_round_tells_participants_nothing_that_is_for_facilitators(site: Path) -> None:
    pages = [path.read_text("utf-8") for path in (site / "rounds").glob("*.html")]
    assert len(pages) == 7
    assert not [text for text in pages if "canary" in text]


def told(page: Any) -> str:
    return " ".join(page.locator(".ds-keep").inner_text().split())


@pytest.mark.browser
def test_the_timekeeper_is_led_from_the_agenda_through_steps_and_turns(browser: Any, site: Path) -> None:
    page = opened(browser, f"{site.as_uri()}/agenda.html", PHONE, at="2026-03-08T12:00:00Z")
    page.get_by_role("link", name="I keep time: Look at one another’s work").click()
    page.get_by_role("button", name="I keep time").click()
    assert all(each in told(page) for each in ("2 minutes left", "Step 1 of 3, Turn 1 of 3", "Name the roles"))
    page.clock.run_for(100_000)
    assert "Finish your thought" in told(page)
    page.clock.run_for(30_000)
    assert all(each in told(page) for each in ("+0:1", "Time", "Name the roles"))
    page.get_by_role("button", name="Next").click()
    assert "Tell the story of the work" in told(page)
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(60_000)
    assert all(each in told(page) for each in ("5", "Paused"))
    page.get_by_role("button", name="One minute more").click()
    page.get_by_role("button", name="Go on").click()
    assert "6 minutes left" in told(page)
    for _ in range(2):
        page.get_by_role("button", name="Next").click()
    assert "Change places." in told(page)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    assert page.complaints == []


@pytest.mark.browser
def test_its_place_survives_a_reload_and_at_the_end_it_can_begin_again(browser: Any, site: Path) -> None:
    page = opened(browser, f"{site.as_uri()}/{PROTOCOL}", PHONE)
    page.get_by_role("button", name="I keep time").click()
    page.get_by_role("button", name="Next").click()
    page.reload()
    page.clock.run_for(600)
    assert "Step 2 of 3" in told(page)
    for _ in range(10):
        page.get_by_role("button", name="Next").click()
    assert page.get_by_text("All steps are done.").is_visible()
    page.get_by_role("button", name="From the beginning").click()
    assert "Step 1 of 3, Turn 1 of 3" in told(page)


@pytest.mark.browser
def test_axe_finds_nothing_while_the_clock_runs_light_and_dark(browser: Any, site: Path) -> None:
    for scheme in ("light", "dark"):
        page = opened(browser, f"{site.as_uri()}/{PROTOCOL}", PHONE, color_scheme=scheme)
        assert violations(page) == []
        page.get_by_role("button", name="I keep time").click()
        for seconds in (1, 100, 15, 10):
            page.clock.run_for(seconds * 1000)
            assert violations(page) == []


@pytest.mark.browser
def test_without_scripts_the_page_reads_well_and_has_no_clock(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{PROTOCOL}")
    assert page.get_by_text("Name the roles").is_visible()
    assert not page.get_by_role("button", name="I keep time").is_visible()
