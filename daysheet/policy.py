"""The content policy of a finished page (step 6a): nothing from another host, and no script but those that we wrote.

It stands in the page as a `<meta>`, so that it holds on any static host and from a folder. What is inline is allowed by
its hash, computed from the finished text; `'unsafe-inline'` appears nowhere.
"""

from __future__ import annotations

import base64
import hashlib
import re

INLINE = re.compile(r"<(script|style)(?P<attributes>[^>]*)>(?P<body>.*?)</\1>", re.DOTALL | re.IGNORECASE)
NO_CODE = re.compile(r"\bsrc=|\btype=\"?application/json\b")
"""A script with an address is allowed by it, and data is not run."""
CHARSET = '<meta charset="utf-8">'
FIXED = (
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
)


OF_ONE = (
    "default-src 'none'",
    "img-src data:",
    "font-src data:",
    "form-action 'none'",
    "base-uri 'none'",
)


def with_policy(page: str) -> str:
    """The HTML document with its policy right after the charset. A page without a charset comes back as it was."""
    return page.replace(
        CHARSET, f'{CHARSET}\n      <meta http-equiv="Content-Security-Policy" content="{policy(page)}">', 1
    )


def policy(page: str) -> str:
    """The directives for one page, its inline scripts and styles named by their SHA-256, in a fixed order."""
    scripts, styles = inline_hashes(page, "script"), inline_hashes(page, "style")
    return "; ".join((*FIXED, directive("script-src", scripts), directive("style-src", styles)))


def with_policy_of_one(page: str) -> str:
    """The HTML document that brings everything along, with a policy that lets nothing else in."""
    scripts, styles = inline_hashes(page, "script"), inline_hashes(page, "style")
    rules = (*OF_ONE, " ".join(("script-src", *scripts)), " ".join(("style-src", *styles)))
    return page.replace(
        CHARSET, f'{CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">', 1
    )


def directive(name: str, hashes: tuple[str, ...]) -> str:
    return " ".join((name, "'self'", *hashes))


def inline_hashes(page: str, element: str) -> tuple[str, ...]:
    """Each different inline `element` of the page as a source expression, sorted."""
    found = (match for match in INLINE.finditer(page) if match[1].lower() == element)
    return tuple(sorted({digest(match["body"]) for match in found if not NO_CODE.search(match["attributes"])}))


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
