"""Preflight, the eyes: the objects of a page, those within forms too, each as a value in mm from the page's top left.

With `sight` the only door to PDFium. A matrix is (a, b, c, d, e, f) as the format of PDF writes it.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from daysheet.preflight.seen import Box, Drawing, Picture, Words

MM = 25.4 / 72
DEEPEST = 12
UNSEEN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
LIGHTEST = 250
SHORT = 512
"""Bytes that the text of most runs needs at most."""
Matrix = tuple[float, float, float, float, float, float]
AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Found:
    """One thing of a page; `segments` counts those of its path."""

    thing: Words | Drawing | Picture
    segments: int = 0


@dataclass(frozen=True)
class Ground:
    """What the objects of a page are read against: where its top left is, in points, and its text."""

    left: float
    top: float
    texts: Any

    def box(self, corners: tuple[float, float, float, float], base: Matrix) -> Box:
        """Left, bottom, right, top in the space of `base` as a box of the page."""
        xs, ys = zip(*(_moved(x, y, base) for x in corners[::2] for y in corners[1::2]), strict=True)
        return Box(
            (min(xs) - self.left) * MM, (self.top - max(ys)) * MM, (max(xs) - self.left) * MM, (self.top - min(ys)) * MM
        )


def objects_of(page: Any, left: float, top: float) -> Iterator[Found]:
    """Everything that can be seen on a page whose top left stands at these points, from the lowest layer up."""
    texts = raw.FPDFText_LoadPage(page)
    try:
        ground = Ground(left, top, texts)
        yield from _inside(page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, AS_IT_IS, ground, None, 0)
    finally:
        raw.FPDFText_ClosePage(texts)


def _inside(
    holder: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any], base: Matrix, ground: Ground,
    clip: Box | None, depth: int,
) -> Iterator[Found]:  # fmt: skip
    for index in range(count(holder)):
        each = get(holder, index)
        kind = raw.FPDFPageObj_GetType(each)
        shown = _clip(each, base, ground, clip)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = _times(_matrix(each), base)
            yield from _inside(
                each, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, ground, shown, depth + 1
            )
        elif kind in READERS:
            found = READERS[kind](each, base, ground)
            if found is not None:
                yield from _clipped(found, shown)


def _clipped(found: Found, clip: Box | None) -> Iterator[Found]:
    """The thing as far as it can be seen; nothing where all of it is cut away."""
    thing = found.thing
    seen = thing.box if clip is None else thing.box.within(clip)
    if clip is None or (seen is not None and seen == thing.box):
        yield found
    elif seen is not None and isinstance(thing, Drawing):
        yield Found(Drawing(seen, thing.fill), found.segments)
    elif seen is not None:
        yield found


def _words(each: Any, base: Matrix, ground: Ground) -> Found | None:
    size, box = ctypes.c_float(), _box(each, base, ground)
    text = _text(each, ground.texts)
    if box is None or not text.strip() or raw.FPDFTextObj_GetTextRenderMode(each) in UNSEEN:
        return None
    raw.FPDFTextObj_GetFontSize(each, size)
    matrix = _times(_matrix(each), base)
    height = size.value * math.hypot(matrix[2], matrix[3])
    font = raw.FPDFTextObj_GetFont(each)
    embedded = raw.FPDFFont_GetIsEmbedded(font) == 1
    name = "" if embedded else _font_name(font)
    return Found(Words(box, text, height, _fill(each)[:3], name, embedded))


def _drawing(each: Any, base: Matrix, ground: Ground) -> Found | None:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(each, mode, stroked)
    red, green, blue, alpha = _fill(each)
    is_filled = bool(mode.value) and alpha > 0 and min(red, green, blue) < LIGHTEST
    box = _box(each, base, ground)
    if box is None or not (is_filled or (stroked.value and _is_stroke_seen(each))):
        return None
    return Found(Drawing(box, (red, green, blue) if is_filled else None), raw.FPDFPath_CountSegments(each))


def _picture(each: Any, base: Matrix, ground: Ground) -> Found | None:
    across, down, box = ctypes.c_uint(), ctypes.c_uint(), _box(each, base, ground)
    raw.FPDFImageObj_GetImagePixelSize(each, across, down)
    return None if box is None else Found(Picture(box, across.value, down.value))


READERS: dict[int, Callable[[Any, Matrix, Ground], Found | None]] = {
    raw.FPDF_PAGEOBJ_TEXT: _words,
    raw.FPDF_PAGEOBJ_PATH: _drawing,
    raw.FPDF_PAGEOBJ_IMAGE: _picture,
}


def _box(each: Any, base: Matrix, ground: Ground) -> Box | None:
    corners = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(each, *corners):
        return None
    left, bottom, right, top = (corner.value for corner in corners)
    return ground.box((left, bottom, right, top), base)


def _clip(each: Any, base: Matrix, ground: Ground, clip: Box | None) -> Box | None:
    """What is left to see of an object: the boxes of its clipping paths, and that of the form around it."""
    paths = raw.FPDFPageObj_GetClipPath(each)
    for path in range(max(0, raw.FPDFClipPath_CountPaths(paths)) if paths else 0):
        points = []
        for index in range(raw.FPDFClipPath_CountPathSegments(paths, path)):
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(paths, path, index), x, y)
            points.append((x.value, y.value))
        if points:
            xs, ys = zip(*points, strict=True)
            box = ground.box((min(xs), min(ys), max(xs), max(ys)), base)
            clip = box if clip is None else clip.within(box) or Box(0, 0, 0, 0)
    return clip


def _fill(each: Any) -> tuple[int, int, int, int]:
    channels = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(each, *channels)
    red, green, blue, alpha = (channel.value for channel in channels)
    return red, green, blue, alpha


def _is_stroke_seen(each: Any) -> bool:
    channels = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetStrokeColor(each, *channels)
    return channels[3].value > 0 and min(channel.value for channel in channels[:3]) < LIGHTEST


def _text(each: Any, texts: Any) -> str:
    buffer = ctypes.create_string_buffer(SHORT)
    size = raw.FPDFTextObj_GetText(each, texts, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), SHORT)
    if size > SHORT:
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFTextObj_GetText(each, texts, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace")


def _font_name(font: Any) -> str:
    size = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFFont_GetBaseFontName(font, buffer, size)
    return buffer.value.decode("utf-8", "replace")


def _matrix(each: Any) -> Matrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(each, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    x, y = _moved(e, f, then)
    return (
        a * then[0] + b * then[2],
        a * then[1] + b * then[3],
        c * then[0] + d * then[2],
        c * then[1] + d * then[3],
        x,
        y,
    )


def _moved(x: float, y: float, by: Matrix) -> tuple[float, float]:
    return x * by[0] + y * by[2] + by[4], x * by[1] + y * by[3] + by[5]
