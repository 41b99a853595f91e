"""Step 5, dress: one round of the day as plain data; see `day`. Texts are plain, `start` and `end` seconds of the epoch (null
without a delivery with days), minutes whole, and 0 where they are not known."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from daysheet.addresses import live, page_of, short_of, typed
from daysheet.handouts import HandOut
from daysheet.labels import groups_in_words, label, round_uses
from daysheet.models.agenda import Round, Step
from daysheet.models.values import Groups, Minutes
from daysheet.packets.rows import shown_time
from daysheet.prose import to_text
from daysheet.sections import by_letter
from daysheet.timetable import TimedPart, TimedRound, TimedTrack, turn_minutes
from daysheet.view import View

SAVES = re.compile(r"\(saves (\d+) min(?:utes?)?\)")
"""What `if_short` says that it saves: `Skip the feedback (saves 6 min)`."""
SIZES = {"pairs": 2, "trios": 3, "fours": 4}
Data = dict[str, Any]


def seconds(moment: datetime | None) -> int | None:
    """A moment as seconds of the epoch."""
    return int(moment.timestamp()) if moment else None


def round_data(timed: TimedRound, track: TimedTrack, part: TimedPart, stacks: tuple[HandOut, ...], view: View) -> Data:
    """One round: `called` is what its kind is called, `turn` the minutes of one turn, `track` its track's id ("" for none)."""
    round, date = timed.round, timed.date or part.date
    least, most = _bounds(round, timed.minutes)
    return {
        "id": round.id,
        "kind": round.kind,
        "called": view.words["kinds"][round.kind],
        "title": to_text(round.title),
        "part": part.part.id,
        "part_title": to_text(part.part.title),
        "track": track.id if track.title else "",
        "track_title": to_text(track.title),
        "room": timed.room,
        "date": date.isoformat() if date else "",
        "start": seconds(timed.start),
        "end": seconds(timed.end),
        "time": shown_time(timed, view),
        "minutes": timed.minutes,
        "least": least,
        "most": most,
        "turn": turn_minutes(round),
        "turns": round.turns,
        "between": _step(round.repeat.between, view) if round.repeat and round.repeat.between else None,
        "rotate": round.repeat.rotate if round.repeat else "",
        "stay": round.repeat.stay if round.repeat else "",
        "anchored": timed.anchored or (part.part.starts is not None and timed == track.rounds[0]),
        "pause": round.is_pause,
        **_matter(round, view),
        **(_for_facilitators(round, stacks, view) if view.is_facilitator else {}),
    }


def _matter(round: Round, view: View) -> Data:
    """What the room does, with whom and with what."""
    return {
        "groups": groups_in_words(round, view.spoken),
        "sits": view.spoken.groups(round.groups),
        "group": _group(round.groups),
        "led_by": list(round.led_by),
        "purpose": to_text(round.purpose),
        "invitation": to_text(round.invitation),
        "invitations": [to_text(each) for each in round.repeat.invitations] if round.repeat else [],
        "steps": [_step(each, view) for each in round.steps],
        "roles": [{"name": name, "does": to_text(does)} for name, does in round.roles.items()],
        "letters": [_letter(letter, reads, round, view) for letter, reads in round.letters.items()],
        "stations": _stations(round, view),
        "uses": [
            _use(kind, record, words, view) for kind, record, words in round_uses(view.library, round, view.spoken)
        ],
        "slides": round.slides,
        "if_early": to_text(round.if_early),
    }


def _letter(letter: str, reads: str, round: Round, view: View) -> Data:
    """A letter of a jigsaw, what it reads, and where that begins ("" where no reading has such a part)."""
    readings = [view.library.find("reading", use.id) for use in round.uses if use.kind == "reading"]
    part = next((each for each in by_letter(readings) if each.letter == letter), None)
    address = f"{page_of('reading', part.reading.id)}#{part.anchor}" if part else ""
    return {"letter": letter, "reads": reads, "address": address}


