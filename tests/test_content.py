"""Links and pictures of the Markdown that a person writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import checked

BASE = {
    "data/worksheets/plan.yml": "title: T\nblocks:\n  - text: Read\n",
    "data/tenets/ten.yml": "title: T\ntenets:\n  - Joint work\n",
    "data/agendas/day.yml": "title: T\nrounds:\n  - title: Welcome\n    minutes: 5\n",
    "content/readings/growth.md": "---\ntitle: T\n---\n\nText.\n",
    "content/pictures/board.png": b"\x89PNG",
    "content/files/day.pdf": b"%PDF",
}

GOOD = [
    "[a](worksheets/plan.md)",
    "[a](worksheets/plan.html#how)",
    "[a](agenda.md) [b](downloads.md)",
    "[a](readings/growth.md?x=1)",
    "[a](tenets/ten.md)",
    "[a](https://example.org/nowhere.md) [b](mailto:a@example.org) [c](#here)",
    "[a](worksheet:plan) [b](round:welcome) [c](tenet:joint-work) [d](tenets:ten)",
    "![Two teachers](pictures/board.png)",
    "[a](files/day.pdf)",
    "```\n[a](nowhere.md)\n```",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_leads_somewhere_is_well(tmp_path: Path, text: str) -> None:
    assert [each.sentence for each in checked(tmp_path, {**BASE, "content/index.md": f"{text}\n"}).problems] == []


BAD = [
    ("index.md", "[a](worksheets/plen.md)", "There is no page or file `worksheets/plen.md`", 1, 5),
    ("index.md", "\nSee [a](worksheet:plen)", "There is no worksheet `plen`", 2, 9),
    ("index.md", "[a](tenet:joint-wrk)", "There is no tenet", 1, 5),
    ("index.md", "![x](pictures/none.png)", "There is no picture `pictures/none.png`", 1, 6),
    ("index.md", "![](pictures/board.png)", "does not say in words", 1, 5),
    ("index.md", "![x](https://example.org/x.png)", "stands elsewhere", 1, 6),
    ("index.md", "[a](../../etc/passwd)", "There is no page or file", 1, 5),
    ("index.md", "[a][b]\n\n[b]: nowhere.md", "There is no page or file `nowhere.md`", 3, 6),
    ("readings/more.md", "---\ntitle: T\n---\n[a](growht.md)", "There is no page or file `growht.md`", 4, 5),
    ("readings/more.md", "---\ntitle: T\n---\n[a](round:wlcome)", "There is no round `wlcome`", 4, 5),
]


@pytest.mark.parametrize(("name", "text", "told", "line", "column"), BAD)
def test_what_leads_nowhere_is_told_with_its_place(
    tmp_path: Path, name: str, text: str, told: str, line: int, column: int
) -> None:
    result = checked(tmp_path, {**BASE, f"content/{name}": f"{text}\n"})
    assert [each.place.file for each in result.problems] == [f"content/{name}"]
    assert told in result.problems[0].sentence
    assert (result.problems[0].place.line, result.problems[0].place.column) == (line, column)


WORDS = [
    ("![A board](pictures/board.png) and [a file](files/day.pdf)", ""),
    ("[web](https://example.org) [sheet](worksheet:plan)", ""),
    ("![A board](pictures/none.png)", "There is no picture `pictures/none.png`"),
    ("![](pictures/board.png)", "does not say in words"),
    ("![A board](https://example.org/board.png)", "cannot be named here"),
    ("[a](readings/growth.md)", "cannot be named here"),
]


@pytest.mark.parametrize(("words", "told"), WORDS)
def test_pictures_and_files_in_the_words_of_a_record_are_there_or_told(tmp_path: Path, words: str, told: str) -> None:
    sheet = f"title: T\nblocks:\n  - text: Read\n  - text: '{words}'\n"
    result = checked(tmp_path, {**BASE, "data/worksheets/more.yml": sheet})
    assert [(each.place.file, each.place.line) for each in result.problems] == (
        [("data/worksheets/more.yml", 4)] if told else []
    )
    assert not told or told in result.problems[0].sentence


def test_a_file_that_the_session_names_is_there_or_told(tmp_path: Path) -> None:
    assert not checked(tmp_path, {**BASE, "data/session.yml": "title: T\nslides: files/day.pdf\n"}).problems
    result = checked(tmp_path, {**BASE, "data/session.yml": "title: T\nslides: files/none.pdf\n"})
    assert [(each.place.file, each.place.line) for each in result.problems] == [("data/session.yml", 2)]


def test_a_page_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    result = checked(tmp_path, {**BASE, "content/own.md": "# Café\n".encode("latin-1")})
    assert [(each.place.file, each.place.line) for each in result.problems] == [("content/own.md", 1)]
    assert "UTF-8" in result.problems[0].sentence


def test_hidden_files_and_folders_among_readings_are_passed_over(tmp_path: Path) -> None:
    files = {**BASE, "content/readings/._growth.md": b"\x00\x05\x16", "content/readings/folder.md/a.txt": "x"}
    assert checked(tmp_path, files).problems == ()
