"""The site as values (step 6a): pages of Markdown, files and navigation; and as a folder, for whoever builds it.

composed/
  site.json     names, words, navigation, and the pages and files in their order
  pages/**      front matter and Markdown
  files/**      styles, scripts, fonts, PDFs, and what the author put under content/
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from daysheet.publish.disk import write_file


@dataclass(frozen=True)
class SitePage:
    """One page: `path` like `worksheets/showcase.md`, `text` with front matter and Markdown."""

    path: str
    text: str


@dataclass(frozen=True)
class Site:
    """Everything that a builder of sites needs. `nav` has MkDocs' form; `direction` is `ltr` or `rtl`."""

    name: str
    address: str
    licence: str
    language: str
    direction: str
    words: Mapping[str, Any]
    nav: list[Any]
    pages: tuple[SitePage, ...]
    files: Mapping[str, bytes | Path]
    session: str = ""
    """The session's id, under which a browser keeps what is written."""
    day: str = ""
    """The day as JSON (`daysheet.day`), for the pages whose front matter says `day: true`."""
    line: str = ""
    """The line of the day as JSON (`daysheet.day.line_of`); empty for a session without clock times."""
    zone: str = ""
    """The session's time zone."""
    even: bool = False
    """Whether participants see no times, so that the line tells none."""


@dataclass(frozen=True)
class Download:
    """A PDF of the site: `path` relative to the site (`pdf/participant-a4.pdf`), `paper` `a4` or `letter`, `edition` a word
    of `models.packet.Edition`."""

    path: str
    kind: str
    id: str
    title: str
    paper: str
    pages: int
    bytes: int
    edition: str = "standard"


SAID = ("name", "address", "licence", "language", "direction", "nav", "session", "day", "line", "zone", "even")


def write_site(site: Site, folder: Path) -> None:
    """Writes the composed site into a folder."""
    for page in site.pages:
        write_file(folder / "pages" / page.path, page.text)
    for path, content in site.files.items():
        write_file(folder / "files" / path, content.read_bytes() if isinstance(content, Path) else content)
    said = {
        **{name: getattr(site, name) for name in SAID},
        "words": dict(site.words),
        "pages": [page.path for page in site.pages],
        "files": list(site.files),
    }
    write_file(folder / "site.json", json.dumps(said, ensure_ascii=False, indent=1) + "\n")


def read_site(folder: Path) -> Site:
    """The site that `write_site` wrote; its files are paths into the folder."""
    said = json.loads((folder / "site.json").read_text("utf-8"))
    return Site(
        **{name: said[name] for name in SAID},
        words=said["words"],
        pages=tuple(SitePage(path, (folder / "pages" / path).read_text("utf-8")) for path in said["pages"]),
        files={path: folder / "files" / path for path in said["files"]},
    )
