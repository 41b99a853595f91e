"""Step 5, dress: the day as plain data for scripts, JSON-able throughout: what the phone's clock, the room screen and the
facilitator's console run on. What only facilitators see is there in their view alone; nobody of the roster ever is.

day       `title`, `question`, `language`, `zone`, `facilitator` (yes or no), `shown` (rounds, breaks, none), `site` (as it is
          typed), `feedback`, `practical`, `tables`, `days`, `rounds`; for facilitators also `people`, `table_size`, `wifi`,
          `join`
days      each `date`, `start`, `end`, `doors` (seconds of the epoch; doors may be null)
rounds    of all agendas and tracks in their order; see `day_rounds`
"""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

from daysheet.addresses import live, typed
from daysheet.day_rounds import Data, round_data, seconds
from daysheet.handouts import hand_outs
from daysheet.prose import to_text
from daysheet.timetable import at
from daysheet.view import View


def day_of(view: View) -> Data:
    """The day as this audience may know it."""
    session, delivery = view.library.session, view.library.delivery
    stacks = hand_outs(view.library, view.timetables) if view.is_facilitator else ()
    return {
        "title": to_text(session.title),
        "question": to_text(session.question),
        "language": session.language,
        "zone": delivery.timezone if delivery and delivery.span else "",
        "facilitator": view.is_facilitator,
        "shown": delivery.times_shown if delivery and not view.is_facilitator else "rounds",
        "site": typed(live(delivery, "")),
        "feedback": session.feedback,
        "practical": [to_text(each) for each in delivery.practical] if delivery else [],
        "tables": delivery.tables if delivery else 0,
        "days": _days(view),
        "rounds": [
            round_data(timed, track, part, stacks, view)
            for table in view.timetables
            for part in table.parts
            for track in part.tracks
            for timed in track.rounds
        ],
        **(_inside(view) if view.is_facilitator else {}),
    }


def line_of(data: Data) -> list[tuple[int, int, bool]]:
    """The day as a line: start and end of each round in seconds of the epoch, and whether it is a pause. Of tracks side by
    side the first of each part."""
    timed = [each for each in data["rounds"] if each["start"] is not None]
    first: dict[str, str] = {}
    for each in timed:
        first.setdefault(each["part"], each["track"])
    return [(each["start"], each["end"], each["pause"]) for each in timed if each["track"] == first[each["part"]]]


def day_json(data: Data) -> str:
    """The data as JSON that may stand in a `<script type="application/json">`: nothing in it ends the element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _days(view: View) -> list[Data]:
    delivery = view.library.delivery
    if delivery is None:
        return []
    zone = ZoneInfo(delivery.timezone)
    return [
        {
            "date": day.date.isoformat(),
            "start": seconds(at(day.date, day.start, zone)),
            "end": seconds(at(day.date, day.end, zone)),
            "doors": seconds(at(day.date, day.doors, zone)) if day.doors else None,
        }
        for day in delivery.days
    ]


def _inside(view: View) -> Data:
    """Who is expected, and what is for those inside."""
    delivery = view.library.delivery
    private = delivery.private if delivery else None
    return {
        "people": delivery.headcount if delivery else 0,
        "table_size": delivery.table_size if delivery else 0,
        "wifi": private.wifi.model_dump() if private and private.wifi else None,
        "join": private.join.model_dump() if private and private.join else None,
    }
