"""Which of the author's files have changed: data, content, templates, mkdocs.yml, also when saved by rename."""

from __future__ import annotations

import queue
import re
import threading
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager, suppress
from pathlib import Path

from watchfiles import Change, watch
from watchfiles.main import FileChange

from daysheet.problems import MachineFault

FOLDERS = ("data", "content", "templates")
FILES = ("mkdocs.yml",)
DEBOUNCE_MS = 1000
QUIET_MS = 100
WAIT_SECONDS = 0.5

# Hidden files, and what editors, word processors and cloud folders leave beside a file while it is saved.
TEMPORARY = re.compile(
    r"""^(\. | \#.*\#$ | ~\$ | 4913$ | sed\w{6}$ | desktop\.ini$ | Thumbs\.db$ | __pycache__$)
      | (~ | \.sw[a-z] | \.tmp | \.temp | \.part | \.bak | \.orig | \.crdownload | \.pyc | ___jb_(tmp|old)___)$""",
    re.VERBOSE,
)

Told = queue.Queue[str | MachineFault]


def counts(path: str) -> bool:
    """Whether a change of this path (relative to the project, `/` between names) can change what is built."""
    names = path.split("/")
    if any(TEMPORARY.search(name) for name in names):
        return False
    return names[0] in FOLDERS or path in FILES


@contextmanager
def watching(project: Path) -> Iterator[Iterator[tuple[str, ...]]]:
    """Watch from now on; gives an endless stream of the paths that changed together, relative to the project, sorted.

    While nobody asks, changes are gathered. Raises `MachineFault` from the stream when the system cannot watch.
    """
    told: Told = queue.Queue()
    watcher = Watcher(project.resolve(), told)
    watcher.start()
    try:
        yield _gathered(told)
    finally:
        watcher.stop()


def _gathered(told: Told) -> Iterator[tuple[str, ...]]:
    while True:
        try:
            # With a time limit, for Windows hears Ctrl-C only between two waits.
            first = told.get(timeout=WAIT_SECONDS)
        except queue.Empty:
            continue
        together = [first]
        while not told.empty():
            together.append(told.get())
        for one in together:
            if isinstance(one, MachineFault):
                raise one
        yield tuple(sorted({str(one) for one in together}))


class Watcher:
    """Two watches: the project's own level, and all that is below its folders.

    A watch of a single file, or of a folder that is put aside and made again, goes blind; so `mkdocs.yml` is seen from
    the level above, and a folder that comes or goes there begins the deep watch anew.
    """

    def __init__(self, project: Path, told: Told) -> None:
        """What changes under `project` (an absolute path without links) is put into `told`."""
        self.project, self.told = project, told
        self._ended, self._renewed = threading.Event(), threading.Event()
        watches = self._watch_top, self._watch_deep
        self._threads = [threading.Thread(target=self._guard, args=(one,), daemon=True) for one in watches]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._renewed.set()
        for thread in self._threads:
            thread.join(timeout=5)

    def _guard(self, one: Callable[[], None]) -> None:
        try:
            one()
        except (OSError, RuntimeError) as fault:
            self.told.put(MachineFault(f"Cannot watch `{self.project}` for changes: {fault}"))

    def _watch_top(self) -> None:
        for changes in _watch(self.project, deep=False, until=self._ended):
            for change, path in self._relative(changes):
                if path in FILES:
                    self.told.put(path)
                elif path in FOLDERS and change is not Change.modified:
                    self.told.put(path)
                    self._renewed.set()

    def _watch_deep(self) -> None:
        while True:
            self._renewed.clear()
            if self._ended.is_set():
                return
            folders = [self.project / name for name in FOLDERS if (self.project / name).is_dir()]
            if not folders:
                self._renewed.wait()
                continue
            # A folder that vanishes meanwhile is told by the other watch.
            with suppress(FileNotFoundError):
                for changes in _watch(*folders, deep=True, until=self._renewed):
                    for _, path in self._relative(changes):
                        self.told.put(path)

    def _relative(self, changes: Set[FileChange]) -> Iterator[tuple[Change, str]]:
        for change, place in sorted(changes):
            path = Path(place)
            if path.is_relative_to(self.project) and counts(path.relative_to(self.project).as_posix()):
                yield change, path.relative_to(self.project).as_posix()


def _watch(*paths: Path, deep: bool, until: threading.Event) -> Iterator[Set[FileChange]]:
    return watch(*paths, recursive=deep, stop_event=until, watch_filter=None, debounce=DEBOUNCE_MS, step=QUIET_MS)
