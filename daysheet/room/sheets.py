"""All of the room's paper by name, which of it a session needs, and how a sheet is dressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from daysheet.library import Library
from daysheet.press.pressing import version_mark
from daysheet.render import Renderer
from daysheet.room.attendance import certificates, sign_in
from daysheet.room.cards import exit_tickets, slips, stack_labels
from daysheet.room.names import badges, tents
from daysheet.room.setting import Room, RoomSheet
from daysheet.room.signs import posters, signs, table_numbers
from daysheet.room.timekeeping import timekeeper_cards, wall_agenda

Maker = Callable[[Room], tuple[RoomSheet, ...]]

MAKERS: Mapping[str, Maker] = {
    "signs": signs,
    "posters": posters,
    "wall agenda": wall_agenda,
    "table numbers": table_numbers,
    "name tents": tents,
    "badges": badges,
    "sign-in sheet": sign_in,
    "stack labels": stack_labels,
    "slips": slips,
    "timekeeper cards": timekeeper_cards,
    "exit tickets": exit_tickets,
    "certificates": certificates,
}
"""What makes each kind, in the order in which a room is furnished and the day goes; nothing comes of what has no data."""
UNASKED = (
    "signs", "posters", "wall agenda", "table numbers", "badges", "sign-in sheet", "slips", "timekeeper cards",
    "certificates",
)  # fmt: skip
"""What is made for a session in a room that does not say what it wants."""


def wanted(library: Library) -> tuple[str, ...]:
    """The kinds that a session wants, in the order of `MAKERS`, then `cards` and `protocols`."""
    delivery = library.delivery
    if delivery is None or (delivery.room_paper is None and delivery.place == "online"):
        return ()
    asked = UNASKED if delivery.room_paper is None else delivery.room_paper
    every = (*MAKERS, "cards", "protocols")
    return every if "all" in asked else tuple(kind for kind in every if kind in asked)


def dress(sheet: RoomSheet, renderer: Renderer, room: Room) -> tuple[Markup, str]:
    """The body of a sheet as HTML, and its version mark: four letters from all that it shows."""
    version = version_mark(_render(sheet, renderer, room, ""))
    said = f"{room.view.words['foot']['version']} {version}"
    return Markup(_render(sheet, renderer, room, said)), version


def _render(sheet: RoomSheet, renderer: Renderer, room: Room, version: str) -> str:
    delivery = room.view.library.delivery
    return renderer.render(
        sheet.template, **sheet.context, version=version, delivery=delivery, session=room.view.library.session
    )
