"""The room's paper by name: what `room_paper` of the delivery asks for, and which of it a packet can hold."""

from __future__ import annotations

import difflib
from typing import Annotated

from pydantic import BeforeValidator

from daysheet.models.base import Label, mistake

IN_PACKETS = (
    "signs", "table numbers", "name tents", "badges", "posters", "sign-in sheet", "certificates", "slips",
    "timekeeper cards", "exit tickets",
)  # fmt: skip
"""What can also stand in a packet, without anybody's name."""
ROOM_PAPER = (*IN_PACKETS, "cards", "protocols", "wall agenda", "stack labels")
"""All that can be made for a room."""


def _known(value: object) -> object:
    name = str(value).strip().lower()
    if name not in (*ROOM_PAPER, "all", "none"):
        near = difflib.get_close_matches(name, ROOM_PAPER, 1, 0.6)
        every = "one of " + ", ".join(f"`{each}`" for each in ROOM_PAPER) + ", or `all`, or `none`"
        raise mistake(f"`{value}` is no paper for a room", f"did you mean `{near[0]}`?" if near else every)
    return name


def _listed(value: object) -> object:
    names = (value,) if isinstance(value, str) else value
    if isinstance(names, list | tuple) and len(names) > 1 and {"all", "none"} & {str(each) for each in names}:
        raise mistake("`all` and `none` stand alone", "write either one of them, or the names of what you want")
    return names


RoomPapers = Annotated[tuple[Annotated[Label, BeforeValidator(_known)], ...], BeforeValidator(_listed)]
"""Names of `ROOM_PAPER`, or one of `all` and `none`."""
