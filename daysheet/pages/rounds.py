"""A page for each round: what the agenda says of it, open, with the clock of the table's timekeeper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from daysheet.pages.agenda import page_of_round, round_row
from daysheet.pages.desk import PageDesk
from daysheet.site import SitePage
from daysheet.timetable import TimedRound


def compose_rounds(desk: PageDesk) -> Iterator[SitePage]:
    """The pages of all rounds that last some minutes; breaks have none."""
    for table in desk.view.timetables:
        for timed in table.rounds:
            if page_of_round(timed):
                yield _page(timed, desk)


def _page(timed: TimedRound, desk: PageDesk) -> SitePage:
    round, words = timed.round, desk.view.words
    each = round_row(timed, desk)
    said: dict[str, Any] = {name: words["screen"][name] for name in KEPT} | dict(words["keep_time"])
    return desk.page(
        page_of_round(timed).replace(".html", ".md"),
        round.title,
        meta={"day": True},
        template="round",
        each={**each, "uses": [{**use, "address": f"../{use['address']}"} for use in each["uses"]]},
        letters={letter: f"../{address}" for letter, address in each["letters"].items()},
        said=json.dumps(said, ensure_ascii=False),
    )


KEPT = (
    "minute_left",
    "minutes_left",
    "soon",
    "close",
    "over",
    "paused",
    "turn",
    "back",
    "pause",
    "go_on",
    "minute_more",
    "next",
    "spoken",
)
"""Words of the room screen that the timekeeper's clock says too."""
