"""The commands `groups` and `named`: who sits where and works with whom, and each person's packet as a file of its own."""

from __future__ import annotations

from pathlib import Path

import click

from daysheet.cli_told import checked_or_exit, output_option, quiet_option, told
from daysheet.project import Project


@click.command("groups")
@output_option
@quiet_option
@click.pass_obj
@told
def groups_command(session: tuple[Project, str], output: Path | None, quiet: bool) -> None:
    """Put the people of the roster at tables and into groups, show them, and write them for other programs."""
    from daysheet.people.lists import as_text
    from daysheet.people.making import write_groups
    from daysheet.view import view_for

    project, delivery = session
    checked = checked_or_exit(project, delivery)
    output = output or project.root / "dist"
    paths = write_groups(checked, output)
    if not quiet:
        for line in as_text(checked.seating, view_for(project, checked, "facilitator").words["seating"]):
            click.echo(line)
        click.echo(f"\nTo change them by hand, write data/groups.yml. In {output.name}/: {', '.join(paths)}")


@click.command("named")
@output_option
@quiet_option
@click.pass_obj
@told
def named_command(session: tuple[Project, str], output: Path | None, quiet: bool) -> None:
    """Make each person's packet as a file of its own, into dist/print/named/; the rest of the last build stays."""
    from daysheet.people.making import write_singles
    from daysheet.progress import Progress

    project, delivery = session
    checked = checked_or_exit(project, delivery)
    with Progress(quiet=quiet) as progress:
        write_singles(project, checked, output or project.root / "dist", progress)
