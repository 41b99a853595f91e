"""Step 7, lay out: the names of people as tiny pages, so that the engine shapes them; press sets them on laid-out packets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from daysheet.layout import UNCROPPED, WHOLE, Area, LayoutJob
from daysheet.models.delivery import Delivery
from daysheet.packets.laying import assets_of, moment_of, styles_of
from daysheet.people.person import Person
from daysheet.people.seating import Seating
from daysheet.people.spoken import Told, about, spots_in_words
from daysheet.render import Renderer
from daysheet.view import View

SHEETS = ("styles/tokens.css", "styles/names.css")
NOTES, SIGN = "notes", "sign"


SHORT = 24
"""Letters of a name that fits on one line of a cover; a longer one is also set in two."""
A_HEAD, A_LARGE_HEAD = 46, 21
"""Letters that a head has room for, name and all, in letters of the usual size and in large ones."""
A_LINE, LINES = 50, 3
"""Letters of a line of the groups, and how many lines a cover has room for; more run together, in smaller letters."""


@dataclass(frozen=True)
class Names:
    """The tiny pages as one file, and where the boxes of each person stand on them, by `<id>--head` and so on.

    Pages of an `Area` count from 1; a box that the person has no use for is missing.
    """

    content: bytes
    boxes: Mapping[str, Area]
    shared: Mapping[str, str] = field(default_factory=dict)
    """The id of a person and the name of a box -> the box of the table or team that she shares."""

    def find(self, id: str, box: str) -> Area | None:
        """Where the words of a box stand, as wide as they are."""
        name = self.shared.get(f"{id}--{box}", f"{id}--{box}")
        area, words = self.boxes.get(name), self.boxes.get(f"{name}-w")
        return replace(area, width=min(area.width, words.width)) if area and words else area


def lay_out_names(
    people: Sequence[Person], seating: Seating, view: View, large: bool = False, beside: int = 0
) -> Names:
    """The names of these people, and what is private of the delivery. `view` is the facilitator's; `large` says that they
    are for large print, where heads bear the name alone, cut to `beside` letters where a title stands beside it.
    """
    from daysheet.pdf.lay_out import lay_out

    words = view.words["seating"]
    tables = {f"{each.id}--table": each.table for each in people if each.table}
    named = {**tables, **{f"{each.id}--team": each.team for each in people if each.team}}
    shared = {word: f"shared--{at}" for at, word in enumerate(dict.fromkeys(named.values()))}
    html = Renderer(view.project, view.spoken).render(
        "packets/names.html",
        bearers=[_bearer(each, seating, words, large, beside) for each in people],
        large=large,
        shared=[(id, word) for word, id in shared.items()],
        notes=private_notes(view.library.delivery, words),
        title=words["people"],
        language=view.library.session.language,
    )
    laid = lay_out(
        LayoutJob(
            html=html,
            styles=styles_of(view, SHEETS),
            assets=assets_of(view.project),
            title=str(words["people"]),
            lang=view.library.session.language,
            papers=(UNCROPPED,),
            moment=moment_of(view),
            tagged=False,
        )
    )
    return Names(laid.files[WHOLE, UNCROPPED], laid.pages.areas, {name: shared[word] for name, word in named.items()})


def _bearer(person: Person, seating: Seating, words: Mapping[str, Any], large: bool, beside: int) -> dict[str, Any]:
    spots = list(spots_in_words(seating, person.id, words))
    table = str(words["kinds"]["table"]).format(name=person.table) if person.table else ""
    if large and (person.team or table):
        spots.insert(0, Told(person.team, table))
    lines = sum(-(-len(f"{each.title} {each.words}") // A_LINE) for each in spots)
    return {
        "id": person.id,
        "name": person.name,
        "lines": [each for each in (person.given, person.family) if each] if len(person.name) > SHORT else [],
        "who": _shortened(person, A_LARGE_HEAD if large else A_HEAD),
        "beside": _cut(person, beside) if large else "",
        "about": () if large else _about(person, seating, words),
        "spots": spots,
        "short": lines > LINES and not large,
    }


def _about(person: Person, seating: Seating, words: Mapping[str, Any]) -> tuple[str, ...]:
    """What stands after a name as far as a head has room for it: all of it, all but the team, or nothing."""
    said = about(person, seating, words)
    fitting = (each for each in (said, said[bool(person.team) :]) if len(" · ".join((person.name, *each))) <= A_HEAD)
    return next(fitting, ())


def _cut(person: Person, letters: int) -> str:
    """Given name and the first letter of the family's, of so many letters at most."""
    said = f"{person.given} {person.family[:1]}".strip() + ("." if person.family else "")
    return said if len(said) <= letters else f"{said[: letters - 1]}…" if letters > 3 else ""


def _shortened(person: Person, room: int) -> str:
    """The name, or with the first letter of the given name where it is longer than a head has room for."""
    return f"{person.given[0]}. {person.family}" if person.family and len(person.name) > room else person.name


def private_notes(delivery: Delivery | None, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is printed on covers and never published: the wifi, and the link to join by."""
    private = delivery.private if delivery else None
    notes = []
    if private and private.wifi:
        name, password = private.wifi.name, private.wifi.password
        said = str(words["password"]).format(name=name, password=password) if password else name
        notes.append((str(words["wifi"]), said))
    if private and private.join and delivery and delivery.place != "room":
        link, code = private.join.link.removeprefix("https://"), private.join.passcode
        said = str(words["passcode"]).format(link=link, passcode=code) if code else link
        notes.append((str(words["join"]), said))
    return notes
