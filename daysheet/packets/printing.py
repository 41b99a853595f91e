"""Steps 6b and 7 together: a packet becomes its files, and the hand-outs that are cut from it become theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from daysheet.addresses import live
from daysheet.layout import WHOLE, Area, Cut, Laid, LayoutJob
from daysheet.models.packet import Packet
from daysheet.packets.compose import PacketDocument
from daysheet.packets.editions import STANDARD, in_edition, suffix
from daysheet.packets.fitting import fitted
from daysheet.problems import InvalidData, Place, Problem, Remark
from daysheet.prose import to_text
from daysheet.view import View

CUT_KINDS = {
    "worksheet": "worksheets",
    "reading": "readings",
    "section": "readings",
    "protocol": "protocols",
    "portrait": "portraits",
    "exhibit": "exhibits",
    "tenets": "tenets",
}
"""The kinds that also stand as files of their own, and the folder of each."""


@dataclass(frozen=True)
class Span:
    """Where a part of a packet stands: its first and last page (from 1), what its foot calls it, and its version mark.

    `style` is the page that it stands on: cover, sheet (with a line for the name), plain or guide.
    """

    kind: str
    id: str
    style: str
    first: int
    last: int
    label: str
    version: str


@dataclass(frozen=True)
class Printed:
    """One PDF: where it goes (relative to the site's `pdf/`), what it is, and its bytes; `remarks` tell what its sheets
    asked for and did not get.

    Of a packet, `spans` are its parts in order, and `cover` says where the fields of its cover stand (`cover-blank-1`).
    """

    path: str
    kind: str
    id: str
    title: str
    paper: str
    pages: int
    content: bytes
    version: str
    sources: tuple[str, ...]
    edition: str = STANDARD
    remarks: tuple[Remark, ...] = ()
    spans: tuple[Span, ...] = ()
    cover: Mapping[str, Area] = field(default_factory=dict)


def print_packet(
    packet: Packet, view: View, cut: frozenset[str] = frozenset(), edition: str = STANDARD
) -> tuple[Printed, ...]:
    """The files of one edition of a packet on both papers, and those of the parts (by anchor) that are cut from it.

    Raises: InvalidData where the layout complains of something an author can mend; MachineFault for anything else.
    """
    from daysheet.pdf.lay_out import lay_out

    document, job = fitted(in_edition(packet, edition), view, cut)
    laid = lay_out(with_cuts(job, document, cut, view))
    refuse_complaints(laid, document, view)
    if edition == STANDARD:
        _keep_to_budget(laid, packet, view)
    return tuple(_printed(document, laid, edition))


def with_cuts(job: LayoutJob, document: PacketDocument, cut: frozenset[str], view: View) -> LayoutJob:
    """The job with the parts of these anchors also cut out, each with a title of its own."""
    session = to_text(view.library.session.title)
    parts = [part for part in document.parts if part.anchor in cut]
    addresses = {part.anchor: live(view.library.delivery, part.path) for part in document.parts if part.path}
    return replace(
        job,
        cuts=tuple(Cut(part.anchor, f"{part.title} ({session})", part.anchor) for part in parts),
        live_addresses={anchor: address for anchor, address in addresses.items() if address},
    )


def _printed(document: PacketDocument, laid: Laid, edition: str) -> Iterator[Printed]:
    parts = {part.anchor: part for part in document.parts}
    sources = tuple(sorted({source for part in document.parts for source in part.sources}))
    for (cut, paper), content in laid.files.items():
        if cut == WHOLE:
            id, title = document.packet.id, to_text(document.packet.title)
            path, kind, version, made_from = f"{id}{suffix(edition)}-{paper}.pdf", "packet", document.version, sources
        else:
            part = parts[cut]
            id, title, kind, version, made_from = part.id, part.title, part.kind, part.version, part.sources
            path = f"{CUT_KINDS[part.kind]}/{part.id}{suffix(edition)}-{paper}.pdf"
        remarks = tuple(each for each in document.remarks if each.place.file in made_from)
        yield Printed(
            path,
            kind,
            id,
            title,
            paper,
            laid.counts[cut],
            content,
            version,
            made_from,
            edition,
            remarks,
            *_places(document, laid, cut),
        )


def _places(document: PacketDocument, laid: Laid, cut: str) -> tuple[tuple[Span, ...], Mapping[str, Area]]:
    """Where the parts of a whole packet stand, and what is on its cover; nothing for what is cut from it."""
    if cut != WHOLE:
        return (), {}
    return spans_of(document, laid), {id: area for id, area in laid.pages.areas.items() if id.startswith("cover-")}


def spans_of(document: PacketDocument, laid: Laid) -> tuple[Span, ...]:
    """The parts of a packet in order, and where each stands."""
    stands = laid.pages.parts
    spans = (
        Span(each.kind, each.id, each.style, *stands[each.anchor], each.label, each.version)
        for each in document.parts
        if each.anchor in stands
    )
    return tuple(spans)


def _keep_to_budget(laid: Laid, packet: Packet, view: View) -> None:
    pages, budget = laid.counts[WHOLE], packet.page_budget
    if budget and pages > budget:
        place = Place(view.library.files.get(("packet", packet.id), "data/packets"))
        sentence = f"“{to_text(packet.title)}” has {pages} pages, but its `page_budget` is {budget}"
        raise InvalidData([Problem(place, sentence, "leave something out of its contents, or raise the budget")])


def refuse_complaints(laid: Laid, document: PacketDocument, view: View) -> None:
    """What the layout complains of fails the build."""
    if not laid.complaints:
        return
    parts = document.parts
    packet = view.library.files.get(("packet", document.packet.id), "data/session.yml")
    problems = []
    for complaint in laid.complaints:
        part = next((part for part in parts if complaint.near.startswith((part.anchor, f"{part.id or '-'}--"))), None)
        file = part.sources[0] if part and part.sources else packet
        problems.append(Problem(Place(file), f"This cannot be printed as it is: {complaint.sentence}"))
    raise InvalidData(problems)
