"""Step 7, for printing only: one laid-out packet becomes a stack of them, each with the name of the person that it is for.

The pages of the packet and the slips with names are set once, as shared form objects; a page of the stack says which of
them to draw, so that two hundred packets weigh little more than one. Untagged: its twin for reading stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, String

POINTS = 72 / 25.4


@dataclass(frozen=True)
class Box:
    """A rectangle of a slip, in mm from its top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Patch:
    """What of which slip (pages from 0) stands on a page of the packet (from 1).

    `left` and `bottom` are where its lower left corner stands, in mm from the top left of the page as it was laid out.
    """

    page: int
    slip: int
    box: Box
    left: float
    bottom: float
    scale: float = 1.0


@dataclass(frozen=True)
class Spot:
    """Where the name stands in the head of a page; see `Patch`. `beside` takes the shorter one of the two."""

    left: float
    bottom: float
    scale: float = 1.0
    beside: bool = False


@dataclass(frozen=True)
class Marks:
    """What one packet of the stack bears: its running heads (`page`, `left` and `bottom` aside) and its patches.

    Page 0 is a leaf before the first page; where one packet has it, all have.
    """

    head: Patch | None = None
    beside: Patch | None = None
    patches: tuple[Patch, ...] = ()


def stack_packets(
    packet: bytes,
    slips: bytes,
    marks: Sequence[Marks],
    heads: Mapping[int, Spot],
    *,
    padded: bool,
    title: str,
    lang: str,
) -> bytes:
    """The packet once for each of `marks`, one after another; `heads` says on which pages (from 1) and where names stand.

    `padded` gives each packet an even number of pages, so that the next one begins on a sheet of its own.
    """
    with Pdf.open(BytesIO(packet)) as source, Pdf.open(BytesIO(slips)) as names, Pdf.new() as pdf:
        stack = _Stack(pdf, source, names, heads, padded=padded)
        pdf.Root.Pages = stack.bind(marks)
        pdf.Root.Lang = String(lang)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))
        pdf.docinfo[Name.Title] = String(title)
        file = BytesIO()
        pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, recompress_flate=False)
        return file.getvalue()


