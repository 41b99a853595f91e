"""Step 3, join: what the shape of a worksheet cannot say: its exhibits and strands, and which sheets stay alone."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from daysheet.load import Loaded
from daysheet.models.blocks_scored import RubricMarks
from daysheet.models.packet import Packet
from daysheet.models.rubric import Rubric
from daysheet.models.worksheet import Worksheet
from daysheet.problems import Collector
from daysheet.reader import Keys
from daysheet.references import Finder, Kinds


def check_sheets(kinds: Kinds, finder: Finder) -> None:
    """Exhibits that are not there, strands that are not the exhibit's, and sheets that a packet asks for and cannot bind."""
    for loaded in kinds["worksheet"]:
        for at, block in enumerate(loaded.record.blocks):
            if block.kind == "exhibit":
                finder.check("exhibit", block.matter, loaded.place("blocks", at, "exhibit"))
            elif block.kind == "rubric":
                _check_rubric(block.matter, ("blocks", at, "rubric"), loaded, finder)
    apart = {each.record.id: each.record for each in kinds["worksheet"] if each.record.is_apart}
    for loaded in kinds["packet"]:
        _check_packet(loaded.record, apart, loaded, finder.collector)


def _check_rubric(marks: RubricMarks, keys: Keys, loaded: Loaded, finder: Finder) -> None:
    place = loaded.place(*keys, "exhibit")
    if not finder.check("exhibit", marks.exhibit, place):
        return
    exhibit = next(each.record for each in finder.kinds["exhibit"] if each.record.id == marks.exhibit)
    if not isinstance(exhibit, Rubric):
        sentence = f"The exhibit `{marks.exhibit}` is of the kind `{exhibit.kind}`, and stages are marked on a `rubric`"
        hint = f"write `- exhibit: {marks.exhibit}` to show it"
        finder.collector.problem(place, sentence, hint)
        return
    known = [strand.id for strand in exhibit.strands]
    for at, strand in enumerate(marks.strands):
        if strand not in known:
            near = difflib.get_close_matches(strand, known, 1, 0.5)
            hint = f"did you mean `{near[0]}`?" if near else "its strands are " + ", ".join(f"`{e}`" for e in known)
            sentence = f"`{strand}` is not a strand of the rubric `{marks.exhibit}`"
            finder.collector.problem(loaded.place(*keys, "strands", at), sentence, hint)


def _check_packet(packet: Packet, apart: Mapping[str, Worksheet], loaded: Loaded, collector: Collector) -> None:
    if packet.audience != "participant":
        return
    for number, entry in enumerate(packet.contents):
        for at, id in enumerate(entry.ids):
            if entry.kind == "worksheets" and id in apart:
                sentence = f"`{id}` is a sheet of the size `{apart[id].sheet.size}`, which cannot be bound with others"
                if apart[id].anonymous:
                    sentence = f"`{id}` is anonymous, and a participants’ packet has an owner"
                hint = "take it out of the list; it is printed as a stack of its own, for the round that uses it"
                collector.problem(loaded.place("contents", number, "worksheets", at), sentence, hint)
