"""The print run of the made-up conference: printing it in the order of the ticket gives everything that the day needs."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import CONFERENCE, checked, sentences
from paper import sizes_of, texts_of
from test_stacks import FILES

from daysheet.check import check
from daysheet.cli import main
from daysheet.job.run import is_printed, numbered, refuse_nobody
from daysheet.layout import PAPERS
from daysheet.library import Library
from daysheet.making import make_print
from daysheet.problems import InvalidData
from daysheet.progress import Progress
from daysheet.project import Project
from daysheet.publish.manifest import read_manifest
from daysheet.serve.answer import find_answer
from daysheet.serve.live import BuildOutcome, Live

HANDED_OUT = ["trust-audit", "three-ways-to-meet", "meeting-map", "monday-card", "exit-ticket"]
LISTS = ("groups/tables.csv", "groups/groups.csv")
CANARIES = ("canary-wifi-Lakeside", "canary-reeds-and-rushes", "canary-meetings", "canary-heron", "Canary-Roster")


@pytest.fixture(scope="module")
def ticket(conference: Path) -> dict[str, Any]:
    return dict(json.loads((conference / "print" / "job.json").read_text("utf-8")))


@pytest.fixture(scope="module")
def library() -> Library:
    library = check(CONFERENCE).library
    assert library is not None
    return library


def people() -> list[dict[str, str]]:
    text = (CONFERENCE / "data" / "roster.csv").read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=";"))


@cache
def pages_of(pdf: Path) -> tuple[str, ...]:
    return tuple(texts_of(pdf))


def letters(text: str) -> str:
    """Letters and figures alone: a hyphen at the end of a line is told in several ways."""
    return "".join(each for each in text if each.isalnum())


def jobs_of(ticket: dict[str, Any], *kinds: str) -> list[dict[str, Any]]:
    return [job for job in ticket["jobs"] if job["kind"] in kinds]


def test_the_files_are_numbered_in_the_order_of_printing(ticket: dict[str, Any]) -> None:
    paths = [job["path"] for job in ticket["jobs"]]
    assert [path.split("-")[0] for path in paths] == [f"{at:02}" for at in range(len(paths))]
    assert paths == sorted(paths)
    assert paths[0] == "00-printer-check.pdf"


def test_every_job_has_its_file_and_nothing_else_lies_there_but_the_ticket_and_lists_for_programs(
    conference: Path, ticket: dict[str, Any]
) -> None:
    there = {path.relative_to(conference / "print").as_posix() for path in (conference / "print").rglob("*.*")}
    assert there == {job["path"] for job in ticket["jobs"]} | {"job-ticket.pdf", "job.json", *LISTS}


def test_every_file_has_the_pages_and_the_paper_that_the_ticket_says(conference: Path, ticket: dict[str, Any]) -> None:
    for job in ticket["jobs"]:
        pdf = conference / "print" / job["path"]
        assert len(pages_of(pdf)) == job["pages"], job["path"]
        width, height = PAPERS[job["size"]]
        assert all(abs(min(size) - width) < 1 and abs(max(size) - height) < 1 for size in sizes_of(pdf)), job["path"]


def test_the_sheets_add_up(conference: Path, ticket: dict[str, Any]) -> None:
    for job in ticket["jobs"]:
        each = -(-job["pages"] // 2) if job["sides"] == "two" else job["pages"]
        assert job["sheets"] == each * job["copies"]
    assert ticket["sheets"] == sum(job["sheets"] for job in ticket["jobs"])
    assert f"sheets {ticket['sheets']}" in " ".join(pages_of(conference / "print" / "job-ticket.pdf")).replace(
        "\u202f", ""
    )


def test_the_printed_ticket_has_a_row_for_every_job(conference: Path, ticket: dict[str, Any]) -> None:
    text = letters("".join(pages_of(conference / "print" / "job-ticket.pdf")))
    for job in ticket["jobs"]:
        assert letters(job["path"]) in text


def test_each_section_of_the_ticket_is_named_once(conference: Path) -> None:
    text = " ".join(pages_of(conference / "print" / "job-ticket.pdf"))
    assert [text.count(section) for section in ("Packets and lists", "Hand-outs of the day", "For the room")] == [
        1,
        1,
        1,
    ]


def test_everything_that_a_round_uses_is_in_the_packet_or_a_stack(ticket: dict[str, Any], library: Library) -> None:
    held = {each["record"] for job in jobs_of(ticket, "named packets") for each in job["versions"]}
    stacked = {f"{each['kind']}/{each['id']}" for each in ticket["stacks"]}
    used = {f"{use.kind}/{use.id}" for round in library.rounds for use in round.uses if use.kind != "tenets"}
    assert used <= held | stacked
    assert [each["id"] for each in ticket["stacks"][1:]] == HANDED_OUT


def test_every_hand_out_is_printed_for_everybody(ticket: dict[str, Any]) -> None:
    for stack in ticket["stacks"][1:]:
        (job,) = [each for each in jobs_of(ticket, stack["kind"]) if stack["id"] in each["path"]]
        on_a_sheet = 2 if "cut in half" in job["finishing"] else 1
        assert job["copies"] * on_a_sheet == stack["copies"]
        assert job["tint"] == stack["tint"]
    shares = {stack["id"]: [share["copies"] for share in stack["shares"]] for stack in ticket["stacks"]}
    assert shares["trust-audit"] == [6] * 8
    assert shares["meeting-map"] == [1] * 8


def test_the_run_of_show_says_where_each_stack_is_handed_out_and_collected(
    conference: Path, ticket: dict[str, Any]
) -> None:
    (guide,) = [job for job in jobs_of(ticket, "packet") if "facilitator" in job["path"]]
    show = pages_of(conference / "print" / guide["path"])[0].replace("\u00a0", " ")
    for stack in ticket["stacks"][1:]:
        assert f"out: {stack['label']}" in show
        assert (f"collect: {stack['label']}" in show) == stack["handed_in"]


def test_every_pile_has_its_slip(conference: Path, ticket: dict[str, Any]) -> None:
    (job,) = jobs_of(ticket, "slips of stacks")
    text = " ".join(pages_of(conference / "print" / job["path"]))
    piles = sum(len(stack["shares"]) + bool(stack["spares"]) for stack in ticket["stacks"])
    assert text.count("copies") + text.count("1 copy") == piles
    assert text.count("Collect at 10:35") == 9
    assert text.count("yellow") == 9
    assert job["pages"] == -(-piles // 4)


def test_every_person_has_a_packet_in_the_edition_that_is_needed(conference: Path, ticket: dict[str, Any]) -> None:
    named = jobs_of(ticket, "named packets")
    assert [(job["edition"], job["sets"], job["spares"]) for job in named] == [
        ("standard", 50, 4),
        ("large-print", 2, 0),
    ]
    for job in named:
        assert job["copies"] == 1
        assert job["pages"] % job["sets"] == 0
        assert job["pages"] // job["sets"] % 2 == 0
        length = job["pages"] // job["sets"]
        covers = pages_of(conference / "print" / job["path"])[::length]
        wanted = [each for each in people() if (each["Needs"] == "large print") == (job["edition"] == "large-print")]
        said = " ".join(covers)
        for each in wanted:
            if each["Family name"].isascii() and len(each["Family name"]) < 20:
                assert f"{each['Given name']} {each['Family name']}" in said


def test_no_packet_with_a_name_holds_the_sheet_without_one(ticket: dict[str, Any]) -> None:
    for job in jobs_of(ticket, "named packets"):
        assert "worksheet/trust-audit" not in {each["record"] for each in job["versions"]}


def test_wifi_stands_on_the_covers_that_are_printed(conference: Path, ticket: dict[str, Any]) -> None:
    for job in jobs_of(ticket, "named packets"):
        covers = pages_of(conference / "print" / job["path"])[:: job["pages"] // job["sets"]]
        assert all("canary-wifi-Lakeside" in cover for cover in covers)


def test_the_sheets_bear_what_the_ticket_says(conference: Path, ticket: dict[str, Any]) -> None:
    for job in (job for job in ticket["jobs"] if job["kind"] in ("packet", "worksheet", "reading")):
        text = " ".join(pages_of(conference / "print" / job["path"]))
        for each in job["versions"]:
            assert each["label"] in text
            assert f"version {each['version']}" in text


def text_of_everything(folder: Path) -> dict[str, str]:
    """All files of a folder as text, PDFs by the words on their pages."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            found[name] = (
                " ".join(texts_of(path)) if path.suffix == ".pdf" else path.read_bytes().decode("utf-8", "replace")
            )
    return found


