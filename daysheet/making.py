"""Steps 5 to 8 in order: what the commands `site`, `packets` and `all` make of a session that has passed its checks.

Packets are laid out first, by a pool of processes, because the sites list their pages and sizes; then the two sites are
built beside each other; then manifest and ids are written, and the whole folder is swapped in.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from daysheet.builder import build_site
from daysheet.check import CheckResult
from daysheet.gone import ids_of
from daysheet.job.making import begin_print_run, begin_room, write_print_run
from daysheet.job.run import FOLDER as PRINT
from daysheet.job.run import is_printed, refuse_nobody, tasks_of
from daysheet.offline.finishing import finish
from daysheet.packets.editions import IMPOSED
from daysheet.packets.plan import PrintTask, carry_out, plan, plan_booklets, seen_by, title_of
from daysheet.packets.printing import Printed
from daysheet.pages.compose import compose_site
from daysheet.problems import Remark
from daysheet.progress import Progress
from daysheet.project import Project
from daysheet.publish.disk import write_file
from daysheet.publish.manifest import Made, read_manifest, write_ids, write_manifest
from daysheet.publish.publishing import publish
from daysheet.site import Download
from daysheet.view import View, view_for

PROCESSES = 2
FOLDERS = {"participant": "site", "facilitator": "facilitator", "organiser": "facilitator"}
"""Audience -> the folder of the output that holds what is made for it."""


@dataclass(frozen=True)
class Outcome:
    """What a task made, and the seconds that it took."""

    task: PrintTask
    printed: tuple[Printed, ...]
    seconds: float


def make_all(project: Project, checked: CheckResult, output: Path, progress: Progress) -> tuple[Made, ...]:
    """Everything into a fresh folder, swapped in at the end. Raises: InvalidData, MachineFault; then nothing is written."""
    views = {audience: view_for(project, checked, audience) for audience in ("participant", "facilitator")}
    tasks = _tasks(views)
    with publish(output) as fresh, workers() as pool:
        progress.expect(len(tasks) + 2 + is_printed(views["facilitator"].library))
        room = begin_room(views["facilitator"], checked.seating, pool)
        outcomes = list(print_all(tasks, views, progress, pool))
        made = list(write_printed(fresh, outcomes))
        # beside the sites, which this process makes
        run = begin_print_run(views["facilitator"], checked.seating, _printed(outcomes), room, pool)
        made += make_sites(project, checked, views, fresh, made, progress)
        made += write_print_run(fresh, run, progress)
        write_manifest(fresh, made)
        write_ids(fresh, ids_of(views["facilitator"].library))
    return tuple(made)


def make_packets(
    project: Project, checked: CheckResult, output: Path, progress: Progress, names: Sequence[str] = ()
) -> tuple[Made, ...]:
    """The packets of these names, or all, into a copy of the last output."""
    views = {audience: view_for(project, checked, audience) for audience in ("participant", "facilitator")}
    tasks = [task for task in plan(views["participant"]) if not names or task.packet.id in names]
    with publish(output, keep=True) as fresh, workers() as pool:
        progress.expect(len(tasks))
        made = list(write_printed(fresh, print_all(tasks, views, progress, pool)))
        write_manifest(fresh, made, keep=True)
    return tuple(made)


def make_print(project: Project, checked: CheckResult, output: Path, progress: Progress) -> tuple[Made, ...]:
    """The print run alone into a copy of the last output. Raises: InvalidData, also where nobody is printed for."""
    views = {audience: view_for(project, checked, audience) for audience in ("participant", "facilitator")}
    refuse_nobody(views["facilitator"].library)
    with publish(output, keep=True, anew=[PRINT]) as fresh, workers() as pool:
        tasks = tasks_of(views["facilitator"], _tasks(views))
        progress.expect(1)
        room = begin_room(views["facilitator"], checked.seating, pool)
        printed = _printed(print_all(tasks, views, progress, pool, kept=False))
        run = begin_print_run(views["facilitator"], checked.seating, printed, room, pool)
        made = write_print_run(fresh, run, progress)
        write_manifest(fresh, made, keep=True)
    return tuple(made)


def make_site(project: Project, checked: CheckResult, output: Path, progress: Progress) -> tuple[Made, ...]:
    """Both sites into a copy of the last output; the PDFs that stand there are listed and stay."""
    views = {audience: view_for(project, checked, audience) for audience in ("participant", "facilitator")}
    with publish(output, keep=True) as fresh:
        progress.expect(2)
        listed = (each for each in read_manifest(fresh) if (fresh / each.path).is_file())
        made = make_sites(project, checked, views, fresh, listed, progress)
        write_manifest(fresh, made, keep=True)
        write_ids(fresh, ids_of(views["facilitator"].library))
    return tuple(made)


def _tasks(views: Mapping[str, View]) -> list[PrintTask]:
    """What is laid out: for reading, and where there is a print run, what is only printed."""
    tasks = plan(views["participant"])
    return [*tasks, *plan_booklets(views["participant"])] if is_printed(views["facilitator"].library) else tasks


@contextmanager
def workers() -> Iterator[Executor]:
    """Processes that start when they are given something to do; a fault here ends what they have not begun."""
    # spawned, not forked: a forked child would inherit the lock on the output
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def print_all(
    tasks: Iterable[PrintTask], views: Mapping[str, View], progress: Progress, pool: Executor, kept: bool = True
) -> Iterator[Outcome]:
    """Lays out the tasks and tells of each, where its files are `kept`, and once of what a sheet did not get; yields them
    in their order."""
    remarks = set[Remark]()
    for outcome in _carried_out(list(tasks), views, pool):
        for printed in outcome.printed:
            for remark in (each for each in printed.remarks if each not in remarks):
                remarks.add(remark)
                progress.remark(remark)
            if kept and (printed.kind == "packet" or outcome.task.alone):
                progress.made(_path(outcome.task, printed), pages=printed.pages, seconds=outcome.seconds)
        yield outcome


def _carried_out(tasks: Sequence[PrintTask], views: Mapping[str, View], pool: Executor) -> Iterator[Outcome]:
    """A single task here, since a process costs more than it; several in a pool."""
    if len(tasks) == 1:
        yield _print(tasks[0], views[seen_by(tasks[0])])
        return
    running: list[Future[Outcome]] = [pool.submit(_print, task, views[seen_by(task)]) for task in tasks]
    yield from (future.result() for future in running)


def _printed(outcomes: Iterable[Outcome]) -> list[Printed]:
    return [each for outcome in outcomes for each in outcome.printed]


def _print(task: PrintTask, view: View) -> Outcome:
    begun = time.perf_counter()
    return Outcome(task, carry_out(task, view), time.perf_counter() - begun)


def _path(task: PrintTask, printed: Printed) -> str:
    folder = PRINT if task.edition in IMPOSED else f"{FOLDERS[task.audience]}/pdf"
    return f"{folder}/{printed.path}"


def write_printed(fresh: Path, outcomes: Iterable[Outcome]) -> Iterator[Made]:
    """Writes what is for reading; what is only printed goes with the print run."""
    for outcome in (each for each in outcomes if each.task.edition not in IMPOSED):
        for each in outcome.printed:
            path = _path(outcome.task, each)
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            write_file(fresh / path, each.content)
            yield Made(
                path,
                each.kind,
                each.id,
                outcome.task.audience,
                each.edition,
                each.paper,
                each.pages,
                each.version,
                each.sources,
            )


def make_sites(
    project: Project,
    checked: CheckResult,
    views: Mapping[str, View],
    fresh: Path,
    pdfs: Iterable[Made],
    progress: Progress,
) -> list[Made]:
    """The sites of both audiences, with the PDFs that stand in the folder; a facilitator's holds the participants' too."""
    made, pdfs = [], _in_order(pdfs, views["facilitator"])
    for audience, view in views.items():
        folder = FOLDERS[audience]
        shown = {_within(each): each for each in pdfs if each.audience == "participant" or audience != "participant"}
        downloads = [_download(path, each, fresh, view) for path, each in shown.items()]
        files = {path: fresh / each.path for path, each in shown.items()}
        with progress.step(folder) as step:
            site = compose_site(project, checked, audience, downloads, files)
            step.pages = build_site(site, project, audience, fresh / f"{folder}.new")
        shutil.rmtree(fresh / folder, ignore_errors=True)
        (fresh / f"{folder}.new").rename(fresh / folder)
        if audience == "participant":
            finish(fresh / folder, site, project, view.library.delivery.paper if view.library.delivery else "a4")
        made.append(Made(folder, "site", "", audience, pages=step.pages, sources=_everything(view)))
    return made


def _in_order(made: Iterable[Made], view: View) -> list[Made]:
    """The PDFs of what was made in the order of the library, however they were come by."""
    kinds = [(kind, view.library.of(kind)) for kind in ("packet", "worksheet", "reading", "portrait")]
    kinds.append(("protocol", view.library.rounds))
    ranks = {(kind, each.id): rank for kind, records in kinds for rank, each in enumerate(records)}
    folders = tuple(f"{folder}/" for folder in FOLDERS.values())
    pdfs = (each for each in made if each.path.endswith(".pdf") and each.path.startswith(folders))
    return sorted(pdfs, key=lambda each: (ranks.get((each.kind, each.id), 0), each.path))


def _within(pdf: Made) -> str:
    """The path of a PDF within its site."""
    return pdf.path.partition("/")[2]


def _download(path: str, pdf: Made, fresh: Path, view: View) -> Download:
    size = (fresh / pdf.path).stat().st_size
    title = title_of(pdf.kind, pdf.id, view)
    return Download(path, pdf.kind, pdf.id, title, pdf.paper, pdf.pages or 0, size, pdf.edition or "standard")


def _everything(view: View) -> tuple[str, ...]:
    return tuple(sorted(set(view.library.files.values())))
