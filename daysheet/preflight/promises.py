"""Preflight, the promises: what the manifest, the job ticket and the data say of each PDF of the output."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from daysheet.addresses import live
from daysheet.labels import label
from daysheet.numbers import NUMBERED
from daysheet.packets.contents import UNLISTED
from daysheet.prose import to_text
from daysheet.publish.manifest import Made, read_manifest
from daysheet.qr import wifi_text
from daysheet.view import View

PUBLIC = ("site/", "facilitator/")
"""The folders whose PDFs are for reading on a screen too, so that they keep to PDF/UA-1."""


@dataclass(frozen=True)
class Promise:
    """What one PDF is to be.

    `path` is relative to the output, `size` a name of `layout.PAPERS`, `budget` its most pages (0: any). `flows` says
    that its pages are filled by text, so that an empty one is a fault; `backs` that an empty back is meant. `contents`
    is the title of its page of contents, `unlisted` the titles that need not stand there. `sources` maps headings of the
    outline to the files of the project that they were made from; `source` is the file that orders the whole.
    """

    path: str
    size: str = ""
    pages: int = 0
    edition: str = "standard"
    for_reading: bool = True
    flows: bool = True
    backs: bool = True
    budget: int = 0
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
    return tuple(_promise(each, base, view) for each in pdfs)


def _promise(made: Made, base: Promise, view: View) -> Promise:
    promise = replace(
        base,
        path=made.path,
        size=made.paper,
        pages=made.pages or 0,
        edition=made.edition or "standard",
        for_reading=made.path.startswith(PUBLIC),
        flows=made.path.startswith(PUBLIC) and made.kind not in ("poster", "cards"),
        source=view.library.files.get((made.kind, made.id), ""),
    )
    packet = next((each for each in view.library.packets if each.id == made.id), None)
    if made.kind != "packet" or packet is None:
        return promise
    parts = view.words["parts"]
    lists = any(entry.kind == "contents" for entry in packet.contents)
    return replace(
        promise,
        budget=(packet.page_budget or 0) if promise.edition == "standard" else 0,
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
    pages = (path.relative_to(output / "site").as_posix() for path in (output / "site").rglob("*.html"))
    found = {live(delivery, page) for page in ("", *pages)}
    found |= {session.feedback, session.slides}
    return frozenset(found | set(_given(view))) - {""}


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
