"""Progress: a line for each thing made; a bar in a terminal alone."""

import io
import itertools

import pytest

from daysheet.problems import Place, Remark
from daysheet.progress import Progress, made_line


def test_plain_lines_have_name_pages_and_time_in_columns() -> None:
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress.made("pdf/participant-a4.pdf", pages=24, seconds=1.24)
        progress.made("pdf/worksheets/showcase-a4.pdf", pages=1, seconds=0.04)
        progress.made("manifest.json")
    assert stream.getvalue() == (
        "pdf/participant-a4.pdf                            24 pages     1.2 s\n"
        "pdf/worksheets/showcase-a4.pdf                      1 page     0.0 s\n"
        "manifest.json\n"
    )


def test_a_step_is_told_when_it_ends_with_its_own_time_and_the_pages_counted_on_it() -> None:
    stream = io.StringIO()
    with Progress(stream, clock=itertools.count(10, 2.5).__next__) as progress, progress.step("site") as step:
        assert stream.getvalue() == ""
        step.pages = 41
    assert stream.getvalue() == made_line("site", 41, 2.5) + "\n"


def test_a_step_that_fails_is_not_told_as_made() -> None:
    stream = io.StringIO()
    with pytest.raises(ZeroDivisionError), Progress(stream) as progress, progress.step("site"):
        raise ZeroDivisionError
    assert stream.getvalue() == ""


def test_a_name_in_square_brackets_is_no_markup() -> None:
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress.made("[bold]x[/bold].pdf")
    assert stream.getvalue() == "[bold]x[/bold].pdf\n"


def test_a_long_name_stays_on_one_line() -> None:
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress.made("x" * 200, pages=3, seconds=1)
    assert stream.getvalue() == "x" * 200 + "   3 pages     1.0 s\n"


def test_a_terminal_gets_a_bar_below_the_lines_and_the_bar_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = io.StringIO()
    with Progress(stream, terminal=True) as progress:
        progress.expect(2)
        with progress.step("site"):
            pass
        progress.made("manifest.json")
    written = stream.getvalue()
    assert "━" in written
    assert "2/2" in written
    assert written.rstrip().endswith("\x1b[2K")


def test_a_terminal_that_cannot_move_its_cursor_gets_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    stream = io.StringIO()
    with Progress(stream, terminal=True) as progress:
        progress.made("site")
    assert stream.getvalue() == "site\n"


@pytest.mark.parametrize("terminal", [True, False])
def test_quiet_says_nothing(terminal: bool) -> None:
    stream = io.StringIO()
    with Progress(stream, terminal=terminal, quiet=True) as progress, progress.step("site"):
        progress.made("page")
    assert stream.getvalue() == ""


def test_a_remark_is_told_with_its_place_and_hint() -> None:
    stream = io.StringIO()
    with Progress(stream, terminal=False) as progress:
        progress.remark(
            Remark(Place("data/worksheets/plan.yml", 6, 12), "Worksheet 2: asked 60 mm, got 48 mm", "ask for less")
        )
    assert stream.getvalue().splitlines() == [
        "data/worksheets/plan.yml:6:12  remark: Worksheet 2: asked 60 mm, got 48 mm",
        "    ask for less",
    ]
