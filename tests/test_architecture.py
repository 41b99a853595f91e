"""The rules of the code, held by the code's own syntax tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENGINE = sorted((ROOT / "daysheet").rglob("*.py"))
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
ALL = [*ENGINE, *HOOKS]

DOORS = {
    "icalendar": ("daysheet/calendars.py",),
    "networkx": ("daysheet/network_places.py",),
    "yaml": ("daysheet/reader.py",),
    "pydantic": ("daysheet/models/*",),
    "pydantic_core": ("daysheet/models/*",),
    "jinja2": ("daysheet/render.py",),
    "markdown": ("daysheet/prose*.py",),
    "pymdownx": ("daysheet/prose*.py",),
    "weasyprint": ("daysheet/pdf/*",),
    "pikepdf": ("daysheet/press/*",),
    "fontTools": ("daysheet/press/*", "daysheet/glyphs.py"),
    "mkdocs": ("hooks/*",),
    "material": ("hooks/*",),
    "segno": ("daysheet/qr.py",),
    "babel": (
        "daysheet/spoken.py",
        "daysheet/models/session.py",
        *(f"daysheet/{module}.py" for module in ("cells", "charts", "moments", "pages/agenda", "pages/desk")),
    ),
    "watchfiles": ("daysheet/serve/watch.py",),
    "rich": ("daysheet/progress.py", "daysheet/preflight/table.py"),
    "pypdfium2": ("daysheet/preflight/sight.py", "daysheet/preflight/objects.py"),
    "zxingcpp": ("daysheet/preflight/codes.py",),
    "page": ("daysheet/preflight/guides.py",),
    "click": ("daysheet/cli*.py",),
}
NOT_BY_US = {"requests", "httpx", "aiohttp", "fitz", "pickle", "random", "time.time", "datetime.now"}
FREE_OF_RAW_COLOUR = {
    "templates/styles/tokens.css": "the one place for them",
}
COLOUR = re.compile(r"(?<![&\w-])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b(?!\w)|\b(?:rgb|hsl)a?\(")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


@pytest.mark.parametrize("library", DOORS)
def test_each_library_has_one_door(library: str) -> None:
    users = {name(path) for path in ALL if any(each.split(".")[0] == library for each in imports(path))}
    through = {user for user in users if any(Path(user).match(door) for door in DOORS[library])}
    assert users - through == set()
    assert users or library in ("material", "pydantic_core"), f"nothing imports {library}: the rule is out of date"


def test_nothing_fetches_and_nothing_is_left_to_chance() -> None:
    for path in ENGINE:
        found = set(imports(path)) & NOT_BY_US
        found |= {each for each in imports(path) if each.startswith(("urllib.request", "http.client"))}
        assert found == set(), name(path)


def test_the_engine_never_imports_the_hook() -> None:
    assert not [name(path) for path in ENGINE if any(each.split(".")[0] == "hooks" for each in imports(path))]


def test_modules_are_short() -> None:
    lengths = {name(path): len(path.read_text("utf-8").splitlines()) for path in ALL}
    assert {path: lines for path, lines in lengths.items() if lines >= 250} == {}
    assert sorted(lengths.values())[len(lengths) // 2] <= 110


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_functions_are_short() -> None:
    lengths = {
        f"{name(path)}:{each.name}": (each.end_lineno or 0) - each.lineno + 1
        for path in ALL
        for each in functions(path)
    }
    assert {which: lines for which, lines in lengths.items() if lines >= 41} == {}
    assert sorted(lengths.values())[len(lengths) // 2] <= 8


def test_every_module_says_where_it_stands() -> None:
    assert [name(path) for path in ALL if not ast.get_docstring(tree(path))] == []


def test_no_code_stands_in_init() -> None:
    for path in ENGINE:
        if path.name == "__init__.py":
            assert all(
                isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) for node in tree(path).body
            ), name(path)


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert not {path.stem for path in ALL} & {"utils", "util", "helpers", "common", "misc", "core"}


def test_packages_are_two_deep_at_most() -> None:
    assert all(len(path.relative_to(ROOT).parts) <= 3 for path in ENGINE)


def test_everything_is_annotated() -> None:
    bare = [
        f"{name(path)}:{each.lineno} {each.name}"
        for path in ALL
        for each in functions(path)
        if each.returns is None
        or [
            arg.arg
            for arg in (*each.args.args, *each.args.kwonlyargs)
            if arg.annotation is None and arg.arg not in ("self", "cls")
        ]
    ]
    assert bare == []


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    texts = [
        *ALL,
        *(ROOT / "templates").rglob("*.html"),
        *(ROOT / "templates").rglob("*.md"),
        *(ROOT / "templates").rglob("*.css"),
    ]
    assert [name(path) for path in texts if later.search(path.read_text("utf-8"))] == []


def test_a_dataclass_is_frozen_unless_it_gathers() -> None:
    gathers = {"Collector", "Files"}
    for path in ENGINE:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and any(
                isinstance(each, ast.Name) and each.id == "dataclass" for each in node.decorator_list
            ):
                assert (
                    node.name in gathers
                    or node.name[0] == "_"
                    or name(path)
                    .split("/")[1]
                    .startswith(("serve", "preview", "progress", "pdf", "traps", "tree", "mend"))
                ), node.name


def styles() -> list[Path]:
    return [
        path
        for path in (ROOT / "templates").rglob("*")
        if path.suffix in (".css", ".html", ".md") and "fonts" not in path.parts
    ]


def test_raw_colours_stand_in_tokens_alone() -> None:
    for path in styles():
        if name(path) in FREE_OF_RAW_COLOUR:
            continue
        text = re.sub(r"/\*.*?\*/|\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert COLOUR.findall(text) == [], name(path)


def test_components_know_no_medium() -> None:
    sheet = re.sub(r"/\*.*?\*/", "", (ROOT / "templates/styles/components.css").read_text("utf-8"), flags=re.DOTALL)
    for word in ("@media", "@supports", "sticky", "aspect-ratio", "@layer"):
        assert word not in sheet
    for path in (ROOT / "templates/components").glob("*.html"):
        text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"\sstyle=|\{% if (print|screen|paper|medium)\b", text), path.name


NAMES = (
    "http://www.w3.org/", "http://ns.adobe.com/", "http://purl.org/", "http://www.aiim.org/", "https://github.com/Hopding",
    "https://bit.ly/wb-precache",
)  # fmt: skip
"""What only looks like an address: names of markup, what libraries write into a PDF's properties, or say in a warning."""


def test_nothing_in_the_templates_asks_another_host() -> None:
    for path in [*styles(), *(ROOT / "templates/scripts").glob("*.js"), *(ROOT / "templates/assets").glob("*.js")]:
        found = re.findall(r"https?://[^\s\"')]+", path.read_text("utf-8"))
        assert [each for each in found if not each.startswith(NAMES) and "example.org" not in each] == [], name(path)


def test_no_place_of_a_machine_stands_in_the_project() -> None:
    texts = [*ALL, *(ROOT / "tests").glob("*.py"), *styles(), *(ROOT / "data").rglob("*.yml")]
    place = re.compile("/" + "work/|/" + "root/|/" + "home/")
    assert [name(path) for path in texts if place.search(path.read_text("utf-8"))] == []
