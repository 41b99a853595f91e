"""Small PDFs for tests: laid out by the engine, or written object by object where the engine never would."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf

from daysheet.layout import WHOLE, LayoutJob, Style
from daysheet.pdf.lay_out import lay_out
from daysheet.preflight.findings import Finding
from daysheet.preflight.look import Looked, look_over
from daysheet.preflight.promises import Promise

FONTS = Path(__file__).parent.parent / "templates" / "fonts"
SHEET = """
@font-face { font-family: Literata; src: url(Literata-400.ttf) }
@page { size: 215.9mm 297mm; margin: 24.8mm 20.95mm }
body { font: 11pt/14pt Literata; margin: 0 }
h1 { font: 20pt/24pt Literata; bookmark-level: 1 }
.tall { height: 200mm; border: 1pt solid black }
"""
POINTS = 72 / 25.4


@cache
def laid_out(body: str, style: str = "", paper: str = "a4", assets: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """The PDF of a body of HTML; `style` is added to a plain sheet."""
    job = LayoutJob(
        html=f'<html lang="en"><body>{body}</body></html>',
        styles=(Style("fonts/sheet.css", SHEET + style),),
        assets={"fonts/Literata-400.ttf": (FONTS / "Literata-400.ttf").read_bytes(), **dict(assets)},
        title="A sheet",
        lang="en",
        papers=(paper,),
    )
    laid = lay_out(job)
    assert laid.complaints == ()
    return laid.files[WHOLE, paper]


def drawn(content: str, width: float = 210.0, height: float = 297.0, trim: float = 0.0) -> bytes:
    """A PDF of one page of these mm with this content in the language of PDF; its font /F is not in the file."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(width * POINTS, height * POINTS))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
    page.obj.Contents = pdf.make_stream(content.encode())
    if trim:
        left, bottom, right, top = (float(side) for side in page.mediabox)
        page.trimbox = pikepdf.Array([left + trim, bottom + trim, right - trim, top - trim])
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()


def looked(content: bytes, **promise: object) -> Looked:
    """What is seen of a PDF; it is promised to be A4, and need not keep to PDF/UA-1, unless said otherwise."""
    plain: dict[str, object] = {"path": "site/pdf/sheet-a4.pdf", "size": "a4", "for_reading": False}
    return look_over(content, Promise(**(plain | promise)))  # type: ignore[arg-type]


def found(content: bytes, check: str, **promise: object) -> list[Finding]:
    """What one check finds."""
    return [each for each in looked(content, **promise).findings if each.check == check]


def sentences(content: bytes, check: str, **promise: object) -> list[str]:
    return [each.sentence for each in found(content, check, **promise)]
