"""Worksheets on a phone for those who hear or key them, in every state; and what a first visit weighs."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from answering import build, phone, project_of
from axe_playwright_python.sync_playwright import Axe
from golden import CASES
from test_answers import FULL, fill_everything

pytestmark = pytest.mark.browser

HEAVIEST = 180_000
FOCUSED = """() => {
  const on = document.activeElement;
  if (on === document.body) return ['body', false];
  const ringed = [on, on.closest('label') ?? on].some(each => getComputedStyle(each).outlineStyle === 'solid');
  return [on.name || on.textContent.trim(), ringed];
}"""
SHOWN = (
    "worksheets/first-steps",
    "worksheets/everything",
    "worksheets/where-we-stand",
    "worksheets/scored",
    "take-home",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("access")
    return build(project_of(root / "project"), root / "site")


def kept_out(shown: Any) -> list[tuple[str, str]]:
    """What would keep somebody out, as rule and element."""
    found = Axe().run(shown, options={"resultTypes": ["violations"]}).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out_of_an_empty_or_a_filled_sheet(browser: Any, site: Path, scheme: str) -> None:
    with phone(browser, site, bypass_csp=True, color_scheme=scheme) as held:
        for path in SHOWN:
            assert kept_out(held.open(path)) == [], path
        fill_everything(held)
        shown = held.open("worksheets/first-steps")
        for at in range(3):
            shown.locator(".ds-rated").nth(at).get_by_role("radio", name="2", exact=True).check(force=True)
        for at in range(2):
            shown.locator(".ds-chosen__item").nth(at).click()
        assert kept_out(shown) == []
        shown = held.open("worksheets/scored")
        shown.get_by_role("button", name="Begin, one statement at a time").click()
        assert kept_out(shown) == []
        for _ in range(4):
            shown.get_by_role("radio", name="Often", exact=True).check(force=True)
            shown.locator(".ds-step-foot__next").click()
        assert kept_out(shown) == []
        shown = held.open("take-home")
        assert kept_out(shown) == []
        shown.locator("[data-do=erase]").click()
        assert kept_out(shown) == []


def test_nobody_is_kept_out_where_something_went_wrong(browser: Any, site: Path) -> None:
    with phone(browser, site, bypass_csp=True) as held:
        held.context.add_init_script(FULL)
        shown = held.open("worksheets/plan")
        shown.evaluate("globalThis.full = true")
        shown.get_by_label("What I will do first").fill("Ask Ann")
        held.settled()
        assert shown.get_by_role("alert").is_visible()
        assert kept_out(shown) == []


@pytest.mark.parametrize("path", ["worksheets/first-steps", "worksheets/where-we-stand"])
def test_a_sheet_is_heard_in_an_order_that_makes_sense(
    browser: Any, site: Path, path: str, update_golden: bool
) -> None:
    with phone(browser, site) as held:
        heard = held.open(path).locator("main form").aria_snapshot()
    golden = CASES / "heard" / f"{Path(path).name}.txt"
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(f"{heard}\n", "utf-8")
    assert heard == golden.read_text("utf-8").rstrip("\n")


def test_every_field_and_key_can_be_reached_and_is_seen_to_be(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        shown = held.open("worksheets/first-steps")
        seen = []
        shown.locator(".ds-skip").focus()
        for _ in range(40):
            shown.keyboard.press("Tab")
            seen.append(shown.evaluate(FOCUSED))
            if seen[-1][0] == "body":
                break
        assert [name for name, ring in seen[:-1] if not ring] == []
        names = [name for name, _ in seen]
        assert names.index("first-steps--rating--trust") < names.index("first-steps--rating--then")
        assert "Take it home" in names


def test_at_400_per_cent_and_with_wide_text_nothing_is_cut_off(browser: Any, site: Path) -> None:
    wide = "* { letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important }"
    with phone(browser, site, viewport={"width": 320, "height": 256}, is_mobile=False, bypass_csp=True) as held:
        for path in SHOWN:
            shown = held.open(path)
            shown.add_style_tag(content=wide)
            assert shown.evaluate("document.documentElement.scrollWidth") == 320, path


def test_a_first_visit_to_a_sheet_is_light(browser: Any, site: Path) -> None:
    with phone(browser, site) as held:
        held.open("worksheets/everything")
        held.page.wait_for_load_state("networkidle")
        paths = {urlsplit(url).path.lstrip("/") for _, url in held.asked if url.startswith("http")}
        weights = {
            path: len(gzip.compress((site / path).read_bytes())) for path in paths if not path.endswith(".woff2")
        }
        assert "assets/site.js" in weights
        assert sum(weights.values()) <= HEAVIEST, weights
        assert not any("fill-pdf" in path or "search" in path for path in paths)
