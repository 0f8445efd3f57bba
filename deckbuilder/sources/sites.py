"""Blogs and sites as their generators build them: which of their files are notes.

| | known by | notes | not in places |
| --- | --- | --- | --- |
| Jekyll | `_config.yml`, `_posts/` | all but drafts, theme and README | `_posts`, `docs`, dates |
| Hugo | its configuration, `content/` | `content/` | `content` |
| Docusaurus | `docusaurus.config.js` | `docs/`, `blog/` | `docs`, dates |
| VitePress | `.vitepress/`, here or in `docs/` | all; or `docs/` | `docs` |
| MkDocs | `mkdocs.yml`, `docs/` | `docs/` | `docs` |

Pictures are looked for from the site's root on (`sources.tree`), and so in `static/` and `public/`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from deckbuilder.regular import expression
from deckbuilder.sources.folder import Folder
from deckbuilder.sources.source import Entry
from deckbuilder.sources.store import Store

DATE = expression(r"\d{4}-\d{1,2}-\d{1,2}-(?=.)")


def only(*folders: str) -> tuple[str, ...]:
    """Rules that leave out all but these folders."""
    return ("/*", *(f"!/{folder}/" for folder in folders))


class Site(Folder):
    """A folder that a generator makes a site of."""

    marks: ClassVar[Sequence[Sequence[str]]]
    """Of each of these rows something lies in the root."""

    @classmethod
    def holding(cls, path: Path, store: Store) -> Path | None:
        """The nearest folder with the marks."""
        return cls.above(path, store, lambda folder: cls.marked(folder, store))

    @classmethod
    def marked(cls, folder: Path, store: Store) -> bool:
        """Whether a folder is the root of such a site."""
        return all(any(store.is_there(folder / name) for name in row) for row in cls.marks)


class Dated(Site):
    """A site whose posts have their dates in their names, or in those of their folders."""

    def named(self, name: str) -> str:
        """A post without its date."""
        return DATE.sub("", name)

    def order(self, entry: Entry) -> tuple[str, ...]:
        """As they lie there: by their folders, then by their dates."""
        return entry.file.parts


class Jekyll(Dated):
    """Posts in folders that may stand anywhere."""

    marks = (("_config.yml", "_config.yaml", "_config.toml"), ("_posts",))
    left_out = (
        *("_drafts/", "_pages/", "_includes/", "_layouts/", "_data/", "_sass/", "_plugins/"),
        *("/README.md", "/404.md", "/test/"),
    )
    wrapping = frozenset({"_posts", "_docs", "docs"})


class Hugo(Site):
    """Sections, posts and bundles."""

    marks = (
        (
            *(f"{name}.{form}" for name in ("hugo", "config") for form in ("toml", "yaml", "json")),
            *("config/_default", "hugo.yml", "config.yml"),
        ),
        ("content",),
        ("archetypes", "layouts", "themes", "static", "go.mod", "assets", "hugo.toml", "hugo.yaml"),
    )
    left_out = only("content")
    wrapping = frozenset({"content"})


class Docusaurus(Dated):
    """Documents and posts; files that begin with `_` are pieces of others."""

    marks = (tuple(f"docusaurus.config.{form}" for form in ("js", "ts", "mjs", "cjs")),)
    left_out = (*only("docs", "blog"), "_*.md", "_*.mdx")
    wrapping = frozenset({"docs"})


class VitePress(Site):
    """Pages in the folder that the settings lie in."""

    marks = ((".vitepress", ".vuepress"),)
    wrapping = frozenset({"docs"})


class DocsOfVitePress(Site):
    """A project whose `docs/` is a site of VitePress."""

    marks = (("docs/.vitepress", "docs/.vuepress"),)
    left_out = only("docs")
    wrapping = frozenset({"docs"})


class MkDocs(Site):
    """A project whose `docs/` is a site of MkDocs."""

    marks = (("mkdocs.yml", "mkdocs.yaml"), ("docs",))
    left_out = only("docs")
    wrapping = frozenset({"docs"})
