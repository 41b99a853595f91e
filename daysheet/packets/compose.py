"""Step 6b, print: a packet and a view become one HTML document, with the parts that hand-outs are cut from.

Each entry of the packet's contents becomes one or more parts; a part is a worksheet, a reading, the agenda. The version
mark of a part comes from its content, so that a sheet bears the same one in every packet and alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from daysheet.addresses import live, page_of
from daysheet.bound import bound_ids
from daysheet.citations import author_date
from daysheet.handouts import hand_outs
from daysheet.labels import reference_words
from daysheet.models.packet import ALONE, Entry, Packet
from daysheet.packets.about import KIND_OF_LIST, foot_of, label_of, path_of, sources_of
from daysheet.packets.bodies import BODIES, LATE, Desk, Part, setting_of
from daysheet.packets.group_lists import GROUP_BODIES, has_groups
from daysheet.packets.links import live_links
from daysheet.packets.room_parts import ROOM_BODIES, has_room_paper, page_of_room
from daysheet.packets.texts import TEXTS
from daysheet.placing import in_place
from daysheet.press.pressing import version_mark
from daysheet.problems import Remark
from daysheet.prose import to_text
from daysheet.render import Renderer
from daysheet.sections import find_section
from daysheet.sharing import foot_label
from daysheet.view import View

TIMED = ("agenda", "run of show", "materials", "hand-outs")
"""Parts that show an agenda, and are left out where there is none."""


@dataclass(frozen=True)
class PacketDocument:
    """A packet as one HTML document, not yet laid out; `remarks` tell what its sheets could not be given."""

    packet: Packet
    title: str
    html: str
    parts: tuple[Part, ...]
    version: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Dressed:
    """The parts of a packet with their bodies, not yet put together; made once, also where it is measured first."""

    packet: Packet
    view: View
    renderer: Renderer
    parts: tuple[Part, ...]
    version: str


def compose_packet(packet: Packet, view: View, density: str = "") -> PacketDocument:
    """The document of a packet; `density` says how close its run of show is set.

    Raises: InvalidData for a template that fails.
    """
    return put_together(dress_packet(packet, view, density))


def dress_packet(packet: Packet, view: View, density: str = "") -> Dressed:
    """The parts of a packet, dressed. Raises: InvalidData for a template that fails."""
    records = list(dict.fromkeys(pair for entry in packet.contents for pair in _records(entry, packet, view)))
    held = frozenset(anchor_of(kind, id) for kind, id in records)
    resolve = partial(_resolve, view, held)
    exhibits = partial(in_place, view, setting_of(view, packet), resolve)
    renderer = Renderer(view.project, view.spoken, resolve, exhibits=exhibits)
    desk = Desk(view, renderer, packet, held, density)
    early = [_part(kind, id, desk) for kind, id in records]
    version = version_mark("".join(f"{part.anchor}{part.body}" for part in early if part.kind != "notes"))
    parts = tuple(_late(part, tuple(early), version, desk) for part in early)
    return Dressed(packet, view, renderer, parts, version)


def put_together(
    dressed: Dressed, only: frozenset[str] | None = None, following: frozenset[str] = frozenset()
) -> PacketDocument:
    """The document of dressed parts: of those with anchors in `only`, if given; those with anchors in `following` stand
    on the page of the part before."""
    packet, view = dressed.packet, dressed.view
    parts = tuple(part for part in dressed.parts if only is None or part.anchor in only)
    title = f"{to_text(view.library.session.title)}: {to_text(packet.title)}"
    html = dressed.renderer.render(
        "packets/packet.html",
        title=title,
        language=view.library.session.language,
        parts=parts,
        head=partial(_head, view),
        starts=partial(_starts, packet, view, following),
        spare=partial(_spare, dressed),
        foot_label=partial(foot_label, parts=parts, following=following, view=view),
        of=view.words["sheet"]["of"],
    )
    return PacketDocument(packet, title, live_links(html, view.library.delivery), parts, dressed.version)


def anchor_of(kind: str, id: str) -> str:
    return f"part-{kind.replace(' ', '-')}" + (f"-{id}" if id else "")


def records_of(packet: Packet, view: View) -> tuple[tuple[str, str], ...]:
    """What a packet holds, in its order, as pairs of kind and id; an empty id for a part that has no record."""
    return tuple(dict.fromkeys(pair for entry in packet.contents for pair in _records(entry, packet, view)))


def _records(entry: Entry, packet: Packet, view: View) -> Iterator[tuple[str, str]]:
    """The records of an entry as pairs of kind and id; an empty id for a part that has no record."""
    if entry.kind == "protocols":
        protocols = tuple(round.id for round in view.library.rounds if round.kind == "protocol")
        yield from (("protocol", id) for id in entry.ids or protocols)
    elif entry.kind in KIND_OF_LIST:
        kind = KIND_OF_LIST[entry.kind]
        yield from ((kind, id) for id in entry.ids or bound_ids(view.library, kind, packet))
    elif entry.kind == "sections":
        yield from (("section", id) for id in entry.ids)
    elif entry.kind == "notes":
        yield from (("notes", id) for id in entry.ids or map(str, range(1, entry.count + 1)))
    elif entry.kind in ALONE and _has(entry.kind, view):
        yield entry.kind, ""


def _has(kind: str, view: View) -> bool:
    """Whether there is anything that such a part could show."""
    if kind == "people":
        return bool(view.library.session.hosts)
    if kind == "hand-outs":
        return bool(hand_outs(view.library, view.timetables))
    if kind == "groups":
        return has_groups(view.seating)
    if kind in ROOM_BODIES:
        return has_room_paper(kind, view)
    return kind not in TIMED or bool(view.timetables)


def record_of(kind: str, id: str, view: View) -> Any:
    """The record that a part shows; None for parts such as the cover."""
    if kind == "protocol":
        return next(each for each in view.library.rounds if each.id == id)
    if kind == "section":
        return find_section(view.library.readings, id)
    return view.library.find(kind, id) if kind in KIND_OF_LIST.values() else None


def _part(kind: str, id: str, desk: Desk) -> Part:
    view, record = desk.view, record_of(kind, id, desk.view)
    title = to_text(record.title) if record else str(view.words["parts"].get(kind, kind))
    part = Part(
        kind=kind,
        id=id,
        anchor=anchor_of(kind, id),
        style=_style(kind, record, desk.packet, view),
        title=title,
        label=label_of(kind, record, title, view),
        path=path_of(kind, record),
        sources=sources_of(kind, id, view),
    )
    if kind in LATE:
        return part
    body = {**BODIES, **TEXTS, **ROOM_BODIES, **GROUP_BODIES}[kind](part, record, desk)
    part = replace(part, body=body, version=version_mark(str(body)))
    return replace(part, foot=foot_of(part, record, desk))


def _late(part: Part, parts: tuple[Part, ...], version: str, desk: Desk) -> Part:
    """The cover, the contents and the list of sources show the rest of the packet, so they are dressed last."""
    if part.kind not in LATE:
        return part
    part = replace(part, version=version)
    return replace(part, body=LATE[part.kind](part, parts, desk), foot=foot_of(part, None, desk))


def _style(kind: str, record: Any, packet: Packet, view: View) -> str:
    """The page that a part stands on."""
    if kind == "cover":
        return "cover"
    if kind in ROOM_BODIES:
        return page_of_room(kind)
    if view.is_facilitator:
        return "guide"
    if kind == "worksheet" and record.sheet.turn == "landscape" and packet.editions[0] != "large-print":
        return "wide"
    return "sheet" if kind == "worksheet" and not record.anonymous else "plain"


def _head(view: View, part: Part) -> str:
    """The running head: the word Name on sheets, No name on anonymous ones, the facilitator's warning, or the session."""
    if part.style == "guide":
        return str(view.words["foot"]["facilitators"])
    name = str(view.words["sheet"]["name"])
    titles = {"cover": "", "sheet": name, "wide": name}
    if part.kind == "worksheet" and record_of(part.kind, part.id, view).anonymous:
        return str(view.words["sheet"]["nameless"])
    return titles.get(part.style, to_text(view.library.session.title))


