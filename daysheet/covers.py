"""What the cover of a packet says; see `components/cover.html` for the keys."""

from __future__ import annotations

from typing import Any

from daysheet.addresses import live, typed
from daysheet.prose import to_text
from daysheet.qr import qr_svg
from daysheet.scale import day_scale
from daysheet.view import View


def cover_context(view: View, kind: str) -> dict[str, Any]:
    """Everything that the cover shows, for the packet of that title."""
    session, delivery, words = view.library.session, view.library.delivery, view.words
    address = live(delivery, "")
    return {
        "kind": kind,
        "session": session,
        "date": _date(view),
        "scale": day_scale(view),
        "facts": _facts(view),
        "blanks": tuple(words["cover"][name] for name in ("name", "table", "team")) if not view.is_facilitator else (),
        "found": _found(view) if not view.is_facilitator else (),
        "qr": qr_svg(address, to_text(session.title)) if address else "",
        "address": typed(address),
    }


def _date(view: View) -> str:
    days = view.library.delivery.days if view.library.delivery else ()
    if not days:
        return ""
    if len(days) == 1:
        return view.spoken.date(days[0].date)
    span = view.words["cover"]["span"]
    return str(span).format(first=view.spoken.date(days[0].date, "month"), last=view.spoken.date(days[-1].date, "long"))


def _facts(view: View) -> list[tuple[str, list[str]]]:
    """Place, time, hosts and help, each with its lines; only what is known."""
    session, delivery, words = view.library.session, view.library.delivery, view.words["cover"]
    facts = []
    if delivery and (delivery.venue or delivery.rooms):
        facts.append((words["place"], [*delivery.rooms.values(), *_venue(delivery.venue)]))
    if delivery and delivery.days:
        day, clock = delivery.days[0], view.spoken.clock
        doors = str(words["doors"]).format(doors=clock(day.doors)) if day.doors else ""
        time = str(words["from_to"]).format(start=clock(day.start), end=clock(day.end))
        facts.append((words["time"], [f"{time}{doors}"]))
    if session.hosts:
        facts.append((words["hosts"], [to_text(host.name) for host in session.hosts]))
    if delivery and delivery.contact:
        facts.append((words["help"], [delivery.contact]))
    return facts


def _venue(venue: str) -> list[str]:
    """The venue in at most two lines, parted at its first comma."""
    name, comma, rest = venue.partition(", ")
    return [name, rest] if comma else [name] if name else []


def _found(view: View) -> list[str]:
    delivery = view.library.delivery
    if delivery is None or not delivery.contact:
        return []
    return [delivery.contact, delivery.venue] if delivery.venue else [delivery.contact]
