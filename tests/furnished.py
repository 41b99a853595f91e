"""For the tests of the room's paper: a session with something for every kind, people for it, and what a page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pypdfium2
import zxingcpp
from conftest import view_of
from pypdf import PdfReader

from daysheet.job.jobs import PrintJob
from daysheet.room.printing import room_jobs
from daysheet.room.setting import Room
from daysheet.view import View

SESSION = """
title: "Meetings worth the hour: a day for teams"
outcomes:
  - Know what a meeting is for
hosts:
  - Maren Holt
  - Tom Quint
"""
DELIVERY = """
days:
  - {date: 2027-04-15, start: 9:00, end: 12:30}
  - {date: 2027-04-16, start: 9:00, end: 11:00}
timezone: America/Chicago
venue: Lakeside Hall
rooms:
  main: Heron Room
headcount: 12
table_size: 6
walk_ins: 2
paper: letter
address: https://day.example.org
private:
  wifi: {name: "Guest;1", password: "reeds,rushes"}
"""
AGENDA = """
title: The days
parts:
  - title: First day
    day: 1
    rounds:
      - title: Welcome
        minutes: 10
      - title: Consultancy
        kind: protocol
        groups: trios
        steps:
          - do: Show the page (3 min)
            who: Presenter
          - do: Talk about it (8 min)
            silent: Presenter
        repeat:
          times: 3
          between: Change roles. (2 min)
      - break: 15
      - title: Three ways
        kind: jigsaw
        groups: trios
        minutes: 30
        uses:
          - reading: ways
        letters: {A: standing, B: walking, C: writing}
  - title: Second day
    day: 2
    rounds:
      - title: Stations
        kind: gallery walk
        minutes: 20
        stations: {tenets: habits}
"""
WAYS = {"A": "Standing", "B": "Walking", "C": "Writing"}
READING = "".join(f"## {title} {{letter={letter}}}\n\nText.\n\n" for letter, title in WAYS.items())
TENETS = """
title: Habits
tenets:
  - name: One purpose
    gist: It is said first.
  - An end that decides
"""
FILES = {
    "data/session.yml": SESSION,
    "data/delivery.yml": DELIVERY,
    "data/agendas/days.yml": AGENDA,
    "data/tenets/habits.yml": TENETS,
    "content/readings/ways.md": f"---\ntitle: Three ways to meet\n---\n\n{READING}",
}


@dataclass(frozen=True)
class Guest:
    """Somebody on a roster."""

    given: str
    family: str = ""
    team: str = ""
    role: str = ""
    table: str = ""

    @property
    def id(self) -> str:
        return f"{self.family}-{self.given}".lower()


PEOPLE = (
    Guest("Ana", "Ostrowska", "Harrow Lake", "Teacher", "1"),
    Guest("Zoë", "Lindqvist", "Harrow Lake", "Counsellor", "1"),
    Guest("Marguerite-Alexandrine", "de La Rochefoucauld-Wolfenbüttel", "Birch Street", "Principal", "2"),
    Guest("ליאת", "כהן", "Birch Street", "Teacher", "2"),
    Guest("Chi", "", "", "", "2"),
)
LETTERS = {person.id: {"three-ways": "ABC"[at % 3]} for at, person in enumerate(PEOPLE)}


def view_with(delivery: str = "", files: Mapping[str, str] | None = None) -> View:
    """The facilitator's view of the session, with more lines in its delivery and other files."""
    whole = {**FILES, "data/delivery.yml": DELIVERY + delivery, **(files or {})}
    return view_of(Path(mkdtemp()), whole, "facilitator")


@cache
def the_view() -> View:
    return view_with()


def room_with(named: bool = True, **delivery: Any) -> Room:
    """The room, with its people or without, and with other values in its delivery."""
    view = the_view()
    library = replace(view.library, delivery=view.library.delivery.model_copy(update=delivery))
    return Room(replace(view, library=library), PEOPLE if named else (), LETTERS if named else {})


@cache
def jobs(named: bool = True, paper: str = "") -> dict[str, PrintJob]:
    """Every paper of the room, by the name of its file without its folder."""
    asked = view_with("room_paper: all\n")
    made = room_jobs(asked, PEOPLE if named else (), LETTERS if named else {}, paper)
    return {job.path.removeprefix("room/").removesuffix(".pdf"): job for job in made}


def texts(job: PrintJob) -> list[str]:
    """The words of each page, with single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(job.content)).pages]


def codes(job: PrintJob, page: int = 0) -> set[str]:
    """What the codes of a page say, read from its picture by a second library."""
    picture = pypdfium2.PdfDocument(job.content)[page].render(scale=4).to_pil()
    return {each.text for each in zxingcpp.read_barcodes(picture)}


def size_of(job: PrintJob) -> tuple[float, float]:
    """Width and height of its first page in mm."""
    box = PdfReader(BytesIO(job.content)).pages[0].mediabox
    return round(float(box.width) / 72 * 25.4, 1), round(float(box.height) / 72 * 25.4, 1)
