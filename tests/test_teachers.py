"""Files as beginners type them: after mending each loads, and every word that was typed is in the record."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from golden import CASES

from daysheet.load import FOLDERS, SINGLES, checker_of
from daysheet.mend import mend_text
from daysheet.reader import Plain, read_yaml
from daysheet.shape import check_shape

FOLDER = CASES / "teachers"
ALL = sorted(FOLDER.rglob("*.yml"))
WORD = re.compile(r"[^\W\d_]{2,}")


def file_of(path: Path) -> str:
    kind = path.parent.name
    return "data/session.yml" if kind == "session" else f"data/{kind}/{path.name}"


def model_of(file: str) -> type:
    parts = file.split("/")
    return (SINGLES.get(parts[1]) or FOLDERS[parts[1]])[1]


def words_of(data: Plain) -> Counter[str]:
    """The words of all keys and values."""
    if isinstance(data, dict):
        return sum((words_of(key) + words_of(value) for key, value in data.items()), Counter())
    if isinstance(data, list):
        return sum((words_of(item) for item in data), Counter())
    return Counter(WORD.findall(data))


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_beginners_file_loads_after_mending(path: Path) -> None:
    file, text = file_of(path), path.read_text("utf-8")
    check = checker_of(file)
    assert check(text), "the case has something to mend"
    mended, changes, left = mend_text(text, check)
    assert left == ()
    assert changes
    record, problems = check_shape(model_of(file), read_yaml(mended, file))
    assert problems == []
    assert record is not None


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_word_that_was_typed_is_in_the_data(path: Path) -> None:
    file, text = file_of(path), path.read_text("utf-8")
    mended, _, _ = mend_text(text, checker_of(file))
    data = read_yaml(mended, file).data
    assert Counter(WORD.findall(text)) - words_of(data) == Counter()


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_colon_that_was_prose_is_a_key_of_the_record(path: Path) -> None:
    file = file_of(path)
    mended, _, _ = mend_text(path.read_text("utf-8"), checker_of(file))
    record, _ = check_shape(model_of(file), read_yaml(mended, file))
    as_json = json.dumps(record.model_dump(mode="json", by_alias=True), ensure_ascii=False)  # type: ignore[attr-defined]
    held = Counter(WORD.findall(as_json.replace("\\n", " ")))
    assert words_of(read_yaml(mended, file).data) - held - KEYS_OF_SHORT_FORMS == Counter()


KEYS_OF_SHORT_FORMS = Counter(dict.fromkeys(["lines", "line", "page", "half", "rest", "min", "beside", "rounds"], 20))
"""Words that the long form says with figures, or not at all."""


def test_there_are_at_least_thirty_of_five_kinds() -> None:
    assert len(ALL) >= 30
    assert {path.parent.name for path in ALL} == {"worksheets", "agendas", "session", "tenets", "portraits"}
