"""`data/sources.yml`: what is cited, by id."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, RootModel

from daysheet.models.base import Address, Id, Label, Prose, Record


def _authors(value: Any) -> Any:
    return [each.strip() for each in value.split(";") if each.strip()] if isinstance(value, str) else value


class Source(Record):
    """One work: `authors` as `Surname, Given` each, separated by semicolons or one a line."""

    authors: Annotated[tuple[Label, ...], BeforeValidator(_authors)] = ()
    year: Label = ""
    title: Prose
    container: Prose = ""
    publisher: Label = ""
    pages: Label = ""
    address: Address = ""
    note: Prose = ""


class Sources(RootModel[dict[Id, Source]]):
    """All works of the session."""
