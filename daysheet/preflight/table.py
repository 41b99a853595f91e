"""Preflight, told: a table for people, in which each packet and each kind of hand-out has its row, and JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from io import StringIO
from itertools import groupby

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from daysheet.layout import PAPERS
from daysheet.preflight.findings import Finding
from daysheet.preflight.look import Looked
from daysheet.preflight.preflight import Preflight

WIDTH = 110
WELL = "All is well: print it."


@dataclass(frozen=True)
class Row:
    """What is told of the files of one folder, or of one packet on its papers."""

    what: str
    files: int
    pages: int
    problems: int
    remarks: int


def preflight_text(found: Preflight) -> str:
    """The table, then each finding with its place and what to do."""
    stream = StringIO()
    Console(file=stream, width=WIDTH, color_system=None, legacy_windows=False).print(_table(rows_of(found.looked)))
    table = "\n".join(line.rstrip() for line in stream.getvalue().splitlines())
    return f"{table}\n{findings_text(found)}"


def findings_text(found: Preflight) -> str:
    """Each finding with its place and what to do, and how much it is."""
    lines = [line for finding in found.findings for line in _told(finding)]
    return "\n".join([*lines, last_line(found)])


def _told(finding: Finding) -> Iterator[str]:
    yield f"{_place(finding)}  {'remark: ' if finding.soft else ''}{finding.sentence}"
    if finding.hint:
        yield f"    {finding.hint}"


def preflight_json(found: Preflight) -> str:
    """An object with `files` (path, pages), `problems` and `remarks`; each finding as in `Finding`."""
    data = {
        "files": [{"path": each.path, "pages": each.pages} for each in found.looked],
        "problems": [_data(each) for each in found.problems],
        "remarks": [_data(each) for each in found.findings if each.soft],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _data(finding: Finding) -> dict[str, object]:
    return {name: value for name, value in asdict(finding).items() if name != "soft"}


def last_line(found: Preflight) -> str:
    """How much was looked at and found, in one line."""
    seen = f"{_count(len(found.looked), 'PDF')}, {_count(found.pages, 'page')}"
    problems = len(found.problems)
    remarks = len(found.findings) - problems
    if not found.findings:
        return f"{seen}. {WELL}"
    if not problems:
        return f"{seen}: {_count(remarks, 'remark')}, and nothing that stops the printing."
    more = f" and {_count(remarks, 'remark')}" if remarks else ""
    return f"{seen}: {_count(problems, 'problem')}{more}. Do not print before this is mended or accepted."


def rows_of(looked: Iterable[Looked]) -> tuple[Row, ...]:
    """One row for a packet on its papers, and one for all files of a folder of hand-outs."""
    ordered = sorted(looked, key=lambda each: _row_name(each.path))
    return tuple(_row(name, list(group)) for name, group in groupby(ordered, key=lambda each: _row_name(each.path)))


def _row(name: str, looked: list[Looked]) -> Row:
    findings = [finding for each in looked for finding in each.findings]
    soft = sum(finding.soft for finding in findings)
    return Row(name, len(looked), sum(each.pages for each in looked), len(findings) - soft, soft)


def _row_name(path: str) -> str:
    """`site/pdf/worksheets/` of a hand-out, `site/pdf/participant` of a packet on its papers."""
    folder, _, name = path.rpartition("/")
    start, _, end = name.removesuffix(".pdf").rpartition("-")
    named = start if end in PAPERS else name.removesuffix(".pdf")
    return folder + "/" if folder.count("/") > 1 else f"{folder}/{named}"


def _table(rows: Iterable[Row]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("what")
    for title in ("files", "pages"):
        table.add_column(title, justify="right")
    table.add_column("")
    for row in rows:
        table.add_row(Text(row.what), str(row.files), str(row.pages), _verdict(row))
    return table


def _verdict(row: Row) -> str:
    told = [_count(row.problems, "problem")] if row.problems else []
    told += [_count(row.remarks, "remark")] if row.remarks else []
    return ", ".join(told) or "well"


def _place(finding: Finding) -> str:
    return ", ".join(_places(finding)) or "the output"


def _places(finding: Finding) -> Iterator[str]:
    if finding.file:
        page = f" page {finding.page}" if finding.page else ""
        more = f" (and {finding.more} more)" if finding.more else ""
        yield f"{finding.file}{page}{more}"
    if finding.source:
        yield finding.source


def _count(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count:,} {word}s"
