"""The agenda as rows for print: what participants hold, and the run of show on the lectern."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from daysheet.addresses import typed
from daysheet.handouts import HandOut, hand_outs
from daysheet.labels import groups_in_words, label, round_uses
from daysheet.models.agenda import Round
from daysheet.moments import short_when, span_in_words
from daysheet.prose import to_text
from daysheet.spoken import Spoken
from daysheet.timetable import TimedPart, TimedRound, Timetable
from daysheet.view import View


def agenda_parts(view: View) -> list[dict[str, Any]]:
    """The parts of all agendas with a row for each round; see `components/agenda.html` for the keys."""
    timed = [part for table in view.timetables for part in table.parts]
    parts = [_part(part, view, before) for before, part in zip([None, *timed], timed, strict=False)]
    kept = next((part for part in parts if any(row["kept"] and row["time"] for row in part["rows"])), None)
    for part in parts:
        part["key"] = view.words["agenda"]["kept"] if part is kept else ""
    return parts


def _part(timed: TimedPart, view: View, before: TimedPart | None) -> dict[str, Any]:
    rows = []
    for track in timed.tracks:
        for each in track.rounds:
            rows.append({**_row(each, view), "track": track.title})
    day = "" if timed.span and before and before.span == timed.span else day_of(timed, view)
    title = ": ".join(each for each in (day, timed.part.title) if each)
    return {"id": f"agenda--part--{timed.part.id}", "title": title, "rows": tuple(rows)}


def day_of(timed: TimedPart, view: View) -> str:
    """The date of a part, where the delivery has several days, or those of its week; else nothing."""
    if timed.span:
        return span_in_words(timed.span, view.spoken)
    days = len(view.library.delivery.days) if view.library.delivery else 0
    return view.spoken.date(timed.date, "day") if timed.date and days > 1 else ""


def _row(timed: TimedRound, view: View) -> dict[str, Any]:
    round = timed.round
    return {
        "id": f"agenda--{round.id}",
        "time": shown_time(timed, view),
        "title": round.title,
        "note": round.purpose or round.invitation,
        "who": groups_in_words(round, view.spoken) if not round.is_pause else "",
        "length": view.spoken.minutes(timed.minutes or None),
        "kept": timed.anchored,
        "pause": round.is_pause,
        "links": _links(timed, view),
        "uses": _uses(round, view),
    }


def _links(timed: TimedRound, view: View) -> list[tuple[str, str, str]]:
    """Where to go on the web, each with its words, its address and that address as it is typed."""
    links = [(link.title, link.address) for link in timed.round.links]
    if timed.round.join:
        links.append((str(view.words["site"]["join"]), timed.round.join))
    return [(title, address, typed(address)) for title, address in links]


def _uses(round: Round, view: View) -> list[dict[str, Any]]:
    """What the round uses, kind by kind: the word and the numbers. What has no number is named in the room, not here."""
    numbers: dict[str, list[str]] = {}
    for kind, record, _ in round_uses(view.library, round, view.spoken):
        if getattr(record, "number", None):
            numbers.setdefault(str(view.words["names"][kind]), []).append(str(record.number))
    ringed = view.words["names"]["worksheet"]
    return [{"word": word, "numbers": tuple(each), "ringed": word == ringed} for word, each in numbers.items()]


def shown_time(timed: TimedRound, view: View) -> str:
    """The round's time as this audience sees it: every minute, five-minute steps, breaks alone, or none.

    A live event's is always told, with its day: nobody finds it otherwise.
    """
    delivery = view.library.delivery
    if timed.date:
        return short_when(timed, view.spoken)
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
        day = ""
        for part in table.parts:
            before, day = day, day_of(part, view)
            for index, each in enumerate(part.rounds):
                title = day if index == 0 and day != before else ""
                rows.append({**_show_row(each, index == 0, stacks, view), "day": title})
    return rows


def _show_row(timed: TimedRound, first: bool, stacks: tuple[HandOut, ...], view: View) -> dict[str, Any]:
    round = timed.round
    return {
        "start": week_start(timed, view.spoken) or (view.spoken.clock(timed.start) if timed.start else ""),
        "minutes": timed.minutes or "",
        "title": round.title,
        "leads": view.spoken.join(surname(name) for name in round.led_by),
        "hand_out": _hands(round, stacks, view),
        "notes": _note(round),
        "kept": timed.anchored,
        "pause": round.is_pause,
        "first": first,
    }


def week_start(timed: TimedRound, spoken: Spoken) -> str:
    """`Wed 12:00` of a live event, for a narrow column below the dates of its week."""
    if timed.date is None:
        return ""
    return f"{spoken.date(timed.date, 'EEE')} {spoken.clock(timed.start)}".strip()


def moment_of(start: datetime | None, view: View) -> str:
    """`9:00`; where there are several days, with the day, `Thu 22 Mar, 9:00`."""
    delivery = view.library.delivery
    if start is None or delivery is None or delivery.span is None or delivery.span[0] == delivery.span[1]:
        return view.spoken.clock(start)
    return f"{view.spoken.date(start.date(), 'EEE d MMM')}, {view.spoken.clock(start)}"


def collected_at(out: HandOut, view: View) -> str:
    """When a stack is collected: at the end of the last round that uses it, by its title where there are no times."""
    rounds = view.library.rounds_that_use(out.kind, out.id) if out.collected else ()
    timed = [each for table in view.timetables for each in table.rounds if rounds and each.round.id == rounds[-1].id]
    return next((moment_of(each.end, view) if each.end else to_text(each.round.title) for each in timed), "")


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
    """Planned and breaks in minutes, over all agendas; the buffer too where rounds follow one another by the clock."""
    words = view.words["show"]
    tables: tuple[Timetable, ...] = view.timetables
    timed = any(each.start for table in tables for each in table.rounds if each.date is None)
    buffer = [(words["buffer"], sum(table.buffer for table in tables))] if timed else []
    pauses = [(words["pauses"], sum(table.pauses for table in tables))]
    planned = (words["planned"], sum(table.planned for table in tables))
    return [planned, *(pauses if timed or pauses[0][1] else []), *buffer]
