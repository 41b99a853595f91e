"""The roster as spreadsheets write it: encodings, separators, headings, and what is told about its rows."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from conftest import write_project

from daysheet.people.person import Person
from daysheet.people.roster import read_roster, tell_of_people
from daysheet.problems import Collector

PEOPLE = "given;family;team;needs\r\nZoë;Núñez;Nord;large print\r\nBen;Carter;Süd;\r\n"


def read(
    root: Path, content: str | bytes, name: str = "roster.csv", delivery: str = ""
) -> tuple[tuple[Person, ...], Collector]:
    project, collector = write_project(root, {f"data/{name}": content}), Collector()
    people = read_roster(project, delivery, {}, collector)
    tell_of_people(people, collector)
    return people, collector


@pytest.mark.parametrize(
    "content",
    [
        PEOPLE.encode(),
        codecs.BOM_UTF8 + PEOPLE.encode(),
        PEOPLE.encode("utf-16"),
        codecs.BOM_UTF16_BE + PEOPLE.encode("utf-16-be"),
        PEOPLE.encode("cp1252"),
        PEOPLE.replace(";", ",").encode(),
        PEOPLE.replace(";", "\t").encode(),
        ("sep=;\r\n" + PEOPLE).encode(),
        PEOPLE.replace("given;family;team;needs", "Given name:;FAMILY_NAME; School ;Access needs").encode(),
        PEOPLE.replace("\r\n", "\n").rstrip().encode(),
        PEOPLE.replace("\r\n", "\r").encode(),
    ],
)
def test_every_way_in_which_a_spreadsheet_writes_is_read(tmp_path: Path, content: bytes) -> None:
    people, collector = read(tmp_path, content)
    assert [(each.name, each.team, each.edition) for each in people] == [
        ("Zoë Núñez", "Nord", "large-print"),
        ("Ben Carter", "Süd", "standard"),
    ]
    assert collector.problems == []


def test_windows_1252_is_told_since_its_accents_are_a_guess(tmp_path: Path) -> None:
    _, collector = read(tmp_path, PEOPLE.encode("cp1252"))
    assert [each.sentence for each in collector.remarks] == [
        "This roster is not saved as UTF-8; it was read as Windows-1252"
    ]


def test_one_column_with_names_is_enough(tmp_path: Path) -> None:
    people, collector = read(tmp_path, "Name\nAna Maria Ostrowska\n")
    assert [(each.given, each.family, each.surname) for each in people] == [("Ana Maria Ostrowska", "", "Ostrowska")]
    assert not collector.problems
    assert not collector.remarks


def test_columns_that_nobody_asked_for_are_kept_as_text(tmp_path: Path) -> None:
    people, _ = read(tmp_path, "name,E-mail,Phone\nAna,=1+1,+1 780\n")
    assert people[0].more == (("E-mail", "=1+1"), ("Phone", "+1 780"))
    assert people[0].column("PHONE") == "+1 780"


def test_a_quoted_cell_may_hold_commas_and_quotation_marks(tmp_path: Path) -> None:
    people, _ = read(tmp_path, 'given,family\n"Ana ""Nan""","Ostrowska, PhD"\n')
    assert people[0].name == 'Ana "Nan" Ostrowska, PhD'


def test_marks_that_turn_the_direction_of_a_line_are_taken_out(tmp_path: Path) -> None:
    people, _ = read(tmp_path, "name\nA\u202ena\u2066 B\u200fen\x00\n")
    assert people[0].name == "Ana Ben"


def test_html_stays_the_text_that_it_is(tmp_path: Path) -> None:
    people, collector = read(tmp_path, "name\n<b onclick=x>Ana</b>\n")
    assert people[0].name == "<b onclick=x>Ana</b>"
    assert people[0].id == "b-onclick-x-ana-b"
    assert collector.problems == []


def test_ids_are_of_plain_letters_and_of_one_person_each(tmp_path: Path) -> None:
    rows = ["Kim,Lee", "Kim,Lee", "Kim,Lee 2", "../../etc,passwd", "ليلى,حدّاد", "נועה,בן־דוד", "Björk,Þórarinsdóttir"]
    people, _ = read(tmp_path, "given,family\n" + "\n".join(rows) + "\n")
    ids = [each.id for each in people]
    assert len(set(ids)) == len(rows)
    assert ids[0] == "lee-kim"
    assert ids[3] == "passwd-etc"
    assert ids[6] == "thorarinsdottir-bjork"
    assert all(each.replace("-", "").isalnum() and each.isascii() for each in ids)


def test_two_of_one_name_are_both_kept_and_told(tmp_path: Path) -> None:
    people, collector = read(tmp_path, "given,family,team\nKim,Lee,North\nKim,Lee,South\n")
    assert len(people) == 2
    assert [(each.place.line, each.sentence, each.hint) for each in collector.remarks] == [
        (2, "2 people are called Kim Lee (lines 2, 3 of the roster)", "their teams and roles tell them apart")
    ]


def test_empty_lines_between_people_are_told_once_and_those_at_the_end_not(tmp_path: Path) -> None:
    people, collector = read(tmp_path, "name,team\nAna,\n,\n\nBen,\n,,\n,,\n")
    assert [each.place.line for each in people] == [2, 5]
    assert [each.sentence for each in collector.remarks] == [
        "2 lines, the first of them line 3, of the roster are empty"
    ]


def test_a_lone_dash_says_that_there_is_nothing(tmp_path: Path) -> None:
    people, collector = read(tmp_path, "name,team,needs\nAna,-,–\n")
    assert (people[0].team, people[0].needs) == ("", ())
    assert collector.problems == []


def test_letters_that_nobody_sees_are_left_out_and_those_within_a_word_stay(tmp_path: Path) -> None:
    people, collector = read(tmp_path, "name\nB\u200bo\u00adb\u2060\nBob\n\u200d\u200b\nمی\u200cخواهم\u200d\n")
    assert [each.name for each in people] == ["Bob", "Bob", "می\u200cخواهم"]
    assert [each.sentence for each in collector.remarks] == [
        "Line 4 of the roster is empty",
        "2 people are called Bob (lines 2, 3 of the roster)",
    ]


def test_each_delivery_may_have_a_roster_of_its_own(tmp_path: Path) -> None:
    read(tmp_path, "name\nAna\n")
    people, _ = read(tmp_path, "name\nBen\n", "roster-spring.csv", "spring")
    assert [each.name for each in people] == ["Ben"]


def test_two_thousand_rows_are_read_and_each_keeps_its_line(tmp_path: Path) -> None:
    rows = "".join(f"Given{number},Family{number % 700},Team {number % 60}\n" for number in range(2000))
    people, collector = read(tmp_path, f"given,family,team\n{rows}")
    assert len(people) == len({each.id for each in people}) == 2000
    assert people[-1].place.line == 2001
    assert collector.problems == []
    assert collector.remarks == []
