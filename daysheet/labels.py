"""What things are called on page and paper: "Worksheet 3", "10 minutes", "Alone, then in threes", "Yours to keep"."""

from __future__ import annotations

from typing import Any

from daysheet.library import Library
from daysheet.models.agenda import Round
from daysheet.models.values import Groups, Minutes
from daysheet.models.worksheet import Worksheet
from daysheet.prose import to_text
from daysheet.sections import Section
from daysheet.spoken import Spoken
from daysheet.timetable import Timetable

NO_BREAK = "\u00a0"


def label(kind: str, record: Any, spoken: Spoken) -> str:
    """The kind and number of a record, kept together: `Worksheet 3`; the title of one without a number."""
    number = getattr(record, "number", None)
    return f"{spoken.words['names'][kind]}{NO_BREAK}{number}" if number else to_text(record.title)


def section_label(section: Section, spoken: Spoken) -> str:
    """`Handout 2, part A`."""
    said = str(spoken.words["reading"]["part"])
    return said.format(reading=label("reading", section.reading, spoken), letter=section.letter)


def reference_words(library: Library, spoken: Spoken, kind: str, id: str) -> str:
    """What a reference says beside its link: `Worksheet 5`; nothing where the kind has no numbers."""
    if kind not in ("worksheet", "reading", "portrait", "exhibit"):
        return ""
    return label(kind, library.find(kind, id.split("/")[0]), spoken)


def sheet_minutes(library: Library, sheet: Any, kind: str, timetables: tuple[Timetable, ...]) -> Minutes | int | None:
    """How long a sheet is worked on: what the first round that uses it says, or the sheet itself."""
    rounds = library.rounds_that_use(kind, sheet.id)
    if not rounds:
        return getattr(sheet, "minutes", None)
    timed = next(each for table in timetables for each in table.rounds if each.round == rounds[0])
    return getattr(sheet, "minutes", None) or timed.minutes


def groups_in_words(round: Round, spoken: Spoken) -> str:
    """How the room sits during a round, in order and without repetition: `Alone, then in threes`."""
    stated = [step.groups or round.groups for step in round.steps] or [round.groups]
    if round.groups and round.groups not in stated:
        stated.insert(0, round.groups)
    names = list(dict.fromkeys(spoken.groups(each) for each in stated if each and not _whole_room(each)))
    if not names:
        return spoken.groups(round.groups)
    later = [name[0].lower() + name[1:] for name in names[1:2]]
    return str(spoken.words["facts"]["then"]).format(first=names[0], then=later[0]) if later else names[0]


def _whole_room(groups: Groups) -> bool:
    return groups.name == "everyone"


def facts_of(library: Library, sheet: Worksheet, spoken: Spoken, timetables: tuple[Timetable, ...]) -> tuple[str, ...]:
    """What stands at the head of a worksheet: minutes, with whom, and what becomes of it."""
    rounds = library.rounds_that_use("worksheet", sheet.id)
    minutes = spoken.minutes(sheet_minutes(library, sheet, "worksheet", timetables))
    facts = (minutes, groups_in_words(rounds[0], spoken) if rounds else "", becomes(sheet, spoken))
    return tuple(fact for fact in facts if fact)


def becomes(sheet: Worksheet, spoken: Spoken) -> str:
    """What becomes of a worksheet: `Yours to keep`, `One for your table, to post`."""
    words = spoken.words["facts"]
    after = str(words["after"]["anonymous" if sheet.anonymous else sheet.after])
    if sheet.copies == "person":
        return after
    return str(words["shared"]).format(copies=words["copies"][sheet.copies], after=after[0].lower() + after[1:])


def round_uses(library: Library, round: Round, spoken: Spoken) -> tuple[tuple[str, Any, str], ...]:
    """What a round uses, as (kind, record, label), in the order written."""
    found = []
    for use in round.uses:
        kind, id = ("tenets", use.id.split("/")[0]) if use.kind == "tenet" else (use.kind, use.id)
        record = library.find(kind, id)
        found.append((kind, record, label(kind, record, spoken)))
    return tuple(found)
