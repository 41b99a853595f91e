"""What an author may want to know, and what stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import checked


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/day",
        "https://day.example.com",
        "http://localhost:8000",
        "http://127.0.0.1/x",
        "http://printer.local/",
    ],
)
def test_an_address_that_is_a_sample_is_remarked(tmp_path: Path, address: str) -> None:
    result = checked(tmp_path, {"data/delivery.yml": f"address: {address}\n"})
    assert not result.problems
    assert "is a sample" in result.remarks[0].sentence
    assert result.remarks[0].place.file == "data/delivery.yml"


def test_no_address_is_remarked(tmp_path: Path) -> None:
    assert "no sheet carries a QR code" in checked(tmp_path, {"data/delivery.yml": "venue: Here\n"}).remarks[0].sentence


def test_an_address_of_ones_own_is_not(tmp_path: Path) -> None:
    assert checked(tmp_path, {"data/delivery.yml": "address: https://myexample.org/day\n"}).remarks == ()


def test_a_session_without_a_delivery_is_not_remarked(tmp_path: Path) -> None:
    assert checked(tmp_path, {}).remarks == ()
