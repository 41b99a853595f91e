"""What is under facilitator, expect and private is taken from the records themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import checked

from daysheet.audience import SECRETS, for_audience, for_audience_timetables, without_secrets
from daysheet.check import CheckResult
from daysheet.models.base import Record
from daysheet.references import records_of


@pytest.fixture
def result(small: Path) -> CheckResult:
    return checked(small, {})


def everything(result: CheckResult, audience: str) -> list[Any]:
    assert result.library
    library = for_audience(result.library, audience)
    tables = for_audience_timetables(result.timetables, audience)
    return [
        *vars(library).values(),
        *tables,
        *(part.part for table in tables for part in table.parts),
        *(each.round for table in tables for each in table.rounds),
    ]


def test_participants_get_no_word_of_it(result: CheckResult) -> None:
    assert "canary" in str(everything(result, "facilitator"))
    assert "canary" not in str(everything(result, "participant"))
    assert "canary" not in str(everything(result, "organiser"))


def test_every_key_with_that_name_is_cleared_wherever_it_stands(result: CheckResult) -> None:
    assert result.library
    library = for_audience(result.library, "participant")
    for records in (library.agendas, library.worksheets, (library.delivery,)):
        for _, record in records_of(records):
            for name in SECRETS:
                if name in type(record).model_fields:
                    assert getattr(record, name) == type(record).model_fields[name].get_default(
                        call_default_factory=True
                    )


def test_all_else_stays_as_it_was(result: CheckResult) -> None:
    assert result.library
    library = for_audience(result.library, "participant")
    assert [each.model_dump(exclude={"facilitator", "blocks"}) for each in library.worksheets] == [
        each.model_dump(exclude={"facilitator", "blocks"}) for each in result.library.worksheets
    ]
    assert for_audience(result.library, "facilitator") is result.library


def test_no_kind_of_record_can_hold_a_secret_where_it_would_not_be_cleared() -> None:
    """A field of a record that is reached through anything but records and tuples would be passed by."""
    seen: set[type[Record]] = set()

    def subclasses(model: type[Record]) -> None:
        for each in model.__subclasses__():
            seen.add(each)
            subclasses(each)

    subclasses(Record)
    for model in seen:
        for field in model.model_fields.values():
            if "dict[" in str(field.annotation):
                assert "daysheet.models" not in str(field.annotation), model


def test_a_record_without_secrets_stays_as_it_is(result: CheckResult) -> None:
    assert result.library
    portrait = result.library.portraits[0]
    assert without_secrets(portrait) == portrait
    assert without_secrets(None) is None
