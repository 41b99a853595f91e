"""What the preview serves now: the last good site, its PDFs, and the report when the data is broken since."""

from __future__ import annotations

import secrets
import shutil
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from daysheet.problems import InvalidData, MachineFault, UsedWrongly

OWN_FAULT = "Daysheet itself has failed, not your data. What happened stands in the window where you began `serve`."


@dataclass(frozen=True)
class BuildOutcome:
    """What became of a build: `report` as it is shown to the reader, empty when all is well."""

    report: str = ""


Build = Callable[[Path], BuildOutcome]
LayOut = Callable[[str], bytes | None]


@dataclass(frozen=True)
class State:
    """One moment of the preview. `version` names the build that `site` holds (None: none was good yet)."""

    version: str
    site: Path | None = None
    report: str = ""


class Live:
    """Builds aside and holds what is served. Read from many threads; `rebuild` and `close` are called by one."""

    def __init__(self, aside: Path, build: Build, lay_out: LayOut, say: Callable[[str], None]) -> None:
        """`aside` is an empty folder for the builds; what is told to the terminal goes to `say`."""
        self._aside, self._build, self._lay_out, self.say = aside, build, lay_out, say
        self._run = secrets.token_hex(4)
        self._builds = 0
        self._sites: list[Path] = []
        self._changed = threading.Condition()
        self._sheets: dict[str, bytes] = {}
        self._laying_out = threading.Lock()
        self.state = State(f"{self._run}-0")
        self.closed = False

    def rebuild(self) -> State:
        """Build aside; a good site takes the place of the last one, otherwise the report is laid over it."""
        self._builds += 1
        target = self._aside / str(self._builds)
        target.mkdir()
        begun = time.perf_counter()
        report = self._report_of(target)
        if report:
            shutil.rmtree(target, ignore_errors=True)
            self.say(report)
            self._show(replace(self.state, report=report))
        else:
            self._sheets = {}
            self._show(State(f"{self._run}-{self._builds}", target))
            self._retire(target)
            self.say(f"Built in {time.perf_counter() - begun:.1f} s.")
        return self.state

    def await_change(self, known: State, seconds: float) -> State:
        """The state as soon as it is another than `known`, or after `seconds`, or when all is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self.state is not known, seconds)
            return self.state

    def sheet(self, path: str) -> bytes | None:
        """The PDF at `path`, laid out at the first time that it is asked for since the last good build.

        One is laid out at a time (two at once are slower), so who asks for one that is under way waits for it.
        """
        sheets = self._sheets
        if path not in sheets:
            with self._laying_out:
                # Kept with the build that it was asked of: one laid out of an older build never lives on.
                sheets = self._sheets
                if path not in sheets:
                    data = self._lay_out(path)
                    if data is None:
                        return None
                    sheets[path] = data
        return sheets[path]

    def close(self) -> None:
        """Let all who wait go."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def _report_of(self, target: Path) -> str:
        try:
            return self._build(target).report
        except (InvalidData, MachineFault, UsedWrongly) as fault:
            return str(fault)
        except Exception:
            self.say(traceback.format_exc())
            return OWN_FAULT

    def _show(self, state: State) -> None:
        with self._changed:
            self.state = state
            self._changed.notify_all()

    def _retire(self, target: Path) -> None:
        """Delete all sites but this one and the one before, from which an answer may just be read."""
        self._sites.append(target)
        while len(self._sites) > 2:
            shutil.rmtree(self._sites.pop(0), ignore_errors=True)
