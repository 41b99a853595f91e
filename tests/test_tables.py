"""Rows of a table: from YAML or from a CSV as spreadsheets write it; what cannot be is golden in cases/errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import checked, library_of, sentences

TABLE = """\
kind: table
title: Sizes
columns:
  - Name
  - {heading: "Per cent", key: share, type: per cent}
csv: sizes.csv
"""


def rows(root: Path, content: bytes) -> list[dict[str, str]]:
    files: dict[str, str | bytes] = {"data/exhibits/sizes.yml": TABLE, "data/exhibits/sizes.csv": content}
    return list(library_of(root, files).exhibits[0].rows)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "content",
    [
        "Name,Per cent\nÉcole,12.5\n",
        "Name,share\nÉcole,12.5\n",
        "\ufeffName;Per cent\r\nÉcole;12.5\r\n",
        "name\tPER CENT\nÉcole\t12.5\n\n\n",
        'Per cent,Remarks,Name\n12.5,"none, so far",École\n',
        "Name;Per cent;;\n École ; 12.5 ;;\n;;;\n",
    ],
)
def test_a_csv_is_read_however_a_spreadsheet_wrote_it(tmp_path: Path, content: str) -> None:
    assert rows(tmp_path, content.encode()) == [{"name": "École", "share": "12.5"}]


def test_a_cell_may_hold_commas_and_lines(tmp_path: Path) -> None:
    content = 'Name,Per cent\n"One,\ntwo",1\nThree,2\n'
    assert [row["name"] for row in rows(tmp_path, content.encode())] == ["One,\ntwo", "Three"]


def test_a_mistake_after_a_cell_of_two_lines_is_told_on_its_own_line(tmp_path: Path) -> None:
    content = 'Name,Per cent\n"One,\ntwo",1\nThree,many\n'
    result = checked(tmp_path, {"data/exhibits/sizes.yml": TABLE, "data/exhibits/sizes.csv": content})
    assert sentences(result) == ["data/exhibits/sizes.csv:4: `many` is not a number, and `Per cent` holds numbers"]


@pytest.mark.parametrize(("content", "said"), [("", "is empty"), ("Name,Per cent\n", "holds no rows")])
def test_a_csv_without_rows_is_told(tmp_path: Path, content: str, said: str) -> None:
    result = checked(tmp_path, {"data/exhibits/sizes.yml": TABLE, "data/exhibits/sizes.csv": content})
    assert sentences(result) == [f"data/exhibits/sizes.csv:0: This table {said}"]


def test_a_csv_outside_the_data_is_not_read(tmp_path: Path) -> None:
    table = TABLE.replace("sizes.csv", "../../../secret.csv")
    (tmp_path / "secret.csv").write_text("Name,Per cent\nA,1\n")
    result = checked(tmp_path / "session", {"data/exhibits/sizes.yml": table})
    assert sentences(result) == ["data/exhibits/sizes.yml:6: There is no file `data/exhibits/../../../secret.csv`"]


def test_a_row_may_name_its_columns_by_heading_or_key(tmp_path: Path) -> None:
    table = TABLE.replace("csv: sizes.csv", "rows:\n  - Name: One\n    Per cent: 1\n  - name: Two\n    share: 2")
    found = library_of(tmp_path, {"data/exhibits/sizes.yml": table}).exhibits[0].rows  # type: ignore[attr-defined]
    assert list(found) == [{"name": "One", "share": "1"}, {"name": "Two", "share": "2"}]


def test_a_column_with_nothing_in_it_is_no_mistake(tmp_path: Path) -> None:
    assert rows(tmp_path, b"Name,Per cent\nOne,\n") == [{"name": "One"}]


def test_the_csv_is_known_as_a_source_of_its_exhibit(tmp_path: Path) -> None:
    files = {"data/exhibits/sizes.yml": TABLE, "data/exhibits/sizes.csv": "Name,Per cent\nOne,1\n"}
    assert library_of(tmp_path, files).files["csv", "sizes"] == "data/exhibits/sizes.csv"
