"""The components: what is written on has a control and a line, every control a label and a name of its own."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from daysheet.models.blocks_written import Item, Items
from daysheet.models.session import Session
from daysheet.models.worksheet import Worksheet
from daysheet.project import Project
from daysheet.render import Renderer
from daysheet.spoken import speak

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
LINES = {"natural": 24.0, "least": 16.0}


class Controls(HTMLParser):
    """Controls by id, what labels point at, and every id and name of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.controls: dict[str, dict[str, str]] = {}
        self.labelled: set[str] = set()
        self.ids: list[str] = []
        self.depth = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        self.depth += tag == "label"
        if tag == "label" and "for" in found:
            self.labelled.add(found["for"])
        if tag in ("input", "textarea"):
            self.controls[found["id"]] = {**found, "inside": "yes" if self.depth else ""}

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "label"


def sheet() -> Worksheet:
    items = Items(lines=(Item(id="trust", say="Trust"), Item(id="time", say="Time", hint="of your own")))
    box = {"id": "goal", "title": "Goal", "prompt": "What by June?", "space": LINES, "expect": "A date"}
    return Worksheet.model_validate(
        {
            "id": "all",
            "title": "Everything",
            "blocks": [
                {"id": "a", "text": "Read *this*."},
                {"id": "b", "prompt": "First", "hint": "Be brief.", "space": LINES, "expect": "One thing"},
                {"id": "c", "prompt": "Second", "space": LINES},
                {"id": "d", "rating": {"items": items, "choose": "1", "then": "Why?"}, "space": LINES},
                {"id": "e", "boxes": [box, {"beside": [{**box, "id": "x"}, {**box, "id": "y"}]}]},
                {"id": "f", "columns": [{"id": "l", "heading": "+ Keep"}, {"id": "r", "heading": "Δ Change"}]},
                {"id": "g", "table": {"columns": [{"id": "who", "heading": "Who"}], "rows": "2"}},
                {"id": "h", "table": {"rows": [{"id": "stop", "say": "Stop"}], "each": "3 numbered lines"}},
                {"id": "i", "checklist": {"heading": "Tick", "items": items}},
                {"id": "j", "fields": [{"id": "date", "label": "Date"}]},
                {"id": "k", "sketch": LINES},
                {"id": "l", "notes": LINES},
            ],
        }
    )


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    project = Project(ROOT)
    return Renderer(project, speak(project, Session(title="A day")))


def dress(renderer: Renderer, expected: bool = False, spare: int = 0) -> str:
    words = renderer.spoken.words
    setting = SimpleNamespace(words=words, accent="#9c3d1e", spare=spare, expected=expected)
    module: Any = renderer.environment.get_template("components/worksheet.html").module
    return str(module.worksheet(sheet(), setting))


def test_every_control_has_a_label_and_ids_are_unique(renderer: Renderer) -> None:
    found = Controls(dress(renderer))
    assert [id for id, times in Counter(found.ids).items() if times > 1] == []
    for id, control in found.controls.items():
        assert control["inside"] or id in found.labelled or control.get("aria-label"), id


def test_every_label_points_at_a_control(renderer: Renderer) -> None:
    found = Controls(dress(renderer))
    assert found.labelled <= set(found.controls)


def test_names_begin_with_the_sheet_and_only_radio_buttons_share_one(renderer: Renderer) -> None:
    controls = Controls(dress(renderer)).controls.values()
    assert all(each["name"].startswith("all--") for each in controls)
    names = Counter(each["name"] for each in controls if each.get("type") != "radio")
    assert set(names.values()) == {1}


def test_the_ends_of_a_scale_are_said_with_their_numbers(renderer: Renderer) -> None:
    page = dress(renderer)
    assert page.count('type="radio"') == 20
    assert '<legend class="ds-rated__words">Trust</legend>' in page


def test_what_is_expected_is_shown_to_facilitators_alone(renderer: Renderer) -> None:
    assert "One thing" not in dress(renderer)
    assert "A date" not in dress(renderer)
    assert "One thing" in dress(renderer, expected=True)
    assert dress(renderer, expected=True).count("A date") == 3


def test_prompts_are_numbered_where_there_are_several(renderer: Renderer) -> None:
    assert re.findall(r'ds-prompt__number">(\d+)<', dress(renderer)) == ["1", "2"]


def test_a_space_has_its_lines_and_spare_ones_are_marked(renderer: Renderer) -> None:
    page = dress(renderer, spare=5)
    space = page[page.index('id="all--b--space"') : page.index('id="all--c--block"')]
    assert space.count('class="ds-space__row"') == 3
    assert space.count('class="ds-space__row ds-space__row--spare"') == 5
    assert 'rows="3"' in space


def test_signs_are_drawn_and_not_typed(renderer: Renderer) -> None:
    page = dress(renderer)
    assert page.count('<svg class="ds-sign"') == 2
    assert "Δ" not in page
    assert "<title>Plus</title>" in page


def test_the_day_is_drawn_to_scale(renderer: Renderer) -> None:
    module: Any = renderer.environment.get_template("components/cover.html").module
    bar = SimpleNamespace(x=10.0, width=20.0, filled=True, number="1")
    tick = SimpleNamespace(x=0.0, label="9:00", anchor="start")
    scale = SimpleNamespace(
        title="The day", accent="#123456", ink="#000000", soft="#555555", bars=[bar], words=[], ticks=[tick]
    )
    page = str(module.day_to_scale(scale))
    assert 'x="10.40" y="6.15" width="19.20"' in page
    assert "<title>The day</title>" in page
    assert 'color="#123456"' in page


def test_titles_are_escaped(renderer: Renderer) -> None:
    module: Any = renderer.environment.get_template("components/head.html").module
    page = str(module.head("<script>x</script>", 2, outline='"><b>', facts=["<i>"]))
    assert "<script>" not in page
    assert "<i>" not in page
    assert "<b>" not in page


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_has_no_style_of_its_own(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "style=" not in text.replace("font-style=", "")
    assert not re.search(r"#[0-9a-fA-F]{6}\b", text)


@pytest.mark.parametrize("name", ["components.css", "print.css", "site.css"])
def test_only_the_tokens_hold_colours(name: str) -> None:
    text = re.sub(r"/\*.*?\*/", "", (TEMPLATES / "styles" / name).read_text("utf-8"), flags=re.S)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;,\s)])", text) == []
    assert re.findall(r"\b(?:rgb|hsl)a?\(", text) == []


def test_shared_styles_hold_nothing_that_one_medium_alone_understands() -> None:
    text = re.sub(r"/\*.*?\*/", "", (TEMPLATES / "styles" / "components.css").read_text("utf-8"), flags=re.S)
    for unknown in ("@media", "@supports", "sticky", "aspect-ratio", "rem;", "@page"):
        assert unknown not in text


def test_every_role_that_a_style_asks_for_is_given() -> None:
    given = set()
    for path in (TEMPLATES / "styles").glob("*.css"):
        given |= set(re.findall(r"(?<![\w-])(--[\w-]+)\s*:", path.read_text("utf-8")))
    for name in ("components.css", "print.css"):
        asked = set(re.findall(r"var\((--[\w-]+)", (TEMPLATES / "styles" / name).read_text("utf-8")))
        assert asked <= given, name
