"""`data/session.yml`: what the session is about, whenever it is held."""

from __future__ import annotations

from typing import Annotated

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, Field

from daysheet.colour import PALETTE, is_colour
from daysheet.models.base import Address, Label, Lines, Prose, Record, mistake


def _language(value: str) -> str:
    try:
        Locale.parse(value, sep="-")
    except (UnknownLocaleError, ValueError):
        raise mistake(f"`{value}` is not a language", "write its short code, such as `en`, `en-CA` or `cy`") from None
    return value


def _accent(value: str) -> str:
    if value not in PALETTE and not is_colour(value):
        names = ", ".join(f"`{name}`" for name in PALETTE)
        raise mistake(f"`{value}` is not a colour", f'one of {names}, or six digits in quotes, such as "#8a3b12"')
    return value


class Host(Record):
    """Someone who leads the session."""

    short = "name"
    name: Label
    about: Prose = ""
    picture: Address = ""
    picture_alt: Label = ""
    link: Address = ""


class Words(Record):
    """What participants call things; empty means the language's own word."""

    session: Label = ""
    agenda: Label = ""
    worksheet: Label = ""
    reading: Label = ""
    tenet: Label = ""
    portrait: Label = ""
    exhibit: Label = ""
    packet: Label = ""
    facilitator: Label = ""


class Session(Record):
    """Title, question, outcomes, norms and hosts; language, licence and accent."""

    title: Prose
    subtitle: Prose = ""
    question: Prose = ""
    about: Prose = ""
    outcomes: Lines = ()
    norms: Lines = ()
    bring: Lines = ()
    before: Lines = ()
    hosts: tuple[Host, ...] = ()
    language: Annotated[Label, AfterValidator(_language)] = "en"
    licence: Label = ""
    accent: Annotated[Label, AfterValidator(_accent)] = "brick"
    words: Words = Field(default_factory=Words)
    slides: Address = ""
    feedback: Address = ""
