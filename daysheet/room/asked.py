"""Steps 3 and 4 for the room: paper that is asked for by name, and that nothing in the session could fill, is a problem."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from daysheet.library import Library
from daysheet.load import Files
from daysheet.models.agenda import Round
from daysheet.models.delivery import Delivery
from daysheet.problems import Collector

Missing = tuple[str, str]
"""What there is none of, and what to do."""
NOBODY = ("nobody is counted", "write the `headcount`, or a roster")


def check_room_paper(files: Files, library: Library, people: int, collector: Collector) -> None:
    """A problem for each kind that the delivery names and the session has nothing for."""
    delivery = library.delivery
    if delivery is None or not delivery.room_paper:
        return
    loaded = next(each for each in files.of("delivery") if each.record.id == delivery.id)
    for at, kind in enumerate(delivery.room_paper):
        if kind in NEEDS and (missing := NEEDS[kind](library, delivery, people)):
            place = loaded.place("room_paper", at)
            why, hint = missing
            collector.problem(place, f"There is nothing to make `{kind}` of: {why}", f"{hint}, or take `{kind}` out")


def _signs(library: Library, delivery: Delivery, _: int) -> Missing | None:
    if any(round.stations for round in library.rounds) or delivery.rooms:
        return None
    return "no round has stations, and the delivery names no rooms", "write `stations` in a round, or `rooms` here"


def _posters(_: Library, delivery: Delivery, __: int) -> Missing | None:
    if delivery.address or delivery.private.wifi:
        return None
    return "the delivery has neither an address nor a wifi", "write `address`, or `wifi` under `private`"


def _counted(_: Library, delivery: Delivery, people: int) -> Missing | None:
    return None if people or delivery.headcount or delivery.walk_ins else NOBODY


def _tables(_: Library, delivery: Delivery, people: int) -> Missing | None:
    if max(people, delivery.headcount) > delivery.table_size:
        return None
    return "there are not two tables", "write `headcount` and `table_size`"


def _sign_in(library: Library, delivery: Delivery, people: int) -> Missing | None:
    if not delivery.days:
        return "the delivery has no days", "write its `days`"
    return _counted(library, delivery, people)


def _certificates(library: Library, delivery: Delivery, people: int) -> Missing | None:
    if not library.session.hosts:
        return "the session has no hosts, who would sign them", "name them under `hosts` in data/session.yml"
    if not library.rounds:
        return "without an agenda there are no hours", "write an agenda"
    return _counted(library, delivery, people)


def _wants(test: Callable[[Round], object], why: str, hint: str) -> Callable[[Library, Delivery, int], Missing | None]:
    """Something that at least one round must have."""
    return lambda library, _, __: None if any(test(round) for round in library.rounds) else (why, hint)


def _is_kept(round: Round) -> bool:
    return not round.is_pause and sum(1 for step in round.steps if step.minutes) > 1


NEEDS: Mapping[str, Callable[[Library, Delivery, int], Missing | None]] = {
    "signs": _signs,
    "posters": _posters,
    "table numbers": _tables,
    "name tents": _counted,
    "badges": _counted,
    "sign-in sheet": _sign_in,
    "certificates": _certificates,
    "slips": _wants(lambda round: round.letters, "no round has letters", "write `letters` in a jigsaw"),
    "timekeeper cards": _wants(_is_kept, "no round has two steps with minutes", "end steps with `(5 min)`"),
    "protocols": _wants(lambda round: round.kind == "protocol", "no round is a protocol", "write `kind: protocol`"),
    "wall agenda": _wants(lambda round: True, "there is no agenda", "write one"),
    "cards": lambda library, _, __: None if library.tenets else ("there are no tenets", "write a set of tenets"),
}
