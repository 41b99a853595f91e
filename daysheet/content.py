"""Step 3, check of `content/`: links and pictures lead somewhere, and every picture says in words what it shows."""

from __future__ import annotations

import difflib
import re
from pathlib import Path, PurePosixPath

from daysheet.addresses import FOLDERS
from daysheet.cited import citations_in
from daysheet.encodings import decode, split_lines
from daysheet.library import Library
from daysheet.load import Files, Loaded
from daysheet.problems import Collector, InvalidData, Place
from daysheet.project import Project
from daysheet.references import LINK, Finder, check_link, texts_of

TARGET = re.compile(r"(?P<picture>!?)\[(?P<words>[^\]]*)\]\(\s*<?(?P<target>[^)\s>]+)")
DEFINED = re.compile(r"^ {0,3}(?P<picture>)\[(?P<words>[^\]^]+)\]:\s*<?(?P<target>[^\s>]+)")
"""A link whose target stands on a line of its own, `[words]: target`."""
ELSEWHERE = re.compile(r"^([a-z][a-z0-9+.-]*:|#|//)", re.IGNORECASE)
FENCE = re.compile(r"^\s*(```|~~~)")


def check_content(project: Project, files: Files, library: Library, collector: Collector) -> None:
    """Problems of the Markdown that a person writes, each with its line."""
    known = _site_paths(project, library)
    finder = Finder(_all_that_can_be_named(files, library), library.sources, collector)
    for path in project.content_files():
        if path.suffix == ".md":
            text = _text_of(path, project, files, collector)
            _check_own_page(project, path, library, collector)
            _check_page(project, path, text, known, finder)
    for loaded in files.loaded:
        for keys, words in texts_of(loaded.record):
            if not (loaded.kind == "reading" and keys == ("body",)):
                _check_words(words, loaded.place(*keys), known, finder)
    for name, value in (("slides", library.session.slides), ("feedback", library.session.feedback)):
        if value.startswith("files/") and value not in known:
            place = files.of("session")[0].place(name)
            collector.problem(place, f"There is no file `content/{value}`", "put it there, or give a link")
    for at, host in enumerate(library.session.hosts):
        if host.picture and host.picture not in known:
            place = files.of("session")[0].place("hosts", at, "picture")
            collector.problem(place, f"There is no picture `content/{host.picture}`", "put it there, or leave it out")


def _text_of(path: Path, project: Project, files: Files, collector: Collector) -> str:
    """A page of the author's; one that is not UTF-8 is told, and read as well as can be."""
    name, raw = project.name_of(path), path.read_bytes()
    text = raw.decode("utf-8-sig", "replace")
    if name not in files.lines:
        files.lines[name] = split_lines(text)
        try:
            decode(raw, name)
        except InvalidData as invalid:
            collector.problems += invalid.problems
    return text


def _all_that_can_be_named(files: Files, library: Library) -> dict[str, list[Loaded]]:
    """The records of the library, which have their ids, beside the text that they came from."""
    sources = {(each.kind, getattr(each.record, "id", "")): each.source for each in files.loaded}
    kinds = ("agenda", "worksheet", "tenets", "reading", "portrait", "exhibit")
    return {kind: [Loaded(kind, each, sources[kind, each.id]) for each in library.of(kind)] for kind in kinds}


def composed_paths(library: Library) -> set[str]:
    """The pages that the engine composes, as Markdown paths relative to content/."""
    made = {"index.md", "agenda.md", "downloads.md", "sources.md", "run-of-show.md", "materials.md", "hand-outs.md"}
    for kind, folder in FOLDERS.items():
        made |= {f"{folder}/{each.id}.md" for each in library.of(kind)} | {f"{folder}/index.md"}
    return made


def _check_own_page(project: Project, path: Path, library: Library, collector: Collector) -> None:
    """A page of the author's may not stand where the engine composes one; the home page and readings are meant to."""
    name = path.relative_to(project.content).as_posix()
    if name in composed_paths(library) - {"index.md"} and not name.startswith("readings/"):
        sentence = f"The page `{name}` is composed from the data, so this file would never be seen"
        collector.problem(Place(project.name_of(path)), sentence, "give the file another name")


def _site_paths(project: Project, library: Library) -> set[str]:
    """Everything that a link within content/ may lead to, relative to content/."""
    own = {path.relative_to(project.content).as_posix() for path in project.content_files()}
    made = composed_paths(library)
    return own | made | {re.sub(r"\.md$", ".html", path) for path in own | made}


def _check_page(project: Project, path: Path, text: str, known: set[str], finder: Finder) -> None:
    here = path.relative_to(project.content).parent
    fenced = False
    for number, line in enumerate(text.splitlines(), 1):
        fenced ^= bool(FENCE.match(line))
        if fenced:
            continue
        for found in (*TARGET.finditer(line), *DEFINED.finditer(line)):
            start = found.start("target")
            place = Place(project.name_of(path), number, start + 1, len(found["target"]))
            _check_target(found, place, here, known, finder)
        for id, at in citations_in(line):
            finder.check("source", id, Place(project.name_of(path), number, at + 1, len(id)))


def _check_target(found: re.Match[str], place: Place, here: Path, known: set[str], finder: Finder) -> None:
    target = found["target"]
    if found["picture"] and not found["words"].strip():
        sentence = "This picture does not say in words what it shows"
        finder.collector.problem(place, sentence, "write it between the brackets: `![Two teachers at a board](...)`")
    reference = LINK.match(f"]({target}")
    if reference:
        check_link(finder, reference[1], reference[2], place)
    if found["picture"] and re.match("https?:|//", target):
        hint = "put the picture under `content/pictures/`: nothing is fetched from other places"
        finder.collector.problem(place, f"This picture stands elsewhere: {target}", hint)
    if reference or ELSEWHERE.match(target):
        return
    wanted = _resolve(here, target.split("#")[0].split("?")[0])
    if wanted not in known:
        near = difflib.get_close_matches(wanted, known, 1, 0.6)
        what = "picture" if found["picture"] else "page or file"
        hint = f"did you mean `{near[0]}`?" if near else "a path is counted from this file; other pages end in `.md`"
        finder.collector.problem(place, f"There is no {what} `{target}`", hint)


def _check_words(words: str, place: Place, known: set[str], finder: Finder) -> None:
    """Pictures and files that the words of a record name, by their path under `content/`."""
    for found in TARGET.finditer(words):
        target = found["target"]
        if LINK.match(f"]({target}") or (ELSEWHERE.match(target) and not found["picture"]):
            continue
        if not target.startswith(("pictures/", "files/")):
            sentence = f"`{target}` cannot be named here"
            hint = (
                "a picture stands in `content/pictures/`: `![words](pictures/...)`; "
                "a record is named by kind and id: `[words](reading:...)`"
            )
            finder.collector.problem(place, sentence, hint)
        else:
            _check_target(found, place, Path(), known, finder)


def _resolve(here: Path, target: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(here.as_posix()) / target).parts:
        if part == "..":
            parts = parts[:-1] if parts else [".."]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
