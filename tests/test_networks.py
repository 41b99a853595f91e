"""Networks: what is drawn is read back from the drawing: boxes apart, arrows from box to box, the same each time."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from conftest import record_of, refused
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from daysheet.models.network import Network
from daysheet.network_boxes import Box, cross, is_crossed
from daysheet.networks import NARROW, WIDE, Drawing, NetworkShown, draw, lines_of, network_shown

ROOT = Path(__file__).parent.parent
REAL = sorted((ROOT / "data" / "exhibits").glob("links-*.yml"))
PLAIN = "kind: network\ntitle: What leads to what\n"
THREE = (
    PLAIN + "nodes:\n  - Trust\n  - Shared work\n  - Better lessons\nlinks:\n  - Trust <-> Shared work: each helps\n"
)
THREE += "  - Shared work -> Better lessons\n"


def shown(text: str) -> NetworkShown:
    return network_shown(record_of(Network, text))


@pytest.fixture(params=REAL, ids=lambda path: path.stem)
def real(request: pytest.FixtureRequest) -> NetworkShown:
    return shown(request.param.read_text("utf-8"))


def drawings(network: NetworkShown) -> tuple[Drawing, Drawing]:
    return network.wide, network.narrow


def apart(one: Box, other: Box) -> float:
    """The width of the free strip between two boxes, mm; negative where they overlap."""
    across = abs(one.x - other.x) - (one.width + other.width) / 2
    down = abs(one.y - other.y) - (one.height + other.height) / 2
    return max(across, down)


def assert_well_drawn(drawing: Drawing, width: float) -> None:
    assert drawing.width == width
    for one, other in combinations(drawing.boxes, 2):
        assert apart(one, other) > 6, (one.lines, other.lines)
    for box in drawing.boxes:
        assert box.left >= -0.1
        assert box.left + box.width <= width + 0.1
        assert box.top >= 0
        assert box.top + box.height <= drawing.height


def test_boxes_of_the_sources_figures_stand_apart_and_within_the_drawing(real: NetworkShown) -> None:
    assert_well_drawn(real.wide, WIDE)
    assert_well_drawn(real.narrow, NARROW)
    assert real.wide.height < 150
    assert real.narrow.height < 200


def test_arrows_keep_clear_of_every_box(real: NetworkShown) -> None:
    for drawing in drawings(real):
        for arrow in drawing.arrows:
            inside = [box.lines for box in drawing.boxes for point in arrow.points if box.holds(point, 0.5)]
            assert inside == []


def test_every_link_is_one_arrow_and_one_entry_of_the_list(real: NetworkShown) -> None:
    for drawing in drawings(real):
        heads = [len(arrow.heads) for arrow in drawing.arrows]
        assert heads == [2 if link.both else 1 for link in real.links]


def numbers(path: str) -> list[tuple[float, float]]:
    values = [float(each) for each in re.findall(r"-?[\d.]+", path)]
    return list(zip(values[::2], values[1::2], strict=True))


def test_an_arrow_points_from_the_first_box_to_the_second() -> None:
    for drawing in drawings(shown(THREE)):
        trust, work, lessons = drawing.boxes
        both, one = drawing.arrows
        assert work.holds(numbers(one.path)[0], 1.5)
        assert lessons.holds(numbers(one.heads[0])[0], 1.5)
        assert not lessons.holds(numbers(one.path)[-1], 1.5), "the line ends where its head begins"
        assert work.holds(numbers(both.heads[0])[0], 1.5)
        assert trust.holds(numbers(both.heads[1])[0], 1.5)


def test_the_same_network_is_drawn_the_same_each_time() -> None:
    text = REAL[-1].read_text("utf-8")
    first = shown(text)
    network_shown.cache_clear()
    assert shown(text) == first


def test_words_keep_within_their_borders(real: NetworkShown) -> None:
    font = TTFont(ROOT / "templates" / "fonts" / "AtkinsonHyperlegibleNext-500.ttf")
    letters, widths, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for drawing in drawings(real):
        for box in drawing.boxes:
            for line in box.lines:
                long = sum(widths[letters[ord(each)]][0] for each in line) * drawing.type / unit
                assert long <= box.width - 2, line
            first, last = drawing.baseline(box, 0), drawing.baseline(box, len(box.lines) - 1)
            assert box.top < first - 0.7 * drawing.type
            assert last + 0.2 * drawing.type < box.top + box.height


def test_few_links_stand_beside_their_drawing_and_more_below_it() -> None:
    assert shown(THREE).beside
    assert not shown((ROOT / "data/exhibits/links-strands.yml").read_text("utf-8")).beside


def test_nodes_of_a_group_share_a_border_and_the_groups_are_named() -> None:
    text = PLAIN + "groups:\n  - name: One\n    nodes:\n      - A\n      - B\n  - name: Two\n    nodes:\n      - C\n"
    network = shown(text + "links:\n  - A -> C\n")
    assert network.groups == ("One", "Two")
    assert [box.group for box in network.wide.boxes] == [0, 0, 1]


def test_nodes_are_found_by_name_by_id_and_whatever_their_capitals() -> None:
    text = PLAIN + "nodes:\n  - {id: t, name: Trust}\n  - Shared work\n"
    network = shown(text + "links:\n  - t -> shared work\n  - from: shared-work\n    to: trust\n    both: yes\n")
    assert [(link.start, link.end, link.both) for link in network.links] == [
        ("Trust", "Shared work", False),
        ("Shared work", "Trust", True),
    ]


def test_two_links_between_the_same_boxes_do_not_hide_one_another() -> None:
    text = PLAIN + "nodes:\n  - Trust\n  - Shared work\nlinks:\n  - Trust -> Shared work\n  - Shared work -> Trust\n"
    there, back = shown(text + "  - Trust -> Shared work: again\n").wide.arrows[:2]
    assert len({there.path, back.path}) == 2
    middles = [each.points[len(each.points) // 2] for each in (there, back)]
    assert abs(middles[0][0] - middles[1][0]) + abs(middles[0][1] - middles[1][1]) > 2


def test_a_network_needs_nodes_in_one_form() -> None:
    both = PLAIN + "nodes:\n  - A\ngroups:\n  - name: G\n    nodes:\n      - B\nlinks:\n  - A -> B\n"
    assert "`nodes`, or in named `groups`" in refused(Network, both)[0]
    assert "from 2 to 40 nodes" in refused(Network, PLAIN + "nodes:\n  - A\nlinks:\n  - A -> A\n")[0]


def test_lines_of_a_label_are_as_even_as_they_can_be() -> None:
    assert lines_of("Joint practice development", 17) == ("Joint practice", "development")
    assert lines_of("Trust", 14) == ("Trust",)
    assert lines_of("a " * 12, 8) == ("a a a a", "a a a a", "a a a a")
    assert lines_of("Donaudampfschifffahrtsgesellschaft", 14) == ("Donaudampfschifffahrts"[:21] + "-", "sgesellschaft")


def test_lines_that_cross_and_boxes_that_are_crossed_are_seen() -> None:
    box = Box("b", ("B",), 10, 6, x=20, y=20)
    assert is_crossed(box, (0, 20), (40, 20), 0)
    assert not is_crossed(box, (0, 30), (40, 30), 0)
    assert not is_crossed(box, (0, 20), (10, 20), 0)
    assert is_crossed(box, (0, 24), (40, 24), 2)
    assert cross(((0, 0), (10, 10)), ((0, 10), (10, 0)))
    assert not cross(((0, 0), (10, 0)), ((0, 5), (10, 5)))


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_any_network_is_drawn_without_overlap(data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 9))
    word = st.text("abc ", min_size=1, max_size=40).map(lambda each: each.strip() or "x")
    words = data.draw(st.lists(word, min_size=count, max_size=count))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] != pair[1])
    edges = [(start, end, False) for start, end in data.draw(st.lists(ends, min_size=1, max_size=14))]
    labels = [(f"n{at}", word, at % 3) for at, word in enumerate(words)]
    assert_well_drawn(draw(labels, edges, NARROW, 4.3, 14), NARROW)
