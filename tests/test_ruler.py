"""The printer check: rulers that measure 100 mm, on the delivery's own paper, and a back that tells how it was turned."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from conftest import view_of
from paper import sizes_of, texts_of

from daysheet.job.ruler import ruler_job


@pytest.mark.parametrize(("paper", "size"), [("a4", (210.0, 297.0)), ("letter", (215.9, 279.4))])
def test_the_check_is_a_sheet_of_the_delivery_s_own_paper(
    tmp_path: Path, paper: str, size: tuple[float, float]
) -> None:
    view = view_of(tmp_path, {"data/delivery.yml": f"headcount: 4\npaper: {paper}\n"}, "facilitator")
    job = ruler_job(view)
    assert sizes_of(job.content) == {size}
    assert (job.size, job.pages, job.sheets, job.flip) == (paper, 2, 1, "long edge")
    front, back = texts_of(job.content)
    assert "100 mm" in front
    assert "upright" in back


def test_both_rulers_measure_100_mm_on_paper(tmp_path: Path) -> None:
    """Seen in a picture: the longest dark run across, and the longest down, but for frames and edges of tones."""
    view = view_of(tmp_path, {"data/delivery.yml": "headcount: 4\n"}, "facilitator")
    scale = 4 / (72 / 25.4)  # four pixels to a mm
    page = pypdfium2.PdfDocument(ruler_job(view).content)[0].render(scale=scale).to_pil().convert("L")
    foot, left = 237 * 4, 24 * 4
    across = max(
        _runs([page.getpixel((x, y)) < 200 for x in range(14 * 4, 190 * 4)]) for y in range(foot - 2, foot + 3)
    )
    down = max(_runs([page.getpixel((x, y)) < 200 for y in range(100 * 4, 240 * 4)]) for x in range(left - 2, left + 3))
    assert abs(across / 4 - 100) < 0.8
    assert abs(down / 4 - 100) < 0.8


def _runs(dark: list[bool]) -> int:
    """The longest run of dark pixels."""
    longest = length = 0
    for each in dark:
        length = length + 1 if each else 0
        longest = max(longest, length)
    return longest
