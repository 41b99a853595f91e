"""How many copies the room needs: what one person, pair, group, table or team holds, counted table by table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daysheet.library import Library
from daysheet.materials import group_size
from daysheet.models.agenda import Round
from daysheet.models.delivery import Delivery

Seats = Mapping[str, int]
"""Table -> how many sit at it."""


@dataclass(frozen=True)
class Share:
    """The pile that goes to one table; without a table, the one for the whole room."""

    table: str
    copies: int


def even_seats(library: Library) -> dict[str, int]:
    """The tables by number, with everybody spread over them as evenly as can be."""
    delivery = library.delivery
    if delivery is None or not delivery.headcount:
        return {}
    whole, left = divmod(delivery.headcount, delivery.tables)
    return {str(number): whole + (number <= left) for number in range(1, delivery.tables + 1)}


def shares_of(per: str, round: Round | None, seats: Seats) -> tuple[Share, ...]:
    """The piles of what is wanted once per person, pair, group, table, team or room.

    Each pile is counted at its own table, so that no pair has to share across two.
    """
    if per == "room" or not seats:
        return (Share("", 1),)
    size = {"person": 1, "pair": 2, "group": group_size(round)}.get(per, 0)
    return tuple(Share(table, -(-people // size) if size else 1) for table, people in seats.items())


def unseated(delivery: Delivery, seats: Seats) -> int:
    """Who may come and sits nowhere yet: walk-ins, and those who are expected beyond the roster."""
    return delivery.walk_ins + max(0, delivery.headcount - sum(seats.values()))


def spares_of(per: str, walk_ins: int) -> int:
    """Copies for who sits nowhere yet; of what several share, one more, should a sheet be spoilt."""
    return {"person": walk_ins, "pair": -(-walk_ins // 2), "room": 0}.get(per, min(walk_ins, 1))
