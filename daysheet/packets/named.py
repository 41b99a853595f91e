"""Step 7, for printing only: the participants' packet for each person of the roster, in the order of the stack.

A packet that was laid out once is stamped with every name. Each stack holds one edition: those who need large print have
a stack of their own. Spare packets for walk-ins end the first one, without a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daysheet.handouts import main_packet
from daysheet.job.binding import finishing_of, the_delivery
from daysheet.job.jobs import PrintJob
from daysheet.models.packet import Packet
from daysheet.numbers import NUMBERED
from daysheet.packets.bearers import Names, lay_out_names
from daysheet.packets.marks import beside_title, heads_of, marks_of, needs_leaf
from daysheet.packets.printing import Printed
from daysheet.people.person import LARGE_PRINT, Person
from daysheet.people.seating import Seating, in_order
from daysheet.press.naming import Marks, stack_packets
from daysheet.prose import to_text
from daysheet.view import View

ON_PAPER = ("standard", LARGE_PRINT)
"""Editions that bear names; who asks for another one gets the first of these, and the other beside it."""


@dataclass(frozen=True)
class Pile:
    """The packets of one edition, in the order of the stack: `people` first, then `spares` without a name."""

    packet: Packet
    printed: Printed
    people: tuple[Person, ...]
    spares: int = 0


def named_jobs(view: View, printed: Sequence[Printed], seating: Seating) -> tuple[PrintJob, ...]:
    """One job for each edition that somebody needs; none without a roster. `view` is the facilitator's, `printed` holds the
    packets as they were laid out for reading."""
    if not seating.people:
        return ()
    return tuple(_job(pile, names_of(pile, seating, view), view) for pile in piles_of(view, printed, seating))


def single_packets(view: View, printed: Sequence[Printed], seating: Seating) -> Iterator[tuple[str, bytes]]:
    """Each person's packet as a file of its own, one after another: a safe path below `dist/print/`, and its bytes."""
    width = max(2, len(str(len(seating.people))))
    order = {person.id: at for at, person in enumerate(in_stacking_order(seating.people, main_packet(view.library)), 1)}
    for pile in piles_of(view, printed, seating):
        names = names_of(pile, seating, view)
        leaf = needs_leaf(pile.printed, names, [person.id for person in pile.people])
        for person in pile.people:
            title = view.words["seating"]["single"].format(title=pile.printed.title, name=person.name)
            path = f"named/{order[person.id]:0{width}}-{person.id}.pdf"
            yield path, _stack(pile, [marks_of(pile.printed, names, person.id, leaf)], names, view, title)


def printed_copy(view: View, printed: Printed, packet: Packet) -> bytes:
    """A packet without a name, as it is printed: what is private stands on its cover, where that has room. Its twin for
    reading has nothing of it."""
    names = lay_out_names((), Seating(), view)
    marks = marks_of(printed, names)
    if not marks.patches or needs_leaf(printed, names, ()):
        return printed.content
    return _stack(Pile(packet, printed, ()), [marks], names, view, printed.title, padded=False)


def piles_of(view: View, printed: Sequence[Printed], seating: Seating) -> Iterator[Pile]:
    """The stacks: the edition that most people get first, with the spares; nothing for an edition that nobody needs."""
    packet, delivery = main_packet(view.library), the_delivery(view)
    if packet is None:
        return
    of_packet = (each for each in printed if each.kind == "packet" and each.id == packet.id)
    made = {each.edition: each for each in of_packet if each.paper == delivery.paper and each.edition in ON_PAPER}
    usual = next((edition for edition in packet.editions if edition in made), "")
    for edition in sorted(made, key=lambda edition: edition != usual):
        people = [each for each in seating.people if (each.edition if each.edition in made else usual) == edition]
        if people or edition == usual:
            spares = delivery.walk_ins if edition == usual else 0
            yield Pile(packet, made[edition], tuple(in_stacking_order(people, packet)), spares)


def in_stacking_order(people: Sequence[Person], packet: Packet | None) -> list[Person]:
    """By table and then by name, or by name alone, as the packet says; without tables by name."""
    by_name = sorted(people, key=lambda person: (person.surname.casefold(), person.given.casefold(), person.number))
    if packet and packet.stack == "name":
        return by_name
    return sorted(by_name, key=lambda person: in_order(person.table))


def names_of(pile: Pile, seating: Seating, view: View) -> Names:
    """The names that a stack bears, laid out."""
    large, title = pile.printed.edition == LARGE_PRINT, to_text(view.library.session.title)
    return lay_out_names(pile.people, seating, view, large, beside_title(pile.printed, title))


def _job(pile: Pile, names: Names, view: View) -> PrintJob:
    leaf = needs_leaf(pile.printed, names, [person.id for person in pile.people])
    marks = [marks_of(pile.printed, names, person.id, leaf) for person in pile.people]
    marks += [marks_of(pile.printed, names, "", leaf)] * pile.spares
    packet, two = pile.packet, pile.packet.sides == "two"
    title = view.words["seating"]["named"].format(title=pile.printed.title)
    edition = view.words["job"]["editions"].get(pile.printed.edition, "")
    return PrintJob(
        path=f"named-{packet.id}{'' if pile.printed.edition == 'standard' else f'-{pile.printed.edition}'}.pdf",
        title=f"{title}, {edition}" if edition else title,
        kind="named packets",
        pages=pages_of(pile, leaf) * len(marks),
        content=_stack(pile, marks, names, view, title),
        size=pile.printed.paper,
        spares=pile.spares,
        sets=len(marks),
        in_colour=the_delivery(view).copier == "colour",
        sides=packet.sides,
        flip="long edge" if two else "",
        finishing=finishing_of(packet, pages_of(pile, leaf)),
        edition=pile.printed.edition,
        versions=tuple(
            (f"{span.kind}/{span.id}", span.label, span.version)
            for span in pile.printed.spans
            if span.kind in NUMBERED and span.id
        ),
    )


def pages_of(pile: Pile, leaf: bool) -> int:
    """The pages of one packet: padded to whole sheets, with the leaf before it."""
    if pile.packet.sides == "one":
        return pile.printed.pages + leaf
    return pile.printed.pages + pile.printed.pages % 2 + 2 * leaf


def _stack(pile: Pile, marks: Sequence[Marks], names: Names, view: View, title: str, padded: bool = True) -> bytes:
    two = pile.packet.sides == "two"
    nameless = frozenset(sheet.id for sheet in view.library.worksheets if sheet.anonymous)
    return stack_packets(
        pile.printed.content,
        names.content,
        marks,
        heads_of(pile.printed, two, to_text(view.library.session.title), nameless),
        padded=padded and two,
        title=title,
        lang=view.library.session.language,
    )
