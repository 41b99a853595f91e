"""After step 7: everything in an output is looked at before it is printed, by a pool of processes.

Nothing is written here, and nothing is made again: the PDFs are read as a printer will read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlsplit

from daysheet.addresses import is_sample
from daysheet.check import CheckResult
from daysheet.preflight.findings import Finding, hardened, told_once
from daysheet.preflight.look import Looked, look_over
from daysheet.preflight.printed import check_printed, on_the_ticket, read_printed, sheets_now, write_printed
from daysheet.preflight.promises import Promise, promises_of
from daysheet.problems import MachineFault, UsedWrongly
from daysheet.project import PRINTED, Project
from daysheet.publish.manifest import MANIFEST, read_manifest
from daysheet.view import View, view_for

PROCESSES = 2
FEW = 12
"""As many files are looked at here, since starting processes takes longer."""
ADDRESS = "address"
STRICT = frozenset({ADDRESS})
"""Checks whose remarks are problems when asked to be strict."""


@dataclass(frozen=True)
class Preflight:
    """What was looked at, and what was found: problems first."""

    looked: tuple[Looked, ...]
    findings: tuple[Finding, ...]

    @property
    def pages(self) -> int:
        return sum(each.pages for each in self.looked)

    @property
    def problems(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if not each.soft)

    @property
    def beyond_check(self) -> Preflight:
        """Without what `check` has told of already: an address that leads nowhere."""
        return replace(self, findings=tuple(each for each in self.findings if each.check != ADDRESS))


def preflight(project: Project, checked: CheckResult, output: Path, *, strict: bool = False) -> Preflight:
    """Look at every PDF of the output. Raises: UsedWrongly where there is none yet, MachineFault where none is listed."""
    if not (output / MANIFEST).is_file():
        raise UsedWrongly(f"There is nothing in `{output.name}` to look at yet: `daysheet all` makes it.")
    view = view_for(project, checked, "facilitator")
    _refuse_damaged(output)
    looked = look_at_all(output, promises_of(output, view))
    findings = [finding for each in looked for finding in each.findings]
    findings += check_printed(read_printed(project.data / PRINTED), sheets_now(output, view), view)
    findings += [*_addresses(looked, view), *_age(project, output)]
    return Preflight(looked, told_once(hardened(findings, STRICT if strict else frozenset())))


def accept(project: Project, checked: CheckResult, output: Path) -> int:
    """Keep the sheets of the output as those that are on paper; returns how many they are. Raises: as `preflight`."""
    if not (output / MANIFEST).is_file():
        raise UsedWrongly(f"There is nothing in `{output.name}` that could have been printed: `daysheet all` makes it.")
    _refuse_damaged(output)
    sheets = on_the_ticket(output, sheets_now(output, view_for(project, checked, "facilitator")))
    write_printed(project.data / PRINTED, sheets)
    return len(sheets)


def _refuse_damaged(output: Path) -> None:
    """Raises: MachineFault for a manifest that lists no PDF: nothing would be looked at, and nothing kept."""
    if not any(each.path.endswith(".pdf") for each in read_manifest(output)):
        raise MachineFault(f"`{MANIFEST}` in `{output.name}` lists no PDF. `daysheet all` makes everything again.")


def look_at_all(output: Path, promises: Sequence[Promise]) -> tuple[Looked, ...]:
    """What is seen of each file, in the order of the promises."""
    if len(promises) <= FEW:
        return tuple(map(_look, repeat(output), promises))
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        return tuple(pool.map(_look, repeat(output), promises, chunksize=4))


def _look(output: Path, promise: Promise) -> Looked:
    file = output / promise.path
    if not file.is_file():
        missing = Finding("file", "The file is listed, but it is not there", "make it again", promise.path)
        return Looked(promise.path, 0, (missing,))
    return look_over(file.read_bytes(), promise)


def _addresses(looked: Iterable[Looked], view: View) -> Iterator[Finding]:
    """A remark for each host that leads nowhere outside."""
    files = view.library.files
    delivery = view.library.delivery
    source = files.get(("delivery", delivery.id), "data/delivery.yml") if delivery else ""
    if delivery and not delivery.address:
        hint = "publish the site first, then write `address: https://...`"
        yield Finding(ADDRESS, "Without an `address` no sheet carries a QR code", hint, source=source, soft=True)
    led = sorted({address for each in looked for address in each.led if is_sample(address)}, key=str.casefold)
    hosts = dict.fromkeys((urlsplit(address).hostname or "").casefold() for address in led)
    for host in hosts:
        sentence = f"The QR codes lead to {host}, which is an example or a place within one network"
        yield Finding(ADDRESS, sentence, "publish the site first, then write its own address", source=source, soft=True)


def _age(project: Project, output: Path) -> Iterator[Finding]:
    """A remark where the data were changed after the output was made."""
    made = (output / MANIFEST).stat().st_mtime
    written = (*project.data.rglob("*.yml"), *project.data.rglob("*.csv"), *project.content_files())
    newer = sorted(project.name_of(path) for path in written if path.stat().st_mtime > made)
    if newer:
        more = f" and {len(newer) - 1} more" if len(newer) > 1 else ""
        sentence = f"{newer[0]}{more} changed after these PDFs were made"
        yield Finding("age", sentence, "`daysheet all` makes them anew", soft=True)
