"""Step 7, after layout: a file as the engine wrote it becomes what is handed out, one for each paper.

Edited in place (copying pages between files would drop their tags): repairs of tags and forms, page labels, the title
shown, the page number stamped, and then the crops, which differ in nothing but the boxes of their pages. The same input
gives the same bytes. With its neighbours (`press.forms`, `press.stamp`, `press.tags`) the only door to pikepdf.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

from daysheet.layout import PAPERS, UNCROPPED, Cut, FieldWords, LayoutJob, Stamp
from daysheet.press.doubling import add_second, double, numbers
from daysheet.press.forms import repair_forms
from daysheet.press.stamp import stamp_numbers
from daysheet.press.tags import repair_tags

POINTS = 72 / 25.4
TOLERANCE = 0.1  # points
#: Sixteen letters that are not taken for one another, and that make no words.
LETTERS = "CDFHJKLMNPRTVWXY"


@dataclass(frozen=True)
class Order:
    """What is to be done to one file; `stamp_font` is a TrueType file, `unstamped` pages (from 1) bear no number, and
    `fields` says what the fields of a form are called. `bound` turns pages on their side so that their top is at the
    binding edge; `twice` sets a page on both halves of its paper."""

    title: str
    lang: str
    papers: tuple[str, ...]
    tagged: bool = True
    stamp: Stamp | None = None
    stamp_font: bytes = b""
    unstamped: frozenset[int] = frozenset()
    fields: Mapping[str, FieldWords] = field(default_factory=dict)
    bound: bool = False
    twice: bool = False

    @classmethod
    def of_whole(cls, job: LayoutJob, unstamped: frozenset[int], fields: Mapping[str, FieldWords]) -> Order:
        font = job.assets[job.stamp.font] if job.stamp else b""
        bound = job.stamp is not None  # what has no numbers is no packet: a sign stays as it hangs
        return cls(
            job.title,
            job.lang,
            job.papers,
            job.tagged,
            job.stamp,
            font,
            unstamped,
            fields,
            bound=bound,
            twice=job.twice,
        )

    @classmethod
    def of_cut(cls, job: LayoutJob, cut: Cut, fields: Mapping[str, FieldWords]) -> Order:
        return cls(cut.title, job.lang, job.papers, job.tagged, fields=fields, twice=job.twice)


def press(content: bytes, order: Order) -> dict[str, bytes]:
    """The finished files of `content`, by paper. Raises ValueError for a paper that is larger than a page."""
    with Pdf.open(BytesIO(content)) as pdf:
        if order.tagged:
            repair_tags(pdf)
        repair_forms(pdf, order.fields)
        _say_what_it_is(pdf, order)
        if order.stamp:
            stamp_numbers(pdf, order.stamp, order.stamp_font, order.unstamped)
        if order.bound:
            _turn(pdf, order.stamp is None or order.stamp.mirrored)
        whole_pages = [_numbers(page.obj.MediaBox) for page in pdf.pages]
        own = add_second(pdf) if order.twice else []
        return {paper: _crop(pdf, whole_pages, paper, own) for paper in order.papers}


def _turn(pdf: Pdf, mirrored: bool) -> None:
    """Pages on their side stand upright among the others, their top where the packet is bound."""
    for number, page in enumerate(pdf.pages, start=1):
        left, bottom, right, top = _numbers(page.obj.MediaBox)
        if right - left > top - bottom:
            page.obj.Rotate = 90 if mirrored and number % 2 == 0 else 270


def version_mark(content: str | bytes) -> str:
    """Four letters from the content of a sheet: another content, very likely other letters."""
    digest = sha256(content.encode() if isinstance(content, str) else content).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:4])


def _say_what_it_is(pdf: Pdf, order: Order) -> None:
    pdf.Root.Lang = String(order.lang)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    pdf.docinfo[Name.Title] = String(order.title)


def _crop(pdf: Pdf, whole_pages: list[list[float]], paper: str, own: list[Object]) -> bytes:
    """One paper's file; `own` are the pages' own contents, where each stands on its paper twice."""
    for number, (page, whole) in enumerate(zip(pdf.pages, whole_pages, strict=True)):
        box = _centred(whole, paper, bool(own))
        if own:
            box = double(pdf, page, own[number], box)
        for name in (Name.MediaBox, Name.CropBox, Name.TrimBox, Name.BleedBox):
            page.obj[name] = numbers(box)
    file = BytesIO()
    pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return file.getvalue()


def _centred(whole: list[float], paper: str, halved: bool) -> tuple[float, float, float, float]:
    """The paper's place on a page, or that of its half, both in points: in its middle, turned as the page is."""
    left, bottom, right, top = whole
    if paper == UNCROPPED:
        return left, bottom, right, top
    width, height = (side * POINTS for side in PAPERS[paper])
    if halved:
        height /= 2
    elif right - left > top - bottom:
        width, height = height, width
    across, down = (right - left - width) / 2, (top - bottom - height) / 2
    if min(across, down) < -TOLERANCE:
        raise ValueError(f"{paper} is larger than a page of this layout")
    return left + across, bottom + down, left + across + width, bottom + down + height


def _numbers(box: Object) -> list[float]:
    return [float(value) for value in box.as_list()]
