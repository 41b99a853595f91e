"""Softer than problems: what an author may want to know, and what stops nothing."""

from __future__ import annotations

from daysheet.addresses import is_sample
from daysheet.library import Library
from daysheet.packets.editions import IMPOSED
from daysheet.problems import Collector, Place


def remark_on(library: Library, collector: Collector) -> None:
    """Remarks on a session that has passed all checks."""
    delivery = library.delivery
    if delivery is None or not delivery.headcount or delivery.place == "online":
        _on_booklets(library, collector)
    if delivery is None:
        return
    file = library.files.get(("delivery", delivery.id), "data/delivery.yml")
    if not delivery.address:
        hint = "publish the site first, then write `address: https://...`"
        collector.remark(Place(file), "Without an `address` no sheet carries a QR code", hint)
    elif is_sample(delivery.address):
        hint = "publish the site first, then write its own address"
        collector.remark(Place(file), f"The address {delivery.address} is a sample: its QR codes lead nowhere", hint)


def _on_booklets(library: Library, collector: Collector) -> None:
    """Booklets belong to a print run, and there is none."""
    for packet in (each for each in library.packets if set(each.editions) & set(IMPOSED)):
        place = Place(library.files.get(("packet", packet.id), "data/packets"))
        hint = "write the `headcount` into data/delivery.yml, of a delivery that is not online"
        collector.remark(place, f"“{packet.title}” is not made as a booklet, for there is nobody to print for", hint)
