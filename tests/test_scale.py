"""The day to scale: always computed, never wider than the sheet."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL, view_of

from daysheet.packets.scale import NEAREST, WIDTH, day_scale


def scale(root: Path, files: dict[str, str] | None = None, audience: str = "participant") -> dict[str, Any] | None:
    return day_scale(view_of(root, files or {}, audience))


def test_the_day_fills_the_width(small: Path) -> None:
    found = scale(small)
    assert found
    assert found["ticks"][0]["x"] == 0
    assert found["ticks"][-1]["x"] == pytest.approx(WIDTH)
    assert all(bar["x"] >= 0 and bar["x"] + bar["width"] <= WIDTH + 0.01 for bar in found["bars"])
    bars = sorted(found["bars"], key=lambda bar: float(bar["x"]))
    assert all(one["x"] + one["width"] <= after["x"] + 0.01 for one, after in itertools.pairwise(bars))


def test_bars_are_as_long_as_their_rounds(small: Path) -> None:
    found = scale(small)
    assert found
    per_minute = WIDTH / (4 * 60 + 30)
    assert [round(bar["width"] / per_minute) for bar in found["bars"]] == [8, 20, 43, 25, 30]
    assert [bar["number"] for bar in found["bars"]] == ["", "1", "2", "", "3"]


def test_times_stand_apart(small: Path) -> None:
    found = scale(small)
    assert found
    places = [tick["x"] for tick in found["ticks"]]
    assert all(after - one >= NEAREST for one, after in itertools.pairwise(places))
    assert [found["ticks"][0]["label"], found["ticks"][-1]["label"]] == ["9:00", "13:30"]


def test_without_times_there_is_no_scale(small: Path) -> None:
    assert scale(small, {"data/delivery.yml": "venue: Here\nheadcount: 14\n"}) is None


def test_times_that_are_not_shown_are_not_drawn_for_participants(small: Path) -> None:
    text = (SMALL / "data" / "delivery.yml").read_text("utf-8").replace("times_shown: breaks", "times_shown: none")
    assert scale(small, {"data/delivery.yml": text}) is None
    assert scale(small, {"data/delivery.yml": text}, "facilitator")


def test_the_longest_day_of_breaks_is_drawn(tmp_path: Path) -> None:
    delivery = "days:\n  - {date: 2026-03-22, start: 0:00, end: 23:59}\ntimezone: UTC\n"
    rounds = "".join("  - {title: R, minutes: 1}\n  - {break: 1}\n" for _ in range(300))
    found = scale(tmp_path, {"data/delivery.yml": delivery, "data/agendas/a.yml": f"title: T\nrounds:\n{rounds}"})
    assert found
    assert len(found["ticks"]) <= WIDTH / NEAREST + 1
    assert found["words"] == []
