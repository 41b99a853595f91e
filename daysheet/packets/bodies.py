"""Step 6b, print: the body of each kind of part, by the components that page and paper share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from daysheet.addresses import live, short_of, typed
from daysheet.citations import author_date, reference
from daysheet.cities import city_tables
from daysheet.colour import INK
from daysheet.fit import SPARE
from daysheet.footnotes import at_the_foot
from daysheet.handouts import hand_outs
from daysheet.labels import facts_of, groups_in_words, sheet_minutes
from daysheet.materials import roll_up
from daysheet.models.packet import Packet
from daysheet.packets.contents import contents_rows
from daysheet.packets.covers import cover_context, when_and_where
from daysheet.packets.links import from_the_top, live_links
from daysheet.packets.rooms import TALK_LINES
from daysheet.packets.rows import agenda_parts, collected_at, moment_of, show_rows, sums
from daysheet.packets.works import works_cited
from daysheet.placing import source_of
from daysheet.prose import to_html, to_text, with_own_ids
from daysheet.qr import qr_svg
from daysheet.render import Renderer
from daysheet.view import View


@dataclass(frozen=True)
class Part:
    """One part of a packet, dressed.

    `style` is the page that it stands on (cover, sheet, plain, guide); `kind` and `id` name its record; `path` is its page
    on the site, and `foot` what the inner foot says.
    """

    kind: str
    id: str
    anchor: str
    style: str
    title: str
    label: str = ""
    path: str = ""
    foot: str = ""
    body: Markup = field(default=Markup())
    version: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desk:
    """What every body is made with; `held` are the anchors of the packet's parts."""

    view: View
    renderer: Renderer
    packet: Packet
    held: frozenset[str]
    density: str = ""

    def dress(self, template: str, **context: Any) -> Markup:
        return Markup(self.renderer.render(f"packets/{template}.html", desk=self, setting=self.setting, **context))

    @property
    def setting(self) -> dict[str, Any]:
        return setting_of(self.view, self.packet)

    def code(self, path: str, title: str) -> Markup:
        """The QR code of a page of the site; nothing where the delivery has no address."""
        address = live(self.view.library.delivery, path)
        return Markup(qr_svg(address, title)) if address else Markup()

    def cite(self, id: str) -> str:
        """`Hargreaves and O’Connor, 2018`, or nothing."""
        return author_date(self.view.library.sources[id]) if id else ""


def setting_of(view: View, packet: Packet) -> dict[str, Any]:
    """What the components of worksheets and exhibits are told beside their data."""
    return {
        "words": view.words,
        "accent": view.accent.paper,
        "ink": INK,
        "spare": SPARE,
        "expected": view.is_facilitator,
        "hatched": packet.ink == "saver",
        "exhibits": {each.id: each for each in view.library.exhibits},
    }


Body = Callable[[Part, Any, Desk], Markup]
LateBody = Callable[[Part, tuple[Part, ...], Desk], Markup]


def _worksheet(part: Part, sheet: Any, desk: Desk) -> Markup:
    view = desk.view
    facts = facts_of(view.library, sheet, view.spoken, view.timetables)
    code, source = numbered_code("worksheet", sheet, desk), full(sheet.source, desk)
    return desk.dress("worksheet", part=part, sheet=sheet, facts=facts, code=code, source=source)


def _reading(part: Part, reading: Any, desk: Desk) -> Markup:
    html, code = text_of(part, reading.body, desk), numbered_code("reading", reading, desk)
    return desk.dress("reading", part=part, reading=reading, html=html, code=code, source=full(reading.source, desk))


def text_of(part: Part, body: str, desk: Desk) -> Markup:
    """A text from `content/readings/` as HTML, with its notes at the foot of the page."""
    text = with_own_ids(at_the_foot(to_html(body, desk.renderer.resolve, 2, desk.renderer.place)), part.anchor)
    return Markup(from_the_top(live_links(text, desk.view.library.delivery, "readings"), "readings"))


def _portrait(part: Part, portrait: Any, desk: Desk) -> Markup:
    view = desk.view
    minutes = sheet_minutes(view.library, portrait, "portrait", view.timetables)
    rounds = view.library.rounds_that_use("portrait", portrait.id)
    facts = [view.spoken.minutes(minutes), groups_in_words(rounds[0], view.spoken) if rounds else ""]
    sets = [
        (each, [name.split("/")[1] for name in portrait.shows if name.split("/")[0] == each.id])
        for each in view.library.tenets
        if any(name.split("/")[0] == each.id for name in portrait.shows)
    ]
    code, source = numbered_code("portrait", portrait, desk), full(portrait.source, desk)
    facts = [fact for fact in facts if fact]
    return desk.dress(
        "portrait",
        part=part,
        portrait=portrait,
        facts=facts,
        sets=sets,
        code=code,
        source=source,
        talk_lines=TALK_LINES,
    )


