"""Step 7, for booklets: pages two on each side of a sheet, in the order in which they are read once it is folded.

Nothing is scaled. The pages keep no tags, links or outline: a booklet is for printing only, and its twin is for reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, Rectangle, String

from daysheet.layout import PAPERS

POINTS = 72 / 25.4
WHITE = 0
"""Stands for a page that there is none of."""


def impose(content: bytes, paper: str, title: str, lang: str) -> bytes:
    """The pages of `content` on sheets of `paper` (a name of `layout.PAPERS`) on their side, to be printed on both sides,
    flipped at the short edge, folded and stitched. Where they are no multiple of four, white pages follow."""
    long, short = sorted((side * POINTS for side in PAPERS[paper]), reverse=True)
    with Pdf.open(BytesIO(content)) as source, Pdf.new() as pdf:
        forms = [pdf.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for left, right in sides(len(forms)):
            page = _side(pdf, long, short)
            for number, middle in ((left, 0.25), (right, 0.75)):
                if number != WHITE:
                    _place(page, forms[number - 1], f"/Page{number}", long * middle, short / 2)
        pdf.Root.Lang = String(lang)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, Duplex=Name.DuplexFlipShortEdge)
        pdf.docinfo[Name.Title] = String(title)
        file = BytesIO()
        pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return file.getvalue()


def sides(pages: int) -> Iterator[tuple[int, int]]:
    """Which pages (from 1) stand left and right on each side of each sheet, from the outermost sheet inwards, front before
    back; `WHITE` beyond the last."""
    last = pages + -pages % 4
    for outer in range(1, last // 2, 2):
        for pair in ((last + 1 - outer, outer), (outer + 1, last - outer)):
            left, right = (number if number <= pages else WHITE for number in pair)
            yield left, right


def _side(pdf: Pdf, width: float, height: float) -> Page:
    box = Array([0, 0, round(width, 3), round(height, 3)])
    page = Dictionary(Type=Name.Page, MediaBox=box, Resources=Dictionary(XObject=Dictionary()))
    pdf.pages.append(Page(pdf.make_indirect(page)))
    return pdf.pages[-1]


def _place(page: Page, form: Object, called: str, x: float, y: float) -> None:
    """Set a page down with its middle at a point, in its own size."""
    name = page.add_resource(form, Name.XObject, Name(called))  # else it is given a name by chance
    left, bottom, right, top = (float(value) for value in form.BBox.as_list())
    half = max(right - left, top - bottom)
    around = Rectangle(x - half, y - half, x + half, y + half)
    page.contents_add(
        page.calc_form_xobject_placement(
            form, name, around, invert_transformations=True, allow_shrink=False, allow_expand=False
        )
    )
