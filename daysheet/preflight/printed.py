"""Preflight, against what is on paper: the numbers and version marks of the sheets that were last printed.

`data/printed.json` keeps them, so that they travel with the session and a colleague is told as well. It is written by
`daysheet preflight --accept` alone, after printing, and names no person.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from daysheet.labels import label
from daysheet.numbers import NUMBERED
from daysheet.preflight.findings import Finding
from daysheet.preflight.promises import read_ticket
from daysheet.problems import MachineFault
from daysheet.publish.disk import machine_faults, write_file
from daysheet.publish.manifest import read_manifest
from daysheet.view import View


@dataclass(frozen=True)
class Sheet:
    """What a sheet bears in print: what it is called (`Worksheet 3`) and its version mark."""

    label: str
    version: str = ""


def sheets_now(output: Path, view: View) -> dict[str, Sheet]:
    """The numbered sheets of the output, by kind and id (`worksheet/showcase`)."""
    made = {(each.kind, each.id): each.version_mark for each in read_manifest(output) if each.path.endswith(".pdf")}
    return {
        f"{kind}/{record.id}": Sheet(_spaced(label(kind, record, view.spoken)), made[kind, record.id])
        for kind in NUMBERED
        for record in view.library.of(kind)
        if (kind, record.id) in made
    }


def on_the_ticket(output: Path, sheets: Mapping[str, Sheet]) -> dict[str, Sheet]:
    """Those of the sheets that the job ticket prints; all of them where there is no ticket."""
    jobs = read_ticket(output)
    printed = {str(version["record"]) for job in jobs for version in job.get("versions", ())}
    return {what: sheet for what, sheet in sheets.items() if what in printed or not jobs}


def read_printed(file: Path) -> dict[str, Sheet]:
    """What was last printed; empty where nothing has been accepted. Raises: MachineFault for a file that is not ours."""
    try:
        with machine_faults():
            data = json.loads(file.read_text("utf-8"))
        return {what: _sheet(read) for what, read in data["sheets"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError) as error:
        hint = "Delete it, print again, and type `daysheet preflight --accept`."
        raise MachineFault(
            f"`{file.name}` in data/ is not as `daysheet preflight --accept` writes it. {hint}"
        ) from error


def _sheet(read: Mapping[str, str]) -> Sheet:
    """A sheet as we write it. Raises: ValueError, KeyError, TypeError for any other."""
    sheet = Sheet(str(read["label"]).strip(), str(read["version"]))
    if not sheet.label:
        raise ValueError("a sheet that was printed has a label")
    return sheet


def write_printed(file: Path, sheets: Mapping[str, Sheet]) -> None:
    """Keep these sheets as what is on paper. Raises: MachineFault where that cannot be written."""
    data = {
        "about": "What was last printed. Written by `daysheet preflight --accept`; numbers that change are told.",
        "sheets": {what: asdict(sheets[what]) for what in sorted(sheets)},
    }
    with machine_faults():
        write_file(file, json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def check_printed(printed: Mapping[str, Sheet], now: Mapping[str, Sheet], view: View) -> Iterator[Finding]:
    """A sheet that bears another number on paper is a problem, one that has changed since is a remark."""
    for what, was in sorted(printed.items()):
        source = view.library.files.get(tuple(what.split("/", 1)), "")  # type: ignore[arg-type]
        sheet = now.get(what)
        if sheet is None:
            yield Finding(
                "numbers", f"{was.label} was printed, and is no longer made", _accept("it is not needed"), soft=True
            )
        elif sheet.label != was.label:
            yield Finding(
                "numbers",
                f"{sheet.label} was printed as {was.label}",
                f"write `{_pin(was)}` in {source}, or, {_accept('the old copies are gone')}",
                source=source,
            )
        elif sheet.version != was.version:
            sentence = f"{sheet.label} has changed since it was printed: copies with {was.version} are old"
            yield Finding("numbers", sentence, f"print it again, then {_accept('')}", source=source, soft=True)


def _pin(was: Sheet) -> str:
    number = was.label.split()[-1]
    return f"number: {number}" if number.isdigit() else "number: ..."


def _accept(when: str) -> str:
    command = "type `daysheet preflight --accept`"
    return f"where {when}, {command}" if when else command


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ")
