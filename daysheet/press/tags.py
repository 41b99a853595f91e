"""Repairs of tags, so that a file passes PDF/UA-1: bodies of list items, heading levels, links that lead nowhere.

The layout engine writes the tags of an element before those within it, page by page, so the objects of a file stand in
the order in which it is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

PLACES = {"/LI": "/L", "/LBody": "/LI"}
OF_TABLES = ("/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD")
HEADINGS = {f"/H{level}": level for level in range(1, 7)}


def repair_tags(pdf: Pdf) -> None:
    """Repair the tags of a file of the layout engine, in place."""
    previous = raised = 0
    for element in list(_elements(pdf)):
        kind = str(element.S)
        if kind == "/Table" and not _has_columns(element):
            _make_plain(element)
        if kind in PLACES and str(element.P.S) != PLACES[kind]:
            element.S = Name.NonStruct  # a box that the engine made up within an item, taken for an item
        elif kind == "/LI":
            _wrap_body(pdf, element)
        elif kind == "/Link" and not _has_target(element):
            element.S = Name.Span
        elif kind in HEADINGS:
            if not previous:
                raised = HEADINGS[kind] - 1  # a hand-out begins with a heading that was none of the first level
            previous = max(1, min(HEADINGS[kind] - raised, previous + 1))
            element.S = Name(f"/H{previous}")


def _elements(pdf: Pdf) -> Iterator[Object]:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get(Name.Type) == Name.StructElem:
            yield thing


def _wrap_body(pdf: Pdf, item: Object) -> None:
    """Put all that is not the label of a list item into one body."""
    kids = list(item.K.as_list())
    labels = [kid for kid in kids if _kind(kid) == "/Lbl"]
    rest = [kid for kid in kids if _kind(kid) != "/Lbl"]
    if [_kind(kid) for kid in rest] in ([], ["/LBody"]):
        return
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, K=Array(rest)))
    if Name.Pg in item:
        body.Pg = item.Pg
    for kid in rest:
        if _kind(kid) == "/LBody":
            kid.S = Name.Div
        if isinstance(kid, Dictionary):
            kid.P = body
    item.K = Array([*labels, body])


def _kind(kid: Object | int) -> str:
    return str(kid.get(Name.S, "")) if isinstance(kid, Dictionary) else ""


def _has_target(link: Object) -> bool:
    return any(isinstance(kid, Dictionary) and kid.get(Name.Type) == Name.OBJR for kid in link.K.as_list())


def _has_columns(table: Object) -> bool:
    """Whether all rows of a table have as many cells: what is set below one another, cell by cell, has none to speak of."""
    rows = [each for each in _below(table) if _kind(each) == "/TR"]
    cells = [[cell for cell in row.K.as_list() if _kind(cell) in ("/TH", "/TD")] for row in rows]
    if any(_span(cell, Name.RowSpan) > 1 for row in cells for cell in row):
        return True
    return len({sum(_span(cell, Name.ColSpan) for cell in row) for row in cells}) <= 1


def _span(cell: Object, name: Name) -> int:
    given = cell.get(Name.A)
    return int(given.get(name, 1)) if isinstance(given, Dictionary) else 1


def _make_plain(table: Object) -> None:
    """A table that is none is read as paragraphs one after another."""
    for each in [table, *_below(table)]:
        if _kind(each) in OF_TABLES:
            each.S = Name.Div
            if Name.A in each:
                del each.A


def _below(element: Object) -> Iterator[Object]:
    kids = element.get(Name.K)
    for kid in kids.as_list() if isinstance(kids, Array) else ():
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield kid
            yield from _below(kid)
