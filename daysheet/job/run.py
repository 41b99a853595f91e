"""The print run, whole: what `dist/print/` holds, in the order of printing, and `job.json`, the same for other programs.

First the printer check, then the packets, the hand-outs of the day, the slips that lie on them, and the room's paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import PurePosixPath
from typing import Any

from daysheet.handouts import hand_outs
from daysheet.job.copies import ON_SCREEN, hand_out_jobs, packet_jobs, the_delivery
from daysheet.job.jobs import PrintJob
from daysheet.job.ruler import ruler_job
from daysheet.job.slips import slips_job
from daysheet.job.stacks import Seats, Stack, seats_of, stacks_of
from daysheet.job.ticket import ticket_job
from daysheet.library import Library
from daysheet.packets.plan import PrintTask
from daysheet.packets.printing import Printed
from daysheet.people.person import Person
from daysheet.problems import InvalidData, Place, Problem
from daysheet.view import View

FOLDER = "print"
"""The folder of the output that holds the print run; no site includes it, and `serve` never serves it."""
JOBS = "job.json"


def is_printed(library: Library) -> bool:
    """Whether there is a print run: a delivery that says how many people come together in a room."""
    delivery = library.delivery
    return delivery is not None and delivery.headcount > 0 and delivery.place != "online"


def refuse_nobody(library: Library) -> None:
    """Raises: InvalidData where there is nobody to print for."""
    if is_printed(library):
        return
    delivery = library.delivery
    place = Place(library.files.get(("delivery", delivery.id if delivery else ""), "data/delivery.yml"))
    online = delivery is not None and delivery.place == "online"
    sentence = "A delivery that is online has no print run" if online else "There is nobody to print for"
    hint = "the PDFs stand in dist/site/pdf/" if online else "write the `headcount` into data/delivery.yml"
    raise InvalidData([Problem(place, sentence, hint)])


def tasks_of(view: View, tasks: Iterable[PrintTask]) -> list[PrintTask]:
    """Those of the tasks that the print run needs: the packets, and what is handed out and stands in none of them."""
    wanted = {f"part-{each.kind}-{each.id}" for each in hand_outs(view.library, view.timetables)}
    return [
        each
        for each in tasks
        if each.makes == "packet" and each.edition not in ON_SCREEN and (not each.alone or each.cut & wanted)
    ]


def print_run(view: View, printed: Sequence[Printed], people: Sequence[Person] = ()) -> dict[str, bytes]:
    """Everything of the print run by its path below `dist/print/`. `view` is the facilitator's.

    Raises: InvalidData, MachineFault.
    """
    seats = seats_of(view.library, people)
    stacks = stacks_of(view, seats)
    jobs = numbered(in_order(view, printed, stacks, seats))
    ticket = ticket_job([replace(job, content=b"") for job in jobs], stacks, view)
    files = {job.path: job.content for job in (*jobs, ticket)}
    return {**files, JOBS: as_json(jobs, stacks, view).encode()}


def in_order(view: View, printed: Sequence[Printed], stacks: Sequence[Stack], seats: Seats) -> list[PrintJob]:
    """The jobs in the order of printing."""
    slips = slips_job(stacks, view)
    return [
        ruler_job(view),
        *packet_jobs(view, printed, seats),
        *hand_out_jobs(view, printed, stacks),
        *([slips] if slips else []),
    ]


def numbered(jobs: Iterable[PrintJob]) -> list[PrintJob]:
    """The jobs with their place in the order of printing before their names: `03-facilitator.pdf`."""
    listed = list(jobs)
    width = max(2, len(str(len(listed) - 1)))
    return [replace(job, path=f"{at:0{width}}-{PurePosixPath(job.path).name}") for at, job in enumerate(listed)]


def as_json(jobs: Iterable[PrintJob], stacks: Iterable[Stack], view: View) -> str:
    """The ticket for other programs; it holds no date and no name of a person."""
    delivery = the_delivery(view)
    listed = list(jobs)
    ticket = {
        "session": view.library.session.title,
        "delivery": delivery.id,
        "paper": delivery.paper,
        "headcount": delivery.headcount,
        "walk_ins": delivery.walk_ins,
        "tables": delivery.tables,
        "sheets": sum(job.sheets for job in listed),
        "jobs": [_job(job) for job in listed],
        "stacks": [_stack(stack) for stack in stacks],
    }
    return json.dumps(ticket, ensure_ascii=False, indent=2) + "\n"


def _job(job: PrintJob) -> dict[str, Any]:
    fields = {name: value for name, value in asdict(replace(job, content=b"")).items() if name != "content"}
    prints = [{"record": record, "label": label, "version": mark} for record, label, mark in job.versions]
    return {**fields, "versions": prints, "sheets": job.sheets}


def _stack(stack: Stack) -> dict[str, Any]:
    fields = asdict(stack)
    moments = {name: value.isoformat() if value else None for name, value in fields.items() if name in ("start", "collected")}
    return {**fields, **moments, "copies": stack.copies}
