"""Where every record stands on the site, and the short address that is printed beside its QR code. These never change."""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from daysheet.models.delivery import Delivery

FOLDERS = {
    "worksheet": "worksheets",
    "reading": "readings",
    "portrait": "portraits",
    "tenets": "tenets",
    "exhibit": "exhibits",
}
SHORT = {"worksheet": "w", "reading": "h", "portrait": "c", "exhibit": "e"}
"""The letter before the number in a short address: `w3.html`."""
SAMPLES = ("example.org", "example.com", "example.net", "localhost")
LOCAL_ENDS = (".local", ".test", ".localhost", ".internal", ".lan", ".home.arpa", ".invalid")


def page_of(kind: str, id: str) -> str:
    """The page of a record, relative to the site: `worksheets/showcase.html`, `tenets/ten-tenets.html#joint-work`."""
    if kind == "tenet":
        of, _, tenet = id.partition("/")
        return f"tenets/{of}.html#{tenet}"
    if kind == "round":
        return f"agenda.html#{id}"
    if kind == "agenda":
        return "agenda.html"
    if kind == "exhibit" and "/" in id:
        of, strand = id.split(",")[0].split("/", 1)
        return f"exhibits/{of}.html#{of}--{strand}"
    return f"{FOLDERS[kind]}/{id}.html"


def short_of(kind: str, record: Any) -> str:
    """The short page that leads on to a numbered record: `w3.html`; the page itself for other kinds."""
    return f"{SHORT[kind]}{record.number}.html" if kind in SHORT else page_of(kind, record.id)


def live(delivery: Delivery | None, path: str) -> str:
    """The address of a page once published, or nothing where the delivery has no address."""
    if delivery is None or not delivery.address:
        return ""
    return f"{delivery.address.rstrip('/')}/{path}" if path else delivery.address


def typed(address: str) -> str:
    """An address as a person types it: without `https://` and without `.html`."""
    bare = address.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return bare.removesuffix(".html").rstrip("/")


def is_sample(address: str) -> bool:
    """Whether an address leads nowhere, or only within one house: an example, this machine, a private network."""
    host = (urlsplit(address).hostname or "").casefold()
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        ends = (*(f".{each}" for each in SAMPLES), *LOCAL_ENDS)
        return host in SAMPLES or host.endswith(ends) or bool(host and "." not in host)
