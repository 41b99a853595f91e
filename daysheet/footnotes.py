"""Step 6b, print: the notes at the end of a text become notes at the foot of the page that calls them."""

from __future__ import annotations

import re

NOTES = '<div class="footnote">'
NOTE = re.compile(r'<li id="fn:([^"]+)">\s*(.*?)\s*</li>', re.DOTALL)
CALL = re.compile(r'<sup id="fnref(\d*):([^"]+)"><a class="footnote-ref" href="#fn:[^"]+">([^<]+)</a></sup>')
WAY_BACK = re.compile(r'(?:&#160;|&nbsp;|\s)*<a class="footnote-backref".*?</a>', re.DOTALL)
PARAGRAPHS = re.compile(r"</p>\s*<p>")
BLOCKS = re.compile(r"<(?:ul|ol|table|blockquote|pre|div|h[1-6])\b")
APART = re.compile(r"<(aside|table)\b.*?</\1>", re.DOTALL)


def at_the_foot(html: str) -> str:
    """The same HTML with each note where it is called first, to be set at the foot of that page.

    The notes stay at the end where one of them holds more than lines of text, or is called from a table or an aside.
    """
    text, found, tail = html.rpartition(NOTES)
    notes = {name: _line(words) for name, words in NOTE.findall(tail)}
    apart = any(CALL.search(each[0]) for each in APART.finditer(text))
    if not found or apart or any(BLOCKS.search(words) for words in notes.values()):
        return html
    rest = tail.partition("</div>")[2]
    return CALL.sub(lambda call: _called(call, notes), text) + rest


def _line(words: str) -> str:
    plain = PARAGRAPHS.sub("<br>", WAY_BACK.sub("", words).strip())
    return " ".join(plain.removeprefix("<p>").removesuffix("</p>").split())


def _called(call: re.Match[str], notes: dict[str, str]) -> str:
    again, name, number = call.groups()
    if again or name not in notes:
        return f"<sup>{number}</sup>"
    return f'<span class="ds-footnote" data-note="{number}">{notes[name]}</span>'
