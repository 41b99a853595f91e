"""The catalogue shows every kind that can be written, by files that are read and with pictures that are there."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from daysheet.check import check
from daysheet.library import Library
from daysheet.models.blocks import KINDS as BLOCKS
from daysheet.models.exhibit import KINDS as EXHIBITS
from daysheet.packets.compose import compose_packet
from daysheet.packets.defaults import packet_of
from daysheet.project import Project
from daysheet.view import view_for

DOCS = Path(__file__).resolve().parent.parent / "docs"
CATALOGUE = DOCS / "catalogue"
SESSION = CATALOGUE / "session"
TEXT = (DOCS / "catalogue.md").read_text("utf-8")
WHOLE = re.compile(r"^```yaml\n# (data/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FRONT = re.compile(r"^```yaml\n# front matter of (content/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BODY = re.compile(r"^```markdown\n<!-- (content/\S+), [^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = re.findall(r"!\[([^\]]*)\]\((catalogue/pictures/\S+)\)", re.sub(r"^```.*?^```$", "", TEXT, flags=re.M | re.S))
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def library() -> Library:
    result = check(SESSION)
    assert result.library is not None, result.problems
    return result.library


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    """The script that takes the pictures."""
    spec = importlib.util.spec_from_file_location("catalogue_pictures", CATALOGUE / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # a dataclass looks for its module there
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("file", "text"), WHOLE.findall(TEXT))
def test_a_sample_is_its_file(file: str, text: str) -> None:
    assert text == (SESSION / file).read_text("utf-8")


def test_front_matter_and_body_of_a_reading_are_its_file() -> None:
    (front,), (body,) = FRONT.findall(TEXT), BODY.findall(TEXT)
    assert front[0] == body[0]
    assert f"---\n{front[1]}---\n\n{body[1]}" == (SESSION / front[0]).read_text("utf-8")


def test_every_fence_is_taken_from_a_file() -> None:
    samples = [*WHOLE.findall(TEXT), *FRONT.findall(TEXT), *BODY.findall(TEXT)]
    assert TEXT.count("\n```") == 2 * len(samples)


def test_every_file_that_holds_a_kind_is_shown() -> None:
    folders = ("worksheets", "exhibits", "tenets", "portraits", "agendas")
    files = {path.relative_to(SESSION).as_posix() for each in folders for path in SESSION.glob(f"data/{each}/*.yml")}
    assert {file for file, _ in WHOLE.findall(TEXT)} == files


def test_every_kind_of_block_is_shown_under_its_name(library: Library) -> None:
    kinds = {sheet.id: {block.kind for block in sheet.blocks} for sheet in library.worksheets}
    assert set(kinds) == set(BLOCKS)
    assert [id for id, within in kinds.items() if id not in within] == []
    assert [kind for kind in BLOCKS if f"### Block: {kind}\n" not in TEXT] == []


def test_every_hint_beside_a_block_stands_on_its_sheet() -> None:
    view = view_for(Project(SESSION), check(SESSION), "participant")
    for sheet in view.library.worksheets:
        html = compose_packet(packet_of("worksheet", sheet.id), view).html
        assert [block.hint for block in sheet.blocks if block.hint not in html] == []


def test_every_kind_of_exhibit_and_every_chart_is_shown(library: Library) -> None:
    assert {each.kind for each in library.exhibits} == set(EXHIBITS)
    charts = {"", "paired bars", "bars", "dots", "stacked"}
    assert {each.chart for each in library.exhibits if each.kind == "table"} == charts


def test_check_finds_no_problem() -> None:
    assert check(SESSION).problems == ()


def test_every_picture_is_there_small_and_said_in_words() -> None:
    assert [path for words, path in SHOWN if not words or not (DOCS / path).is_file()] == []
    assert [path for _, path in SHOWN if (DOCS / path).stat().st_size >= MOST_BYTES] == []


def test_the_script_takes_the_pictures_that_are_shown_and_no_others(pictures: ModuleType) -> None:
    taken = {f"{shot.name}-page.png" for shot in pictures.shots() if shot.page}
    taken |= {f"{shot.name}-sheet.png" for shot in pictures.shots() if shot.pdf}
    assert taken == {Path(path).name for _, path in SHOWN}
    assert taken == {path.name for path in (CATALOGUE / "pictures").iterdir()}


def test_the_script_would_change_no_sample(pictures: ModuleType) -> None:
    assert pictures.FENCE.sub(lambda found: pictures.sample(found["kind"], found["mark"]), TEXT) == TEXT
