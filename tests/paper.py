"""What stands on the pages of a PDF, for tests: texts, sizes, and the ink of a picture."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

POINTS = 72 / 25.4


def texts_of(pdf: bytes | Path) -> list[str]:
    """The text of each page with plain spaces."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    return [" ".join(page.split()) for page in pages]


def sizes_of(pdf: bytes | Path) -> set[tuple[float, float]]:
    """The sizes of the pages in mm, to a tenth."""
    document = pypdfium2.PdfDocument(pdf)
    sizes = (document[at].get_size() for at in range(len(document)))
    return {(round(width / POINTS, 1), round(height / POINTS, 1)) for width, height in sizes}
