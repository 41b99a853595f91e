"""The print run, binding: staple and holes of a packet; what is too thick for them is told, and stops nothing.

The figures are those that makers give for ordinary machines and paper of 80 g: see `docs/print-run.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from daysheet.job.jobs import PrintJob
from daysheet.models.delivery import Delivery
from daysheet.models.packet import Packet
from daysheet.problems import Place, Remark
from daysheet.view import View

STAPLE = 25
"""Sheets that a staple 24/6 or 26/6 holds."""
STITCH = 15
"""Folded sheets that a copier's booklet maker stitches."""


def the_delivery(view: View) -> Delivery:
    """The delivery that is printed for; there is no print run without one."""
    assert view.library.delivery is not None
    return view.library.delivery


def finishing_of(packet: Packet, pages: int) -> tuple[str, ...]:
    """Staple and holes of a packet; one sheet alone needs no staple."""
    sheets = -(-pages // 2) if packet.sides == "two" else pages
    staple = (f"staple {packet.bind.staple}",) if packet.bind.staple != "none" and sheets > 1 else ()
    punch = (f"punch {packet.bind.punch} holes",) if packet.bind.punch != "none" else ()
    return (*staple, *punch)


def remarks_on_binding(jobs: Iterable[PrintJob]) -> Iterator[Remark]:
    """A remark for each job that is too thick."""
    for job in jobs:
        sheets = -(-job.sheets_each // job.sets)
        staple = next((each for each in job.finishing if each.startswith("staple")), "")
        stitch = next((each for each in job.finishing if "stitch" in each), "")
        place = Place(job.source)
        if staple and sheets > STAPLE:
            sentence = f"“{job.title}” has {sheets} sheets, and an ordinary staple holds {STAPLE}"
            yield Remark(place, sentence, "ask for a stronger stapler, or bind it in two parts or with `staple: none`")
        if stitch and sheets > STITCH:
            sentence = f"“{job.title}” has {sheets} sheets to fold, and a copier stitches {STITCH}"
            yield Remark(place, sentence, "have it bound by a printer's shop, or leave something out of its contents")
