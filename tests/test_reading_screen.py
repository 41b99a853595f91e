"""A reading in a browser: its size, the place where one was, the ways between its parts, notes that open in place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import checked

from daysheet.builder import build_site
from daysheet.pages.compose import compose_site
from daysheet.project import Project

LINE = "Some words that are read by somebody on a telephone in the back row of a warm room. " * 12
PARTS = "\n\n".join(
    f"## {title} {{letter={letter}}}\n\n{LINE}[^n]\n\n{LINE}" for title, letter in (("Stop", "A"), ("Go", "B"))
)
READING = f"---\ntitle: Parts\n---\n\n{LINE}\n\n{PARTS}\n\n[^n]: The note, in [full](worksheet:plan).\n"
FILES = {
    "data/session.yml": "title: A day\n",
    "content/readings/parts.md": READING,
    "data/worksheets/plan.yml": "title: Plan\nblocks:\n  - prompt: One\n",
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("reading")
    project, result = Project(root / "project"), checked(root / "project", FILES)
    build_site(compose_site(project, result, "participant"), project, "participant", root / "site")
    return root / "site"


def opened(browser: Any, site: Path, hash: str = "", **settings: Any) -> Any:
    context = browser.new_context(viewport={"width": 360, "height": 740}, **settings)
    shown = context.new_page()
    shown.goto(f"{site.as_uri()}/readings/parts.html{hash}")
    return shown


def size(shown: Any) -> float:
    return float(shown.locator(".ds-reading__body").evaluate("body => parseFloat(getComputedStyle(body).fontSize)"))


def test_the_size_is_chosen_and_holds_on_the_next_visit(browser: Any, site: Path) -> None:
    shown = opened(browser, site)
    usual = size(shown)
    shown.get_by_role("button", name="Text size").click()
    assert shown.evaluate("document.activeElement.ariaLabel") == "Smaller text"
    shown.get_by_role("button", name="Larger text").click()
    assert shown.get_by_text("3 of 5").is_visible()
    shown.get_by_role("button", name="Atkinson").click()
    shown.keyboard.press("Escape")
    assert shown.evaluate("document.activeElement.ariaLabel") == "Text size"
    shown.reload()
    assert size(shown) == pytest.approx(usual * 1.25 / 1.125, abs=0.1)
    assert "Atkinson" in shown.locator(".ds-reading__body").evaluate("body => getComputedStyle(body).fontFamily")


def test_the_place_is_found_again(browser: Any, site: Path) -> None:
    shown = opened(browser, site)
    shown.get_by_role("button", name="The part after").click()
    shown.get_by_role("button", name="The part after").click()
    shown.locator(".ds-reading-bar__letter", has_text="B").wait_for()
    shown.goto(f"{site.as_uri()}/index.html")
    shown.goto(f"{site.as_uri()}/readings/parts.html")
    assert shown.locator(".ds-reading-bar__letter").inner_text() == "B"
    assert abs(shown.locator("#go").bounding_box()["y"] - 72) < 12


def test_the_bar_says_what_is_left_of_the_part(browser: Any, site: Path) -> None:
    shown = opened(browser, site, "#stop")
    shown.locator(".ds-reading-bar__where", has_text="A 2 minutes left").wait_for()


def test_a_note_opens_below_its_paragraph_and_gives_the_focus_back(browser: Any, site: Path) -> None:
    shown = opened(browser, site)
    call = shown.locator("a.footnote-ref").first
    call.press("Enter")
    note = shown.locator(".ds-note")
    assert " ".join(note.inner_text().split()) == "The note, in full (Worksheet 1)."
    assert call.get_attribute("aria-expanded") == "true"
    assert shown.evaluate("document.activeElement.className") == "ds-note"
    note.get_by_role("button", name="Close").click()
    assert note.count() == 0
    assert shown.evaluate("document.activeElement.className") == "footnote-ref"


def test_ones_own_part_is_marked(browser: Any, site: Path) -> None:
    shown = opened(browser, site, "#letter=B")
    own = shown.locator(".ds-letters__link--own")
    assert own.inner_text().split() == ["B", "Go", "your", "part"]


def test_where_storage_is_blocked_the_text_is_read_all_the_same(browser: Any, site: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    shown, failed = context.new_page(), []
    shown.on("pageerror", lambda error: failed.append(str(error)))
    shown.goto(f"{site.as_uri()}/readings/parts.html")
    shown.get_by_role("button", name="Text size").click()
    before = size(shown)
    shown.get_by_role("button", name="Larger text").click()
    assert size(shown) > before
    assert failed == []
