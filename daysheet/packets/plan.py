"""Which PDFs there will be: every packet, and each hand-out once, cut from a participants' packet or laid out alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from daysheet.bound import bound_ids
from daysheet.labels import section_label
from daysheet.models.packet import Entry, Packet
from daysheet.packets.booklets import print_booklet
from daysheet.packets.defaults import packet_of
from daysheet.packets.editions import IMPOSED, STANDARD, read_editions, suffix
from daysheet.packets.printing import CUT_KINDS, Printed, print_packet
from daysheet.packets.sizes import papers_of
from daysheet.prose import to_text
from daysheet.sections import find_section, sections_of
from daysheet.tenet_sheets import SHEET_PAPERS, print_tenet_sheet
from daysheet.view import View

PAPERS = ("a4", "letter")


@dataclass(frozen=True)
class PrintTask:
    """One packet to lay out in one edition, the parts (by anchor) to cut from it, and whether only these are wanted.

    What `makes` names instead of a packet (a poster, cards) is made of the one set of tenets that the packet holds.
    """

    packet: Packet
    audience: str
    cut: frozenset[str]
    alone: bool = False
    makes: str = "packet"
    edition: str = STANDARD
    papers: tuple[str, ...] = PAPERS


def plan(participant: View) -> list[PrintTask]:
    """What to lay out for reading: every packet in each of its editions, and alone what no participants' packet holds.

    A hand-out is cut from the first participants' packet, by file name, that holds it, never from a facilitator's. Where
    one of these is to be filled in on a screen, every worksheet also stands alone in that edition.
    """
    tasks = [
        PrintTask(packet, packet.audience, frozenset(), edition=edition)
        for packet in participant.library.packets
        for edition in read_editions(packet)
    ]
    tasks, cut = _with_cuts(tasks, STANDARD, CUT_KINDS, participant)
    tasks, filled = _with_cuts(tasks, "fillable", ("worksheet",), participant)
    exhibits = _exhibits(participant)
    if exhibits:
        cut |= exhibits.cut
        tasks.append(exhibits)
    for kind in (kind for kind in CUT_KINDS if kind != "section"):
        for id in _ids(kind, participant):
            if f"part-{kind}-{id}" not in cut:
                tasks.append(replace(_alone(kind, id), papers=papers_of(kind, id, participant)))
    if filled:
        ids = _ids("worksheet", participant)
        tasks += [_alone("worksheet", id, "fillable") for id in ids if f"part-worksheet-{id}" not in filled]
    return [*tasks, *_sections(participant), *_tenet_sheets(participant)]


def plan_booklets(participant: View) -> list[PrintTask]:
    """What to lay out for printing only: every packet in each of its editions to fold and stitch."""
    return [
        PrintTask(packet, packet.audience, frozenset(), edition=edition)
        for packet in participant.library.packets
        for edition in packet.editions
        if edition in IMPOSED
    ]


def _with_cuts(
    tasks: list[PrintTask], edition: str, kinds: Iterable[str], view: View
) -> tuple[list[PrintTask], set[str]]:
    """The tasks, those of this edition with what is cut from each; and all that is cut."""
    done, cut = [], set[str]()
    for task in tasks:
        if task.edition == edition and task.audience == "participant":
            anchors = frozenset(_cuttable(task.packet, kinds, view))
            task = replace(task, cut=anchors - cut)
            cut |= anchors
        done.append(task)
    return done, cut


def _alone(kind: str, id: str, edition: str = STANDARD) -> PrintTask:
    anchor = frozenset({f"part-{kind}-{id}"})
    return PrintTask(packet_of(kind, id), "participant", anchor, alone=True, edition=edition)


def _exhibits(view: View) -> PrintTask | None:
    """All exhibits on pages of their own, to be cut out: in a packet two may share a page."""
    ids = _ids("exhibit", view)
    if not ids:
        return None
    packet = Packet(id="exhibits", title="exhibits", contents=(Entry(kind="exhibits", ids=ids),))
    return PrintTask(packet, "participant", frozenset(f"part-exhibit-{id}" for id in ids), alone=True)


def _sections(view: View) -> Iterator[PrintTask]:
    """The parts of each reading that have letters, for who reads only one."""
    for reading in view.library.readings:
        ids = tuple(section.id for section in sections_of(reading))
        if ids:
            packet = Packet(
                id=f"sections-{reading.id}", title=reading.title, contents=(Entry(kind="sections", ids=ids),)
            )
            yield PrintTask(packet, "participant", frozenset(f"part-section-{id}" for id in ids), alone=True)


def _tenet_sheets(view: View) -> Iterator[PrintTask]:
    for tenets in view.library.tenets:
        packet = packet_of("tenets", tenets.id)
        for kind in SHEET_PAPERS:
            yield PrintTask(packet, "participant", frozenset({f"part-{kind}-{tenets.id}"}), alone=True, makes=kind)


def carry_out(task: PrintTask, view: View) -> tuple[Printed, ...]:
    """The files of a task. Raises: InvalidData for what cannot be printed; MachineFault for anything else."""
    if task.makes != "packet":
        return print_tenet_sheet(task.makes, task.packet.contents[0].ids[0], view)
    if task.edition in IMPOSED:
        return print_booklet(task.packet, view, task.edition)
    printed = print_packet(task.packet, view, task.cut, task.edition)
    return tuple(each for each in printed if each.kind != "packet") if task.alone else printed


def _ids(kind: str, view: View) -> tuple[str, ...]:
    if kind == "protocol":
        return tuple(round.id for round in view.library.rounds if round.kind == "protocol")
    return tuple(record.id for record in view.library.of(kind))


def _cuttable(packet: Packet, wanted: Iterable[str], view: View) -> Iterator[str]:
    kinds = {kind if kind == "tenets" else f"{kind}s": kind for kind in wanted if kind != "exhibit"}
    for entry in packet.contents:
        if entry.kind in kinds:
            kind = kinds[entry.kind]
            every = _ids(kind, view) if kind == "protocol" else bound_ids(view.library, kind, packet)
            yield from (f"part-{kind}-{id}" for id in entry.ids or every)


def seen_by(task: PrintTask) -> str:
    """Whose view of the session a task is composed from."""
    return "participant" if task.audience == "participant" else "facilitator"


def files_of(task: PrintTask) -> Iterator[tuple[str, str, str, str]]:
    """The files that a task will make: path below `pdf/`, kind, id and paper."""
    if task.makes != "packet":
        id = task.packet.contents[0].ids[0]
        yield from (
            (f"tenets/{id}-{task.makes}-{paper}.pdf", task.makes, id, paper) for paper in SHEET_PAPERS[task.makes]
        )
        return
    for paper in task.papers:
        if not task.alone:
            yield f"{task.packet.id}{suffix(task.edition)}-{paper}.pdf", "packet", task.packet.id, paper
        for anchor in sorted(task.cut):
            _, kind, id = anchor.split("-", 2)
            yield f"{CUT_KINDS[kind]}/{id}{suffix(task.edition)}-{paper}.pdf", kind, id, paper


def title_of(kind: str, id: str, view: View) -> str:
    """The title of what a PDF holds, in plain words."""
    if kind == "protocol":
        return to_text(next(round.title for round in view.library.rounds if round.id == id))
    if kind == "section":
        section = find_section(view.library.readings, id)
        return f"{section_label(section, view.spoken)}: {to_text(section.title)}"
    return to_text(view.library.find("tenets" if kind in SHEET_PAPERS else kind, id).title)
