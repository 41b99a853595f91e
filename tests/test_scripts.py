"""The scripts of the site: their own tests, and that what is delivered was made from them."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "templates" / "scripts"


def test_the_delivered_script_was_made_from_the_modules_as_they_stand() -> None:
    modules = b"".join(path.read_bytes() for path in sorted(SCRIPTS.glob("*.js")))
    first = (ROOT / "templates" / "assets" / "site.js").read_text("utf-8").splitlines()[0]
    assert first == f"/* daysheet {hashlib.sha256(modules).hexdigest()} */", "run `make assets`"


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")
def test_the_modules_pass_their_own_tests() -> None:
    names = sorted(str(path) for path in (ROOT / "tests" / "js").glob("*.test.mjs"))
    said = subprocess.run(["node", "--test", *names], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout
