"""A whole project is read: what stands where, and what stands nowhere."""

from __future__ import annotations

from pathlib import Path

from conftest import checked, library_of, sentences

from daysheet.load import checker_of

SHEET = "title: A sheet\nblocks:\n  - text: Read\n"
SOURCES = """
works:
  authors: [Hargreaves, Andy; O'Connor, Michael T.]
  year: 2018
  title: "Collaborative professionalism: when teaching together means learning for all"
  publisher: Corwin
"""


def test_the_name_of_a_file_is_its_id(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"data/worksheets/know-yourself.yml": SHEET})
    assert library.find("worksheet", "know-yourself").title == "A sheet"


def test_a_name_that_cannot_be_an_id_is_told_with_one_that_can(tmp_path: Path) -> None:
    result = checked(tmp_path, {"data/worksheets/Know Yourself.yml": SHEET})
    assert result.problems[0].hint == "rename it to `know-yourself.yml`"


def test_an_id_that_is_not_the_name_of_its_file_is_told(tmp_path: Path) -> None:
    result = checked(tmp_path, {"data/worksheets/a.yml": f"id: b\n{SHEET}"})
    assert "rename the file to `b`" in result.problems[0].hint
    assert result.problems[0].place.line == 1


def test_two_files_of_one_name_are_told(tmp_path: Path) -> None:
    result = checked(tmp_path, {"data/worksheets/a.yml": SHEET, "data/worksheets/a.yaml": SHEET})
    assert len(result.problems) == 1


def test_a_file_in_no_known_place_is_told(tmp_path: Path) -> None:
    result = checked(
        tmp_path, {"data/worksheet/a.yml": SHEET, "data/sesion.yml": "title: T\n", "data/worksheets/a.txt": ""}
    )
    hints = " ".join(each.hint for each in result.problems)
    assert "`data/worksheets/`" in hints
    assert "`session.yml`" in hints
    assert "`something.yml`" in hints


def test_hidden_files_and_kept_files_are_not_read(tmp_path: Path) -> None:
    files = {"data/.DS_Store": b"\x00", "data/roster.csv": "name\nAna\n", "data/worksheets/a.yml.before": ":::"}
    assert not checked(tmp_path, files).problems


def test_authors_in_brackets_stay_together(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"data/sources.yml": SOURCES})
    assert library.sources["works"].authors == ("Hargreaves, Andy", "O'Connor, Michael T.")
    assert library.sources["works"].year == "2018"


def test_authors_may_stand_one_a_line_or_in_quotes(tmp_path: Path) -> None:
    text = "a:\n  title: T\n  authors:\n    - Hattie, John\n    - Frey, Nancy\nb:\n  title: T\n"
    text += '  authors: ["Hattie, John", "Frey, Nancy"]\nc:\n  title: T\n  authors: Hattie, John; Frey, Nancy\n'
    works = library_of(tmp_path, {"data/sources.yml": text}).sources
    assert works["a"].authors == works["b"].authors == works["c"].authors == ("Hattie, John", "Frey, Nancy")


def test_a_reading_keeps_its_body_and_where_it_begins(tmp_path: Path) -> None:
    reading = library_of(tmp_path, {"content/readings/a.md": "---\ntitle: T\n---\n\nFirst.\n"}).find("reading", "a")
    assert (reading.title, reading.body.strip(), reading.body_line) == ("T", "First.", 4)


def test_a_reading_needs_its_title(tmp_path: Path) -> None:
    assert "`title` is missing" in checked(tmp_path, {"content/readings/a.md": "Just text.\n"}).problems[0].sentence


def test_all_problems_of_a_stage_are_told_at_once(tmp_path: Path) -> None:
    files = {
        "data/worksheets/a.yml": "title: T\n",
        "data/worksheets/b.yml": SHEET + "extra: x\n",
        "content/readings/c.md": "---\nbyline: B\n---\n",
    }
    assert [each.place.file for each in checked(tmp_path, files).problems] == [
        "content/readings/c.md",
        "data/worksheets/a.yml",
        "data/worksheets/b.yml",
    ]


def test_what_cannot_be_parsed_stops_before_the_shape_is_checked(tmp_path: Path) -> None:
    files = {"data/worksheets/a.yml": "title: [T\n", "data/worksheets/b.yml": "titel: T\n"}
    assert {each.place.file for each in checked(tmp_path, files).problems} == {"data/worksheets/a.yml"}


def test_no_data_at_all_is_told_with_the_way_to_begin(tmp_path: Path) -> None:
    from daysheet.check import check

    result = check(tmp_path)
    assert any("daysheet new" in each.hint for each in result.problems), sentences(result)


def test_a_file_is_checked_alone_for_mending() -> None:
    assert not checker_of("data/worksheets/a.yml")(SHEET)
    assert checker_of("data/worksheets/a.yml")("title: T\n")
    assert not checker_of("data/sources.yml")(SOURCES)
    assert checker_of("content/readings/a.md")("---\ntitel: T\n---\n")
