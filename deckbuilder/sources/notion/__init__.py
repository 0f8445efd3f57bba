"""What Notion exports, as "Markdown & CSV" or as "HTML": pages, and databases with their pages.

Each page is a file with an id behind its name; the pages below it lie in a folder of that name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from deckbuilder.model import composed
from deckbuilder.sources.folder import Folder
from deckbuilder.sources.notion import database, page
from deckbuilder.sources.notion.names import ALL, has_id, plain, without_ids
from deckbuilder.sources.notion.properties import taken_out
from deckbuilder.sources.source import READERS, Entry, Markdown, Reader
from deckbuilder.sources.store import Store

CSV, HTML = ".csv", ".html"
# Without an id behind its name such a file is none of Notion's.
OWN: Mapping[str, Reader] = {CSV: database.markdown, HTML: page.markdown}
NAME = "Notion"
SKIPPED = frozenset({"node_modules"})


class Notion(Folder):
    """A folder with pages of Notion in it, at any depth; or one such page."""

    readers: ClassVar[Mapping[str, Reader]] = {**READERS, **OWN}

    @classmethod
    def holding(cls, path: Path, store: Store) -> Path | None:
        """The folder itself, that of a page by itself: nothing else tells where an export ends."""
        if store.is_folder(path):
            return path if any(_pages(path, store)) else None
        there = has_id(composed(path.stem)) and store.is_there(path)
        return path.parent if there else None

    def named(self, name: str) -> str:
        """A name without its id; the folders of the export itself have none."""
        return plain(name)

    @property
    def name(self) -> str:
        """That of the folder, of its only page, or else Notion's."""
        return super().name or self._only or NAME

    @cached_property
    def _only(self) -> str:
        """The page that all others are part of."""
        tops = {entry.place[0] for entry in self.entries()}
        return tops.pop() if len(tops) == 1 else ""

    def entries(self) -> tuple[Entry, ...]:
        """The pages and databases, each once: one file of a database holds all of its rows."""
        found = super().entries()
        known = {entry.file for entry in found}
        return tuple(entry for entry in found if not entry.found or _is_page(entry.file, known))

    def markdown(self, entry: Entry) -> Markdown:
        """A page without ids and properties, a database as its table."""
        read = super().markdown(entry)
        if entry.file.suffix.lower() in OWN or read.files:
            return read
        return taken_out(without_ids(read.text), self._columns(entry.file.parent))

    def _columns(self, folder: Path) -> tuple[str, ...]:
        """The columns of the database whose pages lie in a folder."""
        if folder not in self._known:
            files = (folder.with_name(folder.name + end) for end in (f"{ALL}{CSV}", CSV))
            file = next((one for one in files if folder.name and self.store.is_there(one)), None)
            try:
                self._known[folder] = database.columns(self.store.read(file)) if file else ()
            except OSError:
                self._known[folder] = ()
        return self._known[folder]

    @cached_property
    def _known(self) -> dict[Path, tuple[str, ...]]:
        return {}


def _pages(folder: Path, store: Store) -> Iterator[str]:
    """The files below a folder that have ids."""
    for _, folders, names in store.walk(folder, lambda _: None):
        folders[:] = [one for one in folders if one not in SKIPPED and not one.startswith(".")]
        for name in names:
            stem, suffix = os.path.splitext(name)  # noqa: PTH122 - for many names
            if suffix.lower() in Notion.readers and has_id(stem):
                yield name


def _is_page(file: Path, known: set[Path]) -> bool:
    """Whether a file is to be read: not a second one of the same database, or somebody else's."""
    if file.suffix.lower() not in OWN:
        return True
    if not has_id(composed(file.stem)):
        return False
    twins = (file.with_name(f"{file.stem}{ALL}{CSV}"), _shown(file))
    return file.suffix.lower() == HTML or known.isdisjoint(twins)


def _shown(file: Path) -> Path:
    """The page that shows a database."""
    return file.with_name(file.stem.removesuffix(ALL) + HTML)
