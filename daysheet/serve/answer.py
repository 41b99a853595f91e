"""An address -> what the preview answers: a file of the last good site, a PDF laid out now, or the report."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from daysheet.problems import InvalidData, MachineFault
from daysheet.serve.live import OWN_FAULT, Live
from daysheet.serve.overlay import SCRIPT, SCRIPT_AT, report_page, with_script

HTML = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
# Told here and not asked of the system, which may hold anything (Windows: scripts as plain text).
TYPES = {
    ".html": HTML,
    ".txt": PLAIN,
    ".md": PLAIN,
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".ttf": "font/ttf",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".zip": "application/zip",
}


@dataclass(frozen=True)
class Answer:
    """What goes over the line: `location` only where `status` sends elsewhere."""

    status: int
    type: str
    body: bytes
    location: str = ""


def find_answer(live: Live, url: str, say: Callable[[str], None]) -> Answer:
    """The answer to a GET of `url` (path and query). Nothing outside the site's folder is ever read."""
    path = unquote(url.partition("#")[0].partition("?")[0]).lstrip("/")
    if f"/{path}" == SCRIPT_AT:
        return Answer(200, TYPES[".js"], SCRIPT.encode())
    state = live.state
    if state.site is None:
        return Answer(503, HTML, report_page(state.report, state.version))
    if path.endswith(".pdf"):
        answer = _find_sheet(live, path, say)
        if answer:
            return answer
    return _find_file(state.site, path, state.version)


def _find_sheet(live: Live, path: str, say: Callable[[str], None]) -> Answer | None:
    try:
        data = live.sheet(path)
    except (InvalidData, MachineFault) as fault:
        return Answer(500, PLAIN, str(fault).encode())
    except Exception:
        say(traceback.format_exc())
        return Answer(500, PLAIN, OWN_FAULT.encode())
    return None if data is None else Answer(200, TYPES[".pdf"], data)


def _find_file(site: Path, path: str, version: str) -> Answer:
    file = _inside(site, path)
    if file and file.is_dir():
        if path and not path.endswith("/"):
            return Answer(302, PLAIN, b"", f"/{quote(path)}/")
        file = file / "index.html"
    elif file and not file.suffix and not file.exists():
        # Many hosts answer /w3 with w3.html, and what is printed on sheets counts on it.
        file = file.with_suffix(".html")
    if file and file.is_file():
        return _sent(file, 200, version)
    missing = site / "404.html"
    if missing.is_file():
        return _sent(missing, 404, version)
    return Answer(404, PLAIN, b"There is no such page.")


def _inside(site: Path, path: str) -> Path | None:
    """The file or folder that a path names, None where it would lead out of the site or names nothing possible."""
    if "\\" in path or "\0" in path or ":" in path:
        return None
    root = site.resolve()
    try:
        file = (root / path).resolve()
        file.exists()
    except OSError:
        # A name that is too long for the disk.
        return None
    return file if file.is_relative_to(root) else None


def _sent(file: Path, status: int, version: str) -> Answer:
    kind = TYPES.get(file.suffix.lower(), "application/octet-stream")
    body = file.read_bytes()
    return Answer(status, kind, with_script(body, version) if kind == HTML else body)
