"""A packet as one HTML document: in order, whole, safe, and with nothing that is not for its reader."""

# ruff: noqa: E501  samples stand on one line
from __future__ import annotations

import itertools
import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import SMALL, view_of

from daysheet.models.packet import Packet
from daysheet.packets.compose import anchor_of, compose_packet
from daysheet.packets.defaults import default_packets, packet_of
from daysheet.view import View


class Document(HTMLParser):
    """Ids, links, headings and elements of a document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.ids += [str(found["id"])] if "id" in found else []
        self.links += [str(found["href"])] if tag == "a" and "href" in found else []
        self.levels += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []
        assert not [name for name in found if name.startswith("on") or name == "style"]


def packet(view: View, id: str) -> Packet:
    return next(each for each in view.library.packets if each.id == id)


@pytest.fixture
def participant(small: Path) -> View:
    return view_of(small, {})


@pytest.fixture
def facilitator(small: Path) -> View:
    return view_of(small, {}, "facilitator")


def test_parts_stand_in_the_order_of_the_contents(participant: View) -> None:
    document = compose_packet(packet(participant, "participant"), participant)
    kinds = [f"{part.kind}:{part.id}" for part in document.parts]
    assert kinds == [
        "cover:", "contents:", "agenda:", "worksheet:first-steps", "worksheet:everything", "worksheet:plan",
        "reading:hiring", "reading:teams", "portrait:north", "tenets:ten", "tenets:norms",
        "protocol:look-at-one-anothers-work", "notes:1", "sources:", "back:",
    ]  # fmt: skip
    places = [document.html.index(f'id="{part.anchor}"') for part in document.parts]
    assert places == sorted(places)


def test_every_id_is_unique_and_every_link_within_leads_somewhere(participant: View, facilitator: View) -> None:
    for view in (participant, facilitator):
        for each in view.library.packets:
            found = Document(compose_packet(each, view).html)
            assert [id for id, count in Counter(found.ids).items() if count > 1] == []
            assert [link for link in found.links if link.startswith("#") and link[1:] not in found.ids] == []


def test_no_heading_level_is_skipped(participant: View, facilitator: View) -> None:
    for view in (participant, facilitator):
        for each in view.library.packets:
            levels = Document(compose_packet(each, view).html).levels
            assert levels[0] == 1
            assert all(after - one <= 1 for one, after in itertools.pairwise(levels))


def test_names_are_escaped_and_never_run(participant: View) -> None:
    html = compose_packet(packet(participant, "participant"), participant).html
    assert "script" not in Document(html).tags
    assert "<script>alert(1)</script> {{ 7 * 7 }} O’Connor" in unescape(html)


CANARY = re.compile(r"canary[\w-]+", re.IGNORECASE)


def canaries() -> set[str]:
    files = [path for path in SMALL.rglob("*") if path.suffix in (".yml", ".md", ".csv")]
    return {found.lower() for path in files for found in CANARY.findall(path.read_text("utf-8"))}


def test_nothing_that_is_secret_reaches_participants(participant: View) -> None:
    assert len(canaries()) > 20
    wanted = [*participant.library.packets, *default_packets(participant.library.session)]
    wanted += [packet_of("worksheet", each.id) for each in participant.library.worksheets]
    for each in wanted:
        assert CANARY.findall(compose_packet(each, participant).html) == []


def test_facilitators_see_all_notes_and_answers(facilitator: View) -> None:
    html = compose_packet(packet(facilitator, "facilitator"), facilitator).html
    seen = {found.lower() for found in CANARY.findall(html)}
    assert canaries() - seen == {"canary-roster"}


def test_the_version_of_a_sheet_is_that_of_its_content(small: Path, participant: View) -> None:
    def versions(view: View) -> dict[str, str]:
        return {part.anchor: part.version for part in compose_packet(packet(view, "participant"), view).parts}

    before = versions(participant)
    text = (small / "data" / "worksheets" / "plan.yml").read_text("utf-8").replace("Who will notice", "Who will see it")
    after = versions(view_of(small, {"data/worksheets/plan.yml": text}))
    assert {anchor for anchor in before if before[anchor] != after[anchor]} == {
        "part-worksheet-plan",
        "part-cover",
        "part-contents",
        "part-sources",
    }
    alone = compose_packet(packet_of("worksheet", "first-steps"), participant)
    assert alone.parts[0].version == before["part-worksheet-first-steps"]
    assert all(re.fullmatch("[A-Z]{4}", version) for version in before.values())


def test_a_reference_leads_within_the_packet_or_to_the_live_page(participant: View) -> None:
    links = Document(compose_packet(packet(participant, "participant"), participant).html).links
    assert "#part-tenets-ten" in links
    assert "#part-worksheet-plan" in links
    alone = Document(compose_packet(packet_of("reading", "hiring"), participant).html).links
    assert "https://example.org/small/worksheets/plan.html" in alone
    assert "https://example.org/small/tenets/ten.html#joint-work" in alone


def test_a_packet_chooses_protocols_by_id(small: Path) -> None:
    more = "title: T\nrounds:\n  - {title: Second, kind: protocol, minutes: 5}\n"
    wanted = "title: P\ncontents:\n  - protocols: [second]\n"
    view = view_of(small, {"data/agendas/more.yml": more, "data/packets/one.yml": wanted})
    assert [part.id for part in compose_packet(packet(view, "one"), view).parts] == ["second"]
    assert [part.id for part in compose_packet(packet_of("protocol", "second"), view).parts] == ["second"]


def test_what_there_is_none_of_is_left_out(tmp_path: Path) -> None:
    text = "title: P\ncontents:\n  - cover\n  - agenda\n  - run of show\n  - worksheets: all\n  - exhibits: all\n  - sources\n  - back\n"
    view = view_of(tmp_path, {"data/packets/p.yml": text})
    assert [part.kind for part in compose_packet(packet(view, "p"), view).parts] == ["cover", "sources", "back"]


def test_a_session_with_nothing_but_a_title_can_be_printed(tmp_path: Path) -> None:
    for audience in ("participant", "facilitator"):
        view = view_of(tmp_path, {}, audience)
        assert "A small day" in compose_packet(packet(view, audience), view).html


def test_an_anchor_has_no_blanks() -> None:
    assert anchor_of("run of show", "") == "part-run-of-show"
    assert anchor_of("worksheet", "plan") == "part-worksheet-plan"