def _exhibit(part: Part, exhibit: Any, desk: Desk) -> Markup:
    code, resolve = numbered_code("exhibit", exhibit, desk), desk.renderer.resolve
    source = source_of(exhibit, resolve) if resolve else None
    return desk.dress("exhibit", part=part, exhibit=exhibit, source=source, code=code)


def _tenets(part: Part, tenets: Any, desk: Desk) -> Markup:
    code = desk.code(part.path, part.title)
    return desk.dress("tenets", part=part, tenets=tenets, code=code, source=full(tenets.source, desk))


def _protocol(part: Part, round: Any, desk: Desk) -> Markup:
    timed = next(each for table in desk.view.timetables for each in table.rounds if each.round == round)
    said = (desk.view.spoken.minutes(timed.minutes), groups_in_words(round, desk.view.spoken))
    facts = [fact for fact in said if fact]
    return desk.dress("protocol", part=part, round=round, facts=facts, code=desk.code(part.path, part.title))


def _agenda(part: Part, _: Any, desk: Desk) -> Markup:
    view = desk.view
    parts = agenda_parts(view)
    agenda = view.library.agendas[0]
    roles = [round for round in view.library.rounds if round.roles]
    code = desk.code(part.path, part.title)
    return desk.dress(
        "agenda",
        part=part,
        agenda=agenda,
        parts=parts,
        roles=roles,
        tables=view.timetables,
        code=code,
        cities=city_tables(view),
        delivery=view.library.delivery,
    )


def _show(part: Part, _: Any, desk: Desk) -> Markup:
    rows = show_rows(desk.view)
    if desk.density == "densest":
        rows = [{**row, "notes": ""} for row in rows]
    delivery = desk.view.library.delivery
    after = "after" if delivery and len(delivery.days) == 1 and not delivery.weeks else "afterwards"
    return desk.dress(
        "show", part=part, rows=rows, sums=sums(desk.view), purpose=when_and_where(desk.view), later=after
    )


def _materials(part: Part, _: Any, desk: Desk) -> Markup:
    return desk.dress("materials", part=part, needs=roll_up(desk.view.library))


def _hand_outs(part: Part, _: Any, desk: Desk) -> Markup:
    view, stacks = desk.view, hand_outs(desk.view.library, desk.view.timetables)
    begins, collected = (lambda stack: moment_of(stack.start, view)), (lambda stack: collected_at(stack, view))
    return desk.dress("hand-outs", part=part, stacks=stacks, begins=begins, collected=collected)


def _notes(part: Part, _: Any, desk: Desk) -> Markup:
    return desk.dress("notes", part=part)


def _back(part: Part, _: Any, desk: Desk) -> Markup:
    session = desk.view.library.session
    code = Markup(qr_svg(session.feedback, part.title)) if session.feedback.startswith("http") else Markup()
    rounds = [round for round in desk.view.library.rounds if not round.is_pause]
    asked = rounds[-1].debrief if rounds else ()
    return desk.dress("back", part=part, session=session, code=code, typed=typed(session.feedback), closing=asked)


def _cover(part: Part, parts: tuple[Part, ...], desk: Desk) -> Markup:
    return desk.dress("cover", part=part, **cover_context(desk.view, to_text(desk.packet.title)))


def _contents(part: Part, parts: tuple[Part, ...], desk: Desk) -> Markup:
    return desk.dress("contents", part=part, entries=contents_rows(parts, desk.view))


def _works(part: Part, parts: tuple[Part, ...], desk: Desk) -> Markup:
    shown = ((each.kind, each.id) for each in parts)
    return desk.dress("sources", part=part, works=works_cited(shown, desk.view.library))


def numbered_code(kind: str, record: Any, desk: Desk) -> Markup:
    return desk.code(short_of(kind, record), to_text(record.title))


def full(id: str, desk: Desk) -> str:
    """The full reference of a source as plain words, or nothing."""
    return to_text(reference(desk.view.library.sources[id])) if id else ""


BODIES: Mapping[str, Body] = {
    "worksheet": _worksheet,
    "reading": _reading,
    "portrait": _portrait,
    "exhibit": _exhibit,
    "tenets": _tenets,
    "protocol": _protocol,
    "agenda": _agenda,
    "run of show": _show,
    "materials": _materials,
    "hand-outs": _hand_outs,
    "notes": _notes,
    "back": _back,
}
LATE: Mapping[str, LateBody] = {"cover": _cover, "contents": _contents, "sources": _works}
