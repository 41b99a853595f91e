"""Where things stand: the author's folder first, then what travels with the engine, file by file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ENGINE = PACKAGE / "shipped" if (PACKAGE / "shipped").is_dir() else PACKAGE.parent
"""The folder that holds the engine's own `templates/`, `hooks/` and `mkdocs.yml`: in a wheel, inside the package."""

ROSTER = re.compile(r"roster\b.*\.(csv|tsv|xlsx?|ods|numbers)", re.IGNORECASE)
KEPT = re.compile(r".+\.before(-\d+)?")
PRINTED = "printed.json"
"""What was last printed, at the top of `data/`; `preflight --accept` writes it."""


def is_private(path: Path) -> bool:
    """Whether a file is a roster, which is never published, wherever it lies and however its name is spelt."""
    return ROSTER.fullmatch(path.name) is not None


def is_kept(path: Path) -> bool:
    """Whether a file is the old text that `check --mend` kept beside a mended one."""
    return KEPT.fullmatch(path.name) is not None


@dataclass(frozen=True)
class Project:
    """An author's folder: `data/`, `content/` and, if wanted, `templates/` and `mkdocs.yml`."""

    root: Path

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked for: the author's own, then the engine's."""
        own, shipped = self.root / "templates", ENGINE / "templates"
        return (own, shipped) if own.is_dir() and own.resolve() != shipped.resolve() else (shipped,)

    def find_template(self, name: str) -> Path:
        """The file `templates/<name>`; FileNotFoundError where neither the project nor the engine has it."""
        for folder in self.template_folders:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(name)

    def name_of(self, path: Path) -> str:
        """The path as messages give it: relative to the project, with forward slashes, and `?` for bytes that are no letter."""
        return path.relative_to(self.root).as_posix().encode("utf-8", "replace").decode("utf-8")

    def content_files(self) -> Iterator[Path]:
        """The author's files under `content/` that may be published, in order of name: no hidden one, no roster, no old text."""
        for path in sorted(self.content.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(self.content).parts)
            if path.is_file() and not (hidden or is_private(path) or is_kept(path)):
                yield path
