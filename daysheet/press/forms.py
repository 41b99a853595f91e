"""Repair of forms: a group of radio buttons is one field, and its buttons are none.

The layout engine gives each button the name of its group once more and lists it beside the group, so that no reader's
program can fill the group in.
"""

from __future__ import annotations

from pikepdf import Array, Name, Pdf


def repair_forms(pdf: Pdf) -> None:
    """Leave buttons of groups to their groups, in place. A file without a form is left as it is."""
    form = pdf.Root.get(Name.AcroForm)
    if form is None:
        return
    fields = list(form.Fields.as_list())
    for button in (field for field in fields if Name.Parent in field):
        for key in (Name.T, Name.TU):
            if key in button:
                del button[key]
    form.Fields = Array([field for field in fields if Name.Parent not in field])
