"""What every page of the site is made with: a view, its words, and references that lead from where the page stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from babel.numbers import format_decimal

from daysheet.addresses import FOLDERS, page_of
from daysheet.citations import author_date
from daysheet.colour import INK
from daysheet.labels import label, reference_words
from daysheet.packets.editions import STANDARD
from daysheet.packets.rows import shown_time
from daysheet.pages.text import Body, body_of, flat, front_matter, heading
from daysheet.placing import in_place
from daysheet.prose import to_text
from daysheet.render import Renderer
from daysheet.site import Download, SitePage
from daysheet.timetable import TimedRound
from daysheet.view import View

PLACES = (*FOLDERS, "tenet", "round", "agenda")
MARKED = ("worksheet", "reading")
"""Kinds whose number stands in a sheet mark."""

LARGE = {"a4": "a3", "letter": "tabloid"}
"""The paper of a poster beside that of the day."""


@dataclass(frozen=True)
class PageDesk:
    """A view and the PDFs that its pages lead to."""

    view: View
    downloads: tuple[Download, ...] = ()

    @cached_property
    def words(self) -> Any:
        return self.view.words["site"]

    @cached_property
    def _renderers(self) -> dict[int, Renderer]:
        return {}

    def renderer(self, depth: int) -> Renderer:
        """The renderer for pages so many folders deep."""
        if depth not in self._renderers:
            up = "../" * depth
            resolve = partial(self.resolve, up)
            exhibits = partial(in_place, self.view, self.setting, resolve)
            self._renderers[depth] = Renderer(self.view.project, self.view.spoken, resolve, up, exhibits)
        return self._renderers[depth]

    def resolve(self, up: str, kind: str, id: str) -> tuple[str, str]:
        """Address and words of a reference in HTML, from a page whose way to the top is `up`."""
        if kind == "source":
            return f"{up}sources.html#{id}", self.cite(id)
        if kind not in PLACES:
            return "", ""
        id = self.view.library.tenet_name(id) if kind == "tenet" else id
        return up + page_of(kind, id), reference_words(self.view.library, self.view.spoken, kind, id)

    def resolve_source(self, up: str, kind: str, id: str) -> tuple[str, str]:
        """The same within Markdown: the address of the page's source."""
        address, words = self.resolve(up, kind, id)
        return address.replace(".html", ".md", 1), words

    def body(self, text: str, path: str) -> Body:
        """A person's Markdown as it stands on the page at `path`."""
        depth = path.count("/")
        return body_of(text, partial(self.resolve_source, "../" * depth), self.renderer(depth).place)

    def page(
        self, path: str, title: str, *, meta: dict[str, Any] | None = None, template: str = "", **context: Any
    ) -> SitePage:
        """A page from its template, `pages/<kind>.md`. `title` is Markdown; `meta` is the rest of its front matter."""
        depth = path.count("/")
        up, renderer = "../" * depth, self.renderer(depth)
        text = renderer.render(
            f"pages/{template}.md",
            title=title,
            view=self.view,
            up=up,
            h=partial(heading, resolve=renderer.resolve),
            flat=flat,
            setting=self.setting,
            facilitator=self.view.is_facilitator,
            desk=self,
            **context,
        )
        return SitePage(path, front_matter(title=to_text(title), **(meta or {})) + text.strip() + "\n")

    @cached_property
    def setting(self) -> dict[str, Any]:
        """What the components of a worksheet are told beside its data."""
        view = self.view
        exhibits = {each.id: each for each in view.library.exhibits}
        return {
            "words": view.words,
            "accent": view.accent.light,
            "ink": INK,
            "spare": 0,
            "expected": view.is_facilitator,
            "exhibits": exhibits,
        }

    def label(self, kind: str, record: Any) -> str:
        """`Worksheet 3`."""
        return label(kind, record, self.view.spoken)

    def cite(self, id: str) -> str:
        """`Hargreaves and O’Connor, 2018`, or nothing."""
        return author_date(self.view.library.sources[id]) if id else ""

    def row(self, kind: str, record: Any, up: str, line: str = "", before: str = "") -> dict[str, Any]:
        """A record as a row that leads to it; see `components/rows.html`."""
        number = getattr(record, "number", None)
        return {
            "title": record.title,
            "address": up + page_of(kind, record.id),
            "line": line,
            "before": before,
            "number": number if kind in MARKED else "",
            "kind": kind,
            "said": self.label(kind, record) if number and kind in MARKED else "",
        }

    def used_in(self, kind: str, id: str) -> tuple[TimedRound, ...]:
        """The timed rounds that use a record."""
        rounds = self.view.library.rounds_that_use(kind, id)
        return tuple(each for table in self.view.timetables for each in table.rounds if each.round in rounds)

    def time(self, timed: TimedRound) -> str:
        """When a round begins, as this audience may know it."""
        return shown_time(timed, self.view)

    def files_of(self, kind: str, id: str, up: str = "") -> list[dict[str, Any]]:
        """The PDFs of a record as it is handed out, the paper of the day first; see `components/rows.html`."""
        return self.as_files(self._made(kind, id, STANDARD), up)

    def other_editions(self, kind: str, id: str, up: str = "") -> list[dict[str, Any]]:
        """The PDFs of a record in other editions, each under its name; see `downloads` in `components/rows.html`."""
        named = self.words["editions"].items()
        found = [(title, self._made(kind, id, edition)) for edition, title in named]
        return [{"title": title, "line": "", "files": self.as_files(files, up)} for title, files in found if files]

    def _made(self, kind: str, id: str, edition: str) -> list[Download]:
        return [each for each in self.downloads if (each.kind, each.id, each.edition) == (kind, id, edition)]

    def as_files(self, downloads: Sequence[Download], up: str = "") -> list[dict[str, Any]]:
        delivery = self.view.library.delivery
        paper = delivery.paper if delivery else "a4"
        papers = (paper, LARGE[paper])
        ordered = sorted(downloads, key=lambda each: (each.paper not in papers, each.paper))
        return [
            {
                "paper": self.words["papers"].get(each.paper, each.paper),
                "size": self.size(each.bytes),
                "address": up + each.path,
                "first": each.paper in papers,
            }
            for each in ordered
        ]

    def size(self, count: int) -> str:
        """`48 kB`, `1.2 MB`; nothing where it is not known yet."""
        if not count:
            return ""
        if count < 1_000_000:
            return f"{max(1, round(count / 1000))}\u00a0kB"
        return format_decimal(round(count / 1_000_000, 1), locale=self.view.spoken.locale) + "\u00a0MB"
