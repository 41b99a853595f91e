"""What the layout engine may read: the assets of the job and `data:` addresses. Everything else is refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from daysheet.pdf.engine import URLFetcher, URLFetcherResponse

#: Relative addresses are resolved against this one. It names nothing: no host can bear the domain, and none is asked.
BASE = "https://daysheet.invalid/"
SCHEME = "asset:"
TYPES = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def asset_name(url: str) -> str:
    """The name of the asset at an absolute address; empty when it is none of ours."""
    if url.startswith(SCHEME):
        return unquote(url.removeprefix(SCHEME)).lstrip("/")
    if url.startswith(BASE):
        return unquote(urlsplit(url).path).lstrip("/")
    return ""


def as_written(url: str) -> str:
    """The address without the base that stands before relative ones."""
    return url.removeprefix(BASE)


class AssetFetcher(URLFetcher):  # type: ignore[misc]
    """Gives the engine assets by name, and keeps the addresses that it was `refused`."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._assets = assets
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url[:5].lower() == "data:":
            return super().fetch(url, headers)
        name = asset_name(url)
        if name not in self._assets:
            self.refused.append(url)
            raise ValueError(f"{as_written(url)} is not among the files of this document")
        kind = TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
        return URLFetcherResponse(url, self._assets[name], {"Content-Type": kind})
