"""What passes through the facilitator's hands in a round: shown from the packet, handed out, collected; each thing once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from daysheet.addresses import FOLDERS, page_of
from daysheet.handouts import HandOut
from daysheet.labels import round_uses
from daysheet.pages.desk import PageDesk
from daysheet.timetable import TimedRound
from daysheet.words import plural

RUN = 3
"""From so many numbers in a row on, first and last are enough."""


@dataclass(frozen=True)
class Hand:
    """A record that a round uses, as a link."""

    kind: str
    number: int | None
    words: str
    address: str


def hands_of(timed: TimedRound, stacks: Sequence[HandOut], desk: PageDesk) -> list[dict[str, Any]]:
    """What the round uses: each `say` (a sentence with `{what}` in it, "" for what everybody holds) and its `links`."""
    view, round = desk.view, timed.round
    apart = {(each.kind, each.id) for each in stacks if each.round_id == round.id}
    held: list[Hand] = []
    given: list[Hand] = []
    for kind, record, words in round_uses(view.library, round, view.spoken):
        hand = Hand(kind, getattr(record, "number", None), words, page_of(kind, record.id))
        (given if (kind, record.id) in apart else held).append(hand)
    groups = (("", held), (desk.words["hand_out"], given), (desk.words["collect"], collected(timed, desk)))
    return [{"say": say, "links": list(in_runs(hands, desk))} for say, hands in groups if hands]


def collected(timed: TimedRound, desk: PageDesk) -> list[Hand]:
    """The sheets that are handed in at the end of a round: it is the last one that uses them."""
    library = desk.view.library
    sheets = [library.find("worksheet", use.id) for use in timed.round.uses if use.kind == "worksheet"]
    return [
        Hand("worksheet", sheet.number, desk.label("worksheet", sheet), page_of("worksheet", sheet.id))
        for sheet in sheets
        if sheet.after == "hand in" and library.rounds_that_use("worksheet", sheet.id)[-1].id == timed.round.id
    ]


def in_runs(hands: Iterable[Hand], desk: PageDesk) -> Iterable[Hand]:
    """The same in its order; three or more of a kind whose numbers follow one another are one, which leads to their list."""
    runs: list[list[Hand]] = []
    for hand in hands:
        last = runs[-1][-1] if runs else None
        if last and hand.number and last.number and (hand.kind, hand.number) == (last.kind, last.number + 1):
            runs[-1].append(hand)
        else:
            runs.append([hand])
    for run in runs:
        if len(run) < RUN:
            yield from run
        else:
            yield _run(run, desk)


def _run(run: Sequence[Hand], desk: PageDesk) -> Hand:
    kind = run[0].kind
    words = str(desk.words["run"]).format(kind=plural(desk.view, kind), first=run[0].number, last=run[-1].number)
    return Hand(kind, None, words, f"{FOLDERS[kind]}/index.html")
