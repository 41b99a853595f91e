"""The room's paper as files of the print run: one job for each kind, laid out for the delivery's paper or its own sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from daysheet.citations import author_date
from daysheet.job.jobs import PrintJob
from daysheet.layout import WHOLE, Laid, LayoutJob, Style
from daysheet.packets.defaults import packet_of
from daysheet.packets.laying import assets_of, moment_of, styles_of
from daysheet.packets.printing import print_packet
from daysheet.problems import InvalidData, Place, Problem
from daysheet.prose import to_text
from daysheet.render import Renderer
from daysheet.room.setting import Attendee, Room, RoomSheet
from daysheet.room.sheets import MAKERS, dress, wanted
from daysheet.room.timekeeping import group_count
from daysheet.tenet_sheets import SHEET_PAPERS, print_tenet_sheet
from daysheet.view import View

FOLDER = "room"
STYLES = ("styles/tokens.css", "styles/room-sizes.css", "styles/room.css")


def room_jobs(
    view: View,
    people: Sequence[Attendee] = (),
    letters: Mapping[str, Mapping[str, str]] | None = None,
    paper: str = "",
    groups: Mapping[str, str] | None = None,
) -> tuple[PrintJob, ...]:
    """The room's paper that the delivery wants, in the order of use. Without a delivery there is none.

    `view` is the facilitator's, who may print what is private. `people` are those of the roster, in any order; `letters`
    says by the id of a person, then of a round, the letter in a jigsaw; `groups` what a badge says of a person's group;
    `paper` (`a4`, `letter`) stands in for the delivery's. Raises: InvalidData for what cannot be printed.
    """
    if view.library.delivery is None:
        return ()
    if paper:
        library = replace(view.library, delivery=view.library.delivery.model_copy(update={"paper": paper}))
        view = replace(view, library=library)
    room = Room(view, tuple(people), letters or {}, groups or {})
    return tuple(job for kind in wanted(view.library) for job in _jobs(kind, room))


def _jobs(kind: str, room: Room) -> Iterator[PrintJob]:
    if kind == "cards":
        yield from _cards(room)
    elif kind == "protocols":
        yield from _protocols(room)
    else:
        yield from (_print(sheet, room) for sheet in MAKERS[kind](room))


def _print(sheet: RoomSheet, room: Room) -> PrintJob:
    from daysheet.pdf.lay_out import lay_out

    paper = sheet.paper or room.delivery.paper
    job, version = job_of_sheet(sheet, room, paper)
    laid = lay_out(job)
    _refuse_complaints(laid, sheet, room)
    return PrintJob(
        path=f"{FOLDER}/{sheet.name}.pdf",
        title=sheet.title,
        kind=sheet.kind,
        pages=laid.pages.total,
        content=laid.files[WHOLE, paper],
        size=paper,
        copies=sheet.copies,
        spares=sheet.spares,
        sets=sheet.sets,
        stock=sheet.stock,
        in_colour=room.delivery.copier == "colour",
        sides=sheet.sides,
        finishing=sheet.finishing,
        versions=((f"{FOLDER}/{sheet.name}", sheet.title, version),),
    )


def job_of_sheet(sheet: RoomSheet, room: Room, paper: str) -> tuple[LayoutJob, str]:
    """What the layout of one sheet needs, and its version mark."""
    view = room.view
    session = view.library.session
    renderer = Renderer(view.project, view.spoken, lambda kind, id: _named(kind, id, view))
    body, version = dress(sheet, renderer, room)
    html = renderer.render(
        "room/document.html",
        title=f"{sheet.title} ({room.title})",
        language=session.language,
        body=body,
        page=sheet.page,
    )
    styles = styles_of(view, STYLES)
    job = LayoutJob(
        html=html,
        styles=(*styles, Style("styles/labels.css", sheet.style)) if sheet.style else styles,
        assets=assets_of(view.project),
        title=f"{sheet.title} ({room.title})",
        lang=session.language,
        papers=(paper,),
        authors=tuple(to_text(host.name) for host in session.hosts),
        moment=moment_of(view),
        tagged=False,
    )
    return job, version


def _named(kind: str, id: str, view: View) -> tuple[str, str]:
    """Paper of the room leads nowhere; a work is named."""
    return "", author_date(view.library.sources[id]) if kind == "source" else ""


def _refuse_complaints(laid: Laid, sheet: RoomSheet, room: Room) -> None:
    if laid.complaints:
        file = room.view.library.files.get(("delivery", room.delivery.id), "data/delivery.yml")
        said = (f"{sheet.title} cannot be printed as it is: {each.sentence}" for each in laid.complaints)
        raise InvalidData([Problem(Place(file), sentence) for sentence in said])


def _cards(room: Room) -> Iterator[PrintJob]:
    """The cards of each set of tenets, one set for each table."""
    papers = SHEET_PAPERS["cards"]
    for tenets in room.view.library.tenets:
        printed = print_tenet_sheet("cards", tenets.id, room.view)
        each = next(one for one, paper in zip(printed, papers, strict=True) if paper == room.delivery.paper)
        title = str(room.view.words["sets"]["cards"]).format(title=each.title)
        yield PrintJob(
            path=f"{FOLDER}/cards-{tenets.id}.pdf", title=title, kind="cards", pages=each.pages,
            content=each.content, size=each.paper, copies=max(1, len(room.tables)), stock="card",
            in_colour=room.delivery.copier == "colour", sides="two", flip="long edge", finishing=("cut at the marks",),
            versions=((f"tenets/{tenets.id}", title, each.version),),
        )  # fmt: skip


def _protocols(room: Room) -> Iterator[PrintJob]:
    """The sheet of each protocol, one for each group."""
    for timed in (each for table in room.view.timetables for each in table.rounds if each.round.kind == "protocol"):
        packet = packet_of("protocol", timed.round.id).model_copy(update={"sides": "one"})
        participant = replace(room.view, audience="participant")
        printed = print_packet(packet, participant, frozenset({f"part-protocol-{timed.round.id}"}))
        each = next(one for one in printed if one.kind == "protocol" and one.paper == room.delivery.paper)
        yield PrintJob(
            path=f"{FOLDER}/protocol-{each.id}.pdf", title=each.title, kind="protocols",
            pages=each.pages, content=each.content, size=each.paper, copies=group_count(timed, room),
            in_colour=room.delivery.copier == "colour", versions=((f"protocol/{each.id}", each.title, each.version),),
        )  # fmt: skip
