"""The layout engine, loaded with no fonts but the project's own: its modules import it from here and nowhere else."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

# Read when the engine is loaded: a file that names no folder of fonts, so that none of the system is ever used.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))

with warnings.catch_warnings(action="ignore"):  # it warns that there is no font of the system
    from weasyprint import CSS, HTML
    from weasyprint.css.counters import CounterStyle
    from weasyprint.document import DocumentMetadata
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

__all__ = ["CSS", "HTML", "CounterStyle", "DocumentMetadata", "FontConfiguration", "URLFetcher", "URLFetcherResponse"]
