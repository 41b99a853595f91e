"""Steps 1 to 4 in one go: what every command begins with. Nothing is written before all of it has passed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from daysheet.clashes import check_clashes
from daysheet.clock import time_agenda
from daysheet.content import check_content
from daysheet.glyphs import check_glyphs
from daysheet.library import Library, join
from daysheet.load import Files, Loaded, load_files
from daysheet.people.checks import check_people
from daysheet.people.seating import NOBODY, Seating
from daysheet.problems import Collector, InvalidData, Problem, Remark
from daysheet.project import Project
from daysheet.remarks import remark_on
from daysheet.room.asked import check_room_paper
from daysheet.tables import fill_tables
from daysheet.timetable import Timetable


@dataclass(frozen=True)
class CheckResult:
    """The session, or what is wrong with it. `sources` holds the lines of every file for the report.

    `seating` holds the people of the roster and their groups, nobody without one. It stands beside the library, never in
    it, and reaches `dist/print/` alone.
    """

    problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    library: Library | None = None
    timetables: tuple[Timetable, ...] = ()
    seating: Seating = NOBODY


def check(root: Path, delivery: str = "") -> CheckResult:
    """Reads, checks, joins and times the session in a folder; never raises for a mistake in the data."""
    project, collector, files = Project(root), Collector(), Files()
    try:
        load_files(project, files, collector)
        fill_tables(project, files, collector)
        library = join(files, collector, delivery)
        timetables = time_all(files, library, collector)
        check_content(project, files, library, collector)
        check_glyphs(project, files, collector)
        seating = check_people(project, files, library, collector)
        check_room_paper(files, library, len(seating.people), collector)
        collector.raise_if_any()
        remark_on(library, collector)
        checked = CheckResult((), tuple(collector.remarks), files.lines, library, timetables, seating)
        if len(project.template_folders) > 1:
            rehearse(project, checked)
    except InvalidData as invalid:
        return CheckResult(invalid.problems, tuple(collector.remarks), files.lines)
    return checked


def rehearse(project: Project, checked: CheckResult) -> None:
    """Composes everything once, for a project with templates of its own. Raises: InvalidData where one of them fails."""
    from daysheet.packets.compose import compose_packet
    from daysheet.pages.compose import compose_site
    from daysheet.view import view_for

    for audience in ("participant", "facilitator"):
        view = view_for(project, checked, audience)
        compose_site(project, checked, audience)
        for packet in view.library.packets:
            if packet.audience == audience:
                compose_packet(packet, view)


def time_all(files: Files, library: Library, collector: Collector) -> tuple[Timetable, ...]:
    """The timetables of all agendas. Raises: InvalidData."""
    sources = {each.record.id: each.source for each in files.of("agenda")}
    loaded = [Loaded("agenda", agenda, sources[agenda.id]) for agenda in library.agendas]
    timed = [(each, time_agenda(each, library.delivery, collector)) for each in loaded]
    check_clashes(timed, collector)
    collector.raise_if_any()
    return tuple(table for _, table in timed)
