"""Charts, by the numbers that they draw: lengths in mm are read back and compared with the figures."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cells import spoken

from daysheet.charts import FULL, HEIGHTS, WIDTH, Chart, Shape, apart, draw
from daysheet.models.exhibit import Grid
from daysheet.project import PACKAGE, Project
from daysheet.render import Renderer

SVG = "{http://www.w3.org/2000/svg}"


def grid(chart: str, columns: dict[str, str], *rows: dict[str, str], group_by: str = "") -> Grid:
    typed = [{"heading": "Item"}, *({"heading": name, "type": type} for name, type in columns.items())]
    given = [{"item": f"Row {at}", **row} for at, row in enumerate(rows, 1)]
    heads = [{"heading": "Group"}, *typed] if group_by else typed
    groups = {"group_by": group_by} if group_by else {}
    return Grid.model_validate(
        {"kind": "table", "title": "T", "columns": heads, "rows": given, "chart": chart, **groups}
    )


def drawn(chart: str, columns: dict[str, str], *rows: dict[str, str], group_by: str = "") -> Chart:
    found = draw(grid(chart, columns, *rows, group_by=group_by), spoken())
    assert found is not None
    return found


def bars(shapes: tuple[Shape, ...]) -> list[Shape]:
    return [each for each in shapes if each.kind == "bar"]


def texts(shapes: tuple[Shape, ...]) -> list[str]:
    return [each.words for each in shapes if each.kind == "text"]


TWO_YEARS = {"2016": "per cent", "2017": "per cent"}


def test_a_hundred_per_cent_are_88_mm() -> None:
    chart = drawn("paired bars", TWO_YEARS, {"2016": "84", "2017": "94"}, {"2016": "0", "2017": "100"})
    lengths = [[each.width for each in bars(row.shapes)] for row in chart.groups[0].rows]
    assert lengths == [[73.92, 82.72], [0.0, FULL]]
    assert (chart.width, chart.height, {each.height for each in bars(chart.groups[0].rows[0].shapes)}) == (96, 22, {5})


def test_the_first_year_is_hollow_and_the_second_solid() -> None:
    first, second = bars(drawn("paired bars", TWO_YEARS, {"2016": "84", "2017": "94"}).groups[0].rows[0].shapes)
    assert (first.solid, first.ink, second.solid, second.ink) == (False, "ink", True, "accent")
    assert second.y - first.y == pytest.approx(6.2)


def test_every_bar_has_its_figure_and_every_row_its_change_and_its_words() -> None:
    row = drawn("paired bars", TWO_YEARS, {"2016": "84", "2017": "81.5"}).groups[0].rows[0]
    assert (texts(row.shapes), row.change, row.title) == (["84", "81.5"], "−2.5", "2016: 84%; 2017: 81.5%")


def test_what_is_missing_has_neither_bar_nor_change() -> None:
    row = drawn("paired bars", TWO_YEARS, {"2017": "81"}).groups[0].rows[0]
    assert (len(bars(row.shapes)), texts(row.shapes), row.change) == (1, ["–", "81"], "")


def test_plain_numbers_are_drawn_by_the_largest() -> None:
    chart = drawn("bars", {"Answers": "number"}, {"answers": "10"}, {"answers": "40"})
    assert [bars(row.shapes)[0].width for row in chart.groups[0].rows] == [22.0, FULL]
    assert chart.key == ()


def test_rows_stand_under_their_groups_in_order_of_appearance() -> None:
    rows = [{"group": "Staff", "n": "1"}, {"group": "Students", "n": "2"}, {"group": "Staff", "n": "3"}]
    chart = drawn("bars", {"N": "number"}, *rows, group_by="group")
    assert [(group.title, len(group.rows)) for group in chart.groups] == [("Staff", 2), ("Students", 1)]
    assert chart.heading == "Item"


def test_dots_differ_in_form_and_stand_where_their_figures_say() -> None:
    columns = dict.fromkeys(("A", "B", "C", "D"), "per cent")
    chart = drawn("dots", columns, {"a": "25", "b": "50", "c": "75", "d": "100"})
    marks = [each for each in chart.groups[0].rows[0].shapes if each.kind in ("dot", "bar")]
    middles = [each.x if each.kind == "dot" else each.x + each.width / 2 for each in marks]
    assert middles == pytest.approx([22, 44, 66, 88])
    assert len({(each.kind, each.solid) for each in marks}) == 4


def test_pieces_of_a_stacked_bar_lie_end_to_end_and_make_up_the_whole() -> None:
    columns = dict.fromkeys(("Strongly", "Yes", "No", "Never"), "per cent")
    chart = drawn("stacked", columns, {"strongly": "40", "yes": "30", "no": "20", "never": "10"})
    pieces = bars(chart.groups[0].rows[0].shapes)
    assert [each.width for each in pieces] == pytest.approx([35.2, 26.4, 17.6, 8.8])
    assert all(one.x + one.width == pytest.approx(other.x, abs=0.02) for one, other in pairwise(pieces))
    assert texts(chart.groups[0].rows[0].shapes) == ["40", "30", "20", "10"]


def test_pieces_go_from_solid_over_hatched_to_hollow() -> None:
    columns = dict.fromkeys(("A", "B", "C"), "per cent")
    row = drawn("stacked", columns, {"a": "50", "b": "30", "c": "20"}).groups[0].rows[0]
    hatches = [each for each in row.shapes if each.kind == "line"]
    assert [each.solid for each in bars(row.shapes)] == [True, False, False]
    assert len(hatches) == 1
    assert len(re.findall("M", hatches[0].path)) == 26


@pytest.mark.parametrize("chart", ["paired bars", "dots", "stacked"])
def test_a_chart_of_several_series_has_a_key_for_each(chart: str) -> None:
    assert [word for _, word in drawn(chart, TWO_YEARS, {"2016": "1", "2017": "2"}).key] == ["2016", "2017"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 100), min_size=1, max_size=4))
def test_figures_beside_one_another_never_touch_and_stay_in_the_drawing(values: list[int]) -> None:
    values.sort()
    words = [str(each) for each in values]
    middles = apart([each * FULL / 100 for each in values], words)
    halves = [len(each) * 2.1 / 2 + 0.6 for each in words]
    spans = [(middle - half, middle + half) for middle, half in zip(middles, halves, strict=True)]
    assert all(one[1] <= other[0] + 0.02 for one, other in pairwise(spans))
    assert spans[0][0] >= -0.02
    assert spans[-1][1] <= WIDTH + 0.02


def svgs(table: Grid) -> list[ElementTree.Element]:
    """The drawings of a table as the component writes them."""
    renderer = Renderer(Project(PACKAGE), spoken())
    source = renderer.environment.from_string(
        '{% from "components/exhibit_chart.html" import chart %}{{ chart(drawn, setting) }}'
    )
    setting: dict[str, Any] = {"words": renderer.spoken.words, "accent": "#9c3d1e", "ink": "#1b1917"}
    html = source.render(drawn=draw(table, spoken()), setting=setting)
    return [
        ElementTree.fromstring(each) for each in re.findall(r'<svg class="ds-chart__bars".*?</svg>', html, re.DOTALL)
    ]


def test_the_component_writes_down_what_was_computed() -> None:
    table = grid("paired bars", TWO_YEARS, {"2016": "33", "2017": "71"})
    (svg,) = svgs(table)
    widths = [float(each.get("width", "0")) for each in svg.iter(f"{SVG}rect")]
    assert [round(width / FULL * 100) for width in widths] == [33, 71]
    assert svg.get("viewBox") == f"0 0 {WIDTH} {HEIGHTS['paired bars']}"
    assert svg.findtext(f"{SVG}title") == "2016: 33%; 2017: 71%"
    assert {each.text for each in svg.iter(f"{SVG}text")} == {"33", "71"}


@pytest.mark.parametrize("chart", list(HEIGHTS))
def test_nothing_is_drawn_outside_the_drawing(chart: str) -> None:
    columns = dict(list(TWO_YEARS.items())[: 1 if chart == "bars" else 2])
    rows = [{"2016": "100", "2017": "0"}, {"2016": "0", "2017": "100"}, {"2016": "49", "2017": "51"}]
    table = grid(chart, columns, *[{key: row[key] for key in columns} for row in rows])
    for svg in svgs(table):
        for each in svg.iter(f"{SVG}rect"):
            assert float(each.get("x", "0")) + float(each.get("width", "0")) <= WIDTH
            assert float(each.get("y", "0")) + float(each.get("height", "0")) <= HEIGHTS[chart]
