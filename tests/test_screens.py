"""Pages in a browser: tenets that open in place, marks that begin as not placed, a limit that is kept, a page that is missing."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import checked
from test_scored_sheets import MARKS

from daysheet.builder import build_site
from daysheet.pages.compose import compose_site
from daysheet.project import Project

TENETS = "title: T\ntenets:\n  - name: One\n    gist: The first.\n    ask: [Why?]\n  - name: Two\n    ask: [How?]\n"
RATING = "title: R\nblocks:\n  - rating:\n      items: [One, Two, Three]\n      choose: 1-2\n"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("screens")
    shutil.copytree(MARKS, root / "project")
    files = {"data/tenets/t.yml": TENETS, "data/worksheets/rating.yml": RATING}
    project, result = Project(root / "project"), checked(root / "project", files)
    build_site(compose_site(project, result, "participant"), project, "participant", root / "site")
    return root / "site"


def opened(browser: Any, site: Path, name: str, scripts: bool = True) -> Any:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    shown = context.new_page()
    shown.goto(f"{site.as_uri()}/{name}")
    return shown


def test_tenets_fold_but_for_the_one_that_is_named(browser: Any, site: Path) -> None:
    shown = opened(browser, site, "tenets/t.html#two")
    assert shown.get_by_text("The first.").is_visible()
    assert [shown.get_by_text(each).is_visible() for each in ("Why?", "How?")] == [False, True]
    shown.get_by_role("heading", name="One").click(force=True)
    assert shown.get_by_text("Why?").is_visible()


def test_without_scripts_every_tenet_stands_open(browser: Any, site: Path) -> None:
    shown = opened(browser, site, "tenets/t.html", scripts=False)
    assert [shown.get_by_text(each).is_visible() for each in ("Why?", "How?")] == [True, True]


def test_a_mark_is_not_placed_until_both_its_sides_are_set(browser: Any, site: Path) -> None:
    shown = opened(browser, site, "worksheets/where-we-stand.html")
    first = shown.get_by_role("group", name="Where we are")
    sliders = first.get_by_role("slider")
    assert sliders.evaluate_all("all => all.map(each => each.ariaValueText)") == ["Not placed yet", "Not placed yet"]
    sliders.first.press("ArrowRight")
    assert first.get_by_role("status").inner_text() == "Not placed yet"
    assert shown.locator(".ds-stand__put").count() == 0
    sliders.last.press("Enter")
    assert "4 of 6" in first.get_by_role("status").inner_text()
    assert shown.locator(".ds-stand__put").count() == 1


def test_two_taps_place_both_marks_and_the_arrow_and_clear_takes_one_away(browser: Any, site: Path) -> None:
    shown = opened(browser, site, "worksheets/where-we-stand.html")
    grid = shown.locator(".ds-stand__grid")
    for part in (0.2, 0.8):
        box = grid.bounding_box()
        grid.click(position={"x": box["width"] * part, "y": box["height"] * (1 - part)})
    assert [shown.locator(f".ds-stand__put--{each}").count() for each in (1, 2)] == [1, 1]
    assert shown.locator("line.ds-stand__arrow").count() == 1
    assert shown.evaluate("document.documentElement.scrollWidth") == 360
    shown.get_by_role("button", name="Where we are", exact=True).click()
    shown.get_by_role("button", name="Clear: Where we are").click()
    assert [shown.locator(f".ds-stand__put--{each}").count() for each in (1, 2)] == [0, 1]
    assert shown.locator(".ds-stand__arrow").count() == 0


def test_at_the_limit_the_other_boxes_keep_still_and_say_why(browser: Any, site: Path) -> None:
    shown = opened(browser, site, "worksheets/rating.html")
    boxes = shown.get_by_role("checkbox")
    boxes.nth(0).check()
    boxes.nth(1).check()
    boxes.nth(2).click(force=True)
    assert [boxes.nth(each).is_checked() for each in range(3)] == [True, True, False]
    assert boxes.nth(2).get_attribute("aria-disabled") == "true"
    assert shown.get_by_text("2 of 2 chosen. To change, untick one.").is_visible()
    boxes.nth(0).uncheck()
    boxes.nth(2).check()
    assert [boxes.nth(each).is_checked() for each in range(3)] == [False, True, True]


def test_the_page_that_is_missing_is_dressed_and_leads_home_from_a_folder(browser: Any, site: Path) -> None:
    text = (site / "404.html").read_text("utf-8")
    assert "<link" not in text
    shown = opened(browser, site, "404.html")
    assert shown.evaluate("getComputedStyle(document.body).margin") == "0px"
    shown.get_by_role("link").click()
    assert shown.url == f"{site.as_uri()}/index.html"
