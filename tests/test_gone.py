"""What `check` says of ids that the last build had."""

from __future__ import annotations

from pathlib import Path

from daysheet.check import check
from daysheet.gone import ids_of, remarks_on_gone
from daysheet.publish.manifest import write_ids


def session(folder: Path, prompt: str) -> Path:
    (folder / "data" / "worksheets").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "session.yml").write_text("title: Small\n", "utf-8")
    sheet = f"title: Sheet\nblocks:\n  - prompt: {prompt}\n"
    (folder / "data" / "worksheets" / "sheet.yml").write_text(sheet, "utf-8")
    return folder


def test_a_changed_prompt_is_told_with_the_id_that_keeps_its_answers(tmp_path: Path) -> None:
    library = check(session(tmp_path, "What went well?")).library
    assert library
    write_ids(tmp_path, ids_of(library))
    changed = check(session(tmp_path, "What went badly?")).library
    assert changed
    [remark] = remarks_on_gone(changed, tmp_path)
    assert "`what-went-well`" in remark.sentence
    assert "`id: what-went-well`" in remark.hint
    assert remark.place.file == "data/worksheets/sheet.yml"


def test_a_record_that_is_gone_is_told_as_a_whole(tmp_path: Path) -> None:
    write_ids(tmp_path, {"worksheet/old": ["one"]})
    library = check(session(tmp_path, "What went well?")).library
    assert library
    assert "The worksheet `old` of the last build is gone" in remarks_on_gone(library, tmp_path)[0].sentence


def test_a_session_with_another_title_is_told_with_the_id_that_finds_its_answers(tmp_path: Path) -> None:
    library = check(session(tmp_path, "What went well?")).library
    assert library
    write_ids(tmp_path, ids_of(library))
    (tmp_path / "data" / "session.yml").write_text("title: Smaller\n", "utf-8")
    changed = check(tmp_path).library
    assert changed
    [remark] = remarks_on_gone(changed, tmp_path)
    assert remark.sentence == "The session was `small` in the last build: phones keep answers under that name"
    assert remark.hint == "to find them again, write `id: small`"
    (tmp_path / "data" / "session.yml").write_text("id: small\ntitle: Smaller\n", "utf-8")
    kept = check(tmp_path).library
    assert kept
    assert remarks_on_gone(kept, tmp_path) == ()


def test_without_a_last_build_nothing_is_gone(tmp_path: Path) -> None:
    library = check(session(tmp_path, "What went well?")).library
    assert library
    assert remarks_on_gone(library, tmp_path) == ()
