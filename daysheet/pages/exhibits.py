"""Pages of exhibits: an index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from daysheet.pages.desk import PageDesk
from daysheet.pages.sheets import UP, around, index_page
from daysheet.placing import source_of
from daysheet.prose import to_text
from daysheet.site import SitePage
from daysheet.words import plural


def compose_exhibits(desk: PageDesk) -> Iterator[SitePage]:
    """The index of exhibits and a page for each; nothing where there is none."""
    exhibits = desk.view.library.exhibits
    if not exhibits:
        return
    rows = [desk.row("exhibit", each, UP, _line(desk.label("exhibit", each), each.purpose)) for each in exhibits]
    yield index_page(desk, "exhibits", plural(desk.view, "exhibit"), rows)
    for each in exhibits:
        label = desk.label("exhibit", each)
        below = around(desk, "exhibit", each)
        below["source"] = source_of(each, partial(desk.resolve, UP))
        yield desk.page(
            f"exhibits/{each.id}.md",
            each.title,
            meta={"number": each.number, "line": label},
            template="exhibit",
            exhibit=each,
            label=label,
            **below,
        )


def _line(label: str, purpose: str) -> str:
    return " · ".join(each for each in (label, to_text(purpose)) if each)
