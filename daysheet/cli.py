"""The command `daysheet`, and `python build.py` alike: check, site, packets, groups, named, print, serve, new,
preflight, all.

Exit codes: 0 well, 1 problems in the data, 2 used wrongly, 3 a fault of the machine.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from daysheet.check import check
from daysheet.cli_groups import groups_command, named_command
from daysheet.cli_preflight import looked_over, preflight_command
from daysheet.cli_told import DATA, checked_or_exit, output_option, quiet_option, told
from daysheet.gone import remarks_on_gone
from daysheet.project import Project
from daysheet.report import report_json, report_text


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="daysheet", message="daysheet %(version)s")
@click.option(
    "--project",
    "-C",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds data/ and content/. Default: this one.",
)
@click.option("--delivery", default="", help="Which delivery, where data/deliveries/ holds several.")
@click.pass_context
def main(context: click.Context, project: Path, delivery: str) -> None:
    """One folder about a working session, made into its microsite and its printed packets."""
    context.obj = (Project(project.resolve()), delivery)


@main.command("check")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON, for other programs.")
@click.option(
    "--mend", "mending", is_flag=True, help="Write the lines as they should be; the old files are kept beside."
)
@click.pass_obj
@told
def check_command(session: tuple[Project, str], as_json: bool, mending: bool) -> None:
    """Read everything, and tell every problem of the first stage that has any."""
    project, delivery = session
    if mending:
        from daysheet.mending import mend_project

        for line in mend_project(project):
            click.echo(line)
    result = check(project.root, delivery)
    gone = remarks_on_gone(result.library, project.root / "dist") if result.library else ()
    remarks = (*result.remarks, *gone)
    if as_json:
        click.echo(report_json(result.problems, remarks))
    elif result.problems or remarks:
        click.echo(report_text(result.problems, remarks, result.sources))
    if not as_json and not result.problems:
        click.echo(f"All is well: {len(result.sources)} files were read.")
    sys.exit(DATA if result.problems else 0)


@main.command("all")
@output_option
@quiet_option
@click.pass_obj
@told
def all_command(session: tuple[Project, str], output: Path | None, quiet: bool) -> None:
    """Make everything: both sites and all packets."""
    from daysheet.making import make_all
    from daysheet.progress import Progress

    project, delivery = session
    checked = checked_or_exit(project, delivery)
    output = output or project.root / "dist"
    with Progress(quiet=quiet) as progress:
        make_all(project, checked, output, progress)
    if not quiet:
        click.echo(f"Open {_shown(output / 'site' / 'index.html')}")
    sys.exit(DATA if looked_over(project, checked, output, quiet).problems else 0)


main.add_command(groups_command)
main.add_command(named_command)
main.add_command(preflight_command)


@main.command("site")
@output_option
@quiet_option
@click.pass_obj
@told
def site_command(session: tuple[Project, str], output: Path | None, quiet: bool) -> None:
    """Make the two sites; the PDFs of the last build stay."""
    from daysheet.making import make_site
    from daysheet.progress import Progress

    project, delivery = session
    checked = checked_or_exit(project, delivery)
    with Progress(quiet=quiet) as progress:
        make_site(project, checked, output or project.root / "dist", progress)


@main.command("packets")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@output_option
@quiet_option
@click.pass_obj
@told
def packets_command(session: tuple[Project, str], names: tuple[str, ...], output: Path | None, quiet: bool) -> None:
    """Make the packets of these names, or all of them; the sites of the last build stay."""
    from daysheet.making import make_packets
    from daysheet.progress import Progress

    project, delivery = session
    checked = checked_or_exit(project, delivery)
    known = [packet.id for packet in checked.library.packets] if checked.library else []
    for name in names:
        if name not in known:
            raise click.UsageError(f"There is no packet `{name}`. There are: {', '.join(known)}.")
    with Progress(quiet=quiet) as progress:
        make_packets(project, checked, output or project.root / "dist", progress, names)
    if not quiet:
        click.echo("The sites are those of the last build: `all` makes everything.")


@main.command("print")
@output_option
@quiet_option
@click.pass_obj
@told
def print_command(session: tuple[Project, str], output: Path | None, quiet: bool) -> None:
    """Make the print run: what an organiser prints, in order, with its job ticket. Sites and packets stay."""
    from daysheet.making import make_print
    from daysheet.progress import Progress

    project, delivery = session
    checked = checked_or_exit(project, delivery)
    output = output or project.root / "dist"
    with Progress(quiet=quiet) as progress:
        make_print(project, checked, output, progress)
    if not quiet:
        click.echo(f"Begin with {_shown(output / 'print' / 'job-ticket.pdf')}")


@main.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Which address listens.")
@click.option("--port", "-p", default=8000, show_default=True, type=click.IntRange(0, 65535), help="On which port.")
@click.option("--facilitator", is_flag=True, help="Show the facilitator’s site.")
@click.pass_obj
@told
def serve_command(session: tuple[Project, str], host: str, port: int, facilitator: bool) -> None:
    """Show the site while you write: every change that is saved is seen at once."""
    from daysheet.serve.preview import preview

    project, delivery = session
    preview(project, delivery, "facilitator" if facilitator else "participant", host, port)


@main.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@told
def new_command(folder: Path) -> None:
    """Make a small, complete session in a new folder, to be changed into your own."""
    from daysheet.starter import make_starter

    called = click.get_current_context().find_root().info_name
    for line in make_starter(folder, "python build.py" if called == "build.py" else "daysheet"):
        click.echo(line)


def _shown(path: Path) -> str:
    """A path as it is typed from here, where it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
