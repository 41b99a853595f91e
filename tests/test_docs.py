"""What the docs show is what the engine takes: every sample loads, every key is explained, every link leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from typing import Any, get_args

import pytest

from daysheet.cli import main
from daysheet.load import FOLDERS, SINGLES, checker_of
from daysheet.models.base import Record
from daysheet.models.blocks import KINDS
from daysheet.models.blocks_written import Items
from daysheet.models.exhibit import KINDS as EXHIBITS
from daysheet.models.packet import LISTS, Entry
from daysheet.models.reading import Reading
from daysheet.models.sources import Source
from daysheet.models.values import Minutes, Range
from daysheet.reader import read_yaml

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```yaml\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
WHOLE = re.compile(r"# (data/\S+\.yml)$")
BLOCKS = re.compile(r"# in (data/worksheets/\S+\.yml), under blocks$")
FRONT = re.compile(r"# front matter of (content/readings/\S+\.md)$")
WORDS = re.compile(r"# (templates/words/\S+\.yml)$")
NEVER_WRITTEN = (Entry, Items, Range, Minutes)
"""Records whose long form an author does not write."""
WITHIN = {"whole", "empty_rows", "numbered", "named", "body", "body_line"}
"""Fields that only the engine fills."""


def samples() -> Iterator[Any]:
    for page in PAGES:
        for at, found in enumerate(FENCE.finditer(page.read_text("utf-8")), 1):
            yield pytest.param(found["text"], id=f"{page.stem}-{at}")


@pytest.mark.parametrize("text", list(samples()))
def test_every_sample_loads(text: str) -> None:
    first, rest = text.split("\n", 1)
    if found := WHOLE.match(first):
        assert checker_of(found[1])(rest) == []
    elif found := BLOCKS.match(first):
        assert checker_of(found[1])("title: Sample\nblocks:\n" + indent(rest, "  ")) == []
    elif found := FRONT.match(first):
        assert checker_of(found[1])(f"---\n{rest}---\n\nIts text.\n") == []
    else:
        found = WORDS.match(first)
        assert found is not None, f"a sample begins with the path of its file, not with {first!r}"
        ours = read_yaml((ROOT / found[1]).read_bytes(), found[1]).data
        theirs = read_yaml(rest, found[1]).data
        assert all(set(values) <= set(ours[name]) for name, values in theirs.items())


def records_within(kind: Any, seen: set[type[Record]]) -> set[type[Record]]:
    """A type and all records that it is made of."""
    if isinstance(kind, type) and issubclass(kind, Record):
        if kind not in seen:
            seen.add(kind)
            for field in kind.model_fields.values():
                records_within(field.annotation, seen)
    else:
        for each in get_args(kind):
            records_within(each, seen)
    return seen


def every_key() -> set[str]:
    models = [model for _, model in (*FOLDERS.values(), *SINGLES.values())]
    records: set[type[Record]] = set()
    for each in (*models, *KINDS.values(), Reading, Source):
        records_within(each, records)
    return {key for each in records if each not in NEVER_WRITTEN for key in each.keys()} - WITHIN  # noqa: SIM118


def test_every_key_of_the_language_is_explained() -> None:
    text = (ROOT / "docs" / "language.md").read_text("utf-8")
    explained = set(re.findall(r"`(\w+)`", text)) | set(re.findall(r"[\n {-]\s*(\w+):\s", text))
    assert sorted(every_key() - explained) == []


def test_every_kind_of_block_and_of_exhibit_and_every_list_of_a_packet_is_shown() -> None:
    text = (ROOT / "docs" / "language.md").read_text("utf-8")
    assert [kind for kind in KINDS if f"- {kind}:" not in text] == []
    assert [kind for kind in EXHIBITS if f"\nkind: {kind}\n" not in text] == []
    assert [kind for kind in LISTS if f"- {kind}:" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_within_the_docs_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = [each for each in re.findall(r"\]\(([^)\s]+)", text) if "://" not in each]
    missing = [each for each in targets if not (page.parent / each.split("#")[0]).exists()]
    assert missing == []
    anchors = [each.split("#") for each in targets if "#" in each]
    for path, anchor in anchors:
        headings = re.findall(r"^#+ (.+)$", (page.parent / path).read_text("utf-8"), re.MULTILINE)
        assert anchor in {re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in headings}


def test_every_command_that_the_docs_type_is_one() -> None:
    typed = re.findall(r"`?(?:daysheet|python build\.py)((?: -C \S+| --delivery \S+)?) ([a-z]+)", every_code())
    assert {name for _, name in typed} <= set(main.commands), "a command that does not exist"


def every_code() -> str:
    """All that stands as code in the docs."""
    return "\n".join(code for page in PAGES for code in re.findall(r"`[^`]+`", page.read_text("utf-8")))


def test_the_lock_holds_every_library_at_one_version_and_no_host() -> None:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    pinned = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in pinned)
    names = {re.sub(r"[-_.]+", "-", line.split("==")[0]).lower() for line in pinned}
    wanted = re.findall(r'^\s+"([A-Za-z][A-Za-z0-9-]*)(?:[<>=\[].*)?",$', (ROOT / "pyproject.toml").read_text(), re.M)
    assert {name.lower() for name in wanted} - names == set()
    assert len(wanted) > 20
