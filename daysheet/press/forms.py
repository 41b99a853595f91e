"""Repair of forms: every field is named as a person would hear it, and can be filled in by any reader's program.

The layout engine gives each radio button the name of its group once more and lists it beside the group, so that no program
can fill the group in; knows no slider, which becomes a choice from a list; and draws marks that would cover what they mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from daysheet.layout import FieldWords

Drawing = Callable[[float, float], bytes]
TOGGLES = ~(1 << 14)
"""Without the flag that forbids to take an answer back."""
COMBO = 1 << 17
RING = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""


def repair_forms(pdf: Pdf, fields: Mapping[str, FieldWords]) -> None:
    """Name the fields and put buttons and choices right, in place. A file without a form is left as it is."""
    form = pdf.Root.get(Name.AcroForm)
    if form is None:
        return
    tops = [field for field in form.Fields.as_list() if Name.Parent not in field]
    for field in tops:
        words = fields.get(str(field.T), FieldWords(""))
        if words.label:
            field.TU = String(words.label)
        if Name.Kids in field:
            _repair_group(pdf, field, words)
        elif Name.Btn == field.FT:
            _draw_states(pdf, field, "on", _tick)
        elif words.choices:
            _make_choice(field, words)
    form.Fields = Array(tops)


def _repair_group(pdf: Pdf, group: Object, words: FieldWords) -> None:
    """A group of radio buttons is one field, whose states are named by what they mean."""
    group.Ff = int(group.Ff) & TOGGLES
    values = [str(value) for value in group.Opt.as_list()]
    del group.Opt
    numbered = all(said.startswith(value) for value, said in words.choices)
    for button, value in zip(group.Kids.as_list(), values, strict=True):
        for key in (Name.T, Name.TU):
            if key in button:
                del button[key]
        _draw_states(pdf, button, value, _ring if numbered else _disc)


def _draw_states(pdf: Pdf, button: Object, state: str, draw: Drawing) -> None:
    left, one, right, other = (float(value) for value in button.Rect.as_list())
    size = (right - left, abs(other - one))
    on, off = (_appearance(pdf, size, content) for content in (draw(*size), b""))
    button.AP = Dictionary(N=Dictionary({f"/{state}": on, "/Off": off}))
    button.AS = Name.Off
    if Name.V in button:
        button.V = Name.Off
    button.MK = Dictionary()
    button.Border = Array([0, 0, 0])


def _appearance(pdf: Pdf, size: tuple[float, float], content: bytes) -> Object:
    stream = pdf.make_stream(content)
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, *size])
    return stream


def _ring(width: float, height: float) -> bytes:
    """A heavy ring, within which the number can be read."""
    return b"2 w 0.106 0.098 0.09 RG\n" + b"".join(_circle(width / 2, height / 2, min(width, height) / 2 - 1)) + b"s"


def _disc(width: float, height: float) -> bytes:
    return b"0.106 0.098 0.09 rg\n" + b"".join(_circle(width / 2, height / 2, min(width, height) * 0.3)) + b"f"


def _tick(width: float, height: float) -> bytes:
    points = ((0.2, 0.52), (0.42, 0.24), (0.82, 0.8))
    (x, y), *rest = ((width * across, height * up) for across, up in points)
    lines = "".join(f" {x:.2f} {y:.2f} l" for x, y in rest)
    return f"1.6 w 1 J 1 j 0.106 0.098 0.09 RG {x:.2f} {y:.2f} m{lines} S".encode()


def _circle(x: float, y: float, radius: float) -> Iterator[bytes]:
    yield f"{x + radius:.2f} {y:.2f} m\n".encode()
    for (a, b), (c, d) in (((1, 0), (0, 1)), ((0, 1), (-1, 0)), ((-1, 0), (0, -1)), ((0, -1), (1, 0))):
        handles = (a + c * RING, b + d * RING), (c + a * RING, d + b * RING), (c, d)
        yield (" ".join(f"{x + p * radius:.2f} {y + q * radius:.2f}" for p, q in handles) + " c\n").encode()


def _make_choice(field: Object, words: FieldWords) -> None:
    """A field of text becomes a list to choose from, with nothing chosen."""
    field.FT = Name.Ch
    field.Ff = COMBO
    field.Opt = Array([Array([String(value), String(said)]) for value, said in (("", "–"), *words.choices)])
    field.V = String("")
