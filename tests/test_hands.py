"""What passes through the facilitator's hands in a round: each thing once, and long runs in short."""

from __future__ import annotations

from pathlib import Path

from conftest import view_of

from daysheet.handouts import hand_outs
from daysheet.pages.desk import PageDesk
from daysheet.pages.hands import Hand, hands_of, in_runs

FILES = {
    "data/agendas/a.yml": "title: A\nrounds:\n  - id: r\n    title: R\n    minutes: 5\n    uses:\n"
    "      - worksheet: one\n      - reading: text\n",
    "data/worksheets/one.yml": "title: One\nafter: hand in\nblocks:\n  - notes: 3 lines\n",
    "content/readings/text.md": "---\ntitle: A text\n---\n\nWords.\n",
    "data/packets/participant.yml": "title: P\naudience: participant\ncontents:\n  - worksheets\n",
}


def numbered(*numbers: int) -> list[Hand]:
    return [Hand("exhibit", number, f"Exhibit {number}", f"exhibits/e{number}.html") for number in numbers]


def test_what_the_packet_lacks_is_handed_out_and_nothing_is_listed_twice(tmp_path: Path) -> None:
    view = view_of(tmp_path, FILES, "facilitator")
    timed = view.timetables[0].rounds[0]
    hands = hands_of(timed, hand_outs(view.library, view.timetables), PageDesk(view))
    said = [(each["say"], [link.words.replace("\u00a0", " ") for link in each["links"]]) for each in hands]
    assert said == [
        ("", ["Worksheet 1"]),
        ("Hand out: {what}", ["Handout 1"]),
        ("Collect: {what}", ["Worksheet 1"]),
    ]


def test_three_numbers_in_a_row_are_one_that_leads_to_the_list(tmp_path: Path) -> None:
    desk = PageDesk(view_of(tmp_path, FILES, "facilitator"))
    found = [(each.words, each.address) for each in in_runs(numbered(1, 3, 4, 5, 8, 9), desk)]
    assert found == [
        ("Exhibit 1", "exhibits/e1.html"),
        ("Exhibits 3 to 5", "exhibits/index.html"),
        ("Exhibit 8", "exhibits/e8.html"),
        ("Exhibit 9", "exhibits/e9.html"),
    ]
