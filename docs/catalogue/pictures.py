"""The pictures of the catalogue and of the README, and the YAML of the catalogue: `make pictures` in a checkout.

The sessions are built by the engine. Page parts are shot by Chromium (its path in CHROMIUM) at the width of a phone; sheets
are drawn from the PDFs. All is cropped, set in few colours and kept small.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageOps

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SESSION = HERE / "session"
PICTURES = HERE / "pictures"
FRONT = ROOT / "docs" / "pictures"
CATALOGUE = HERE.parent / "catalogue.md"

PHONE = {"width": 360, "height": 740}
SHARP = 1.5
"""Pixels of a picture for each pixel of a phone."""
DOTS_A_POINT = 1.3
FOOT = 0.915
"""Where the foot of a printed page begins, as a part of its height."""
MARGIN = 14
MOST_BYTES = 60_000
COLOURS = (64, 48, 32, 24, 16, 12, 8)
AROUND = ".ds-header, .ds-bar, .ds-footer, .ds-foot, .ds-skip, .ds-saved, .ds-progress { display: none !important }"
FENCE = re.compile(
    r"^```(?P<kind>yaml|markdown)\n(?P<mark>(?:# |<!-- )(?P<file>\S+)[^\n]*\n)(?P<body>.*?)^```$", re.M | re.S
)


@dataclass(frozen=True)
class Shot:
    """A picture: its name, the page below the output, the part of it (a selector), and the PDF below the output, if any."""

    name: str
    page: str
    part: str = ".ds-main"
    pdf: str = ""


def shots(session: Path = SESSION) -> Iterator[Shot]:
    """A page and a sheet of each record of the session, and the facilitator's view of its round."""
    for pattern in ("data/worksheets/*.yml", "data/exhibits/*.yml", "data/tenets/*.yml", "data/portraits/*.yml",
                    "content/readings/*.md"):  # fmt: skip
        for path in sorted(session.glob(pattern)):
            place = f"{path.parent.name}/{path.stem}"
            name = f"{path.parent.name.removesuffix('s')}-{path.stem}"
            yield Shot(name, f"site/{place}.html", pdf=f"site/pdf/{place}-a4.pdf")
    part = ":has(> #plan-one-bed)"
    yield Shot("round", "site/agenda.html", part, "site/pdf/protocols/plan-one-bed-a4.pdf")
    yield Shot("round-facilitator", "facilitator/agenda.html", part)
    yield Shot("tenet-cards", "", pdf="site/pdf/tenets/habits-cards-a4.pdf")


def main() -> None:
    from playwright.sync_api import sync_playwright

    fill_in()
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        made = build(SESSION, Path(folder) / "catalogue")
        for shot in shots():
            draw(shot, made, browser)
        draw_front(build(ROOT, Path(folder) / "front"), browser)
        browser.close()


def build(session: Path, output: Path) -> Path:
    """The folder that the engine has made of a session."""
    command = [sys.executable, "-m", "daysheet", "-C", str(session), "all", "-q", "-o", str(output)]
    subprocess.run(command, check=True, cwd=ROOT)
    return output


def draw(shot: Shot, made: Path, browser: Any) -> None:
    if shot.page:
        save(trimmed(part_of_page(browser, made / shot.page, shot.part)), PICTURES / f"{shot.name}-page.png")
    if shot.pdf:
        sheet = sheet_of(made / shot.pdf, DOTS_A_POINT)
        save(trimmed(sheet.crop((0, 0, sheet.width, int(sheet.height * FOOT)))), PICTURES / f"{shot.name}-sheet.png")


def draw_front(made: Path, browser: Any) -> None:
    """The first worksheet of the session of this checkout, as the README shows it: a whole screen and a whole sheet."""
    page = opened(browser, made / "site" / "worksheets" / "know-yourself.html")
    save(framed(Image.open(BytesIO(page.screenshot()))), FRONT / "page.png")
    page.context.close()
    save(framed(sheet_of(made / "site" / "pdf" / "worksheets" / "know-yourself-a4.pdf", 1.4)), FRONT / "sheet.png")


def opened(browser: Any, path: Path) -> Any:
    """The page on a phone, in light colours, with all that can be unfolded unfolded."""
    context = browser.new_context(
        viewport=PHONE,
        device_scale_factor=SHARP,
        color_scheme="light",
        reduced_motion="reduce",
        locale="en-GB",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    page.evaluate("document.fonts.ready")
    return page


def part_of_page(browser: Any, path: Path, selector: str) -> Image.Image:
    page = opened(browser, path)
    page.add_style_tag(content=AROUND)
    shot = page.locator(selector).first.screenshot()
    page.context.close()
    return Image.open(BytesIO(shot)).convert("RGB")


def sheet_of(path: Path, scale: float) -> Image.Image:
    """The first page of a PDF; `scale` is in dots for each point of it."""
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(path) as document:
        drawn: Image.Image = document[0].render(scale=scale).to_pil()
        return drawn.convert("RGB")


def trimmed(picture: Image.Image) -> Image.Image:
    """Without the empty paper around what is drawn, and with an even margin instead."""
    paper: Any = picture.getpixel((0, 0))
    box = ImageChops.difference(picture, Image.new("RGB", picture.size, paper)).getbbox()
    return ImageOps.expand(picture.crop(box), MARGIN, fill=paper)


def framed(picture: Image.Image) -> Image.Image:
    return ImageOps.expand(picture.convert("RGB"), 2, fill="#d8d0c4")


def save(picture: Image.Image, path: Path) -> None:
    """As PNG, in as many colours as its size allows."""
    for colours in COLOURS:
        held = BytesIO()
        picture.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
        if held.tell() < MOST_BYTES:
            break
    path.write_bytes(held.getvalue())


def fill_in() -> None:
    """Writes each sample of the catalogue anew from the file that it names."""
    text = CATALOGUE.read_text("utf-8")
    CATALOGUE.write_text(FENCE.sub(lambda found: sample(found["kind"], found["mark"]), text), "utf-8")


def sample(kind: str, mark: str) -> str:
    """The fence of a file, whole, or of the front matter or the body of a reading."""
    file = re.search(r"(?:data|content)/\S+\.\w+", mark)
    assert file is not None, mark
    text = (SESSION / file[0]).read_text("utf-8")
    if file[0].endswith(".md"):
        _, front, text = text.split("---\n", 2)
        text = front if kind == "yaml" else text.lstrip("\n")
    return f"```{kind}\n{mark}{text}```"


if __name__ == "__main__":
    main()
