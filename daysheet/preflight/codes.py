"""Preflight, the checks of QR codes: each is read back from the page as it is printed, and its address looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

import zxingcpp

from daysheet.addresses import typed
from daysheet.preflight.findings import Finding
from daysheet.preflight.promises import Promise
from daysheet.preflight.seen import Code, PageSeen


def read_code(code: Code) -> str:
    """The text of a QR code as it is printed, or nothing where it cannot be read."""
    found = zxingcpp.read_barcodes(
        code.pixels.squeeze(), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return found[0].text if found else ""


def check_codes(page: PageSeen, codes: Iterable[str], promise: Promise) -> Iterator[Finding]:
    """`codes` are the texts read on the page, empty for one that could not be read."""
    led = list(codes)
    known = {_plain(address): address for address in promise.addresses}
    for text in led:
        if not text:
            yield Finding("codes", "A QR code cannot be read from the page", "make it larger, or leave white around it")
        elif _plain(text) not in known:
            yield Finding(
                "codes",
                f"A QR code leads to {text}, which is no page of this site",
                "publish the site, or mend the address",
            )
    right = [known[_plain(text)] for text in led if _plain(text) in known]
    said = {word.casefold().strip(".,;") for word in page.text.split()}
    written = [address for address in promise.addresses if typed(address).casefold() in said]
    if right and written and not set(map(_plain, right)) & set(map(_plain, written)):
        sentence = f"The QR code leads to {right[0]}, but the page says {typed(written[0])}"
        yield Finding("codes", sentence, "a template of your own names another page than its code")


def _plain(address: str) -> str:
    """An address as it is compared: codes are drawn in capitals where that makes them smaller."""
    return urldefrag(address).url.rstrip("/").casefold() if "://" in address else address
