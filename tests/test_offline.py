"""Kept on the phone, installed, and in one file: in Chromium, from a server that is then gone."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL, view_of
from PIL import Image

from daysheet.builder import build_site
from daysheet.check import check
from daysheet.offline.finishing import finish
from daysheet.offline.icons import icons, initial
from daysheet.offline.installing import installing, short_name
from daysheet.offline.keeping import write_worker
from daysheet.offline.one_file import ONE_FILE
from daysheet.pages.compose import compose_site
from daysheet.project import Project
from daysheet.site import Download

ENGINE = Project(SMALL)
FONTS = ENGINE.find_template("fonts/site.css").parent


def built(root: Path, target: Path) -> Path:
    """The participants' site of a project, finished, in a folder that is emptied first."""
    project = Project(root)
    pdf = Download("pdf/worksheets/plan-fillable-a4.pdf", "worksheet", "plan", "Plan", "a4", 1, 9, "fillable")
    large = Download("pdf/participant-a4.pdf", "packet", "participant", "Packet", "a4", 9, 9)
    files = {each.path: b"%PDF-1.7\n" for each in (pdf, large)}
    site = compose_site(project, check(root), "participant", [pdf, large], files)
    shutil.rmtree(target, ignore_errors=True)
    build_site(site, project, "participant", target)
    finish(target, site, project, "a4")
    return target


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(SMALL, tmp_path_factory.mktemp("offline") / "site")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def visited(browser: Any, address: str) -> Any:
    """A phone that has been on the first page until everything was kept."""
    shown = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True).new_page()
    shown.goto(f"{address}/index.html")
    shown.locator(".ds-kept:not([hidden])").wait_for(state="attached")
    return shown


def told(folder: Path) -> dict[str, Any]:
    """What the worker of a site keeps."""
    line = (folder / "worker.js").read_text("utf-8").splitlines()[1]
    return dict(json.loads(line.removeprefix("self.daysheetKept=").removesuffix(";")))


def test_the_worker_keeps_every_page_and_font_and_the_sheets_that_are_filled_in(site: Path) -> None:
    kept = told(site)
    paths = {each["url"] for each in kept["kept"]}
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {ONE_FILE, "screen.html"}
    assert pages <= paths
    assert {"assets/site.js", "search/index.js", "manifest.webmanifest", "pdf/worksheets/plan-fillable-a4.pdf"} <= paths
    assert set(kept["later"]) == {"pdf/participant-a4.pdf", "screen.html", "screen/screen.css", "screen/screen.js"}
    assert not paths & {"worker.js", ONE_FILE, "sitemap.xml"}
    assert kept["bytes"] == sum((site / path).stat().st_size for path in paths)


def test_another_byte_of_a_page_is_another_revision_of_it_alone(site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "copy"))
    (copy / "agenda.html").write_text("changed", "utf-8")
    write_worker(copy, ENGINE, frozenset({"pdf/worksheets/plan-fillable-a4.pdf"}), never=(ONE_FILE,))
    before, after = ({each["url"]: each for each in told(folder)["kept"]} for folder in (site, copy))
    assert [url for url in before if before[url] != after[url]] == ["agenda.html"]


@pytest.mark.browser
def test_after_one_visit_everything_works_without_a_connection(browser: Any, site: Path) -> None:
    with served(site) as address:
        shown = visited(browser, address)
    shown.goto(f"{address}/worksheets/plan.html?now=2018-03-22T10:00")
    assert shown.get_by_role("heading", level=1).is_visible()
    assert shown.evaluate("document.fonts.load('16px \"Atkinson Hyperlegible Next\"').then(found => found.length)") > 0
    shown.goto(f"{address}/")
    shown.get_by_role("button", name="Search").click()
    shown.locator("#ds--search input").fill("plan")
    shown.locator(".ds-search__link").first.wait_for()
    got = shown.evaluate("fetch('pdf/worksheets/plan-fillable-a4.pdf').then(answer => answer.status)")
    assert got == 200


