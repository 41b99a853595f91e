"""The scripts of the site: their own tests, types and manner, and that what is delivered was made from them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "templates" / "scripts"
ENTRIES = [path.stem for path in (ROOT / "templates" / "assets").glob("*.js")]


def said_by(*command: str) -> subprocess.CompletedProcess[str]:
    """What a command of Node's said; Node stands beside the Python that runs the tests."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [*command], capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, "PATH": path}
    )


@pytest.mark.parametrize("name", ENTRIES)
def test_what_is_delivered_was_made_from_the_modules_as_they_stand(name: str) -> None:
    modules = b"".join(path.read_bytes() for path in sorted(SCRIPTS.glob("*.js")))
    first = (ROOT / "templates" / "assets" / f"{name}.js").read_text("utf-8").splitlines()[0]
    assert first == f"/* daysheet {hashlib.sha256(modules).hexdigest()} */", "run `make assets`"


def test_the_modules_pass_their_own_tests() -> None:
    names = sorted(str(path) for path in (ROOT / "tests" / "js").glob("*.test.mjs"))
    said = said_by("node", "--test", *names)
    assert said.returncode == 0, said.stdout


def test_the_types_of_the_modules_agree() -> None:
    said = said_by("node_modules/.bin/tsc", "-p", "templates/scripts")
    assert said.returncode == 0, said.stdout


def test_the_modules_are_written_as_the_linter_asks() -> None:
    said = said_by("node_modules/.bin/biome", "lint", "--error-on-warnings")
    assert said.returncode == 0, said.stdout + said.stderr
