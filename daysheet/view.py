"""What one audience sees of a session: library and timetables without what is not for it, and the words to say it in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from daysheet.audience import for_audience, for_audience_timetables
from daysheet.check import CheckResult
from daysheet.colour import Accent, accent_roles
from daysheet.library import Library
from daysheet.people.seating import NOBODY, Seating
from daysheet.project import Project
from daysheet.spoken import Spoken, speak
from daysheet.timetable import Timetable


@dataclass(frozen=True)
class View:
    """One audience's session; everything that is composed for it is composed from this."""

    project: Project
    library: Library
    timetables: tuple[Timetable, ...]
    spoken: Spoken
    audience: str
    seating: Seating = NOBODY
    """Who comes, for what is printed with names: in the print run alone, never in what is published."""

    @property
    def is_facilitator(self) -> bool:
        return self.audience == "facilitator"

    @cached_property
    def accent(self) -> Accent:
        return accent_roles(self.library.session.accent)

    @property
    def words(self) -> Any:
        return self.spoken.words


def view_for(project: Project, checked: CheckResult, audience: str) -> View:
    """The view of a session that has passed its checks. Raises ValueError for one that has not."""
    if checked.library is None:
        raise ValueError("only a session that has passed its checks can be viewed")
    library = for_audience(checked.library, audience)
    tables = for_audience_timetables(checked.timetables, audience)
    return View(project, library, tables, speak(project, library.session), audience)
