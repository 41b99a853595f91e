"""Markdown to HTML, with one list of extensions for page and paper; the only module that imports markdown.

A link such as `[the sheet](worksheet:showcase)` refers to a record: a `Resolver` says where it leads and what stands
there. Raw HTML in prose is shown as text, never passed on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import unescape
from typing import Any
from xml.etree import ElementTree

import markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from daysheet.cited import as_links, without
from daysheet.prose_blocks import ProseBlocks

EXTENSIONS = ("attr_list", "footnotes", "tables", "sane_lists", "smarty", "daysheet.prose")
"""By name, so that the site's builder can be given the same list."""
ON_PAGES = (*EXTENSIONS, "daysheet.prose:HtmlBlocks")
"""The same for whole pages of the site, which hold HTML of ours."""
SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "footnotes": {"BACKLINK_TEXT": "↩", "UNIQUE_IDS": False},
    "smarty": {"smart_dashes": False, "smart_ellipses": True},
}
REFERENCE = re.compile(r"^(worksheet|reading|tenets|tenet|portrait|exhibit|round|source):(.+)$")

SAFE = re.compile(r"^(https?:|mailto:|tel:|#|(?![a-z][a-z0-9+.-]*:))", re.IGNORECASE)
"""Addresses that a link may have: the web, mail, telephone, and what lies within the site."""

RELATIVE = re.compile(r'(<(?:img\b[^>]*?\bsrc|a\b[^>]*?\bhref)=")(?=(?:pictures|files)/)')
"""Where a picture or a file under `content/` is named, counted from there."""

BLOCK_START = re.compile(r"^(?:(?=[#>]|[-+*]\s)|(\d+)(?=[.)]\s))")
"""What would make a heading, a quotation or a list of a single line."""

Resolver = Callable[[str, str], tuple[str, str]]
"""(kind, id) -> (address, or "" where there is none; what it is called, such as "Worksheet 5")."""

Placer = Callable[[str], str]
"""The id of an exhibit -> its HTML, for where it is set in a text."""

PLACED = re.compile(r"^ {0,3}!\[[^\]\n]*\]\(\s*exhibit:(?P<id>[^)\s\"]+)\s*\)[ \t]*$", re.MULTILINE)
"""An exhibit set in a text: `![Trust by precision](exhibit:trust-by-precision)` on a line of its own."""