def _starts(packet: Packet, view: View, following: frozenset[str], part: Part) -> str:
    """`leaf` for a sheet that is handed in (nothing may stand on its back), `right` where the packet asks for it."""
    if part.anchor in following:
        return "follows"
    if packet.sides == "one" or part.kind == "cover":
        return ""
    given = part.kind == "worksheet" and packet.audience == "participant"
    if given and record_of(part.kind, part.id, view).after == "hand in":
        return "leaf"
    return "right" if packet.starts == "right-hand page" else ""


def _spare(dressed: Dressed, part: Part) -> str | None:
    """What a page that stays empty after a part is headed with; nothing on the back of what is handed in. None in a
    packet without such pages."""
    packet, view = dressed.packet, dressed.view
    starts = {each.anchor: _starts(packet, view, frozenset(), each) for each in dressed.parts}
    if packet.blank_pages == "blank" or not {"leaf", "right"} & set(starts.values()):
        return None
    return "" if starts[part.anchor] == "leaf" else str(view.words["parts"]["notes"])


def _resolve(view: View, held: frozenset[str], kind: str, id: str) -> tuple[str, str]:
    """On paper a reference says its number, and leads to its part where the packet holds it, else to the live page."""
    if kind == "source":
        return "", author_date(view.library.sources[id])
    id = view.library.tenet_name(id) if kind == "tenet" else id
    anchor = anchor_of("tenets" if kind == "tenet" else kind, id.split("/")[0])
    words = reference_words(view.library, view.spoken, kind, id)
    return (f"#{anchor}" if anchor in held else live(view.library.delivery, page_of(kind, id))), words
