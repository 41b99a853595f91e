"""What a reference names is found, or told with the nearest there is."""

# ruff: noqa: E501  samples stand on one line
from __future__ import annotations

from pathlib import Path

import pytest
from conftest import checked, library_of, record_of

from daysheet.models.worksheet import Worksheet
from daysheet.references import LINK, records_of, texts_of

BASE = {
    "data/worksheets/showcase.yml": "title: Showcase\nblocks:\n  - text: Read\n",
    "data/tenets/ten.yml": "title: Ten\ntenets:\n  - Joint work\n  - Trust\n",
    "data/tenets/norms.yml": "title: Norms\ntenets:\n  - Trust\n",
    "data/sources.yml": "hattie-2015:\n  title: T\n",
    "content/readings/growth.md": '---\ntitle: T\n---\n\n## Stop {letter=A}\n\nText.\n\n## Go {letter="B"}\n',
}
ROUND = "title: T\nrounds:\n  - title: R\n    minutes: 5\n"


def told(tmp_path: Path, name: str, text: str) -> tuple[str, str, int]:
    result = checked(tmp_path, {**BASE, name: text})
    assert len(result.problems) == 1, result.problems
    problem = result.problems[0]
    assert problem.place.file == name
    return problem.sentence, problem.hint, problem.place.line


CASES = [
    ("data/agendas/a.yml", f"{ROUND}    uses:\n      - worksheet: showcse\n", "no worksheet `showcse`", "did you mean `showcase`", 6),
    ("data/agendas/a.yml", f"{ROUND}    uses:\n      - reading: xxx\n", "no reading `xxx`", "there are: `growth`", 6),
    ("data/agendas/a.yml", f"{ROUND}    uses:\n      - portrait: north\n", "no portrait", "there is no portrait yet", 6),
    ("data/agendas/a.yml", f"{ROUND}    uses:\n      - tenet: trust\n", "stands in several sets", "`norms/trust`", 6),
    ("data/agendas/a.yml", f"{ROUND}    uses:\n      - tenet: joint-wrk\n", "no tenet `joint-wrk`", "ten/joint-work", 6),
    ("data/agendas/a.yml", f"{ROUND}    stations: {{tenets: tn}}\n", "no tenet set `tn`", "did you mean `ten`", 5),
    ("data/agendas/a.yml", f"{ROUND}    repeat: {{times: 2, stay: Host}}\n", "not one of this round's roles", "it has no `roles`", 5),
    (
        "data/agendas/a.yml",
        f"{ROUND}    roles:\n      Presenter: Brings.\n    repeat: {{times: 2, stay: Host}}\n",
        "not one of this round's roles",
        "`Presenter`",
        7,
    ),
    (
        "data/agendas/a.yml",
        f"{ROUND}    roles:\n      Presenter: Brings.\n    steps:\n      - do: Tell\n        who: Presentor\n",
        "not one of this round's roles",
        "did you mean `Presenter`",
        9,
    ),
    (
        "data/agendas/a.yml",
        f"{ROUND}    uses:\n      - reading: growth\n    letters: {{A: Stop, C: Start}}\n",
        "has the letter `C`",
        "{letter=C}",
        7,
    ),
    ("data/agendas/a.yml", f"{ROUND}    purpose: See [it](worksheet:nowhere).\n", "no worksheet `nowhere`", "", 5),
    ("data/agendas/a.yml", f"{ROUND}    facilitator: See [it](round:q).\n", "no round `q`", "", 5),
    ("data/session.yml", "title: T\noutcomes:\n  - Use [it](worksheet:nowhere)\n", "no worksheet `nowhere`", "", 3),
    ("data/delivery.yml", "practical:\n  - See [it](reading:nowhere)\n", "no reading `nowhere`", "", 2),
    ("data/portraits/a.yml", "title: T\nstory: S\nshows: [ten/trust, joint-wrok]\n", "no tenet", "", 3),
    ("data/portraits/a.yml", "title: T\nstory: S\nsource: hatty-2015\n", "no source", "did you mean `hattie-2015`", 3),
    ("data/tenets/b.yml", "title: T\ntenets:\n  - name: A\n    evidence:\n      - finding: F\n        source: x\n", "no source `x`", "", 6),
    ("data/worksheets/b.yml", "title: T\nblocks:\n  - checklist:\n      items: {tenets: tan}\n", "no tenet set `tan`", "", 4),
    ("data/packets/p.yml", "title: T\ncontents:\n  - worksheets: [showcase, showcse]\n", "no worksheet `showcse`", "", 3),
    ("data/packets/p.yml", "title: T\ncontents:\n  - readings: grwth\n", "no reading `grwth`", "", 3),
    ("data/packets/p.yml", "title: T\ncontents:\n  - protocols: [none]\n", "no protocol `none`", "", 3),
    ("data/packets/p.yml", "title: T\ncontents:\n  - exhibits: [none]\n", "no exhibit `none`", "", 3),
    ("content/readings/b.md", "---\ntitle: T\n---\n\nOne.\n\nSee [it](worksheet:nowhere).\n", "no worksheet `nowhere`", "", 7),
    ("content/readings/b.md", "---\ntitle: T\n---\n\nSee [it][1].\n\n[1]: worksheet:showcase\n", "", "", 0),
    ("data/worksheets/b.yml", "title: T\nblocks:\n  - text: |\n      See [it][1].\n\n      [1]: worksheet:nowhere\n", "no worksheet `nowhere`", "", 3),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "sentence", "hint", "line"), CASES)
def test_a_reference_is_found_or_told(
    tmp_path: Path, name: str, text: str, sentence: str, hint: str, line: int
) -> None:
    if not sentence:
        assert not checked(tmp_path, {**BASE, name: text}).problems
        return
    said, hinted, where = told(tmp_path, name, text)
    assert sentence in said
    assert hint in hinted
    assert where == line


def test_tenets_are_put_where_items_are_taken_from_them(tmp_path: Path) -> None:
    text = "title: T\nblocks:\n  - rating:\n      items: {tenets: ten}\n"
    sheet = library_of(tmp_path, {**BASE, "data/worksheets/b.yml": text}).find("worksheet", "b")
    assert [(each.id, each.say) for each in sheet.blocks[0].matter.items.lines] == [
        ("joint-work", "Joint work"),
        ("trust", "Trust"),
    ]


def test_a_tenet_may_be_short_where_it_is_unique(tmp_path: Path) -> None:
    text = "title: T\nstory: S\nshows: [joint-work, norms/trust]\n"
    assert library_of(tmp_path, {**BASE, "data/portraits/a.yml": text}).find("portrait", "a").shows == (
        "ten/joint-work",
        "norms/trust",
    )


def test_a_link_is_known_however_it_is_written() -> None:
    text = '[a](worksheet:one) [b]( reading:two "t") [c](<tenet:x/y>)\n\n [d]: portrait:three\n[e](https://example.org/worksheet:no)'
    assert LINK.findall(text) == [("worksheet", "one"), ("reading", "two"), ("tenet", "x/y"), ("portrait", "three")]


def test_records_and_texts_are_given_with_their_path_as_written() -> None:
    text = "title: T\nblocks:\n  - fields:\n      - Date\n  - rating:\n      scale: {from: 1, to: 4, low: not yet}\n      items:\n        - One\n"
    sheet = record_of(Worksheet, text)
    paths = dict(texts_of(sheet))
    assert paths["blocks", 0, "fields", 0, "label"] == "Date"
    assert paths["blocks", 1, "rating", "scale", "low"] == "not yet"
    assert ("blocks", 1, "rating", "scale") in [keys for keys, _ in records_of(sheet)]
