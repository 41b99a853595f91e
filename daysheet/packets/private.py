"""Step 7, for printing only: where what is printed for the day holds more than its twin for reading.

On covers stands what is private, the wifi; a guide that asks for `groups` has them; and tables and groups are a list of
their own where no packet asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from daysheet.job.binding import finishing_of, the_delivery
from daysheet.job.jobs import PrintJob
from daysheet.models.packet import Entry, Packet
from daysheet.packets.named import printed_copy
from daysheet.packets.printing import Printed, print_packet
from daysheet.people.seating import Seating
from daysheet.view import View

GROUPS = Entry(kind="groups")


def as_printed(view: View, printed: Sequence[Printed], seating: Seating) -> Iterator[Printed]:
    """The packets with what is printed on them alone, on the delivery's paper; everything else as it is. `view` is the
    facilitator's."""
    packets = {packet.id: packet for packet in view.library.packets}
    for each in printed:
        packet = packets.get(each.id) if each.kind == "packet" and each.paper == the_delivery(view).paper else None
        if packet and asks_for_groups(packet) and seating.people:
            each = _with_groups(packet, each, view, seating)
        if packet and each.cover:
            each = replace(each, content=printed_copy(view, each, packet))
        yield each


def asks_for_groups(packet: Packet) -> bool:
    """Whether a packet holds tables and groups: one for facilitators or organisers."""
    return packet.audience != "participant" and any(entry.kind == "groups" for entry in packet.contents)


def _with_groups(packet: Packet, printed: Printed, view: View, seating: Seating) -> Printed:
    made = print_packet(packet, replace(view, seating=seating), edition=printed.edition)
    return next(each for each in made if each.paper == printed.paper)


def group_jobs(view: View, seating: Seating) -> tuple[PrintJob, ...]:
    """Tables and groups as a list of their own: with a roster, unless a packet holds them."""
    if not seating.people or any(asks_for_groups(packet) for packet in view.library.packets):
        return ()
    title = str(view.words["seating"]["lists"])
    packet = Packet(id="tables-and-groups", title=title, audience="facilitator", contents=(GROUPS,))
    made = _with_groups(packet, Printed("", "packet", "", "", the_delivery(view).paper, 0, b"", "", ()), view, seating)
    job = PrintJob(
        path=f"{packet.id}.pdf",
        title=title,
        kind="tables and groups",
        pages=made.pages,
        content=made.content,
        size=made.paper,
        in_colour=the_delivery(view).copier == "colour",
        sides="two" if made.pages > 1 else "one",
        flip="long edge" if made.pages > 1 else "",
        finishing=finishing_of(packet, made.pages),
    )
    return (job,)
