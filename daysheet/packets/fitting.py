"""Step 7, fit: a packet is measured once, and its writing spaces take what their pages have left.

Sheets are measured on one tall page each, everything else on the pages that it will have; all in one layout. What a sheet
could not be given is told by `packets.granting`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from daysheet.fit import Fitted, Frame, by_id, fit_sheet, lines_left, style_of
from daysheet.layout import LayoutJob, PageMap, Style
from daysheet.models.packet import Packet
from daysheet.models.rubric import Rubric
from daysheet.models.worksheet import Worksheet
from daysheet.packets.bodies import Part
from daysheet.packets.compose import Dressed, PacketDocument, dress_packet, put_together, record_of
from daysheet.packets.editions import STANDARD, edition_of
from daysheet.packets.granting import tell
from daysheet.packets.laying import job_of
from daysheet.packets.rooms import blocks_of, rest_room, talk_room
from daysheet.packets.sizes import Size, size_of, sized, tall
from daysheet.problems import InvalidData, Place, Problem, Remark
from daysheet.sharing import may_share, shares
from daysheet.view import View

DENSITIES = ("", "dense", "densest")
"""How close the run of show is set, tried in turn: as it is; in smaller type; and without notes and lines for after the day."""


def fitted(packet: Packet, view: View, cut: frozenset[str] = frozenset()) -> tuple[PacketDocument, LayoutJob]:
    """The document with its run of show on one page and short exhibits together on one, and its job with the writing
    spaces fitted to their pages; the document's remarks tell what could not be granted.

    Only the parts that can be fitted are measured; those in `cut` share no page. Raises: InvalidData for a run of show
    that fits no page, and for a sheet that cannot have what it must have.
    """
    dressed, pages = measured(packet, view, cut)
    size = size_of(packet, view)
    if pages is None:
        document = put_together(dressed)
        return document, sized(job_of(document, view), size, dressed.parts, view)
    styles, remarks = _fit_parts(dressed, pages, size, view)
    document = replace(put_together(dressed, following=shares(dressed.parts, pages, cut)), remarks=remarks)
    job = sized(job_of(document, view), size, dressed.parts, view)
    return document, replace(job, styles=(*job.styles, Style("styles/fitted.css", styles)))


def measured(packet: Packet, view: View, cut: frozenset[str]) -> tuple[Dressed, PageMap | None]:
    """The dressed packet, its run of show as close as one page asks for, and the boxes of its parts that can be fitted;
    None where it has none."""
    for density in DENSITIES:
        dressed = dress_packet(packet, view, density)
        pages = measure(dressed, _worth_measuring(dressed.parts, cut))
        show = pages.parts.get("part-run-of-show", (1, 1)) if pages else (1, 1)
        if show[0] == show[1] or edition_of(packet).show_flows:
            return dressed, pages
    hint = "shorten titles and notes, or part the day into two agendas"
    place = Place(next(iter(dressed.parts[0].sources), f"data/packets/{packet.id}.yml"))
    raise InvalidData([Problem(place, "The run of show does not fit on one page", hint)])


def _worth_measuring(parts: Iterable[Part], cut: frozenset[str]) -> frozenset[str]:
    parts = tuple(parts)
    kinds = {"portrait", "run of show", "sources", *(["exhibit"] if may_share(parts, cut) else [])}
    return frozenset(part.anchor for part in parts if part.kind in kinds or _is_written_on(part))


def _is_written_on(part: Part) -> bool:
    """A facilitator's copy of a worksheet is read, and flows over its pages as it comes."""
    return part.kind == "worksheet" and part.style != "guide"


def measure(dressed: Dressed, anchors: frozenset[str]) -> PageMap | None:
    """The boxes of these parts, each sheet on a tall page of its own; None for no parts."""
    from daysheet.pdf.lay_out import lay_out

    if not anchors:
        return None
    view, size = dressed.view, size_of(dressed.packet, dressed.view)
    job = sized(job_of(put_together(dressed, only=anchors), view), size, dressed.parts, view)
    styles = (*job.styles, tall(size, dressed.parts, view))
    return lay_out(replace(job, styles=styles, papers=(), stamp=None)).pages


def _fit_parts(dressed: Dressed, pages: PageMap, size: Size, view: View) -> tuple[str, tuple[Remark, ...]]:
    """The style sheet of everything that is fitted, and what could not be granted. Raises: InvalidData."""
    styles, remarks, problems = [], list[Remark](), list[Problem]()
    for part in dressed.parts:
        if _is_written_on(part) and part.anchor in pages.parts:
            style, soft, hard = _fit_sheet(part, dressed.packet, pages, size, view)
            styles.append(style)
            remarks += soft
            problems += hard
        elif part.kind == "portrait" and part.anchor in pages.parts:
            styles.append(_talk(part, pages, size.frame, view))
        elif part.kind == "sources" and f"{part.anchor}--rest" in pages.areas:
            styles.append(notes_below(part.anchor, pages, size.frame))
    if problems:
        raise InvalidData(problems)
    return "\n".join(styles), tuple(remarks)


def _fit_sheet(
    part: Part, packet: Packet, pages: PageMap, size: Size, view: View
) -> tuple[str, list[Remark], list[Problem]]:
    """The style sheet of one worksheet, and what it lacks; only the standard edition is owed anything."""
    sheet: Worksheet = record_of(part.kind, part.id, view)
    owed = packet.editions[0] == STANDARD
    most = (sheet.sheet.pages or size.most) if owed else 0
    rubrics = {each.id: each for each in view.library.exhibits if isinstance(each, Rubric)}
    blocks = blocks_of(sheet, rubrics, scanty=not owed or most > 0)
    frame = size.wide if part.style == "wide" else size.frame
    outcome = fit_sheet(blocks, pages.areas, pages.areas[f"{part.anchor}--end"].y, frame, most)
    style = style_of(outcome, (room for block in blocks for room in block.rooms))
    return (style, *(tell(outcome, sheet, part.label, blocks, view) if owed else ([], [])))


def _talk(part: Part, pages: PageMap, frame: Frame, view: View) -> str:
    """The lines under the questions of a portrait take what its last page has left."""
    rooms = talk_room(record_of(part.kind, part.id, view))
    end = pages.areas[f"{part.anchor}--end"]
    rows = {
        room.id: lines_left(room, end, frame)
        for room in rooms
        if room.id in pages.areas and pages.areas[room.id].page == end.page
    }
    return style_of(Fitted(rows), rooms)


def notes_below(anchor: str, pages: PageMap, frame: Frame) -> str:
    """The lines for notes below the list of sources take what its page has left; none where the list fills it."""
    room, end, works = rest_room(anchor), pages.areas[f"{anchor}--end"], pages.areas[f"{anchor}--works"]
    if works.page != end.page or works.y + works.height > end.y:
        return f"{by_id(anchor)}--rest {{ display: none }}"
    return style_of(Fitted({room.id: lines_left(room, end, frame)}), [room])
