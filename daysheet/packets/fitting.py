"""Step 7, fit: a packet is measured once, and its writing spaces take what their pages have left."""

from __future__ import annotations

from dataclasses import replace

from daysheet.fit import fit, style_of
from daysheet.layout import LayoutJob, Style
from daysheet.models.packet import Packet
from daysheet.packets.compose import PacketDocument, compose_packet, record_of
from daysheet.packets.laying import job_of
from daysheet.packets.rooms import rooms_of
from daysheet.problems import InvalidData, Place, Problem
from daysheet.sharing import may_share, shares
from daysheet.view import View

FITTED = ("worksheet", "portrait")
"""The kinds of parts whose writing space takes what the page has left."""
DENSITIES = ("", "dense", "densest")
"""How close the run of show is set, tried in turn: as it is; in smaller type; and without notes and lines for after the day."""


def fitted(packet: Packet, view: View, cut: frozenset[str] = frozenset()) -> tuple[PacketDocument, LayoutJob]:
    """The document with its run of show on one page and short exhibits together on one, and its job with the writing
    spaces grown to fill their pages.

    Only the parts that can be fitted are measured; those in `cut` share no page. Raises: InvalidData for a run of show
    that fits no page.
    """
    from daysheet.pdf.lay_out import lay_out

    for density in DENSITIES:
        document = compose_packet(packet, view, density)
        job = job_of(document, view)
        measured = frozenset({"run of show", *FITTED, *(["exhibit"] if may_share(document.parts, cut) else [])})
        some = compose_packet(packet, view, density, only=measured)
        if not some.parts:
            return document, job
        pages = lay_out(replace(job, html=some.html, papers=(), stamp=None)).pages
        show = pages.parts.get("part-run-of-show", (1, 1))
        if show[0] == show[1]:
            break
    else:
        hint = "shorten titles and notes, or part the day into two agendas"
        place = Place(next(iter(document.parts[0].sources), f"data/packets/{packet.id}.yml"))
        raise InvalidData([Problem(place, "The run of show does not fit on one page", hint)])
    following = shares(document.parts, pages, cut)
    if following:
        document = compose_packet(packet, view, density, following=following)
        job = job_of(document, view)
    rooms = {part.anchor: rooms_of(record_of(part.kind, part.id, view)) for part in some.parts if part.kind in FITTED}
    return document, replace(job, styles=(*job.styles, Style("styles/fitted.css", style_of(fit(rooms, pages)))))
