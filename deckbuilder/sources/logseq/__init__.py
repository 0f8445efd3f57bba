"""A graph of Logseq: pages as outlines, in which blocks stand by reference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from deckbuilder.language import _
from deckbuilder.model import composed
from deckbuilder.regular import expression
from deckbuilder.sources.folder import Folder
from deckbuilder.sources.logseq.blocks import Block, beneath, blocks, told
from deckbuilder.sources.logseq.words import EMBED, words
from deckbuilder.sources.logseq.writing import written
from deckbuilder.sources.source import Entry, Markdown, NotTextError, text
from deckbuilder.sources.store import Store

PAGES, JOURNALS = "pages", "journals"
SETTINGS = Path("logseq", "config.edn")
SLASH = expression(r"___|%2F", re.I)  # in the name of a file, for that in the name of a page
FRONT_MATTER = expression(r"---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.S)
LISTED = expression(r"\[\[(?P<page>[^\[\]]+)\]\]|(?P<word>[^,\[\]]+)")
DEEPEST = 3  # an embed in an embed in an embed
MOST_LINES, LONGEST = 300, 300  # of an embed; of the line of a reference: no card has more


class _At(NamedTuple):
    """A block where it stands."""

    outline: Sequence[Block]
    at: int


class Logseq(Folder):
    """The folder that `logseq/config.edn` lies in: its pages, and without being named no journals.

    A journal tells of a day, and what lies in `logseq/` are older versions of the pages.
    """

    left_out = (f"/{JOURNALS}/", "/logseq/", "/whiteboards/", "/assets/", "contents.md", "hls__*")
    wrapping = frozenset({PAGES})

    @classmethod
    def holding(cls, path: Path, store: Store) -> Path | None:
        """The nearest folder that has one: also for a page, or the folder of the pages."""
        return cls.above(path, store, lambda folder: store.is_there(folder / SETTINGS))

    def placed(self, file: Path, below: Path) -> tuple[str, ...]:
        """A page in the namespaces that its name tells of."""
        names = super().placed(file, below)
        spaced = tuple(part for name in names for part in _page(name).split("/") if part)
        return spaced if self.store.is_folder(self.path) else spaced[-1:]

    def unread(self, entries: Sequence[Entry]) -> str:
        """The journals, where these are of the whole graph and none of a journal."""
        journals = self.root / JOURNALS
        named = any(journals in self.store.real(entry.file).parents for entry in entries)
        days = 0 if named or not self._is_whole else sum(1 for _ in self._files(JOURNALS))
        number = _("1 journal is") if days == 1 else _("{days:,} journals are").format(days=days)
        return (
            _("{number} left out: what tells of a day is no page").format(number=number)
            if days
            else ""
        )

    @property
    def _is_whole(self) -> bool:
        return self.store.real(self.path) == self.store.real(self.root)

    def _files(self, folder: str) -> Iterator[Path]:
        """The pages in a folder of the graph, in the order of their names."""
        whole = self.root / folder
        if self.store.is_folder(whole):
            found = (
                Path(here, name)
                for here, _, names in self.store.walk(whole, lambda _: None)
                for name in names
            )
            yield from sorted(file for file in found if file.suffix == ".md")

    def markdown(self, entry: Entry) -> Markdown:
        """The page's outline as Markdown, with the text of the blocks that it refers to."""
        plain = super().markdown(entry)
        if plain.files:  # a document beside the pages
            return plain
        head = FRONT_MATTER.match(plain.text)
        rows = head[0].count("\n") if head else 0
        whole = _after(blocks(plain.text[head.end() if head else 0 :]), rows)
        outline: Sequence[Block] = tuple(told(whole))
        if len(outline) < len(whole) and not any(block.lines for block in outline):
            return Markdown("---\nskip: true\n---\n")
        if head:
            front = head[0].rstrip("\n").split("\n")
        else:
            properties, outline = _of_page(outline)
            front = list(_front_matter(properties))
        own = _page(composed(entry.file.stem)).lower()
        made = written(tuple(self._told(outline, (own,), DEEPEST)), front)
        if not head or made.rows is None:
            return made
        return replace(made, rows=(*range(1, len(front) + 1), *made.rows[len(front) :]))

    def _told(self, outline: Sequence[Block], seen: tuple[str, ...], depth: int) -> Iterator[Block]:
        """The blocks as Markdown; one that only embeds another is that one."""
        for block in outline:
            first = block.lines[0].text.strip() if block.lines else ""
            embed = EMBED.fullmatch(first)
            if embed and len(block.lines) == 1:
                yield from self._embedded(embed, block, seen, depth)
            else:
                lines = (
                    line if line.code else line._replace(text=self._words(line.text, seen, depth))
                    for line in block.lines
                )
                yield replace(block, lines=tuple(lines))

    def _embedded(
        self, embed: re.Match[str], block: Block, seen: tuple[str, ...], depth: int
    ) -> Iterator[Block]:
        name = embed["id"] or composed(embed["page"]).lower()
        if name in seen or not depth:
            return
        if embed["id"]:
            found = self._graph.blocks.get(name)
            put = [found.outline[found.at], *beneath(*found)] if found else []
        else:
            put = list(self._graph.pages.get(name, ()))
        top = min((one.depth for one in put), default=0)
        row = block.lines[0].row
        left = MOST_LINES
        for one in self._told(put, (*seen, name), depth - 1):
            left -= max(1, len(one.lines))
            if left < 0:
                return
            lines = tuple(line._replace(row=row) for line in one.lines)
            yield replace(one, depth=block.depth + one.depth - top, lines=lines)

    def _words(self, line: str, seen: tuple[str, ...], depth: int) -> str:
        """A line as a reader sees it, with the first lines of the blocks that it refers to."""

        def referred(name: str) -> str:
            found = self._graph.blocks.get(name) if depth and name not in seen else None
            if not found or not found.outline[found.at].lines:
                return ""
            first = found.outline[found.at].lines[0].text.lstrip("# ")
            return self._words(first[:LONGEST], (*seen, name), depth - 1)

        line = EMBED.sub(lambda found: f"(({found['id']}))" if found["id"] else found["page"], line)
        return words(line, referred)

    @cached_property
    def _graph(self) -> _Graph:
        """What pages may refer to, read when the first one does."""
        found = _Graph({}, {})
        for folder in (PAGES, JOURNALS):
            for file in self._files(folder):
                try:
                    whole = blocks(text(self.data(Entry("", (), file, self))).text)
                except (OSError, NotTextError):
                    continue
                properties, outline = _of_page(whole)
                names = [_page(composed(file.stem)), properties.get("title", "")]
                for name in (*names, *_listed(properties.get("alias", ""))):
                    found.pages.setdefault(name.lower(), outline)
                for at, block in enumerate(outline):
                    if "id" in block.properties:
                        found.blocks.setdefault(block.properties["id"], _At(outline, at))
        return found


