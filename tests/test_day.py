"""The day as data: what scripts run on, and what it must never hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import SMALL, checked, view_of

from daysheet.day import day_json, day_of
from daysheet.day_rounds import Data
from daysheet.project import Project
from daysheet.view import view_for

DELIVERY = "days:\n  - {date: 2026-03-10, start: 9:00, end: 12:00}\ntimezone: America/Edmonton\n"
AGENDA = """title: A
rounds:
  - title: In steps
    steps:
      - Look (4-6 min)
      - Speak (10 min)
    repeat:
      times: 2
      between: Change. (1-3 min)
  - title: With a way out
    minutes: 20
    facilitator:
      if_short: Skip the feedback (saves 6 min).
"""


def of_small(audience: str) -> Data:
    return day_of(view_for(Project(SMALL), checked(SMALL, {}), audience))


def of(root: Path, audience: str = "facilitator", agenda: str = AGENDA) -> Data:
    return day_of(view_of(root, {"data/agendas/a.yml": agenda, "data/delivery.yml": DELIVERY}, audience))


def test_a_round_has_its_times_its_turns_and_what_it_uses() -> None:
    found = {each["id"]: each for each in of_small("participant")["rounds"]}
    protocol = found["look-at-one-anothers-work"]
    assert protocol["end"] - protocol["start"] == 43 * 60
    assert [protocol[each] for each in ("kind", "called", "turn", "turns", "anchored", "pause")] == [
        "protocol",
        "Protocol",
        13,
        3,
        True,
        False,
    ]
    assert protocol["steps"][1]["silent"] == "everyone else"
    assert protocol["uses"][0]["label"] == "Worksheet\u00a02"
    assert protocol["uses"][0]["typed"] == "example.org/small/w2"
    assert len(protocol["invitations"]) == 3


def test_rounds_of_tracks_side_by_side_name_their_track() -> None:
    tracks = [each["track"] for each in of_small("participant")["rounds"]]
    assert tracks[-3:] == ["beginners", "old-hands", "old-hands"]
    assert set(tracks[:-3]) == {""}


def test_the_first_round_of_a_part_that_begins_on_the_minute_does_so_too() -> None:
    found = {each["id"]: each["anchored"] for each in of_small("participant")["rounds"]}
    assert [found["a-plan-in-pencil"], found["stations"], found["a-plan-in-ink"]] == [True, True, False]


def test_participants_are_told_nothing_that_is_for_facilitators() -> None:
    assert "canary" not in day_json(of_small("participant"))
    inside = day_json(of_small("facilitator"))
    assert all(f"canary-{each}" in inside for each in ("round-say", "wifi-password", "join-link", "break-do"))


def test_the_roster_stays_out_for_everyone() -> None:
    names = (SMALL / "data" / "roster.csv").read_text("utf-8").splitlines()[1].split(",")
    for audience in ("participant", "facilitator"):
        assert not [each for each in names if len(each) > 5 and each in day_json(of_small(audience))]


def test_the_times_that_participants_see_are_those_of_the_site() -> None:
    shown = [each["time"] for each in of_small("participant")["rounds"]]
    assert shown.count("") == len(shown) - 2
    assert "" not in [each["time"] for each in of_small("facilitator")["rounds"]]


def test_the_range_of_a_round_comes_from_its_steps_and_turns(tmp_path: Path) -> None:
    first = of(tmp_path)["rounds"][0]
    assert (first["least"], first["minutes"], first["most"]) == (29, 32, 35)


def test_what_a_short_way_saves_is_the_least_of_a_round_and_known_to_facilitators_alone(tmp_path: Path) -> None:
    assert [of(tmp_path, each)["rounds"][1]["least"] for each in ("facilitator", "participant")] == [14, 20]


@pytest.mark.parametrize(
    ("says", "least"), [("saves 30 min", 1), ("saves 1 minute", 19), ("it saves time", 20), ("(saves 5)", 20)]
)
def test_a_saving_that_makes_no_sense_shortens_nothing_beyond_a_minute(tmp_path: Path, says: str, least: int) -> None:
    said = AGENDA.replace("saves 6 min", says)
    assert of(tmp_path, agenda=said)["rounds"][1]["least"] == least


def test_without_days_there_are_minutes_and_no_times(tmp_path: Path) -> None:
    day = day_of(view_of(tmp_path, {"data/agendas/a.yml": AGENDA}))
    assert day["zone"] == ""
    assert [(each["start"], each["minutes"]) for each in day["rounds"]] == [(None, 32), (None, 20)]


def test_nothing_in_the_data_ends_the_element_that_holds_it(tmp_path: Path) -> None:
    title = "`</script><script>` and more"
    day = of(tmp_path, agenda=f'title: A\nrounds:\n  - title: "{title}"\n    minutes: 5\n')
    text = day_json(day)
    assert "<" not in text
    assert "</script>" in json.loads(text)["rounds"][0]["title"]
