"""The print run, the job ticket: one row for each job in the order of printing, paper in all, the stacks, what else to bring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from daysheet.handouts import LISTS
from daysheet.job.binding import the_delivery
from daysheet.job.jobs import PrintJob
from daysheet.job.paper import lay_out_paper, over_print
from daysheet.job.slips import after_words
from daysheet.job.stacks import Stack
from daysheet.layout import WHOLE
from daysheet.materials import Need, roll_up
from daysheet.packets.covers import dates_of
from daysheet.packets.rows import moment_of
from daysheet.press.pressing import version_mark
from daysheet.prose import to_text
from daysheet.view import View

PACK = 500
"""Sheets in a pack of paper."""


def ticket_job(jobs: Sequence[PrintJob], stacks: Sequence[Stack], view: View) -> PrintJob:
    """The ticket for these jobs, which stand in the order of printing, numbered by their names."""
    delivery, words = the_delivery(view), view.words["job"]
    context = ticket_context(jobs, stacks, view)
    papers = (delivery.paper,)
    laid = lay_out_paper("ticket", context, view, str(words["title"]), over_print("styles/job.css"), papers)
    return PrintJob(
        path="job-ticket.pdf",
        title=str(words["title"]),
        kind="job ticket",
        pages=laid.counts[WHOLE],
        content=laid.files[WHOLE, delivery.paper],
        size=delivery.paper,
        sides="two" if laid.counts[WHOLE] > 1 else "one",
        flip="long edge" if laid.counts[WHOLE] > 1 else "",
    )


def ticket_context(jobs: Sequence[PrintJob], stacks: Iterable[Stack], view: View) -> dict[str, Any]:
    """What `templates/job/ticket.html` shows."""
    delivery, words = the_delivery(view), view.words["job"]
    rows = [
        {**_row(job, view), "section": _section(job, before, view)}
        for before, job in zip([None, *jobs], jobs, strict=False)
    ]
    mark = version_mark(repr(rows))
    tables = str(words["tables" if delivery.walk_ins else "tables_alone"])
    facts = (
        str(words["people"]).format(headcount=delivery.headcount),
        tables.format(tables=delivery.tables, size=delivery.table_size, walk_ins=delivery.walk_ins),
        str(view.words["site"]["papers"][delivery.paper]),
    )
    return {
        "facts": facts,
        "sums": [(words["sums"]["files"], len(jobs)), (words["sums"]["sheets"], sum(job.sheets for job in jobs))],
        "rows": rows,
        "totals": totals_of(jobs, view),
        "stacks": [_stack(each, view) for each in stacks],
        "needs": _needs(roll_up(view.library), view),
        "session": " · ".join(each for each in (to_text(view.library.session.title), dates_of(view)) if each),
        "foot": f"{view.words['foot']['version']} {mark}",
    }


def totals_of(jobs: Iterable[PrintJob], view: View) -> list[tuple[str, str]]:
    """Sheets of each paper, in the order of first use: (`Letter, yellow`, `52 sheets`)."""
    sheets, stocks = dict[str, int](), set[str]()
    for job in jobs:
        name = ", ".join(paper_of(job, view))
        sheets[name] = sheets.get(name, 0) + job.sheets
        stocks |= {name} if job.stock else set()
    return [(name, _sheets(count, view, packs=name not in stocks)) for name, count in sheets.items() if count]


def paper_of(job: PrintJob, view: View) -> tuple[str, ...]:
    """The paper of a job in words: its size, its colour, and its stock where that is not plain."""
    size = str(view.words["site"]["papers"][job.size])
    tint = job.tint or ("" if job.stock else str(view.words["job"]["white"]))
    return tuple(each for each in (size, tint, job.stock) if each)


def sides_of(job: PrintJob, view: View) -> str:
    words = view.words["job"]
    if job.sides == "one":
        return str(words["one_side"])
    return str(words["two_sides"]).format(flip=words["flips"][job.flip or "long edge"])


def _sheets(count: int, view: View, packs: bool) -> str:
    """A count in words, with the packs of plain paper that it takes; card and labels come in packs of all sizes."""
    words, reams = view.words["job"], -(-count // PACK)
    many = "total_sheets" if not packs or count < PACK // 5 else "ream" if reams == 1 else "reams"
    return str(words["total_sheet" if count == 1 else many]).format(sheets=view.spoken.number(count), reams=reams)


def _section(job: PrintJob, before: PrintJob | None, view: View) -> str:
    """What stands above a row that begins another section of the ticket."""
    name = section_of(job)
    if before and section_of(before) == name:
        return ""
    return str(view.words["job"]["sections"].get(name, ""))


def section_of(job: PrintJob) -> str:
    """Which part of the print run a job belongs to: the printer check, packets, hand-outs, or the room's paper."""
    if job.kind == "printer check":
        return job.kind
    if job.kind in ("packet", "named packets", "tables and groups"):
        return "packet"
    return "hand-out" if job.kind in (*LISTS, "slips of stacks") else "room"


def _row(job: PrintJob, view: View) -> dict[str, Any]:
    words = view.words["job"]
    collate = [] if job.pages == 1 or job.copies == 1 else [str(words["collated" if job.collate else "loose"])]
    spares = str(words["spare"]).format(count=job.spares) if job.spares else ""
    sets = str(words["sets"]).format(count=job.sets) if job.sets > 1 else ""
    return {
        "number": job.path.partition("-")[0],
        "title": job.title,
        "file": job.path,
        "copies": job.copies,
        "spares": ", ".join(each for each in (sets, spares) if each),
        "pages": job.pages,
        "paper": ", ".join(paper_of(job, view)),
        "ink": str(words["colour" if job.in_colour else "grey"]),
        "sides": sides_of(job, view),
        "finish": ", ".join([*collate, *job.finishing]),
        "sheets": view.spoken.number(job.sheets),
    }


def _stack(stack: Stack, view: View) -> dict[str, Any]:
    words = view.words["job"]
    counts = list(dict.fromkeys(share.copies for share in stack.shares if share.table))
    return {
        "time": moment_of(stack.start, view),
        "title": ": ".join(each for each in (stack.label, stack.title) if each),
        "round": stack.round_title if stack.round_title != stack.title else "",
        "copies": stack.copies,
        "spares": str(words["spare"]).format(count=stack.spares) if stack.spares else "",
        "each": view.spoken.join([str(count) for count in counts]) if counts else "",
        "paper": stack.tint or words["white"],
        "collect": after_words(stack, view),
    }


def _needs(needs: Iterable[Need], view: View) -> list[tuple[str, list[dict[str, Any]]]]:
    """What is used up, and what comes back, each with how many."""
    words, listed = view.words["job"], list(needs)
    found = []
    for name, comes_back in (("used_up", False), ("comes_back", True)):
        things = [
            {"count": each.count, "name": each.name, "rounds": view.spoken.join([to_text(one) for one in each.rounds])}
            for each in listed
            if each.comes_back == comes_back
        ]
        if things:
            found.append((str(words[name]), things))
    return found
