"""A composed site is written to a folder and comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path

from daysheet.site import Site, SitePage, read_site, write_site


def sample(file: Path) -> Site:
    return Site(
        name="Día <1>",
        address="https://example.org/day/",
        licence="CC BY 4.0",
        language="es",
        direction="ltr",
        words={"shell": {"menu": "Menú"}},
        nav=[{"Home": "index.md"}, {"Sheets": ["w/index.md", "w/a.md"]}],
        pages=(SitePage("index.md", "---\ntitle: x\n---\n\n# é\n"), SitePage("w/a.md", "a")),
        files={"b.css": b"b {}", "a.css": file},
    )


def test_a_site_comes_back_from_its_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "own.css").write_bytes(b"a {}")
    site = sample(tmp_path / "own.css")
    write_site(site, tmp_path / "composed")
    back = read_site(tmp_path / "composed")
    assert (back.name, back.nav, back.words, back.pages) == (site.name, site.nav, site.words, site.pages)
    assert list(back.files) == ["b.css", "a.css"]
    assert [Path(str(path)).read_bytes() for path in back.files.values()] == [b"b {}", b"a {}"]


def test_the_folder_says_in_one_file_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "own.css").write_bytes(b"a {}")
    write_site(sample(tmp_path / "own.css"), tmp_path / "composed")
    said = json.loads((tmp_path / "composed" / "site.json").read_text("utf-8"))
    assert said["pages"] == ["index.md", "w/a.md"]
    assert said["language"] == "es"
