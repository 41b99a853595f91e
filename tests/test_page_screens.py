"""The documents of the room screen and the console, as they are written."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import SMALL, view_of

from daysheet.check import check
from daysheet.pages.desk import PageDesk
from daysheet.pages.screens import screen_files
from daysheet.policy import inline_hashes
from daysheet.project import Project
from daysheet.view import view_for

AGENDA = {"data/agendas/a.yml": "title: A\nrounds:\n  - title: One\n    minutes: 5\n"}


def files(root: Path, audience: str) -> dict[str, str]:
    view = view_for(Project(root), check(root), audience)
    written = screen_files(PageDesk(view)).items()
    return {
        path: content.decode() if isinstance(content, bytes) else content.read_text("utf-8")
        for path, content in written
    }


def test_the_public_site_has_the_screen_and_the_facilitators_the_console_too() -> None:
    assert list(files(SMALL, "participant")) == ["screen.html", "screen/screen.css", "screen/screen.js"]
    assert "console.html" in files(SMALL, "facilitator")


def test_not_a_word_for_those_inside_stands_in_the_public_screen() -> None:
    assert "canary" not in files(SMALL, "participant")["screen.html"]
    assert "canary-wifi-password" in files(SMALL, "facilitator")["screen.html"]


def test_both_carry_the_policy_and_need_no_inline_script() -> None:
    written = files(SMALL, "facilitator")
    for name in ("screen.html", "console.html"):
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', written[name])
        assert policy is not None
        assert "script-src 'self';" in policy[1]
        assert policy[1].endswith("style-src 'self'")


def test_every_sheet_that_is_used_has_its_code_once() -> None:
    found = re.findall(r'data-code="([^"]+)"', files(SMALL, "participant")["screen.html"])
    assert found[:3] == ["site", "feedback", "worksheet/first-steps"]
    assert len(found) == len(set(found))
    assert "wifi" not in found
    assert 'data-code="wifi"' in files(SMALL, "facilitator")["screen.html"]


def test_without_an_address_there_is_no_code_and_without_an_agenda_no_screen(tmp_path: Path) -> None:
    desk = PageDesk(view_of(tmp_path / "one", AGENDA))
    page = screen_files(desk)["screen.html"]
    assert isinstance(page, bytes)
    assert b"data-code" not in page
    assert screen_files(PageDesk(view_of(tmp_path / "none", {}))) == {}


def test_data_within_a_page_is_not_named_by_the_policy() -> None:
    page = '<script type="application/json" id="d">{}</script><script>run()</script>'
    assert len(inline_hashes(page, "script")) == 1


def test_a_screen_in_another_language_says_so_and_turns_with_it(tmp_path: Path) -> None:
    session = "title: יום\nlanguage: he\n"
    page = screen_files(PageDesk(view_of(tmp_path, {**AGENDA, "data/session.yml": session})))["screen.html"]
    assert isinstance(page, bytes)
    assert b'<html lang="he" dir="rtl">' in page
