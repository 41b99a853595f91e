"""Where everything stands, and what is printed beside a QR code."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daysheet.addresses import is_sample, live, page_of, short_of, typed
from daysheet.models.delivery import Delivery

PAGES = [
    ("worksheet", "plan", "worksheets/plan.html"),
    ("reading", "growth", "readings/growth.html"),
    ("portrait", "north", "portraits/north.html"),
    ("tenets", "ten", "tenets/ten.html"),
    ("tenet", "ten/joint-work", "tenets/ten.html#joint-work"),
    ("round", "welcome", "agenda.html#welcome"),
    ("agenda", "day", "agenda.html"),
]


@pytest.mark.parametrize(("kind", "id", "page"), PAGES)
def test_every_record_has_its_page(kind: str, id: str, page: str) -> None:
    assert page_of(kind, id) == page


@pytest.mark.parametrize(
    ("kind", "short"),
    [("worksheet", "w3.html"), ("reading", "h3.html"), ("portrait", "c3.html"), ("tenets", "tenets/x.html")],
)
def test_a_numbered_record_has_a_short_address(kind: str, short: str) -> None:
    assert short_of(kind, SimpleNamespace(number=3, id="x")) == short


def test_without_an_address_nothing_is_live() -> None:
    assert live(None, "w3.html") == live(Delivery(), "w3.html") == ""


@given(
    st.sampled_from(["https://day.example.org", "https://day.example.org/", "http://www.example.org/a/b/"]),
    st.integers(1, 99),
)
def test_an_address_is_typed_without_what_browsers_add(address: str, number: int) -> None:
    full = live(Delivery.model_validate({"address": address}), f"w{number}.html")
    assert full.startswith(address.rstrip("/"))
    assert full.endswith((f".org/w{number}.html", f"/a/b/w{number}.html"))
    assert re.fullmatch(rf"[a-z./]+/w{number}", typed(full))
    assert not typed(full).startswith(("http", "www"))


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/day",
        "https://day.example.com",
        "http://localhost:8000/",
        "http://192.168.1.20/day",
        "http://10.0.0.7",
        "http://127.0.0.1:8000",
        "http://[::1]/",
        "http://laptop.local/day",
        "http://server/day",
        "HTTPS://EXAMPLE.ORG/DAY",
    ],
)
def test_examples_and_places_within_a_network_are_known(address: str) -> None:
    assert is_sample(address)


@pytest.mark.parametrize("address", ["https://day.school.ca/w3", "https://myexample.org", "http://8.8.8.8/"])
def test_other_addresses_are_none(address: str) -> None:
    assert not is_sample(address)
