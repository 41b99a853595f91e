"""Step 8 for people: the lists of tables and groups, and each person's packet as a file of its own, into `dist/print/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from daysheet.check import CheckResult
from daysheet.job.run import FOLDER
from daysheet.packets.named import single_packets
from daysheet.packets.plan import plan, seen_by
from daysheet.packets.printing import print_packet
from daysheet.people.lists import group_files
from daysheet.people.roster import ROSTER, SAMPLE
from daysheet.problems import InvalidData, Place, Problem
from daysheet.progress import Progress
from daysheet.project import Project
from daysheet.publish.disk import write_file
from daysheet.publish.manifest import Made, write_manifest
from daysheet.publish.publishing import publish
from daysheet.view import view_for

PRINT_RUN = Made(FOLDER, "print run", "", "organiser")


def refuse_without_roster(checked: CheckResult) -> None:
    """Raises: InvalidData where nobody is known by name."""
    if not checked.seating.people:
        place = Place(f"data/{ROSTER}")
        raise InvalidData([Problem(place, "There is no roster, so nobody is known by name", SAMPLE)])


def write_groups(checked: CheckResult, output: Path) -> tuple[str, ...]:
    """Tables and groups as CSV, into a copy of the last output; the paths of the files. Raises: InvalidData, MachineFault."""
    refuse_without_roster(checked)
    files = group_files(checked.seating)
    with publish(output, keep=True) as fresh:
        for path, content in files.items():
            write_file(fresh / FOLDER / path, content)
        write_manifest(fresh, [PRINT_RUN], keep=True)
    return tuple(f"{FOLDER}/{path}" for path in files)


def write_singles(project: Project, checked: CheckResult, output: Path, progress: Progress) -> int:
    """Each person's packet as a file of its own, one after another; how many. Raises: InvalidData, MachineFault."""
    refuse_without_roster(checked)
    with publish(output, keep=True, anew=[f"{FOLDER}/named"]) as fresh, progress.step(f"{FOLDER}/named") as step:
        for path, content in _singles(project, checked):
            write_file(fresh / FOLDER / path, content)
            step.pages = (step.pages or 0) + 1
        write_manifest(fresh, [PRINT_RUN], keep=True)
    return len(checked.seating.people)


def _singles(project: Project, checked: CheckResult) -> Iterator[tuple[str, bytes]]:
    views = {audience: view_for(project, checked, audience) for audience in ("participant", "facilitator")}
    packets = [task for task in plan(views["participant"]) if task.makes == "packet" and not task.alone]
    wanted = [task for task in packets if task.audience == "participant" and task.edition != "fillable"]
    printed = [
        each for task in wanted for each in print_packet(task.packet, views[seen_by(task)], edition=task.edition)
    ]
    yield from single_packets(views["facilitator"], printed, checked.seating)
