"""Step 6b, print: which records a packet binds where it asks for all of a kind."""

from __future__ import annotations

from daysheet.library import Library
from daysheet.models.packet import Packet


def bound_ids(library: Library, kind: str, packet: Packet) -> tuple[str, ...]:
    """The ids of a kind in the order of their numbers; in packets of participants neither sheets without a
    name, since packets bear names, nor sheets of another size: these are stacks of their own."""
    records = library.of(kind)
    if packet.audience == "participant":
        records = tuple(each for each in records if not getattr(each, "is_apart", False))
    return tuple(each.id for each in records)
