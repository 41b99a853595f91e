"""Step 6b to 7: what the layout of a packet is asked for: its styles, pictures, title and date, before anything is fitted."""

from __future__ import annotations

from collections.abc import Mapping

from daysheet.layout import LayoutJob, Stamp, Style
from daysheet.models.packet import Packet
from daysheet.packets.compose import PacketDocument
from daysheet.project import Project
from daysheet.prose import to_text
from daysheet.view import View

SHEETS = ("styles/tokens.css", "styles/components.css", "styles/print.css")
ONE_SIDED = "styles/one-sided.css"
PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp")


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
