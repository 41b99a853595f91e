"""Step 3, join: the sections of a reading that have a letter, so that each can be read, printed and given out alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daysheet.models.base import slug
from daysheet.models.reading import Reading
from daysheet.prose import to_text

HEADING = re.compile(
    r"^(?P<marks>#{1,6})[ \t]+(?P<words>.*?)[ \t]*(?:\{(?P<said>[^{}\n]*)\})?[ \t]*#*[ \t]*$", re.MULTILINE
)
LETTER = re.compile(r"\bletter=[\"']?(\w+)[\"']?")
NAME = re.compile(r"#([\w-]+)")
NOTE = re.compile(r"^\[\^([^\]]+)\]:.*(?:\n(?:[ \t]{2,}.*|[ \t]*(?=\n[ \t]{2,})))*", re.MULTILINE)
CALL = re.compile(r"\[\^([^\]]+)\](?!:)")


@dataclass(frozen=True)
class Section:
    """One part of a reading. `id` is the reading's with the letter; `anchor` stands on the page; `body` is Markdown without
    the heading, with the notes that it calls."""

    reading: Reading
    letter: str
    title: str
    anchor: str
    body: str

    @property
    def id(self) -> str:
        return f"{self.reading.id}-{slug(self.letter)}"


def anchor_of_section(words: str, said: str, letter: str) -> str:
    """The id of a lettered heading: its own where it says one, else the slug of its words."""
    name = NAME.search(said)
    return name[1] if name else slug(to_text(words)) or f"part-{letter.lower()}"


def sections_of(reading: Reading) -> tuple[Section, ...]:
    """The sections by letter, in their order."""
    return tuple(_sections(reading)) if "letter=" in reading.body else ()


def by_letter(readings: Iterable[Reading]) -> tuple[Section, ...]:
    """The first section of each letter."""
    found: dict[str, Section] = {}
    for section in (each for reading in readings for each in sections_of(reading)):
        found.setdefault(section.letter, section)
    return tuple(found.values())


def find_section(readings: Iterable[Reading], id: str) -> Section:
    """The section with this id; KeyError where there is none."""
    for reading in readings:
        for section in sections_of(reading):
            if section.id == id:
                return section
    raise KeyError(("section", id))


def _sections(reading: Reading) -> Iterator[Section]:
    notes = {found[1]: found[0] for found in NOTE.finditer(reading.body)}
    text = NOTE.sub("", reading.body)
    headings = list(HEADING.finditer(text))
    for at, found in enumerate(headings):
        letter = LETTER.search(found["said"] or "")
        if not letter:
            continue
        level = len(found["marks"])
        end = next((each.start() for each in headings[at + 1 :] if len(each["marks"]) <= level), len(text))
        body = text[found.end() : end].strip()
        called = dict.fromkeys(name for name in CALL.findall(body) if name in notes)
        whole = "\n\n".join([body, *(notes[name] for name in called)])
        anchor = anchor_of_section(found["words"], found["said"] or "", letter[1])
        yield Section(reading, letter[1], found["words"], anchor, f"{whole}\n")
