"""The text of a tagged PDF as a screen reader says it: in the order of its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

HEX = r"<([0-9a-fA-F]+)>"


def reading_order(content: bytes) -> str:
    """All marked text, in the order of the structure tree."""
    with pikepdf.open(BytesIO(content)) as pdf:
        texts: dict[tuple[Any, int], str] = {}
        for page in pdf.pages:
            for mark, text in _marked(page):
                key = (page.obj.objgen, mark)
                texts[key] = texts.get(key, "") + text
        return " ".join(_said(pdf.Root.StructTreeRoot, None, texts))


def _said(node: Any, page: Any, texts: dict[tuple[Any, int], str]) -> Iterator[str]:
    if isinstance(node, int):
        yield texts.get((page, node), "")
    elif isinstance(node, pikepdf.Array):
        for each in node:
            yield from _said(each, page, texts)
    elif isinstance(node, pikepdf.Dictionary):
        page = node.Pg.objgen if "/Pg" in node else page
        if "/MCID" in node:
            yield texts.get((page, int(node.MCID)), "")
        elif "/K" in node:
            yield from _said(node.K, page, texts)


def _marked(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    marks: list[int | None] = []
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                properties = operands[1]
                marks.append(
                    int(properties.MCID)
                    if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
                    else None
                )
            case "BMC":
                marks.append(None)
            case "EMC":
                marks.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj" | "TJ":
                shown = operands[0] if str(operator) == "TJ" else operands
                mark = next((each for each in reversed(marks) if each is not None), None)
                for each in shown:
                    if mark is not None and isinstance(each, pikepdf.String):
                        yield mark, _decoded(bytes(each), letters)


def _decoded(codes: bytes, letters: dict[int, str]) -> str:
    return "".join(letters.get(int.from_bytes(codes[at : at + 2], "big"), "") for at in range(0, len(codes), 2))


def _letters(font: Any) -> dict[int, str]:
    """Which text a two-byte code of a font stands for."""
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(rf"{HEX}\s*{HEX}", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(rf"{HEX}\s*{HEX}\s*{HEX}", block):
            for shift in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + shift] = chr(int(text, 16) + shift)
    return found
