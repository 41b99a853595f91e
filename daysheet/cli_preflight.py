"""The command `preflight`, and how `all` ends: everything is looked at before it is printed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from daysheet.check import CheckResult, check
from daysheet.cli_told import DATA, output_option, told
from daysheet.project import Project
from daysheet.report import report_json, report_text

if TYPE_CHECKING:
    from daysheet.preflight.preflight import Preflight


def looked_over(project: Project, checked: CheckResult, output: Path, quiet: bool) -> Preflight:
    """Everything is made: look at it as `preflight` does, and tell what does not hold."""
    from daysheet.preflight.preflight import preflight
    from daysheet.preflight.table import findings_text
    from daysheet.progress import Progress

    with Progress(quiet=quiet) as progress, progress.step("preflight") as step:
        found = preflight(project, checked, output)
        step.pages = found.pages
    if found.problems or not quiet:
        click.echo(findings_text(found.beyond_check), err=bool(found.problems))
    return found


@click.command("preflight")
@output_option
@click.option("--strict", is_flag=True, help="An example or local address is a problem.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON, for other programs.")
@click.option("--accept", "accepting", is_flag=True, help="After printing: keep these sheets as those on paper.")
@click.pass_obj
@told
def preflight_command(
    session: tuple[Project, str], output: Path | None, strict: bool, as_json: bool, accepting: bool
) -> None:
    """Look at every PDF before it is printed: sizes, margins, letters, pictures, codes, numbers."""
    from daysheet.preflight.preflight import accept, preflight
    from daysheet.preflight.table import preflight_json, preflight_text

    project, delivery = session
    checked = check(project.root, delivery)
    if checked.problems:
        click.echo(report_json(checked.problems, ()) if as_json else report_text(checked.problems, (), checked.sources))
        sys.exit(DATA)
    output = output or project.root / "dist"
    if accepting:
        click.echo(f"data/printed.json: {accept(project, checked, output)} sheets are kept as they are on paper.")
    found = preflight(project, checked, output, strict=strict)
    click.echo(preflight_json(found) if as_json else preflight_text(found))
    sys.exit(DATA if found.problems else 0)
