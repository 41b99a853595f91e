"""Step 6b to 7: what the layout of a packet is asked for: its styles, pictures, title and date, before anything is fitted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from daysheet.layout import LayoutJob, Stamp, Style
from daysheet.packets.compose import PacketDocument
from daysheet.packets.editions import edition_of
from daysheet.packets.room_parts import ROOM_BODIES, ROOM_STYLES
from daysheet.project import Project
from daysheet.prose import to_text
from daysheet.view import View

SHEETS = ("styles/tokens.css", "styles/components.css", "styles/print.css")
ONE_SIDED = "styles/one-sided.css"
"""Over the others, where a packet is printed on one side: every page is a right-hand page."""
INK_SAVER = "styles/ink-saver.css"
PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp")


def job_of(document: PacketDocument, view: View) -> LayoutJob:
    """What the layout of a packet in its one edition needs, without its cuts and before its spaces are fitted."""
    edition = edition_of(document.packet)
    one_sided, bare = document.packet.sides == "one", ("cover", *ROOM_BODIES)
    room = ROOM_STYLES if any(part.kind in ROOM_BODIES for part in document.parts) else ()
    saving = (INK_SAVER,) if document.packet.ink == "saver" else ()
    over = (*([ONE_SIDED] if one_sided else []), *edition.styles, *room, *saving)
    return LayoutJob(
        html=document.html,
        styles=(*styles_of(view), *_laid_over(over, view)),
        assets=assets_of(view.project),
        title=document.title,
        lang=view.library.session.language,
        authors=tuple(to_text(host.name) for host in view.library.session.hosts),
        subject=to_text(view.library.session.question) if view.library.session.question else "",
        moment=moment_of(view),
        stamp=Stamp(
            size=edition.number * edition.zoom,
            left=18.95 * edition.zoom,
            right=196.95 * edition.zoom,
            baseline=edition.baseline * edition.zoom,
            mirrored=document.packet.sides == "two",
            skip=tuple(part.anchor for part in document.parts if part.kind in bare),
        ),
        tagged=edition.tagged,
        fillable=edition.fillable,
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


def _laid_over(names: tuple[str, ...], view: View) -> Iterator[Style]:
    """Style sheets over those of paper: of one edition, or for a packet whose pages are all right-hand pages."""
    return (Style(name, view.project.find_template(name).read_text("utf-8")) for name in names)


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
