"""What `serve` shows: one audience's site, built anew at each change, and PDFs laid out when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from daysheet.builder import build_site
from daysheet.check import check
from daysheet.offline.keeping import WORKER
from daysheet.packets.plan import PrintTask, carry_out, files_of, plan, seen_by, title_of
from daysheet.packets.printing import Printed
from daysheet.pages.compose import compose_site
from daysheet.project import Project
from daysheet.report import report_text
from daysheet.serve.live import BuildOutcome
from daysheet.serve.serving import serve
from daysheet.site import Download
from daysheet.view import View, view_for

FORGETFUL = b"""self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([
  self.registration.unregister(),
  caches.keys().then((keys) => Promise.all(keys.map((key) => caches.delete(key)))),
])));
"""
"""What is served as the worker: one that keeps nothing, and lets go of what a published copy has kept at this address."""


@dataclass
class Shown:
    """The session of the last good build, and the PDFs that were laid out of it."""

    views: dict[str, View] = field(default_factory=dict)
    tasks: list[PrintTask] = field(default_factory=list)
    printed: dict[str, Printed] = field(default_factory=dict)


def preview(project: Project, delivery: str, audience: str, host: str, port: int) -> None:
    """Serves until it is stopped. Raises: MachineFault where no port is free; UsedWrongly for a delivery not chosen."""
    if delivery or (project.data / "deliveries").is_dir():
        check(project.root, delivery)  # before anything is served: no change of a file mends how it was started
    shown = Shown()

    def build(target: Path) -> BuildOutcome:
        checked = check(project.root, delivery)
        if checked.problems:
            return BuildOutcome(report_text(checked.problems, (), checked.sources))
        views = {each: view_for(project, checked, each) for each in ("participant", "facilitator")}
        tasks = [each for each in plan(views["participant"]) if audience in ("facilitator", each.audience)]
        downloads = [each for task in tasks for each in _expected(task, views["facilitator"])]
        site = compose_site(project, checked, audience, downloads, {each.path: b"" for each in downloads})
        build_site(replace(site, files={**site.files, WORKER: FORGETFUL}), project, audience, target)
        shown.views, shown.tasks, shown.printed = views, tasks, {}
        return BuildOutcome()

    serve(project.root, build, host, port, lambda path: _laid_out(path, shown))


def _expected(task: PrintTask, view: View) -> list[Download]:
    """The PDFs that a task will make; their pages and sizes are not known yet."""
    return [
        Download(f"pdf/{path}", kind, id, title_of(kind, id, view), paper, 0, 0, task.edition)
        for path, kind, id, paper in files_of(task)
    ]


def _laid_out(path: str, shown: Shown) -> bytes | None:
    """The bytes of the PDF at a path of the site; None where there is no such PDF."""
    for task in shown.tasks:
        if path not in shown.printed and any(path == f"pdf/{name}" for name, *_ in files_of(task)):
            view = shown.views[seen_by(task)]
            shown.printed.update({f"pdf/{each.path}": each for each in carry_out(task, view)})
    return shown.printed[path].content if path in shown.printed else None
