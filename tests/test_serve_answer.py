"""An address and its answer, without a socket."""

from pathlib import Path

import pytest

from daysheet.problems import MachineFault
from daysheet.serve.answer import HTML, PLAIN, Answer, find_answer
from daysheet.serve.live import OWN_FAULT, BuildOutcome, Live

FILES = {
    "index.html": "<body>home</body>",
    "404.html": "<body>lost</body>",
    "w3.html": "<body>three</body>",
    "worksheets/index.html": "<body>worksheets</body>",
    "empty/note.txt": "note",
    "a b/Győr.html": "<body>Győr</body>",
    "assets/site.css": "a {}",
    "assets/site.js": "1",
    "assets/font.woff2": "font",
    "assets/PICTURE.PNG": "png",
    "search/search_index.json": "{}",
    "files/slides.pdf": "%PDF slides",
    "files/thing.unheard": "?",
    "CNAME": "example.org",
}


class Press:
    def __init__(self) -> None:
        self.fault: Exception | None = None

    def lay_out(self, path: str) -> bytes | None:
        if self.fault:
            raise self.fault
        return b"%PDF laid out" if path == "pdf/participant-a4.pdf" else None


class Preview:
    def __init__(self, folder: Path) -> None:
        self.said: list[str] = []
        self.press = Press()
        self.report = ""
        (folder / "secret.txt").write_text("secret")
        self.live = Live(folder / "aside", self.build, self.press.lay_out, self.said.append)

    def build(self, target: Path) -> BuildOutcome:
        for name, text in FILES.items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_text(text, "utf-8")
        return BuildOutcome(self.report)

    def get(self, url: str) -> Answer:
        return find_answer(self.live, url, self.said.append)


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    (tmp_path / "aside").mkdir()
    preview = Preview(tmp_path)
    preview.live.rebuild()
    return preview


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("/", "home"),
        ("/index.html", "home"),
        ("/index.html?q=1#there", "home"),
        ("/w3", "three"),
        ("/worksheets/", "worksheets"),
        ("/a%20b/Gy%C5%91r.html", "Győr"),
        ("//index.html", "home"),
    ],
)
def test_a_page_is_found_by_its_address(preview: Preview, url: str, words: str) -> None:
    answer = preview.get(url)
    assert (answer.status, answer.type) == (200, HTML)
    assert answer.body.decode().startswith(f"<body>{words}<script ")


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/assets/font.woff2", "font/woff2"),
        ("/assets/PICTURE.PNG", "image/png"),
        ("/search/search_index.json", "application/json"),
        ("/empty/note.txt", "text/plain; charset=utf-8"),
        ("/files/slides.pdf", "application/pdf"),
        ("/files/thing.unheard", "application/octet-stream"),
        ("/CNAME", "application/octet-stream"),
    ],
)
def test_a_file_comes_with_its_type_and_as_it_is(preview: Preview, url: str, kind: str) -> None:
    answer = preview.get(url)
    assert (answer.status, answer.type, answer.body.decode()) == (200, kind, FILES[url[1:]])


def test_the_script_stands_before_the_end_of_the_body_and_not_on_disk(preview: Preview) -> None:
    state = preview.live.state
    assert state.site is not None
    tag = f'<script src="/_daysheet/live.js" data-since="{state.version}" defer></script>'
    assert preview.get("/").body.decode() == f"<body>home{tag}</body>"
    assert (state.site / "index.html").read_text() == FILES["index.html"]


def test_the_script_itself_is_served(preview: Preview) -> None:
    answer = preview.get("/_daysheet/live.js")
    assert answer.type.startswith("text/javascript")
    assert b"/_daysheet/events?since=" in answer.body


def test_a_folder_without_its_stroke_is_sent_on(preview: Preview) -> None:
    answer = preview.get("/worksheets")
    assert (answer.status, answer.location) == (302, "/worksheets/")


def test_a_folder_is_sent_on_within_this_host_only(preview: Preview) -> None:
    assert preview.get("//worksheets").location == "/worksheets/"


@pytest.mark.parametrize("url", ["/nothing", "/nothing.html", "/empty/", "/nothing.pdf", "/w3.html/more"])
def test_what_is_not_there_gets_the_sites_own_page(preview: Preview, url: str) -> None:
    answer = preview.get(url)
    assert (answer.status, answer.type) == (404, HTML)
    assert b"lost" in answer.body


def test_a_site_without_such_a_page_gets_a_sentence(preview: Preview) -> None:
    assert preview.live.state.site is not None
    (preview.live.state.site / "404.html").unlink()
    assert preview.get("/nothing") == Answer(404, PLAIN, b"There is no such page.")


@pytest.mark.parametrize(
    "url",
    [
        "/../../secret.txt",
        "/%2e%2e/%2e%2e/secret.txt",
        "/worksheets/../../../secret.txt",
        "/..%2f..%2fsecret.txt",
        "/..\\..\\secret.txt",
        "/..%5c..%5csecret.txt",
        "/C:/secret.txt",
        "/%00",
        "/index.html%00.txt",
        "/%2fetc%2fpasswd",
        "//etc/passwd",
    ],
)
def test_nothing_outside_the_site_is_ever_read(preview: Preview, url: str) -> None:
    answer = preview.get(url)
    assert answer.status == 404
    assert b"secret" not in answer.body
    assert b"root:" not in answer.body


def test_a_link_that_leads_out_of_the_site_is_not_followed(preview: Preview, tmp_path: Path) -> None:
    assert preview.live.state.site is not None
    (preview.live.state.site / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    assert preview.get("/way-out.txt").status == 404


def test_a_name_that_is_too_long_is_not_found(preview: Preview) -> None:
    assert preview.get("/" + "x" * 5000).status == 404


def test_a_pdf_is_laid_out_when_it_is_asked_for(preview: Preview) -> None:
    assert preview.get("/pdf/participant-a4.pdf") == Answer(200, "application/pdf", b"%PDF laid out")


@pytest.mark.parametrize("words", ["no font"])
def test_a_pdf_that_cannot_be_laid_out_says_why(preview: Preview, words: str) -> None:
    preview.press.fault = MachineFault(words)
    assert preview.get("/pdf/participant-a4.pdf") == Answer(500, PLAIN, words.encode())


def test_a_bug_while_a_pdf_is_laid_out_is_told_in_the_terminal(preview: Preview) -> None:
    preview.press.fault = ZeroDivisionError("by zero")
    assert preview.get("/pdf/participant-a4.pdf") == Answer(500, PLAIN, OWN_FAULT.encode())
    assert any("by zero" in line for line in preview.said)


def test_without_a_good_site_every_address_gives_the_report_escaped(tmp_path: Path) -> None:
    (tmp_path / "aside").mkdir()
    preview = Preview(tmp_path)
    preview.report = "data/session.yml:1:1  <script>alert(1)</script> {braces} & more"
    preview.live.rebuild()
    for url in ("/", "/worksheets/a.html", "/pdf/participant-a4.pdf"):
        answer = preview.get(url)
        assert (answer.status, answer.type) == (503, HTML)
        assert b"&lt;script&gt;alert(1)&lt;/script&gt; {braces} &amp; more" in answer.body
        assert b"<script>" not in answer.body
        assert f'data-since="{preview.live.state.version}"'.encode() in answer.body
