"""Slips for the stacks: one for each pile, in order after they are cut."""

from __future__ import annotations

from pathlib import Path

from conftest import view_of
from hypothesis import given
from hypothesis import strategies as st
from paper import texts_of
from test_stacks import FILES

from daysheet.job.slips import Slip, sheets_of, slips_job, slips_of
from daysheet.job.stacks import seats_of, stacks_of
from daysheet.view import View


def slips(view: View) -> tuple[Slip, ...]:
    return slips_of(stacks_of(view, seats_of(view.library)), view)


def test_every_pile_has_a_slip_and_so_have_the_spares(tmp_path: Path) -> None:
    found = slips(view_of(tmp_path, FILES, "facilitator"))
    packets = [(each.place, each.facts) for each in found if each.title == "Packet"]
    assert packets == [
        ("Table 1", ("4 copies",)),
        ("Table 2", ("4 copies",)),
        ("Table 3", ("3 copies",)),
        ("Table 4", ("3 copies",)),
        ("Spares", ("3 copies",)),
    ]


def test_a_slip_says_when_what_on_which_paper_and_when_it_is_collected(tmp_path: Path) -> None:
    slip = next(each for each in slips(view_of(tmp_path, FILES, "facilitator")) if each.title == "Two")
    assert slip == Slip(
        "9:00", "Table 1", "Worksheet\u00a01", "Two", "First", ("1 copy", "yellow"), "Collect at 9:25"
    )  # fmt: skip


def test_what_goes_to_no_table_is_for_the_room(tmp_path: Path) -> None:
    found = slips(view_of(tmp_path, FILES, "facilitator"))
    assert [each.place for each in found if each.title == "Five"] == ["For the room"]


@given(st.integers(1, 60))
def test_four_piles_laid_on_one_another_are_in_order(count: int) -> None:
    numbered = [Slip(str(at), "", "", "", "", (), "") for at in range(count)]
    sheets = sheets_of(numbered)
    piles = [[sheet[quarter] for sheet in sheets] for quarter in range(4)]
    assert [slip for pile in piles for slip in pile if slip] == numbered
    assert len(sheets) == -(-count // 4)


def test_four_slips_stand_on_a_sheet_of_the_delivery(tmp_path: Path) -> None:
    view = view_of(tmp_path, FILES, "facilitator")
    job = slips_job(stacks_of(view, seats_of(view.library)), view)
    assert job is not None
    assert (job.size, job.sides, job.finishing, job.sheets) == ("a4", "one", ("cut in four",), job.pages)
    words = texts_of(job.content)
    assert len(words) == job.pages == -(-len(slips(view)) // 4)
    assert "Table 1" in words[0]
    assert "8:30" in words[0]
