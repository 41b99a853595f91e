"""Everything made of a small session: two builds, and every byte looked at."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import page as checker
import pikepdf
import pytest
from conftest import SMALL
from pypdf import PdfReader
from reading_order import reading_order

from daysheet.check import CheckResult, check
from daysheet.making import make_all, make_packets, make_site
from daysheet.models.base import Record
from daysheet.models.worksheet import Worksheet
from daysheet.progress import Progress
from daysheet.project import Project
from daysheet.prose import to_text
from daysheet.publish.disk import write_file
from daysheet.references import LINK, texts_of

CANARY = re.compile(rb"canary[\w-]+", re.IGNORECASE)
UNSEEN_KEYS = {
    "id", "kind", "source", "tenets", "shows", "copies", "after", "whole", "rule", "language", "accent", "size",
    "turn", "colour", "per", "rotate", "expect", "facilitator", "private", "called", "silent", "letters", "address", "name",
    "room", "materials", "purpose", "rights", "link",
}  # fmt: skip


@pytest.fixture(scope="module")
def session() -> CheckResult:
    result = check(SMALL)
    assert not result.problems
    return result


@pytest.fixture(scope="module")
def dist(session: CheckResult, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _made(session, tmp_path_factory.mktemp("one") / "dist")


@pytest.fixture(scope="module")
def again(session: CheckResult, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _made(session, tmp_path_factory.mktemp("two") / "out")


def _made(session: CheckResult, output: Path) -> Path:
    with Progress(quiet=True) as progress:
        make_all(Project(SMALL), session, output, progress)
    return output


def files(folder: Path, pattern: str = "*") -> list[Path]:
    return sorted(path for path in folder.rglob(pattern) if path.is_file())


def canaries(folder: Path) -> set[bytes]:
    return {found.lower() for path in files(folder) for found in CANARY.findall(path.read_bytes())}


@cache
def everything_in(path: Path) -> bytes:
    """All that a file says, packed or not: for a PDF its text, its data about itself and every stream within."""
    content = path.read_bytes()
    if path.suffix == ".gz":
        return content + gzip.decompress(content)
    if path.suffix != ".pdf":
        return content
    reader = PdfReader(path)
    said = "\n".join([each.extract_text() for each in reader.pages] + [str(reader.metadata), reading_order(content)])
    with pikepdf.open(path) as pdf:
        streams = [
            each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Width" not in each
        ]
        objects = [str(each).encode() for each in pdf.objects if not isinstance(each, pikepdf.Stream)]
    return b"\n".join([content, said.encode(), *streams, *objects])


def test_no_byte_for_participants_holds_what_is_not_for_them(dist: Path) -> None:
    assert len(canaries(SMALL)) > 20
    for path in files(dist / "site"):
        assert CANARY.findall(everything_in(path)) == [], path.name


def test_the_facilitators_site_and_guide_hold_all_that_is_meant_for_them(dist: Path) -> None:
    roster = {each for each in canaries(SMALL) if b"roster" in each}
    shown = {
        found.lower() for path in files(dist / "facilitator", "*.html") for found in CANARY.findall(path.read_bytes())
    }
    assert canaries(SMALL) - shown == roster
    guide = re.sub(
        r"[\s\u00ad\u2010-]", "", reading_order((dist / "facilitator" / "pdf" / "facilitator-a4.pdf").read_bytes())
    )
    for each in canaries(SMALL) - roster:
        if not re.match(rb"canary-(wifi|join|private)", each):
            assert each.decode().replace("-", "") in guide, each


def test_the_roster_reaches_the_print_run_alone(dist: Path) -> None:
    assert b"canary-roster" in (dist / "print" / "groups" / "tables.csv").read_bytes().lower()
    twice = {path.relative_to(dist / "site") for path in files(dist / "site", "*.pdf")}
    for path in files(dist):
        if path.is_relative_to(dist / "print") and path.name != "job.json":
            continue  # what is printed bears names
        if path.is_relative_to(dist / "facilitator") and path.relative_to(dist / "facilitator") in twice:
            continue  # the participants' own, looked at already
        assert b"canary-roster" not in everything_in(path).lower(), path.name


def test_two_builds_give_the_same_bytes(dist: Path, again: Path) -> None:
    def digests(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files(folder)
        }

    one, other = digests(dist), digests(again)
    assert [name for name in one if one[name] != other.get(name)] == []
    assert set(one) == set(other)


def test_the_manifest_tells_of_everything_that_was_made(dist: Path) -> None:
    entries = {each["path"]: each for each in json.loads((dist / "manifest.json").read_text("utf-8"))}
    pdfs = all_pdfs(dist)
    listed = {name for name in entries if name.endswith(".pdf")}
    copied = {path.relative_to(dist).as_posix() for path in pdfs} - listed
    assert all(
        name.startswith("facilitator/pdf/") and (dist / name.replace("facilitator", "site", 1)).is_file()
        for name in copied
    )
    for path in pdfs:
        entry = entries.get(path.relative_to(dist).as_posix())
        if entry is None:
            continue
        content = path.read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        assert entry["pages"] == len(PdfReader(path).pages)
        assert entry["paper"] in path.stem
        assert re.fullmatch("[A-Z]{4}", entry["version_mark"])
        assert entry["sources"]
        assert all((SMALL / name).is_file() for name in entry["sources"])
    assert {"site", "facilitator", "print"} <= set(entries)


def test_the_ids_of_the_build_are_kept(dist: Path) -> None:
    ids = json.loads((dist / "ids.json").read_text("utf-8"))
    assert "how-i-became-good-at-it" in str(ids)
    assert "canary" not in str(ids)


class Page(HTMLParser):
    """The addresses and ids of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str] = set()
        self.tags: set[str] = set()
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in ("href", "src") and value and tag != "use":
                self.addresses.append(value)


