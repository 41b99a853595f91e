"""The editions of a packet: what each is called in the name of a file, and which are read and which are only printed."""

from __future__ import annotations

from collections.abc import Iterator

from daysheet.models.packet import Packet

STANDARD = "standard"
READ = (STANDARD, "large-print", "fillable")
"""Editions for reading: tagged, and handed out beside the site."""
IMPOSED = ("booklet", "small-booklet")
"""Editions for printing only: two pages on each side of a sheet that is folded and stitched."""


def read_editions(packet: Packet) -> Iterator[str]:
    """The editions of a packet that are for reading, in the order of the packet."""
    return (edition for edition in packet.editions if edition in READ)


def suffix(edition: str) -> str:
    """What stands in a file's name before its paper: nothing for the standard edition, `-large-print` for large print."""
    return "" if edition == STANDARD else f"-{edition}"
