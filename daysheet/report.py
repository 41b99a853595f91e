"""What is told when data are wrong: the report of DESIGN section 5, as text and as JSON.

Plain text: whoever has a terminal adds colours. Carets stand under the span also where letters are wide, combining, or
tabs.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from daysheet.problems import Place, Problem, Remark

MARGIN = "    "
TAB = 4
LONGEST = 100  # columns of a source line that are shown
Sources = Mapping[str, Sequence[str]]
"""The lines of each file, by its name in places."""


def report_text(problems: Iterable[Problem], remarks: Iterable[Remark], sources: Sources) -> str:
    """Everything that was found, in the order of files and lines, and how much it is; empty when it is nothing."""
    found, soft = sorted(problems, key=_by_place), sorted(remarks, key=_by_place)
    lines = [line for each in chain[Problem | Remark](found, soft) for line in told(each, sources)]
    if found:
        lines.append(_count(found))
    elif soft:
        lines.append(f"{_number(len(soft), 'remark')}; nothing that stops the work")
    return "\n".join(lines)


def report_json(problems: Iterable[Problem], remarks: Iterable[Remark]) -> str:
    """A JSON object with the lists `problems` and `remarks`; see `as_data` for what each one holds."""
    data = {
        "problems": [as_data(each) for each in sorted(problems, key=_by_place)],
        "remarks": [as_data(each) for each in sorted(remarks, key=_by_place)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_data(told: Problem | Remark) -> dict[str, object]:
    """kind (problem or remark), file, line, column, length, sentence, hint, should_be.

    Lines and columns count from 1; line 0 means the file as a whole. `should_be` is null or an object with the lines
    `first` to `last` that are to be replaced, and the `lines` to put there.
    """
    mend = told.mend if isinstance(told, Problem) else None
    return {
        "kind": "problem" if isinstance(told, Problem) else "remark",
        "file": told.place.file,
        "line": told.place.line,
        "column": told.place.column,
        "length": told.place.length,
        "sentence": told.sentence,
        "hint": told.hint,
        "should_be": mend and {"first": mend.first, "last": mend.last, "lines": list(mend.lines)},
    }


def told(each: Problem | Remark, sources: Sources) -> Iterator[str]:
    """The lines of one problem or remark."""
    soft = "remark: " if isinstance(each, Remark) else ""
    yield f"{spot(each.place)}  {soft}{each.sentence}"
    yield from _shown(each.place, sources.get(each.place.file, ()))
    if isinstance(each, Problem) and each.mend is not None:
        yield f"{MARGIN}should be:"
        yield from (f"{MARGIN}    {_clean(line)}".rstrip() for line in each.mend.lines)
    if each.hint:
        yield from (MARGIN + line for line in each.hint.splitlines())


def spot(place: Place) -> str:
    """`file:line:column`, as editors make a link of it; the file alone where the line is unknown."""
    if not place.line:
        return place.file
    return f"{place.file}:{place.line}:{place.column}" if place.column else f"{place.file}:{place.line}"


def _shown(place: Place, lines: Sequence[str]) -> Iterator[str]:
    """The source line with its number, and carets under the span."""
    if not 1 <= place.line <= len(lines):
        return
    line = lines[place.line - 1]
    start = min(max(place.column - 1, 0), len(line))
    end = min(start + max(place.length, 1), max(len(line), start + 1))
    cut = _cut_at(line, start)
    number = f"{place.line} | "
    yield f"{MARGIN}{number}{'…' if cut else ''}{_fitting(_clean(line[cut:]), LONGEST)}".rstrip()
    if place.column:
        before = _width(line[cut:start], 0) + bool(cut)
        span = max(_width(line[start:end], before), 1) if line[start:end] else 1
        yield MARGIN + " " * (len(number) + before) + "^" * max(1, min(span, LONGEST - before))


def _cut_at(line: str, start: int) -> int:
    """Where a long line begins to be shown, so that the span is in sight."""
    return max(0, start - LONGEST // 2) if len(line) > LONGEST and start > LONGEST // 2 else 0


def _clean(text: str) -> str:
    """Tabs as spaces, and nothing that a terminal would obey."""
    out, column = [], 0
    for letter in text:
        new = " " * (TAB - column % TAB) if letter == "\t" else letter if letter.isprintable() else _plain(letter)
        out.append(new)
        column += len(new) if letter == "\t" else _wide(new)
    return "".join(out)


def _plain(letter: str) -> str:
    """A space for any kind of space, nothing for a joiner, a sign for the rest."""
    category = unicodedata.category(letter)
    return " " if category == "Zs" else "" if category == "Cf" else "\ufffd"


def _width(text: str, column: int) -> int:
    """Columns of a terminal that a text takes from `column` on."""
    start = column
    for letter in text:
        column += TAB - column % TAB if letter == "\t" else _wide(_clean(letter))
    return column - start


def _wide(letter: str) -> int:
    if not letter or unicodedata.combining(letter) or "\ufe00" <= letter <= "\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _fitting(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _count(problems: Sequence[Problem]) -> str:
    files = len({problem.place.file for problem in problems})
    return f"{_number(len(problems), 'problem')} in {_number(files, 'file')}. Nothing was written."


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _by_place(told: Problem | Remark) -> tuple[Place, str]:
    return told.place, told.sentence
