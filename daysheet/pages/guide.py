"""Pages for facilitators alone: the run of show, materials by headcount, and hand-outs by moment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from daysheet.handouts import HandOut, hand_outs
from daysheet.materials import Need, roll_up
from daysheet.packets.rows import day_of, first_sentence, moment_of, week_start
from daysheet.pages.desk import MARKED, PageDesk
from daysheet.pages.hands import hands_of
from daysheet.prose import to_text
from daysheet.site import SitePage
from daysheet.timetable import TimedRound, Timetable


def compose_guide(desk: PageDesk) -> Iterator[SitePage]:
    """The three pages; nothing for other audiences, or without an agenda."""
    view = desk.view
    if not view.is_facilitator or not view.timetables:
        return
    stacks = hand_outs(view.library, view.timetables)
    yield desk.page(
        "run-of-show.md",
        desk.words["show"],
        template="run-of-show",
        tables=[
            {"title": table.agenda.title, "total": _total(table, desk), "days": _days(table, stacks, desk)}
            for table in view.timetables
        ],
    )
    yield _materials(desk)
    rows = [_stack(each, desk) for each in stacks]
    line = view.words["hand_outs"]["purpose" if rows else "none"]
    yield desk.page("hand-outs.md", desk.words["hand_outs"], template="index-of", rows=rows, line=line)


def _materials(desk: PageDesk) -> SitePage:
    needs = roll_up(desk.view.library)
    groups = [(name, _needs(needs, name == "comes_back", desk)) for name in ("used_up", "comes_back")]
    filled = [{"id": name, "title": desk.words[name], "needs": rows} for name, rows in groups if rows]
    return desk.page("materials.md", desk.words["materials"], template="materials", line=_counted(desk), groups=filled)


def _total(table: Timetable, desk: PageDesk) -> str:
    spoken = desk.view.spoken
    words = desk.words["total" if table.buffer else "total_tight" if table.pauses else "total_alone"]
    planned, pauses, buffer = (spoken.minutes(each) for each in (table.planned, table.pauses, table.buffer))
    return str(words).format(planned=planned, pauses=pauses, buffer=buffer)


def _days(table: Timetable, stacks: tuple[HandOut, ...], desk: PageDesk) -> list[dict[str, Any]]:
    """The parts with their rows; `title` is the part's, with its date where there are several."""
    found = []
    for part in table.parts:
        title = ": ".join(each for each in (day_of(part, desk.view), to_text(part.part.title)) if each)
        rows = [_row(each, track.title, stacks, desk) for track in part.tracks for each in track.rounds]
        found.append({"title": title, "rows": rows})
    return found


def _row(timed: TimedRound, track: str, stacks: tuple[HandOut, ...], desk: PageDesk) -> dict[str, Any]:
    round, view = timed.round, desk.view
    notes = round.facilitator
    return {
        "start": week_start(timed, view.spoken) or view.spoken.clock(timed.start),
        "minutes": timed.minutes or "",
        "title": round.title,
        "track": to_text(track),
        "address": f"agenda.html#{round.id}",
        "leads": view.spoken.join(round.led_by),
        "hands": hands_of(timed, stacks, desk),
        "notes": first_sentence(next(iter(notes.do), "") or notes.say) if notes else "",
        "kept": timed.anchored,
        "pause": round.is_pause,
    }


def _counted(desk: PageDesk) -> str:
    delivery, words = desk.view.library.delivery, desk.words
    if delivery is None or not delivery.headcount:
        return ""
    words = {**words, "counted": words["counted_online"]} if delivery.place == "online" else words
    counts = {"headcount": delivery.headcount, "walk_ins": delivery.walk_ins, "tables": delivery.tables}
    return str(words["counted"]).format(**counts)


def _needs(needs: tuple[Need, ...], comes_back: bool, desk: PageDesk) -> list[dict[str, Any]]:
    return [
        {
            "before": need.count,
            "title": need.name,
            "line": desk.words["for_rounds"].format(rounds=", ".join(to_text(each) for each in need.rounds)),
            "address": "",
            "number": "",
            "kind": "",
            "said": "",
        }
        for need in needs
        if need.comes_back == comes_back
    ]


def _stack(stack: HandOut, desk: PageDesk) -> dict[str, Any]:
    record = desk.view.library.find(stack.kind, stack.id)
    copies = desk.words["copies"].format(count=stack.copies) if stack.copies else ""
    line = " · ".join(each for each in (to_text(stack.round_title), copies) if each)
    row = desk.row(stack.kind, record, "", line, moment_of(stack.start, desk.view))
    return {**row, "number": stack.number if stack.kind in MARKED else ""}
