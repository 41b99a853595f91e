"""Golden cases: one file holds a small project and the report that it must get."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from daysheet.reader import read_yaml

CASES = Path(__file__).parent / "cases"
SESSION = "title: A day together\n"


@dataclass(frozen=True)
class Case:
    """`files` by path, and the `report` that a check must give."""

    path: Path
    files: dict[str, bytes]
    report: str

    @property
    def name(self) -> str:
        return self.path.stem


def read_case(path: Path) -> Case:
    data: dict[str, Any] = read_yaml(path.read_bytes(), path.name).data
    files = {name: text.encode() for name, text in data.get("files", {}).items()}
    files |= {name: base64.b64decode(text) for name, text in data.get("bytes", {}).items()}
    return Case(path, files, data.get("report", "").rstrip("\n"))


def lay_project(root: Path, files: dict[str, bytes]) -> None:
    """Writes the files of a case, and a session where it has none; `nothing:` as the only name writes none."""
    wanted = {} if "nothing" in files else {"data/session.yml": SESSION.encode(), **files}
    for name, content in wanted.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_report(case: Case, report: str) -> None:
    """Puts another report at the end of a case."""
    text = case.path.read_text("utf-8")
    head = text.split("\nreport: |", 1)[0].rstrip("\n")
    body = "\n".join(f"  {line}".rstrip() for line in report.split("\n"))
    case.path.write_text(f"{head}\nreport: |\n{body}\n", "utf-8")
