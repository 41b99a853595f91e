"""The editions of a packet: what each is called in the name of a file, how it is laid out, and which are only printed.

A packet that is laid out has one edition, the first that it names; `in_edition` makes such a packet of one with several.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daysheet.models.packet import Packet
from daysheet.models.values import LINE_MM

STANDARD = "standard"
READ = (STANDARD, "large-print", "fillable")
"""Editions for reading: tagged, and handed out beside the site."""
LARGE = "styles/large-print.css"
SMALL = 139.7 / 215.9
"""The width of a page common to A5 and half Letter against that of others: what is large there is of common size here."""
IMPOSED = ("booklet", "small-booklet")
"""Editions for printing only: two pages on each side of a sheet that is folded and stitched."""


@dataclass(frozen=True)
class Edition:
    """How an edition is laid out.

    `styles` are laid over the style sheets of paper. `line` is the pitch of writing lines, `top` and `height` are those of
    the text area on the laid-out page, in mm; `foot` is how many letters stand in one line at the foot. `number` is the size
    in points, `baseline` in mm the place of the packet's page number. `fillable` makes fields of writing space.
    With `show_flows` the run of show may go over several pages.
    A page as high as `page` (mm) and as wide as all others is laid out, and reduced by `zoom`.
    """

    styles: tuple[str, ...] = ()
    line: float = LINE_MM
    top: float = 24.8
    height: float = 247.4
    foot: int = 100
    number: float = 10.5
    baseline: float = 279.2
    fillable: bool = False
    tagged: bool = True
    show_flows: bool = False
    page: float = 297.0
    zoom: float = 1.0


EDITIONS = {
    STANDARD: Edition(),
    "large-print": Edition((LARGE,), line=12.0, height=244.8, foot=55, show_flows=True, number=18.0, baseline=278.2),
    "fillable": Edition(("styles/fillable.css",), fillable=True),
    "booklet": Edition(tagged=False),
    "small-booklet": Edition(
        (LARGE, "styles/small-booklet.css"),
        line=12.0,
        height=272.3,
        foot=62,
        show_flows=True,
        number=16.0,
        baseline=305.7,
        tagged=False,
        page=210 / SMALL,
        zoom=SMALL,
    ),
}


def in_edition(packet: Packet, edition: str) -> Packet:
    """The packet as laid out in one edition; one to fill in on a screen has no backs."""
    return packet.model_copy(update={"editions": (edition,), **({"sides": "one"} if edition == "fillable" else {})})


def edition_of(packet: Packet) -> Edition:
    """How a packet is laid out."""
    return EDITIONS[packet.editions[0]]


def read_editions(packet: Packet) -> Iterator[str]:
    """The editions of a packet that are for reading, in the order of the packet."""
    return (edition for edition in packet.editions if edition in READ)


def suffix(edition: str) -> str:
    """What stands in a file's name before its paper: nothing for the standard edition, `-large-print` for large print."""
    return "" if edition == STANDARD else f"-{edition}"