class HtmlBlocks(Extension):
    """For pages of the site, where templates have put HTML between Markdown: a block of HTML begins on a line of its own
    and ends with the next blank line, as CommonMark has it. Tags may so open in one block and close in another."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.preprocessors.register(_HtmlBlocks(md), "html_blocks", 20.5)  # after the builder's own, at 21


class _HtmlBlocks(Preprocessor):
    BLOCK = re.compile(r"(?:(?<=\n\n)|\A)</?[a-z][a-z0-9]*(?=[\s/>]).*?(?=\n\n|\Z)", re.DOTALL)

    def run(self, lines: list[str]) -> list[str]:
        text = re.sub(r"\n[ \t]*(?=\n)", "\n", "\n".join(lines).strip("\n"))
        return self.BLOCK.sub(lambda found: self.md.htmlStash.store(found[0]), text).split("\n")


def makeExtension(**settings: Any) -> Extension:  # noqa: N802
    """The name that Markdown looks for in a module that is named as an extension."""
    return ProseBlocks(**settings)


class _Placed(Preprocessor):
    """Sets exhibits in their places."""

    def __init__(self, md: markdown.Markdown, place: Placer) -> None:
        super().__init__(md)
        self.place = place

    def run(self, lines: list[str]) -> list[str]:
        def put(found: re.Match[str]) -> str:
            return f"\n{self.md.htmlStash.store(self.place(found['id']))}\n"

        return PLACED.sub(put, "\n".join(lines)).split("\n")


class _Links(Treeprocessor):
    """Turns references to records into links, or where there is no address into their words; makes all links safe."""

    def __init__(self, md: markdown.Markdown, resolve: Resolver | None) -> None:
        super().__init__(md)
        self.resolve = resolve

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            for name in [name for name in element.attrib if name.startswith("on") or name == "style"]:
                del element.attrib[name]
            if "letter" in element.attrib:
                element.set("data-letter", element.attrib.pop("letter"))
            if element.tag == "img" and REFERENCE.match(element.get("src", "")):
                self.lead(element)
            if element.tag == "a":
                self.link(element)

    def lead(self, picture: ElementTree.Element) -> None:
        """What can only be set on a line of its own is a link within one."""
        words, address = picture.get("alt", ""), picture.get("src", "")
        picture.attrib.clear()
        picture.tag, picture.text = "a", words
        picture.set("href", address)

    def link(self, link: ElementTree.Element) -> None:
        found = REFERENCE.match(link.get("href", ""))
        if found and self.resolve:
            self.refer(link, *self.resolve(found[1], found[2]))
        elif not SAFE.match(re.sub(r"[\x00-\x20]", "", unescape(link.get("href", "")))):
            link.tag = "span"
            link.attrib.pop("href", None)

    def refer(self, link: ElementTree.Element, address: str, words: str) -> None:
        """A link without words of its own, as a citation is, says what it leads to."""
        own = "".join(link.itertext())
        if address:
            link.set("href", address)
            link.set("class", "ds-reference")
        else:
            link.tag = "span"
            del link.attrib["href"]
        if not own:
            link.set("class", "ds-cite")
            link.text = words
        elif words and words.lower() not in own.lower():
            mark = ElementTree.SubElement(link, "span", {"class": "ds-reference__where"})
            mark.text = f" ({words})"


def to_html(text: str, resolve: Resolver | None = None, heading_level: int = 1, place: Placer | None = None) -> str:
    """Markdown as HTML blocks; its topmost headings become `<h{heading_level}>`, and no level is skipped."""
    return _convert(text, resolve, heading_level, place)


def to_inline_html(text: str, resolve: Resolver | None = None) -> str:
    """Markdown as HTML without the paragraph around it: for titles, labels and items."""
    line = text.strip()
    if "\n" not in line:
        line = BLOCK_START.sub(lambda found: f"{found[1] or ''}\\", line)
    html = _convert(line, resolve, 1, None).strip()
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return inner if html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>") else html


def to_text(text: str) -> str:
    """Markdown as plain words: for titles of files, names of controls, labels read aloud."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", to_html(text)))).strip()


def settings(back: str) -> dict[str, dict[str, Any]]:
    """The settings with the words of the way back from a note to the text."""
    notes = {**SETTINGS["footnotes"], "BACKLINK_TEXT": back, "BACKLINK_TITLE": f"{back}, {{}}"}
    return {**{name: dict(values) for name, values in SETTINGS.items()}, "footnotes": notes}


@lru_cache(maxsize=4096)
def _convert(text: str, resolve: Resolver | None, heading_level: int, place: Placer | None) -> str:
    md = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs={k: dict(v) for k, v in SETTINGS.items()})
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    md.treeprocessors.register(_Links(md, resolve), "links", 5)
    if place:
        md.preprocessors.register(_Placed(md, place), "placed", 21)
    html: str = md.convert(as_links(text) if resolve else without(text))
    return _levelled(html, heading_level)


def _levelled(html: str, top: int) -> str:
    """A skipped level would break the tags of a PDF."""
    above: list[int] = []

    def level(found: re.Match[str]) -> str:
        if not found[1]:
            above[:] = [each for each in above if each < int(found[2])] + [int(found[2])]
        return f"<{found[1]}h{min(6, top + len(above) - 1)}"

    return re.sub(r"<(/?)h([1-6])(?=[\s>])", level, html)


def from_folder(html: str, folder: str) -> str:
    """The same HTML with a folder before each picture and file that lies within the project: `../pictures/board.png`."""
    return RELATIVE.sub(lambda found: f"{found[1]}{folder}", html) if folder else html


def with_own_ids(html: str, prefix: str) -> str:
    """The same HTML with a prefix to each id, and to each link to one: two texts may both have a note 1."""
    own = set(re.findall(r'\bid="([^"]+)"', html))
    html = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}--\1"', html)
    return re.sub(
        r'href="#([^"]+)"', lambda found: f'href="#{prefix}--{found[1]}"' if found[1] in own else found[0], html
    )
