"""Two short exhibits share a page of a packet; single files keep a page each."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from conftest import view_of
from pypdf import PdfReader

from daysheet.layout import Area, PageMap
from daysheet.models.packet import Entry, Packet
from daysheet.packets.bodies import Part
from daysheet.packets.printing import print_packet
from daysheet.sharing import foot_label, shares
from daysheet.view import View

TILES = "kind: tiles\ntitle: {title}\ntiles:\n  - One\n  - Two\n"
PACKET = Packet(id="x", title="X", contents=(Entry(kind="exhibits", all=True),))


def parts(*kinds: str) -> list[Part]:
    return [Part(kind, str(at), f"part-{kind}-{at}", "plain", f"T{at}", f"L{at}") for at, kind in enumerate(kinds, 1)]


def pages(those: list[Part], *heights: float) -> PageMap:
    areas = {
        part.anchor: Area(at, 0, 0, 174, height) for at, (part, height) in enumerate(zip(those, heights, strict=True))
    }
    return PageMap(
        len(those),
        areas,
        {part.anchor: (at, at + (areas[part.anchor].height > 247.4)) for at, part in enumerate(those)},
    )


@pytest.mark.parametrize(
    ("kinds", "heights", "following"),
    [
        (("exhibit", "exhibit"), (120, 117), {"part-exhibit-2"}),
        (("exhibit", "exhibit"), (120, 118), set()),
        (("exhibit",) * 4, (60, 60, 60, 60), {"part-exhibit-2", "part-exhibit-4"}),
        (("exhibit",) * 3, (200, 60, 60), {"part-exhibit-3"}),
        (("exhibit", "reading", "exhibit"), (60, 60, 60), set()),
        (("exhibit", "exhibit"), (300, 60), set()),
    ],
)
def test_two_exhibits_share_a_page_where_both_have_room(
    kinds: tuple[str, ...], heights: tuple[float, ...], following: set[str]
) -> None:
    those = parts(*kinds)
    assert shares(those, pages(those, *heights), frozenset()) == following


def test_what_is_cut_out_shares_no_page() -> None:
    those = parts("exhibit", "exhibit")
    assert shares(those, pages(those, 60, 60), frozenset({"part-exhibit-1"})) == frozenset()


@pytest.fixture
def view(tmp_path: Path) -> View:
    return view_of(
        tmp_path, {f"data/exhibits/{name}.yml": TILES.format(title=name.title()) for name in ("a", "b", "c")}
    )


def test_the_foot_names_both(view: View) -> None:
    those = [Part("exhibit", id, f"part-exhibit-{id}", "plain", id, f"Exhibit {id}") for id in ("a", "b", "c")]
    labels = [foot_label(part, those, frozenset({"part-exhibit-b"}), view) for part in those]
    assert labels == ["Exhibits\u00a01 and 2", "Exhibits\u00a01 and 2", "Exhibit c"]


def texts(content: bytes) -> list[str]:
    return [page.extract_text().replace("\u00a0", " ") for page in PdfReader(BytesIO(content)).pages]


def test_a_packet_puts_two_on_a_page_and_cuts_each_from_its_own(view: View) -> None:
    together = {printed.path: printed for printed in print_packet(PACKET, view)}
    first, second = texts(together["x-a4.pdf"].content)
    assert "Exhibits 1 and 2" in first
    assert "Exhibit 3" in second
    cut = frozenset(f"part-exhibit-{id}" for id in ("a", "b", "c"))
    apart = {printed.path: printed for printed in print_packet(PACKET, view, cut)}
    (only,) = texts(apart["exhibits/b-a4.pdf"].content)
    assert "Exhibit 2" in only
    assert "Exhibits" not in only
