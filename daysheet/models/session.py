"""`data/session.yml`: what the session is about, whenever it is held."""

from __future__ import annotations

import re
from typing import Annotated

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from daysheet.colour import PALETTE, is_colour
from daysheet.models.base import Address, Id, Label, Lines, Prose, Record, mistake, slug
from daysheet.models.needs import Link


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


def _own_picture(value: object) -> object:
    if isinstance(value, str) and re.match(r"[a-z][a-z0-9+.-]*:|//", value.strip(), re.IGNORECASE):
        hint = (
            "pages ask nothing of other hosts: put the picture under `content/pictures/` and write `pictures/ann.jpg`"
        )
        raise mistake(f"`{value}` is not a picture of this session", hint)
    return value


class Host(Record):
    """Someone who leads the session. `picture` is counted from the top of `content/`; `picture_alt` says what it shows."""

    short = "name"
    name: Label
    about: Prose = ""
    picture: Annotated[Label, BeforeValidator(_own_picture)] = ""
    picture_alt: Label = ""
    link: Address = ""
    links: tuple[Link, ...] = ()

    @model_validator(mode="after")
    def _says_what_it_shows(self) -> Host:
        if self.picture and not self.picture_alt:
            raise mistake(
                f"The picture of {self.name} does not say in words what it shows", "add `picture_alt`, in a few words"
            )
        return self


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
    """Title, question, outcomes, norms and hosts; language, licence and accent. `id` is by default the slug of the title."""

    id: Id = ""
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

    @property
    def name(self) -> str:
        """What browsers keep its answers under; the same from build to build."""
        return self.id or slug(self.title) or "session"