@pytest.mark.browser
def test_what_was_not_kept_says_so_without_a_connection(browser: Any, site: Path) -> None:
    with served(site) as address:
        shown = visited(browser, address)
    shown.goto(f"{address}/elsewhere/never.html")
    assert shown.get_by_role("heading", name="This page was not kept on this phone").is_visible()


@pytest.mark.browser
def test_a_large_file_is_kept_once_it_was_opened(browser: Any, site: Path) -> None:
    ask = "fetch('pdf/participant-a4.pdf').then(answer => answer.status, () => 0)"
    with served(site) as address:
        first, second = visited(browser, address), visited(browser, address)
        first.reload()
        assert first.evaluate(ask) == 200
    assert [first.evaluate(ask), second.evaluate(ask)] == [200, 0]


@pytest.mark.browser
def test_the_size_of_what_is_kept_is_told_in_the_menu(browser: Any, site: Path) -> None:
    with served(site) as address:
        words = visited(browser, address).locator(".ds-menu .ds-kept").text_content()
    assert words.startswith("Kept on this device for when there is no connection: ")
    assert f"{told(site)['pages']} pages" in words


@pytest.mark.browser
def test_a_new_build_waits_until_it_is_asked_for_and_then_replaces_everything(
    browser: Any, small: Path, tmp_path: Path
) -> None:
    folder = built(small, tmp_path / "site")
    new, session = "Another day", small / "data" / "session.yml"
    with served(folder) as address:
        shown = visited(browser, address)
        before = shown.title()
        text = session.read_text("utf-8").splitlines()
        session.write_text("\n".join(f"title: {new}" if line.startswith("title:") else line for line in text), "utf-8")
        built(small, folder)
        shown.reload()
        use = shown.get_by_role("button", name="Use the new one")
        use.wait_for()
        assert shown.title() == before
        shown.goto(f"{address}/agenda.html")
        assert before in shown.title()
        use.wait_for()
        with shown.expect_navigation():
            use.click()
        assert new in shown.title()
        shown.goto(f"{address}/index.html")
        assert shown.title() == new
        assert shown.get_by_role("button", name="Use the new one").count() == 0


@pytest.mark.browser
def test_a_build_that_has_come_only_in_part_is_not_taken(browser: Any, small: Path, tmp_path: Path) -> None:
    folder = built(small, tmp_path / "site")
    with served(folder) as address:
        shown = visited(browser, address)
        before = (folder / "index.html").read_bytes()
        for path in folder.rglob("*.html"):
            path.write_bytes(path.read_bytes() + b"<!-- new -->\n")
        write_worker(folder, ENGINE)
        (folder / "index.html").write_bytes(before + b"<!-- on its way -->\n")
        shown.reload()
        state = """navigator.serviceWorker.ready.then(async (kept) => { await kept.update().catch(() => 0);
            const next = kept.installing; if (next) await new Promise(done => next.onstatechange = done);
            return [Boolean(kept.waiting), next ? next.state : "none"] })"""
        assert shown.evaluate(state) in ([False, "redundant"], [False, "none"])
        assert "<!-- " not in shown.evaluate("fetch('agenda.html').then(answer => answer.text())")


@pytest.mark.browser
def test_a_page_from_a_folder_says_what_does_not_work_there(browser: Any, site: Path) -> None:
    shown = browser.new_context().new_page()
    shown.goto(f"{site.as_uri()}/index.html")
    words = shown.locator(".ds-menu .ds-kept")
    words.wait_for(state="attached")
    assert words.text_content().startswith("Opened from a folder: offline use and installing do not work here.")


