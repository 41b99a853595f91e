"""Step 3, check of the letters: a character that no font draws is a problem with its place, before anything is printed."""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

from daysheet.load import Files, Loaded
from daysheet.problems import Collector, Place
from daysheet.project import Project
from daysheet.references import texts_of

INVISIBLE = frozenset("\n\r\t\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Coverage:
    """The code points that the fonts draw, as sorted ranges."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self.ranges = sorted(ranges)
        self.starts = [first for first, _ in self.ranges]

    def __contains__(self, letter: str) -> bool:
        at = bisect_right(self.starts, ord(letter)) - 1
        return at >= 0 and ord(letter) <= self.ranges[at][1]

    def missing(self, text: str) -> list[str]:
        """The characters of a text that cannot be drawn, each once, in order."""
        composed = unicodedata.normalize("NFC", text)
        return list(dict.fromkeys(each for each in composed if each not in self and each not in INVISIBLE))


def coverage_of(project: Project) -> Coverage:
    data = json.loads(project.find_template("fonts/coverage.json").read_text("utf-8"))
    return Coverage((first, last) for first, last in data["covered"])


def check_glyphs(project: Project, files: Files, collector: Collector) -> None:
    """A problem for each character of the records that no font draws."""
    coverage = coverage_of(project)
    for loaded in files.loaded:
        for keys, text in texts_of(loaded.record) if loaded.kind != "sources" else _works(loaded):
            for letter in coverage.missing(text):
                place = _find(letter, loaded.place(*keys), files.lines[loaded.file])
                name = unicodedata.name(letter, f"U+{ord(letter):04X}").lower()
                sentence = f"The character `{letter}` ({name}) cannot be printed: none of the fonts has it"
                collector.problem(place, sentence, "write it in words, or leave it out")


def _works(loaded: Loaded) -> Iterable[tuple[tuple[str | int, ...], str]]:
    for id, work in loaded.record.root.items():
        yield from (((id, *keys), text) for keys, text in texts_of(work))


def _find(letter: str, start: Place, lines: tuple[str, ...]) -> Place:
    """The first place of a character from where its text begins."""
    for number in range(max(start.line, 1), len(lines) + 1):
        line = unicodedata.normalize("NFC", lines[number - 1])
        column = line.find(letter, start.column - 1 if number == start.line else 0)
        if column >= 0:
            return Place(start.file, number, column + 1)
    return start
