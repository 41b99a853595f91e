"""The preview as a whole, over real sockets of this machine."""

import http.client
import json
import queue
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from daysheet.problems import MachineFault
from daysheet.serve.live import BuildOutcome, Live
from daysheet.serve.serving import Changes, open_server, serve

PATIENCE = 30
HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; connect-src 'self';
script-src 'self'; style-src 'self'"></head>"""


class Preview:
    """`serve` in a thread, on a small session: data/page.html is the page; when it says "broken", there is a report."""

    def __init__(self, project: Path, watched: bool = False) -> None:
        self.project = project
        (project / "data").mkdir()
        self.write("one")
        self.saves: queue.Queue[str] = queue.Queue()
        self.said: queue.Queue[str] = queue.Queue()
        self.watched = watched
        self.thread = threading.Thread(target=self.run, daemon=True)

    def run(self) -> None:
        changes: Changes | None = None if self.watched else nullcontext(self.changes())
        serve(self.project, self.build, "127.0.0.1", 0, self.lay_out, changes=changes, say=self.said.put)

    def changes(self) -> Iterator[tuple[str, ...]]:
        for name in iter(self.saves.get, ""):
            yield (name,)

    def build(self, target: Path) -> BuildOutcome:
        text = (self.project / "data" / "page.html").read_text()
        (target / "index.html").write_text(f"{HEAD}<body>{text}</body></html>")
        return BuildOutcome("data/page.html:1:1  <broken>" if "broken" in text else "")

    def lay_out(self, path: str) -> bytes | None:
        return b"%PDF" if path == "pdf/a.pdf" else None

    def write(self, text: str) -> None:
        beside = self.project / "data" / ".page.html.part"
        beside.write_text(text)
        beside.replace(self.project / "data" / "page.html")

    def save(self, text: str) -> None:
        self.write(text)
        self.saves.put("data/page.html")

    def await_words(self, start: str) -> str:
        while not (words := self.said.get(timeout=PATIENCE)).startswith(start):
            pass
        return words

    def start(self) -> None:
        self.thread.start()
        self.address = self.await_words("Serving ").split()[1]
        self.host = urlsplit(self.address).netloc

    def request(self, path: str, method: str = "GET", host: str = "") -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        connection.request(method, path, headers={"Host": host or self.host})
        response = connection.getresponse()
        return response, response.read()

    def version(self) -> str:
        page = self.request("/")[1].decode()
        return page.partition('data-since="')[2].partition('"')[0]

    def events(self, since: str) -> Iterator[tuple[str, str]]:
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        connection.request("GET", f"/_daysheet/events?since={since}")
        response = connection.getresponse()
        assert response.headers["Content-Type"] == "text/event-stream"
        event = ""
        for line in response:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name == "event":
                event = value
            elif name == "data":
                yield event, json.loads(value)


@contextmanager
def running(project: Path, watched: bool = False, text: str = "one") -> Iterator[Preview]:
    preview = Preview(project, watched)
    preview.write(text)
    preview.start()
    yield preview
    if not watched:
        preview.saves.put("")
        preview.thread.join(PATIENCE)
        assert not preview.thread.is_alive()


