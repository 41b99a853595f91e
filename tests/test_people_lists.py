"""Tables and groups as a table on the screen, as CSV, and by the commands `groups` and `named`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import write_project

from daysheet.cli import main
from daysheet.people.lists import GROUPS, TABLES, as_text, group_files
from daysheet.people.person import Person
from daysheet.people.seating import Group, Grouping, Seating

FILES = {
    "data/delivery.yml": "headcount: 4\ntable_size: 2\naddress: https://day.ac\n",
    "data/agendas/day.yml": "title: The day\nrounds:\n  - title: Talk\n    minutes: 9\n    groups: pairs\n",
    "data/worksheets/one.yml": "title: Write\nblocks:\n  - prompt: Why?\n",
}
ROSTER = {"data/roster.csv": "given,family,team\nAna,Ost,North\nBen,Car,North\nChi,Du,South\nDee,Ek,South\n"}
WORDS = {
    "tables": "Tables",
    "turn": "{title}, turn {turn}",
    "kinds": {"group": "group {name}", "table": "table {name}", "team": "{name}"},
}


def seating() -> Seating:
    people = (
        Person("ana", 1, "Ana", "=1+1", "@North", "Guest", "1"),
        Person("kim", 2, "Kim", "Lee", "South", "", "10"),
        Person("kim-2", 3, "Kim", "Lee", "North", "", "2"),
    )
    groups = (Group("1", ("ana", "kim"), ("A", "B"), "2"), Group("2", ("kim-2",), ("A",), "10"))
    return Seating(people, (Grouping("talk", "Talk", "group", groups, at="table"),))


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_tables_are_listed_in_the_order_of_their_numbers() -> None:
    files = group_files(seating())
    assert [row[0] for row in rows_of(files[TABLES])] == ["table", "1", "2", "10"]
    assert files[TABLES].startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by its mark"


def test_every_person_has_a_row_in_each_turn() -> None:
    head, *rows = rows_of(group_files(seating())[GROUPS])
    assert head[:6] == ["round", "title", "turn", "group", "place", "letter"]
    assert [(row[3], row[4], row[5], row[-1]) for row in rows] == [
        ("1", "2", "A", "ana"),
        ("1", "2", "B", "kim"),
        ("2", "10", "A", "kim-2"),
    ]


def test_no_cell_is_a_formula() -> None:
    for content in group_files(seating()).values():
        cells = [cell for row in rows_of(content) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
        assert {"'=1+1", "'@North"} <= set(cells)


def test_without_a_roster_there_are_no_files() -> None:
    assert group_files(Seating()) == {}


def test_two_of_one_name_are_told_apart_on_the_screen() -> None:
    assert list(as_text(seating(), WORDS)) == [
        "Tables",
        "  table 1    1  Ana =1+1",
        "  table 2    1  Kim Lee (North)",
        "  table 10   1  Kim Lee (South)",
        "",
        "Talk",
        "  group 1, table 2    2  A Ana =1+1, B Kim Lee (South)",
        "  group 2, table 10   1  A Kim Lee (North)",
    ]


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["-C", str(root), *arguments])
    return result.exit_code, result.output


def test_the_command_groups_shows_them_and_writes_them(tmp_path: Path) -> None:
    write_project(tmp_path, FILES | ROSTER)
    code, said = run(tmp_path, "groups")
    assert code == 0
    assert "  table 1   2  Ana Ost, Ben Car\n" in said
    assert "Talk\n  group 1" in said
    rows = rows_of((tmp_path / "dist/print" / GROUPS).read_bytes())
    assert len(rows) == 5
    assert {each["path"] for each in json.loads((tmp_path / "dist/manifest.json").read_text("utf-8"))} == {"print"}


def test_the_command_named_makes_a_file_for_each_person(tmp_path: Path) -> None:
    write_project(tmp_path, FILES | ROSTER)
    code, _ = run(tmp_path, "named", "-q")
    assert code == 0
    made = sorted(path.name for path in (tmp_path / "dist/print/named").iterdir())
    assert made == ["01-car-ben.pdf", "02-ost-ana.pdf", "03-du-chi.pdf", "04-ek-dee.pdf"]


@pytest.mark.parametrize("command", ["groups", "named"])
def test_without_a_roster_they_say_what_to_write(tmp_path: Path, command: str) -> None:
    write_project(tmp_path, FILES)
    code, said = run(tmp_path, command)
    assert code == 1
    assert "data/roster.csv  There is no roster, so nobody is known by name" in said
    assert not (tmp_path / "dist").exists()