@cache
def parsed(path: Path) -> Page:
    return Page(path)


@pytest.mark.parametrize("folder", ["site", "facilitator"])
def test_every_address_within_a_site_leads_somewhere(dist: Path, folder: str) -> None:
    root = dist / folder
    for path in files(root, "*.html"):
        for address in parsed(path).addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not (parts.path or parts.fragment):
                continue
            if path.name == "404.html" and parts.path.startswith("/"):
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_relative_to(root.resolve()), address
            assert target.is_file(), f"{path.name}: {address}"
            if parts.fragment and target.suffix == ".html":
                assert unquote(parts.fragment) in parsed(target).ids, f"{path.name}: {address}"


def test_a_name_is_shown_as_it_is_and_never_run(dist: Path) -> None:
    name = "<script>alert(1)</script> {{ 7 * 7 }} O’Connor"
    said = re.sub(r"\s+", " ", words((dist / "site" / "index.html").read_text("utf-8")))
    assert name in said
    for path in files(dist / "site", "*.html"):
        assert "<script>alert(1)" not in path.read_text("utf-8")


def words(html: str) -> str:
    """What a person reads of a page."""
    html = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", " ", html))


def bare(text: str) -> str:
    return re.sub(r"[\s,\u00ad\u2010-]", "", text)


def visible(record: Record) -> Iterator[str]:
    """The texts of a record that a participant reads, in order."""
    for keys, text in texts_of(record):
        if UNSEEN_KEYS & set(map(str, keys)) or LINK.search(text):
            continue
        sign = keys[-1] == "heading" and text[:1] in "+Δ"
        for paragraph in text.split("\n\n"):
            if keys[-1] != "body" and to_text(paragraph):
                yield to_text(paragraph[1:] if sign else paragraph)


def pages_of(session: CheckResult) -> list[tuple[str, str, Record]]:
    assert session.library
    kinds = {"worksheet": "worksheets", "portrait": "portraits", "tenets": "tenets", "reading": "readings"}
    return [(kind, f"{kinds[kind]}/{each.id}.html", each) for kind in kinds for each in session.library.of(kind)]


def test_every_visible_string_of_a_record_is_on_its_page(dist: Path, session: CheckResult) -> None:
    for _, path, record in pages_of(session):
        said = bare(words((dist / "site" / path).read_text("utf-8")))
        assert [text for text in visible(record) if bare(text) not in said] == [], path


def test_every_visible_string_of_a_round_is_on_the_agenda(dist: Path, session: CheckResult) -> None:
    assert session.library
    said = bare(words((dist / "site" / "agenda.html").read_text("utf-8")))
    for each in session.library.rounds:
        assert [text for text in visible(each) if bare(text) not in said and not each.is_pause] == [], each.id


def test_the_packet_says_every_record_in_reading_order(dist: Path, session: CheckResult) -> None:
    said = bare(reading_order((dist / "site" / "pdf" / "participant-a4.pdf").read_bytes()))
    for _kind, _, record in pages_of(session):
        if record.id == "unused":  # type: ignore[attr-defined]
            continue
        texts = [bare(each) for each in visible(record)]
        assert [text for text in texts if text not in said] == [], record
        if isinstance(record, Worksheet):
            in_order(record, said)


def in_order(sheet: Worksheet, said: str) -> None:
    """Each block begins after the one before it; within a block a heading may come before or after its hint."""
    at = said.index(bare(to_text(sheet.title)) + bare(to_text(sheet.purpose)))
    for block in sheet.blocks:
        places = [said.find(bare(text), at) for text in visible(block)]
        assert -1 not in places, block
        at = max([at, min(places, default=at)])


