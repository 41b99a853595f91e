"""The real session from home to close on one phone: every worksheet filled in, offline from the first break, taken home."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from answering import Phone
from test_offline import served

from daysheet.builder import build_site
from daysheet.check import check
from daysheet.offline.finishing import finish
from daysheet.packets.defaults import packet_of
from daysheet.packets.plan import PrintTask, carry_out
from daysheet.pages.compose import compose_site
from daysheet.project import Project
from daysheet.site import Download
from daysheet.view import view_for

ROOT = Path(__file__).resolve().parent.parent
PRINTED = "know-yourself"
MORNING = ("09:04", "09:15", "09:45", "10:05")
REST = ("10:35", "10:50", "11:20", "11:45", "12:20", "13:05", "13:35", "13:50", "14:35", "14:50", "15:15")
FIELDS = "form.ds-sheet :is(textarea, input[type=text]):visible"
RADIOS = "[...new Set([...document.querySelectorAll('.ds-step-now input[type=radio]')].map(each => each.name))]"
WRITTEN = 'Words in “{name}”: <b>Zürich</b> & "Győr"\nand a second line'

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real session's site, with the one PDF that this test has filled."""
    target, project, checked = tmp_path_factory.mktemp("whole") / "site", Project(ROOT), check(ROOT)
    wanted = frozenset({f"part-worksheet-{PRINTED}"})
    task = PrintTask(packet_of("worksheet", PRINTED), "participant", wanted, True, edition="fillable")
    printed = [each for each in carry_out(task, view_for(project, checked, "participant")) if each.paper == "letter"]
    downloads = [
        Download(f"pdf/{each.path}", each.kind, each.id, each.id, each.paper, 1, len(each.content), each.edition)
        for each in printed
    ]
    composed = compose_site(
        project, checked, "participant", downloads, {f"pdf/{each.path}": each.content for each in printed}
    )
    build_site(composed, project, "participant", target)
    finish(target, composed, project, "letter")
    return target


def fill_in(shown: Any) -> None:
    """Everything on a worksheet that can be written, chosen, ticked or placed, with a finger."""
    for name in shown.locator(".ds-rated").all():
        name.locator("input[type=radio]").nth(6).tap()
    for box in shown.locator(".ds-chosen__item").all()[:2]:
        box.tap()
    for box in shown.locator(".ds-checklist__item").all()[:2]:
        box.tap()
    step_through(shown)
    grid = shown.locator(".ds-stand__grid")
    for x, y in ((40, 250), (220, 60)) if grid.count() else ():
        grid.tap(position={"x": x, "y": y})
    for field in shown.locator(FIELDS).all():
        text = WRITTEN.format(name=field.get_attribute("name"))
        field.fill(text if field.evaluate("each => each.tagName") == "TEXTAREA" else text.split("\n")[0])


def step_through(shown: Any) -> None:
    """One statement or strand at a time, to the end."""
    if not shown.locator(".ds-steps-list__begin").count():
        return
    shown.locator(".ds-steps-list__begin").tap()
    while shown.locator(".ds-step-foot").count():
        for at, name in enumerate(shown.evaluate(RADIOS)):
            shown.locator(f".ds-step-now label:has(input[name='{name}'])").nth(at + 1).tap()
        shown.locator(".ds-step-foot__next").tap()


def is_complete(shown: Any) -> bool:
    """Whether the sheet that is open says "8 of 8 answered"."""
    done, _, total, *_ = shown.locator(".ds-progress__words").first.inner_text().split()
    return bool(done == total)


def home(held: Phone, time: str) -> Any:
    """The first page at a time of the day; it must say what is on, and fit the phone."""
    held.page.goto(f"{held.base}/index.html?now=2018-03-22T{time}")
    assert held.page.locator(".ds-now h1").is_visible()
    assert held.page.evaluate("document.documentElement.scrollWidth") <= 360
    return held.page


def round_at(held: Phone, time: str) -> None:
    """What somebody does in a round: opens each sheet that home offers, and fills in what is open."""
    shown = home(held, time)
    for at in range(shown.locator(".ds-now__sheet").count()):
        with shown.expect_navigation():
            shown.locator(".ds-now__sheet").nth(at).tap()
        assert shown.locator("h1").is_visible()
        if shown.locator("form.ds-sheet").count() and not is_complete(shown):
            fill_in(shown)
            held.settled()
        home(held, time)
    assert all("not begun" not in words for words in shown.locator(".ds-now__sheet").all_inner_texts())


def saved(shown: Any, press: str) -> bytes:
    with shown.expect_download() as waiting:
        shown.locator(press).first.tap()
    return Path(waiting.value.path()).read_bytes()


def test_a_day_on_the_phone_offline_from_the_first_break_and_everything_is_taken_home(
    browser: Any, site: Path, tmp_path: Path
) -> None:
    with served(site) as base:
        held = Phone(browser, base, service_workers="allow")
        held.page.goto(f"{base}/index.html?now=2018-03-22T08:40#table=4&letter=B")
        held.page.locator(".ds-kept:not([hidden])").wait_for(state="attached")
        for time in MORNING:
            round_at(held, time)
        before = held.kept()
    for time in REST:
        round_at(held, time)
    assert before.items() <= held.kept().items()
    shown = held.open("worksheets/index")
    addresses = shown.locator(".ds-main .ds-rows__link").evaluate_all("all => all.map(each => each.href)")
    for address in addresses[len(held.kept()) :]:
        shown.goto(address)
        fill_in(shown)
        held.settled()
    kept = held.kept()
    assert len(kept) == len(addresses) == 10
    for address in addresses:
        shown.goto(address)
        assert is_complete(shown), address

    shown = home(held, "15:40")
    with shown.expect_navigation():
        shown.get_by_role("link", name="Send to myself").tap()
    text = saved(shown, "[data-do=text]").decode()
    wrote = [
        answer["v"].split("\n")[0] for sheet in kept.values() for answer in sheet.values() if "Words in" in answer["v"]
    ]
    assert len(wrote) > 30
    assert [words for words in wrote if words not in text] == []
    file = tmp_path / "answers.json"
    file.write_bytes(saved(shown, "[data-do=file]"))
    shown.locator("[data-do=pdf]").tap()
    shown.locator(".ds-made__list a").wait_for()
    fields = pypdf.PdfReader(BytesIO(saved(shown, ".ds-made__list a"))).get_fields() or {}
    assert {name: field["/V"] for name, field in fields.items() if field.get("/V")} == {
        name: answer["v"] for name, answer in kept[PRINTED].items()
    }
    assert {url.split("/")[2] for _, url in held.asked if url.startswith("http")} == {base.split("/")[2]}
    assert {method for method, _ in held.asked} == {"GET"}
    assert held.complaints == []
    held.context.close()
    brought_back(browser, site, file, kept)


def brought_back(browser: Any, site: Path, file: Path, kept: dict[str, Any]) -> None:
    """On another device the file gives the same answers, and the sheets show them."""
    with served(site) as base:
        other = Phone(browser, base, is_mobile=False, has_touch=False, viewport={"width": 1280, "height": 800})
        shown = other.open("take-home")
        shown.locator("input[type=file]").set_input_files(file)
        shown.get_by_text("Brought back: 10 worksheets").wait_for()
        assert json.dumps(other.kept(), sort_keys=True) == json.dumps(kept, sort_keys=True)
        shown = other.open("worksheets/where-we-stand")
        assert shown.locator(".ds-staged__field:checked").count() == 8
        assert is_complete(shown)
        other.context.close()
