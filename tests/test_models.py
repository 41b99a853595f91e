"""The records: every form of the language loads, and what cannot be is refused in a sentence."""

# ruff: noqa: E501  samples stand on one line
from __future__ import annotations

import datetime
from typing import Any

import pytest
from conftest import record_of, refused
from hypothesis import given
from hypothesis import strategies as st

from daysheet.models.agenda import Agenda, slide_numbers
from daysheet.models.base import LONGEST_ID, slug
from daysheet.models.delivery import Delivery
from daysheet.models.packet import Packet
from daysheet.models.portrait import Portrait
from daysheet.models.reading import Reading
from daysheet.models.session import Session
from daysheet.models.tenets import TenetSet
from daysheet.models.worksheet import Worksheet

ROUND = "title: T\nrounds:\n  - title: Talk\n    minutes: 10\n"
DAY = "days:\n  - {date: 2018-03-22, doors: 8:30, start: 9:00, end: 15:30}\ntimezone: America/Edmonton\n"


def first_round(text: str) -> Any:
    return record_of(Agenda, ROUND + text).rounds[0]


SESSION_FORMS = [
    ('title: "Leading together: learning"\n', "title", "Leading together: learning"),
    ("title: T\nquestion: What will you do on Monday?\n", "question", "What will you do on Monday?"),
    ("title: T\noutcomes:\n  - Leave with a plan, on paper\n", "outcomes", ("Leave with a plan, on paper",)),
    ("title: T\nnorms: Share the minutes\n", "norms", ("Share the minutes",)),
    ("title: T\nlanguage: en-CA\n", "language", "en-CA"),
    ('title: T\naccent: "#8a3b12"\n', "accent", "#8a3b12"),
    ("title: T\naccent: brick\n", "accent", "brick"),
    ("title: T\nslides: files/day.pdf\n", "slides", "files/day.pdf"),
    ("title: T\nslides: https://example.org/day\n", "slides", "https://example.org/day"),
    ("title: 007\n", "title", "007"),
    ("title: no\n", "title", "no"),
    ("title: 1.10\n", "title", "1.10"),
    ("title: 9:30\n", "title", "9:30"),
    ("title: 2018-03-22\n", "title", "2018-03-22"),
    ("title: T\nlicence: 1_000\n", "licence", "1_000"),
]


@pytest.mark.parametrize(("text", "key", "value"), SESSION_FORMS)
def test_a_session_is_as_written(text: str, key: str, value: object) -> None:
    assert getattr(record_of(Session, text, "data/session.yml"), key) == value


def test_a_host_is_a_name_or_has_more_to_say() -> None:
    session = record_of(Session, "title: T\nhosts:\n  - A. Host\n  - name: B. Host\n    about: Leads.\n")
    assert [(host.name, host.about) for host in session.hosts] == [("A. Host", ""), ("B. Host", "Leads.")]


def test_a_delivery_is_as_written() -> None:
    delivery = record_of(
        Delivery,
        DAY + "place: room\nvenue: Conference centre, 1 Example Street\nrooms:\n  main: Salon 8\n"
        "headcount: 48\ntable_size: 7\nwalk_ins: 4\npaper: letter\ncopier: grey\naddress: https://example.org/day\n"
        "times_shown: breaks\ncontact: Front desk, +1 780 555 0100\npractical:\n  - Lunch is in the atrium, one floor down.\n"
        'private:\n  wifi: {name: Guest, password: spring}\n  join: {link: "https://meet.example.org/a", passcode: 007}\n',
    )
    day = delivery.days[0]
    assert (day.date, day.doors, day.start) == (
        datetime.date(2018, 3, 22),
        datetime.time(8, 30),
        datetime.time(9),
    )
    assert delivery.rooms == {"main": "Salon 8"}
    assert delivery.tables == 7
    assert delivery.practical == ("Lunch is in the atrium, one floor down.",)
    assert delivery.private.join
    assert delivery.private.join.passcode == "007"