def test_nobody_of_the_roster_is_named_outside_the_print_run(conference: Path) -> None:
    families = {each["Family name"] for each in people()} - {"Li", "Kim", "Stone", "Johnson"}
    for folder in ("site", "facilitator"):
        for name, text in text_of_everything(conference / folder).items():
            assert [each for each in families if each in text] == [], f"{folder}/{name}"


def test_what_is_private_is_nowhere_on_the_public_site(conference: Path) -> None:
    for name, text in text_of_everything(conference / "site").items():
        assert [each for each in CANARIES if each in text] == [], name


def test_the_manifest_names_the_folder_and_nobody_in_it(conference: Path) -> None:
    entries = [each for each in read_manifest(conference) if each.path.startswith("print")]
    assert [(each.path, each.kind) for each in entries] == [("print", "print run")]


@pytest.mark.parametrize(
    "url", ["/print/job.json", "/../print/job.json", "/print/job-ticket.pdf", "/%2e%2e/print/job.json"]
)
def test_the_preview_never_serves_it(conference: Path, url: str, tmp_path: Path) -> None:
    def build(target: Path) -> BuildOutcome:
        (target / "index.html").write_text("<body>home</body>")
        (target.parent / "print").symlink_to(conference / "print")
        return BuildOutcome()

    live = Live(tmp_path, build, lambda path: None, lambda text: None)
    live.rebuild()
    assert find_answer(live, url, lambda text: None).status == 404


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    roster = "given,family,team\nŁucja,Šarić,Elm\nنور,حدّاد,Oak\nSam,Li,Oak\n"
    result = checked(tmp_path, {**FILES, "data/roster.csv": roster})
    assert result.library is not None, sentences(result)
    runs = []
    for name in ("one", "two"):
        made = make_print(Project(tmp_path), result, tmp_path / name, Progress(quiet=True))
        assert [each.path for each in made] == ["print"]
        folder = tmp_path / name / "print"
        files = (path for path in folder.rglob("*") if path.is_file())
        runs.append({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})
    assert runs[0].keys() == runs[1].keys() > {"job.json", "job-ticket.pdf", "01-named-participant.pdf"}
    assert [path for path in runs[0] if runs[0][path] != runs[1][path]] == []


