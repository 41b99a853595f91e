"""What the layout engine says while it works, gathered as complaints with their place."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from html import escape, unescape
from types import TracebackType

from daysheet.layout import Complaint, LayoutJob
from daysheet.pdf.assets import as_written

LOG = logging.getLogger("weasyprint")


class Listener(logging.Handler):
    """Hears every warning of the engine from `with` to its end, and keeps it from everyone else."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def __enter__(self) -> Listener:
        self._before = (LOG.propagate, LOG.level)
        LOG.propagate = False
        LOG.setLevel(logging.WARNING)
        LOG.addHandler(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        LOG.removeHandler(self)
        LOG.propagate, level = self._before
        LOG.setLevel(level)

    def complaints(self, earlier: Iterable[str], refused: Iterable[str], job: LayoutJob) -> tuple[Complaint, ...]:
        """Each thing once: addresses refused, then what was said, beginning with the `earlier` words about styles."""
        urls = list(dict.fromkeys(refused))
        heard = dict.fromkeys((*earlier, *self.messages))
        others = [message for message in heard if not any(url in message for url in urls)]
        return (
            *(_refusal(url, job) for url in urls),
            *(Complaint(_plain(message), _near(message, job.html)) for message in others),
        )


def _refusal(url: str, job: LayoutJob) -> Complaint:
    address = as_written(url)
    # The engine has made `//host/x.png` into `https://host/x.png`.
    spellings = (address, escape(address), address[address.find("//") :])
    near = next(filter(None, (_id_before(job.html, spelling) for spelling in spellings)), "")
    if not near:
        near = next((style.name for style in job.styles if address in style.text), "")
    return Complaint(f"`{address}` is not among the files of this document: it was not read, nor linked to", near)


def _plain(message: str) -> str:
    glyph = re.search(r'^\.notdef .*: "(.+)" \((U\+.+)\)$', message)
    return f"`{glyph[1]}` ({glyph[2]}) is in no font of this document" if glyph else message


def _near(message: str, html: str) -> str:
    """The place of an anchor or a quoted text that the message is about."""
    anchor = re.search(r"#([\w.:-]+) for internal", message)
    if anchor:
        return _id_before(html, f'"#{anchor[1]}"')
    quoted = re.search(r'"([^"]+)"', message)
    return _id_before(html, quoted[1]) if quoted else ""


def _id_before(html: str, text: str) -> str:
    found = html.find(text)
    if found < 0:
        return ""
    ids = re.findall(r'\sid="([^"]+)"', html[:found])
    return unescape(ids[-1]) if ids else ""
