"""The whole session as one HTML file that brings everything along: for a memory stick, or a learning platform.

Made of the finished pages. Each becomes a section of one document, shown alone where scripts run, one after the other
where they do not. Ids that two pages share get their page's before them; those of answers stay as they are.
"""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from posixpath import dirname, normpath
from posixpath import join as join_path
from urllib.parse import unquote

from lxml import html
from lxml.html import HtmlElement

from daysheet.policy import with_policy_of_one
from daysheet.publish.disk import write_file

ONE_FILE = "whole-session.html"
NAMED = ("for", "headers", "list", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
"""Attributes that name elements by their ids."""
ADDRESS = re.compile(r"""url\((["']?)(?!data:)([^)"']+)\1\)""")
AWAY = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


@dataclass(frozen=True)
class Folder:
    """The finished site: its pages in the order of the day, the web address of a file that is not brought along, and the
    ids that stand on more than one page."""

    path: Path
    pages: tuple[str, ...]
    address: str = ""
    shared: frozenset[str] = frozenset()

    def anchor(self, page: str) -> str:
        return "page--" + re.sub(r"[^a-z0-9]+", "-", page.removesuffix(".html").lower())


def write_one_file(folder: Path, pages: Sequence[str], address: str = "") -> Path:
    """Writes `whole-session.html` into the finished site.

    `pages` are paths within it, the first page first; links to what the file does not hold lead to `address`, and are
    plain words where the session has none.
    """
    documents = {page: _read(folder / page) for page in pages}
    site = Folder(folder, tuple(pages), address, _shared_ids([_main(each) for each in documents.values()]))
    shell = _read(folder / pages[0])
    frame = _main(shell).getparent()
    sections = [_section(page, document, site) for page, document in documents.items()]
    for child in list(frame):
        frame.remove(child)
    main = html.Element("main", {"id": "ds--content", "tabindex": "-1"})
    main.extend(sections)
    frame.append(main)
    for part in shell.body:
        if part is not frame:
            _lead(part, pages[0], site)
    _dress(shell, site)
    target = folder / ONE_FILE
    text = html.tostring(shell, encoding="unicode", doctype="<!doctype html>")
    write_file(target, with_policy_of_one(text))
    return target


def _read(path: Path) -> HtmlElement:
    return html.document_fromstring(path.read_text("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


def _section(page: str, document: HtmlElement, site: Folder) -> HtmlElement:
    """A page's own part, its ids and links fit for one document."""
    main = _main(document)
    section = html.Element("section", {"class": f"{main.get('class', '')} ds-one", "id": site.anchor(page)})
    section.set("data-place", document.body.get("data-place", ""))
    section.set("data-kind", document.body.get("data-kind", ""))
    section.set("data-title", document.findtext(".//title") or "")
    section.extend(list(main))
    _rename(section, site.anchor(page), site.shared)
    _lead(section, page, site)
    return section


def _main(document: HtmlElement) -> HtmlElement:
    return document.get_element_by_id("ds--content")


def _shared_ids(mains: Sequence[HtmlElement]) -> frozenset[str]:
    """The ids that stand on more than one page."""
    seen, shared = set[str](), set[str]()
    for main in mains:
        ids = {each.get("id") for each in main.iterdescendants() if each.get("id")}
        shared |= seen & ids
        seen |= ids
    return frozenset(shared)


def _rename(section: HtmlElement, anchor: str, shared: frozenset[str]) -> None:
    for element in section.iter():
        if element.get("id") in shared:
            element.set("id", f"{anchor}--{element.get('id')}")
        for name in NAMED:
            if element.get(name):
                words = (f"{anchor}--{word}" if word in shared else word for word in element.get(name).split())
                element.set(name, " ".join(words))


def _lead(root: HtmlElement, page: str, site: Folder) -> None:
    """Links lead to sections, or to the session's address; pictures are brought along."""
    for element in list(root.iter("a", "img", "source")):
        name = "href" if element.tag == "a" else "src"
        target = element.get(name)
        if target is None or (AWAY.match(target) and not target.startswith("#")):
            continue
        if element.tag != "a":
            element.set(name, _data(site.path / _within(page, target)))
            continue
        led = _led(target, page, site)
        if led:
            element.set(name, led)
        else:
            element.attrib.pop("href")


def _within(page: str, target: str) -> str:
    """The path in the site that a relative address names."""
    path = unquote(target.partition("#")[0].partition("?")[0])
    return normpath(join_path(dirname(page), path)) if path else page


def _led(target: str, page: str, site: Folder) -> str:
    path, id = _within(page, target), target.partition("#")[2]
    if path in site.pages:
        anchor = site.anchor(path)
        return f"#{anchor}--{id}" if id in site.shared else f"#{id or anchor}"
    return f"{site.address}{path}" if site.address else ""


def _data(path: Path) -> str:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


def _dress(shell: HtmlElement, site: Folder) -> None:
    """Styles, scripts and search stand in the document itself."""
    shell.set("data-one", "")
    shell.attrib.pop("data-worker", None)
    for rule in shell.head.xpath("meta[@http-equiv='Content-Security-Policy']"):
        rule.getparent().remove(rule)
    for link in shell.head.xpath("link[not(@rel='canonical')]"):
        if link.get("rel") == "stylesheet":
            style = _style(site.path / link.get("href").partition("?")[0], site)
            link.addprevious(_element("style", style))
        link.getparent().remove(link)
    for style in shell.head.xpath("style[contains(text(), '@import')]"):
        found = re.search(r'url\("([^"]+)"\)', style.text or "")
        if found:
            style.text = f"@layer theme {{\n{_style(site.path / found[1], site)}\n}}"
    index = (site.path / "search" / "index.js").read_text("utf-8")
    shell.body.append(_element("script", _safe(re.sub(r'"location":"([^"]*)"', partial(_found, site), index))))
    for script in shell.xpath("//script[@src]"):
        path = site.path / script.get("src").partition("?")[0]
        script.getparent().remove(script)
        shell.body.append(_element("script", _safe(path.read_text("utf-8"))))


def _found(site: Folder, location: re.Match[str]) -> str:
    """Where a place of the search index stands in the one file."""
    return f'"location":"{_led(location[1] or "index.html", "index.html", site)}"'


def _element(name: str, text: str) -> HtmlElement:
    element = html.Element(name)
    element.text = text
    return element


def _safe(script: str) -> str:
    """A script that cannot end the element that it stands in."""
    return re.sub(r"<(?=/script|!--)", r"\\x3c", script, flags=re.IGNORECASE)


def _style(path: Path, site: Folder) -> str:
    """A style sheet with its fonts and pictures in it."""

    def brought(match: re.Match[str]) -> str:
        return f'url("{_data(path.parent / match[2])}")'

    return ADDRESS.sub(brought, path.read_text("utf-8"))