DELIVERY_MISTAKES = [
    ("days:\n  - {date: 2018-03-22, start: 9:00, end: 15:30}\n", "needs its `timezone`"),
    ("days:\n  - {date: 2018-03-22, start: 9:00, end: 8:30}\ntimezone: UTC\n", "before it starts"),
    ("days:\n  - {date: 2018-03-22, start: 9:00, end: 10:30, doors: 9:30}\ntimezone: UTC\n", "doors open after"),
    (DAY + "headcount: -3\n", "out of range"),
    ("timezone: America/Edmontn\n", "is not a time zone"),
    ("timezone: ../../etc/passwd\n", "is not a time zone"),
    ("paper: a5\n", "is not possible"),
    ("days:\n  - {date: 2018-02-30, start: 9:00, end: 10:00}\ntimezone: UTC\n", "is not a date"),
    (
        "days:\n  - {date: 2018-03-23, start: 9:00, end: 10:00}\n  - {date: 2018-03-22, start: 9:00, end: 10:00}\n"
        "timezone: UTC\n",
        "not in order",
    ),
]


@pytest.mark.parametrize(("text", "told"), DELIVERY_MISTAKES)
def test_a_delivery_that_cannot_be_is_refused(text: str, told: str) -> None:
    assert told in " ".join(refused(Delivery, text, "data/delivery.yml"))


def test_a_break_a_lunch_and_a_move_are_one_line() -> None:
    agenda = record_of(Agenda, "title: T\nrounds:\n  - break: 15\n  - lunch: 45\n  - move: 3\n")
    assert [(each.kind, each.title, each.minutes.planned) for each in agenda.rounds if each.minutes] == [
        ("break", "Break", 15),
        ("lunch", "Lunch", 45),
        ("move", "Move", 3),
    ]
    assert all(each.is_pause for each in agenda.rounds)


def test_an_agenda_has_parts_or_rounds_at_once() -> None:
    assert len(record_of(Agenda, ROUND).parts) == 1
    assert "either `rounds` or `tracks`" in " ".join(refused(Agenda, "title: T\nparts:\n  - title: Morning\n"))


ROUND_FORMS = [
    ("    groups: trios\n", lambda each: each.groups.name, "trios"),
    ("    groups: {size: 6, to: 8}\n", lambda each: (each.groups.size, each.groups.to), (6, 8)),
    ("    starts: 10:30\n", lambda each: each.starts, datetime.time(10, 30)),
    ("    kind: world cafe\n", lambda each: each.kind, "world café"),
    ("    kind: gallery walk\n", lambda each: each.kind, "gallery walk"),
    ("    kind: breakout rooms\n", lambda each: each.kind, "breakout rooms"),
    ("    led_by: A. Host\n", lambda each: each.led_by, ("A. Host",)),
    ("    led_by:\n      - A. Host\n      - B. Host\n", lambda each: each.led_by, ("A. Host", "B. Host")),
    ("    roles:\n      Presenter: Brings, and asks.\n", lambda each: each.roles, {"Presenter": "Brings, and asks."}),
    ("    uses:\n      - worksheet: showcase\n", lambda each: each.uses[0].id, "showcase"),
    ("    letters: {A: stop, B: continue}\n", lambda each: each.letters, {"A": "stop", "B": "continue"}),
    ("    stations: {tenets: ten}\n", lambda each: each.stations.tenets, "ten"),
    ("    stations:\n      Door: What?\n", lambda each: each.stations.named, {"Door": "What?"}),
    ("    materials:\n      - {supply: paper, per: team}\n", lambda each: each.materials[0].supply, "paper"),
    ("    materials:\n      - {tool: markers, per: table}\n", lambda each: each.materials[0].per, "table"),
    ("    materials:\n      - markers\n", lambda each: each.materials[0].tool, "markers"),
    ("    slides: 12-18\n", lambda each: each.slides, "12-18"),
    ("    debrief:\n      - What surprised you?\n", lambda each: each.debrief, ("What surprised you?",)),
    ("    facilitator: Ask for evidence.\n", lambda each: each.facilitator.say, "Ask for evidence."),
    ("    facilitator:\n      if_long: Add a turn.\n", lambda each: each.facilitator.if_long, "Add a turn."),
    ("    repeat: {times: 3, rotate: roles}\n", lambda each: each.turns, 3),
    ("    repeat:\n      times: 2\n      between: Swap. (2 min)\n", lambda each: each.repeat.between.do, "Swap."),
    ("    steps:\n      - Read (5 min)\n", lambda each: each.steps[0].minutes.planned, 5),
    ("    steps:\n      - do: Tell (8-12 min)\n        who: Presenter\n", lambda each: each.steps[0].do, "Tell"),
    (
        "    steps:\n      - do: Tell\n        silent: everyone else\n",
        lambda each: each.steps[0].silent,
        "everyone else",
    ),
    (
        "    links:\n      - title: Notes\n        address: https://example.org\n",
        lambda each: each.links[0].title,
        "Notes",
    ),
]


