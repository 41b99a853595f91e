"""Step 8 for the print run: it is made in other processes beside packets and sites, and written into `dist/print/`."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor, Future
from pathlib import Path

from daysheet.job.jobs import PrintJob
from daysheet.job.run import FOLDER, PrintRun, is_printed, paper_of_room, print_run
from daysheet.packets.printing import Printed
from daysheet.people.seating import Seating
from daysheet.progress import Progress
from daysheet.publish.disk import write_file
from daysheet.publish.manifest import Made
from daysheet.view import View

RoomPaper = Future[tuple[PrintJob, ...]]


def begin_room(view: View, seating: Seating, pool: Executor) -> RoomPaper | None:
    """The room's paper, which waits for no packet; None where nobody comes together in a room."""
    return pool.submit(paper_of_room, view, seating) if is_printed(view.library) else None


def begin_print_run(
    view: View, seating: Seating, printed: Sequence[Printed], room: RoomPaper | None, pool: Executor
) -> Future[PrintRun] | None:
    """The print run of what was laid out, under way in another process; None where there is none."""
    if room is None:
        return None
    needed = [each for each in printed if each.edition != "fillable" and each.kind not in ("poster", "cards")]
    return pool.submit(print_run, view, needed, room.result(), seating)


def write_print_run(fresh: Path, run: Future[PrintRun] | None, progress: Progress) -> list[Made]:
    """All files of the print run; the manifest has one entry for their folder, so that it names nobody."""
    if run is None:
        return []
    with progress.step(FOLDER) as step:
        done = run.result()
        step.pages = done.pages
        for path, content in done.files.items():
            write_file(fresh / FOLDER / path, content)
    for remark in done.remarks:
        progress.remark(remark)
    return [Made(FOLDER, "print run", "", "organiser")]
