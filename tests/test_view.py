"""One audience's session."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import checked, view_of

from daysheet.check import CheckResult
from daysheet.project import Project
from daysheet.view import view_for


def test_a_view_is_of_one_audience(small: Path) -> None:
    participant, facilitator = view_of(small, {}), view_of(small, {}, "facilitator")
    assert (participant.is_facilitator, facilitator.is_facilitator) == (False, True)
    assert participant.library.delivery
    assert facilitator.library.delivery
    assert participant.library.delivery.private.wifi is None
    assert facilitator.library.delivery.private.wifi


def test_the_accent_and_the_words_are_the_sessions(small: Path) -> None:
    view = view_of(small, {})
    assert view.accent.paper == "#2c6a45"
    assert view.words["names"]["portrait"] == "Case"


def test_a_session_with_problems_cannot_be_viewed(tmp_path: Path) -> None:
    result = checked(tmp_path, {"data/session.yml": "titel: T\n"})
    with pytest.raises(ValueError, match="passed its checks"):
        view_for(Project(tmp_path), result, "participant")
    assert CheckResult().library is None
