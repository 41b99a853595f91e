"""What the output holds: `manifest.json`, the things that were made, and `ids.json`, the ids that they carry.

Both are written just before the folder is swapped in and read again by the next run: a build of a part keeps the
entries of what it does not make anew, and `check` tells of an id that the last build had and the data no longer has (an
answer saved on a phone, a printed link). The ids have a file of their own, because they belong to records and not to
files, and so that `manifest.json` stays short enough for a person to read. Neither holds a date: the same input gives
the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from daysheet.publish.disk import write_file

MANIFEST = "manifest.json"
IDS = "ids.json"


@dataclass(frozen=True)
class Made:
    """One thing made, filled in by the step that composed it.

    `path` is relative to the output, with `/`; a folder stands for all files in it that have no entry of their own.
    `kind` is a word of the design (packet, worksheet, reading, protocol, site ...), `id` the record's or packet's.
    `pages` counts pages of paper or of a site; `version_mark` is the four letters on the sheet; `sources` are the files
    that it was made from, relative to the project, with `/`. Empty text and None: does not apply.
    """

    path: str
    kind: str
    id: str = ""
    audience: str = ""
    edition: str = ""
    paper: str = ""
    pages: int | None = None
    version_mark: str = ""
    sources: tuple[str, ...] = ()


def write_manifest(folder: Path, made: Iterable[Made], *, keep: bool = False) -> Path:
    """Write `manifest.json` into the output `folder`: an entry for each thing, sorted by path, with bytes and sha256.

    With `keep`, the entries of the manifest that stands there already go on where they are not made anew and their file
    is still there. Raises ValueError when two things claim one path or one that is not there: a bug of ours.
    """
    fresh = list(made)
    known = {thing.path: thing for thing in fresh}
    if len(known) < len(fresh):
        raise ValueError("two things were made at one path")
    if keep:
        known = {thing.path: thing for thing in read_manifest(folder) if (folder / thing.path).exists()} | known
    entries = [_entry(folder, known[path], frozenset(known)) for path in sorted(known)]
    return _write(folder / MANIFEST, entries)


def read_manifest(folder: Path) -> tuple[Made, ...]:
    """The things that the output `folder` holds; empty when it has no manifest, or none that we understand."""
    entries = _read(folder / MANIFEST)
    try:
        return tuple(_made(entry) for entry in entries or ())
    except (AttributeError, KeyError, TypeError):
        return ()


def write_ids(folder: Path, ids: Mapping[str, Iterable[str]]) -> Path:
    """Write `ids.json`: for each record (`worksheets/showcase`) the ids in it, sorted."""
    return _write(folder / IDS, {record: sorted(set(ids[record])) for record in sorted(ids)})


def read_ids(folder: Path) -> dict[str, frozenset[str]]:
    """The ids of the last build by record; empty when there was none, or none that we understand."""
    ids = _read(folder / IDS)
    try:
        return {str(record): frozenset(map(str, inside)) for record, inside in (ids or {}).items()}
    except (AttributeError, TypeError):
        return {}


def ids_gone(before: Mapping[str, Iterable[str]], now: Mapping[str, Iterable[str]]) -> tuple[tuple[str, str], ...]:
    """What the last build had and the data no longer has, sorted: (record, id), or (record, "") for a whole record."""
    gone: list[tuple[str, str]] = []
    for record in sorted(before):
        if record not in now:
            gone.append((record, ""))
        else:
            gone.extend((record, name) for name in sorted(set(before[record]) - set(now[record])))
    return tuple(gone)


def _entry(folder: Path, thing: Made, paths: frozenset[str]) -> dict[str, Any]:
    fields = asdict(thing) | {"sources": sorted(set(thing.sources))}
    mark, sources = fields.pop("version_mark"), fields.pop("sources")
    size, digest = _weigh(folder, thing.path, paths)
    return fields | {"bytes": size, "sha256": digest, "version_mark": mark, "sources": sources}


def _made(entry: Mapping[str, Any]) -> Made:
    """Raises: KeyError, TypeError for an entry that is not as we write it, or that leads out of the output."""
    fields = {name: value for name, value in entry.items() if name in Made.__dataclass_fields__}
    pages, sources = fields.pop("pages", None), fields.pop("sources")
    path = PurePosixPath(fields["path"])
    texts = all(isinstance(each, str) for each in (*fields.values(), *sources))
    if not (texts and isinstance(pages, int | None)) or path.is_absolute() or ".." in path.parts:
        raise TypeError(f"{path} is no entry of ours")
    return Made(**fields, pages=pages, sources=tuple(sources))


def _weigh(folder: Path, path: str, paths: frozenset[str]) -> tuple[int, str]:
    """Size in bytes and sha256 of a file, or of the names and digests of the files in a folder."""
    place = folder / path
    if place.is_file():
        return place.stat().st_size, _digest(place)
    if not place.is_dir():
        raise ValueError(f"{path} is in the manifest but was not made")
    size, whole = 0, hashlib.sha256()
    for name in sorted(file.relative_to(folder).as_posix() for file in place.rglob("*") if file.is_file()):
        if name not in paths:
            size += (folder / name).stat().st_size
            whole.update(f"{_digest(folder / name)}  {name}\n".encode())
    return size, whole.hexdigest()


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write(file: Path, content: Any) -> Path:
    write_file(file, json.dumps(content, ensure_ascii=False, indent=2) + "\n")
    return file


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