def all_pdfs(dist: Path) -> list[Path]:
    """Those for reading: what is only printed has no tags."""
    return [path for path in files(dist, "*.pdf") if not path.is_relative_to(dist / "print")]


def test_every_pdf_can_be_read_by_everyone(dist: Path) -> None:
    for path in all_pdfs(dist):
        report = checker.validate_pdf_bytes(path.read_bytes(), profile="ua1")
        assert report.is_compliant, (path.name, [each.message for each in report.failures])
        reader = PdfReader(path)
        assert reader.metadata
        assert reader.metadata.title
        assert reader.trailer["/Root"]["/Lang"] == "en"
        assert reader.outline


SIZES = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}


def test_both_papers_have_the_same_text_on_the_same_page_and_their_own_size(dist: Path) -> None:
    for path in (each for each in all_pdfs(dist) if each.stem.endswith("-a4")):
        one, other = PdfReader(path), PdfReader(path.with_name(path.name.replace("-a4", "-letter")))
        assert [each.extract_text() for each in one.pages] == [each.extract_text() for each in other.pages], path.name
        for paper, reader in (("a4", one), ("letter", other)):
            for each in reader.pages:
                assert (float(each.mediabox.width), float(each.mediabox.height)) == pytest.approx(SIZES[paper], abs=0.1)


def outline(reader: PdfReader) -> dict[str, int]:
    """Title of each entry at the top -> its page, from 1."""
    entries = [each for each in reader.outline if not isinstance(each, list)]
    return {
        str(each.title).replace("\u00a0", " "): (reader.get_destination_page_number(each) or 0) + 1 for each in entries
    }


@pytest.mark.parametrize("name", ["site/pdf/participant", "facilitator/pdf/facilitator"])
def test_the_contents_point_at_the_right_pages(dist: Path, name: str) -> None:
    reader = PdfReader(dist / f"{name}-letter.pdf")
    entries = outline(reader)
    text = re.sub(r"\s+", " ", reader.pages[entries["Contents"] - 1].extract_text())
    wanted = {
        title: number
        for title, number in entries.items()
        if number > entries["Contents"] and title not in ("Notes", "Before you go")
    }
    assert len(wanted) > 5
    for title, number in wanted.items():
        plain = re.escape(title.split(": ", 1)[-1])
        label = re.escape(title.split(": ", 1)[0])
        assert re.search(rf"{plain}(?: ?{label})? ?{number}\b", text.replace("\u00a0", " ")), (title, number, text)


def test_every_page_bears_its_number_and_the_label_of_its_part(dist: Path) -> None:
    reader = PdfReader(dist / "site" / "pdf" / "participant-a4.pdf")
    feet = [re.sub(r"\s+", " ", each.extract_text()[-90:]) for each in reader.pages]
    filler = [number for number, foot in enumerate(feet, 1) if not foot.strip()]  # the back of a sheet to hand in
    assert len(filler) <= 2
    for number, foot in enumerate(feet, 1):
        assert number == 1 or number in filler or re.search(rf"(?<!\d){number}(?!\d)", foot), foot
    entries = outline(reader)
    everything = entries["Worksheet 2: Everything there is"] - 1
    assert "Worksheet 2 · 1 of 2" in feet[everything]
    assert "Worksheet 2 · 2 of 2" in feet[everything + 1]


def test_heads_say_name_on_sheets_and_the_session_elsewhere(dist: Path) -> None:
    reader = PdfReader(dist / "site" / "pdf" / "participant-a4.pdf")
    entries = outline(reader)
    sheet = reader.pages[entries["Worksheet 1: First steps"] - 1].extract_text()
    reading = reader.pages[entries["Handout 1: Hiring and teams"] - 1].extract_text()
    assert "Name" in sheet.split("\n")
    assert "Working together: a small day" in reading.split("\n")
    anonymous = PdfReader(dist / "site" / "pdf" / "worksheets" / "unused-a4.pdf").pages[0].extract_text()
    assert "Name" not in anonymous.split("\n")


def test_the_guide_says_on_every_page_whose_it_is(dist: Path) -> None:
    reader = PdfReader(dist / "facilitator" / "pdf" / "facilitator-a4.pdf")
    said = [each.extract_text() for each in reader.pages]
    assert [
        number for number, text in enumerate(said, 1) if "Facilitators only" not in text and not text.isdigit()
    ] == []


