"""Step 6b, print: which records a packet binds where it asks for all of a kind."""

from __future__ import annotations

from daysheet.library import Library
from daysheet.models.packet import Packet


def bound_ids(library: Library, kind: str, packet: Packet) -> tuple[str, ...]:
    """The ids of a kind in the order of their numbers; a sheet without a name is in no packet of participants, since
    packets bear names: it is a stack of its own."""
    records = library.of(kind)
    if packet.audience == "participant":
        records = tuple(each for each in records if not getattr(each, "anonymous", False))
    return tuple(each.id for each in records)
