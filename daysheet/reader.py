"""Step 1, read: YAML text to plain data, every value with its place.

Every scalar stays the text that was written (`9:30`, `no`, `1.10`); the models say later what they want of it. The only
module that imports yaml, and of that only the parser of the C library: PyYAML's own refuses what this one accepts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from daysheet.aliases import Parsed, unfold
from daysheet.encodings import decode, split_lines, unseen
from daysheet.problems import InvalidData, MachineFault, Place, Problem
from daysheet.traps.scan import Trap
from daysheet.traps.text import scan
from daysheet.traps.yaml import no_mapping, several, syntax
from daysheet.tree import Event, Keys, Plain, Tree

__all__ = ["Keys", "Plain", "Source", "read_front_matter", "read_yaml"]

STYLES = {"'": "quoted", '"': "quoted", "|": "block", ">": "block"}


class _NotYaml(InvalidData):
    """The parser gave up."""


@dataclass(frozen=True)
class Source:
    """One file as data, and where each piece of it stands."""

    file: str
    """Relative to the project, with forward slashes."""
    lines: tuple[str, ...]
    """The text as written, also what follows a front matter."""
    data: Plain
    """dict[str, Plain] | list[Plain] | str: every scalar is a str exactly as written."""
    places: Mapping[Keys, Place]
    """The place of every value by its path of keys and indexes; `()` is the whole record."""
    keys: Mapping[Keys, Place]
    """The place of every key, by the path of its value."""
    styles: Mapping[Keys, str]
    """Of every value: plain, quoted, block (`|` or `>`), flow (`{ }` or `[ ]`), mapping or sequence."""
    last_lines: Mapping[Keys, int] = field(default_factory=dict)
    """The last line of every value, from 1."""

    def place(self, keys: Keys) -> Place:
        """The deepest known place on that path; elements that the source does not hold are skipped."""
        return self.places[self.known(keys)]

    def known(self, keys: Keys) -> Keys:
        """That path without the elements that the source does not hold."""
        found: Keys = ()
        for key in keys:
            if (*found, key) in self.places:
                found = (*found, key)
        return found


def read_yaml(text: str | bytes, file: str) -> Source:
    """The text of one YAML file to a `Source`; `file` is its name in messages.

    Raises: InvalidData with all that can be found wrong at once; MachineFault where PyYAML lacks its C library.
    """
    lines = split_lines(decode(text, file))
    if not _says_anything(lines):
        raise _refusal(Place(file), "This file is empty", "write the record into it, or delete the file")
    return _read(lines, lines, file)


def read_front_matter(text: str | bytes, file: str) -> tuple[Source, str, int]:
    """A Markdown file as its front matter, its body, and the line on which the body begins (from 1).

    Without front matter, or with an empty one, the data are an empty dict. Raises: as `read_yaml`.
    """
    lines = split_lines(decode(text, file))
    if not lines or lines[0].rstrip() != "---":
        return _nothing(file, lines), "\n".join(lines), 1
    end = next((index for index, line in enumerate(lines) if index and line.rstrip() in ("---", "...")), None)
    if end is None:
        raise _refusal(
            Place(file, 1, 1, 3),
            "The front matter opens here and is never closed",
            "write a line `---` after its last key",
        )
    head, body = ("", *lines[1:end]), "\n".join(lines[end + 1 :])
    source = _read(head, lines, file) if _says_anything(head) else _nothing(file, lines)
    return source, body, end + 2


def _read(lines: tuple[str, ...], shown: tuple[str, ...], file: str) -> Source:
    """`lines` are parsed; `shown` are the lines of the whole file."""
    if problems := unseen(lines, file):
        raise InvalidData(problems)
    traps = scan(lines, file)
    try:
        events = unfold(_parse(lines, file))
    except _NotYaml as refused:
        raise InvalidData([trap.problem for trap in traps] or refused.problems) from None
    except InvalidData as refused:
        raise InvalidData(_both(traps, refused.problems)) from None
    tree = Tree(iter(events)).grow()
    # What the parser took without a word is no trap, unless it is one of the silent ones.
    problems = _both([trap for trap in traps if trap.silent], tree.problems)
    if not problems and not isinstance(tree.data, dict):
        problems = [no_mapping(tree.places[()], tree.data)]
    if problems:
        raise InvalidData(problems)
    return Source(file, shown, tree.data, tree.places, tree.keys, tree.styles, tree.last_lines)


def _both(traps: Sequence[Trap], others: Sequence[Problem]) -> list[Problem]:
    """The traps, and what else was found on lines that no trap speaks of."""
    found = [trap.problem for trap in traps if trap.silent or trap.problem.place in [each.place for each in others]]
    told = {line for each in found for line in _lines_of(each)}
    return found + [each for each in others if each.place.line not in told]


def _parse(lines: Sequence[str], file: str) -> Iterator[Parsed]:
    """Each node with its anchor, as the C library parses it."""
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None:
        raise MachineFault("PyYAML is installed without its C library; install it anew with `pip install pyyaml`.")
    documents = 0
    try:
        for event in yaml.parse("\n".join(lines) + "\n", Loader=loader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise InvalidData([several(_place(event, lines, file))])
            if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                yield Parsed(_event(event, lines, file), getattr(event, "anchor", None))
    except yaml.MarkedYAMLError as error:
        raise _NotYaml([_syntax(error, lines, file)]) from None


def _syntax(error: yaml.MarkedYAMLError, lines: Sequence[str], file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, min(mark.line + 1, len(lines)), mark.column + 1) if mark else Place(file)
    opened = error.context_mark.line + 1 if error.context_mark else 0
    return syntax(place, error.problem or "", error.context or "", opened)


def _event(event: yaml.Event, lines: Sequence[str], file: str) -> Event:
    place, last = _place(event, lines, file), _last(event, lines)
    if isinstance(event, yaml.ScalarEvent):
        return Event("scalar", place, STYLES.get(event.style or "", "plain"), event.value, event.tag, last)
    if isinstance(event, yaml.MappingStartEvent):
        return Event("mapping", place, "flow" if event.flow_style else "mapping", "", event.tag, last)
    if isinstance(event, yaml.SequenceStartEvent):
        return Event("sequence", place, "flow" if event.flow_style else "sequence", "", event.tag, last)
    return Event("alias" if isinstance(event, yaml.AliasEvent) else "end", place, "", last=last)


def _place(event: yaml.Event, lines: Sequence[str], file: str) -> Place:
    start, end = event.start_mark, event.end_mark
    assert start is not None  # events of a parser always carry marks
    assert end is not None
    row = min(start.line, len(lines) - 1)
    whole = start.line != end.line or isinstance(event, yaml.CollectionStartEvent)
    length = (len(lines[row].rstrip()) if whole else end.column) - start.column
    return Place(file, row + 1, start.column + 1, max(1, length))


def _last(event: yaml.Event, lines: Sequence[str]) -> int:
    """The last line of a scalar, from 1; a block scalar ends only where the next thing begins."""
    end = event.end_mark
    assert end is not None
    row = end.line - 1 if end.column == 0 and end.line > 0 else end.line
    while row > 0 and (row >= len(lines) or not lines[row].strip()):
        row -= 1
    return row + 1


def _says_anything(lines: Sequence[str]) -> bool:
    return any(line.strip() and line.strip() != "---" and not line.lstrip().startswith("#") for line in lines)


def _lines_of(problem: Problem) -> range:
    mend = problem.mend
    return range(mend.first, mend.last + 1) if mend else range(problem.place.line, problem.place.line + 1)


def _nothing(file: str, lines: tuple[str, ...]) -> Source:
    return Source(file, lines, {}, {(): Place(file, 1, 1)}, {}, {(): "mapping"})


def _refusal(place: Place, sentence: str, hint: str) -> InvalidData:
    return InvalidData([Problem(place, sentence, hint)])
