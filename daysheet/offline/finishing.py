"""Step 6a, last: the finished site of the participants is made fit to be kept, and told once more in one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from daysheet.offline.keeping import write_worker
from daysheet.offline.one_file import ONE_FILE, write_one_file
from daysheet.project import Project
from daysheet.site import Site


def finish(folder: Path, site: Site, project: Project, paper: str) -> None:
    """Writes `whole-session.html` and `worker.js` into the built `site`; of the sheets that can be filled in, those of
    the delivery's `paper` are kept at once, since answers are taken home in them."""
    write_one_file(folder, [path.replace(".md", ".html") for path in _paths(site.nav)], site.address)
    filled = {
        path for path in site.files if path.startswith("pdf/worksheets/") and path.endswith(f"-fillable-{paper}.pdf")
    }
    write_worker(folder, project, frozenset(filled), never=(ONE_FILE,))


def _paths(nav: Any) -> Iterator[str]:
    """The pages of a navigation in MkDocs' form, in its order."""
    if isinstance(nav, str):
        yield nav
    else:
        for each in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths(each)