@pytest.mark.parametrize(("text", "found", "value"), ROUND_FORMS)
def test_a_round_is_as_written(text: str, found: Any, value: object) -> None:
    assert found(first_round(text)) == value


ROUND_MISTAKES = [
    ("    groups: fives\n", "is not a way to group"),
    ("    groups: {name: fives}\n", "is not a way to group"),
    ("    groups: {size: 6, to: 4}\n", "run backwards"),
    ("    groups: {to: 4}\n", "a word or a size"),
    ("    groups: {size: -2}\n", "out of range"),
    ("    kind: gallery\n", "is not a kind of round"),
    ("    starts: 25:00\n", "is not a time of day"),
    ("    steps:\n      - Read (20-10 min)\n", "runs backwards"),
    ("    steps:\n      - Read (0 min)\n", "out of range for minutes"),
    ("    steps:\n      - do: Read (5 min)\n        minutes: 5\n", "gives its minutes twice"),
    ("    repeat: {times: 1}\n", "out of range"),
    ("    repeat:\n      times: 3\n      invitations:\n        - One?\n", "invitations stand here for 3 turns"),
    ("    uses:\n      - showcase\n", "written as keys and values"),
    ("    uses:\n      - {worksheet: a, reading: b}\n", "one kind and one id"),
    ("    materials:\n      - {supply: a, tool: b}\n", "either a `supply`"),
    ("    links:\n      - {title: A, address: nowhere}\n", "is not an address"),
    ("    purpos: To see.\n", "did you mean `purpose`"),
]


@pytest.mark.parametrize(("text", "told"), ROUND_MISTAKES)
def test_a_round_that_cannot_be_is_refused_once(text: str, told: str) -> None:
    said = refused(Agenda, ROUND + text, "data/agendas/day.yml")
    assert len(said) == 1
    assert told in said[0]
    assert "validation error" not in said[0]


def test_a_break_does_not_say_its_minutes_twice() -> None:
    assert "says kind and minutes already" in refused(Agenda, "title: T\nrounds:\n  - break: 15\n    minutes: 5\n")[0]


def test_tracks_stand_side_by_side() -> None:
    text = "title: T\nparts:\n  - title: P\n    tracks:\n      - title: A\n        room: lab\n        rounds:\n          - break: 5\n"
    assert record_of(Agenda, text).parts[0].tracks[0].rounds[0].title == "Break"


@pytest.mark.parametrize(("text", "slides"), [("12-18", (12, 18)), ("12", (12, 12)), ("the last", None)])
def test_slides_are_numbers_or_words(text: str, slides: object) -> None:
    assert slide_numbers(text) == slides


def test_tenets_are_plain_lines_or_have_more_to_say() -> None:
    text = (
        "title: T\ncalled: focus\ntenets:\n  - Trust\n  - name: Joint work\n    gist: More, together.\n    looks_like:\n"
        "      - Teams decide, alone\n    ask: Who waits?\n    evidence:\n      - finding: It helps.\n        source: hattie\n"
    )
    tenets = record_of(TenetSet, text)
    assert [each.name for each in tenets.tenets] == ["Trust", "Joint work"]
    assert tenets.tenets[1].ask == ("Who waits?",)
    assert tenets.tenets[1].evidence[0].source == "hattie"


def test_a_portrait_is_as_written() -> None:
    text = (
        "title: T\nplace: {name: North, country: Canada}\nfacts:\n  - {label: Schools, value: 007}\nstory: |\n"
        "  One.\n\n  Two.\nvoices:\n  - who: A teacher\n    paraphrase: We did it.\npractices:\n  - Choose, together\n"
        "shows: [ten/a, b]\nask:\n  - What now?\n"
    )
    portrait = record_of(Portrait, text)
    assert portrait.facts[0].value == "007"
    assert portrait.story == "One.\n\nTwo."
    assert portrait.shows == ("ten/a", "b")


