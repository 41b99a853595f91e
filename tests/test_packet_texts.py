"""A7 and D8 on paper: a part of a reading by its letter, and the people who lead."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import page
from conftest import view_of
from pypdf import PdfReader

from daysheet.models.packet import Entry, Packet
from daysheet.packets.compose import compose_packet
from daysheet.packets.plan import carry_out, files_of, plan
from daysheet.packets.printing import print_packet

JIGSAW = """---
title: A jigsaw
source: hattie
rights: It belongs to its author.
---

## Stop {letter=A}

Stop it.[^one]

## Go on {letter=B}

Go on, says one [@bryk].[^two]

[^one]: The first note.
[^two]: The second note.
"""
FILES = {
    "content/readings/jigsaw.md": JIGSAW,
    "data/sources.yml": (
        "hattie:\n  title: What works\nbryk:\n  authors: [Bryk, Anthony]\n  year: 2010\n  title: Organizing\n"
        "unused:\n  title: Never named\n"
    ),
}
SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5" width="40" height="50"><path d="M0 0h4v5H0z"/></svg>'
)
PEOPLE = {
    "content/pictures/ann.svg": SQUARE,
    "data/session.yml": (
        "title: A small day\nhosts:\n  - name: Ann Other\n    about: Leads the morning, after Bryk [@bryk].\n"
        "    picture: pictures/ann.svg\n    picture_alt: Ann Other at a window\n"
        "    links:\n      - {title: Her pages, address: https://example.org/ann}\n  - Bo Nobody\n"
    ),
    "data/sources.yml": FILES["data/sources.yml"],
}


def test_a7_each_part_of_a_jigsaw_is_a_file_of_its_own(tmp_path: Path) -> None:
    view = view_of(tmp_path, FILES)
    [task] = [each for each in plan(view) if each.packet.id == "sections-jigsaw"]
    paths = {path: (kind, id) for path, kind, id, _ in files_of(task)}
    assert set(paths) == {f"readings/jigsaw-{letter}-{paper}.pdf" for letter in "ab" for paper in ("a4", "letter")}
    made = {each.path: each for each in carry_out(task, view)}
    assert set(made) == set(paths)
    words = " ".join(PdfReader(BytesIO(made["readings/jigsaw-b-a4.pdf"].content)).pages[0].extract_text().split())
    assert made["readings/jigsaw-b-a4.pdf"].pages == 1
    assert "Handout 1, part B" in words
    assert "Go on, says one (Bryk, 2010)." in words
    assert "The second note." in words
    assert "The first note." not in words
    assert "Stop it." not in words
    assert "It belongs to its author." in words
    assert all(page.is_pdf_compliant_bytes(each.content, profile="ua1") for each in made.values())


def test_a_note_stands_on_the_page_that_calls_it(tmp_path: Path) -> None:
    long = JIGSAW.replace("Go on, says", "A line of words to fill the page.\n\n" * 60 + "Go on, says")
    view = view_of(tmp_path, {**FILES, "content/readings/jigsaw.md": long})
    packet = Packet(id="p", title="P", contents=(Entry(kind="readings", all=True),))
    reader = PdfReader(BytesIO(print_packet(packet, view)[0].content))
    texts = [each.extract_text() for each in reader.pages]
    calls = {note: at for at, text in enumerate(texts) for note in ("Stop it", "Go on, says") if note in text}
    notes = {
        note: at for at, text in enumerate(texts) for note in ("The first note", "The second note") if note in text
    }
    assert len(texts) > 1
    assert list(calls.values()) == list(notes.values())


def test_b5_a_packet_lists_what_it_cites_and_nothing_else(tmp_path: Path) -> None:
    packet = Packet(id="p", title="P", contents=(Entry(kind="readings", all=True), Entry(kind="sources")))
    works = str(compose_packet(packet, view_of(tmp_path, FILES)).parts[-1].body)
    assert "What works" in works
    assert "Organizing" in works
    assert "Never named" not in works


def test_d8_people_have_their_pictures_words_and_links(tmp_path: Path) -> None:
    packet = Packet(id="p", title="P", contents=(Entry(kind="people"), Entry(kind="sources")))
    view = view_of(tmp_path, PEOPLE)
    people, sources = compose_packet(packet, view).parts
    body = str(people.body)
    assert 'alt="Ann Other at a window"' in body
    assert "Bo Nobody" in body
    assert "Leads the morning, after Bryk" in body
    assert '(<span class="ds-cite">Bryk, 2010</span>)' in body
    assert "Organizing" in str(sources.body)
    [a4, _] = print_packet(packet, view)
    text = PdfReader(BytesIO(a4.content)).pages[0].extract_text()
    assert "Her pages" in text
    assert "example.org/ann" in text
    assert page.is_pdf_compliant_bytes(a4.content, profile="ua1")


def test_a_session_without_hosts_has_no_page_of_people(tmp_path: Path) -> None:
    packet = Packet(id="p", title="P", contents=(Entry(kind="people"), Entry(kind="notes", count=1)))
    assert [each.kind for each in compose_packet(packet, view_of(tmp_path, FILES)).parts] == ["notes"]


def test_e1_what_was_found_stands_on_paper_with_who_found_it(tmp_path: Path) -> None:
    files = {
        "data/tenets/six.yml": (
            "title: Six\ntenets:\n  - name: Trust\n    evidence:\n"
            "      - finding: It grows slowly.\n        who: A. Author\n        year: 2007\n"
            "      - finding: It can be lost.\n        who: B. Author\n        source: bryk\n"
            "      - finding: It pays.\n        source: hattie\n      - Nobody doubts it.\n"
        ),
        "data/sources.yml": FILES["data/sources.yml"],
    }
    packet = Packet(id="p", title="P", contents=(Entry(kind="tenets", all=True),))
    body = " ".join(str(compose_packet(packet, view_of(tmp_path, files)).parts[0].body).split())
    assert 'It grows slowly. <span class="ds-evidence__by">(A. Author, 2007)</span>' in body
    assert "(B. Author, in Bryk, 2010)" in body
    assert "(What works)" in body
    assert "<li>Nobody doubts it.</li>" in body


def test_c5_the_closing_questions_stand_on_the_last_page(tmp_path: Path) -> None:
    agenda = (
        "title: The day\nrounds:\n  - title: Welcome\n    minutes: 5\n    debrief:\n      - Who is here?\n"
        "  - title: Close\n    minutes: 10\n    debrief:\n      - Would you call yourself one?\n"
        "      - Are you ready?\n  - break: 5\n"
    )
    packet = Packet(id="p", title="P", contents=(Entry(kind="back"),))
    body = str(compose_packet(packet, view_of(tmp_path, {"data/agendas/day.yml": agenda})).parts[0].body)
    assert "<li>Would you call yourself one?</li><li>Are you ready?</li>" in body
    assert "Who is here?" not in body
