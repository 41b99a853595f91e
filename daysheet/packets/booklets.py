"""Steps 6b and 7 for a packet as a booklet: filled to whole sheets with pages for notes, and set two pages on a side.

Full size goes on A3 and Tabloid. A small booklet has a layout of its own, on the page that A5 and half Letter share.
"""

from __future__ import annotations

from daysheet.layout import UNCROPPED, WHOLE, Laid
from daysheet.models.packet import Entry, Packet
from daysheet.packets.compose import PacketDocument
from daysheet.packets.editions import in_edition, suffix
from daysheet.packets.fitting import fitted
from daysheet.packets.printing import Printed, refuse_complaints, spans_of
from daysheet.press.imposing import impose
from daysheet.prose import to_text
from daysheet.view import View

PAPERS_OF = {
    "booklet": (("a4", "a3"), ("letter", "tabloid")),
    "small-booklet": ((UNCROPPED, "a4"), (UNCROPPED, "letter")),
}
"""How the pages of a booklet are cropped, and the sheets that they are set on."""
FOLDED = 4
"""Pages on a folded sheet."""
TRIES = 3


def print_booklet(packet: Packet, view: View, edition: str) -> tuple[Printed, ...]:
    """The booklet on each of its papers, every page of a file one side of a sheet.

    Raises: InvalidData where the layout complains of something an author can mend.
    """
    document, laid = _filled(in_edition(packet, edition), view)
    refuse_complaints(laid, document, view)
    title, lang = to_text(packet.title), view.library.session.language
    sources = tuple(sorted({source for part in document.parts for source in part.sources}))
    spans = spans_of(document, laid)
    pages = 2 * -(-laid.pages.total // FOLDED)
    return tuple(
        Printed(
            path=f"{packet.id}{suffix(edition)}-{paper}.pdf",
            kind="packet",
            id=packet.id,
            title=title,
            paper=paper,
            pages=pages,
            content=impose(laid.files[WHOLE, cropped], paper, document.title, lang),
            version=document.version,
            sources=sources,
            edition=edition,
            spans=spans,
        )
        for cropped, paper in PAPERS_OF[edition]
    )


def _filled(packet: Packet, view: View) -> tuple[PacketDocument, Laid]:
    """The packet laid out, with so many pages for notes before its back that the last sheet is full."""
    from daysheet.pdf.lay_out import lay_out

    more = 0
    for _ in range(TRIES):
        document, job = fitted(with_notes(packet, more), view)
        laid = lay_out(job)
        missing = -laid.pages.total % FOLDED
        if not missing:
            break
        more += missing
    return document, laid


def with_notes(packet: Packet, count: int) -> Packet:
    """The packet with so many more pages for notes, before its back page if it has one."""
    if not count:
        return packet
    notes = Entry(kind="notes", ids=tuple(f"more-{number}" for number in range(1, count + 1)))
    *body, last = packet.contents
    contents = (*body, notes, last) if last.kind == "back" else (*packet.contents, notes)
    return packet.model_copy(update={"contents": contents})
