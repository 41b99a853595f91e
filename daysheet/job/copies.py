"""The print run, packets and hand-outs: which of the files that were laid out are printed, how often, and on what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from daysheet.handouts import main_packet
from daysheet.job.binding import finishing_of, the_delivery
from daysheet.job.jobs import PrintJob
from daysheet.job.stacks import Stack
from daysheet.labels import label
from daysheet.models.delivery import Delivery
from daysheet.models.packet import Packet
from daysheet.numbers import NUMBERED
from daysheet.packets.editions import IMPOSED
from daysheet.packets.named import printed_copy
from daysheet.packets.printing import Printed
from daysheet.prose import to_text
from daysheet.seats import Seats, shares_of, spares_of, unseated
from daysheet.view import View

LARGER = {"a4": "a3", "letter": "tabloid"}
"""The delivery's paper -> the larger one of the same family."""
ON_SCREEN = ("fillable",)
"""Editions that nobody prints."""


def packet_jobs(view: View, printed: Iterable[Printed], seats: Seats, named: bool = False) -> Iterator[PrintJob]:
    """What everybody holds first; of each packet the edition that stands first in it, and of the others one to lend.

    Where there are `named` packets, what everybody holds is not among these.
    """
    delivery, main = the_delivery(view), main_packet(view.library)
    found = {(each.id, each.edition): each for each in printed if is_for(each, "packet", delivery)}
    for packet in sorted(view.library.packets, key=partial(_rank, view)):
        for edition in packet.editions if not named or packet != main else ():
            made = found.get((packet.id, edition))
            if made and edition not in ON_SCREEN:
                copies, spares = _copies(packet, view, seats) if edition == packet.editions[0] else (1, 1)
                yield _packet(packet, made, view, copies, spares)


def hand_out_jobs(view: View, printed: Sequence[Printed], stacks: Iterable[Stack]) -> Iterator[PrintJob]:
    """The stacks of the day that are no packet, each from the file of its record."""
    delivery = the_delivery(view)
    for stack in (each for each in stacks if each.kind != "packet"):
        for made in printed:
            if made.id == stack.id and made.edition == "standard" and is_for(made, stack.kind, delivery):
                yield _hand_out(stack, made, view)
                break


def _rank(view: View, packet: Packet) -> tuple[bool, int]:
    main = main_packet(view.library)
    order = ("participant", "facilitator", "organiser")
    return main is None or packet.id != main.id, order.index(packet.audience)


def is_for(made: Printed, kind: str, delivery: Delivery) -> bool:
    """Whether a file is of this kind, and for the paper that the delivery prints on."""
    return made.kind == kind and made.paper in (delivery.paper, LARGER[delivery.paper])


def versions_of(made: Printed, view: View) -> tuple[tuple[str, str, str], ...]:
    """What the numbered sheets of a file bear: (`worksheet/showcase`, `Worksheet 4`, `KTMR`)."""
    held = [(each.kind, each.id, each.version) for each in made.spans] or [(made.kind, made.id, made.version)]
    return tuple(
        (f"{kind}/{id}", label(kind, view.library.find(kind, id), view.spoken), version)
        for kind, id, version in held
        if kind in NUMBERED and id
    )


def _copies(packet: Packet, view: View, seats: Seats) -> tuple[int, int]:
    """How many of a packet in all, and how many of these are spares."""
    if packet.audience != "participant":
        return max(1, len(view.library.session.hosts) if packet.audience == "facilitator" else 1), 0
    wanted = sum(share.copies for share in shares_of(packet.copies, None, seats))
    spares = spares_of(packet.copies, unseated(the_delivery(view), seats))
    return wanted + spares, spares


def _packet(packet: Packet, made: Printed, view: View, copies: int, spares: int) -> PrintJob:
    edition = view.words["job"]["editions"].get(made.edition, "")
    title, folded = to_text(packet.title), made.edition in IMPOSED
    return PrintJob(
        path=f"{packet.id}{'' if made.edition == 'standard' else f'-{made.edition}'}.pdf",
        title=f"{title}, {edition}" if edition else title,
        kind="packet",
        pages=made.pages,
        content=printed_copy(view, made, packet),
        size=made.paper,
        copies=copies,
        spares=spares,
        in_colour=the_delivery(view).copier == "colour",
        sides="two" if folded else packet.sides,
        flip="short edge" if folded else "long edge" if packet.sides == "two" else "",
        finishing=("fold", "stitch in the fold") if folded else finishing_of(packet, made.pages),
        edition=made.edition,
        versions=versions_of(made, view),
        source=view.library.files.get(("packet", packet.id), "data/session.yml"),
    )


def _hand_out(stack: Stack, made: Printed, view: View) -> PrintJob:
    sheet = view.library.find("worksheet", stack.id).sheet if stack.kind == "worksheet" else None
    halves = sheet is not None and sheet.size == "half"
    turned = sheet is not None and sheet.turn == "landscape"
    two = made.pages > 1
    copies, spares = (-(-stack.copies // 2), stack.spares // 2) if halves else (stack.copies, stack.spares)
    return PrintJob(
        path=f"{stack.kind}-{stack.id}.pdf",
        title=": ".join(each for each in (stack.label, stack.title) if each),
        kind=stack.kind,
        pages=made.pages,
        content=made.content,
        size=made.paper,
        copies=copies,
        spares=spares,
        tint=stack.tint,
        in_colour=the_delivery(view).copier == "colour",
        sides="two" if two else "one",
        flip="" if not two else "short edge" if turned else "long edge",
        finishing=("cut in half",) if halves else ("staple top left",) if made.pages > 2 else (),
        versions=versions_of(made, view),
        source=view.library.files[stack.kind, stack.id],
    )
