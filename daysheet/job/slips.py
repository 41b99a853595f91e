"""The print run, the slips: one for each pile of each stack, to lay on top; four to a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from daysheet.job.binding import the_delivery
from daysheet.job.jobs import PrintJob
from daysheet.job.paper import lay_out_paper
from daysheet.job.stacks import Stack
from daysheet.layout import WHOLE
from daysheet.packets.rows import moment_of
from daysheet.seats import Share
from daysheet.view import View

SHEETS = ("styles/tokens.css", "styles/stack-slips.css")
A_SHEET = 4


@dataclass(frozen=True)
class Slip:
    """What one slip says: where the pile goes, when, what it is, how much, and what becomes of it."""

    time: str
    place: str
    label: str
    title: str
    round: str
    facts: tuple[str, ...]
    after: str


def slips_of(stacks: Iterable[Stack], view: View) -> tuple[Slip, ...]:
    """The slips, moment by moment, the tables in their order and the spares last."""
    return tuple(_slip(stack, share, view) for stack in stacks for share in _piles(stack, view))


def sheets_of(slips: Sequence[Slip]) -> list[list[Slip | None]]:
    """The slips on sheets of four: the whole pile is cut into quarters, which are in order when laid on one another."""
    count = -(-len(slips) // A_SHEET)
    placed = [slips[at] if at < len(slips) else None for at in range(count * A_SHEET)]
    return [placed[at::count] for at in range(count)]


def slips_job(stacks: Iterable[Stack], view: View) -> PrintJob | None:
    """All slips as one file; None where nothing is handed out."""
    slips, title = slips_of(stacks, view), str(view.words["job"]["slips"])
    if not slips:
        return None
    paper = the_delivery(view).paper
    laid = lay_out_paper("slips", {"sheets": sheets_of(slips)}, view, title, SHEETS, (paper,))
    return PrintJob(
        path="stack-slips.pdf",
        title=title,
        kind="slips of stacks",
        pages=laid.counts[WHOLE],
        content=laid.files[WHOLE, paper],
        size=paper,
        in_colour=the_delivery(view).copier == "colour",
        finishing=("cut in four",),
    )


def after_words(stack: Stack, view: View) -> str:
    """`Collect at 10:35`, or by its round where there are no times; nothing for what people keep."""
    words = view.words["job"]
    if stack.collected:
        return str(words["collect_at"]).format(time=moment_of(stack.collected, view))
    return str(words["collect_in"]).format(round=stack.collect_round) if stack.handed_in else ""


def _piles(stack: Stack, view: View) -> tuple[tuple[str, int], ...]:
    """Where each pile of a stack goes, and how many it holds."""
    words = view.words["job"]
    spares = ((str(words["spares"]), stack.spares),) if stack.spares else ()
    return (*((place_of(share, view), share.copies) for share in stack.shares), *spares)


def place_of(share: Share, view: View) -> str:
    words = view.words["job"]
    return str(words["table"]).format(table=share.table) if share.table else str(words["for_room"])


def _slip(stack: Stack, pile: tuple[str, int], view: View) -> Slip:
    words, (place, count) = view.words["job"], pile
    copies = str(words["slip_copy" if count == 1 else "slip_copies"]).format(count=count)
    return Slip(
        time=moment_of(stack.start, view),
        place=place,
        label=stack.label,
        title=stack.title,
        round=stack.round_title if stack.round_title != stack.title else "",
        facts=(copies, *([stack.tint] if stack.tint else [])),
        after=after_words(stack, view) or str(words["keeps"]),
    )
