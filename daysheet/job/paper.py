"""The print run, step 7: a document of its own for printing only (no tags), laid out with its style sheets."""

from __future__ import annotations

from typing import Any

from daysheet.layout import Laid, LayoutJob, Style
from daysheet.packets.laying import SHEETS, assets_of, moment_of, styles_of
from daysheet.problems import MachineFault
from daysheet.prose import to_text
from daysheet.render import Renderer
from daysheet.view import View


def lay_out_paper(
    template: str,
    context: dict[str, Any],
    view: View,
    title: str,
    sheets: tuple[str, ...],
    papers: tuple[str, ...],
    more: tuple[Style, ...] = (),
) -> Laid:
    """`templates/job/<template>.html` as pages of these papers; `sheets` are the style sheets, `more` is laid over them.

    Raises: MachineFault where the layout complains, since nothing in it is an author's.
    """
    from daysheet.pdf.lay_out import lay_out

    session = view.library.session
    html = Renderer(view.project, view.spoken).render(
        f"job/{template}.html", title=title, language=session.language, **context
    )
    job = LayoutJob(
        html=html,
        styles=(*styles_of(view, sheets), *more),
        assets=assets_of(view.project),
        title=f"{to_text(session.title)}: {title}",
        lang=session.language,
        papers=papers,
        moment=moment_of(view),
        tagged=False,
    )
    laid = lay_out(job)
    if laid.complaints:
        raise MachineFault(f"{title}: {laid.complaints[0].sentence}")
    return laid


def over_print(*names: str) -> tuple[str, ...]:
    """The style sheets of packets, and these over them."""
    return (*SHEETS, *names)
