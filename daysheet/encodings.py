"""Step 1, read: the bytes of a file to text, before anyone asks what the text says.

Refuses what is no UTF-8, is too large, or holds characters that nobody can see and YAML will not take.
"""

from __future__ import annotations

import re

from daysheet.problems import InvalidData, Mend, Place, Problem

LARGEST = 2_000_000  # bytes
LINE_END = re.compile(r"\r\n|\r|\n")
ODD_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"  # word processors leave these where a line was broken by hand
UNSEEN = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
SAVE_AS_UTF8 = "open it in your editor and choose “Save with encoding: UTF-8”"


def decode(text: str | bytes, file: str) -> str:
    """The text of a file, without a byte order mark.

    Raises: InvalidData when it is too large or no UTF-8.
    """
    if len(text) > LARGEST:
        raise _refused(file, f"This file is larger than {LARGEST // 1_000_000} MB", "split it into several records")
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(file, "This file is saved as UTF-16; Daysheet reads UTF-8", SAVE_AS_UTF8)
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong_bytes(text, error.start, file) from None


def split_lines(text: str) -> tuple[str, ...]:
    """The lines as an editor counts them: only LF, CRLF and CR end one."""
    lines = LINE_END.split(text)
    return tuple(lines[:-1] if lines[-1] == "" else lines)


def unseen(lines: tuple[str, ...], file: str) -> list[Problem]:
    """One problem for each line that holds a control character or an odd line break."""
    return [_unseen_problem(line, number, file) for number, line in enumerate(lines, 1) if UNSEEN.search(line)]


def _unseen_problem(line: str, number: int, file: str) -> Problem:
    found = UNSEEN.search(line)
    assert found is not None
    what = "a line break of a word processor" if found.group() in ODD_BREAKS else "a control character"
    better = UNSEEN.sub(lambda match: " " if match.group() in ODD_BREAKS else "", line)
    return Problem(
        Place(file, number, found.start() + 1),
        f"Here stands a character that cannot be seen ({what}, U+{ord(found.group()):04X})",
        "it often comes along with pasted text; take it out",
        Mend(number, number, (better.rstrip(),)),
    )


def _wrong_bytes(data: bytes, at: int, file: str) -> InvalidData:
    before = data[:at]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    letter = data[at : at + 1].decode("cp1252", "replace")
    sentence = f"This file is not saved as UTF-8; the first letter that cannot be read may be “{letter}”"
    return InvalidData([Problem(Place(file, line, column), sentence, SAVE_AS_UTF8)])


def _refused(file: str, sentence: str, hint: str) -> InvalidData:
    return InvalidData([Problem(Place(file), sentence, hint)])
