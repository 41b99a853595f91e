"""QR codes as inline SVG for sheet and screen: one path of horizontal runs, which viewers draw without gaps."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

import segno

QUIET = 4  # modules of white that a reader's camera needs on every side
COMPACT = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def qr_svg(text: str, title: str, *, size: str = "", quiet: int = 0, css_class: str = "ds-qr") -> str:
    """`text` as a QR code of error level M: an `<svg>` with `title` for who cannot see it.

    `size` is a CSS length for width and height (empty: the style sheet's). `quiet` is the margin within the drawing in
    modules, and may be less than `QUIET` where the page is white around it. The drawing takes the colour of the text.
    """
    code = segno.make(compact(text), error="m", micro=False, boost_error=False)
    path = "".join(_runs(code.matrix, quiet))
    side = len(code.matrix) + 2 * quiet
    measures = f' width="{escape(size)}" height="{escape(size)}"' if size else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{escape(css_class)}" viewBox="0 0 {side} {side}"{measures}'
        f' role="img" shape-rendering="crispEdges"><title>{escape(title)}</title>'
        f'<path fill="currentColor" d="{path}"/></svg>'
    )


def compact(text: str) -> str:
    """The same address in as many capitals as it bears: these take fewer modules, if all of the text is of them.

    Only scheme and host may be written either way; an address whose path holds a small letter is left as it is.
    """
    if not text.isascii():
        return text
    parts = urlsplit(text)
    rest = text[len(parts.scheme) + len("://") + len(parts.netloc) :]
    is_address = bool(parts.scheme) and text[len(parts.scheme) :].startswith("://") and "@" not in parts.netloc
    return text.upper() if is_address and set(rest) <= COMPACT else text


def wifi_text(name: str, password: str) -> str:
    """What a phone joins a network by: `WIFI:T:WPA;S:Guest;P:spring;;`, signs with a meaning there escaped."""
    secured = f"T:WPA;S:{_escaped(name)};P:{_escaped(password)};" if password else f"T:nopass;S:{_escaped(name)};"
    return f"WIFI:{secured};"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in '\\;,:"' else sign for sign in text)


def _runs(matrix: tuple[bytearray, ...], quiet: int) -> Iterator[str]:
    for y, row in enumerate(matrix):
        x = 0
        for dark, modules in groupby(row):
            length = len(list(modules))
            if dark:
                yield f"M{x + quiet} {y + quiet}h{length}v1h-{length}z"
            x += length
