"""The shell of the site: one small composed site, built by MkDocs as the command builds it, and looked at in a browser."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import yaml
from mkdocs.exceptions import BuildError

from daysheet.offline.icons import icons
from daysheet.policy import policy
from daysheet.site import Site, SitePage, write_site

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
NAME = "Ada & Co <script>alert(1)</script>"
NAV: list[Any] = [
    {"Home": "index.md"},
    {"Agenda": "agenda.md"},
    {"Worksheets": ["worksheets/index.md", "worksheets/showcase.md", "worksheets/plan.md"]},
    {"Reading": ["readings/stop.md"]},
    {"Tenets": ["tenets/ten.md"]},
]
PAGES = {
    "index.md": "# Home\n\n[The packet](pdf/packet-a4.pdf) and [a sheet](worksheets/showcase.md#what)\n",
    "agenda.md": "# Thursday 22 March\n\n## Morning\n\n| when | what |\n|-----:|------|\n| 9:00 | Welcome |\n",
    "worksheets/index.md": "# Worksheets\n",
    "worksheets/showcase.md": '---\nnumber: 1\n---\n\n# Showcase\n\n## What we show {#what}\n\n<form><label for="a">A giraffe'
    '</label><textarea id="a" class="ds-space__field"></textarea></form>\n',
    "worksheets/plan.md": "---\nnumber: 2\n---\n\n# A plan for six months\n",
    "readings/stop.md": "# Stop\n\nText.[^1]\n\n[^1]: A note.\n",
    "tenets/ten.md": "# Ten tenets\n\n## Joint work {#joint-work}\n\nTogether.\n",
}


def composed() -> Site:
    words = yaml.safe_load((TEMPLATES / "words" / "en.yml").read_text("utf-8"))
    styles = (
        "fonts/site.css",
        "styles/tokens.css",
        "styles/dark-by-device.css",
        "styles/dark.css",
        "styles/components.css",
        "styles/site.css",
    )
    files: dict[str, bytes | Path] = {f"assets/{path}": TEMPLATES / path for path in styles}
    files |= {f"assets/fonts/{path.name}": path for path in sorted((TEMPLATES / "fonts").glob("*.woff2"))}
    files |= {"assets/site.js": TEMPLATES / "assets" / "site.js", "pdf/packet-a4.pdf": b"%PDF-1.7\n"}
    files |= {
        f"assets/icons/{name}.png": content for name, content in icons("A", "#9c3d1e", TEMPLATES / "fonts").items()
    }
    files |= {"manifest.webmanifest": b"{}"}
    pages = tuple(SitePage(path, text) for path, text in PAGES.items())
    return Site(NAME, "https://example.org/day/", "CC BY 4.0", "en", "ltr", words, NAV, pages, files)


def build(folder: Path, audience: str = "participant") -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The site built in a fresh folder, and what MkDocs said."""
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "stray.md").write_text("# A page that nobody composed\n", "utf-8")
    (folder / "content" / "roster.csv").write_text("Ada Lovelace\n", "utf-8")
    write_site(composed(), folder / "composed")
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_dir": str(folder / "site"),
        "docs_dir": str(folder / "content"),
        "hooks": [str(ROOT / "hooks" / "daysheet_mkdocs.py")],
        "extra": {"audience": audience, "composed": str(folder / "composed")},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    # without -q, which would hide warnings from --strict
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(folder / "mkdocs.yml")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1521700000"}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return folder / "site", said


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    return build(tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="module")
def site(built: tuple[Path, subprocess.CompletedProcess[str]]) -> Path:
    return built[0]


def page(site: Path, name: str) -> str:
    return (site / name).read_text("utf-8")


