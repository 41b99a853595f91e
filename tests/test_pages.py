"""Step 6a: a session becomes a site; its pages, its navigation, what each audience sees, and the built real session."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import checked, sentences, write_project

from daysheet.builder import build_site
from daysheet.check import check
from daysheet.pages.compose import compose_site
from daysheet.project import Project
from daysheet.prose import to_text
from daysheet.site import Download, Site

ROOT = Path(__file__).resolve().parent.parent
ODD = "<script>alert(1)</script> {{ x }} | # {.y}"
SHEET = "title: One\nblocks:\n  - prompt: Why?\n"
DAY = """
days:
  - {date: 2026-03-21, start: 9:00, end: 12:00}
timezone: America/Edmonton
rooms: {main: Salon 8}
private:
  wifi: {name: Canary-Wifi, password: canary-pass}
  join: {link: "https://meet.example.org/canary", passcode: canary-code}
  notes:
    - Canary note
"""
AGENDA = """
title: The day
parts:
  - title: Morning
    room: main
    rounds:
      - title: Begin well
        minutes: 13
        led_by: Ann
        uses:
          - worksheet: one
        materials:
          - {supply: paper, per: table}
        facilitator:
          say: Canary say
          do:
            - Canary do
          watch_for: Canary watch
          if_short: Canary short
          if_long: Canary long
      - break: 12
      - title: Go on
        minutes: 30
        facilitator: Canary line
