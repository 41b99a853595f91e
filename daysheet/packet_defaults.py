"""What is bound when no packet file says so: everything for participants, and a guide for the facilitator."""

from __future__ import annotations

from daysheet.models.packet import Entry, Packet
from daysheet.models.session import Session

_EVERYTHING = ("agenda", "worksheets", "readings", "tenets", "portraits", "protocols")


def default_packets(session: Session) -> tuple[Packet, ...]:
    """The participant packet and the facilitator's guide of a session that has no packet files."""
    return (
        _packet("participant", "Participant packet", "cover"),
        _packet("facilitator", "Facilitator’s guide", "run of show"),
    )


def _packet(audience: str, title: str, first: str) -> Packet:
    entries = [Entry.model_validate(each) for each in (first, "contents", *_EVERYTHING)]
    extra = [Entry.model_validate("materials")] if audience == "facilitator" else [Entry.model_validate("back")]
    return Packet(id=audience, title=title, audience=audience, contents=(*entries, *extra))


def packet_of(kind: str, id: str) -> Packet:
    """A packet of one record, for a hand-out that no packet holds."""
    entry = Entry(kind=f"{kind}s" if kind != "tenets" else kind, ids=(id,))
    return Packet(id=f"{kind}-{id}", title=id, contents=(entry,))
