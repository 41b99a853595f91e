"""Step 7, the values: what a layout is asked for, and what comes back.

Everything here is plain data that pickles, and importing it costs nothing: a cache or a pool of processes goes around
`pdf.lay_out` with these alone. Measures are in mm from the top left of the laid-out page unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

WHOLE = ""
UNCROPPED = ""

#: Width and height of each paper in mm, upright.
PAPERS: dict[str, tuple[float, float]] = {
    "a4": (210.0, 297.0),
    "letter": (215.9, 279.4),
    "a3": (297.0, 420.0),
    "tabloid": (279.4, 431.8),
}


@dataclass(frozen=True)
class Style:
    """One style sheet: its `name` among the assets, against which its own addresses are resolved, and its text."""

    name: str
    text: str


@dataclass(frozen=True)
class Cut:
    """A hand-out cut from the whole: the pages of the element whose id is `part`, as a file with its own title."""

    id: str
    title: str
    part: str


@dataclass(frozen=True)
class Stamp:
    """The page number of the whole, set on the outer bottom edge of each page but those of the parts in `skip`.

    `size` in points; `left` where numbers of left-hand pages begin, `right` where those of right-hand pages end, and
    `baseline` in mm; `wide_right` and `wide_baseline` are those of pages on their side. A layout that is not mirrored has
    right-hand pages alone. Cuts bear no stamp.
    """

    font: str = "fonts/Literata-500.ttf"
    size: float = 10.5
    colour: str = "#1b1917"
    left: float = 18.95
    right: float = 196.95
    baseline: float = 279.2
    wide_right: float = 272.2
    wide_baseline: float = 203.95
    mirrored: bool = True
    skip: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldWords:
    """What a field of a form is called, and its choices: each its value, and what it is called."""

    label: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class LayoutJob:
    """All that a layout depends on.

    `assets` maps a name (`fonts/Literata-400.ttf`) to its bytes; HTML and styles call it by `asset:` and the name, or
    by a relative address. `papers` are names of `PAPERS`, or `UNCROPPED`; none at all measures without making a file.
    `live_addresses` maps an element's id to the web address that a link to it becomes in a cut that does not hold it.
    `moment` is the date within the file, in seconds since 1970 (`SOURCE_DATE_EPOCH`); without it there is none. Pages are
    enlarged by `zoom`, and with `twice` cropped to half of each paper and set on it twice, one above the other.
    """

    html: str
    styles: tuple[Style, ...]
    assets: Mapping[str, bytes]
    title: str
    lang: str
    papers: tuple[str, ...] = ("a4", "letter")
    authors: tuple[str, ...] = ()
    subject: str = ""
    moment: int | None = None
    cuts: tuple[Cut, ...] = ()
    live_addresses: Mapping[str, str] = field(default_factory=dict)
    stamp: Stamp | None = None
    tagged: bool = True
    fillable: bool = False
    zoom: float = 1.0
    twice: bool = False


@dataclass(frozen=True)
class Area:
    """Where an element first stands: its page (from 1) and its box in mm."""

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class PageMap:
    """Where everything came to stand.

    `anchors` maps the id of an element to its page, `areas` to its place on it, and `parts` to the first and the last
    page that it stands on; pages from 1.
    """

    total: int
    areas: Mapping[str, Area]
    parts: Mapping[str, tuple[int, int]]

    @property
    def anchors(self) -> Mapping[str, int]:
        return {name: area.page for name, area in self.areas.items()}


@dataclass(frozen=True)
class Complaint:
    """Something that the layout could not do, and the id of the element nearest before it, where that is known."""

    sentence: str
    near: str = ""


@dataclass(frozen=True)
class Laid:
    """The outcome: `files` by (cut id or `WHOLE`, paper), pages of each file by cut id, and what was complained of.

    A layout with complaints is complete as far as it went, but is not to be published.
    """

    files: Mapping[tuple[str, str], bytes]
    pages: PageMap
    counts: Mapping[str, int]
    complaints: tuple[Complaint, ...]
