"""The print run, first sheet: two rulers of 100 mm, frames near the edge, tones; and on its back, which edge it was turned on."""

from __future__ import annotations

from daysheet.job.binding import the_delivery
from daysheet.job.jobs import PrintJob
from daysheet.job.paper import lay_out_paper
from daysheet.layout import PAPERS, UNCROPPED, WHOLE, Style
from daysheet.view import View

SHEETS = ("styles/tokens.css", "styles/check.css")


def ruler_job(view: View) -> PrintJob:
    """The printer check on the delivery's own paper, so that the frames stand where they say."""
    delivery, title = the_delivery(view), str(view.words["check"]["title"])
    width, height = PAPERS[delivery.paper]
    size = Style("styles/size.css", f"@page {{ size: {width}mm {height}mm }}\n")
    laid = lay_out_paper("check", {"width": width, "height": height}, view, title, SHEETS, (UNCROPPED,), (size,))
    return PrintJob(
        path="printer-check.pdf",
        title=title,
        kind="printer check",
        pages=laid.counts[WHOLE],
        content=laid.files[WHOLE, UNCROPPED],
        size=delivery.paper,
        in_colour=delivery.copier == "colour",
        sides="two",
        flip="long edge",
    )
