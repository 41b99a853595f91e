"""Statements, grids and stages on a phone, in a browser: nothing to scroll sideways, targets for a thumb, real choices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import checked
from test_scored_sheets import MARKS

from daysheet.builder import build_site
from daysheet.pages.compose import compose_site
from daysheet.project import Project

PAGES = ("without-names", "where-we-stand", "on-the-phone")
TARGETS = """() => [...document.querySelectorAll(
    '.ds-stated__option, .ds-staged__choice, .ds-stand__mark--on .ds-stand__move, .ds-steps-list__button')]
    .filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect()).map(box => [box.width, box.height])"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("marks") / "site"
    project = Project(MARKS)
    build_site(compose_site(project, checked(MARKS, {}), "participant"), project, "participant", folder)
    return folder


def opened(browser: Any, site: Path, name: str, width: int = 360) -> Any:
    shown = browser.new_context(viewport={"width": width, "height": 740}).new_page()
    shown.goto((site / "worksheets" / f"{name}.html").as_uri())
    return shown


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_scrolls_sideways_and_every_choice_is_a_target(browser: Any, site: Path, name: str, width: int) -> None:
    shown = opened(browser, site, name, width)
    assert shown.evaluate("document.documentElement.scrollWidth") == width
    targets = shown.evaluate(TARGETS)
    assert targets
    assert min(min(each) for each in targets) >= 44


def test_a_tap_on_an_option_chooses_it_and_it_alone(browser: Any, site: Path) -> None:
    shown = opened(browser, site, "without-names")
    shown.get_by_role("button", name="Begin, one statement at a time").click()
    first = shown.locator(".ds-stated").first
    first.get_by_role("radio", name="Disagree", exact=True).click()
    first.get_by_role("radio", name="Agree", exact=True).click()
    assert first.locator(":checked").evaluate_all("all => all.map(each => each.value)") == ["2"]


def test_a_stage_is_said_with_its_mark_its_name_and_its_text(browser: Any, site: Path) -> None:
    shown = opened(browser, site, "where-we-stand")
    choice = shown.get_by_role("radio", name="In a year Growing Some ask for it.")
    choice.check(force=True)
    assert choice.is_checked()


def test_a_slider_is_named_by_its_axis_and_moves_by_keys(browser: Any, site: Path) -> None:
    shown = opened(browser, site, "where-we-stand")
    slider = shown.get_by_role("group", name="Where we are").get_by_role("slider", name="Depth")
    slider.focus()
    slider.press("ArrowRight")
    assert slider.input_value() == "4"
