"""Steps 5 to 8 in order: what the commands `site`, `packets` and `all` make of a session that has passed its checks.

Packets are laid out first, by a pool of processes, because the sites list their pages and sizes; then the two sites are
built beside each other; then manifest and ids are written, and the whole folder is swapped in.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from daysheet.builder import build_site
from daysheet.check import CheckResult
from daysheet.gone import ids_of
from daysheet.packets.plan import PrintTask, carry_out, plan, seen_by, title_of
from daysheet.packets.printing import Printed
from daysheet.pages.compose import compose_site
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
    tasks = plan(views["participant"])
    with publish(output) as fresh:
        progress.expect(len(tasks) + 2)
        outcomes = list(print_all(tasks, views, progress))
        made = list(write_printed(fresh, outcomes))
        made += make_sites(project, checked, views, fresh, made, progress)
        write_manifest(fresh, made)
        write_ids(fresh, ids_of(views["facilitator"].library))
    return tuple(made)


def make_packets(
    project: Project, checked: CheckResult, output: Path, progress: Progress, names: Sequence[str] = ()
) -> tuple[Made, ...]:
    """The packets of these names, or all, into a copy of the last output."""
    views = {audience: view_for(project, checked, audience) for audience in ("participant", "facilitator")}
    tasks = [task for task in plan(views["participant"]) if not names or task.packet.id in names]
    with publish(output, keep=True) as fresh:
        progress.expect(len(tasks))
        made = list(write_printed(fresh, print_all(tasks, views, progress)))
        write_manifest(fresh, made, keep=True)
    return tuple(made)


def make_site(project: Project, checked: CheckResult, output: Path, progress: Progress) -> tuple[Made, ...]:
    """Both sites into a copy of the last output; the PDFs that stand there are listed and stay."""
    views = {audience: view_for(project, checked, audience) for audience in ("participant", "facilitator")}
    with publish(output, keep=True) as fresh:
        progress.expect(2)
        made = make_sites(project, checked, views, fresh, read_manifest(fresh), progress)
        write_manifest(fresh, made, keep=True)
        write_ids(fresh, ids_of(views["facilitator"].library))
    return tuple(made)


def print_all(tasks: Iterable[PrintTask], views: Mapping[str, View], progress: Progress) -> Iterator[Outcome]:
    """Lays out the tasks and tells of each; yields them in their order."""
    for outcome in _carried_out(list(tasks), views):
        for printed in outcome.printed:
            if printed.kind == "packet" or outcome.task.alone:
                progress.made(_path(outcome.task, printed), pages=printed.pages, seconds=outcome.seconds)
        yield outcome


def _carried_out(tasks: Sequence[PrintTask], views: Mapping[str, View]) -> Iterator[Outcome]:
    """A single task here, since a process costs more than it; several in a pool."""
    if len(tasks) == 1:
        yield _print(tasks[0], views[seen_by(tasks[0])])
        return
    # spawned, not forked: a forked child would inherit the lock on the output
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        running: list[Future[Outcome]] = [pool.submit(_print, task, views[seen_by(task)]) for task in tasks]
        try:
            yield from (future.result() for future in running)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _print(task: PrintTask, view: View) -> Outcome:
    begun = time.perf_counter()
    return Outcome(task, carry_out(task, view), time.perf_counter() - begun)


def _path(task: PrintTask, printed: Printed) -> str:
    return f"{FOLDERS[task.audience]}/pdf/{printed.path}"


def write_printed(fresh: Path, outcomes: Iterable[Outcome]) -> Iterator[Made]:
    for outcome in outcomes:
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
        made.append(Made(folder, "site", "", audience, pages=step.pages, sources=_everything(view)))
    return made


def _in_order(made: Iterable[Made], view: View) -> list[Made]:
    """The PDFs of what was made in the order of the library, however they were come by."""
    kinds = [(kind, view.library.of(kind)) for kind in ("packet", "worksheet", "reading", "portrait")]
    kinds.append(("protocol", view.library.rounds))
    ranks = {(kind, each.id): rank for kind, records in kinds for rank, each in enumerate(records)}
    pdfs = (each for each in made if each.path.endswith(".pdf"))
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
