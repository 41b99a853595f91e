"""The manifest and the ids: what was made, the same each time, and readable by the next run."""

import hashlib
import json
from pathlib import Path

import pytest

from daysheet.publish.disk import write_file
from daysheet.publish.manifest import Made, ids_gone, read_ids, read_manifest, write_ids, write_manifest

PACKET = Made(
    "site/pdf/participant-a4.pdf",
    "packet",
    "participant",
    "participant",
    "standard",
    "a4",
    24,
    "KQTM",
    ("data/worksheets/b.yml", "data/session.yml", "data/session.yml"),
)
SITE = Made("site", "site", audience="participant", pages=2)


def output(folder: Path) -> Path:
    write_file(folder / "site" / "index.html", "home")
    write_file(folder / "site" / "about.html", "about")
    write_file(folder / "site" / "pdf" / "participant-a4.pdf", b"%PDF")
    return folder


def entries(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return found


def test_an_entry_says_all_of_a_thing_and_weighs_its_file(tmp_path: Path) -> None:
    write_manifest(output(tmp_path), [PACKET])
    (entry,) = entries(tmp_path)
    assert list(entry.items()) == [
        ("path", "site/pdf/participant-a4.pdf"),
        ("kind", "packet"),
        ("id", "participant"),
        ("audience", "participant"),
        ("edition", "standard"),
        ("paper", "a4"),
        ("pages", 24),
        ("bytes", 4),
        ("sha256", hashlib.sha256(b"%PDF").hexdigest()),
        ("version_mark", "KQTM"),
        ("sources", ["data/session.yml", "data/worksheets/b.yml"]),
    ]


def test_entries_are_sorted_by_path_in_whatever_order_things_were_made(tmp_path: Path) -> None:
    first = write_manifest(output(tmp_path), [PACKET, SITE]).read_bytes()
    assert write_manifest(tmp_path, [SITE, PACKET]).read_bytes() == first
    assert [entry["path"] for entry in entries(tmp_path)] == ["site", "site/pdf/participant-a4.pdf"]


def test_a_folder_stands_for_its_files_that_have_no_entry_of_their_own(tmp_path: Path) -> None:
    write_manifest(output(tmp_path), [PACKET, SITE])
    before = entries(tmp_path)[0]
    assert before["bytes"] == len("home") + len("about")
    write_file(tmp_path / "site" / "pdf" / "participant-a4.pdf", b"%PDF-2")
    write_manifest(tmp_path, [PACKET, SITE])
    assert entries(tmp_path)[0] == before
    write_file(tmp_path / "site" / "index.html", "Home")
    write_manifest(tmp_path, [PACKET, SITE])
    assert entries(tmp_path)[0]["sha256"] != before["sha256"]


def test_a_file_that_is_given_another_name_changes_its_folders_digest(tmp_path: Path) -> None:
    write_manifest(output(tmp_path), [SITE])
    before = entries(tmp_path)[0]["sha256"]
    (tmp_path / "site" / "about.html").rename(tmp_path / "site" / "why.html")
    write_manifest(tmp_path, [SITE])
    assert entries(tmp_path)[0]["sha256"] != before


def test_two_things_at_one_path_are_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two things"):
        write_manifest(output(tmp_path), [SITE, SITE])


def test_a_thing_that_was_not_made_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"none\.pdf is in the manifest but was not made"):
        write_manifest(output(tmp_path), [Made("none.pdf", "packet")])


def test_the_manifest_is_read_back_as_it_was_made(tmp_path: Path) -> None:
    write_manifest(output(tmp_path), [SITE])
    assert read_manifest(tmp_path) == (SITE,)


def test_a_part_keeps_what_it_does_not_make_anew_and_is_still_there(tmp_path: Path) -> None:
    write_manifest(output(tmp_path), [SITE, PACKET, Made("site/about.html", "page")])
    (tmp_path / "site" / "about.html").unlink()
    write_manifest(tmp_path, [Made("site", "site", pages=1)], keep=True)
    assert [(entry["path"], entry["pages"]) for entry in entries(tmp_path)] == [
        ("site", 1),
        ("site/pdf/participant-a4.pdf", 24),
    ]


STRANGE = (
    '[{"path": "/etc/a.pdf", "sources": []}]',
    '[{"path": "site/../print/a.pdf", "sources": []}]',
    '[{"path": "site/a.pdf", "sources": [], "pages": "x"}]',
    '[{"path": "site/a.pdf", "sources": [], "kind": 7}]',
    '[{"path": "site/a.pdf", "sources": [5]}]',
    "[" * 100_000,
)


@pytest.mark.parametrize(
    "text", ["", "{", "7", '{"path": 1}', '[{"kind": "site"}]', '["site"]', "null", "\0", *STRANGE], ids=lambda _: ""
)
def test_a_manifest_that_we_do_not_understand_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    write_file(tmp_path / "manifest.json", text)
    assert read_manifest(tmp_path) == ()


def test_ids_are_written_sorted_and_read_back(tmp_path: Path) -> None:
    file = write_ids(tmp_path, {"worksheets/b": ["z", "a", "z"], "worksheets/a": []})
    assert json.loads(file.read_text()) == {"worksheets/a": [], "worksheets/b": ["a", "z"]}
    assert file.read_text().index("worksheets/a") < file.read_text().index("worksheets/b")
    assert read_ids(tmp_path) == {"worksheets/a": frozenset(), "worksheets/b": frozenset({"a", "z"})}


@pytest.mark.parametrize("text", ["", "[1]", "7", '{"worksheets/a": 7}'])
def test_ids_that_we_do_not_understand_are_as_good_as_none(tmp_path: Path, text: str) -> None:
    write_file(tmp_path / "ids.json", text)
    assert read_ids(tmp_path) == {}


def test_an_id_that_is_gone_is_told_with_its_record_and_a_record_that_is_gone_once() -> None:
    before = {"worksheets/a": ["one", "two"], "worksheets/b": ["three", "four"]}
    assert ids_gone(before, {"worksheets/a": ["two", "new"], "worksheets/c": []}) == (
        ("worksheets/a", "one"),
        ("worksheets/b", ""),
    )


def test_nothing_is_gone_when_there_was_no_build() -> None:
    assert ids_gone({}, {"worksheets/a": ["one"]}) == ()