class _Stack:
    """The shared objects of one stack."""

    def __init__(self, pdf: Pdf, source: Pdf, names: Pdf, heads: Mapping[int, Spot], *, padded: bool) -> None:
        self.pdf, self.heads = pdf, heads
        self.heights = [_height(page) for page in source.pages]
        self.boxes = [_boxes(page) for page in source.pages]
        self.pages = [self._shared(page) for page in source.pages]
        self.slips = [self._shared(page) for page in names.pages]
        self.slip_heights = [_height(page) for page in names.pages]
        self.padded = padded
        self.nothing = self._form(b"", (0, 0, 1, 1), {})
        self.white, self.before = pdf.make_stream(b""), pdf.make_stream(b"/C0 Do")
        self.contents: list[Object] = []
        self.leaf = False

    def _shared(self, page: Page) -> Object:
        return self.pdf.copy_foreign(page.as_form_xobject(handle_transformations=False))

    def bind(self, marks: Sequence[Marks]) -> Object:
        """The tree of all pages: a branch for each packet, whose pages share its names."""
        patched = {patch.page for each in marks for patch in each.patches}
        self.leaf = 0 in patched
        self.contents = [
            self.pdf.make_stream(self._drawing(number, patched)) for number in range(1, len(self.pages) + 1)
        ]
        root = self.pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(), Count=0))
        branches = [self._branch(each, root, patched) for each in marks]
        root.Kids, root.Count = Array(branches), sum(int(branch.Count) for branch in branches)
        return root

    def _drawing(self, number: int, patched: set[int]) -> bytes:
        """What is drawn on a page of every packet: the page, the name in its head, and the patches."""
        lines = [f"q /P{number} Do Q"]
        if number in self.heads:
            spot = self.heads[number]
            x, y = spot.left * POINTS, self.heights[number - 1] - spot.bottom * POINTS
            lines.append(
                f"q {spot.scale:.4f} 0 0 {spot.scale:.4f} {x:.3f} {y:.3f} cm {'/B' if spot.beside else '/H'} Do Q"
            )
        if number in patched:
            lines.append(f"/C{number} Do")
        return "\n".join(lines).encode()

    def _branch(self, marks: Marks, root: Object, patched: set[int]) -> Object:
        drawn = {f"/P{number}": page for number, page in enumerate(self.pages, 1)}
        drawn["/H"] = self._head(marks.head) if marks.head else self.nothing
        drawn["/B"] = self._head(marks.beside) if marks.beside else drawn["/H"]
        drawn |= {f"/C{number}": self._patches(marks, number) for number in sorted(patched)}
        resources = self.pdf.make_indirect(Dictionary(XObject=Dictionary(drawn)))
        branch = self.pdf.make_indirect(
            Dictionary(Type=Name.Pages, Parent=root, Resources=resources, MediaBox=self.boxes[0]["/MediaBox"])
        )
        kids = list(self._leaves(branch))
        branch.Kids, branch.Count = Array(kids), len(kids)
        return branch

    def _leaves(self, branch: Object) -> Iterator[Object]:
        if self.leaf:
            yield self._leaf(branch, self.before)
            yield from [self._leaf(branch, self.white)] if self.padded else []
        for content, box in zip(self.contents, self.boxes, strict=True):
            page = self._leaf(branch, content)
            if box != self.boxes[0]:
                page.update(box)
            yield page
        if self.padded and len(self.pages) % 2:
            yield self._leaf(branch, self.white)

    def _leaf(self, branch: Object, content: Object) -> Object:
        return self.pdf.make_indirect(Dictionary(Type=Name.Page, Parent=branch, Contents=content))

    def _head(self, patch: Patch) -> Object:
        """The line of a slip that stands in running heads, its lower left corner at the origin."""
        left, bottom, right, top = self._corners(patch)
        scale = patch.scale
        matrix = [scale, 0, 0, scale, -scale * left, -scale * bottom]
        return self._form(b"/S Do", (left, bottom, right, top), {"/S": self.slips[patch.slip]}, matrix)

    def _patches(self, marks: Marks, number: int) -> Object:
        patches = [patch for patch in marks.patches if patch.page == number]
        if not patches:
            return self.nothing
        content = "\n".join(self._patch(patch) for patch in patches).encode()
        return self._form(content, None, {f"/S{patch.slip}": self.slips[patch.slip] for patch in patches})

    def _patch(self, patch: Patch) -> str:
        left, bottom, right, top = self._corners(patch)
        height = self.heights[max(0, patch.page - 1)]
        x, y = patch.left * POINTS - patch.scale * left, height - patch.bottom * POINTS - patch.scale * bottom
        clip = f"{left:.3f} {bottom:.3f} {right - left:.3f} {top - bottom:.3f} re W n"
        return f"q {patch.scale:.4f} 0 0 {patch.scale:.4f} {x:.3f} {y:.3f} cm {clip} /S{patch.slip} Do Q"

    def _corners(self, patch: Patch) -> tuple[float, float, float, float]:
        """The rectangle of a slip in points from its lower left."""
        box, height = patch.box, self.slip_heights[patch.slip]
        bottom = height - (box.y + box.height) * POINTS
        return box.x * POINTS, bottom, (box.x + box.width) * POINTS, bottom + box.height * POINTS

    def _form(
        self,
        content: bytes,
        corners: tuple[float, float, float, float] | None,
        drawn: Mapping[str, Object],
        matrix: Iterable[float] = (),
    ) -> Object:
        form = self.pdf.make_stream(content)
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = Array(corners) if corners else self.boxes[0]["/MediaBox"]
        form.Resources = Dictionary(XObject=Dictionary(dict(drawn)))
        if numbers := list(matrix):
            form.Matrix = Array(numbers)
        return form


def _boxes(page: Page) -> dict[str, Object | int]:
    """The size of a page and how it is turned, as values of no file."""
    boxes: dict[str, Object | int] = {
        "/MediaBox": Array([Decimal(str(value)) for value in page.obj.MediaBox.as_list()])
    }
    if "/Rotate" in page.obj:
        boxes["/Rotate"] = int(page.obj.Rotate)
    return boxes


def _height(page: Page) -> float:
    """The height of the page as it was laid out, in points: a crop stands in its middle, and keeps its coordinates."""
    box = [float(value) for value in page.obj.MediaBox.as_list()]
    return box[1] + box[3]