"""
NOTES = "title: One\nfacilitator: Canary look\nblocks:\n  - prompt: Why?\n    expect: Canary expect\n"
PRIVATE = {"data/delivery.yml": DAY, "data/agendas/day.yml": AGENDA, "data/worksheets/one.yml": NOTES}


def site_of(
    root: Path, files: dict[str, str], audience: str = "participant", downloads: tuple[Download, ...] = ()
) -> Site:
    result = checked(root, {"data/session.yml": "title: A small day\n", **files})
    assert result.library is not None, sentences(result)
    return compose_site(Project(root), result, audience, downloads, {each.path: b"%PDF" for each in downloads})


def page(site: Site, path: str) -> str:
    return next(each.text for each in site.pages if each.path == path)


def titles(site: Site) -> list[str]:
    return [name for place in site.nav for name in place]


def seen(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


# ---- what a session holds decides which pages there are


def test_a_title_and_one_worksheet_make_a_site(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"data/worksheets/one.yml": SHEET})
    sheets = ["worksheets/index.md", "worksheets/one.md"]
    assert site.nav == [{"Home": "index.md"}, {"Worksheets": sheets}, {"Take it home": "take-home.md"}]
    assert "Fill in Worksheet\u00a01" in page(site, "index.md")
    assert site.address == ""


def test_a_title_alone_makes_a_home_page(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"data/session.yml": "title: Only this\n"})
    assert [each.path for each in site.pages] == ["index.md"]


def test_places_stand_in_a_persons_order_and_with_the_sessions_words(tmp_path: Path) -> None:
    files = {
        **PRIVATE,
        "data/session.yml": "title: A\nlicence: CC BY 4.0\nwords: {worksheet: Sheet, portrait: Story}\n",
        "data/tenets/t.yml": "title: T\ntenets:\n  - One\n",
        "data/portraits/p.yml": "title: P\nstory: S\n",
        "content/readings/r.md": "---\ntitle: R\n---\n\nText\n",
        "content/visit.md": "# How to get here\n\nBy bus.\n",
    }
    download = Download("pdf/participant-a4.pdf", "packet", "participant", "Packet", "a4", 3, 5000)
    participant = site_of(tmp_path, files, downloads=(download,))
    places = (
        "Now, Agenda, Sheets, Reading, Tenets, Stories, Take it home, Downloads, How to get here, Sources and licence"
    )
    assert ", ".join(titles(participant)) == places
    facilitator = titles(site_of(tmp_path, files, "facilitator"))
    assert facilitator[:3] == ["Now", "Agenda", "Run of show"]
    assert {"Materials", "Hand-outs"} < set(facilitator)


def test_several_sets_of_tenets_have_an_index_and_one_has_none(tmp_path: Path) -> None:
    one = {"data/tenets/a.yml": "title: A\ntenets:\n  - One\n"}
    assert site_of(tmp_path / "one", one).nav[-1] == {"Tenets": "tenets/a.md"}
    two = {**one, "data/tenets/b.yml": "title: B\ntenets:\n  - One\n"}
    assert site_of(tmp_path / "two", two).nav[-1] == {"Tenets": ["tenets/index.md", "tenets/a.md", "tenets/b.md"]}


# ---- times


@pytest.mark.parametrize(("shown", "times"), [("rounds", ["9:00", "9:15", "9:25"]), ("breaks", ["9:15"]), ("none", [])])
def test_participants_see_the_times_that_the_delivery_shows(tmp_path: Path, shown: str, times: list[str]) -> None:
    site = site_of(tmp_path, {**PRIVATE, "data/delivery.yml": f"times_shown: {shown}\n{DAY}"})
    assert re.findall(r'ds-round__time">([^<]+)', page(site, "agenda.md")) == times


def test_a_break_says_when_to_be_back_or_how_long_it_is(tmp_path: Path) -> None:
    assert "Break, back at 9:25" in page(site_of(tmp_path / "timed", PRIVATE), "agenda.md")
    untimed = {**PRIVATE, "data/delivery.yml": f"times_shown: none\n{DAY}"}
    assert "Break, 12\u00a0minutes" in page(site_of(tmp_path / "untimed", untimed), "agenda.md")


def test_facilitators_see_every_minute_and_what_is_to_spare(tmp_path: Path) -> None:
    agenda = page(site_of(tmp_path, PRIVATE, "facilitator"), "agenda.md")
    assert re.findall(r'ds-round__time">([^<]+)', agenda) == ["9:00", "9:13", "9:25"]
    assert "9:00 to 9:55, 125\u00a0minutes to spare" in agenda


def test_days_are_headings_and_tracks_stand_side_by_side(tmp_path: Path) -> None:
    delivery = (
        "days:\n  - {date: 2026-03-21, start: 9:00, end: 12:00}\n  - {date: 2026-03-22, start: 9:00, end: 12:00}\n"
        "timezone: Europe/Paris\nrooms: {a: Room A, b: Room B}\n"
    )
    track = (
        "      - title: {}\n        room: {}\n        rounds:\n          - title: Round {}\n            minutes: 20\n"
    )
    agenda = (
        "title: Both\nparts:\n  - title: First\n    day: 1\n    rounds:\n      - title: Start\n        minutes: 10\n"
        "  - title: Second\n    day: 2\n    tracks:\n" + track.format("Easy", "a", 1) + track.format("Hard", "b", 2)
    )
    text = page(site_of(tmp_path, {"data/delivery.yml": delivery, "data/agendas/a.yml": agenda}), "agenda.md")
    assert [each.strip() for each in re.findall(r"^#+ [^{\n]+", text, re.MULTILINE)] == [
        "# Agenda", "## Saturday 21 March", "### First", "#### Start", "## Sunday 22 March", "### Second",
        "#### Easy", "##### Round 1", "#### Hard", "##### Round 2",
    ]  # fmt: skip
    assert text.count('class="ds-track"') == 2
    assert "Room A" in text


def test_without_days_rounds_have_lengths_and_no_times(tmp_path: Path) -> None:
    text = page(
        site_of(tmp_path, {"data/agendas/a.yml": "title: A\nrounds:\n  - title: R\n    minutes: 30\n"}), "agenda.md"
    )
    assert "ds-round__time" not in text
    assert "30\u00a0minutes" in text


# ---- who sees what


def test_the_public_site_has_not_one_word_for_facilitators(tmp_path: Path) -> None:
    site = site_of(tmp_path, PRIVATE)
    held = [each.text for each in site.pages] + [
        each.decode("utf-8", "ignore") if isinstance(each, bytes) else each.read_text("utf-8", "ignore")
        for each in site.files.values()
    ]
    assert not [text for text in held if "canary" in text.lower()]


def test_the_facilitators_site_has_all_of_it_and_says_that_it_is_not_for_publishing(tmp_path: Path) -> None:
    site = site_of(tmp_path, PRIVATE, "facilitator")
    everything = " ".join(each.text for each in site.pages)
    canaries = ["Wifi", "pass", "code", "say", "do", "watch", "short", "long", "line", "look", "expect", "note"]
    assert [word for word in canaries if not re.search(f"canary[ -]{word}", everything, re.IGNORECASE)] == []
    home = page(site, "index.md")
    assert seen(home).index("For facilitators. Not for publishing.") < seen(home).index("A small day", 40)
    assert site.address == ""


# ---- what authors write comes through


def test_whatever_a_title_holds_comes_through_as_text(tmp_path: Path) -> None:
    quoted = f"'{ODD}'"
    files = {
        "data/session.yml": f"title: {quoted}\nquestion: {quoted}\nhosts:\n  - {quoted}\n",
        "data/worksheets/one.yml": f"title: {quoted}\nblocks:\n  - prompt: {quoted}\n",
        "data/agendas/a.yml": f"title: A\nrounds:\n  - title: {quoted}\n    minutes: 5\n    uses:\n      - worksheet: one\n",
        "data/tenets/t.yml": f"title: {quoted}\ntenets:\n  - {quoted}\n",
        "data/portraits/p.yml": f"title: {quoted}\nstory: {quoted}\nshows: [t/{_first_id(ODD)}]\n",
        "content/readings/r.md": f"---\ntitle: {quoted}\n---\n\n{ODD}\n",
        "content/visit.md": f"# {ODD}\n\n{ODD}\n",
    }
    built = tmp_path / "built"
    site = site_of(tmp_path / "project", files)
    build_site(site, Project(tmp_path / "project"), "participant", built)
    for path in (
        "index",
        "agenda",
        "worksheets/one",
        "worksheets/index",
        "tenets/t",
        "portraits/p",
        "readings/r",
        "visit",
    ):
        html = (built / f"{path}.html").read_text("utf-8")
        assert ODD in seen(html.replace("<wbr>", "")), path
        assert "<script>alert" not in html, path
        assert ODD in unescape(re.findall(r"<title>(.*?)</title>", html)[0]), path


def _first_id(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def test_the_authors_own_words_and_pages_stand_on_the_site(tmp_path: Path) -> None:
    files = {
        "data/worksheets/one.yml": SHEET,
        "content/index.md": "Welcome, begin with [it](worksheet:one).\n",
        "content/visit/bus.md": "# By *bus*\n\n[One](worksheet:one)\n",
        "content/files/map.txt": "map",
    }
    site = site_of(tmp_path, files)
    assert "(worksheets/one.md){.ds-reference}" in page(site, "index.md")
    assert "(../worksheets/one.md){.ds-reference}" in page(site, "visit/bus.md")
    assert site.nav[-1] == {"By bus": "visit/bus.md"}
    assert site.files["files/map.txt"] == tmp_path / "content/files/map.txt"
    assert not [path for path in site.files if path.endswith(".md")]


def test_an_accent_of_the_authors_is_laid_over_the_tokens(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"data/session.yml": "title: A\naccent: ocean\n"})
    styles = [path for path in site.files if path.endswith(".css")]
    ours = [
        f"assets/styles/{name}.css"
        for name in ("tokens", "accent", "dark-by-device", "dark", "components", "site", "now", "reading")
    ]
    assert [path for path in styles if path.startswith("assets/")] == ["assets/fonts/site.css", *ours]
    assert b"#1d5f8a" in bytes(site.files["assets/styles/accent.css"])  # type: ignore[arg-type]


def test_short_addresses_lead_on(tmp_path: Path) -> None:
    files = {"data/worksheets/one.yml": SHEET, "data/delivery.yml": "address: https://day.test/x\n"}
    site = site_of(tmp_path, files)
    text = bytes(site.files["w1.html"]).decode()  # type: ignore[arg-type]
    assert 'content="0; url=worksheets/one.html"' in text
    assert text.index("Content-Security-Policy") < text.index("<title>")
    assert "unsafe-inline" not in text
    assert 'rel="canonical" href="https://day.test/x/worksheets/one.html"' in text
    assert site.address == "https://day.test/x/"


def test_downloads_begin_with_packets_and_the_paper_of_the_day(tmp_path: Path) -> None:
    files = {"data/worksheets/one.yml": SHEET, "data/delivery.yml": "paper: letter\n"}
    downloads = tuple(
        Download(f"pdf/{id}-{paper}.pdf", kind, id, title, paper, pages, size)
        for kind, id, title, pages, size in (
            ("worksheet", "one", "One", 1, 48123),
            ("packet", "p", "Packet", 28, 1234567),
        )
        for paper in ("a4", "letter")
    )
    text = seen(page(site_of(tmp_path, files, downloads=downloads), "downloads.md").split("---\n")[2])
    assert text.index("Packet 28 pages") < text.index("Letter 1.2\u00a0MB".replace("\u00a0", " "))
    assert text.index("Letter 1.2") < text.index("A4 1.2") < text.index("Worksheet 1: One 1 page")
    assert "Letter is the paper of the day" in text


# ---- the real session


class Links(HTMLParser):
    """Addresses and ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.twice: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.found += [str(held[name]) for name in ("href", "src") if held.get(name)]
        if held.get("id"):
            self.twice += [str(held["id"])] if held["id"] in self.ids else []
            self.ids.add(str(held["id"]))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    result = check(ROOT)
    assert result.library is not None, sentences(result)
    download = Download("pdf/participant-a4.pdf", "packet", "participant", "Packet", "a4", 3, 5000)
    folders = {}
    for audience in ("participant", "facilitator"):
        folders[audience] = tmp_path_factory.mktemp(audience)
        site = compose_site(Project(ROOT), result, audience, (download,), {download.path: b"%PDF"})
        build_site(site, Project(ROOT), audience, folders[audience])
    return folders


