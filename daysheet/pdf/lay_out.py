"""Step 7, lay out: one HTML document and its styles become pages, and the pages become files.

A pure function of values, and the only door to the layout engine, of which no object leaves here. The whole is laid out
once; hand-outs are cut from its pages, so that they keep their tags, their outline and the numbers within their part.
What an engine of layout cannot do to a finished file (crops, stamps, repairs) is `press`'s. Importing this module loads
the engine (0.7 s): import it only when something is to be laid out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from daysheet.layout import WHOLE, Area, Cut, FieldWords, Laid, LayoutJob, PageMap
from daysheet.pdf.assets import BASE, AssetFetcher
from daysheet.pdf.engine import HTML, DocumentMetadata
from daysheet.pdf.fields import fields_of
from daysheet.pdf.links import tidy_links, with_links_led_out
from daysheet.pdf.report import Listener
from daysheet.pdf.styles import Prepared, prepare
from daysheet.pdf.tags import finish_tags
from daysheet.press.pressing import Order, press

MM = 25.4 / 96
_one_at_a_time = Lock()  # the engine's fonts and its log are shared by all threads


def lay_out(job: LayoutJob) -> Laid:
    """Lay out `job` and make its files, each cropped to each paper.

    Whatever the engine warns of, and every address it was refused, comes back as a complaint. Raises KeyError for a cut
    or a stamp that names a part which the document does not hold.
    """
    with _one_at_a_time, Listener() as listener:
        fetcher = AssetFetcher(job.assets)
        prepared = prepare(job)
        html = HTML(string=job.html, base_url=BASE, url_fetcher=fetcher)
        document = _render(html, job, prepared)
        dropped = [address for page in document.pages for address in tidy_links(page)]
        pages = _map_pages(document.pages)
        files = _make_files(document, job, pages, fields_of(html.etree_element) if job.fillable else {})
        counts = {WHOLE: pages.total} | {cut.id: _length(pages.parts[cut.part]) for cut in job.cuts}
        refused = (*prepared.refused, *fetcher.refused, *dropped)
        return Laid(files, pages, counts, listener.complaints(prepared.warnings, refused, job))


def _render(html: Any, job: LayoutJob, prepared: Prepared) -> Any:
    document = html.render(
        stylesheets=list(prepared.sheets),
        font_config=prepared.fonts,
        counter_style=prepared.counters,
        pdf_forms=job.fillable,
    )
    document.metadata = _metadata(job, job.title)
    return document


def _metadata(job: LayoutJob, title: str) -> Any:
    # What the HTML says about itself is left aside: an attachment there would be embedded.
    moment = None
    if job.moment is not None:
        moment = datetime.fromtimestamp(job.moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return DocumentMetadata(
        title=title,
        authors=list(job.authors),
        description=job.subject or None,
        generator="Daysheet",
        created=moment,
        modified=moment,
        lang=job.lang,
    )


def _map_pages(pages: Iterable[Any]) -> PageMap:
    areas: dict[str, Area] = {}
    parts: dict[str, tuple[int, int]] = {}
    number = 0
    for number, page in enumerate(pages, start=1):
        for name, (left, top, right, bottom) in page.anchors.items():
            areas.setdefault(name, Area(number, left * MM, top * MM, (right - left) * MM, (bottom - top) * MM))
            parts[name] = (parts.get(name, (number, number))[0], number)
    return PageMap(number, areas, parts)


def _length(part: tuple[int, int]) -> int:
    first, last = part
    return last - first + 1


def _make_files(
    document: Any, job: LayoutJob, pages: PageMap, fields: Mapping[str, FieldWords]
) -> dict[tuple[str, str], bytes]:
    if not job.papers:
        return {}
    files = {}
    skip = _stamped_not(job, pages)
    for paper, content in press(_write(document, job), Order.of_whole(job, skip, fields)).items():
        files[WHOLE, paper] = content
    for cut in job.cuts:
        piece = _cut(document, cut, job, pages.parts[cut.part])
        for paper, content in press(_write(piece, job), Order.of_cut(job, cut, fields)).items():
            files[cut.id, paper] = content
    return files


def _stamped_not(job: LayoutJob, pages: PageMap) -> frozenset[int]:
    """The pages without a number: those of the parts that say so, and those between two parts, which are left white."""
    if job.stamp is None:
        return frozenset()
    skipped = {page for part in job.stamp.skip for page in _range(pages.parts[part])}
    white = set(range(1, pages.total + 1)).difference(*map(_range, pages.parts.values())) if pages.parts else set()
    return frozenset(skipped | white)


def _range(part: tuple[int, int]) -> range:
    return range(part[0], part[1] + 1)


def _cut(document: Any, cut: Cut, job: LayoutJob, part: tuple[int, int]) -> Any:
    first, last = part
    pages = document.pages[first - 1 : last]
    inside = {name for page in pages for name in page.anchors}
    piece = document.copy([with_links_led_out(page, inside, job.live_addresses) for page in pages])
    piece.metadata = _metadata(job, cut.title)
    return piece


def _write(document: Any, job: LayoutJob) -> bytes:
    content: bytes = document.write_pdf(
        zoom=job.zoom,
        finisher=finish_tags if job.tagged else None,
        pdf_variant="pdf/ua-1" if job.tagged else None,
        pdf_forms=job.fillable,
    )
    return content
