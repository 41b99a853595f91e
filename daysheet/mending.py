"""`check --mend` over a whole project: every file that can be mended is, and each change is told."""

from __future__ import annotations

from collections.abc import Iterator

from daysheet.load import READINGS, checker_of
from daysheet.mend import is_mendable, mend_file, told
from daysheet.project import Project


def mend_project(project: Project) -> Iterator[str]:
    """Mends the files of a project one by one; yields what was done, line by line."""
    folders = (project.data.rglob("*.y*ml"), (project.root / READINGS).rglob("*.md"))
    for path in sorted(path for found in folders for path in found if path.is_file()):
        name = project.name_of(path)
        if not is_mendable(path):
            continue
        mended = mend_file(path, checker_of(name))
        if mended.kept is not None:
            yield f"{name}: mended; the old file is kept as {mended.kept.name}"
            yield from (told(change) for change in mended.changes)
