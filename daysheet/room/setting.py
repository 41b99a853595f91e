"""What every sheet of the room is made with: the session as the organiser sees it, and who comes, where that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, Protocol
from urllib.parse import quote

from markupsafe import Markup

from daysheet.addresses import live, typed
from daysheet.models.delivery import Day, Delivery
from daysheet.moments import span_in_words
from daysheet.prose import to_text
from daysheet.qr import qr_svg
from daysheet.room.sizes import Fitted, Type
from daysheet.view import View


class Attendee(Protocol):
    """Somebody on the roster, with the table where that is known."""

    @property
    def id(self) -> str: ...
    @property
    def given(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def team(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def table(self) -> str: ...


@dataclass(frozen=True)
class Room:
    """A session in its room. Without `people` everything is made without names, by headcount.

    `letters` says by the id of a person, then of a round, which letter that person has in it; `groups` by the id of a
    person what a badge says of the group: `Group 3`.
    """

    view: View
    people: tuple[Attendee, ...] = ()
    letters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)

    @property
    def delivery(self) -> Delivery:
        return self.view.library.delivery or Delivery()

    @property
    def words(self) -> Any:
        return self.view.words["room"]

    @property
    def nameless(self) -> int:
        """How many sheets or cards bear no name: all of them without a roster, else those for walk-ins."""
        return (0 if self.people else self.delivery.headcount) + self.delivery.walk_ins

    @property
    def places(self) -> int:
        """People and walk-ins together."""
        return len(self.people) + self.nameless

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The tables by name: those of the roster, else numbers from 1."""
        named = {person.table for person in self.people if person.table}
        if named:
            return tuple(sorted(named, key=lambda each: (len(each), each) if each.isdigit() else (99, each)))
        return tuple(str(number) for number in range(1, self.delivery.tables + 1))

    @property
    def title(self) -> str:
        return to_text(self.view.library.session.title)

    def short_title(self, width: float, most: int = 8) -> Fitted:
        """The title for a narrow place: where it is too wide, what stands before its colon."""
        whole = self.fit(self.title, width, 9, "AtkinsonHyperlegibleNext-400", most=most)
        first = self.title.partition(":")[0]
        return (
            whole
            if whole.lines[0] == self.title
            else self.fit(first, width, 9, "AtkinsonHyperlegibleNext-400", most=most)
        )

    @property
    def provider(self) -> str:
        """Who holds the session: what the delivery says, else the hosts."""
        hosts = [to_text(host.name) for host in self.view.library.session.hosts]
        return self.delivery.provider or self.view.spoken.join(hosts)

    @property
    def dates(self) -> str:
        """`22 March 2018`, `22 to 24 March 2018`; nothing without days."""
        span = self.delivery.span
        return span_in_words(span, self.view.spoken, year=True) if span else ""

    def hours(self, day: Day) -> str:
        """`9:00 to 15:30`."""
        between = str(self.view.words["site"]["from_to"])
        return between.format(start=self.view.spoken.clock(day.start), end=self.view.spoken.clock(day.end))

    def code(self, path: str, title: str) -> Markup:
        """The QR code of a page of the site; nothing where the delivery has no address."""
        address = live(self.view.library.delivery, path)
        return Markup(qr_svg(address, title)) if address else Markup()

    def place_code(self, person: Attendee | None, title: str) -> Markup:
        """The QR code of the site, opened at the person's own table and letter: `day.example.org/#table=4&letter=B`."""
        address = live(self.view.library.delivery, "")
        if not address:
            return Markup()
        fragment = fragment_of(person.table, self.letter_of(person)) if person else ""
        return Markup(qr_svg(f"{address.rstrip('/')}/{fragment}", title))

    def letter_of(self, person: Attendee) -> str:
        """The person's letter, where it is the same in every round."""
        letters = set(self.letters.get(person.id, {}).values())
        return letters.pop() if len(letters) == 1 else ""

    def table_of(self, person: Attendee) -> str:
        """`Table 4`; nothing for who has none."""
        return str(self.words["table"]).format(table=person.table) if person.table else ""

    @property
    def address(self) -> str:
        """The site's address as it is typed; nothing where there is none."""
        return typed(live(self.view.library.delivery, ""))

    def type(self, name: str = "Literata-500") -> Type:
        return Type(self.view.project, name)

    def fit(self, text: str, width: float, height: float, font: str = "Literata-500", **limits: Any) -> Fitted:
        return self.type(font).fit(text, width, height, **limits)


def fragment_of(table: str, letter: str) -> str:
    """`#table=4&letter=B`: what the phone takes from a badge; nothing for who has neither."""
    said = (("table", table), ("letter", letter))
    given = "&".join(f"{key}={quote(value, safe='')}" for key, value in said if value)
    return f"#{given}" if given else ""


def name_of(person: Attendee) -> str:
    """Given name first."""
    return " ".join(each for each in (person.given, person.family) if each)


@dataclass(frozen=True)
class RoomSheet:
    """One file of the room, composed: a template of `room/` and what it shows, and how it is printed.

    `page` is the page that it stands on (`room`, `room-wide`, `wall`, `labels`); `paper` is empty for the delivery's.
    `style` is what is laid over the style sheets for this file alone.
    """

    name: str
    kind: str
    title: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    page: str = "room"
    paper: str = ""
    style: str = ""
    copies: int = 1
    spares: int = 0
    sets: int = 1
    stock: str = ""
    sides: Literal["one", "two"] = "one"
    finishing: tuple[str, ...] = ()


def sheets_of(items: Sequence[Any], count: int) -> Iterator[Sequence[Any]]:
    """The items in sheets of so many."""
    yield from (items[at : at + count] for at in range(0, len(items), count))
