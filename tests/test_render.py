"""Templates: everything escaped, and what fails is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import write_project

from daysheet.models.session import Session
from daysheet.problems import InvalidData, MachineFault
from daysheet.render import Renderer
from daysheet.spoken import speak

NASTY = '<script>alert(1)</script> {{ 7 * 7 }} & "O\'Connor"'


def renderer(root: Path, **templates: str) -> Renderer:
    files = {f"templates/{name}.html": text for name, text in templates.items()}
    project = write_project(root, files)
    return Renderer(project, speak(project, Session(title="T")))


def test_a_value_is_escaped_and_never_run(tmp_path: Path) -> None:
    page = renderer(tmp_path, own='<p title="{{ x }}">{{ x }} {{ x | md }} {{ x | plain }}</p>').render(
        "own.html", x=NASTY
    )
    assert "<script>" not in page
    assert "49" not in page
    assert page.count("{{ 7 * 7 }}") == 4


def test_prose_becomes_html_and_figures_words(tmp_path: Path) -> None:
    made = renderer(
        tmp_path, own="{{ '*a*' | md }} {{ '# b' | prose(3) }} {{ 12500 | number }} {{ 5 | minutes('short') }}"
    )
    assert made.render("own.html") == "<em>a</em> <h3>b</h3> 12\u202f500 5\u00a0min"


def test_the_project_goes_before_the_engine_file_by_file(tmp_path: Path) -> None:
    own = renderer(tmp_path, **{"components/contents": "{% macro contents(entries) %}mine{% endmacro %}"})
    assert "mine" in own.environment.get_template("components/contents.html").render() + str(
        own.environment.get_template("components/contents.html").module.contents([])  # type: ignore[attr-defined]
    )
    assert own.environment.get_template("components/head.html")


def told(made: Renderer, template: str = "own.html") -> InvalidData:
    with pytest.raises(InvalidData) as caught:
        made.render(template)
    return caught.value


def test_what_is_undefined_is_told_with_its_line(tmp_path: Path) -> None:
    place = told(renderer(tmp_path, own="one\n{{ nothing }}\n")).problems[0].place
    assert (place.file, place.line) == ("templates/own.html", 2)


def test_a_template_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    problem = told(renderer(tmp_path, own="one\n{% if %}\n")).problems[0]
    assert (problem.place.file, problem.place.line) == ("templates/own.html", 2)
    assert "cannot be read" in problem.sentence


def test_a_template_that_there_is_not_is_told(tmp_path: Path) -> None:
    assert "no template `none.html`" in told(renderer(tmp_path, own="{% include 'none.html' %}")).problems[0].sentence


def test_a_fault_of_our_own_template_is_not_the_readers(tmp_path: Path) -> None:
    with pytest.raises(MachineFault, match=r"contents\.html"):
        renderer(tmp_path).render("packets/contents.html")