def test_a_page_and_its_head_are_served_and_never_kept(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        response, body = preview.request("/")
        head, nothing = preview.request("/", "HEAD")
    assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert b"<body>one<script" in body
    assert nothing == b""
    for answer in (response, head):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Length"] == str(len(body))


def test_a_pdf_is_served_as_it_is_laid_out(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        response, body = preview.request("/pdf/a.pdf")
    assert (response.status, response.headers["Content-Type"], body) == (200, "application/pdf", b"%PDF")


def test_a_change_reloads_the_pages_in_sight(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        events = preview.events(preview.version())
        preview.save("two")
        assert next(events) == ("reload", "")
        assert b"<body>two<" in preview.request("/")[1]
        preview.await_words("Changed: data/page.html.")


def test_a_page_of_an_older_build_reloads_at_once(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        assert next(preview.events("older")) == ("reload", "")


def test_broken_data_sends_the_report_and_keeps_the_last_good_site_until_it_is_mended(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        events = preview.events(preview.version())
        preview.save("broken")
        assert next(events) == ("report", "data/page.html:1:1  <broken>")
        assert b"<body>one<" in preview.request("/")[1]
        assert next(preview.events(preview.version())) == ("report", "data/page.html:1:1  <broken>")
        preview.save("mended")
        assert next(events) == ("reload", "")
        assert b"<body>mended<" in preview.request("/")[1]


def test_when_the_first_build_fails_the_report_is_the_page_until_it_is_mended(tmp_path: Path) -> None:
    with running(tmp_path, text="broken") as preview:
        response, body = preview.request("/anywhere.html")
        assert response.status == 503
        assert b"data/page.html:1:1  &lt;broken&gt;" in body
        events = preview.events(preview.version())
        assert next(events)[0] == "report"
        preview.save("two")
        assert next(events) == ("reload", "")
        assert b"<body>two<" in preview.request("/")[1]


def test_a_name_from_the_web_that_leads_here_is_refused(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        port = urlsplit(preview.address).port
        assert preview.request("/", host=f"localhost:{port}")[0].status == 200
        assert preview.request("/", host=f"[::1]:{port}")[0].status == 200
        for name in ("evil.example", f"evil.example:{port}", "127.0.0.1.evil.example"):
            response, body = preview.request("/", host=name)
            assert response.status == 403
            assert b"<body>one" not in body
            assert preview.request("/_daysheet/events?since=x", host=name)[0].status == 403


def test_what_is_neither_get_nor_head_is_refused(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        assert preview.request("/", "POST")[0].status == 501


def test_at_the_end_open_lines_are_let_go_and_nothing_is_left(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        events = preview.events(preview.version())
        preview.save("broken")
        assert next(events)[0] == "report"
    assert list(events) == []
    assert preview.await_words("Stopped.")
    with pytest.raises(ConnectionRefusedError):
        preview.request("/")


def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    def interrupted() -> Iterator[tuple[str, ...]]:
        yield ("data/a.yml",)
        raise KeyboardInterrupt

    said: list[str] = []
    serve(
        tmp_path,
        lambda _: BuildOutcome(),
        "127.0.0.1",
        0,
        lambda _: None,
        changes=nullcontext(interrupted()),
        say=said.append,
    )
    assert said[-1] == "Stopped."


def test_ctrl_c_in_the_first_build_ends_it_cleanly(tmp_path: Path) -> None:
    def interrupted(_: Path) -> BuildOutcome:
        raise KeyboardInterrupt

    said: list[str] = []
    serve(tmp_path, interrupted, "127.0.0.1", 0, lambda _: None, changes=nullcontext(()), say=said.append)
    assert said == ["Stopped."]


def quiet_live(folder: Path) -> Live:
    return Live(folder, lambda _: BuildOutcome(), lambda _: None, lambda _: None)


def test_a_busy_port_is_told_and_the_next_free_one_is_taken(tmp_path: Path) -> None:
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with open_server(quiet_live(tmp_path), "127.0.0.1", port, said.append) as server:
            assert server.server_port > port
            assert said == [f"Port {port} is in use by another program, so port {server.server_port} is taken."]


def test_when_no_port_is_free_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daysheet.serve.serving.PORTS_TRIED", 1)
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with pytest.raises(MachineFault, match=r"are all in use\. Give another one with --port"):
            open_server(quiet_live(tmp_path), "127.0.0.1", port, lambda _: None)


def test_a_host_that_is_not_this_machine_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineFault, match=r"Cannot serve at 192\.0\.2\.1:8000: "):
        open_server(quiet_live(tmp_path), "192.0.2.1", 8000, lambda _: None)


def test_who_serves_to_the_network_is_told_so(tmp_path: Path) -> None:
    said: list[str] = []
    serve(tmp_path, lambda _: BuildOutcome(), "0.0.0.0", 0, lambda _: None, changes=nullcontext(()), say=said.append)
    assert "Everyone on this network can read it." in said


def test_a_file_saved_by_rename_on_the_real_disk_comes_to_the_page(tmp_path: Path) -> None:
    with running(tmp_path, watched=True) as preview:
        since = preview.version()
        for _ in range(PATIENCE):
            preview.write("two")
            if preview.version() != since:
                break
            threading.Event().wait(1)
        assert b"<body>two<" in preview.request("/")[1]


@pytest.mark.browser
def test_in_a_browser_the_report_lies_over_the_page_as_text_and_goes_when_it_is_mended(
    tmp_path: Path, browser: Any
) -> None:
    from playwright.sync_api import expect

    with running(tmp_path, text="<main>one</main>") as preview:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda fault: told.append(str(fault)))
        page.goto(preview.address)
        expect(page.locator("main")).to_have_text("one")
        assert page.locator("#daysheet-report").count() == 0
        preview.save("broken")
        panel = page.locator("#daysheet-report")
        expect(panel.locator("pre")).to_have_text("data/page.html:1:1  <broken>", timeout=PATIENCE * 1000)
        expect(panel).to_have_css("position", "fixed")
        expect(page.locator("main")).to_have_text("one")
        preview.save("<main>two</main>")
        expect(page.locator("main")).to_have_text("two", timeout=PATIENCE * 1000)
        assert page.locator("#daysheet-report").count() == 0
        assert told == []