def test_a_reading_tells_its_minutes_and_rights() -> None:
    reading = record_of(Reading, "title: T\nbyline: B\nsource: a-b\nrights: R\nminutes: 6-8\n", "content/readings/a.md")
    assert reading.minutes
    assert (reading.byline, reading.minutes.planned) == ("B", 7)


PACKET_FORMS = [
    ("cover", ("cover", (), False, 0)),
    ("run of show", ("run of show", (), False, 0)),
    ("worksheets: all", ("worksheets", (), True, 0)),
    ("worksheets", ("worksheets", (), True, 0)),
    ("readings: [growth-mindset]", ("readings", ("growth-mindset",), False, 0)),
    ("tenets: ten-tenets", ("tenets", ("ten-tenets",), False, 0)),
    ("protocols: all", ("protocols", (), True, 0)),
    ("notes: 2", ("notes", (), False, 2)),
]


@pytest.mark.parametrize(("text", "entry"), PACKET_FORMS)
def test_an_entry_of_a_packet_is_one_line(text: str, entry: object) -> None:
    found = record_of(Packet, f"title: T\ncontents:\n  - {text}\n").contents[0]
    assert (found.kind, found.ids, found.all, found.count) == entry


def test_a_packet_says_how_it_is_bound() -> None:
    text = (
        "title: T\ncontents:\n  - cover\neditions: [standard, large-print, fillable]\nsides: two\n"
        "starts: right-hand page\nblank_pages: notes\nbind: {staple: top left, punch: 3}\npage_budget: 36\n"
    )
    packet = record_of(Packet, text)
    assert (packet.bind.staple, packet.bind.punch, packet.page_budget) == ("top left", "3", 36)
    assert packet.editions == ("standard", "large-print", "fillable")


@pytest.mark.parametrize(
    "entry", ["covr", "kind: banners", "notes: many", "notes: 0", "posters: all", "{cover: a, back: b}"]
)
def test_what_is_no_part_of_a_packet_is_refused(entry: str) -> None:
    assert refused(Packet, f"title: T\ncontents:\n  - {entry}\n")


def test_an_edition_that_there_is_not_is_refused() -> None:
    assert "is not possible" in refused(Packet, "title: T\ncontents:\n  - cover\neditions: [gold]\n")[0]


@pytest.mark.parametrize("answer", ["yes", "Yes", "true", "on", "TRUE"])
def test_yes_is_understood_where_it_is_asked_for(answer: str) -> None:
    text = f"title: T\nanonymous: {answer}\nafter: hand in\nblocks:\n  - text: {answer}\n"
    sheet = record_of(Worksheet, text)
    assert sheet.anonymous
    assert sheet.blocks[0].matter == answer


def test_an_anonymous_sheet_is_not_kept() -> None:
    assert "is not kept" in refused(Worksheet, "title: T\nanonymous: yes\nafter: keep\nblocks:\n  - text: A\n")[0]


def test_a_control_character_is_told_and_not_printed() -> None:
    assert "U+0007" in refused(Session, 'title: "Ring \\x07 the bell"\n', "data/session.yml")[0]


def test_one_mistake_gives_one_problem() -> None:
    text = "title: T\nblocks:\n  - prompt: A\n    spce: 4 lines\n  - promt: B\n  - boxes:\n      - {titel: C}\n"
    assert len(refused(Worksheet, text)) == 3


def test_a_frozen_record_cannot_be_changed() -> None:
    session = record_of(Session, "title: T\n")
    with pytest.raises(ValueError, match="frozen"):
        session.title = "U"  # type: ignore[misc]


SLUGS = [
    ("Győr", "gyor"),
    ("O'Connor and O’Connor", "oconnor-and-oconnor"),
    ("🎉🎉", ""),
    ("مرحبا بالعالم", ""),
    ("Straße, Łódź, Ærø", "strasse-lodz-aero"),
    ("[the sheet](worksheet:showcase) first", "the-sheet-first"),
    ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
    ("x" * 300, "x" * LONGEST_ID),
]


@pytest.mark.parametrize(("text", "name"), SLUGS)
def test_an_id_is_the_slug_of_the_first_words(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_a_slug_is_always_a_good_id_or_nothing(text: str) -> None:
    name = slug(text)
    assert len(name) <= LONGEST_ID
    assert name == "" or all(
        part and part.isascii() and part.isalnum() and part == part.lower() for part in name.split("-")
    )
