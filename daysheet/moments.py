"""Days and moments in words: the dates of a week, when a live event is, and what the clocks of other cities then show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from daysheet.events import Event
from daysheet.models.delivery import Delivery
from daysheet.spoken import Spoken
from daysheet.timetable import TimedRound

NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class CityTime:
    """What the clock of a city shows: `Beijing`, `Thu`, `1:00`. `other` is told where its day is not the session's."""

    city: str
    day: str
    time: str
    other: bool


def in_cities(moment: datetime, delivery: Delivery | None, spoken: Spoken) -> tuple[CityTime, ...]:
    """One instant in every city of the delivery, in its order."""
    cities = delivery.cities.items() if delivery else ()
    local = [(name, moment.astimezone(ZoneInfo(zone))) for name, zone in cities]
    return tuple(
        CityTime(name, spoken.date(there.date(), "EEE"), spoken.clock(there), there.date() != moment.date())
        for name, there in local
    )


def zone_in_words(delivery: Delivery, spoken: Spoken) -> str:
    """`times of Edmonton`."""
    return str(spoken.words["site"]["zone"]).format(city=zone_city(delivery, spoken))


def zone_city(delivery: Delivery, spoken: Spoken) -> str:
    """The city whose clock the session follows: `Edmonton`."""
    return str(get_timezone_location(ZoneInfo(delivery.timezone), locale=spoken.locale, return_city=True))


def iso(moment: datetime) -> str:
    """The instant for `<time datetime>`: `2011-01-19T17:00:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def when(event: Event, spoken: Spoken) -> str:
    """`Wednesday 19 January, 12:00 to 13:00`; the day alone where it has no hour."""
    day = spoken.date(event.day, "day")
    if event.start is None:
        return day
    hours = spoken.words["site"]["from_to"].format(start=spoken.clock(event.start), end=spoken.clock(event.end))
    return f"{day}, {hours.replace(' ', NO_BREAK)}"


def short_when(timed: TimedRound, spoken: Spoken) -> str:
    """`Wed 19 Jan, 12:00` of a live event; the day alone where it has no hour; nothing for other rounds."""
    if timed.date is None:
        return ""
    day = spoken.date(timed.date, "EEE d MMM").replace(" ", NO_BREAK)
    return f"{day}, {spoken.clock(timed.start)}" if timed.start else day


def span_in_words(span: tuple[date, date], spoken: Spoken, year: bool = False) -> str:
    """`17 to 24 January`, `28 February to 6 March`, also with the year; one day alone as itself."""
    first, last = span
    style = "d MMMM y" if year else "month"
    if first == last:
        return spoken.date(first, style)
    begins = (
        "d" if (first.year, first.month) == (last.year, last.month) else "month" if first.year == last.year else style
    )
    between = str(spoken.words["cover"]["span"])
    return between.format(first=spoken.date(first, begins), last=spoken.date(last, style))
