"""The standard library's server around the preview: a thread for each request, an open line for each page in sight."""

from __future__ import annotations

import ipaddress
import json
import os
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from urllib.parse import parse_qs, urlsplit

from daysheet.serve.answer import PLAIN, Answer, find_answer
from daysheet.serve.live import Live
from daysheet.serve.overlay import EVENTS_AT

BEAT_SECONDS = 15
REQUEST_SECONDS = 30


class LiveServer(ThreadingHTTPServer):
    """Listens from when it is made; requests wait until `serve_forever`."""

    daemon_threads = True
    # On Windows this option would let two programs share one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, live: Live, host: str, port: int) -> None:
        """Raises OSError when the port is in use or the host is not this machine."""
        self.live = live
        self.host = host
        super().__init__((host, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking a name server for our own name, which may take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, self.server_address[1]

    @property
    def address(self) -> str:
        return f"http://{self.host}:{self.server_port}/"

    @property
    def is_private(self) -> bool:
        """Whether this machine alone is served."""
        return _is_own(self.host)

    def is_meant(self, host: str) -> bool:
        """Whether a request to that host name is meant for us.

        Served to this machine alone, only its own names are: else a page of the web could give itself a name that leads
        here, and read what is private.
        """
        return not self.is_private or _is_own(urlsplit(f"//{host}").hostname or "")


def _is_own(host: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD, and holds the line of events open."""

    server: LiveServer
    timeout = REQUEST_SECONDS

    def do_GET(self) -> None:
        """A file, a sheet, or the line of events."""
        # A browser that goes away in the middle is no fault.
        with suppress(ConnectionError, TimeoutError):
            if urlsplit(self.path).path == EVENTS_AT and self.server.is_meant(self._host()):
                self._send_events()
            else:
                self.wfile.write(self._send_head().body)

    def do_HEAD(self) -> None:
        """The head of what GET gives."""
        with suppress(ConnectionError, TimeoutError):
            self._send_head()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not told: the terminal belongs to reports."""

    def _host(self) -> str:
        return self.headers.get("Host", "")

    def _send_head(self) -> Answer:
        if self.server.is_meant(self._host()):
            answer = find_answer(self.server.live, self.path, self.server.live.say)
        else:
            answer = Answer(403, PLAIN, b"This is served to this computer alone, under the name localhost.")
        self.send_response(answer.status)
        if answer.location:
            self.send_header("Location", answer.location)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        return answer

    def _send_events(self) -> None:
        """`reload` when another build is served than the page's own; `report` when there is one, or another one."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        live = self.server.live
        since = parse_qs(urlsplit(self.path).query).get("since", [""])[0]
        state, told = live.state, ""
        while not live.closed:
            if state.version != since:
                self._tell("reload", "")
                return
            if state.report != told:
                told = state.report
                self._tell("report", told)
            changed = live.await_change(state, BEAT_SECONDS)
            if changed is state:
                # Only by writing is it learnt that the page has gone.
                self.wfile.write(b": still here\n\n")
            state = changed

    def _tell(self, event: str, text: str) -> None:
        self.wfile.write(f"event: {event}\ndata: {json.dumps(text)}\n\n".encode())