def test_more_than_a_hundred_files_are_numbered_with_three_digits() -> None:
    from test_ticket import JOBS

    assert [job.path for job in numbered(JOBS[:1] * 101)][-1] == "100-00-printer-check.pdf"


@pytest.mark.parametrize(
    ("delivery", "told"),
    [
        ("headcount: 12\n", ""),
        ("paper: a4\n", "There is nobody to print for"),
        ("headcount: 12\nplace: online\n", "A delivery that is online has no print run"),
    ],
)
def test_there_is_a_print_run_where_people_come_together(tmp_path: Path, delivery: str, told: str) -> None:
    library = checked(tmp_path, {"data/delivery.yml": delivery}).library
    assert library is not None
    assert is_printed(library) == (not told)
    if told:
        with pytest.raises(InvalidData) as refused:
            refuse_nobody(library)
        assert [(each.place.file, each.sentence) for each in refused.value.problems] == [("data/delivery.yml", told)]


def test_the_command_says_why_it_prints_nothing(tmp_path: Path) -> None:
    checked(tmp_path, {"data/delivery.yml": "paper: a4\n"})
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "print"])
    assert done.exit_code == 1
    assert (
        "data/delivery.yml  There is nobody to print for\n    write the `headcount` into data/delivery.yml"
        in done.output
    )
    assert not (tmp_path / "dist").exists()


def test_the_command_makes_the_print_run_alone_and_says_where_to_begin(tmp_path: Path) -> None:
    checked(tmp_path, {"data/delivery.yml": "headcount: 8\ntable_size: 4\nroom_paper: [table numbers]\n"})
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "print", "-o", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert done.output.rstrip().endswith("print/job-ticket.pdf")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {".daysheet", "manifest.json", "print"}
