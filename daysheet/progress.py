"""What a person sees while things are made: a line for each, with its pages and time, and a bar in a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn
from rich.progress import Progress as Bar
from rich.text import Text

from daysheet.problems import Remark
from daysheet.report import told

NAME_WIDTH = 48


@dataclass
class Step:
    """A step under way; what it made may be counted on it before it ends."""

    name: str
    pages: int | None = None


class Progress:
    """Tells what is made. Use as a context manager, so that the bar is taken away at the end.

    `stream` gets the lines; `clock` gives seconds; `terminal` says whether there is one (None: look); `quiet` says
    nothing at all.
    """

    def __init__(
        self,
        stream: TextIO | None = None,
        *,
        clock: Callable[[], float] = time.perf_counter,
        terminal: bool | None = None,
        quiet: bool = False,
    ) -> None:
        self._clock = clock
        self._console = Console(file=stream or sys.stdout, force_terminal=terminal, quiet=quiet, highlight=False)
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._things: int | None = None

    def __enter__(self) -> Progress:
        if self._console.is_terminal and not self._console.is_dumb_terminal and not self._console.quiet:
            columns = BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}")
            self._bar = Bar(*columns, console=self._console, transient=True)
            self._task = self._bar.add_task("", total=self._things)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()
        self._bar = None

    def expect(self, things: int) -> None:
        """How many things will be made in all, so that the bar knows its end."""
        self._things = things
        if self._bar and self._task is not None:
            self._bar.update(self._task, total=things)

    def made(self, name: str, pages: int | None = None, seconds: float | None = None) -> None:
        """One thing is made: its line, and a step of the bar."""
        self._console.print(Text(made_line(name, pages, seconds)), soft_wrap=True)
        if self._bar and self._task is not None:
            self._bar.advance(self._task)

    def remark(self, remark: Remark) -> None:
        """What came to light while something was made, and stops nothing."""
        for line in told(remark, {}):
            self._console.print(Text(line), soft_wrap=True)

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Make one thing in the body: named beside the bar meanwhile, told as made when it ends well."""
        step = Step(name)
        begun = self._clock()
        self._describe(name)
        try:
            yield step
        finally:
            self._describe("")
        self.made(step.name, step.pages, self._clock() - begun)

    def _describe(self, name: str) -> None:
        if self._bar and self._task is not None:
            self._bar.update(self._task, description=name)


def made_line(name: str, pages: int | None = None, seconds: float | None = None) -> str:
    """`pdf/participant-a4.pdf    24 pages     1.2 s`, in columns; what is not known is left empty."""
    count = "" if pages is None else f"{pages} page" if pages == 1 else f"{pages} pages"
    length = "" if seconds is None else f"{seconds:.1f} s"
    return f"{name:<{NAME_WIDTH}}{count:>10}{length:>10}".rstrip()
