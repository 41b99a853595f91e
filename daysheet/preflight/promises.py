"""Preflight, the promises: what the manifest, the job ticket and the data say of each PDF of the output."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from daysheet.addresses import FOLDERS, live, page_of, short_of
from daysheet.labels import label
from daysheet.layout import PAPERS
from daysheet.numbers import NUMBERED
from daysheet.packets.contents import UNLISTED
from daysheet.problems import MachineFault
from daysheet.prose import to_text
from daysheet.publish.manifest import Made, read_manifest
from daysheet.qr import wifi_text
from daysheet.view import View

RUN, JOBS = "print/", "job.json"
STANDARD = "standard"
CHECK = "printer check"
"""The kind of job whose frames show how near to the edge a printer prints."""
PUBLIC = ("site/", "facilitator/")
"""The folders whose PDFs are for reading on a screen too, so that they keep to PDF/UA-1."""


@dataclass(frozen=True)
class Promise:
    """What one PDF is to be.

    `path` is relative to the output, `size` a name of `layout.PAPERS`, `budget` its most pages (0: any), `sets` how many
    people's it holds. `flows` says that its pages are filled by text, so that an empty one is a fault; `backs` that an
    empty back is meant; `keeps_margin` that nothing is to stand where a printer ends. `contents` is the title of its page
    of contents, `unlisted` the titles that need not stand there. `sources` maps headings of the outline to the files of
    the project that they were made from; `source` is the file that orders the whole.
    """

    path: str
    size: str = ""
    pages: int = 0
    edition: str = STANDARD
    for_reading: bool = True
    flows: bool = True
    backs: bool = True
    keeps_margin: bool = True
    budget: int = 0
    sets: int = 1
    contents: str = ""
    unlisted: tuple[str, ...] = ()
    addresses: frozenset[str] = frozenset()
    sources: tuple[tuple[str, str], ...] = ()
    source: str = ""


def promises_of(output: Path, view: View) -> tuple[Promise, ...]:
    """A promise for each PDF that the manifest of the output lists, in the order of their paths."""
    made = read_manifest(output)
    addresses = addresses_of(output, view)
    pdfs = sorted((each for each in made if each.path.endswith(".pdf")), key=lambda each: each.path)
    base = Promise("", addresses=addresses, sources=tuple(_sources(view)))
    listed = tuple(_promise(each, base, view) for each in pdfs if not each.path.startswith(RUN))
    return (*listed, *_print_run(output, base, view))


def _print_run(output: Path, base: Promise, view: View) -> Iterator[Promise]:
    """What the job ticket says of each file of the print run; of the ticket itself nothing is said."""
    jobs = {job["path"]: job for job in read_ticket(output)}
    for path in sorted((output / RUN).rglob("*.pdf")):
        job = jobs.get(path.relative_to(output / RUN).as_posix(), {})
        size = str(job.get("size", ""))
        yield replace(
            base,
            path=path.relative_to(output).as_posix(),
            size=size if size in PAPERS else "",
            pages=job.get("pages", 0),
            sets=job.get("sets", 1),
            edition=str(job.get("edition", STANDARD)),
            for_reading=False,
            flows=False,
            keeps_margin=job.get("kind") != CHECK,
        )


def read_ticket(output: Path) -> tuple[Mapping[str, Any], ...]:
    """The jobs of `print/job.json`; none where nothing is printed. Raises: MachineFault where it is not ours."""
    file = output / RUN / JOBS
    try:
        return tuple(map(_job, json.loads(file.read_text("utf-8"))["jobs"]))
    except FileNotFoundError:
        return ()
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise MachineFault(f"`{file.name}` in `{output.name}` is damaged. `daysheet all` makes it again.") from error


def _job(read: Mapping[str, Any]) -> Mapping[str, Any]:
    """A job as we write it. Raises: KeyError, TypeError for any other."""
    job = dict(read)
    numbers = (job.get("pages", 0), job.get("sets", 1))
    texts = (job["path"], job.get("size", ""), job.get("edition", ""), job.get("kind", ""))
    records = [each["record"] for each in job.get("versions", ())]
    if not (
        all(isinstance(each, int) for each in numbers) and all(isinstance(each, str) for each in (*texts, *records))
    ):
        raise TypeError("this is no job of ours")
    return job


def _promise(made: Made, base: Promise, view: View) -> Promise:
    promise = replace(
        base,
        path=made.path,
        size=made.paper if made.paper in PAPERS else "",
        pages=made.pages or 0,
        edition=made.edition or STANDARD,
        for_reading=made.path.startswith(PUBLIC),
        flows=made.path.startswith(PUBLIC) and made.kind not in ("poster", "cards"),
        source=view.library.files.get((made.kind, made.id), "") or next(iter(made.sources), ""),
    )
    packet = next((each for each in view.library.packets if each.id == made.id), None)
    if made.kind != "packet" or packet is None:
        return promise
    parts = view.words["parts"]
    lists = any(entry.kind == "contents" for entry in packet.contents)
    return replace(
        promise,
        budget=(packet.page_budget or 0) if promise.edition == STANDARD else 0,
        backs=packet.sides == "two",
        contents=str(parts["contents"]) if lists else "",
        unlisted=(to_text(view.library.session.title), *(str(parts[kind]) for kind in UNLISTED if kind in parts)),
    )


def _sources(view: View) -> Iterator[tuple[str, str]]:
    """The headings of the outline of a packet, and the file of each."""
    for (kind, id), file in view.library.files.items():
        if kind in (*NUMBERED, "tenets"):
            record = view.library.find(kind, id)
            called = label(kind, record, view.spoken) if kind in NUMBERED else view.words["site"]["plurals"]["tenet"]
            yield f"{called}: {to_text(record.title)}".replace("\u00a0", " "), file


def addresses_of(output: Path, view: View) -> frozenset[str]:
    """Every address that a QR code may lead to: the pages that the site has, and what the data name themselves."""
    delivery, session = view.library.delivery, view.library.session
    site = output / "site"
    pages = [path.relative_to(site).as_posix() for path in site.rglob("*.html")] or _pages(view)
    found = {live(delivery, page) for page in ("", *pages)}
    found |= {session.feedback, session.slides}
    return frozenset(found | set(_given(view))) - {""}


def _pages(view: View) -> Iterator[str]:
    """The pages that the site will have, where it is not made yet."""
    yield "agenda.html"
    for kind in FOLDERS:
        for record in view.library.of(kind):
            yield from (page_of(kind, record.id), short_of(kind, record))


def _given(view: View) -> Iterator[str]:
    """What the delivery names, and is printed for the room alone."""
    delivery = view.library.delivery
    if delivery is None:
        return
    yield delivery.join
    if delivery.private.join is not None:
        yield delivery.private.join.link
    if delivery.private.wifi is not None:
        yield wifi_text(delivery.private.wifi.name, delivery.private.wifi.password)
