"""Step 5, dress: a network as two drawings, one for a sheet and one for a phone, and as a list of the same links.

Labels are parted into lines by the measure of the letters, boxes are placed (`network_places`) and joined
(`network_lines`). The same network gives the same drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from daysheet.models.network import Network
from daysheet.network_boxes import Box, Edge
from daysheet.network_lines import Arrow, draw_arrows
from daysheet.network_places import place_boxes
from daysheet.prose import to_text

WIDE, NARROW = 174.0, 100.0
WIDE_TYPE, NARROW_TYPE = 3.5, 4.3
"""Size of the letters in mm; on a phone of 360 px the narrow drawing's are 14 px."""
LEADING = 1.22
LETTER = 0.535
"""Width of a letter of the labels, on average, as a share of its size."""
PAD_ACROSS, PAD_DOWN = 2.4, 1.5
LONGEST_WORD = 22
FEW = 7
"""So many links stand beside their drawing; more stand below it."""


@dataclass(frozen=True)
class Drawing:
    """Boxes and arrows in a view box of `width` by `height` mm; `type` is the size of the letters."""

    width: float
    height: float
    type: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]

    def baseline(self, box: Box, line: int) -> float:
        """Where the words of a line of a box stand."""
        first = box.y - (len(box.lines) - 1) * self.type * LEADING / 2 + 0.35 * self.type
        return round(first + line * self.type * LEADING, 2)


@dataclass(frozen=True)
class LinkShown:
    """One link of the list: the names of its nodes as they are written at the nodes."""

    start: str
    end: str
    words: str
    both: bool


@dataclass(frozen=True)
class NetworkShown:
    """What the component draws and lists; `groups` are the names of the borders, `beside` puts the list beside."""

    wide: Drawing
    narrow: Drawing
    links: tuple[LinkShown, ...]
    groups: tuple[str, ...]
    beside: bool


@lru_cache(maxsize=64)
def network_shown(network: Network) -> NetworkShown:
    """The drawings and the list of a network that has passed the check."""
    nodes = network.all_nodes
    numbers = {node.id: number for number, node in enumerate(nodes)}
    ends = [(network.find(link.start), network.find(link.end), link) for link in network.links]
    known = [(start, end, link) for start, end, link in ends if start and end]
    edges = tuple((numbers[start.id], numbers[end.id], link.both) for start, end, link in known)
    links = tuple(LinkShown(start.name, end.name, link.words, link.both) for start, end, link in known)
    labels = tuple((node.id, to_text(node.name), _group(network, node.id)) for node in nodes)
    return NetworkShown(
        draw(labels, edges, WIDE, WIDE_TYPE, 17),
        draw(labels, edges, NARROW, NARROW_TYPE, 14),
        links,
        tuple(group.name for group in network.groups),
        len(links) <= FEW,
    )


Label = tuple[str, str, int]


def draw(labels: Sequence[Label], edges: Sequence[Edge], width: float, type: float, letters: int) -> Drawing:
    """Labels (id, words, group) and links as a drawing of that width, with about so many letters on a line."""
    placed, height = place_boxes([_box(label, type, letters) for label in labels], edges, width)
    return Drawing(width, height, type, placed, draw_arrows(placed, edges, width, height))


def _group(network: Network, id: str) -> int:
    return next((at for at, group in enumerate(network.groups) if id in [node.id for node in group.nodes]), -1)


def _box(label: Label, type: float, letters: int) -> Box:
    id, words, group = label
    lines = lines_of(words, letters)
    width = max(len(line) for line in lines) * LETTER * type + 2 * PAD_ACROSS
    height = len(lines) * type * LEADING + 2 * PAD_DOWN
    return Box(id, lines, round(width, 1), round(height, 1), group)


def lines_of(words: str, letters: int) -> tuple[str, ...]:
    """Words parted into lines of about so many letters, all lines as even as they can be."""
    parts = [piece for word in words.split() for piece in _pieces(word)]
    wanted = len(_filled(parts, max(letters, *map(len, parts))))
    widths = range(max(map(len, parts)), max(letters, *map(len, parts)) + 1)
    return next(lines for lines in (_filled(parts, width) for width in widths) if len(lines) <= wanted)


def _pieces(word: str) -> list[str]:
    """A word, or the pieces of one that is too long for any line."""
    if len(word) <= LONGEST_WORD:
        return [word]
    return [word[: LONGEST_WORD - 1] + "-", *_pieces(word[LONGEST_WORD - 1 :])]


def _filled(words: Sequence[str], letters: int) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)
