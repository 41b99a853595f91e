"""Softer than problems: what an author may want to know, and what stops nothing."""

from __future__ import annotations

from urllib.parse import urlsplit

from daysheet.library import Library
from daysheet.problems import Collector, Place

SAMPLES = ("example.org", "example.com", "example.net", "localhost", "127.0.0.1")


def remark_on(library: Library, collector: Collector) -> None:
    """Remarks on a session that has passed all checks."""
    delivery = library.delivery
    if delivery is None:
        return
    file = library.files.get(("delivery", delivery.id), "data/delivery.yml")
    if not delivery.address:
        hint = "publish the site first, then write `address: https://...`"
        collector.remark(Place(file), "Without an `address` no sheet carries a QR code", hint)
    elif _is_sample(delivery.address):
        hint = "publish the site first, then write its own address"
        collector.remark(Place(file), f"The address {delivery.address} is a sample: its QR codes lead nowhere", hint)


def _is_sample(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    return host in SAMPLES or host.endswith(tuple(f".{each}" for each in SAMPLES)) or host.endswith((".local", ".test"))
