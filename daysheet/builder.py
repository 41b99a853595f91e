"""Step 6a, the site: a composed site becomes HTML, by MkDocs in a process of its own (it keeps hooks for as long as it lives)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from daysheet.problems import MachineFault
from daysheet.project import ENGINE, Project
from daysheet.site import Site, write_site

HOOK = ENGINE / "hooks" / "daysheet_mkdocs.py"


def build_site(site: Site, project: Project, audience: str, target: Path) -> int:
    """Builds a site into the folder `target`, which is emptied first; gives the number of its pages.

    Raises: MachineFault where MkDocs fails or warns of anything.
    """
    with tempfile.TemporaryDirectory(prefix="daysheet-") as aside:
        composed, config = Path(aside) / "composed", Path(aside) / "mkdocs.yml"
        write_site(site, composed)
        (Path(aside) / "docs").mkdir()
        config.write_text(_config(project, audience, composed, target), "utf-8")
        _run(config)
    return len(site.pages)


def _config(project: Project, audience: str, composed: Path, target: Path) -> str:
    """A small config that inherits the project's own, or the engine's; JSON is YAML."""
    own = project.root / "mkdocs.yml"
    settings = {
        "INHERIT": str(own if own.is_file() else ENGINE / "mkdocs.yml"),
        "docs_dir": str(composed.parent / "docs"),
        "site_dir": str(target.resolve()),
        "hooks": [str(HOOK)],
        "extra": {"audience": audience, "composed": str(composed), "project": str(project.root)},
    }
    return json.dumps(settings, indent=1)


def _run(config: Path) -> None:
    # without --quiet, which would hide warnings from --strict
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": _python_path(), "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    told = "\n".join(line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("INFO "))
    if done.returncode or told:
        raise MachineFault(f"The site could not be built. MkDocs says:\n{told}")


def _python_path() -> str:
    """Where the hook finds this very engine, also when it was not installed."""
    engine = str(Path(__file__).resolve().parent.parent)
    return os.pathsep.join(each for each in (engine, os.environ.get("PYTHONPATH", "")) if each)
