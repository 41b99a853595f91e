"""All records as one library."""

# ruff: noqa: E501  samples stand on one line
from __future__ import annotations

from pathlib import Path

import pytest
from conftest import checked, library_of

from daysheet.problems import UsedWrongly

SHEET = "title: A sheet\nblocks:\n  - text: Read\n"
ROUND = "title: T\nrounds:\n  - title: One\n    minutes: 5\n    uses:\n      - worksheet: b\n  - title: Two\n    minutes: 5\n    uses:\n      - worksheet: b\n"
DELIVERY = "venue: {}\n"


def test_a_session_is_all_that_is_needed(tmp_path: Path) -> None:
    library = library_of(tmp_path, {})
    assert library.session.title == "A small day"
    assert library.delivery is None
    assert [each.id for each in library.packets] == ["participant", "facilitator"]


def test_data_without_a_session_are_told(tmp_path: Path) -> None:
    (tmp_path / "data" / "worksheets").mkdir(parents=True)
    (tmp_path / "data" / "worksheets" / "a.yml").write_text(SHEET)
    from daysheet.check import check

    assert "no `data/session.yml`" in check(tmp_path).problems[0].sentence


def test_records_are_found_by_kind_and_id(small: Path) -> None:
    library = library_of(small, {"data/session.yml": "title: T\n"})
    assert library.find("tenets", "ten").title == "A few tenets"
    assert library.find("portrait", "north").title == "Schools in the north"
    with pytest.raises(KeyError):
        library.find("worksheet", "nowhere")


def test_rounds_that_use_a_record_stand_in_order(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"data/worksheets/b.yml": SHEET, "data/agendas/a.yml": ROUND})
    assert [each.title for each in library.rounds_that_use("worksheet", "b")] == ["One", "Two"]
    assert library.rounds_that_use("reading", "b") == ()


def test_every_record_knows_its_file(small: Path) -> None:
    files = library_of(small, {}).files
    assert files[("worksheet", "plan")] == "data/worksheets/plan.yml"
    assert files[("reading", "hiring")] == "content/readings/hiring.md"


def test_one_of_several_deliveries_is_chosen(tmp_path: Path) -> None:
    files = {f"data/deliveries/{name}.yml": DELIVERY.format(name) for name in ("edmonton", "calgary")}
    delivery = library_of(tmp_path, files, "edmonton").delivery
    assert delivery
    assert delivery.venue == "edmonton"


def test_of_several_deliveries_one_has_to_be_chosen(tmp_path: Path) -> None:
    files = {f"data/deliveries/{name}.yml": DELIVERY.format(name) for name in ("edmonton", "calgary")}
    with pytest.raises(UsedWrongly, match=r"several deliveries: `calgary`, `edmonton`"):
        checked(tmp_path, files)


def test_the_only_delivery_needs_no_choice(tmp_path: Path) -> None:
    delivery = library_of(tmp_path, {"data/deliveries/edmonton.yml": DELIVERY.format("here")}).delivery
    assert delivery
    assert delivery.id == "edmonton"


def test_a_delivery_that_there_is_not_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsedWrongly, match=r"no delivery `regina`. There are: `edmonton`"):
        checked(tmp_path, {"data/deliveries/edmonton.yml": DELIVERY.format("x")}, "regina")


def test_a_tenet_is_known_by_its_short_name(small: Path) -> None:
    library = library_of(small, {})
    assert library.tenet_name("joint-work") == "ten/joint-work"
    assert library.tenet_name("ten/joint-work") == "ten/joint-work"
    assert [use.id for each in library.rounds for use in each.uses if use.kind == "tenet"] == ["ten/joint-work"]
