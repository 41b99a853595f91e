"""Numbers go by first use, then by file name; a pin holds one."""

from __future__ import annotations

from pathlib import Path

from conftest import checked, library_of
from hypothesis import given
from hypothesis import strategies as st

from daysheet.load import Loaded
from daysheet.models.worksheet import Worksheet
from daysheet.numbers import number
from daysheet.problems import Collector
from daysheet.reader import read_yaml

SHEET = "title: T\nblocks:\n  - text: Read\n"


def agenda(*ids: str) -> str:
    uses = "".join(
        f"  - title: R{at}\n    minutes: 5\n    uses:\n      - worksheet: {id}\n" for at, id in enumerate(ids)
    )
    return f"title: T\nrounds:\n{uses}"


def numbers(tmp_path: Path, sheets: dict[str, str], *used: str) -> dict[str, int]:
    files = {f"data/worksheets/{name}.yml": SHEET + more for name, more in sheets.items()}
    library = library_of(tmp_path, {**files, **({"data/agendas/day.yml": agenda(*used)} if used else {})})
    assert [each.number for each in library.worksheets] == sorted(
        each.number for each in library.worksheets if each.number
    )
    return {each.id: each.number or 0 for each in library.worksheets}


def test_numbers_go_by_first_use_then_by_name(tmp_path: Path) -> None:
    sheets = dict.fromkeys(("a", "b", "c", "d"), "")
    assert numbers(tmp_path, sheets, "c", "b", "c") == {"c": 1, "b": 2, "a": 3, "d": 4}


def test_a_pinned_number_is_kept_and_the_others_go_around_it(tmp_path: Path) -> None:
    assert numbers(tmp_path, {"a": "", "b": "number: 1\n", "c": "number: 9\n"}, "a") == {"b": 1, "a": 2, "c": 9}


def test_a_number_pinned_twice_is_told_at_the_second(tmp_path: Path) -> None:
    files = {f"data/worksheets/{name}.yml": f"{SHEET}number: 3\n" for name in ("a", "b")}
    result = checked(tmp_path, files)
    assert [each.place.file for each in result.problems] == ["data/worksheets/b.yml"]
    assert result.problems[0].place.line == 4


def sheet(id: str, pin: int | None) -> Loaded:
    record = Worksheet.model_validate({"id": id, "title": id, "number": pin, "blocks": [{"text": "T"}]})
    return Loaded("worksheet", record, read_yaml(SHEET, f"data/worksheets/{id}.yml"))


@given(
    st.dictionaries(st.integers(0, 30), st.none(), max_size=12), st.sets(st.integers(1, 20), max_size=5), st.randoms()
)
def test_every_number_is_given_once_and_pins_hold(plain: dict[int, None], pins: set[int], random: object) -> None:
    loaded = [sheet(f"s{each}", None) for each in plain] + [sheet(f"p{pin}", pin) for pin in sorted(pins)]
    random.shuffle(loaded)  # type: ignore[attr-defined]
    collector = Collector()
    given_ = number(loaded, [f"s{each}" for each in plain][:3], collector)
    assert not collector.problems
    found = {each.record.id: each.record.number for each in given_}
    assert sorted(found) == sorted(each.record.id for each in loaded)
    assert len(set(found.values())) == len(found)
    assert all(found[f"p{pin}"] == pin for pin in pins)
    free = [number for number in sorted(found.values()) if number not in pins]
    assert not free or max(free) <= len(free) + len(pins)
