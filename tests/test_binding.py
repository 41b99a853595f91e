"""What is too thick for its staple or its stitch is told, and stops nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daysheet.job.binding import STAPLE, STITCH, remarks_on_binding
from daysheet.job.jobs import PrintJob

JOB = PrintJob(
    "p.pdf", "Packet", "packet", 0, b"", "a4", sides="two", finishing=("staple top left",), source="data/p.yml"
)


@pytest.mark.parametrize(
    ("finishing", "sides", "pages", "told"),
    [
        (("staple top left",), "two", 2 * STAPLE, False),
        (("staple top left",), "two", 2 * STAPLE + 1, True),
        (("punch 3 holes", "staple left"), "one", STAPLE + 1, True),
        (("punch 3 holes",), "one", 200, False),
        (("fold and stitch",), "two", 2 * STITCH, False),
        (("fold and stitch",), "two", 2 * STITCH + 1, True),
    ],
)
def test_a_binding_holds_so_many_sheets(finishing: tuple[str, ...], sides: str, pages: int, told: bool) -> None:
    job = replace(JOB, finishing=finishing, pages=pages, sides=sides)
    assert bool(list(remarks_on_binding([job]))) == told


def test_the_remark_names_the_packet_its_sheets_and_its_file() -> None:
    (remark,) = remarks_on_binding([replace(JOB, pages=59)])
    assert remark.place.file == "data/p.yml"
    assert remark.sentence == "“Packet” has 30 sheets, and an ordinary staple holds 25"


def test_of_packets_with_names_each_is_bound_alone() -> None:
    assert not list(remarks_on_binding([replace(JOB, pages=40 * 48, sets=48)]))
    (remark,) = remarks_on_binding([replace(JOB, pages=60 * 48, sets=48)])
    assert "has 30 sheets" in remark.sentence
