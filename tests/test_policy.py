"""The content policy of a page: what is inline is named by its hash, and nothing else may run."""

from __future__ import annotations

import base64
import hashlib

from hypothesis import given
from hypothesis import strategies as st

from daysheet.policy import inline_hashes, policy, with_policy

PAGE = '<html><head>\n<meta charset="utf-8">\n<script>{script}</script><style>p{{}}</style></head><body></body></html>'


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_names_each_inline_script_and_style_by_its_hash() -> None:
    directives = policy(PAGE.format(script="let a = 1")).split("; ")
    assert f"script-src 'self' {hashed('let a = 1')}" in directives
    assert f"style-src 'self' {hashed('p{}')}" in directives


def test_nothing_inline_and_no_other_host_is_allowed_as_such() -> None:
    words = policy(PAGE.format(script=""))
    assert "unsafe-inline" not in words
    assert "http" not in words
    assert "*" not in words.split()


def test_a_script_with_an_address_needs_no_hash() -> None:
    assert inline_hashes('<script defer src="a.js"></script>', "script") == ()


def test_the_policy_stands_right_after_the_charset_and_once() -> None:
    page = with_policy(PAGE.format(script="x"))
    assert page.count("Content-Security-Policy") == 1
    assert page.index('charset="utf-8"') < page.index("Content-Security-Policy") < page.index("<script>")


def test_a_page_without_a_charset_comes_back_as_it_was() -> None:
    assert with_policy("<p>hello</p>") == "<p>hello</p>"


@given(st.text(alphabet=st.characters(exclude_characters="<", exclude_categories=["Cs"])))
def test_any_script_is_hashed_as_a_browser_would(script: str) -> None:
    assert inline_hashes(f"<SCRIPT type=module>{script}</SCRIPT>", "script") == (hashed(script),)
