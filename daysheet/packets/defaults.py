"""What is bound when no packet file says so: everything for participants, and a guide for the facilitator."""

from __future__ import annotations

from daysheet.models.packet import Entry, Packet
from daysheet.models.session import Session

_EVERYTHING = ("agenda", "worksheets", "readings", "tenets", "portraits", "protocols")
LISTED = 4
"""From so many parts on, a packet has a page of contents."""


def default_packets(session: Session, timed: bool = True, records: int = LISTED) -> tuple[Packet, ...]:
    """The participant packet and the facilitator's guide of a session that has no packet files.

    `timed` says whether there is an agenda, `records` how much there is to bind: a single sheet is bound as itself.
    """
    contents = ["contents"] if records >= LISTED else []
    cover, back = ["cover"] if timed or records > 1 else [], ["back"] if timed else []
    return (
        _packet("participant", "Participant packet", [*cover, *contents, *_EVERYTHING, *back]),
        _packet("facilitator", "Facilitator’s guide", ["run of show", *contents, *_EVERYTHING, "materials"]),
    )


def _packet(audience: str, title: str, lines: list[str]) -> Packet:
    entries = tuple(Entry.model_validate(each) for each in lines)
    return Packet(id=audience, title=title, audience=audience, contents=entries)


def packet_of(kind: str, id: str) -> Packet:
    """A packet of one record, for a hand-out that no packet holds."""
    entry = Entry(kind=f"{kind}s" if kind != "tenets" else kind, ids=(id,))
    return Packet(id=f"{kind}-{id}", title=id, contents=(entry,))
