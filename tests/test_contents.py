"""The contents of a packet: a label at the left of every row, and no row for what has no part."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from conftest import view_of
from pypdf import PdfReader

from daysheet.models.packet import Entry, Packet
from daysheet.packets.compose import compose_packet
from daysheet.packets.contents import contents_rows
from daysheet.packets.printing import print_packet

DAY = {
    "data/session.yml": "title: A small day\nhosts:\n  - name: Ada Lovelace\n",
    "data/agendas/day.yml": "title: The morning\nrounds:\n  - title: Talk\n    minutes: 20\n    uses:\n      - worksheet: plan\n",
    "data/worksheets/plan.yml": "title: A plan\nblocks:\n  - prompt: What first?\n",
    "data/tenets/habits.yml": "title: Two habits\ntenets:\n  - name: Ask\n  - name: Listen\n",
}
KINDS = ("run of show", "contents", "agenda", "materials", "hand-outs", "people", "sources")


def packet(*more: Entry, starts: str = "next page") -> Packet:
    entries = (*(Entry.model_validate(kind) for kind in KINDS), *more)
    return Packet(id="x", title="X", audience="facilitator", contents=entries, starts=starts)


def test_every_row_has_a_label_and_a_title_of_its_own(tmp_path: Path) -> None:
    view = view_of(tmp_path, DAY, "facilitator")
    parts = compose_packet(packet(Entry(kind="worksheets", all=True), Entry(kind="tenets", all=True)), view).parts
    rows = {row["label"].replace("\u00a0", " "): row["title"] for row in contents_rows(parts, view)}
    assert rows["Agenda"] == "The morning"
    assert rows["Worksheet 1"] == "A plan"
    assert rows["Tenets"] == "Two habits"
    assert rows["Who leads"] == "Ada Lovelace"
    assert all(label and title and label != title for label, title in rows.items())
    assert "Contents" not in rows


def test_where_nothing_is_handed_out_there_is_no_page_that_says_so(tmp_path: Path) -> None:
    bound = {"data/packets/participant.yml": "title: P\naudience: participant\ncontents:\n  - worksheets: all\n"}
    inside = [
        part.kind for part in compose_packet(packet(), view_of(tmp_path / "a", {**DAY, **bound}, "facilitator")).parts
    ]
    other = {"data/packets/participant.yml": "title: P\naudience: participant\ncontents:\n  - agenda\n"}
    given = [
        part.kind for part in compose_packet(packet(), view_of(tmp_path / "b", {**DAY, **other}, "facilitator")).parts
    ]
    assert ("hand-outs" in inside, "hand-outs" in given) == (False, True)


@pytest.mark.parametrize(("blank", "said"), [("blank", False), ("notes", True)])
def test_a_page_between_two_parts_is_white_or_for_notes(tmp_path: Path, blank: str, said: bool) -> None:
    view = view_of(tmp_path, DAY)
    entries = (Entry(kind="worksheets", all=True), Entry(kind="tenets", all=True))
    bound = Packet(id="x", title="X", contents=entries, starts="right-hand page", blank_pages=blank)
    [whole] = [each for each in print_packet(bound, view) if each.paper == "a4"]
    texts = [each.extract_text().strip() for each in PdfReader(BytesIO(whole.content)).pages]
    assert [bool(text) for text in texts] == [True, said, True]
