"""Steps 1 and 2 over a whole project: every file read and checked, all problems of a stage at once."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from daysheet.encodings import split_lines
from daysheet.models.agenda import Agenda
from daysheet.models.base import slug
from daysheet.models.delivery import Delivery
from daysheet.models.exhibit import Exhibit
from daysheet.models.groups import Moves
from daysheet.models.packet import Packet
from daysheet.models.portrait import Portrait
from daysheet.models.reading import Reading
from daysheet.models.session import Session
from daysheet.models.sources import Sources
from daysheet.models.tenets import TenetSet
from daysheet.models.worksheet import Worksheet
from daysheet.problems import Collector, InvalidData, Place, Problem
from daysheet.project import PRINTED, Project, is_kept, is_private
from daysheet.reader import Source, read_front_matter, read_yaml
from daysheet.shape import check_shape

FOLDERS: dict[str, tuple[str, Any]] = {
    "agendas": ("agenda", Agenda),
    "worksheets": ("worksheet", Worksheet),
    "tenets": ("tenets", TenetSet),
    "portraits": ("portrait", Portrait),
    "exhibits": ("exhibit", Exhibit),
    "packets": ("packet", Packet),
    "deliveries": ("delivery", Delivery),
}
"""Folder under `data/` -> what one file in it is called, and its model."""
SINGLES: dict[str, tuple[str, type[Any]]] = {
    "session.yml": ("session", Session),
    "delivery.yml": ("delivery", Delivery),
    "sources.yml": ("sources", Sources),
    "groups.yml": ("groups", Moves),
}
READINGS = "content/readings"


@dataclass(frozen=True)
class Loaded:
    """One record and the text that it came from."""

    kind: str
    record: Any
    source: Source

    @property
    def file(self) -> str:
        return self.source.file

    def place(self, *keys: str | int) -> Place:
        return self.source.place(keys)


@dataclass
class Files:
    """Everything that was read: records by kind, in order of file name, and the lines of every file for the report."""

    loaded: list[Loaded] = field(default_factory=list)
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tables: dict[str, str] = field(default_factory=dict)
    """The id of an exhibit -> the CSV beside it that its rows come from."""

    def of(self, kind: str) -> list[Loaded]:
        return [each for each in self.loaded if each.kind == kind]


def load_files(project: Project, files: Files, collector: Collector) -> None:
    """Reads `data/` and `content/readings/` into `files`; mistakes go to the collector, which stops after each stage.

    Raises: InvalidData with the problems of the first stage that has any; `files.lines` is filled by then.
    """
    texts = list(_read_texts(project, files, collector))
    collector.raise_if_any()
    for kind, model, source, body in texts:
        record, problems = check_shape(model, source)
        collector.problems += problems
        if record is not None:
            files.loaded.append(Loaded(kind, _named(record, source, body, collector), source))
    _check_names(files, collector)
    collector.raise_if_any()


def _check_names(files: Files, collector: Collector) -> None:
    """Two files of one kind cannot have one name: the name is the id."""
    first: dict[tuple[str, str], str] = {}
    for each in files.loaded:
        id = getattr(each.record, "id", "")
        other = first.setdefault((each.kind, id), each.file)
        if other != each.file:
            sentence = f"{other} has the id `{id}` too, for a file's name is its id"
            collector.problem(Place(each.file), sentence, "rename one of the two files")


Text = tuple[str, type[Any], Source, tuple[str, int]]


def _read_texts(project: Project, files: Files, collector: Collector) -> Iterator[Text]:
    found = sorted(project.data.rglob("*")) if project.data.is_dir() else []
    paths = [path for path in found if path.is_file() and not path.name.startswith(".")]
    if not paths:
        collector.problem(
            Place("data"), "There is no data here yet", "`daysheet new NAME` makes a small session to begin with"
        )
    for path in paths:
        kind = _kind_of(project, path, collector)
        if kind is not None:
            yield from _read(project, path, kind, files, collector)
    readings = sorted((project.root / READINGS).rglob("*.md"))
    for path in (path for path in readings if path.is_file() and not path.name.startswith(".")):
        yield from _read(project, path, ("reading", Reading), files, collector)


def _kind_of(project: Project, path: Path, collector: Collector) -> tuple[str, type[Any]] | None:
    name, folder = path.name, path.parent.relative_to(project.data).as_posix()
    if is_private(path) or is_kept(path) or path.suffix == ".csv" or (folder == "." and name == PRINTED):
        return None
    if folder == "." and name in SINGLES:
        return SINGLES[name]
    if folder in FOLDERS and path.suffix in (".yml", ".yaml"):
        return FOLDERS[folder]
    collector.problem(Place(project.name_of(path)), *_stray(folder, path))
    return None


def _stray(folder: str, path: Path) -> tuple[str, str]:
    """Sentence and hint for a file that stands where nothing is looked for."""
    if folder in FOLDERS:
        return f"`{path.name}` is not a file that can be read here", "name it `something.yml`"
    wanted = difflib.get_close_matches(path.stem, [Path(name).stem for name in SINGLES], 1, 0.8)
    if folder == "." and wanted:
        return f"`{path.name}` is not looked for here", f"name it `{wanted[0]}.yml`"
    near = difflib.get_close_matches(folder, FOLDERS, 1, 0.6)
    folders = "The folders are " + ", ".join(f"`data/{each}/`" for each in FOLDERS)
    hint = f"did you mean `data/{near[0]}/`?" if near and folder != "." else "move it into the folder of its kind."
    where = "at the top of `data/`" if folder == "." else f"in `data/{folder}/`"
    return f"Nothing is looked for {where} under this name", f"{hint} {folders}"


def _read(
    project: Project, path: Path, kind: tuple[str, type[Any]], files: Files, collector: Collector
) -> Iterator[Text]:
    name = project.name_of(path)
    raw = path.read_bytes()
    files.lines[name] = split_lines(raw.decode("utf-8-sig", "replace"))
    try:
        if path.suffix == ".md":
            source, body, line = read_front_matter(raw, name)
        else:
            source, body, line = read_yaml(raw, name), "", 1
    except InvalidData as invalid:
        collector.problems += invalid.problems
        return
    files.lines[name] = source.lines
    yield (*kind, _authors_together(source) if kind[0] == "sources" else source, (body, line))


def _named(record: Any, source: Source, body: tuple[str, int], collector: Collector) -> Any:
    """The record with its file's name as its id, and a reading with its body."""
    if isinstance(record, Session | Sources | Moves):
        return record
    stem = Path(source.file).stem
    if isinstance(record, Delivery) and "/deliveries/" not in source.file:
        return record.model_copy(update={"id": record.id or stem})
    if slug(stem, 99) != stem:
        collector.problem(
            Place(source.file),
            f"The file's name is its id, and `{stem}` cannot be one",
            f"rename it to `{slug(stem, 99)}{Path(source.file).suffix}`",
        )
    elif record.id not in ("", stem):
        place = source.place(("id",))
        collector.problem(
            place, f"The file's name is its id: `{stem}`", f"rename the file to `{record.id}`, or remove `id`"
        )
    update = {"id": stem}
    return record.model_copy(update={**update, "body": body[0], "body_line": body[1]} if body[0] else update)


def _authors_together(source: Source) -> Source:
    """`[Hargreaves, Andy; O'Connor, Michael T.]` is a list of two people, although YAML parts it at every comma."""
    for key, work in source.data.items():
        if (
            isinstance(work, dict)
            and isinstance(work.get("authors"), list)
            and source.styles.get((key, "authors")) == "flow"
            and all(source.styles.get((key, "authors", at)) == "plain" for at in range(len(work["authors"])))
        ):
            work["authors"] = ", ".join(str(each) for each in work["authors"])
    return source


Check = Callable[[str], list[Problem]]


def checker_of(file: str) -> Check:
    """A function that checks one file's text alone, for mending: problems of reading and of shape."""
    parts = Path(file).parts
    kind = SINGLES.get(parts[-1]) or FOLDERS.get(parts[-2] if len(parts) > 1 else "") or ("reading", Reading)

    def check(text: str) -> list[Problem]:
        try:
            source = read_front_matter(text, file)[0] if file.endswith(".md") else read_yaml(text, file)
        except InvalidData as invalid:
            return list(invalid.problems)
        return check_shape(kind[1], _authors_together(source) if kind[0] == "sources" else source)[1]

    return check
