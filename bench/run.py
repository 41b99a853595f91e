"""What it costs, as ratios within one run: `python bench/run.py` (or `make bench`) in a checkout.

Each pair is run in turn, A B A B, after one run of each that is not counted; a ratio is taken pair by pair, and the median is
told with its least and its most. Other programs on the machine disturb single seconds, hardly a median of ratios.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
Timed = Callable[[], float]


def main() -> None:
    packet_against_bare_engine()
    fitted_against_unfitted()
    named_against_laid_out()
    readings_against_mkdocs_to_pdf()
    everything()


def packet_against_bare_engine() -> None:
    """The participant packet: crops, tags, repairs, numbers and hand-outs, against the engine alone on the same HTML."""
    from daysheet.check import check
    from daysheet.packets.fitting import fitted
    from daysheet.packets.plan import plan
    from daysheet.packets.printing import with_cuts
    from daysheet.pdf.lay_out import lay_out
    from daysheet.project import Project
    from daysheet.view import view_for

    project = Project(ROOT)
    view = view_for(project, check(ROOT), "participant")
    task = next(each for each in plan(view) if each.packet.id == "participant")
    begun = time.perf_counter()
    document, job = fitted(task.packet, view)
    measuring = time.perf_counter() - begun
    whole = with_cuts(job, document, task.cut, view)
    pages = lay_out(job).pages.total

    def ours() -> float:
        return seconds(lambda: lay_out(job))

    def with_hand_outs() -> float:
        return seconds(lambda: lay_out(whole))

    tell(f"packet ({pages} pages), both papers, against bare WeasyPrint, one", ours, lambda: bare(job))
    tell(f"the same with {len(whole.cuts)} hand-outs cut from it", with_hand_outs, lambda: bare(job))
    rate = pages / statistics.median(ours() for _ in range(RUNS))
    print(f"  {rate:.1f} pages a second; composing, measuring and fitting took {measuring:.2f} s more, once\n")


def fitted_against_unfitted() -> None:
    """The participant packet, and its worksheets alone, from records to files: fitted, against composed and laid out once
    with writing space of its natural size and no rows in reserve."""
    from daysheet.check import check
    from daysheet.packets import bodies
    from daysheet.packets.compose import compose_packet
    from daysheet.packets.editions import STANDARD, in_edition
    from daysheet.packets.fitting import fitted
    from daysheet.packets.laying import job_of
    from daysheet.pdf.lay_out import lay_out
    from daysheet.project import Project
    from daysheet.view import view_for

    view = view_for(Project(ROOT), check(ROOT), "participant")
    packet = in_edition(next(each for each in view.library.packets if each.id == "participant"), STANDARD)
    sheets = packet.model_copy(update={"contents": tuple(e for e in packet.contents if e.kind == "worksheets")})
    reserve = bodies.SPARE

    def unfitted(what: Any) -> float:
        bodies.SPARE = 0
        try:
            return seconds(lambda: lay_out(job_of(compose_packet(what, view), view)))
        finally:
            bodies.SPARE = reserve

    def as_fitted(what: Any) -> float:
        return seconds(lambda: lay_out(fitted(what, view)[1]))

    for name, what in (("participant packet", packet), ("its worksheets alone", sheets)):
        tell(f"{name}, fitted, against unfitted", partial(as_fitted, what), partial(unfitted, what))
    print()


def bare(job: object) -> float:
    """Seconds that WeasyPrint itself takes for the final HTML with the same styles, tagged, as one file."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    from daysheet.pdf.assets import BASE, AssetFetcher

    def write() -> None:
        fonts = FontConfiguration()
        fetcher = AssetFetcher(job.assets)  # type: ignore[attr-defined]
        sheets = [
            weasyprint.CSS(string=style.text, base_url=BASE + style.name, url_fetcher=fetcher, font_config=fonts)
            for style in job.styles  # type: ignore[attr-defined]
        ]
        html = weasyprint.HTML(string=job.html, base_url=BASE, url_fetcher=fetcher)  # type: ignore[attr-defined]
        html.write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True)

    return seconds(write)


