"""Step 7, fit: what a sheet asked for and did not get, with its place in the author's file.

Less space than was asked for is a remark; a block that fits no page, and a sheet that does not fit the pages that it may
have, are problems.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daysheet.filling import Keys, Room
from daysheet.fit import Fitted, Written
from daysheet.models.values import LINE_MM
from daysheet.models.worksheet import Worksheet
from daysheet.problems import Problem, Remark
from daysheet.prose import to_text
from daysheet.reader import Source, read_yaml
from daysheet.view import View

SMALLER = "ask for less, or give the block a page of its own with `break_before: yes`"
SHARED = "ask for less, or let the sheet have one page more"
PART_IT = "part it into two blocks, or ask for less space"


def tell(
    fitted: Fitted, sheet: Worksheet, label: str, blocks: Sequence[Written], view: View
) -> tuple[list[Remark], list[Problem]]:
    """What was not granted, and what cannot be; `label` is what the sheet is called on paper."""
    short = [(room, fitted.rows[room.id]) for block in blocks for room in block.rooms if _lacks(room, fitted)]
    if not (short or fitted.too_tall or fitted.parted or not fitted.pages):
        return [], []
    source = _source(sheet, view)
    label = label.replace("\u00a0", " ")
    hint = SHARED if sheet.sheet.pages else SMALLER
    remarks = [_asked(room, rows, sheet, label, source, hint) for room, rows in short]
    by_id = {block.id: block for block in blocks}
    for id in fitted.parted:
        sentence = f"{label}, {name_of(by_id[id].keys, sheet)}: no page holds it and the block that it should stay with"
        remarks.append(Remark(source.place(by_id[id].keys), sentence))
    return remarks, list(_problems(fitted, sheet, label, blocks, source))


def _problems(
    fitted: Fitted, sheet: Worksheet, label: str, blocks: Sequence[Written], source: Source
) -> Iterator[Problem]:
    for block in blocks:
        if block.id in fitted.too_tall:
            first = block is blocks[0]
            where = "the page below the head of the sheet" if first else "a page"
            sentence = (
                f"{label}, {name_of(block.keys, sheet)} is taller than {where}, even with its spaces at their least"
            )
            yield Problem(source.place(block.keys), sentence, PART_IT)
    if not fitted.pages:
        pages = f"{sheet.sheet.pages} pages" if sheet.sheet.pages > 1 else "one page"
        sentence = f"{label} does not fit on {pages}, even with every space at its least"
        yield Problem(source.place(("sheet", "pages")), sentence, "leave out a block, or let it have one page more")


def _lacks(room: Room, fitted: Fitted) -> bool:
    return fitted.rows.get(room.id, room.rows) < room.rows


def _asked(room: Room, rows: int, sheet: Worksheet, label: str, source: Source, hint: str) -> Remark:
    written = source.data
    for key in room.keys:
        written = written[key] if isinstance(written, dict | list) and _holds(written, key) else ""  # type: ignore[index]
    if isinstance(written, dict):
        written = written.get("natural", "")
    asked = written if isinstance(written, str) and written else f"{room.rows} lines"
    got = f"{rows} line{'s' if rows > 1 else ''}" if "line" in asked else f"{rows * LINE_MM:g} mm"
    sentence = f"{label}, {name_of(room.keys, sheet)}: asked {asked}, got {got}"
    return Remark(source.place(room.keys), sentence, hint)


def _holds(data: dict[str, object] | list[object], key: str | int) -> bool:
    return key in data if isinstance(data, dict) else isinstance(key, int) and key < len(data)


def name_of(keys: Keys, sheet: Worksheet) -> str:
    """What a block or a space of it is called: `prompt 3`, `table`, `box “Goals”`."""
    block = sheet.blocks[int(keys[1])]
    if len(keys) > 3 and block.kind in ("boxes", "columns"):
        matter = block.matter[int(keys[3])]
        if "beside" in keys:
            matter = matter.beside[int(keys[5])]
        return f"column “{to_text(matter.words)}”" if block.kind == "columns" else f"box “{to_text(matter.title)}”"
    alike = [each for each in sheet.blocks if each.kind == block.kind]
    number = next(at for at, each in enumerate(alike, 1) if each is block)
    return f"{block.kind} {number}" if len(alike) > 1 else block.kind


def _source(sheet: Worksheet, view: View) -> Source:
    """The file of a sheet, read again for the places of what it holds."""
    file = view.library.files["worksheet", sheet.id]
    return read_yaml((view.project.root / file).read_bytes(), file)
