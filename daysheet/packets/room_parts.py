"""Step 6b, print: the room's paper as parts of a packet, without anybody's name: what bears names is only in the print run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from daysheet.models.room_paper import IN_PACKETS
from daysheet.packets.bodies import Body, Desk, Part
from daysheet.room.setting import Room
from daysheet.room.sheets import MAKERS, dress
from daysheet.view import View

ROOM_STYLES = ("styles/room-sizes.css", "styles/room.css")
"""Laid over the style sheets of paper, where a packet holds paper of the room."""


def page_of_room(kind: str) -> str:
    """The page that a part of the room's paper stands on."""
    return "room-wide" if kind in ("signs", "certificates") else "room"


def has_room_paper(kind: str, view: View) -> bool:
    """Whether a session has anything for such a part."""
    return bool(MAKERS[kind](_room(view)))


def _room(view: View) -> Room:
    """The room of a packet: nobody by name, and cards to cut, for a packet has no sheets of labels."""
    delivery = view.library.delivery
    if delivery is None:
        return Room(view)
    plain = delivery.model_copy(update={"badges": None, "labels": None})
    return Room(replace(view, library=replace(view.library, delivery=plain)))


def _body(part: Part, _: Any, desk: Desk) -> Markup:
    room = _room(desk.view)
    return Markup("\n").join(dress(sheet, desk.renderer, room)[0] for sheet in MAKERS[part.kind](room))


ROOM_BODIES: Mapping[str, Body] = dict.fromkeys(IN_PACKETS, _body)
