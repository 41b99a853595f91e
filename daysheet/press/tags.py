"""Repairs of tags, so that a file passes PDF/UA-1: bodies of list items, heading levels, links that lead nowhere.

The layout engine writes the tags of an element before those within it, page by page, so the objects of a file stand in
the order in which it is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

PLACES = {"/LI": "/L", "/LBody": "/LI"}
HEADINGS = {f"/H{level}": level for level in range(1, 7)}


def repair_tags(pdf: Pdf) -> None:
    """Repair the tags of a file of the layout engine, in place."""
    previous = raised = 0
    for element in list(_elements(pdf)):
        kind = str(element.S)
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
