"""Note files to documents: where they are, their encoding, their front matter."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from deckbuilder import archives, files
from deckbuilder.diagnostics import Diagnostic, diagnose
from deckbuilder.model import Document, Span, visible
from deckbuilder.sources import archive, frontmatter
from deckbuilder.sources.disk import Disk
from deckbuilder.sources.folder import Folder, NamedFile, shown
from deckbuilder.sources.gitbook import GitBook
from deckbuilder.sources.language import language
from deckbuilder.sources.logseq import Logseq
from deckbuilder.sources.lying import LyingFile, lying
from deckbuilder.sources.notion import Notion
from deckbuilder.sources.obsidian import Vault
from deckbuilder.sources.sites import (
    DocsOfVitePress,
    Docusaurus,
    Hugo,
    Jekyll,
    MkDocs,
    VitePress,
)
from deckbuilder.sources.source import Entry, NotTextError, Project, Source, SourceError
from deckbuilder.sources.store import Store

__all__ = ["KINDS", "LEFT_OUT", "Entry", "LyingFile", "Source", "find", "lying", "read", "shown"]

# The kinds of sources; the first that finds what it knows takes it.
KINDS: tuple[type[Source], ...] = (
    Vault,
    Logseq,
    GitBook,
    Jekyll,
    Hugo,
    Docusaurus,
    VitePress,
    DocsOfVitePress,
    MkDocs,
    Notion,
    Folder,
    NamedFile,
)

# Codes for a file that was named, and for one that was found in a folder.
UNREADABLE = ("unreadable", "unreadable-inside")
NOT_TEXT = ("not-text", "not-text-inside")
# Codes that say that a file is left out against its author's will.
LEFT_OUT = frozenset({*UNREADABLE, *NOT_TEXT, "front-matter-skip"})


def find(
    paths: Sequence[Path],
    folders: Sequence[Path] = (),
    exclude: Sequence[str] = (),
    opened: ExitStack | None = None,
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Find the notes in sources of any kind.

    Args:
        paths: the sources: files of any name, folders of notes, what else is in `KINDS`; archives
            of these, and what lies in one.
        folders: more sources, not to be read now; a note in one of them may show what lies there.
        exclude: what is left out of folders, by gitignore's rules.
        opened: closes the archives, which are read from as long as notes and pictures are.

    Returns:
        the notes, each once, in the order of the paths and of their source; and a diagnostic for
        each path that is missing, cannot be read or holds no note, and for what an archive leaves
        out.
    """
    disk = Disk(tuple(path for path in (*paths, *folders) if os.path.isdir(path)))  # noqa: PTH112
    found = [_located(path, disk, opened or ExitStack()) for path in dict.fromkeys(paths)]
    # What can hold more than one note: a folder, an archive.
    wholes = [one for one in found if isinstance(one, _Located) and one.is_whole]
    project = Project(len(wholes) > 1, tuple(exclude))
    entries: dict[str, Entry] = {}
    diagnostics: list[Diagnostic] = []
    for located in found:
        if isinstance(located, Diagnostic):
            diagnostics.append(located)
            continue
        notes, problems = _notes(located, project)
        diagnostics += problems
        for entry in notes:
            key = entry.source.key(entry)
            known = entries.get(key, entry)
            entries[key] = replace(known, found=known.found and entry.found)
    return tuple(entries.values()), tuple(diagnostics)


class _Located(NamedTuple):
    """A source, and where it lies."""

    named: Path
    path: Path
    store: Store
    kind: type[Source]
    root: Path

    @property
    def is_whole(self) -> bool:
        return self.store.is_folder(self.path) or self.root == self.path


def _located(path: Path, disk: Disk, opened: ExitStack) -> _Located | Diagnostic:
    """The kind of source that a path is, or lies in, and its root; or what is wrong with it."""
    whole = Span(shown(path), 0, 0)
    store: Store = disk
    inner, packed = path, archive.through(path)
    if packed:
        try:
            store = archive.Packed(packed, opened.enter_context(archives.opened(packed)))
        except archives.ArchiveError as error:
            return diagnose("unreadable", whole, why=error.why, hint=error.hint)
        except OSError as error:
            why, hint = files.fault(packed, error)
            return diagnose("unreadable", whole, why=why, hint=hint)
        inner = store.root if packed == path else path
    roots = ((kind, kind.holding(inner, store)) for kind in KINDS)
    kinds = (_Located(path, inner, store, kind, root) for kind, root in roots if root is not None)
    return next(kinds, diagnose("missing-source", whole))


def _notes(located: _Located, project: Project) -> tuple[tuple[Entry, ...], list[Diagnostic]]:
    whole = Span(shown(located.named), 0, 0)
    problems = [
        diagnose("left-out-inside", whole, name=visible(name), why=why)
        for name, why in located.store.left_out
    ]
    source = located.kind(located.path, located.root, project, located.store)
    try:
        found = source.entries()
    except SourceError as error:
        return (), [*problems, diagnose("unreadable", whole, why=str(error), hint=error.hint)]
    if not found:
        return (), [*problems, diagnose("empty-folder", whole)]
    unread = source.unread(found)
    return found, [*problems, diagnose("unread", whole, what=unread)] if unread else problems


def read(entry: Entry) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read a note.

    Returns:
        the document, or None where the note cannot be read, is no text, or asks to be skipped;
        and what there is to say about it.
    """
    whole = Span(entry.path, 0, 0)
    try:
        if entry.refused:
            raise entry.refused
        markdown = entry.source.markdown(entry)
    except OSError as error:
        why, hint = files.fault(entry.file, error)
        return None, (diagnose(UNREADABLE[entry.found], whole, why=why, hint=hint),)
    except NotTextError as error:
        return None, (diagnose(NOT_TEXT[entry.found], whole, why=str(error)),)
    except SourceError as error:
        why, hint = str(error), error.hint
        return None, (diagnose(UNREADABLE[entry.found], whole, why=why, hint=hint),)
    front, said = frontmatter.read(markdown.text, entry.path)
    placed = (replace(problem, span=problem.span.by(markdown.rows)) for problem in said)
    problems = (*placed, *markdown.said)
    if front.says.skip:
        return None, problems
    document = Document(
        entry.path,
        entry.source.on_disk(entry),
        entry.place,
        front.body,
        title=front.says.title,
        deck=front.says.deck,
        tags=tuple(map(entry.source.tag, front.says.tags)),
        aliases=front.says.names,
        front_matter=front.span,
        files=markdown.files or entry.source.files(entry),
        language=language(front.body),
        rows=markdown.rows,
        embedded=markdown.embedded,
        bundle=entry.bundle,
        address=entry.source.address(entry),
    )
    return document, problems
