"""What the commands share: how their problems and faults are told, how they begin, and the options of several."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from daysheet.check import CheckResult, check
from daysheet.problems import InvalidData, MachineFault, UsedWrongly
from daysheet.project import Project
from daysheet.report import report_text

DATA, MACHINE = 1, 3
Command = TypeVar("Command", bound=Callable[..., Any])


def told(command: Command) -> Command:
    """A command whose problems and faults are told in sentences, never as a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except InvalidData as invalid:
            click.echo(report_text(invalid.problems, (), {}), err=True)
            sys.exit(DATA)
        except UsedWrongly as wrong:
            raise click.UsageError(str(wrong)) from wrong
        except MachineFault as fault:
            click.echo(str(fault), err=True)
            sys.exit(MACHINE)

    return run  # type: ignore[return-value]


def checked_or_exit(project: Project, delivery: str) -> CheckResult:
    """The session; where it has problems they are told, and the command ends with 1."""
    result = check(project.root, delivery)
    if result.problems or result.remarks:
        click.echo(report_text(result.problems, result.remarks, result.sources), err=True)
    if result.problems:
        sys.exit(DATA)
    return result


output_option = click.option(
    "--output", "-o", type=click.Path(file_okay=False, path_type=Path), help="Where it is made. Default: dist/."
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say nothing of what is made.")
