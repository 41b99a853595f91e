"""Steps 6b and 7 together: a packet becomes its files, and the hand-outs that are cut from it become theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from daysheet.addresses import live
from daysheet.fit import fit, style_of
from daysheet.layout import WHOLE, Cut, Laid, LayoutJob, Stamp, Style
from daysheet.models.packet import Packet
from daysheet.packets.compose import PacketDocument, compose_packet, record_of
from daysheet.packets.rooms import rooms_of
from daysheet.problems import InvalidData, Place, Problem
from daysheet.project import Project
from daysheet.prose import to_text
from daysheet.sharing import may_share, shares
from daysheet.view import View

SHEETS = ("styles/tokens.css", "styles/components.css", "styles/print.css")
ONE_SIDED = "styles/one-sided.css"
PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp")
FITTED = ("worksheet", "portrait")
"""The kinds of parts whose writing space takes what the page has left."""
DENSITIES = ("", "dense", "densest")
"""How close the run of show is set, tried in turn: as it is; in smaller type; and without notes and lines for after the day."""
CUT_KINDS = {
    "worksheet": "worksheets",
    "reading": "readings",
    "section": "readings",
    "protocol": "protocols",
    "portrait": "portraits",
    "exhibit": "exhibits",
    "tenets": "tenets",
}
"""The kinds that also stand as files of their own, and the folder of each."""


@dataclass(frozen=True)
class Printed:
    """One PDF: where it goes (relative to the site's `pdf/`), what it is, and its bytes."""

    path: str
    kind: str
    id: str
    title: str
    paper: str
    pages: int
    content: bytes
    version: str
    sources: tuple[str, ...]
    edition: str = "standard"


def print_packet(packet: Packet, view: View, cut: frozenset[str] = frozenset()) -> tuple[Printed, ...]:
    """The files of a packet on both papers, and those of the parts (by anchor) that are cut from it.

    Raises: InvalidData where the layout complains of something an author can mend; MachineFault for anything else.
    """
    from daysheet.pdf.lay_out import lay_out

    document, job = fitted(packet, view, cut)
    laid = lay_out(with_cuts(job, document, cut, view))
    _refuse_complaints(laid, document, view)
    _keep_to_budget(laid, packet, view)
    return tuple(_printed(document, laid))


def job_of(document: PacketDocument, view: View) -> LayoutJob:
    """What the layout of a packet needs, without its cuts and before its spaces are fitted."""
    return LayoutJob(
        html=document.html,
        styles=(*styles_of(view), *_one_sided(document.packet, view)),
        assets=assets_of(view.project),
        title=document.title,
        lang=view.library.session.language,
        authors=tuple(to_text(host.name) for host in view.library.session.hosts),
        subject=to_text(view.library.session.question) if view.library.session.question else "",
        moment=moment_of(view),
        stamp=Stamp(
            mirrored=document.packet.sides == "two",
            skip=tuple(part.anchor for part in document.parts if part.kind == "cover"),
        ),
    )


def styles_of(view: View, sheets: tuple[str, ...] = SHEETS) -> tuple[Style, ...]:
    """The style sheets of paper, in order: fonts, tokens, the session's accent, the rest of `sheets`, the project's own."""
    project = view.project
    names = ("fonts/paper.css", sheets[0])
    accent = Style("styles/accent.css", f":root {{ --accent-paper: {view.accent.paper}; }}")
    own = project.root / "templates" / "styles" / "own.css"
    rest = [Style(name, project.find_template(name).read_text("utf-8")) for name in sheets[1:]]
    if own.is_file() and sheets == SHEETS:
        rest.append(Style("styles/own.css", own.read_text("utf-8")))
    return (*(Style(name, project.find_template(name).read_text("utf-8")) for name in names), accent, *rest)


def _one_sided(packet: Packet, view: View) -> tuple[Style, ...]:
    """The style sheet that leaves every page a right-hand page, for a packet that is printed on one side."""
    if packet.sides == "two":
        return ()
    return (Style(ONE_SIDED, view.project.find_template(ONE_SIDED).read_text("utf-8")),)


def assets_of(project: Project) -> Mapping[str, bytes]:
    """Fonts, and the pictures under `content/` by their path there."""
    fonts = sorted(project.find_template("fonts/paper.css").parent.glob("*.ttf"))
    assets = {f"fonts/{path.name}": path.read_bytes() for path in fonts}
    for path in project.content_files():
        if path.suffix.lower() in PICTURES:
            assets[path.relative_to(project.content).as_posix()] = path.read_bytes()
    return assets


def moment_of(view: View) -> int:
    """The date within the files, in seconds since 1970: the first day of the delivery, never today's."""
    starts = [each.start for table in view.timetables for each in table.rounds if each.start]
    return int(min(starts).timestamp()) if starts else 0


def fitted(packet: Packet, view: View, cut: frozenset[str] = frozenset()) -> tuple[PacketDocument, LayoutJob]:
    """The document with its run of show on one page and short exhibits together on one, and its job with the writing
    spaces grown to fill their pages.

    Only the parts that can be fitted are measured; those in `cut` share no page. Raises: InvalidData for a run of show
    that fits no page.
    """
    from daysheet.pdf.lay_out import lay_out

    for density in DENSITIES:
        document = compose_packet(packet, view, density)
        job = job_of(document, view)
        measured = frozenset({"run of show", *FITTED, *(["exhibit"] if may_share(document.parts, cut) else [])})
        some = compose_packet(packet, view, density, only=measured)
        if not some.parts:
            return document, job
        pages = lay_out(replace(job, html=some.html, papers=(), stamp=None)).pages
        show = pages.parts.get("part-run-of-show", (1, 1))
        if show[0] == show[1]:
            break
    else:
        hint = "shorten titles and notes, or part the day into two agendas"
        place = Place(next(iter(document.parts[0].sources), f"data/packets/{packet.id}.yml"))
        raise InvalidData([Problem(place, "The run of show does not fit on one page", hint)])
    following = shares(document.parts, pages, cut)
    if following:
        document = compose_packet(packet, view, density, following=following)
        job = job_of(document, view)
    rooms = {part.anchor: rooms_of(record_of(part.kind, part.id, view)) for part in some.parts if part.kind in FITTED}
    return document, replace(job, styles=(*job.styles, Style("styles/fitted.css", style_of(fit(rooms, pages)))))


def with_cuts(job: LayoutJob, document: PacketDocument, cut: frozenset[str], view: View) -> LayoutJob:
    """The job with the parts of these anchors also cut out, each with a title of its own."""
    session = to_text(view.library.session.title)
    parts = [part for part in document.parts if part.anchor in cut]
    addresses = {part.anchor: live(view.library.delivery, part.path) for part in document.parts if part.path}
    return replace(
        job,
        cuts=tuple(Cut(part.anchor, f"{part.title} ({session})", part.anchor) for part in parts),
        live_addresses={anchor: address for anchor, address in addresses.items() if address},
    )


def _printed(document: PacketDocument, laid: Laid) -> Iterator[Printed]:
    parts = {part.anchor: part for part in document.parts}
    sources = tuple(sorted({source for part in document.parts for source in part.sources}))
    for (cut, paper), content in laid.files.items():
        if cut == WHOLE:
            id, title = document.packet.id, to_text(document.packet.title)
            path, kind, version, made_from = f"{id}-{paper}.pdf", "packet", document.version, sources
        else:
            part = parts[cut]
            id, title, kind, version, made_from = part.id, part.title, part.kind, part.version, part.sources
            path = f"{CUT_KINDS[part.kind]}/{part.id}-{paper}.pdf"
        yield Printed(path, kind, id, title, paper, laid.counts[cut], content, version, made_from)


def _keep_to_budget(laid: Laid, packet: Packet, view: View) -> None:
    pages, budget = laid.counts[WHOLE], packet.page_budget
    if budget and pages > budget:
        place = Place(view.library.files.get(("packet", packet.id), "data/packets"))
        sentence = f"“{to_text(packet.title)}” has {pages} pages, but its `page_budget` is {budget}"
        raise InvalidData([Problem(place, sentence, "leave something out of its contents, or raise the budget")])


def _refuse_complaints(laid: Laid, document: PacketDocument, view: View) -> None:
    """What the layout complains of fails the build."""
    if not laid.complaints:
        return
    parts = document.parts
    packet = view.library.files.get(("packet", document.packet.id), "data/session.yml")
    problems = []
    for complaint in laid.complaints:
        part = next((part for part in parts if complaint.near.startswith((part.anchor, f"{part.id or '-'}--"))), None)
        file = part.sources[0] if part and part.sources else packet
        problems.append(Problem(Place(file), f"This cannot be printed as it is: {complaint.sentence}"))
    raise InvalidData(problems)
