"""For who keeps the time: a card for each round with its steps and the clock at every turn; and the agenda for the wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from daysheet.addresses import live, typed
from daysheet.labels import groups_in_words
from daysheet.models.agenda import Step
from daysheet.packets.rows import agenda_parts
from daysheet.prose import to_text
from daysheet.room.setting import Room, RoomSheet, sheets_of
from daysheet.room.sizes import MM, SCALE
from daysheet.timetable import TimedRound, later, turn_minutes

HALF_PAGE = 64.0
"""Room for the steps of a card on half a page, in mm; a longer card has a page."""
STEP_LINE, STEP_PADDING = 4.95, 2.5
"""The height of a line of a step, and what stands above and below it, in mm."""
WHO_LINE = 4.3
LARGER = 1.5
"""How much more room the steps take in large type, which a short card gets."""
COLUMNS, TIME = 40.0, 17.0
"""What the columns beside the steps take of 174 mm: the fixed ones, and each turn's."""
WALL_ROWS, WALL_LINE = 296.0, 18.7
"""Room for the rows of the wall agenda, and what a second line of its title takes of it, in mm."""
WALL_SIZES = tuple(size for size in SCALE if 11 <= size <= 30)
MOST_TURNS = 4
"""Turns whose times stand side by side; of more only the minutes are told."""
SIZES = {"trios": 3, "fours": 4}


def timekeeper_cards(room: Room) -> tuple[RoomSheet, ...]:
    """For each round of small groups a file with its card twice to a page, as many as there are groups; in one more file
    the cards of all other rounds, once."""
    timed = [each for table in room.view.timetables for each in table.rounds if _is_kept(each)]
    small = [each for each in timed if group_count(each, room) > 1]
    rest = [each for each in timed if group_count(each, room) <= 1]
    files = [_of_groups(each, room) for each in small]
    if rest:
        files.append(_file("timekeeper-cards", list(_pages([_card(each, room) for each in rest])), room, 1))
    return tuple(files)


def _of_groups(timed: TimedRound, room: Room) -> RoomSheet:
    """One round's card for every group; a long one has a page to itself."""
    card = _card(timed, room)
    page = [card] if card["long"] else [card, card]
    copies = -(-group_count(timed, room) // len(page))
    return _file(f"timekeeper-{timed.round.id}", [page], room, copies, to_text(timed.round.title))


def _file(name: str, pages: list[list[Any]], room: Room, copies: int, of: str = "") -> RoomSheet:
    title = str(room.words["titles"]["timekeeper cards"])
    context = {"pages": pages, "room": room}
    trimmed = ("cut in half",) if any(len(page) > 1 for page in pages) else ()
    return RoomSheet(
        name, "timekeeper cards", f"{title}: {of}" if of else title, "room/timekeeper.html", context,
        copies=copies, stock="card", finishing=trimmed,
    )  # fmt: skip


def _is_kept(timed: TimedRound) -> bool:
    """A round whose steps have minutes, so that there is something to keep."""
    return not timed.round.is_pause and sum(1 for step in timed.round.steps if step.minutes) > 1


def group_count(timed: TimedRound, room: Room) -> int:
    """How many groups keep their own time in a round; 1 where the room works as one, or each alone."""
    groups = timed.round.groups
    people = len(room.people) or room.delivery.headcount
    if groups is None or not people:
        return 1
    if groups.name in ("tables", "teams"):
        return len(room.tables)
    size = groups.size or SIZES.get(groups.name, 0)
    return max(1, people // size) if size else 1


def _pages(cards: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Two short cards to a page, a long one alone."""
    yield from ([each] for each in cards if each["long"])
    yield from (list(each) for each in sheets_of([each for each in cards if not each["long"]], 2))


def _card(timed: TimedRound, room: Room) -> dict[str, Any]:
    round, clock = timed.round, room.view.spoken.clock
    turns = round.turns if timed.start and round.turns <= MOST_TURNS else 1
    between = round.repeat.between if round.repeat else None
    pause = between.minutes.planned if between and between.minutes else 0
    pitch = turn_minutes(round) + pause
    rows = []
    after = 0
    for step in round.steps:
        minutes = step.minutes.planned if step.minutes else 0
        times = [clock(later(timed.start, turn * pitch + after)) for turn in range(turns)] if timed.start else []
        rows.append({"step": step, "words": _words(step, room), "after": after, "minutes": minutes, "times": times})
        after += minutes
    ends = [clock(later(timed.start, turn * pitch + after)) for turn in range(turns)] if timed.start else []
    height = _height(rows, turns if timed.start else 0, room)
    return {
        "round": round, "rows": rows, "ends": ends, "turns": turns, "all": round.turns, "total": after, "pause": pause,
        "between": between, "groups": groups_in_words(round, room.view.spoken), "minutes": timed.minutes,
        "long": height > HALF_PAGE,
        "large": height * LARGER < HALF_PAGE, "begins": clock(timed.start), "finishes": clock(timed.end),
    }  # fmt: skip


def _height(rows: list[dict[str, Any]], times: int, room: Room) -> float:
    """How high the steps of a card are, in mm, by the measured width of their words."""
    width = 174.0 - COLUMNS - TIME * times
    font = room.type("AtkinsonHyperlegibleNext-400")
    lines = (int(font.width(to_text(row["step"].do)) * 10.5 / MM / width * 1.08) + 1 for row in rows)
    return sum(each * STEP_LINE + STEP_PADDING for each in lines) + sum(WHO_LINE for row in rows if row["words"])


def _words(step: Step, room: Room) -> str:
    """Who does it, or who is silent."""
    silent = str(room.view.words["protocol"]["silent"]).format(who=step.silent) if step.silent else ""
    return " · ".join(each for each in (step.who, room.view.spoken.groups(step.groups), silent) if each)


def wall_agenda(room: Room) -> tuple[RoomSheet, ...]:
    """The day for the wall, on A3 or Tabloid."""
    parts = agenda_parts(replace(room.view, audience="participant"))  # the times that everybody sees
    if not parts:
        return ()
    agenda = room.view.library.agendas[0]
    title = str(room.words["titles"]["wall agenda"])
    heading = room.fit(room.title, 205, 40, "Literata-300", lines=2, most=48)
    space = WALL_ROWS - WALL_LINE * (len(heading.lines) - 1)
    size = next((each for each in reversed(WALL_SIZES) if _wall_height(parts, each, room) <= space), WALL_SIZES[0])
    code, address = room.code("agenda.html", title), typed(live(room.view.library.delivery, "agenda.html"))
    context = {
        "parts": parts,
        "agenda": agenda,
        "room": room,
        "code": code,
        "address": address,
        "size": size,
        "heading": heading,
    }
    paper = {"letter": "tabloid", "a4": "a3"}[room.delivery.paper]
    return (RoomSheet("wall-agenda", "wall agenda", title, "room/wall.html", context, "wall", paper),)


def _wall_height(parts: list[dict[str, Any]], size: int, room: Room) -> float:
    """How high the rows of the wall agenda are at a size, in mm."""
    em, font = size / MM, room.type()
    width = 239.4 - 4.2 * em - 64
    rows = [row for part in parts for row in part["rows"]]
    lines = sum(int(font.width(to_text(row["title"])) * em / width) + 1 for row in rows)
    tracks = len({(part["id"], row["track"]) for part in parts for row in part["rows"] if row.get("track")})
    return (lines * 1.25 + len(rows) * 0.64 + len(parts) * 2.1 + tracks * 1.4) * em
