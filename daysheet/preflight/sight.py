"""Preflight, the eyes: the bytes of a PDF -> what is seen on its pages. The only door to PDFium.

Pages are given one by one, so that a job of thousands of pages needs the memory of one.
"""

from __future__ import annotations

import ctypes
from collections.abc import Container, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from daysheet.preflight.objects import MM, Found, objects_of
from daysheet.preflight.seen import Box, Code, Drawing, Field, Heading, Link, PageSeen, Picture, Words

CODE_SHAPES = 400
"""Path segments from which a square drawing may be a QR code: the smallest of ours has twice as many."""
CODE_LEAST = 8.0
CODE_QUIET = 3.0
CODE_DPI = 300


class Sight:
    """An open PDF."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._has_fields = document.get_formtype() != raw.FORMTYPE_NONE
        if self._has_fields:
            document.init_forms()

    @property
    def count(self) -> int:
        return len(self._document)

    @cached_property
    def outline(self) -> tuple[Heading, ...]:
        """The outline in order, all levels; entries that lead nowhere are left out."""
        found = []
        for each in self._document.get_toc():
            target = each.get_dest()
            page = target.get_index() if target else None
            if page is not None:
                found.append(Heading(each.get_title().replace("\u00a0", " "), page + 1))
        return tuple(found)

    def pages(self, wanted: Container[int]) -> Iterator[PageSeen]:
        """The pages, one after another; of those (from 1) that are not `wanted` the sheet alone."""
        for index in range(self.count):
            if index + 1 in wanted:
                page = self._document[index]
                try:
                    yield self._seen(page, index + 1)
                finally:
                    page.close()
            else:
                width, height = self._document.get_page_size(index)
                yield PageSeen(index + 1, width * MM, height * MM)

    def _seen(self, page: Any, number: int) -> PageSeen:
        left, bottom, right, top = page.get_bbox()
        objects = list(objects_of(page, left, top))
        codes = [each for each in objects if _may_be_code(each)]
        return PageSeen(
            number=number,
            width=(right - left) * MM,
            height=(top - bottom) * MM,
            words=tuple(each.thing for each in objects if isinstance(each.thing, Words)),
            drawings=tuple(each.thing for each in objects if isinstance(each.thing, Drawing)),
            pictures=tuple(each.thing for each in objects if isinstance(each.thing, Picture)),
            codes=tuple(_code(page, each.thing.box, right - left, top - bottom) for each in codes),
            links=tuple(_links(self._document, page, left, top)),
            fields=tuple(_fields(self._document.formenv, page)) if self._has_fields else (),
            begins=number in [each.page for each in self.outline],
            boxes_agree=_boxes_agree(page),
        )


class Unreadable(Exception):
    """Bytes that are no PDF, or a damaged one."""


@contextmanager
def open_pdf(content: bytes) -> Iterator[Sight]:
    """A PDF to look at. Raises: Unreadable."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise Unreadable(str(error)) from error
    try:
        yield Sight(document)
    finally:
        document.close()


def _boxes_agree(page: Any) -> bool:
    """Whether every box that the page has is the one that is shown."""
    boxes = [
        get(fallback_ok=False) for get in (page.get_mediabox, page.get_cropbox, page.get_trimbox, page.get_bleedbox)
    ]
    shown = page.get_bbox()
    return all(abs(a - b) < 0.5 for box in boxes if box for a, b in zip(box, shown, strict=True))


def _may_be_code(found: Found) -> bool:
    box = found.thing.box
    is_square = abs(box.width - box.height) < 0.05 * box.width
    return found.segments >= CODE_SHAPES and is_square and box.width >= CODE_LEAST


def _code(page: Any, box: Box, width: float, height: float) -> Code:
    """The place of a code with the white around it, drawn as a printer of 300 dpi would."""
    around = (
        max(0.0, (box.left - CODE_QUIET) / MM),
        max(0.0, height - (box.bottom + CODE_QUIET) / MM),
        max(0.0, width - (box.right + CODE_QUIET) / MM),
        max(0.0, (box.top - CODE_QUIET) / MM),
    )
    upright = (360 - page.get_rotation()) % 360  # boxes are those of the page before it is turned
    drawn = page.render(
        scale=CODE_DPI / 72, rotation=upright, crop=around, grayscale=True, may_draw_forms=False, draw_annots=False
    )
    try:
        return Code(box, drawn.to_numpy().copy())
    finally:
        drawn.close()


def _links(document: Any, page: Any, left: float, top: float) -> Iterator[Link]:
    at, link, corners = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, at, link):
        target = raw.FPDFLink_GetDest(document, link)
        index = raw.FPDFDest_GetDestPageIndex(document, target) if target else -1
        if index >= 0 and raw.FPDFLink_GetAnnotRect(link, corners):
            xs, ys = (
                sorted((corners.left - left, corners.right - left)),
                sorted((top - corners.top, top - corners.bottom)),
            )
            box = Box(xs[0] * MM, ys[0] * MM, xs[1] * MM, ys[1] * MM)
            yield Link(box, index + 1)


def _fields(form: Any, page: Any) -> Iterator[Field]:
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
        if kind > 0:
            name = _text_of(raw.FPDFAnnot_GetFormFieldName, form, annotation)
            yield Field(name, kind == raw.FPDF_FORMFIELD_RADIOBUTTON)
        raw.FPDFPage_CloseAnnot(annotation)


def _text_of(function: Any, *arguments: Any) -> str:
    """What a function of PDFium writes into a buffer of 16-bit letters, whose size in bytes it tells."""
    size = function(*arguments, None, 0)
    buffer = ctypes.create_string_buffer(size)
    function(*arguments, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace")
