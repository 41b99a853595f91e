"""What a phone keeps of a finished site: `worker.js`, told every file with its SHA-256.

A file whose bytes are not those that the worker was told of is refused by the browser, so the pages of two builds never
mix, however far a host has come with copying the new one. What is large is kept when it is opened.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from daysheet.project import Project
from daysheet.publish.disk import write_file

WORKER = "worker.js"
LATER = (".pdf", ".zip", ".mp4", ".mp3", ".webm", ".pptx", ".docx", ".odp")
"""Endings of what is kept when it is opened, not before; but see `always`."""
ROOM = ("screen.html", "screen/screen.css", "screen/screen.js")
"""What the screen of the room needs: few phones ever open it."""
NEVER = ("sitemap.xml", "sitemap.xml.gz", WORKER, "search/search_index.json")
MOST = 6_000_000
"""Bytes of a file above which it is kept only when it is opened."""


def write_worker(
    folder: Path, project: Project, always: frozenset[str] = frozenset(), never: tuple[str, ...] = ()
) -> int:
    """Writes the worker of the site in `folder`; gives the bytes that a phone keeps at once.

    `always` are paths of large files that are kept at once all the same, `never` of those that are not kept at all.
    """
    files = [path for path in _files(folder) if path not in (*NEVER, *never)]
    at_once = [path for path in files if path in always or not (path in ROOM or _is_large(folder / path))]
    size = sum((folder / path).stat().st_size for path in at_once)
    told = {
        "kept": [_entry(folder, path) for path in at_once],
        "later": {path: revision(folder / path) for path in files if path not in set(at_once)},
        "bytes": size,
        "pages": sum(path.endswith(".html") for path in at_once),
    }
    script = project.find_template(f"assets/{WORKER}").read_text("utf-8")
    banner, _, rest = script.partition("\n")
    text = f"{banner}\nself.daysheetKept={json.dumps(told, ensure_ascii=False, separators=(',', ':'))};\n{rest}"
    write_file(folder / WORKER, text)
    return size


def _files(folder: Path) -> Iterator[str]:
    yield from sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _is_large(path: Path) -> bool:
    return path.suffix.lower() in LATER or path.stat().st_size > MOST


def _entry(folder: Path, path: str) -> dict[str, str]:
    digest = hashlib.sha256((folder / path).read_bytes()).digest()
    return {"url": path, "revision": digest.hex()[:16], "integrity": f"sha256-{base64.b64encode(digest).decode()}"}


def revision(path: Path) -> str:
    """What tells one build of a file from another."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
