"""Steps 6b and 7 for a set of tenets: one poster for the wall, and cards to cut, each with type as large as it fits.

Both are laid out for papers of their own, so no packet holds them. The poster has the union of A3 and Tabloid, the cards
that of A4 and Letter; measures are in mm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, takewhile
from math import inf

from markupsafe import Markup

from daysheet.addresses import live, page_of, typed
from daysheet.citations import author_date
from daysheet.layout import WHOLE, LayoutJob, PageMap, Style
from daysheet.models.tenets import TenetSet
from daysheet.packets.laying import assets_of, moment_of, styles_of
from daysheet.packets.printing import Printed
from daysheet.press.pressing import version_mark
from daysheet.problems import InvalidData, Place, Problem
from daysheet.prose import to_text
from daysheet.qr import qr_svg
from daysheet.render import Renderer
from daysheet.view import View

SHEET_PAPERS = {"poster": ("a3", "tabloid"), "cards": ("a4", "letter")}
"""What is made of every set, and the papers that it is made for."""
CARDS_A_SHEET = 8
ROWS_END = 29.9 + 358.7
"""Where the rows of a poster end."""
CLEAR = 3.0
"""What is left free of a row of a poster, above and below together."""
ROOM_OF_FRONT, ROOM_OF_BACK = 40.0, 46.8
"""How high the words on a card may be."""


@dataclass(frozen=True)
class TenetSheet:
    """A poster or cards, composed; `full` says whether gists (poster) or questions (cards) are shown."""

    kind: str
    set: TenetSet
    view: View
    full: bool = True

    @property
    def version(self) -> str:
        return version_mark(self._html(""))

    @property
    def html(self) -> str:
        return self._html(f"{self.view.words['foot']['version']} {self.version}")

    @property
    def title(self) -> str:
        name = str(self.view.words["sets"][self.kind]).format(title=to_text(self.set.title))
        return f"{name} ({to_text(self.view.library.session.title)})"

    def _html(self, version: str) -> str:
        library = self.view.library
        address = live(library.delivery, page_of("tenets", self.set.id))
        source = author_date(library.sources[self.set.source]) if self.set.source else ""
        numbered = list(enumerate(self.set.tenets, 1))
        return Renderer(self.view.project, self.view.spoken, self._resolve).render(
            f"packets/{self.kind}.html",
            set=self.set,
            title=self.title,
            language=library.session.language,
            qr=Markup(qr_svg(address, to_text(self.set.title))) if address else "",
            address=typed(address),
            source=str(self.view.words["sets"]["after"]).format(source=source) if source else "",
            sheets=[numbered[at : at + CARDS_A_SHEET] for at in range(0, len(numbered), CARDS_A_SHEET)],
            version=version,
            full=self.full,
        )

    def _resolve(self, kind: str, id: str) -> tuple[str, str]:
        """A poster leads nowhere; a work is named."""
        return "", author_date(self.view.library.sources[id]) if kind == "source" else ""

    def job(self, fitted: str, papers: tuple[str, ...] = ()) -> LayoutJob:
        session = self.view.library.session
        sheets = ("styles/tokens.css", f"styles/{self.kind}.css")
        return LayoutJob(
            html=self.html,
            styles=(*styles_of(self.view, sheets), Style("styles/fitted.css", fitted)),
            assets=assets_of(self.view.project),
            title=self.title,
            lang=session.language,
            papers=papers,
            authors=tuple(to_text(host.name) for host in session.hosts),
            moment=moment_of(self.view),
        )


def print_tenet_sheet(kind: str, id: str, view: View) -> tuple[Printed, ...]:
    """The poster or the cards of a set, on each of their papers. Raises: InvalidData for what cannot be printed."""
    from daysheet.pdf.lay_out import lay_out

    sheet, fitted = fit_sheet(TenetSheet(kind, view.library.find("tenets", id), view))
    laid = lay_out(sheet.job(fitted, SHEET_PAPERS[kind]))
    file = view.library.files["tenets", id]
    if laid.complaints:
        said = (f"This cannot be printed as it is: {each.sentence}" for each in laid.complaints)
        raise InvalidData([Problem(Place(file), sentence) for sentence in said])
    return tuple(
        Printed(
            f"tenets/{id}-{kind}-{paper}.pdf",
            kind,
            id,
            to_text(sheet.set.title),
            paper,
            laid.counts[WHOLE],
            content,
            sheet.version,
            (file,),
        )
        for (_, paper), content in laid.files.items()
    )


def fit_sheet(sheet: TenetSheet) -> tuple[TenetSheet, str]:
    """The sheet with the style at which everything fits: smaller type is tried first, then fewer words."""
    from daysheet.pdf.lay_out import lay_out

    fit = _fit_poster if sheet.kind == "poster" else _fit_cards
    most = min(1.6, 10 / len(sheet.set.tenets)) if sheet.kind == "poster" else 1.15
    for full, least in ((True, 0.72 if sheet.kind == "cards" else 0.45), (False, 0.45)):
        sheet = TenetSheet(sheet.kind, sheet.set, sheet.view, full)
        for scale in _scales(most, least):
            size = f".ds-{sheet.kind}{'__rows' if sheet.kind == 'poster' else ''} {{ font-size: {10 * scale:.2f}pt }}\n"
            style, good = fit(lay_out(sheet.job(size)).pages, len(sheet.set.tenets))
            if good:
                return sheet, size + style
    return sheet, size + style


def _scales(most: float, least: float) -> Iterator[float]:
    return takewhile(lambda scale: scale >= least, (most * 0.92**step for step in count()))


def _fit_poster(pages: PageMap, rows: int) -> tuple[str, bool]:
    """All rows of one height, down to the foot, with number and words in its middle."""
    share = (ROWS_END - pages.areas["rows"].y - 1) / rows
    style = f".ds-poster__row {{ height: {share:.2f}mm }}\n"
    tallest = 0.0
    for number in range(1, rows + 1):
        figure, words = (_tallest(pages, [f"row-{number}--{each}"]) for each in ("number", "words"))
        tallest = max(tallest, figure, words)
        style += f"#row-{number}--number {{ top: {(share - figure) / 2:.2f}mm }}\n"
        style += f"#row-{number}--words {{ padding-top: {(share - words) / 2:.2f}mm }}\n"
    return style, tallest + CLEAR <= share and pages.total == 1


def _fit_cards(pages: PageMap, cards: int) -> tuple[str, bool]:
    fronts = _tallest(pages, (f"front-{number}--inner" for number in range(1, cards + 1)))
    backs = _tallest(pages, (f"back-{number}--inner" for number in range(1, cards + 1)))
    return "", fronts <= ROOM_OF_FRONT and backs <= ROOM_OF_BACK


def _tallest(pages: PageMap, names: Iterable[str]) -> float:
    """Without end where one of them was pushed off its page, and so out of sight."""
    return max(pages.areas[name].height if name in pages.areas else inf for name in names)
