"""Every page of the real session in a browser: nothing that axe refuses, no sideways scroll, no other host asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from daysheet.builder import build_site
from daysheet.check import check
from daysheet.offline.finishing import finish
from daysheet.offline.one_file import ONE_FILE
from daysheet.pages.compose import compose_site
from daysheet.project import Project
from daysheet.site import Download

ROOT = Path(__file__).resolve().parent.parent
KINDS = (
    "index.html",
    "agenda.html",
    "worksheets/index.html",
    "worksheets/know-yourself.html",
    "worksheets/trust-among-colleagues.html",
    "worksheets/seven-competencies.html",
    "worksheets/partnership-grid.html",
    "worksheets/where-we-stand.html",
    "readings/stop-continue-start.html",
    "tenets/ten-tenets.html",
    "portraits/open-class.html",
    "exhibits/maturity-model.html",
    "exhibits/trust-by-precision.html",
    "take-home.html",
    "downloads.html",
    "sources.html",
    "404.html",
    "not-kept.html",
)
"""One page of each kind, and each kind of block that is written on."""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "preload": False}
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    " p { margin-bottom: 2em !important; }"
)
CUT = """() => [...document.querySelectorAll('main *')].filter(each => {
  const style = getComputedStyle(each);
  const hides = style.overflow === 'hidden' || style.overflowY === 'hidden';
  return hides && each.innerText?.trim() && each.clientHeight > 4 && each.scrollHeight > each.clientHeight + 2;
}).map(each => each.className)"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real session's site, without its PDFs."""
    target = tmp_path_factory.mktemp("every") / "site"
    project = Project(ROOT)
    pdf = Download("pdf/participant-letter.pdf", "packet", "participant", "Participant packet", "letter", 30, 400_000)
    composed = compose_site(project, check(ROOT), "participant", [pdf], {pdf.path: b"%PDF-1.7"})
    build_site(composed, project, "participant", target)
    finish(target, composed, project, "letter")
    return target


@pytest.fixture
def opened(browser: Any, site: Path) -> Iterator[Any]:
    """Opens a page with the settings of a context; each says what it asked for and what it told."""
    contexts = []

    def open_(path: str, width: int = 360, height: int = 740, **settings: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.told = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.told.append(message.text))
        page.on("pageerror", lambda error: page.told.append(str(error)))
        page.goto(f"{site.as_uri()}/{path}")
        return page

    yield open_
    for context in contexts:
        context.close()


def refused(page: Any) -> list[str]:
    """What axe refuses, each as its rule and where; on a screen so high that no bar lies over what is looked at."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": page.viewport_size["width"], "height": height + 200})
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {node['target']}" for each in found for node in each["nodes"]]


def pages_of(site: Path) -> list[str]:
    """Every page, but for the short ones that lead on at once."""
    pages = (path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8")[:900])
    return sorted(path.relative_to(site).as_posix() for path in pages if path.name != ONE_FILE)


def test_every_page_can_be_used_by_everybody_and_asks_no_other_host(opened: Any, site: Path) -> None:
    problems: list[str] = []
    for path in pages_of(site):
        page = opened(path)
        problems += [f"{path}: {each}" for each in refused(page)]
        problems += [f"{path}: asked {url}" for url in page.asked if not url.startswith(("file:", "data:"))]
        problems += [f"{path}: said {words}" for words in page.told]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            problems.append(f"{path}: scrolls sideways")
        page.context.close()
    assert problems == []


@pytest.mark.parametrize("path", KINDS)
def test_each_kind_of_page_in_the_dark_and_with_more_contrast(opened: Any, path: str) -> None:
    dark = opened(path, color_scheme="dark", reduced_motion="reduce")
    assert refused(dark) == []
    contrast = opened(path, 1280, 800, contrast="more")
    assert refused(contrast) == []
    forced = opened(path, forced_colors="active")
    assert forced.told == []
    assert refused(forced) == []


@pytest.mark.parametrize("path", KINDS)
def test_each_kind_of_page_at_four_times_its_size_and_with_wide_spacing(opened: Any, path: str) -> None:
    page = opened(path, 320, 256, bypass_csp=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("now", ["09:04", "09:24", "10:35", "11:22", "16:10"])
def test_the_first_page_and_the_agenda_while_the_day_is_on(opened: Any, now: str) -> None:
    for path in ("index.html", "agenda.html"):
        for scheme in ("light", "dark"):
            page = opened(f"{path}?now=2018-03-22T{now}#table=4&letter=B", color_scheme=scheme)
            assert refused(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            assert page.told == []


def test_every_control_can_be_reached_by_the_keyboard_and_shows_it(opened: Any) -> None:
    page = opened("index.html?now=2018-03-22T09:24#table=4&letter=B")
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button:not(:disabled), input, summary')]"
        ".filter(each => each.checkVisibility() && !each.closest('[popover]')).length"
    )
    reached = set()
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        told = page.evaluate(
            "(() => { const on = document.activeElement; const style = getComputedStyle(on);"
            " return [on.outerHTML.slice(0, 120), style.outlineStyle, parseFloat(style.outlineWidth)] })()"
        )
        if told[0].startswith("<body"):
            continue
        reached.add(told[0])
        assert told[1] != "none", told
        assert told[2] >= 2, told
    assert len(reached) >= wanted - 1