def _step(step: Step, view: View) -> Data:
    minutes = step.minutes
    return {
        "do": to_text(step.do),
        "minutes": minutes.planned if minutes else 0,
        "least": minutes.least if minutes else 0,
        "most": minutes.most if minutes else 0,
        "who": step.who,
        "silent": step.silent,
        "groups": view.spoken.groups(step.groups),
        "group": _group(step.groups),
    }


def _group(groups: Groups | None) -> Data | None:
    """How the room sits: by which word, and how many sit together (0 where the word does not say)."""
    if groups is None:
        return None
    size = groups.size or SIZES.get(groups.name, 0)
    return {"name": groups.name, "size": size, "to": max(size, groups.to)}


def _stations(round: Round, view: View) -> list[Data]:
    if round.stations is None:
        return []
    if round.stations.tenets:
        names = view.library.find("tenets", round.stations.tenets).tenets
        return [{"name": str(number), "topic": to_text(each.name)} for number, each in enumerate(names, 1)]
    return [{"name": name, "topic": topic} for name, topic in round.stations.named.items()]


def _use(kind: str, record: Any, words: str, view: View) -> Data:
    """A record that is used: `label` ("Worksheet 3"), `number` (0 for none), `address` within the site, `typed` from outside."""
    number = getattr(record, "number", None)
    return {
        "kind": kind,
        "id": record.id,
        "number": number or 0,
        "label": words,
        "title": to_text(record.title),
        "address": page_of(kind, record.id),
        "typed": typed(live(view.library.delivery, short_of(kind, record))),
    }


def _for_facilitators(round: Round, stacks: tuple[HandOut, ...], view: View) -> Data:
    """What to say and do, and what passes through the facilitator's hands."""
    notes = round.facilitator
    given = [each for each in stacks if each.round_id == round.id]
    return {
        "say": to_text(notes.say) if notes else "",
        "do": [to_text(each) for each in notes.do] if notes else [],
        "watch_for": [to_text(each) for each in notes.watch_for] if notes else [],
        "if_short": to_text(notes.if_short) if notes else "",
        "if_long": to_text(notes.if_long) if notes else "",
        "materials": [{"name": each.name, "count": each.count, "per": each.per} for each in round.materials],
        "hand_out": [_hand(each.kind, each.id, view, each.copies) for each in given],
        "collect": [
            _hand("worksheet", use.id, view, 0)
            for use in round.uses
            if use.kind == "worksheet" and _is_collected(use.id, round, view)
        ],
    }


def _hand(kind: str, id: str, view: View, copies: int) -> Data:
    record = view.library.find(kind, id)
    return {
        "kind": kind,
        "number": getattr(record, "number", None) or 0,
        "label": label(kind, record, view.spoken),
        "copies": copies,
        "for": getattr(record, "copies", "person"),
        "anonymous": getattr(record, "anonymous", False),
    }


def _is_collected(id: str, round: Round, view: View) -> bool:
    """Whether a sheet is handed in at the end of this round: it is the last one that uses it."""
    last = view.library.rounds_that_use("worksheet", id)[-1]
    return last.id == round.id and view.library.find("worksheet", id).after == "hand in"


def _bounds(round: Round, planned: int) -> tuple[int, int]:
    """The least and the most minutes in all that a round may take: as it says, or as its steps and `if_short` say."""
    turn = round.minutes or Minutes(least=max(1, turn_minutes(round)), most=max(1, turn_minutes(round)))
    steps = [step.minutes for step in round.steps if step.minutes]
    if turn.least == turn.most and steps and len(steps) == len(round.steps):
        turn = Minutes(
            least=min(turn.least, sum(each.least for each in steps)),
            most=max(turn.most, sum(each.most for each in steps)),
        )
    between = round.repeat.between.minutes if round.repeat and round.repeat.between else None
    gaps = round.turns - 1
    least = turn.least * round.turns + (between.least * gaps if between else 0)
    most = turn.most * round.turns + (between.most * gaps if between else 0)
    saved = SAVES.search(round.facilitator.if_short) if round.facilitator else None
    if saved:
        least = min(least, planned - int(saved[1]))
    return (max(1, min(least, planned)), max(most, planned)) if planned else (0, 0)