def named_against_laid_out() -> None:
    """Two hundred packets with names, stamped on one that was laid out, against laying out each again."""
    from daysheet.check import check
    from daysheet.handouts import main_packet
    from daysheet.packets.named import named_jobs
    from daysheet.packets.printing import print_packet
    from daysheet.people.grouping import seat
    from daysheet.people.person import Person
    from daysheet.project import Project
    from daysheet.view import view_for

    checked = check(ROOT)
    participant, view = (view_for(Project(ROOT), checked, audience) for audience in ("participant", "facilitator"))
    packet = main_packet(participant.library)
    assert packet is not None
    assert checked.library is not None
    notes = packet.contents[-1].model_copy(update={"kind": "notes", "count": 8})
    packet = packet.model_copy(update={"contents": (*packet.contents, notes), "page_budget": None})
    printed = print_packet(packet, participant)
    people = [Person(f"p-{at}", at, f"Given {at}", f"Family {at}", f"Team {at % 30}") for at in range(1, 201)]
    seating = seat(people, checked.library)
    stamped = [seconds(lambda: named_jobs(view, printed, seating)) for _ in range(RUNS)]
    again = seconds(lambda: print_packet(packet, participant))
    (job,) = named_jobs(view, printed, seating)
    pages, size = job.pages // job.sets, len(job.content) / 1_000_000
    print(f"named: {job.sets} packets of {pages} pages in {statistics.median(stamped):.1f} s, {size:.1f} MB")
    print(
        f"  laying each out again would take {again * job.sets:.0f} s and {len(printed[0].content) * job.sets / 1e6:.0f} MB"
    )
    print(f"  largest process so far: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB\n")


def readings_against_mkdocs_to_pdf() -> None:
    """The readings alone, as whole processes from Markdown to PDF."""
    try:
        import mkdocs_to_pdf  # noqa: F401
    except ImportError:
        print("mkdocs-to-pdf is not installed: pip install mkdocs-to-pdf\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours", Path(folder) / "theirs"
        words = _readings_alone(ours, theirs)
        command = [sys.executable, "-m", "daysheet", "-C", str(ours), "packets", "readings", "--quiet"]
        other = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(theirs / "mkdocs.yml")]
        tell(
            f"readings ({words} words), whole process, against mkdocs-to-pdf", lambda: run(command), lambda: run(other)
        )
    print()


def _readings_alone(ours: Path, theirs: Path) -> int:
    """Two projects with the same readings; gives their words."""
    readings = sorted((ROOT / "content" / "readings").glob("*.md"))
    (ours / "data" / "packets").mkdir(parents=True)
    (ours / "data" / "session.yml").write_text("title: Readings\n", "utf-8")
    shutil.copy(ROOT / "data" / "sources.yml", ours / "data")
    packet = "title: Readings\naudience: facilitator\ncontents:\n  - readings: all\n"
    (ours / "data" / "packets" / "readings.yml").write_text(packet, "utf-8")
    for folder in (ours / "content" / "readings", theirs / "docs"):
        folder.mkdir(parents=True)
        for path in readings:
            text = _without_references(path.read_text("utf-8"))
            (folder / path.name).write_text(text, "utf-8")
    (theirs / "docs" / "index.md").write_text("# Readings\n", "utf-8")
    extensions = ["attr_list", "footnotes", "tables"]
    config = {"site_name": "Readings", "theme": {"name": "material", "font": False}, "markdown_extensions": extensions}
    plugins = [{"to-pdf": {"output_path": "readings.pdf"}}]
    (theirs / "mkdocs.yml").write_text(json.dumps({**config, "plugins": plugins}), "utf-8")
    return sum(len(path.read_text("utf-8").split()) for path in readings)


def _without_references(text: str) -> str:
    """Links to records of the session become plain words: they are not in this project."""
    import re

    return re.sub(r"!?\[([^\]]*)\]\((?:worksheet|reading|tenets?|portrait|exhibit|round):[^)]*\)", r"\1", text)


def everything() -> None:
    """`all` on the real session: seconds, and the memory of its largest process."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "daysheet", "-C", str(ROOT), "all", "--quiet", "--output", f"{folder}/dist"]
        times = [run(command) for _ in range(3)]
        made = json.loads((Path(folder) / "dist" / "manifest.json").read_text("utf-8"))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    pdfs = [each for each in made if each["path"].endswith(".pdf")]
    print(f"all: {statistics.median(times):.1f} s (least {min(times):.1f}), {len(pdfs)} PDFs and 2 sites")
    print(f"  largest process {peak:.0f} MB")


def tell(name: str, one: Timed, other: Timed) -> None:
    """Runs both in turn and prints their medians and the ratio."""
    one(), other()
    pairs = [(one(), other()) for _ in range(RUNS)]
    ratios = [a / b for a, b in pairs]
    print(f"{name}: ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    print(f"  {statistics.median(a for a, _ in pairs):.2f} s against {statistics.median(b for _, b in pairs):.2f} s")


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def run(command: list[str]) -> float:
    """Seconds of processor time of a whole process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    inherited = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}  # set by our engine
    environment = {**inherited, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
