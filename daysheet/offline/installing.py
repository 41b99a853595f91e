"""What a phone needs to put the session among its programs: a web manifest and icons."""

from __future__ import annotations

import json

from daysheet.colour import LIGHT
from daysheet.offline.icons import SIZES, icons
from daysheet.prose import to_text
from daysheet.view import View

MANIFEST = "manifest.webmanifest"
FOLDER = "assets/icons"
SHORT_MOST = 12
"""Letters that a phone shows below an icon."""


def installing(view: View) -> dict[str, bytes]:
    """The files by their path in the site."""
    fonts = view.project.find_template("fonts/site.css").parent
    title = to_text(view.library.session.title)
    made = icons(title, view.accent.light_fill, fonts)
    return {
        MANIFEST: json.dumps(manifest(view, title), ensure_ascii=False, indent=1).encode() + b"\n",
        **{f"{FOLDER}/{name}.png": content for name, content in made.items()},
    }


def manifest(view: View, title: str) -> dict[str, object]:
    """The web manifest; its addresses are relative, so that it holds on any host."""
    return {
        "name": title,
        "short_name": short_name(title),
        "lang": view.library.session.language,
        "dir": str(view.spoken.locale.text_direction),
        "id": "./",
        "start_url": "./index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": LIGHT["paper"],
        "theme_color": LIGHT["paper"],
        "icons": [
            {
                "src": f"{FOLDER}/{name}.png",
                "sizes": f"{SIZES[name]}x{SIZES[name]}",
                "type": "image/png",
                "purpose": use,
            }
            for name in ("icon-192", "icon-512")
            for use in ("any", "maskable")
        ],
    }


def short_name(title: str) -> str:
    """As many whole words of the title as stand below an icon; the first word, however long, at least."""
    name = ""
    for word in title.split():
        if name and len(f"{name} {word}") > SHORT_MOST:
            break
        name = f"{name} {word}".strip()
    return name