def test_a_strict_build_says_nothing_but_what_it_does(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    lines = [line for line in built[1].stderr.splitlines() if not line.startswith("INFO    -  ")]
    assert (built[1].returncode, built[1].stdout, lines) == (0, "", [])
    assert len(built[1].stderr.splitlines()) == 3


def test_every_composed_page_and_file_is_there(site: Path) -> None:
    pages = {path.replace(".md", ".html") for path in PAGES}
    assert all((site / path).is_file() for path in (*pages, *composed().files, "404.html"))


def test_only_what_was_composed_gets_into_the_site(site: Path) -> None:
    paths = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert not {path for path in paths if "stray" in path or "roster" in path or "javascripts" in path}
    assert len([path for path in paths if path.startswith("assets/stylesheets/")]) == 1


@pytest.mark.parametrize("name", ["index.html", "worksheets/showcase.html", "404.html"])
def test_a_page_carries_a_policy_that_fits_its_own_scripts(site: Path, name: str) -> None:
    text = page(site, name)
    said = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert said
    assert said[1] == policy(text)
    assert said[1].count("sha256-") == 2


def test_markup_in_the_name_of_a_session_is_shown_as_text(site: Path) -> None:
    text = page(site, "index.html")
    assert "Ada &amp; Co &lt;script&gt;" in text
    assert "<script>alert" not in text


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    asked = [
        (path.name, found)
        for path in site.rglob("*.html")
        for found in re.findall(
            r"<(?!a |link rel=\"canonical\")[^>]*(?:src|href)=\"(https?:)?//", path.read_text("utf-8")
        )
    ]
    assert asked == []


def test_a_table_is_aligned_without_a_style_of_its_own(site: Path) -> None:
    text = page(site, "agenda.html")
    assert 'align="right"' in text
    assert "style=" not in text


def test_the_bar_has_the_four_places_and_marks_where_we_are(site: Path) -> None:
    bar = page(site, "worksheets/showcase.html").split('class="ds-bar"')[1].split("</nav>")[0]
    assert re.findall(r"<span>(\w+)</span>", bar) == ["Home", "Agenda", "Worksheets", "Reading"]
    assert re.findall(r'href="([^"]+)" aria-current', bar) == ["index.html"]


def test_beside_a_worksheet_stand_the_others_with_their_numbers(site: Path) -> None:
    beside = page(site, "worksheets/plan.html").split('class="ds-siblings"')[1].split("</nav>")[0]
    assert re.findall(r'aria-hidden="true">(\d)</span>', beside) == ["1", "2"]
    assert "A plan for six months" in beside
    assert "ds-siblings" not in page(site, "index.html")


def test_the_search_index_is_there_as_a_script_as_well(site: Path) -> None:
    script = page(site, "search/index.js")
    docs = json.loads(script.removeprefix("globalThis.daysheetIndex=").rstrip(";\n"))
    assert docs == json.loads(page(site, "search/search_index.json"))["docs"]
    assert any("giraffe" in doc["text"] and doc["location"].endswith("showcase.html#what") for doc in docs)


def test_the_page_that_is_missing_leads_home(site: Path) -> None:
    assert 'href="/day/index.html"' in page(site, "404.html")


def test_two_builds_of_one_site_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again, _ = build(tmp_path / "again")
    assert every_byte(site) == every_byte(again)


def every_byte(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_facilitators_site_says_whose_it_is_and_asks_not_to_be_found(tmp_path: Path) -> None:
    facilitators, said = build(tmp_path / "facilitators", "facilitator")
    text = page(facilitators, "index.html")
    assert said.returncode == 0
    assert "Facilitators only" in text
    assert 'content="noindex"' in text


def test_a_public_page_says_nothing_of_facilitators(site: Path) -> None:
    assert not [path for path in site.rglob("*.html") if "acilitator" in path.read_text("utf-8")]


def test_a_link_that_leads_nowhere_fails_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PAGES, "index.md", "# Home\n\n[gone](worksheets/gone.md)\n")
    _, said = build(tmp_path / "broken")
    assert said.returncode != 0
    assert "worksheets/gone.md" in said.stderr


def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hook_under_test", ROOT / "hooks" / "daysheet_mkdocs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_problems_in_the_data_end_the_build_with_the_report(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "session.yml").write_text("titel: Leading together\n", "utf-8")
    config = SimpleNamespace(extra={"audience": "participant"}, docs_dir=str(tmp_path / "content"))
    with pytest.raises(BuildError, match=r"data/session.yml:1:1  .*titel"):
        hook().site_of(config)


def test_the_hook_keeps_no_state() -> None:
    kept = {
        name: value for name, value in vars(hook()).items() if isinstance(value, (dict, list, set)) and name[:2] != "__"
    }
    assert kept == {}


def opened(browser: Any, site: Path, name: str, heard: list[str], **options: Any) -> Any:
    shown = browser.new_context(**{"viewport": {"width": 360, "height": 740}, **options}).new_page()
    shown.on("console", lambda message: heard.append(message.text))
    shown.on("pageerror", lambda error: heard.append(str(error)))
    shown.on("request", lambda request: heard.append(request.url) if not request.url.startswith("file:") else None)
    shown.goto((site / name).as_uri())
    return shown


@pytest.mark.browser
def test_a_phone_has_nothing_to_scroll_sideways_and_hears_no_complaint(site: Path, browser: Any) -> None:
    heard: list[str] = []
    for path in PAGES:
        shown = opened(browser, site, path.replace(".md", ".html"), heard)
        assert shown.evaluate("document.documentElement.scrollWidth") == 360
    assert heard == []


@pytest.mark.browser
def test_search_finds_the_words_of_a_worksheet_in_a_site_opened_from_a_folder(site: Path, browser: Any) -> None:
    heard: list[str] = []
    shown = opened(browser, site, "tenets/ten.html", heard)
    assert shown.evaluate("typeof daysheetIndex") == "undefined"
    shown.click(".ds-header__search")
    shown.fill("#ds--search-words", "giraf")
    shown.click(".ds-search__link")
    assert shown.url.endswith("worksheets/showcase.html#what")
    assert heard == []


@pytest.mark.browser
def test_the_menu_opens_and_closes_without_scripts(site: Path, browser: Any) -> None:
    shown = opened(browser, site, "index.html", [], java_script_enabled=False)
    menu = shown.locator("#ds--menu")
    shown.click(".ds-header__menu")
    assert menu.is_visible()
    assert "Tenets" in menu.inner_text()
    assert "Light" not in menu.inner_text()
    shown.keyboard.press("Escape")
    assert not menu.is_visible()


@pytest.mark.browser
def test_the_reader_s_palette_is_kept_from_page_to_page(site: Path, browser: Any) -> None:
    shown = opened(browser, site, "index.html", [], color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = shown.evaluate(ground)
    shown.click(".ds-header__menu")
    shown.check("input[value=dark]")
    dark = shown.evaluate(ground)
    shown.goto((site / "agenda.html").as_uri())
    assert light != dark == shown.evaluate(ground)
