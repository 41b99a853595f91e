"""The one file that imports MkDocs (step 6a): it hands over what the engine has composed, and decides nothing.

A `Site` travels from event to event in `config.extra`, because MkDocs imports a hook once per process: nothing is kept
in this module. Only what the engine composed gets into the site; files that merely lie in content/ do not.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from daysheet import prose
from daysheet.policy import with_policy
from daysheet.problems import InvalidData
from daysheet.project import Project
from daysheet.report import report_text
from daysheet.site import Site, read_site

ON_EVERY_PAGE = ("assets/site.js",)
"""The scripts that every page asks for."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Names, language, navigation and looks of this build."""
    site = site_of(config)
    config.extra.update(site=site, words=site.words, language=site.language, direction=site.direction)
    config.extra["theme_style"] = theme_style(config)
    config.site_name, config.site_url, config.copyright = site.name, site.address, site.licence
    config.nav = site.nav
    shell = [path for path in site.files if path.startswith("assets/")]
    config.extra_css = [path for path in shell if path.endswith(".css")]
    config.extra_javascript = [path for path in shell if path in ON_EVERY_PAGE]
    config.extra["marks"] = {path: mark_of(site.files[path]) for path in shell if path.endswith((".css", ".js"))}
    config.theme.static_templates.add("not-kept.html")
    config.markdown_extensions += [name for name in prose.ON_PAGES if name not in config.markdown_extensions]
    config.mdx_configs.update(
        {name: dict(settings) for name, settings in prose.settings(site.words["reading"]["back"]).items()}
    )
    add_templates(config)
    return config


def mark_of(content: bytes | Path) -> str:
    """What tells one build of a file from another, so that no browser takes the old one for the new."""
    return sha256(content.read_bytes() if isinstance(content, Path) else content).hexdigest()[:8]


def site_of(config: MkDocsConfig) -> Site:
    """The Site that the command has written to the folder `extra.composed`, or composed here and now.

    Raises: BuildError with every problem of the data, so that MkDocs shows no traceback.
    """
    if "composed" in config.extra:
        return read_site(Path(config.extra["composed"]))
    from daysheet.check import check  # the whole engine: not needed where its work is done
    from daysheet.pages.compose import compose_site

    project = project_of(config)
    checked = check(project.root)
    try:
        if checked.library is None:
            raise InvalidData(checked.problems)
        return compose_site(project, checked, config.extra["audience"])
    except InvalidData as invalid:
        raise BuildError("\n" + report_text(invalid.problems, (), checked.sources)) from invalid


def project_of(config: MkDocsConfig) -> Project:
    """The author's folder: `extra.project`, or where the folder `content/` stands."""
    return Project(Path(config.extra.get("project") or Path(config.docs_dir).parent))


def theme_style(config: MkDocsConfig) -> str:
    """The theme's style sheet, whose name carries a hash of its own."""
    found = (path for folder in config.theme.dirs for path in Path(folder).glob("assets/stylesheets/main.*.min.css"))
    return f"assets/stylesheets/{next(found).name}"


def add_templates(config: MkDocsConfig) -> None:
    """The project's partials first, then ours, then the theme's: one by one, by name."""
    ours = [str(folder / "site") for folder in project_of(config).template_folders if (folder / "site").is_dir()]
    at = 1 if config.theme.custom_dir else 0
    config.theme.dirs[at:at] = ours


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The composed pages and files; of the theme, its style sheet and what our own templates bring."""
    site: Site = config.extra["site"]
    pages = [File.generated(config, page.path, content=page.text) for page in site.pages]
    others = [generated(config, path, content) for path, content in site.files.items()]
    return Files([*(file for file in files if is_shell(file, config)), *pages, *others])


def is_shell(file: File, config: MkDocsConfig) -> bool:
    brought = str(file.src_dir).endswith("templates/site") and not file.src_uri.endswith(".html")
    return file.src_uri == config.extra["theme_style"] or brought


def generated(config: MkDocsConfig, path: str, content: bytes | Path) -> File:
    if isinstance(content, Path):
        return File.generated(config, path, abs_src_path=str(content))
    return File.generated(config, path, content=content)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Pages without the blank lines that a template's own tags would leave."""
    env.trim_blocks = env.lstrip_blocks = True
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return with_policy(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return with_policy(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """The search index once more, as a script: a browser fetches no JSON from a folder."""
    index = Path(config.site_dir) / "search" / "search_index.json"
    docs = json.loads(index.read_text("utf-8"))["docs"]
    script = f"globalThis.daysheetIndex={json.dumps(docs, ensure_ascii=False, separators=(',', ':'))};\n"
    index.with_name("index.js").write_text(script, "utf-8")
