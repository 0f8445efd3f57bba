"""A book of GitBook, or of mdBook: its table of contents says what its pages are called.

    # Table of contents

    ## 자료구조

    * [선형 자료구조](undefined/README.md)
      * [큐](undefined/undefined-1.md)

Files are called by what GitBook can spell of the titles, and anew when the book is put in order:
places are made of the titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from deckbuilder.model import composed
from deckbuilder.model.source import FOR_FOLDERS
from deckbuilder.regular import expression
from deckbuilder.sources.encoding import decode
from deckbuilder.sources.folder import Folder
from deckbuilder.sources.source import Entry
from deckbuilder.sources.store import Store

CONTENTS = "SUMMARY.md"
MARKS = (".gitbook", ".gitbook.yaml", "book.json", "book.toml")
GROUP = expression(r"##[ \t]+(?P<title>.+)")
RULE = expression(r"[ \t]*(?:\*{3,}|-{3,}|_{3,})[ \t]*")  # ends a group
PAGE = expression(
    r"(?P<indent>[ \t]*)[*+-][ \t]+\[(?P<title>.+?)\]\(<?(?P<path>[^<>\"]*?)(?:#[^<>\"]*)?>?"
    r"(?:[ \t]+\"[^\"]*\")?\)[ \t]*$"
)
ESCAPED = expression(r"\\([!-/:-@\[-`{-~])")
TAB = 4


class GitBook(Folder):
    """The folder that `SUMMARY.md` lies in, and beside or above it what is GitBook's."""

    left_out = (f"/{CONTENTS}",)

    @classmethod
    def holding(cls, path: Path, store: Store) -> Path | None:
        """The nearest folder that is one."""
        return cls.above(path, store, lambda folder: _is_book(folder, store))

    def placed(self, file: Path, below: Path) -> tuple[str, ...]:
        """The titles of a page and of those above it; of a page that is in no contents its path."""
        titles = self._contents.get(self._path(file))
        if titles is None:
            return super().placed(file, below)
        inside = self.store.is_folder(self.path)
        top = tuple(map(composed, below.parts[: self.project.named and inside]))
        if below.name.casefold() in FOR_FOLDERS:
            titles = (*titles, below.name)
        whole = self.store.real(self.path) == self.store.real(self.root)
        return (*top, *(titles if whole else titles[len(top) - len(below.parts) :]))

    def order(self, entry: Entry) -> tuple[str, ...]:
        """That of the contents; what is in none comes last."""
        path = self._path(entry.file)
        return (str(self._order.get(path, len(self._order))), *entry.place)

    def _path(self, file: Path) -> str:
        return composed(self.store.real(file).relative_to(self.store.real(self.root)).as_posix())

    @cached_property
    def _contents(self) -> Mapping[str, tuple[str, ...]]:
        """The titles of each page and of those above it, by its path, in their order."""
        try:
            text = decode(self.store.read(self.root / CONTENTS))[0] or ""
        except OSError:
            return {}
        found: dict[str, tuple[str, ...]] = {}
        for path, titles in _pages(text):
            found.setdefault(path, titles)
        return found

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {path: at for at, path in enumerate(self._contents)}


def _is_book(folder: Path, store: Store) -> bool:
    marked = (one / mark for one in (folder, folder.parent) for mark in MARKS)
    return store.is_there(folder / CONTENTS) and any(map(store.is_there, marked))


def _pages(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    group: tuple[str, ...] = ()
    above: list[tuple[int, str]] = []
    for line in text.split("\n"):
        heading, page = GROUP.match(line), PAGE.match(line)
        if heading:
            group, above = (_title(heading["title"]),), []
        elif RULE.fullmatch(line):
            group, above = (), []
        elif page:
            column = len(page["indent"].replace("\t", " " * TAB))
            while above and above[-1][0] >= column:
                above.pop()
            above.append((column, _title(page["title"])))
            path = unquote(page["path"]).removeprefix("./")
            yield path, (*group, *(title for _, title in above))


def _title(written: str) -> str:
    """A title as a reader sees it; a `/` would part a place."""
    return re.sub(r"[ \t]*/[ \t]*", " ", ESCAPED.sub(r"\1", written)).strip(" \t*_`")
