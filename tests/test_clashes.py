"""A leader or a room is wanted once at a time."""

# ruff: noqa: E501  samples stand on one line
from __future__ import annotations

from pathlib import Path

from conftest import checked

DELIVERY = "days:\n  - {date: 2026-03-22, start: 9:00, end: 15:30}\ntimezone: Europe/London\n"


def told(tmp_path: Path, *agendas: str, delivery: str = DELIVERY) -> list[str]:
    files = {f"data/agendas/a{at}.yml": text for at, text in enumerate(agendas)}
    result = checked(tmp_path, {"data/delivery.yml": delivery, **files})
    return [f"{each.place.file}:{each.place.line} {each.sentence}" for each in result.problems]


def tracks(one: str, other: str) -> str:
    return (
        "title: T\nparts:\n  - title: P\n    tracks:\n"
        f"      - title: A\n        rounds:\n          - {{title: A1, minutes: 20, {one}}}\n"
        f"      - title: B\n        rounds:\n          - {{title: B1, minutes: 30, {other}}}\n"
    )


def test_a_leader_of_two_tracks_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, tracks("led_by: Ana", "led_by: Ana")) == [
        "data/agendas/a0.yml:10 Ana leads “A1” at the same time (9:00)"
    ]


def test_a_room_of_two_tracks_is_told(tmp_path: Path) -> None:
    assert "The room `lab` has “A1”" in told(tmp_path, tracks("room: lab", "room: lab"))[0]


def test_two_leaders_in_two_rooms_are_well(tmp_path: Path) -> None:
    assert told(tmp_path, tracks("room: lab, led_by: Ana", "room: hall, led_by: Ben")) == []


def test_one_after_another_is_no_clash(tmp_path: Path) -> None:
    text = "title: T\nrounds:\n  - {title: A, minutes: 5, led_by: Ana, room: lab}\n  - {title: B, minutes: 5, led_by: Ana, room: lab}\n"
    assert told(tmp_path, text) == []


def test_a_break_needs_no_room_of_its_own(tmp_path: Path) -> None:
    assert told(tmp_path, tracks("room: lab", "room: lab, kind: break")) == []


def test_two_agendas_on_one_day_begin_together_and_clash(tmp_path: Path) -> None:
    text = "title: T\nrounds:\n  - {title: A, minutes: 5, led_by: Ana}\n"
    assert told(tmp_path, text, text) == ["data/agendas/a1.yml:3 Ana leads “A” at the same time (9:00)"]


def test_two_agendas_on_two_days_do_not(tmp_path: Path) -> None:
    days = DELIVERY.replace("timezone", "  - {date: 2026-03-23, start: 9:00, end: 15:30}\ntimezone")
    one, other = (
        f"title: T\nparts:\n  - day: {day}\n    rounds:\n      - {{title: A, minutes: 5, led_by: Ana, room: lab}}\n"
        for day in (1, 2)
    )
    assert told(tmp_path, one, other, delivery=days) == []


def test_without_days_nothing_can_clash(tmp_path: Path) -> None:
    assert told(tmp_path, tracks("led_by: Ana", "led_by: Ana"), delivery="venue: Here\n") == []
