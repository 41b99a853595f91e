"""Step 7, lay out: the names of people as tiny pages, so that the engine shapes them; press sets them on laid-out packets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from daysheet.layout import UNCROPPED, WHOLE, Area, LayoutJob
from daysheet.models.delivery import Delivery
from daysheet.packets.laying import assets_of, moment_of, styles_of
from daysheet.people.person import Person
from daysheet.people.seating import Seating
from daysheet.people.spoken import about, spots_in_words
from daysheet.render import Renderer
from daysheet.view import View

SHEETS = ("styles/tokens.css", "styles/names.css")
NOTES = "notes"


@dataclass(frozen=True)
class Names:
    """The tiny pages as one file, and where the boxes of each person stand on them, by `<id>--head` and so on.

    Pages of an `Area` count from 1; a box that the person has no use for is missing.
    """

    content: bytes
    boxes: Mapping[str, Area]

    def find(self, id: str, box: str) -> Area | None:
        return self.boxes.get(f"{id}--{box}")


def lay_out_names(people: Sequence[Person], seating: Seating, view: View) -> Names:
    """The names of these people, and what is private of the delivery. `view` is the facilitator's."""
    from daysheet.pdf.lay_out import lay_out

    words = view.words["seating"]
    bearers = [
        {
            "id": person.id,
            "name": person.name,
            "lines": [each for each in (person.given, person.family) if each],
            "about": about(person, seating, words),
            "table": person.table,
            "team": person.team,
            "spots": list(spots_in_words(seating, person.id, words)),
        }
        for person in people
    ]
    notes = private_notes(view.library.delivery, words)
    html = Renderer(view.project, view.spoken).render(
        "packets/names.html",
        bearers=bearers,
        notes=notes,
        title=view.words["seating"]["people"],
        language=view.library.session.language,
    )
    job = LayoutJob(
        html=html,
        styles=styles_of(view, SHEETS),
        assets=assets_of(view.project),
        title=str(words["people"]),
        lang=view.library.session.language,
        papers=(UNCROPPED,),
        moment=moment_of(view),
        tagged=False,
    )
    laid = lay_out(job)
    return Names(laid.files[WHOLE, UNCROPPED], laid.pages.areas)


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
