"""For the tests of what is written on a phone: a session with every kind of block, its site on a server, phones that visit it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from conftest import SMALL
from test_offline import served
from test_scored_sheets import MARKS

from daysheet.builder import build_site
from daysheet.check import check
from daysheet.packets.defaults import packet_of
from daysheet.packets.plan import PrintTask, carry_out
from daysheet.pages.compose import compose_site
from daysheet.project import Project
from daysheet.site import Download
from daysheet.view import view_for

SHEETS = ("where-we-stand", "without-names", "on-the-phone")
SCORED = """title: How open are we?
blocks:
  - likert:
      options: [Often, Sometimes, Never]
      score: [3, 2, 1]
      scored: on the phone
      statements:
        - We say what we think
        - say: We hide what went wrong
          reverse: yes
        - We ask before we advise
        - We thank one another
"""


def project_of(root: Path, files: dict[str, str] | None = None) -> Project:
    """The small session with the sheets of marks and statements, and a scored sheet of four statements."""
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    for kind in ("exhibits", "worksheets"):
        shutil.copytree(MARKS / "data" / kind, root / "data" / kind, dirs_exist_ok=True)
    sources = (root / "data/sources.yml").read_text("utf-8")
    more = (MARKS / "data/sources.yml").read_text("utf-8")
    if "rowe-2020" not in sources:
        (root / "data/sources.yml").write_text(f"{sources.rstrip()}\n{more}", "utf-8")
    for name, text in {"data/worksheets/scored.yml": SCORED, **(files or {})}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return Project(root)


def build(project: Project, target: Path, pdfs: tuple[str, ...] = ()) -> Path:
    """The participants' site, with the fillable PDFs of these worksheets."""
    checked = check(project.root)
    assert checked.library is not None, [(each.place, each.sentence) for each in checked.problems]
    view = view_for(project, checked, "participant")
    printed = [
        each
        for id in pdfs
        for each in carry_out(
            PrintTask(
                packet_of("worksheet", id), "participant", frozenset({f"part-worksheet-{id}"}), True, edition="fillable"
            ),
            view,
        )
    ]
    downloads = [
        Download(
            f"pdf/{each.path}", each.kind, each.id, each.id, each.paper, each.pages, len(each.content), each.edition
        )
        for each in printed
    ]
    files: dict[str, bytes | Path] = {f"pdf/{each.path}": each.content for each in printed}
    build_site(compose_site(project, checked, "participant", downloads, files), project, "participant", target)
    return target


class Phone:
    """A phone of 360x740 on a site; it notes every request and every complaint, and keeps what it stores."""

    def __init__(self, browser: Any, base: str, **options: Any) -> None:
        self.base = base
        size = {"width": 360, "height": 740}
        given = {"viewport": size, "has_touch": True, "is_mobile": True, "service_workers": "block", **options}
        self.context = browser.new_context(**given)
        self.asked: list[tuple[str, str]] = []
        self.complaints: list[str] = []
        self.context.on("request", lambda request: self.asked.append((request.method, request.url)))
        self.page = self.tab()

    def tab(self) -> Any:
        tab = self.context.new_page()
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        return tab

    def open(self, path: str, tab: Any = None) -> Any:
        shown = tab or self.page
        shown.goto(f"{self.base}/{path}.html")
        return shown

    def settled(self) -> None:
        """What was typed is kept."""
        self.page.wait_for_timeout(600)

    def kept(self) -> dict[str, Any]:
        """What this phone stores, by the ids of worksheets."""
        return dict(
            self.page.evaluate(
                """() => Object.fromEntries(Object.keys(localStorage).filter(key => key.startsWith('daysheet.answers.'))
                .map(key => [key.split('.').pop(), JSON.parse(localStorage.getItem(key)).values]))"""
            )
        )


@contextmanager
def phone(browser: Any, site: Path, **options: Any) -> Iterator[Phone]:
    with served(site) as base:
        held = Phone(browser, base, **options)
        try:
            yield held
        finally:
            held.context.close()
