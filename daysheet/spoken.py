"""What the engine itself says: its words in the session’s language, and dates, times and figures written its way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from daysheet.models.session import Session
from daysheet.models.values import Groups, Minutes
from daysheet.problems import InvalidData, Problem
from daysheet.project import Project
from daysheet.reader import Keys, Source, read_yaml

THIN = "\u202f"
GROUPED = re.compile(r"[1-9][0-9]*|[1-9][0-9]{0,2}([, \u202f][0-9]{3})+")
"""A whole number, with its thousands apart or not; `007` and `1,5` are none."""


@dataclass(frozen=True)
class Spoken:
    """The words of `templates/words/<language>.yml`, overlaid with what the session calls things."""

    language: str
    words: Mapping[str, Any]

    @cached_property
    def locale(self) -> Locale:
        return Locale.parse(self.language, sep="-")

    def date(self, day: date, style: str = "full") -> str:
        """`full`: Thursday, 22 March 2018; `long`: 22 March 2018; `day`: Thursday 22 March."""
        if style in ("full", "long", "medium", "short"):
            return str(format_date(day, style, locale=self._british))
        return str(format_date(day, {"day": "EEEE d MMMM", "month": "d MMMM"}.get(style, style), locale=self._british))

    @property
    def _british(self) -> Locale:
        """English without a country is written as in Britain, day before month."""
        return Locale.parse("en_GB") if self.language == "en" else self.locale

    def clock(self, moment: datetime | time | None, rounded: bool = False) -> str:
        """A time of day on 24 hours without a leading zero, `9:05`; rounded: to the nearest five minutes."""
        if moment is None:
            return ""
        if rounded:
            total = (moment.hour * 60 + moment.minute + 2) // 5 * 5
            return f"{total // 60 % 24}:{total % 60:02d}"
        if self.language.startswith("en"):
            return f"{moment.hour}:{moment.minute:02d}"
        return str(format_time(moment if isinstance(moment, time) else moment.timetz(), "short", locale=self.locale))

    def minutes(self, value: Minutes | int | None, style: str = "long") -> str:
        """`10 minutes`, `8 to 12 minutes`; short: `10 min`."""
        if value is None:
            return ""
        least, most = (value, value) if isinstance(value, int) else (value.least, value.most)
        unit = (
            self.words["units"]["minute" if least == most == 1 else "minutes"]
            if style == "long"
            else self.words["units"]["min"]
        )
        between = f"{least}" if least == most else self.words["units"]["range"].format(least=least, most=most)
        return f"{between}\u00a0{unit}"

    def number(self, value: object) -> str:
        """A figure with thin spaces between thousands; other text as it is."""
        text = str(value)
        if not GROUPED.fullmatch(text) or len(text) == 4:
            return text
        plain = re.sub(r"\D", "", text)
        symbol = format_decimal(1000, locale="en")[1]
        return str(format_decimal(int(plain), locale="en")).replace(symbol, THIN)

    def groups(self, value: Groups | None) -> str:
        """How the room sits, in words: `in threes`."""
        if value is None:
            return ""
        if value.name:
            return str(self.words["groups"][value.name])
        key = "size_range" if value.to > value.size else "size"
        return str(self.words["groups"][key]).format(size=value.size, to=value.to)

    def join(self, items: Iterable[str]) -> str:
        """`a, b and c`, as the language joins."""
        return str(format_list(list(items), locale=self._british))


def speak(project: Project, session: Session) -> Spoken:
    """The words for a session's language; English ones where a language has none of its own."""
    words = _words(project, "en")
    for language in (session.language.split("-")[0], session.language):
        if language != "en":
            words = _merge(words, _words(project, language))
    own = {name: text for name, text in session.words if text}
    return Spoken(session.language, _merge(words, {"names": own}))


def _words(project: Project, language: str) -> Mapping[str, Any]:
    """The engine's words of a language, with the project's own laid over them."""
    name = f"words/{language}.yml"
    words: Mapping[str, Any] = {}
    for path in (folder / name for folder in reversed(project.template_folders)):
        if path.is_file():
            source = read_yaml(path.read_bytes(), f"templates/{name}")
            if problems := list(_misshapen(words, source.data, source, ())):
                raise InvalidData(problems)
            words = _merge(words, source.data)
    return words


def _misshapen(words: Mapping[str, Any], own: Mapping[str, Any], source: Source, above: Keys) -> Iterator[Problem]:
    """Where the project's own file has one text and the engine's has several under that key, or the other way round."""
    for key, value in own.items():
        known, keys = words.get(key), (*above, key)
        if isinstance(known, Mapping) and isinstance(value, Mapping):
            yield from _misshapen(known, value, source, keys)
        elif known is not None and isinstance(known, Mapping) != isinstance(value, Mapping):
            wanted = "several texts, each under its own key" if isinstance(known, Mapping) else "one text"
            yield Problem(
                source.place(keys), f"Under `{key}` stands {wanted}", "look at the engine's own file of words"
            )


def _merge(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """`other` laid over `one`, key by key."""
    merged = dict(one)
    for key, value in other.items():
        merged[key] = (
            _merge(merged[key], value) if isinstance(value, Mapping) and isinstance(merged.get(key), Mapping) else value
        )
    return merged
