"""What is served: the last good site, its PDFs, and the report."""

import threading
from pathlib import Path

import pytest

from daysheet.problems import InvalidData, MachineFault, Place, Problem
from daysheet.serve.live import OWN_FAULT, BuildOutcome, Live


class Session:
    """Stands for the data: `text` becomes the page, `report` or `fault` what is wrong with it."""

    def __init__(self, folder: Path) -> None:
        self.text, self.report = "one", ""
        self.fault: Exception | None = None
        self.laid_out: list[str] = []
        self.said: list[str] = []
        self.live = Live(folder, self.build, self.lay_out, self.said.append)

    def build(self, target: Path) -> BuildOutcome:
        assert list(target.iterdir()) == []
        (target / "index.html").write_text(self.text)
        if self.fault:
            raise self.fault
        return BuildOutcome(self.report)

    def lay_out(self, path: str) -> bytes | None:
        self.laid_out.append(path)
        return f"{path} of {self.text}".encode() if path.startswith("pdf/") else None

    def page(self) -> str:
        assert self.live.state.site is not None
        return (self.live.state.site / "index.html").read_text()


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path)


def test_before_the_first_build_there_is_no_site(session: Session) -> None:
    assert session.live.state.site is None


def test_a_good_build_takes_the_place_of_the_one_before(session: Session) -> None:
    first = session.live.rebuild()
    session.text = "two"
    second = session.live.rebuild()
    assert session.page() == "two"
    assert first.version != second.version


def test_a_broken_build_leaves_the_last_good_site_with_the_report_over_it(session: Session, tmp_path: Path) -> None:
    good = session.live.rebuild()
    session.text, session.report = "two", "data/session.yml:3:1  broken"
    broken = session.live.rebuild()
    assert session.page() == "one"
    assert (broken.version, broken.site, broken.report) == (good.version, good.site, session.report)
    assert session.report in session.said
    assert len(list(tmp_path.iterdir())) == 1


def test_when_it_is_mended_the_report_goes_and_the_version_is_new(session: Session) -> None:
    good = session.live.rebuild()
    session.report = "broken"
    session.live.rebuild()
    session.report = ""
    mended = session.live.rebuild()
    assert mended.report == ""
    assert mended.version != good.version


def test_two_runs_never_share_a_version(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert Session(tmp_path / "a").live.rebuild().version != Session(tmp_path / "b").live.rebuild().version


@pytest.mark.parametrize(
    ("fault", "report"),
    [
        (
            InvalidData([Problem(Place("data/session.yml", 3), "`titel` is not a key")]),
            "data/session.yml:3: `titel` is",
        ),
        (MachineFault("The disk is full."), "The disk is full."),
    ],
)
def test_a_fault_that_the_build_raises_is_a_report(session: Session, fault: Exception, report: str) -> None:
    session.live.rebuild()
    session.fault = fault
    assert session.live.rebuild().report.startswith(report)
    assert session.page() == "one"


def test_a_bug_of_ours_is_told_in_the_terminal_and_the_preview_lives_on(session: Session) -> None:
    session.fault = ZeroDivisionError("by zero")
    assert session.live.rebuild().report == OWN_FAULT
    assert any("ZeroDivisionError: by zero" in line for line in session.said)
    session.fault = None
    assert session.live.rebuild().report == ""


def test_the_site_before_is_kept_for_who_is_reading_it_and_older_ones_go(session: Session, tmp_path: Path) -> None:
    sites = [session.live.rebuild().site for _ in range(4)]
    assert sorted(tmp_path.iterdir()) == sites[2:]


def test_a_pdf_is_laid_out_once_until_the_next_good_build(session: Session) -> None:
    session.live.rebuild()
    assert session.live.sheet("pdf/a.pdf") == session.live.sheet("pdf/a.pdf") == b"pdf/a.pdf of one"
    session.text = "two"
    session.live.rebuild()
    assert session.live.sheet("pdf/a.pdf") == b"pdf/a.pdf of two"
    assert session.laid_out == ["pdf/a.pdf", "pdf/a.pdf"]


def test_a_broken_build_keeps_the_pdfs_of_the_last_good_one(session: Session) -> None:
    session.live.rebuild()
    session.live.sheet("pdf/a.pdf")
    session.text, session.report = "two", "broken"
    session.live.rebuild()
    assert session.live.sheet("pdf/a.pdf") == b"pdf/a.pdf of one"


def test_what_is_no_pdf_of_ours_is_none(session: Session) -> None:
    session.live.rebuild()
    assert session.live.sheet("files/slides.pdf") is None


class SlowPress:
    """Lays out when it is let go; `begun` is set when it has been asked."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()
        self.jobs = 0

    def lay_out(self, path: str) -> bytes:
        self.jobs += 1
        self.begun.set()
        assert self.go.wait(10)
        return f"{path} {self.jobs}".encode()


def ask(live: Live, path: str, answers: list[bytes | None]) -> threading.Thread:
    thread = threading.Thread(target=lambda: answers.append(live.sheet(path)))
    thread.start()
    return thread


def test_who_asks_for_a_pdf_that_is_being_laid_out_waits_for_that_one_job(tmp_path: Path) -> None:
    press, answers = SlowPress(), list[bytes | None]()
    live = Live(tmp_path, lambda _: BuildOutcome(), press.lay_out, lambda _: None)
    threads = [ask(live, "a.pdf", answers) for _ in range(4)]
    assert press.begun.wait(10)
    press.go.set()
    for thread in threads:
        thread.join(10)
    assert answers == [b"a.pdf 1"] * 4
    assert press.jobs == 1


def test_a_pdf_that_was_begun_before_a_change_is_not_kept_after_it(tmp_path: Path) -> None:
    press, answers = SlowPress(), list[bytes | None]()
    live = Live(tmp_path, lambda _: BuildOutcome(), press.lay_out, lambda _: None)
    thread = ask(live, "a.pdf", answers)
    assert press.begun.wait(10)
    live.rebuild()
    press.go.set()
    thread.join(10)
    assert answers == [b"a.pdf 1"]
    assert live.sheet("a.pdf") == b"a.pdf 2"


def test_a_layout_that_fails_is_tried_again(tmp_path: Path) -> None:
    faults = [MachineFault("no font"), None]

    def lay_out(path: str) -> bytes:
        fault = faults.pop(0)
        if fault:
            raise fault
        return path.encode()

    live = Live(tmp_path, lambda _: BuildOutcome(), lay_out, lambda _: None)
    with pytest.raises(MachineFault):
        live.sheet("a.pdf")
    assert live.sheet("a.pdf") == b"a.pdf"


def test_who_waits_for_a_change_hears_of_it(session: Session) -> None:
    known = session.live.state
    heard: list[str] = []
    thread = threading.Thread(target=lambda: heard.append(session.live.await_change(known, 10).version))
    thread.start()
    state = session.live.rebuild()
    thread.join(10)
    assert heard == [state.version]


def test_who_waits_in_vain_gets_the_state_that_he_knows(session: Session) -> None:
    known = session.live.state
    assert session.live.await_change(known, 0.01) is known


def test_who_waits_is_let_go_when_all_is_closed(session: Session) -> None:
    known = session.live.state
    session.live.close()
    assert session.live.await_change(known, 10) is known