def test_a_cut_sheet_has_its_own_title_and_the_packets_version(dist: Path) -> None:
    entries = {each["path"]: each for each in json.loads((dist / "manifest.json").read_text("utf-8"))}
    cut = PdfReader(dist / "site" / "pdf" / "worksheets" / "plan-a4.pdf")
    assert cut.metadata
    assert cut.metadata.title == "A plan (Working together: a small day)"
    text = re.sub(r"\s+", " ", cut.pages[0].extract_text())
    assert entries["site/pdf/worksheets/plan-a4.pdf"]["version_mark"] in text
    packet = PdfReader(dist / "site" / "pdf" / "participant-a4.pdf")
    whole = packet.pages[outline(packet)["Worksheet 3: A plan"] - 1].extract_text()
    assert entries["site/pdf/worksheets/plan-a4.pdf"]["version_mark"] in whole


def test_short_addresses_lead_to_their_pages(dist: Path) -> None:
    for short, path in {
        "w1": "worksheets/first-steps.html",
        "h2": "readings/teams.html",
        "c1": "portraits/north.html",
    }.items():
        assert path in (dist / "site" / f"{short}.html").read_text("utf-8")


def test_downloads_list_every_pdf_of_the_site(dist: Path) -> None:
    said = (dist / "site" / "downloads.html").read_text("utf-8")
    for path in files(dist / "site", "*.pdf"):
        assert f'href="{path.relative_to(dist / "site").as_posix()}"' in said


def test_search_knows_prompts_and_tenets(dist: Path) -> None:
    index = (dist / "site" / "search" / "search_index.json").read_text("utf-8")
    assert "What helped me most" in index
    assert "Collective autonomy" in index


def test_a_part_that_is_made_anew_leaves_the_rest(session: CheckResult, dist: Path, tmp_path: Path) -> None:
    import shutil

    output = Path(shutil.copytree(dist, tmp_path / "dist"))
    before = {path.relative_to(output): path.read_bytes() for path in files(output)}
    with Progress(quiet=True) as progress:
        make_site(Project(SMALL), session, output, progress)
    assert {path.relative_to(output): path.read_bytes() for path in files(output)} == before
    with Progress(quiet=True) as progress:
        made = make_packets(Project(SMALL), session, output, progress, ("facilitator",))
    assert [each.path for each in made] == [
        "facilitator/pdf/facilitator-a4.pdf",
        "facilitator/pdf/facilitator-letter.pdf",
    ]
    assert {path.relative_to(output): path.read_bytes() for path in files(output)} == before


@pytest.mark.browser
def test_no_page_scrolls_sideways_on_a_phone_complains_or_asks_another_host(dist: Path, browser: Any) -> None:
    heard: list[str] = []
    shown = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    shown.on("console", lambda message: heard.append(message.text))
    shown.on("pageerror", lambda error: heard.append(str(error)))
    shown.on(
        "request", lambda request: heard.append(request.url) if not request.url.startswith(("file:", "data:")) else None
    )
    for path in files(dist / "site", "*.html"):
        if re.fullmatch(r"[whc]\d+|404", path.stem):
            continue  # leads on at once, or is only ever served
        shown.goto(path.as_uri())
        assert shown.evaluate("document.documentElement.scrollWidth") <= 360, path.name
    assert heard == []


AXE_PAGES = [
    "index",
    "agenda",
    "worksheets/everything",
    "worksheets/first-steps",
    "readings/hiring",
    "tenets/ten",
    "portraits/north",
    "downloads",
]


@pytest.mark.browser
def test_no_page_keeps_anybody_out(dist: Path, browser: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    shown = context.new_page()
    for name in AXE_PAGES:
        shown.goto((dist / "site" / f"{name}.html").as_uri())
        found = axe.run(shown).response["violations"]
        serious = [each for each in found if each["impact"] in ("serious", "critical")]
        assert [(each["id"], each["nodes"][0]["html"]) for each in serious] == [], name


def test_a_site_is_made_from_the_pdfs_that_stand_there_and_from_none_of_the_print_run(
    dist: Path, session: CheckResult, tmp_path: Path
) -> None:
    output = Path(shutil.copytree(dist, tmp_path / "dist", copy_function=os.link))
    (output / "site" / "pdf" / "participant-a4.pdf").unlink()
    listed = json.loads((output / "manifest.json").read_text("utf-8"))
    smuggled = {**listed[-1], "path": "print/job-ticket.pdf", "audience": "participant", "kind": "packet"}
    write_file(output / "manifest.json", json.dumps([*listed, smuggled]))
    with Progress(quiet=True) as progress:
        make_site(Project(SMALL), session, output, progress)
    assert not list((output / "site").rglob("*job-ticket*"))
    assert "participant-a4.pdf" not in (output / "site" / "downloads.html").read_text("utf-8")
