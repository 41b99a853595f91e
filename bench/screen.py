"""What a phone waits for: `python bench/screen.py SITE` (default dist/site), with Chromium installed.

First visits of a phone, each with nothing kept: the line and the processor are slowed by Chromium itself, as its developer
tools do for "Fast 4G" and a processor four times slower. Told for each page: bytes over the wire, compressed as hosts do
(fonts and the search index apart), the largest paint, and how far things moved while it loaded; the median of the runs.
"""

from __future__ import annotations

import gzip
import os
import statistics
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
PAGES = (
    "worksheets/know-yourself.html",
    "worksheets/seven-competencies.html",
    "worksheets/where-we-stand.html",
    "index.html",
    "readings/stop-continue-start.html",
    "agenda.html",
)
FAST_4G = {"offline": False, "latency": 165, "downloadThroughput": 9e6 / 8 * 0.9, "uploadThroughput": 1.5e6 / 8 * 0.9}
SLOWER = 4
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".ics")
WATCH = """
  globalThis.seen = { paint: 0, moved: 0 };
  new PerformanceObserver((list) => { for (const each of list.getEntries()) seen.paint = each.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) seen.moved += each.value; })
    .observe({ type: "layout-shift", buffered: true });
"""


class Host(SimpleHTTPRequestHandler):
    """A host of plain files that compresses, and counts nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content, squeezed = path.read_bytes(), path.suffix in COMPRESSED
        body = gzip.compress(content, 6) if squeezed else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if squeezed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


def main() -> None:
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "site"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as running:
        surroundings = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = running.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"], env=surroundings
        )
        for page in PAGES:
            visits = [visit(browser, f"http://127.0.0.1:{server.server_address[1]}/{page}") for _ in range(RUNS)]
            size, paint, moved = (statistics.median(each[at] for each in visits) for at in range(3))
            worst = max(each[1] for each in visits)
            print(
                f"{page}: {size / 1000:.0f} kB, largest paint {paint / 1000:.2f} s (worst {worst / 1000:.2f}), moved {moved:.3f}"
            )
        browser.close()
    server.shutdown()


def visit(browser: Browser, address: str) -> tuple[int, float, float]:
    """A first visit: bytes, the largest paint in ms, and how far things moved."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, service_workers="block")
    page = context.new_page()
    sizes: list[int] = []
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", FAST_4G)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    addresses: dict[str, str] = {}
    devtools.on("Network.responseReceived", lambda told: addresses.update({told["requestId"]: told["response"]["url"]}))
    devtools.on("Network.loadingFinished", lambda told: sizes.append(weight(addresses[told["requestId"]], told)))
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)
    seen = page.evaluate("seen")
    context.close()
    return sum(sizes), float(seen["paint"]), float(seen["moved"])


def weight(address: str, told: dict[str, Any]) -> int:
    """What a file counts: fonts and the search index are left aside."""
    return 0 if address.endswith(".woff2") or "/search/" in address else int(told["encodedDataLength"])


if __name__ == "__main__":
    main()
