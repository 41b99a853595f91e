"""Days and moments in words, and one instant on the clocks of many cities."""

from __future__ import annotations

import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from conftest import record_of, view_of

from daysheet.events import Event
from daysheet.models.delivery import Delivery
from daysheet.moments import in_cities, iso, short_when, span_in_words, when, zone_in_words
from daysheet.spoken import Spoken
from daysheet.timetable import TimedRound

CITIES = {
    "Los Angeles": ("America/Los_Angeles", "Wed 9:00"),
    "New York": ("America/New_York", "Wed 12:00"),
    "São Paulo": ("America/Sao_Paulo", "Wed 15:00"),
    "London": ("Europe/London", "Wed 17:00"),
    "Moscow": ("Europe/Moscow", "Wed 20:00"),
    "Beijing": ("Asia/Shanghai", "Thu 1:00"),
    "Sydney": ("Australia/Sydney", "Thu 4:00"),
}
NOON = datetime.datetime(2011, 1, 19, 12, tzinfo=ZoneInfo("America/New_York"))


@pytest.fixture
def spoken(tmp_path: Path) -> Spoken:
    return view_of(tmp_path, {}).spoken


def delivery() -> Delivery:
    cities = "".join(f"  {name}: {zone}\n" for name, (zone, _) in CITIES.items())
    return record_of(Delivery, f"timezone: America/New_York\ncities:\n{cities}", "data/delivery.yml")


def test_one_instant_in_seven_cities_has_the_right_day_in_each(spoken: Spoken) -> None:
    told = in_cities(NOON, delivery(), spoken)
    assert {each.city: f"{each.day} {each.time}" for each in told} == {name: said for name, (_, said) in CITIES.items()}
    assert [each.city for each in told if each.other] == ["Beijing", "Sydney"]
    assert in_cities(NOON, None, spoken) == ()


def test_an_instant_is_written_in_utc() -> None:
    assert iso(NOON) == "2011-01-19T17:00:00Z"


@pytest.mark.parametrize(
    ("last", "year", "said"),
    [
        ("2011-01-17", False, "17 January"),
        ("2011-01-24", False, "17 to 24 January"),
        ("2011-01-24", True, "17 to 24 January 2011"),
        ("2011-02-06", True, "17 January to 6 February 2011"),
        ("2012-01-06", True, "17 January 2011 to 6 January 2012"),
    ],
)
def test_the_dates_of_a_week_are_told_once_each(last: str, year: bool, said: str, spoken: Spoken) -> None:
    assert span_in_words((datetime.date(2011, 1, 17), datetime.date.fromisoformat(last)), spoken, year) == said


def test_an_event_is_told_with_its_day_and_its_hours(spoken: Spoken) -> None:
    event = Event("round", "a", "A", NOON.date(), NOON, NOON + datetime.timedelta(hours=1))
    assert when(event, spoken).replace("\u00a0", " ") == "Wednesday 19 January, 12:00 to 13:00"
    assert when(Event("round", "a", "A", NOON.date(), None, None), spoken) == "Wednesday 19 January"


def test_a_round_without_a_day_of_its_own_has_no_date_to_tell(tmp_path: Path) -> None:
    view = view_of(tmp_path, {"data/agendas/a.yml": "title: A\nrounds:\n  - title: One\n    minutes: 5\n"})
    timed = view.timetables[0].rounds[0]
    assert short_when(timed, view.spoken) == ""
    live = TimedRound(timed.round, 60, NOON, NOON, date=NOON.date())
    assert short_when(live, view.spoken).replace("\u00a0", " ") == "Wed 19 Jan, 12:00"


def test_the_zone_is_called_by_its_city(spoken: Spoken) -> None:
    assert zone_in_words(delivery(), spoken) == "times of New York"
