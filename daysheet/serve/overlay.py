"""How the preview speaks in the browser: a script added to the pages that it serves, and a page for the report alone.

Nothing of this is ever written to disk. The script comes as a file of its own, for the pages' policy forbids scripts
and styles within them. It listens only while its page is in sight: a browser holds six connections to a host, and six
hidden tabs would take them all.
"""

from __future__ import annotations

from html import escape

OWN = "/_daysheet/"
SCRIPT_AT = f"{OWN}live.js"
EVENTS_AT = f"{OWN}events"

SCRIPT = """\
"use strict";
(() => {
  const since = document.currentScript.dataset.since;
  const alone = document.querySelector("[data-report]");
  let events, words;

  const panel = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      #daysheet-report {position: fixed; inset: auto 0 0 0; z-index: 9999; max-height: 60vh; overflow: auto;
        box-sizing: border-box; padding: 0 16px 16px; border-top: 4px solid #211c18;
        background: #fffefb; color: #211c18; font: 15px/1.45 ui-monospace, monospace; text-align: left}
      #daysheet-report summary {padding: 12px 0; min-height: 20px; cursor: pointer;
        font: 600 16px/20px system-ui, sans-serif}
      #daysheet-report pre {margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; color: inherit;
        background: none}
      @media print {#daysheet-report {display: none}}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const box = document.createElement("details");
    box.id = "daysheet-report";
    box.open = true;
    const title = box.appendChild(document.createElement("summary"));
    title.textContent = "This cannot be built just now. What you see is the last good page.";
    const text = box.appendChild(document.createElement("pre"));
    text.setAttribute("role", "alert");
    document.body.append(box);
    return text;
  };

  const listen = () => {
    if (events || document.hidden) return;
    events = new EventSource("EVENTS_AT?since=" + encodeURIComponent(since));
    events.addEventListener("reload", () => location.reload());
    events.addEventListener("report", event => {
      words = words || alone || panel();
      words.textContent = JSON.parse(event.data);
    });
  };
  const rest = () => { if (events) events.close(); events = undefined; };

  document.addEventListener("visibilitychange", () => document.hidden ? rest() : listen());
  addEventListener("pagehide", rest);
  addEventListener("pageshow", event => { if (event.persisted) listen(); });
  listen();
})();
""".replace("EVENTS_AT", EVENTS_AT)

REPORT_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not built yet</title>
<style>
body {{margin: 0 auto; max-width: 60em; padding: 24px 16px; background: #faf7f1; color: #211c18;
  font: 17px/1.45 system-ui, sans-serif}}
h1 {{font-size: 26px; line-height: 31px}}
pre {{white-space: pre-wrap; overflow-wrap: anywhere; font: 15px/1.45 ui-monospace, monospace}}
</style>
</head>
<body>
<h1>This cannot be built just now</h1>
<p>Mend what stands below and save: the page comes by itself.</p>
<pre data-report>{report}</pre>
</body>
</html>
"""


def with_script(page: bytes, version: str) -> bytes:
    """The page with our script before its end; `version` tells the script which build the page is of."""
    tag = f'<script src="{SCRIPT_AT}" data-since="{escape(version)}" defer></script>'.encode()
    head, end, tail = page.rpartition(b"</body>")
    return head + tag + end + tail if end else page + tag


def report_page(report: str, version: str) -> bytes:
    """A page that shows the report and nothing else, for when there is no good site yet."""
    return with_script(REPORT_PAGE.format(report=escape(report)).encode(), version)
