"""Step 5, dress: records to HTML and Markdown through the templates; the only module that imports jinja2.

A template gets all that it shows as arguments. Everything is escaped; what is undefined is a problem with its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from daysheet import prose
from daysheet.exhibits import shown
from daysheet.models.base import slug
from daysheet.moments import short_when
from daysheet.problems import InvalidData, MachineFault, Place, Problem
from daysheet.project import Project
from daysheet.spoken import Spoken

ExhibitFinder = Callable[[str], Mapping[str, Any]]
"""The id of an exhibit -> what `components/placed.html` shows."""


class Renderer:
    """The templates of a project, with the words of one language and one way of resolving references."""

    def __init__(
        self,
        project: Project,
        spoken: Spoken,
        resolve: prose.Resolver | None = None,
        content: str = "",
        exhibits: ExhibitFinder | None = None,
    ) -> None:
        """`content` is the way from what is rendered to the top of the author's files; `exhibits` finds those that texts
        set in their places."""
        self.project, self.spoken, self.resolve, self.content = project, spoken, resolve, content
        self.exhibits = exhibits
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(project.template_folders),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.environment.filters.update(self.filters())
        self.environment.globals["words"] = spoken.words

    def filters(self) -> Mapping[str, Any]:
        """What templates may do to a value: prose to HTML, figures and times to words."""
        return {
            "md": lambda text: self._placed(prose.to_inline_html(str(text), self.resolve)),
            "prose": self.prose,
            "placed": lambda id: Markup(self.place(id)),
            "plain": lambda text: prose.to_text(str(text)),
            "slug": slug,
            "minutes": self.spoken.minutes,
            "clock": self.spoken.clock,
            "begins": lambda timed: short_when(timed, self.spoken) or self.spoken.clock(timed.start),
            "date": self.spoken.date,
            "number": self.spoken.number,
            "groups": self.spoken.groups,
            "join_words": self.spoken.join,
            "shown": lambda exhibit: shown(exhibit, self.spoken, self._size_of),
        }

    def prose(self, text: object, level: int = 1) -> Markup:
        """Markdown as HTML blocks, with exhibits set in their places."""
        return self._placed(prose.to_html(str(text), self.resolve, level, self.place if self.exhibits else None))

    def place(self, id: str) -> str:
        """An exhibit as it is set in a text."""
        assert self.exhibits is not None
        return self.render("components/placed.html", **self.exhibits(id))

    def _size_of(self, path: str) -> int:
        file = self.project.content / path
        return file.stat().st_size if file.is_file() else 0

    def _placed(self, html: str) -> Markup:
        return Markup(prose.from_folder(html, self.content))

    def render(self, template: str, **context: Any) -> str:
        """The template's text. Raises: InvalidData with the place in the template where it fails."""
        try:
            return self.environment.get_template(template).render(context)
        except jinja2.TemplateSyntaxError as error:
            raise self._problem(
                error.filename, error.lineno, f"This template cannot be read: {(error.message or '').rstrip('.')}"
            ) from error
        except jinja2.TemplateNotFound as error:
            sentence = f"There is no template `{error.name}`, which `{template}` asks for"
            raise InvalidData([Problem(Place(f"templates/{template}"), sentence)]) from error
        except jinja2.UndefinedError as error:
            file, line = _where(error, self.project.template_folders)
            raise self._problem(
                file, line, f"This template asks for something that is not there: {error.message}"
            ) from error
        except InvalidData:
            raise
        except Exception as error:
            file, line = _where(error, self.project.template_folders)
            if len(self.project.template_folders) == 1:
                raise
            if not file or not Path(file).is_relative_to(self.project.root / "templates"):
                file, line = str(self.project.root / "templates"), 0
            raise self._problem(file, line, f"A template of yours does not fit with the others: {error}") from error

    def _problem(self, file: str | None, line: int, sentence: str) -> Exception:
        own = self.project.root / "templates"
        path = Path(file or "templates")
        if not path.is_relative_to(own):
            return MachineFault(f"{path.name}:{line}: {sentence}")
        hint = "mend it, or remove the file: the engine's own stands in for it"
        return InvalidData([Problem(Place(self.project.name_of(path), line, 1), sentence, hint)])


def _where(error: BaseException, folders: tuple[Path, ...]) -> tuple[str | None, int]:
    """File and line of the innermost template that an error passed through."""
    found: tuple[str | None, int] = (None, 0)
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if any(Path(name).is_relative_to(folder) for folder in folders):
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found
