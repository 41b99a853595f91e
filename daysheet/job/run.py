"""The print run, whole: what `dist/print/` holds, in the order of printing, and `job.json`, the same for other programs.

First the printer check, then the packets, the hand-outs of the day, the slips that lie on them, and the room's paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from daysheet.handouts import hand_outs
from daysheet.job.binding import remarks_on_binding, the_delivery
from daysheet.job.copies import ON_SCREEN, hand_out_jobs, packet_jobs
from daysheet.job.jobs import PrintJob
from daysheet.job.ruler import ruler_job
from daysheet.job.slips import slips_job
from daysheet.job.stacks import Stack, seats_of, stacks_of
from daysheet.job.ticket import ticket_job
from daysheet.labels import NO_BREAK
from daysheet.library import Library
from daysheet.packets.named import named_jobs
from daysheet.packets.plan import PrintTask
from daysheet.packets.printing import Printed
from daysheet.packets.private import as_printed, group_jobs
from daysheet.people.lists import group_files
from daysheet.people.seating import NOBODY, Seating
from daysheet.people.spoken import group_alone
from daysheet.problems import InvalidData, Place, Problem, Remark
from daysheet.room.printing import room_jobs
from daysheet.view import View

FOLDER = "print"
"""The folder of the output that holds the print run; no site includes it, and `serve` never serves it."""
JOBS = "job.json"


@dataclass(frozen=True)
class PrintRun:
    """What `dist/print/` holds, by path, the pages of it all, and what is told about it."""

    files: Mapping[str, bytes]
    pages: int
    remarks: tuple[Remark, ...]


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


def paper_of_room(view: View, seating: Seating = NOBODY) -> tuple[PrintJob, ...]:
    """Signs, badges, lists and cards, with the names of the roster."""
    letters: dict[str, dict[str, str]] = {}
    for grouping in (each for each in seating.groupings if each.turn == 1):
        for group in grouping.groups:
            for id, letter in zip(group.members, group.letters, strict=False):
                letters.setdefault(id, {})[grouping.round_id] = letter
    groups = {person.id: group_alone(person.id, seating, view.words["seating"]) for person in seating.people}
    return room_jobs(view, seating.people, letters, groups=groups)


def print_run(
    view: View, printed: Sequence[Printed], room: Sequence[PrintJob] = (), seating: Seating = NOBODY
) -> PrintRun:
    """Everything of the print run. `view` is the facilitator's; `printed` are the files that `tasks_of` names.

    Raises: InvalidData, MachineFault.
    """
    stacks = stacks_of(view, seats_of(view.library, seating))
    jobs = numbered([*in_order(view, printed, stacks, seating), *room])
    ticket = ticket_job([replace(job, content=b"") for job in jobs], stacks, view)
    files = {job.path: job.content for job in (*jobs, ticket)}
    files |= {**group_files(seating), JOBS: as_json(jobs, stacks, view).encode()}
    pages = sum(job.pages for job in (*jobs, ticket))
    return PrintRun(files, pages, tuple(remarks_on_binding(jobs)))


def in_order(view: View, printed: Sequence[Printed], stacks: Sequence[Stack], seating: Seating) -> list[PrintJob]:
    """The jobs in the order of printing, but for the room's paper: with a roster, the packets bear names."""
    named, slips = named_jobs(view, printed, seating), slips_job(stacks, view)
    copies = list(as_printed(view, printed, seating))
    return [
        ruler_job(view),
        *named,
        *packet_jobs(view, copies, seats_of(view.library, seating), named=bool(named)),
        *group_jobs(view, seating),
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
    return json.dumps(ticket, ensure_ascii=False, indent=2).replace(NO_BREAK, " ") + "\n"


def _job(job: PrintJob) -> dict[str, Any]:
    fields = {name: value for name, value in asdict(replace(job, content=b"")).items() if name != "content"}
    prints = [{"record": record, "label": label, "version": mark} for record, label, mark in job.versions]
    return {**fields, "versions": prints, "sheets": job.sheets}


def _stack(stack: Stack) -> dict[str, Any]:
    fields = asdict(stack)
    moments = {
        name: value.isoformat() if value else None for name, value in fields.items() if name in ("start", "collected")
    }
    return {**fields, **moments, "copies": stack.copies}
