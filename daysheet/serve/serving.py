"""The preview: serves the site on this machine, builds it anew at each change, lays PDFs out when they are asked for.

    serve_watch    which files have changed
    serve_live     what is served now: the last good site, and the report when the data is broken since
    serve_answer   an address -> what is answered, without a socket
    serve_http     the standard library's server around it
    serve_overlay  the script and the page that show a report

Nothing here touches the published output: each build goes into a temporary folder, and a good one takes the place of
the one before.
"""

from __future__ import annotations

import errno
import tempfile
import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from daysheet.problems import MachineFault
from daysheet.publish.disk import machine_faults
from daysheet.serve.http import LiveServer
from daysheet.serve.live import Build, LayOut, Live
from daysheet.serve.watch import watching

PORTS_TRIED = 20
LAST_PORT = 65535
Changes = AbstractContextManager[Iterable[tuple[str, ...]]]


def serve(
    project: Path,
    build: Build,
    host: str,
    port: int,
    lay_out: LayOut,
    *,
    changes: Changes | None = None,
    say: Callable[[str], None] = print,
) -> None:
    """Serve until Ctrl-C. A build that fails, the first one too, shows its report on every page until it is mended.

    `build(target)` fills the empty folder `target` with what stands at `/`, and returns a `BuildOutcome`.
    `lay_out(path)` gives the bytes of the PDF at that path of the site (`pdf/participant-a4.pdf`), as of the last good
    build, or None when there is no such PDF; it is called from other threads, one call at a time. When `port` is busy,
    the next free one is taken. `changes` gives the changed files in place of the watcher. Raises `MachineFault` when no
    port is free or the temporary folder cannot be made.
    """
    with machine_faults(), tempfile.TemporaryDirectory(prefix="daysheet-", ignore_cleanup_errors=True) as aside:
        live = Live(Path(aside), build, lay_out, say)
        with open_server(live, host, port, say) as server, suppress(KeyboardInterrupt):
            _run(server, live, changes or watching(project), say)
    say("Stopped.")


def open_server(live: Live, host: str, port: int, say: Callable[[str], None]) -> LiveServer:
    """A server on the first free port from `port` on; 0 takes any. Raises `MachineFault` when there is none."""
    last = min(port + PORTS_TRIED, LAST_PORT + 1) if port else 1
    for number in range(port, last):
        try:
            server = LiveServer(live, host, number)
        except OSError as fault:
            if fault.errno != errno.EADDRINUSE:
                raise MachineFault(f"Cannot serve at {host}:{number}: {fault.strerror or fault}.") from fault
            continue
        if port and number > port:
            say(f"Port {port} is in use by another program, so port {number} is taken.")
        return server
    raise MachineFault(f"The ports {port} to {last - 1} are all in use. Give another one with --port.")


def _run(server: LiveServer, live: Live, changes: Changes, say: Callable[[str], None]) -> None:
    thread = threading.Thread(target=server.serve_forever, name="serve", daemon=True)
    try:
        # Watched from before the first build, so that what is saved during it counts.
        with changes as rounds:
            live.rebuild()
            thread.start()
            say(f"Serving {server.address} (Ctrl-C ends it).")
            if not server.is_private:
                say("Everyone on this network can read it.")
            for files in rounds:
                say(f"Changed: {', '.join(files)}.")
                live.rebuild()
    finally:
        live.close()
        if thread.is_alive():
            server.shutdown()
