"""Which PDFs there will be: every packet, and each hand-out once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from conftest import view_of

from daysheet.packets.plan import files_of, plan, seen_by, title_of
from daysheet.view import View


@pytest.fixture
def view(small: Path) -> View:
    return view_of(small, {})


def test_every_record_stands_in_one_file_of_its_own(view: View) -> None:
    files = Counter(path for task in plan(view) for path, *_ in files_of(task))
    assert set(files.values()) == {1}
    wanted = {f"worksheets/{each.id}-a4.pdf" for each in view.library.worksheets}
    wanted |= {f"readings/{each.id}-letter.pdf" for each in view.library.readings}
    wanted |= {
        "portraits/north-a4.pdf",
        "protocols/look-at-one-anothers-work-a4.pdf",
        "participant-a4.pdf",
        "facilitator-letter.pdf",
    }
    assert wanted <= set(files)


def test_what_no_packet_of_participants_holds_is_laid_out_alone(view: View) -> None:
    alone = [task for task in plan(view) if task.alone and task.packet.contents[0].kind == "worksheets"]
    assert [(task.packet.contents[0].ids, task.audience) for task in alone] == [(("unused",), "participant")]


def test_nothing_is_cut_from_a_packet_of_the_facilitator(view: View) -> None:
    tasks = {task.packet.id: task for task in plan(view)}
    assert tasks["facilitator"].cut == frozenset()
    assert seen_by(tasks["facilitator"]) == "facilitator"
    assert seen_by(tasks["participant"]) == "participant"


def test_the_first_packet_by_name_is_cut(small: Path) -> None:
    other = "title: A\ncontents:\n  - worksheets: [plan]\n"
    tasks = {task.packet.id: task for task in plan(view_of(small, {"data/packets/a.yml": other}))}
    assert tasks["a"].cut == {"part-worksheet-plan"}
    assert "part-worksheet-plan" not in tasks["participant"].cut


def test_an_organisers_packet_is_made_apart(small: Path) -> None:
    other = "title: A\naudience: organiser\ncontents:\n  - worksheets: all\n"
    task = next(each for each in plan(view_of(small, {"data/packets/a.yml": other})) if each.packet.id == "a")
    assert (task.cut, seen_by(task)) == (frozenset(), "facilitator")


def test_files_are_titled_in_plain_words(view: View) -> None:
    assert title_of("worksheet", "plan", view) == "A plan"
    assert title_of("protocol", "look-at-one-anothers-work", view) == "Look at one another’s work"
    assert title_of("packet", "participant", view) == "Participant packet"
