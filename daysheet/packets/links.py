"""Step 6b, print: what a text links to on the site is led to by its live address, or said without a link."""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape

from daysheet.addresses import live
from daysheet.models.delivery import Delivery

RELATIVE = re.compile(r'<a\b([^>]*?)\shref="(?![a-z][a-z0-9+.-]*:|#|//)([^"]*)"', re.IGNORECASE)
PICTURE = re.compile(r'(<img\b[^>]*?\ssrc=")(?![a-z][a-z0-9+.-]*:|#|/)', re.IGNORECASE)


def live_links(html: str, delivery: Delivery | None, folder: str = "") -> str:
    """The same HTML with the relative links of a text in that folder of `content/` made live."""

    def lead(found: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, unescape(found[2])))
        address = live(delivery, re.sub(r"\.md(?=#|$)", ".html", path))
        return f'<a{found[1]} href="{escape(address)}"' if address and found[2] else f"<a{found[1]}"

    return RELATIVE.sub(lead, html)


def from_the_top(html: str, folder: str) -> str:
    """The same HTML with the pictures of a text in that folder counted from the top of `content/`."""
    return PICTURE.sub(rf"\g<1>{folder}/", html)
