"""Which changes count, and that they are heard."""

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from daysheet.problems import MachineFault
from daysheet.serve.watch import Told, _gathered, counts, watching

PATIENCE = 30


@pytest.mark.parametrize(
    "path",
    [
        "data/session.yml",
        "data/worksheets/a.yml",
        "data/roster.csv",
        "content/readings/a.md",
        "mkdocs.yml",
        "templates/x",
    ],
)
def test_what_an_author_writes_counts(path: str) -> None:
    assert counts(path)


@pytest.mark.parametrize(
    "path",
    [
        "dist/site/index.html",
        ".dist.new/site/index.html",
        "README.md",
        "sub/mkdocs.yml",
        "data/.session.yml.swp",
        "data/session.yml~",
        "data/#session.yml#",
        "data/.#session.yml",
        "data/4913",
        "data/~$notes.docx",
        "data/.~lock.roster.csv#",
        "data/session.yml.tmp",
        "data/session.yml.bak",
        "data/session.yml___jb_tmp___",
        "data/worksheets/sedA1b2C3",
        "data/.git/index",
        "content/.DS_Store",
        "content/Thumbs.db",
        "templates/__pycache__/x.pyc",
    ],
)
def test_what_is_made_and_what_editors_leave_does_not_count(path: str) -> None:
    assert not counts(path)


def test_changes_that_wait_are_given_together_sorted_and_once() -> None:
    told: Told = queue.Queue()
    for path in ("data/b.yml", "data/a.yml", "data/b.yml"):
        told.put(path)
    assert next(_gathered(told)) == ("data/a.yml", "data/b.yml")


def test_a_fault_of_the_watch_is_raised_where_changes_are_awaited() -> None:
    told: Told = queue.Queue()
    told.put("data/a.yml")
    told.put(MachineFault("no more watches"))
    with pytest.raises(MachineFault, match="no more watches"):
        next(_gathered(told))


@contextmanager
def hearing(project: Path) -> Iterator[Callable[[str, Callable[[], object]], None]]:
    """Gives `heard(path, act)`: does `act` again and again until a change of `path` is heard."""
    changed = threading.Condition()
    paths: set[str] = set()

    def listen(changes: Iterator[tuple[str, ...]]) -> None:
        for together in changes:
            with changed:
                paths.update(together)
                changed.notify_all()

    def heard(path: str, act: Callable[[], object]) -> None:
        with changed:
            paths.clear()
        for _ in range(PATIENCE):
            act()
            with changed:
                if changed.wait_for(lambda: path in paths, timeout=1):
                    return
        raise AssertionError(f"no change of {path} was heard, only {sorted(paths)}")

    with watching(project) as changes:
        threading.Thread(target=listen, args=(changes,), daemon=True).start()
        yield heard


def test_saves_in_place_and_by_rename_and_new_folders_are_heard(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    session, config = data / "session.yml", tmp_path / "mkdocs.yml"

    def save_by_rename(file: Path) -> None:
        beside = file.with_name(f".{file.name}.swp")
        beside.write_text("new")
        beside.replace(file)

    with hearing(tmp_path) as heard:
        heard("data/session.yml", lambda: session.write_text("a"))
        heard("data/session.yml", lambda: save_by_rename(session))
        heard("data/session.yml", lambda: save_by_rename(session))
        heard("mkdocs.yml", lambda: save_by_rename(config))
        heard("mkdocs.yml", lambda: save_by_rename(config))
        heard("content", lambda: (tmp_path / "content").mkdir(exist_ok=True))
        heard("content/index.md", lambda: (tmp_path / "content" / "index.md").write_text("a"))
        data.rename(tmp_path / "aside")
        data.mkdir()
        heard("data/session.yml", lambda: session.write_text("b"))


def test_a_project_without_folders_is_watched_for_them(tmp_path: Path) -> None:
    with hearing(tmp_path) as heard:
        heard("data", lambda: (tmp_path / "data").mkdir(exist_ok=True))