@pytest.mark.parametrize("audience", ["participant", "facilitator"])
def test_every_link_of_the_real_site_leads_somewhere(real: dict[str, Path], audience: str) -> None:
    pages = {path: Links(path.read_text("utf-8")) for path in real[audience].rglob("*.html")}
    lost = []
    for path, links in pages.items():
        for address in links.found:
            parts = urlsplit(address)
            if parts.scheme or (path.name == "404.html" and address.startswith("/")):
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file() or (parts.fragment and parts.fragment not in pages[target].ids):
                lost.append(f"{path.relative_to(real[audience])}: {address}")
    assert lost == []


def test_no_page_of_the_real_site_gives_an_id_twice(real: dict[str, Path]) -> None:
    pages = {path.name: Links(path.read_text("utf-8")).twice for path in real["participant"].rglob("*.html")}
    assert {name: twice for name, twice in pages.items() if twice} == {}


def test_headings_of_the_real_site_skip_no_level(real: dict[str, Path]) -> None:
    for path in real["facilitator"].rglob("*.html"):
        levels = [int(level) for level in re.findall(r"<h([1-6])[\s>]", path.read_text("utf-8"))]
        assert levels[:1] == [1] or path.name[1:2].isdigit(), path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
        assert levels.count(1) <= 1, path


def test_search_finds_prompts_and_tenets(real: dict[str, Path]) -> None:
    docs = json.loads((real["participant"] / "search" / "search_index.json").read_text("utf-8"))["docs"]
    held = " ".join(f"{each['title']} {each['text']}" for each in docs)
    library = check(ROOT).library
    assert library is not None
    prompts = [block.matter for sheet in library.worksheets for block in sheet.blocks if block.kind == "prompt"]
    for words in [*prompts, *(tenet.name for of in library.tenets for tenet in of.tenets)]:
        assert to_text(words) in seen(held), words
    first = library.tenets[0]
    assert f"tenets/{first.id}.html#{first.tenets[0].id}" in {each["location"] for each in docs}


def test_a_template_of_the_authors_takes_the_place_of_ours(tmp_path: Path) -> None:
    write_project(tmp_path, {"templates/pages/index.md": "{{ h(1, title) }}\n\nQuite my own.\n"})
    assert "Quite my own." in page(site_of(tmp_path, {}), "index.md")
