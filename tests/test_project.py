"""Where things stand: what of an author's folder may be published, and what never is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from conftest import checked

from daysheet.project import Project

BASE: dict[str, str | bytes] = {
    "data/worksheets/plan.yml": "title: T\nblocks:\n  - text: Read\n",
}


def published(root: Path, *names: str) -> list[str]:
    for name in names:
        (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / name).write_text("Ada", "utf-8")
    return [path.relative_to(root / "content").as_posix() for path in Project(root).content_files()]


@pytest.mark.parametrize("name", ["roster.csv", "files/Roster.CSV", "files/roster-2026.xlsx", "readings/roster.tsv"])
def test_a_roster_is_never_published_wherever_it_lies(tmp_path: Path, name: str) -> None:
    assert published(tmp_path, name, "files/day.csv") == ["files/day.csv"]


@pytest.mark.parametrize("name", ["readings/a.md.before", "readings/a.md.before-2", ".secret", ".git/a.md", "._a.md"])
def test_old_text_and_hidden_files_are_not_published(tmp_path: Path, name: str) -> None:
    assert published(tmp_path, name, "readings/a.md") == ["readings/a.md"]


def test_what_only_sounds_like_a_roster_is_published(tmp_path: Path) -> None:
    assert published(tmp_path, "files/rosters.csv", "roster.md") == ["files/rosters.csv", "roster.md"]


def test_a_link_to_a_roster_leads_nowhere(tmp_path: Path) -> None:
    files = {**BASE, "content/index.md": "[who](files/roster.csv)\n", "content/files/roster.csv": "Ada"}
    assert [each.sentence for each in checked(tmp_path, files).problems] == [
        "There is no page or file `files/roster.csv`"
    ]


def test_a_roster_anywhere_under_data_is_no_mistake(tmp_path: Path) -> None:
    files = {**BASE, "data/worksheets/Roster.csv": "Ada", "data/roster.xlsx": "Ada"}
    assert checked(tmp_path, files).problems == ()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such name")
def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yml"))
    assert Project(tmp_path).name_of(odd) == "?.yml"
