"""Markdown's blocks of ours, each from `/// name | Title` to `///`; with `prose` the only door to markdown and its blocks."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

MARKS = re.compile(r"[*_`]")
"""What Markdown adds to words."""


class Aside(Block):  # type: ignore[misc]
    """`/// aside | Title`: a short case or remark that stands beside the text."""

    NAME = "aside"
    ARGUMENT = None

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        element = self.titled(parent, "aside", "ds-aside")
        if self.argument:
            element.set("aria-label", MARKS.sub("", self.argument))  # several on a page are told apart by their titles
        return element

    def titled(self, parent: ElementTree.Element, tag: str, name: str) -> ElementTree.Element:
        """The block's element, with the title in it that the author gave."""
        element = ElementTree.SubElement(parent, tag, {"class": name})
        if self.argument:
            ElementTree.SubElement(element, "p", {"class": f"{name}__title"}).text = self.argument
        return element


class Questions(Aside):
    """`/// questions`: what to ask oneself or one another at the end of a section."""

    NAME = "questions"

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        return self.titled(parent, "div", "ds-questions")


class Pull(Block):  # type: ignore[misc]
    """`/// pull`: one line of the text, set large."""

    NAME = "pull"

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        return ElementTree.SubElement(parent, "div", {"class": "ds-pull"})


class Figure(Block):  # type: ignore[misc]
    """`/// figure | Caption`: a picture with what stands below it."""

    NAME = "figure"
    ARGUMENT = None

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        return ElementTree.SubElement(parent, "div", {"class": "ds-figure"})

    def on_end(self, block: ElementTree.Element) -> None:
        if self.argument:
            ElementTree.SubElement(block, "p", {"class": "ds-figure__caption"}).text = self.argument


class ProseBlocks(BlocksExtension):  # type: ignore[misc]
    """All of them."""

    def extendMarkdownBlocks(self, md: markdown.Markdown, block_mgr: Any) -> None:  # noqa: N802
        for block in (Aside, Questions, Pull, Figure):
            block_mgr.register(block, self.getConfigs())
