"""Step 7, for sheets of half a page: what was laid out stands twice on its paper, with a line to cut along.

The upper half is the laid-out page, tags and all; the lower is a picture of it that no reader's device reads out again.
"""

from __future__ import annotations

from decimal import Decimal

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)

MARKS = ("BDC", "BMC", "EMC", "DP", "MP")
AGAIN = "/DaysheetAgain"
POINTS = 72 / 25.4
CLEAR = 4 * POINTS
"""What the line to cut along leaves free at both edges, in points."""


def add_second(pdf: Pdf) -> list[Object]:
    """Put a copy of each page among its resources; gives the pages' own contents, for `double`."""
    found: list[Object] = []
    for page in pdf.pages:
        copy = pdf.make_stream(_without_marks(page))
        copy.Type, copy.Subtype = Name.XObject, Name.Form
        copy.BBox = page.obj.MediaBox
        copy.Resources = Dictionary(dict(page.obj.Resources.items()))
        objects = page.obj.Resources.get(Name.XObject, Dictionary())
        page.obj.Resources.XObject = Dictionary({**dict(objects.items()), AGAIN: copy})
        contents = page.obj.Contents
        found.append(contents if isinstance(contents, Array) else Array([contents]))
    return found


def _without_marks(page: Page) -> bytes:
    """The drawing of a page without its marks for readers' devices."""
    drawing = [each for each in parse_content_stream(page) if str(each.operator) not in MARKS]
    return unparse_content_stream([each for each in drawing if isinstance(each, ContentStreamInstruction)] or drawing)


def double(
    pdf: Pdf, page: Page, own: Object, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Draw the page, whose half of the paper is `box` (points), and below it its copy; gives the box of the paper."""
    left, bottom, right, top = box
    height = top - bottom
    after = (
        "Q\n/Artifact BMC\n"
        f"q {left:.3f} {bottom - height:.3f} {right - left:.3f} {height:.3f} re W n "
        f"1 0 0 1 0 {-height:.3f} cm {AGAIN} Do Q\n"
        f"q 0.5 w [3 3] 0 d 0.52 0.49 0.46 RG {left + CLEAR:.3f} {bottom:.3f} m {right - CLEAR:.3f} {bottom:.3f} l S Q\n"
        "EMC\n"
    )
    clip = f"q {left:.3f} {bottom:.3f} {right - left:.3f} {height:.3f} re W n\n"
    page.obj.Contents = Array([pdf.make_stream(clip.encode()), *own, pdf.make_stream(after.encode())])
    return left, bottom - height, right, top


def numbers(values: tuple[float, ...]) -> Array:
    """A box as a file holds it, in points."""
    return Array([Decimal(f"{value:.3f}") for value in values])