class _Graph(NamedTuple):
    """The pages by their names, in small letters, and the blocks by their ids."""

    pages: dict[str, Sequence[Block]]
    blocks: dict[str, _At]


def _page(name: str) -> str:
    """The name of a page, by that of its file."""
    return composed(unquote(SLASH.sub("/", name)))


def _after(outline: Sequence[Block], rows: int) -> tuple[Block, ...]:
    """Blocks that stand so many rows further down."""
    return tuple(
        replace(block, lines=tuple(line._replace(row=line.row + rows) for line in block.lines))
        for block in outline
    )


def _of_page(outline: Sequence[Block]) -> tuple[Mapping[str, str], Sequence[Block]]:
    """The properties of the page: those in front, or of a first block that has nothing else."""
    properties: dict[str, str] = {}
    for at, block in enumerate(outline):
        properties |= block.properties if not block.lines or not block.depth else {}
        if block.lines or properties:
            return properties, outline[at if block.lines else at + 1 :]
    return properties, ()


def _front_matter(properties: Mapping[str, str]) -> Iterator[str]:
    """What they say of a note, as YAML."""
    title = properties.get("title", "").strip().rpartition("/")[2]
    tags = [re.sub(r"\s+", "_", tag) for tag in _listed(properties.get("tags", ""))]
    names = list(_listed(properties.get("alias", "")))
    said = {"title": title, "tags": tags, "aliases": names}
    if any(said.values()):
        yield "---"
        for key, value in said.items():
            if value:
                yield f"{key}: {json.dumps(value, ensure_ascii=False)}"
        yield "---"


def _listed(value: str) -> Iterator[str]:
    """The pages that a property names, with commas between them or in brackets."""
    for found in LISTED.finditer(value):
        name = (found["page"] or found["word"] or "").strip().lstrip("#").strip()
        if name:
            yield name
