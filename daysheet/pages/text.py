"""The text of a page of the site: front matter, headings and Markdown that say what was meant, whatever is in them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import escape

from markupsafe import Markup

from daysheet.cited import as_links, outside_code
from daysheet.prose import PLACED, Placer, Resolver, to_inline_html, to_text
from daysheet.sections import LETTER, anchor_of_section

TAG = re.compile(r"(<[^>]*>)")
INLINE = re.compile(r"</?(?:a|abbr|code|em|span|strong|sub|sup)\b")
SPECIAL = re.compile(r"([\\`*_{}\[\]#|!])")
UNQUOTED = {chr(code): f"\\u{code:04x}" for code in (0x7F, 0x85, 0x2028, 0x2029, 0xFEFF)}
RAW = re.compile(r"<(?=[a-zA-Z/!?])(?!(?:https?:|mailto:)[^\s>]*>)(?![^\s<>@]+@[^\s<>@]+>)")
REFERENCE = re.compile(
    r"!?\[(?P<words>(?:[^\[\]]|\[[^\]]*\])*)\]"
    r"\(\s*(?P<kind>worksheet|reading|tenets|tenet|portrait|exhibit|round|source):(?P<id>[^)\s\"]*)[^)]*\)"
)
HEADING = re.compile(
    r"^(?P<marks>#{1,6})[ \t]+(?P<words>.*?)[ \t]*(?:\{(?P<attributes>[^{}\n]*)\})?[ \t]*#*[ \t]*$", re.MULTILINE
)
KEPT = re.compile("\ue0f0(\\d+)\ue0f1")


@dataclass(frozen=True)
class Section:
    """A heading of a text that has a letter: who reads it in a jigsaw."""

    letter: str
    title: str
    id: str


@dataclass(frozen=True)
class Body:
    """A person's Markdown, made fit for the site, and its sections by letter."""

    text: str
    sections: tuple[Section, ...] = field(default=())


def front_matter(**fields: str | int | list[str] | None) -> str:
    """YAML front matter of a page; what is empty is left out."""
    lines = [f"{key}: {_quoted(value)}" for key, value in fields.items() if value]
    return "\n".join(["---", *lines, "---", "", ""])


def _quoted(value: str | int | list[str] | None) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return "".join(UNQUOTED.get(letter, letter) for letter in text)


def heading(level: int, title: str, id: str = "", css_class: str = "", resolve: Resolver | None = None) -> Markup:
    """A Markdown heading that shows the title (Markdown) and nothing else that its characters might mean."""
    html = re.sub(r"[ \t\r\n\f\v]+", " ", to_inline_html(title, resolve))
    parts = (_kept(each) if TAG.fullmatch(each) else SPECIAL.sub(r"\\\1", each) for each in TAG.split(html))
    words = "".join(parts).strip()
    marks = " ".join(each for each in (f"#{id}" if id else "", f".{css_class}" if css_class else "") if each)
    return Markup(f"\n\n{'#' * level} {words}{f' {{{marks}}}' if marks else ''}\n\n")


def _kept(tag: str) -> str:
    return tag if INLINE.match(tag) else ""


def flat(html: str) -> Markup:
    """HTML without blank lines: within Markdown one would end it."""
    return Markup(re.sub(r"\n\s*\n", "\n", str(html).strip()))


def body_of(text: str, resolve: Resolver, place: Placer | None = None) -> Body:
    """A person's Markdown as the site's: references become links, raw HTML shows as text, headings begin at the second
    level, and those with a letter say it.

    `resolve` gives addresses of Markdown files, so that the builder checks them; `place` the HTML of exhibits.
    """
    kept: list[str] = []
    text = outside_code(text, lambda part: PLACED.sub(lambda found: _keep(found, place, kept), part)) if place else text
    plain = outside_code(
        as_links(text), lambda part: REFERENCE.sub(lambda found: _link(found, resolve), RAW.sub("&lt;", part))
    )
    levels = [len(found["marks"]) for found in HEADING.finditer(plain)]
    shift = 2 - min(levels, default=2)
    sections: list[Section] = []
    headed = HEADING.sub(lambda found: _heading(found, shift, sections), plain)
    return Body(KEPT.sub(lambda found: f"\n\n{kept[int(found[1])]}\n\n", headed), tuple(sections))


def _keep(found: re.Match[str], place: Placer, kept: list[str]) -> str:
    """What is set in the text is put aside, so that nothing in it is taken for Markdown."""
    kept.append(flat(place(found["id"])))
    return f"\ue0f0{len(kept) - 1}\ue0f1"


def _link(found: re.Match[str], resolve: Resolver) -> str:
    address, where = resolve(found["kind"], found["id"])
    if found["kind"] == "source":
        work = SPECIAL.sub(r"\\\1", where)
        link = _cited(address.replace(".md", ".html", 1), found["words"] or work)
        return f"{link} ({work})" if found["words"] else link
    if not address:
        return found["words"]
    said = where.replace("\u00a0", " ").lower() in found["words"].replace("\u00a0", " ").lower()
    after = "" if said or not where else f' <span class="ds-reference__where">({where})</span>'
    return f"[{found['words']}{after}]({address}){{.ds-reference}}"


def _cited(address: str, words: str) -> str:
    """In HTML, since the builder sees no anchors within the HTML of the page of sources."""
    return f'<a class="ds-cite" href="{escape(address)}">{words}</a>' if address else words


def _heading(found: re.Match[str], shift: int, sections: list[Section]) -> str:
    marks, words, attributes = "#" * min(6, len(found["marks"]) + shift), found["words"], found["attributes"] or ""
    letter = LETTER.search(attributes)
    if not letter:
        return f"{marks} {words}" + (f" {{{attributes}}}" if attributes else "")
    id = anchor_of_section(words, attributes, letter[1])
    sections.append(Section(letter[1], to_text(words), id))
    return f'{marks} <span class="ds-reading__letter">{letter[1]}</span> {words} {{#{id}}}'
