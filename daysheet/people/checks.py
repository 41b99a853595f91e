"""Steps 3 and 4 for people: the roster against the delivery, the agenda and the packets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daysheet.handouts import main_packet
from daysheet.library import Library
from daysheet.load import Files, Loaded
from daysheet.models.agenda import Agenda, Round
from daysheet.models.values import Groups
from daysheet.people.grouping import SIZES, seat
from daysheet.people.moves import Moved, resolve_moves
from daysheet.people.person import EDITIONS, Person
from daysheet.people.roster import read_roster, tell_of_people
from daysheet.people.seating import Seating
from daysheet.problems import Collector
from daysheet.project import Project
from daysheet.reader import Keys

MANY_TABLES = 5
"""So many tables that are too full are told one by one."""

NO_PACKETS = (
    "write data/packets/participant.yml and facilitator.yml beside it, as docs/print-run.md shows, with {added}"
)
"""Where the packets are the ones that are made unasked, which have one edition."""


def check_people(project: Project, files: Files, library: Library, collector: Collector) -> Seating:
    """The people of the roster with their tables and groups, nobody without one; what does not fit goes to the collector."""
    delivery = library.delivery
    people = read_roster(project, delivery.id if delivery else "", files.lines, collector)
    tell_of_people(people, collector)
    _check_needs(people, library, collector)
    _check_count(people, files, library, collector)
    room = max(len(people), delivery.headcount if delivery else 0)
    for loaded in files.of("agenda"):
        _check_sizes(loaded, room, collector)
    moves = resolve_moves(files, people, library.rounds, collector)
    if collector.problems:
        return Seating(people)
    seating = seat(people, library, moves)
    _check_targets(moves, seating, collector)
    _check_tables(seating, files, library, collector)
    return seating


def _check_needs(people: Sequence[Person], library: Library, collector: Collector) -> None:
    """An edition that somebody needs and the packet lacks is a problem; a need that paper cannot meet is a remark."""
    packet = main_packet(library)
    offered = packet.editions if packet else ()
    for person in people:
        for need in (need for need in person.needs if need not in EDITIONS):
            hint = "packets can be made for `large print` and `fillable`; see to anything else yourself"
            said = need.replace("-", " ")
            collector.remark(person.place, f"{person.name} needs “{said}”, which is no edition of a packet", hint)
        missing = dict.fromkeys(EDITIONS[need] for need in person.needs if EDITIONS.get(need, "") not in ("", *offered))
        if packet and missing:
            file = library.files.get(("packet", packet.id), "")
            said = " and ".join(each.replace("-", " ") for each in missing)
            sentence = f"{person.name} needs {said}, and the participants’ packet is not made so"
            added = ", ".join(f"`{each}`" for each in missing)
            hint = f"add {added} to `editions` in {file}" if file else NO_PACKETS.format(added=added)
            collector.problem(person.place, sentence, hint)


def _check_targets(moves: Sequence[Moved], seating: Seating, collector: Collector) -> None:
    """A move leads to a group that there is; any table can be called into being."""
    for move in (each for each in moves if each.round_id and each.to):
        names = [group.name for each in seating.of_round(move.round_id) for group in each.groups]
        if move.to not in names:
            known = ", ".join(f"`{name}`" for name in dict.fromkeys(names))
            hint = f"its groups are {known}" if known else "everybody stays at the table or in the team"
            collector.problem(move.place, f"There is no group `{move.to}` in this round", hint)


def _check_tables(seating: Seating, files: Files, library: Library, collector: Collector) -> None:
    """A remark for each table at which more people sit than the delivery says; one for all of them where they are many."""
    delivery = library.delivery
    if delivery is None:
        return
    loaded = next(each for each in files.of("delivery") if each.record.id == delivery.id)
    full = [(name, len(people)) for name, people in seating.tables if len(people) > delivery.table_size]
    told = [f"{_people(count)} sit at table {name}, which is for {delivery.table_size}" for name, count in full]
    if len(full) > MANY_TABLES:
        most = max(count for _, count in full)
        told = [f"At {len(full)} tables sit more than {_people(delivery.table_size)}, up to {most}"]
    for sentence in told:
        collector.remark(
            loaded.place("table_size"), sentence, "move somebody in `data/groups.yml`, or raise `table_size`"
        )


def _check_count(people: Sequence[Person], files: Files, library: Library, collector: Collector) -> None:
    delivery = library.delivery
    if not people or delivery is None or delivery.headcount == len(people):
        return
    loaded = next(each for each in files.of("delivery") if each.record.id == delivery.id)
    if not delivery.headcount:
        if delivery.place != "online":
            sentence = f"The roster holds {_people(len(people))}, and nothing is printed for them without a `headcount`"
            collector.remark(loaded.place(), sentence, f"write `headcount: {len(people)}`")
        return
    sentence = f"The roster holds {_people(len(people))}, and the delivery counts {delivery.headcount}"
    collector.remark(
        loaded.place("headcount"),
        sentence,
        "what is printed with names follows the roster, all else the headcount; when everybody is on it, write their number here",
    )


def _check_sizes(loaded: Loaded, room: int, collector: Collector) -> None:
    """A group that is larger than the room, by delivery and by roster, is a problem."""
    for keys, groups in _groups_in(loaded.record):
        size = groups.size or SIZES.get(groups.name, 0)
        if room and size > room:
            sentence = f"Groups of {size} are larger than the room, which holds {_people(room)}"
            place = loaded.place(*keys, *(("size",) if groups.size else ()))
            collector.problem(place, sentence, "ask for smaller groups, or write `everyone`")


def _groups_in(agenda: Agenda) -> Iterator[tuple[Keys, Groups]]:
    """How rounds and their steps group, each with its keys."""
    for number, part in enumerate(agenda.parts):
        tracks: list[tuple[Keys, tuple[Round, ...]]] = [(("rounds",), part.rounds)] if part.rounds else []
        tracks += [(("tracks", at, "rounds"), track.rounds) for at, track in enumerate(part.tracks)]
        for keys, rounds in tracks:
            for at, round in enumerate(rounds):
                above: Keys = ("parts", number, *keys, at)
                if round.groups:
                    yield (*above, "groups"), round.groups
                for index, step in enumerate(round.steps):
                    if step.groups:
                        yield (*above, "steps", index, "groups"), step.groups


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
