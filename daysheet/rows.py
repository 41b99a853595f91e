"""The agenda as rows for print: what participants hold, and the run of show on the lectern."""

from __future__ import annotations

import re
from typing import Any

from daysheet.handouts import HandOut, hand_outs
from daysheet.labels import groups_in_words, label, round_uses
from daysheet.models.agenda import Round
from daysheet.prose import to_text
from daysheet.timetable import TimedPart, TimedRound, Timetable
from daysheet.view import View


def agenda_parts(view: View) -> list[dict[str, Any]]:
    """The parts of all agendas with a row for each round; see `components/agenda.html` for the keys."""
    parts = [_part(part, view) for table in view.timetables for part in table.parts]
    kept = next((part for part in parts if any(row["kept"] and row["time"] for row in part["rows"])), None)
    for part in parts:
        part["key"] = view.words["agenda"]["kept"] if part is kept else ""
    return parts


def _part(timed: TimedPart, view: View) -> dict[str, Any]:
    rows = []
    for track in timed.tracks:
        for each in track.rounds:
            rows.append({**_row(each, view), "track": track.title})
    days = len(view.library.delivery.days) if view.library.delivery else 0
    day = f"{view.spoken.date(timed.date, 'day')}: " if timed.date and days > 1 else ""
    title = timed.part.title or (view.words["names"]["agenda"] if day else "")
    return {"id": f"agenda--part--{timed.part.id}", "title": f"{day}{title}", "rows": tuple(rows)}


def _row(timed: TimedRound, view: View) -> dict[str, Any]:
    round = timed.round
    return {
        "id": f"agenda--{round.id}",
        "time": shown_time(timed, view),
        "title": round.title,
        "note": round.purpose or round.invitation,
        "who": groups_in_words(round, view.spoken) if not round.is_pause else "",
        "length": view.spoken.minutes(timed.minutes),
        "kept": timed.anchored,
        "pause": round.is_pause,
        "uses": _uses(round, view),
    }


def _uses(round: Round, view: View) -> list[dict[str, Any]]:
    """What the round uses, kind by kind: the word and the numbers. What has no number is named in the room, not here."""
    numbers: dict[str, list[str]] = {}
    for kind, record, _ in round_uses(view.library, round, view.spoken):
        if getattr(record, "number", None):
            numbers.setdefault(str(view.words["names"][kind]), []).append(str(record.number))
    ringed = view.words["names"]["worksheet"]
    return [{"word": word, "numbers": tuple(each), "ringed": word == ringed} for word, each in numbers.items()]


def shown_time(timed: TimedRound, view: View) -> str:
    """The round's time as this audience sees it: every minute, five-minute steps, breaks alone, or none."""
    delivery = view.library.delivery
    if timed.start is None or delivery is None:
        return ""
    if view.is_facilitator:
        return view.spoken.clock(timed.start)
    shown = delivery.times_shown == "rounds" or (delivery.times_shown == "breaks" and timed.round.is_pause)
    return view.spoken.clock(timed.start, rounded=True) if shown else ""


def show_rows(view: View) -> list[dict[str, Any]]:
    """The run of show; see `components/show.html` for the keys."""
    stacks = hand_outs(view.library, view.timetables)
    rows = []
    for table in view.timetables:
        for part in table.parts:
            for index, each in enumerate(part.rounds):
                rows.append(_show_row(each, index == 0, stacks, view))
    return rows


def _show_row(timed: TimedRound, first: bool, stacks: tuple[HandOut, ...], view: View) -> dict[str, Any]:
    round = timed.round
    return {
        "start": view.spoken.clock(timed.start) if timed.start else "",
        "minutes": timed.minutes,
        "title": round.title,
        "leads": view.spoken.join(surname(name) for name in round.led_by),
        "hand_out": _hands(round, stacks, view),
        "notes": _note(round),
        "kept": timed.anchored,
        "pause": round.is_pause,
        "first": first,
    }


def _hands(round: Round, stacks: tuple[HandOut, ...], view: View) -> list[str]:
    """What is handed out or collected in this round."""
    out = [
        view.words["show"]["out"].format(what=_stack_label(each, view)) for each in stacks if each.round_id == round.id
    ]
    for kind, record, name in round_uses(view.library, round, view.spoken):
        if kind == "worksheet" and record.after == "hand in" and _last_use(record.id, view) == round.id:
            out.append(view.words["show"]["collect"].format(what=name))
    materials = [f"{each.name}" for each in round.materials]
    return out + ([view.spoken.join(materials)] if materials else [])


def surname(name: str) -> str:
    """What a narrow column calls somebody: the last word of the name."""
    return name.split()[-1]


def _stack_label(stack: HandOut, view: View) -> str:
    return label(stack.kind, view.library.find(stack.kind, stack.id), view.spoken)


def _last_use(id: str, view: View) -> str:
    """The round that uses a worksheet last: it is collected there."""
    return view.library.rounds_that_use("worksheet", id)[-1].id


def _note(round: Round) -> str:
    """The first thing that the facilitator does, in one sentence."""
    notes = round.facilitator
    if notes is None:
        return ""
    text = next(iter(notes.do), "") or notes.say
    return first_sentence(text)


def first_sentence(text: str) -> str:
    """The first sentence of a text, as plain words."""
    return re.split(r"(?<=[.?!])\s+(?=[A-Z“\"])", to_text(text), maxsplit=1)[0]


def sums(view: View) -> list[tuple[str, int]]:
    """Planned, breaks and buffer in minutes, over all agendas."""
    words = view.words["show"]
    tables: tuple[Timetable, ...] = view.timetables
    return [
        (words["planned"], sum(table.planned for table in tables)),
        (words["pauses"], sum(table.pauses for table in tables)),
        (words["buffer"], sum(table.buffer for table in tables)),
    ]
