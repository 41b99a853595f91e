"""On paper a link to the site says its live address, or is words alone."""

from __future__ import annotations

import pytest

from daysheet.models.delivery import Delivery
from daysheet.packets.links import from_the_top, live_links

DAY = Delivery.model_validate({"address": "https://day.example.org/"})
LINKS = [
    ("teams.md", "readings", "https://day.example.org/readings/teams.html"),
    ("../worksheets/plan.md#how", "readings", "https://day.example.org/worksheets/plan.html#how"),
    ("files/a%20b.pdf", "", "https://day.example.org/files/a%20b.pdf"),
    ("#part-plan", "", "#part-plan"),
    ("https://example.org/x", "readings", "https://example.org/x"),
    ("mailto:a@example.org", "", "mailto:a@example.org"),
]


@pytest.mark.parametrize(("written", "folder", "leads"), LINKS)
def test_a_link_leads_to_the_live_page(written: str, folder: str, leads: str) -> None:
    assert live_links(f'<a class="x" href="{written}">w</a>', DAY, folder) == f'<a class="x" href="{leads}">w</a>'


def test_without_an_address_it_is_words() -> None:
    assert live_links('<a href="teams.md">w</a>', None, "readings") == "<a>w</a>"


@pytest.mark.parametrize(
    ("written", "leads"), [("a.png", "readings/a.png"), ("data:x", "data:x"), ("/a.png", "/a.png")]
)
def test_a_picture_is_counted_from_the_top(written: str, leads: str) -> None:
    assert from_the_top(f'<img alt="A" src="{written}" />', "readings") == f'<img alt="A" src="{leads}" />'