@pytest.mark.browser
def test_the_one_file_holds_every_page_and_asks_for_nothing(browser: Any, site: Path, tmp_path: Path) -> None:
    alone = tmp_path / "stick" / "session.html"
    alone.parent.mkdir()
    shutil.copy(site / ONE_FILE, alone)
    shown = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    asked, said = [], []
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("console", lambda message: said.append(message.text))
    shown.goto(alone.as_uri())
    sections = shown.locator(".ds-one")
    assert shown.locator(".ds-one:visible").count() == 1
    shown.get_by_role("navigation", name="Places").get_by_role("link", name="Worksheets").click()
    shown.locator(".ds-one:visible a[href='#page--worksheets-plan']").first.click()
    assert shown.locator(".ds-one:visible").get_attribute("id") == "page--worksheets-plan"
    assert shown.locator(".ds-one:visible form").is_visible()
    shown.go_back()
    assert shown.locator(".ds-one:visible").get_attribute("id") == "page--worksheets-index"
    assert sections.count() > 8
    ids = shown.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))
    dead = """[...document.querySelectorAll('a[href^="#"]')].map(each => decodeURIComponent(each.hash.slice(1)))
        .filter(id => !document.getElementById(id))"""
    assert shown.evaluate(dead) == []
    assert [url for url in asked if not url.startswith(("data:", alone.as_uri()))] == []
    assert said == []


@pytest.mark.browser
def test_the_one_file_asks_for_nothing_from_an_address_either(browser: Any, site: Path) -> None:
    with served(site) as address:
        shown = browser.new_context(service_workers="block").new_page()
        asked, said = [], []
        shown.on("request", lambda request: asked.append(request.url))
        shown.on("console", lambda message: said.append(message.text))
        shown.goto(f"{address}/{ONE_FILE}")
        assert [url for url in asked if not url.startswith("data:")] == [f"{address}/{ONE_FILE}"]
        assert said == []


@pytest.mark.browser
def test_the_one_file_is_searched_and_read_without_scripts(browser: Any, site: Path) -> None:
    shown = browser.new_context().new_page()
    shown.goto((site / ONE_FILE).as_uri())
    shown.get_by_role("button", name="Search").click()
    shown.locator("#ds--search input").fill("plan")
    shown.locator(".ds-search__link").first.click()
    assert "#" in shown.url
    assert shown.locator(".ds-one:visible").count() == 1
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto((site / ONE_FILE).as_uri())
    assert plain.locator(".ds-one:visible").count() == plain.locator(".ds-one").count()


def test_icons_are_square_and_of_the_sessions_colour() -> None:
    made = icons("Leading together", "#9c3d1e", FONTS)
    pictures = {name: Image.open(BytesIO(content)) for name, content in made.items()}
    assert {name: picture.size for name, picture in pictures.items()} == {
        "icon-192": (192, 192),
        "icon-512": (512, 512),
        "touch": (180, 180),
    }
    assert pictures["icon-512"].getpixel((2, 2)) == (0x9C, 0x3D, 0x1E)
    assert pictures["icon-512"].getpixel((256, 356)) == (255, 255, 255)


@pytest.mark.parametrize(("title", "letter"), [("leading", "L"), ("„Über uns“", "Ü"), ("1 day", "1"), ("!!", "")])
def test_the_letter_of_an_icon_is_the_first_of_the_title(title: str, letter: str) -> None:
    assert initial(title) == letter


def test_a_title_in_another_alphabet_has_its_letter_too() -> None:
    assert icons("שלום", "#9c3d1e", FONTS)["touch"] != icons("!", "#9c3d1e", FONTS)["touch"]


def test_the_name_below_an_icon_is_of_whole_words() -> None:
    assert short_name("Leading together: learning") == "Leading"
    assert short_name("One day at sea") == "One day at"
    assert short_name("Professionalisation") == "Professionalisation"


def test_the_manifest_holds_on_any_host(tmp_path: Path) -> None:
    view = view_of(tmp_path, {"data/session.yml": "title: Ein Tag\nlanguage: en\n"})
    said = json.loads(installing(view)["manifest.webmanifest"])
    assert (said["name"], said["scope"], said["start_url"]) == ("Ein Tag", "./", "./index.html")
    assert {each["purpose"] for each in said["icons"]} == {"any", "maskable"}
