"""The script that is added to pages, and the page for the report alone."""

import pytest

from daysheet.serve.overlay import report_page, with_script

TAG = b'<script src="/_daysheet/live.js" data-since="v-1" defer></script>'


@pytest.mark.parametrize(
    ("page", "served"),
    [
        (b"<body>a</body></html>", b"<body>a" + TAG + b"</body></html>"),
        (b"<p>no end", b"<p>no end" + TAG),
        (b"<pre></body></pre><body>a</body>", b"<pre></body></pre><body>a" + TAG + b"</body>"),
        (b"\xff</body>", b"\xff" + TAG + b"</body>"),
    ],
)
def test_the_script_goes_before_the_last_end_of_the_body(page: bytes, served: bytes) -> None:
    assert with_script(page, "v-1") == served


def test_the_report_stands_alone_as_plain_text() -> None:
    page = report_page("a < b\n    ^", "v-1").decode()
    assert "<pre data-report>a &lt; b\n    ^</pre>" in page
    assert page.count("<script") == 1
