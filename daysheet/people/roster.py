"""Steps 1 and 2 for the roster: `data/roster.csv` becomes people. They never enter the library, which is published.

Headings may stand in any order and case. What stops a print run is a problem (a row without a name, a formula); what a
person should look at is a remark (an empty line, two people of one name).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from daysheet.glyphs import coverage_of
from daysheet.models.base import slug
from daysheet.people.cells import WINDOWS, Line, Sheet, read_sheet
from daysheet.people.person import Person
from daysheet.problems import Collector, InvalidData
from daysheet.project import Project

ROSTER = "roster.csv"
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "given": ("given", "given name", "given names", "first", "first name", "firstname", "forename"),
    "family": ("family", "family name", "last", "last name", "lastname", "surname"),
    "name": ("name", "full name", "participant"),
    "team": ("team", "school", "district", "organisation", "organization"),
    "role": ("role", "position"),
    "table": ("table", "table number"),
    "needs": ("needs", "need", "access", "access needs"),
}
"""What a column is -> how its heading may be written, in small letters."""
KNOWN = {heading: name for name, headings in HEADINGS.items() for heading in headings}
SAMPLE = "begin the file with a line such as `given,family,team,role,needs`"
PLAIN = str.maketrans({"þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i", "œ": "oe", "Œ": "Oe"})
"""Letters that stand for others in plain ones, beyond those that lose an accent."""
LONGEST = 120
"""Characters of a cell that is printed; a longer one went wrong."""
TOLD = 6
"""Lines that one remark names."""


def find_roster(project: Project, delivery: str = "") -> Path | None:
    """The roster of a delivery, `data/roster-<delivery>.csv`, else `data/roster.csv`, else none."""
    found = {path.name.lower(): path for path in sorted(project.data.glob("*.csv")) if path.is_file()}
    return found.get(f"roster-{delivery}.csv".lower()) or found.get(ROSTER)


def read_roster(
    project: Project, delivery: str, lines: dict[str, tuple[str, ...]], collector: Collector
) -> tuple[Person, ...]:
    """The people of the roster in its order; none without one. Its text goes to `lines`, for the report.

    What is wrong goes to the collector; never raises for a mistake in the file.
    """
    path = find_roster(project, delivery)
    if path is None:
        return ()
    try:
        sheet = read_sheet(path.read_bytes(), project.name_of(path))
        lines[sheet.file] = sheet.lines
        people = _people(sheet, collector)
    except InvalidData as invalid:
        collector.problems += invalid.problems
        return ()
    _check_letters(people, sheet, project, collector)
    return _with_ids(people)


def _people(sheet: Sheet, collector: Collector) -> list[Person]:
    if sheet.encoding == WINDOWS:
        hint = "look at the accents in it, or save it as “CSV UTF-8”"
        collector.remark(sheet.place(0), "This roster is not saved as UTF-8; it was read as Windows-1252", hint)
    rows = [row for row in sheet.rows if not row.is_empty]
    if not rows:
        collector.problem(sheet.place(0), "The roster is empty", SAMPLE)
        return []
    columns = [KNOWN.get(_heading(cell), cell) for cell in rows[0].cells]
    if not _head_is_well(rows[0], columns, sheet, collector):
        return []
    if len(rows) == 1:
        hint = "write a line for each person, or remove the file"
        collector.remark(sheet.place(rows[0].number), "The roster names its columns, and nobody yet", hint)
    _tell_of_empty(sheet, rows, collector)
    return [person for row in rows[1:] if (person := _person(row, columns, sheet, collector))]


def _heading(cell: str) -> str:
    return " ".join(re.sub(r"[_\-:]+", " ", cell).lower().split())


def _head_is_well(row: Line, columns: Sequence[str], sheet: Sheet, collector: Collector) -> bool:
    """Whether the first line names columns, names among them, and none of ours twice."""
    twice = [name for name, count in Counter(columns).items() if count > 1 and name in HEADINGS]
    if twice:
        collector.problem(
            sheet.place(row.number), f"Two columns are called `{twice[0]}`", "give one of them another name"
        )
    elif not set(columns) & set(HEADINGS):
        collector.problem(sheet.place(row.number), "The first line of the roster names no column", SAMPLE)
    elif not {"given", "family", "name"} & set(columns):
        collector.problem(sheet.place(row.number), "The roster has no column with names", SAMPLE)
    else:
        return True
    return False


def _tell_of_empty(sheet: Sheet, rows: Sequence[Line], collector: Collector) -> None:
    """One remark for all empty lines between people; those at the end are only how spreadsheets end a file."""
    empty = [row.number for row in sheet.rows if row.is_empty and row.number < rows[-1].number]
    if empty:
        said = "Line " + str(empty[0]) if len(empty) == 1 else f"{len(empty)} lines, the first of them line {empty[0]},"
        verb = "is" if len(empty) == 1 else "are"
        collector.remark(
            sheet.place(empty[0]), f"{said} of the roster {verb} empty", "look whether somebody is missing"
        )


def _person(row: Line, columns: Sequence[str], sheet: Sheet, collector: Collector) -> Person | None:
    if len(row.cells) > len(columns) and any(row.cells[len(columns) :]):
        sentence = f"This row has {len(row.cells)} cells, and the first line names {len(columns)}"
        collector.problem(sheet.place(row.number), sentence, "put a cell that holds a comma into quotation marks")
        return None
    cells = {name: cell for name, cell in zip(columns, row.cells, strict=False) if cell}
    ours = {name: cell for name, cell in cells.items() if name in HEADINGS}
    if _has_formula(ours, row, sheet, collector):
        return None
    given, family = ours.get("given") or ours.get("name", ""), ours.get("family", "")
    if not given and not family:
        collector.problem(
            sheet.place(row.number), "This row of the roster has no name", "write the name, or take out the row"
        )
        return None
    if long := next((name for name, cell in ours.items() if len(cell) > LONGEST and name != "needs"), ""):
        called = "name" if long in ("given", "family") else long
        sentence = f"A {called} of {len(ours[long])} letters cannot be printed"
        collector.problem(sheet.place(row.number, ours[long]), sentence, f"shorten it to at most {LONGEST}")
        return None
    return Person(
        id="",
        number=0,
        given=given or family,
        family=family if given else "",
        team=ours.get("team", ""),
        role=ours.get("role", ""),
        table=ours.get("table", ""),
        needs=tuple(slug(each) for each in re.split(r"[,;/+]", ours.get("needs", "")) if slug(each)),
        more=tuple((name, cell) for name, cell in cells.items() if name not in HEADINGS and name),
        place=sheet.place(row.number),
    )


def _has_formula(cells: Mapping[str, str], row: Line, sheet: Sheet, collector: Collector) -> bool:
    """Whether a cell that is printed begins as a formula does; further columns keep theirs, as text."""
    found = next((cell for cell in cells.values() if cell.startswith(("=", "+", "-", "@"))), "")
    if found:
        sentence = f"This cell begins with `{found[0]}`, as a formula does; it is not evaluated, and it is not printed"
        collector.problem(sheet.place(row.number, found), sentence, "write the text itself")
    return bool(found)


def _check_letters(people: Iterable[Person], sheet: Sheet, project: Project, collector: Collector) -> None:
    """A problem for each text of which no font has a letter."""
    coverage = coverage_of(project)
    for person in people:
        for text in (person.given, person.family, person.team, person.role, person.table):
            if missing := coverage.missing(text):
                sentence = f"`{text}` cannot be printed: none of the fonts has `{''.join(missing)}`"
                hint = "write it in letters that the fonts have, as the person does in an address"
                collector.problem(sheet.place(person.place.line, text), sentence, hint)


def _with_ids(people: Sequence[Person]) -> tuple[Person, ...]:
    """The people numbered, each with an id of its own: family and given name in plain letters."""
    taken: Counter[str] = Counter()
    named = []
    for number, person in enumerate(people, 1):
        base = slug(f"{person.family} {person.given}".translate(PLAIN)) or "person"
        while taken[base]:
            taken[base] += 1
            base = f"{base}-{taken[base]}"
        taken[base] = 1
        named.append(replace(person, id=base, number=number))
    return tuple(named)


def tell_of_people(people: Sequence[Person], collector: Collector) -> None:
    """A remark for people of one name, who are told apart by what else is known of them."""
    named: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        named[person.name.casefold()].append(person)
    for same in (each for each in named.values() if len(each) > 1):
        lines = ", ".join(str(person.place.line) for person in same[:TOLD])
        lines += f" and {len(same) - TOLD} more" if len(same) > TOLD else ""
        sentence = f"{len(same)} people are called {same[0].name} (lines {lines} of the roster)"
        apart = len({(person.team, person.role) for person in same}) == len(same)
        hint = "their teams and roles tell them apart" if apart else "add a middle name, or a team, to tell them apart"
        collector.remark(same[0].place, sentence, hint)
