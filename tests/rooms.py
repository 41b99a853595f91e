"""For browser tests of the room screen and the console: their pages in a folder, and windows with a clock of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from daysheet.check import check
from daysheet.pages.desk import PageDesk
from daysheet.pages.files import site_files
from daysheet.project import Project
from daysheet.publish.disk import write_file
from daysheet.view import view_for

ROOT = Path(__file__).resolve().parent.parent
NINE = "2018-03-22T15:00:00Z"
"""Nine o'clock of the real session."""
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"


def write_screens(folder: Path, audience: str, root: Path = ROOT) -> Path:
    """The files of a site beside its pages: enough for the room screen and the console, without building the site."""
    view = view_for(Project(root), check(root), audience)
    for path, content in site_files(PageDesk(view), {}).items():
        write_file(folder / path, content.read_bytes() if isinstance(content, Path) else content)
    return folder


def opened(
    browser: Any, address: str, size: tuple[int, int] = (1920, 1080), at: str = NINE, script: str = "", **more: Any
) -> Any:
    """A window at an address, its clock set to an instant; what the browser complains of is gathered in `complaints`."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **more)
    context.clock.install(time=at)
    if script:
        context.add_init_script(script)
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda asked: page.complaints.append(asked.url) if asked.url.startswith("http") else None)
    page.goto(address)
    page.clock.run_for(100)
    return page


def violations(page: Any) -> list[str]:
    """What axe finds on a page as it stands."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:120]} {each['nodes'][0]['failureSummary'][:200]}" for each in found
    ]
