"""Step 7, lay out: sheets of other sizes: half a page, A3 and posters, each a stack of its own, and sheets that lie on
their side.

A sheet of A3 is laid out on a page as wide as all others and enlarged, letters and lines as well; a poster likewise, in
large print. Half a page is laid out once and set twice on its paper, with a line to cut along. Measures in mm of the page
as it is laid out, before it is enlarged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from daysheet.fit import Frame, by_id
from daysheet.layout import UNCROPPED, LayoutJob, Style
from daysheet.models.packet import Packet
from daysheet.packets.bodies import Part
from daysheet.packets.compose import record_of
from daysheet.packets.editions import STANDARD, edition_of
from daysheet.view import View

ENLARGED = 239.4 / 174
"""The text area of A3 and Tabloid against that of A4 and Letter, in width."""
WIDE = "styles/wide.css"
SINGLE = "styles/one-sided.css"
LARGE = ("a3", "tabloid")


@dataclass(frozen=True)
class Size:
    """How a sheet is laid out: on which papers, by which style sheets over those of paper, enlarged how far, set twice on
    its paper or once; its `frame`, that of a sheet on its side, and the width and height of the page."""

    papers: tuple[str, ...] = ("a4", "letter")
    styles: tuple[str, ...] = ()
    zoom: float = 1.0
    twice: bool = False
    frame: Frame = field(default_factory=Frame)
    wide: Frame = field(default_factory=partial(Frame, 22.95, 174.0))
    width: float = 215.9
    height: float = 297.0
    most: int = 0


SIZES = {
    "page": Size(),
    "half": Size(styles=(SINGLE, "styles/half.css"), twice=True, frame=Frame(18.4, 112.7), height=148.5, most=1),
    "A3": Size(
        LARGE, (SINGLE, "styles/a3.css"), ENLARGED, False, Frame(21.73, 270.37), Frame(20.93, 174.0), 215.859, 313.83
    ),
    "poster": Size(
        LARGE,
        ("styles/large-print.css", SINGLE, "styles/a3.css"),
        ENLARGED,
        False,
        Frame(21.73, 270.37, line=12.0),
        Frame(20.93, 174.0, line=12.0),
        215.859,
        313.83,
    ),
}


def size_of(packet: Packet, view: View) -> Size:
    """How the pages of a packet are laid out: as the edition says, or for a sheet alone, as the sheet says."""
    edition = edition_of(packet)
    alone = packet.contents[0].ids if len(packet.contents) == 1 and packet.contents[0].kind == "worksheets" else ()
    if len(alone) == 1 and packet.audience == "participant" and packet.editions[0] == STANDARD:
        return SIZES[view.library.find("worksheet", alone[0]).sheet.size]
    papers = (UNCROPPED,) if edition.zoom != 1 else SIZES["page"].papers
    frame = Frame(edition.top, edition.height, line=edition.line)
    return replace(SIZES["page"], papers=papers, zoom=edition.zoom, frame=frame, height=edition.page)


def sized(job: LayoutJob, size: Size, parts: Sequence[Part], view: View) -> LayoutJob:
    """The job of a packet for pages of this size; the page number of a packet is set only on pages of its own size."""
    wide = (WIDE,) if any(part.style == "wide" for part in parts) else ()
    # an enlarged or halved page is laid over a sheet on its side, and not the other way round
    names = (*wide, *size.styles)
    styles = [Style(name, view.project.find_template(name).read_text("utf-8")) for name in names]
    stamp = job.stamp if size.papers != LARGE and not size.twice else None
    return replace(
        job, styles=(*job.styles, *styles), papers=size.papers, zoom=size.zoom, twice=size.twice, stamp=stamp
    )


def tall(size: Size, parts: Sequence[Part], view: View) -> Style:
    """Sheets on pages so tall that nothing in them is parted."""
    rules = [".ds-block + .ds-block { break-before: auto }"]
    for name, wide in (("tall", False), ("tall-wide", True)):
        sheets = [by_id(part.anchor) for part in parts if part.kind == "worksheet" and (part.style == "wide") == wide]
        across = size.height if wide else size.width
        inset = (size.height - _text_width(size)) / 2 if wide else 0
        sides = f"margin: calc({size.wide.top}mm - 0.5pt) {inset:.3f}mm;" if wide else ""
        if sheets:
            rules.append(f"@page {name} {{ padding-top: 0; size: {across}mm 9000mm; {sides} }}")
            rules.append(f"{', '.join(sheets)} {{ page: {name} }}")
    return Style("styles/tall.css", "\n".join(rules))


def _text_width(size: Size) -> float:
    """The width of the text on a page on its side."""
    return size.height - 2 * (24.8 if size.height == SIZES["page"].height else 21.73)


def papers_of(kind: str, id: str, view: View) -> tuple[str, ...]:
    """The papers that the file of one record is made for."""
    record = record_of(kind, id, view)
    return SIZES[record.sheet.size].papers if kind == "worksheet" else SIZES["page"].papers
