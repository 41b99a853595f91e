"""Softer than problems: what an author may want to know, and what stops nothing."""

from __future__ import annotations

from daysheet.addresses import is_sample
from daysheet.library import Library
from daysheet.problems import Collector, Place


def remark_on(library: Library, collector: Collector) -> None:
    """Remarks on a session that has passed all checks."""
    delivery = library.delivery
    if delivery is None:
        return
    file = library.files.get(("delivery", delivery.id), "data/delivery.yml")
    if not delivery.address:
        hint = "publish the site first, then write `address: https://...`"
        collector.remark(Place(file), "Without an `address` no sheet carries a QR code", hint)
    elif is_sample(delivery.address):
        hint = "publish the site first, then write its own address"
        collector.remark(Place(file), f"The address {delivery.address} is a sample: its QR codes lead nowhere", hint)
