"""Note files to documents: where they are, their encoding, their front matter."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from deckbuilder import files
from deckbuilder.diagnostics import Diagnostic, diagnose
from deckbuilder.model import Document, Span
from deckbuilder.sources import frontmatter
from deckbuilder.sources.folder import Folder, NamedFile, shown
from deckbuilder.sources.language import language
from deckbuilder.sources.source import Entry, NotTextError, Project, Source, SourceError

__all__ = ["KINDS", "LEFT_OUT", "Entry", "Source", "find", "read", "shown"]

# The kinds of sources; the first that finds what it knows takes it.
KINDS: tuple[type[Source], ...] = (Folder, NamedFile)

# Codes for a file that was named, and for one that was found in a folder.
UNREADABLE = ("unreadable", "unreadable-inside")
NOT_TEXT = ("not-text", "not-text-inside")
# Codes that say that a file is left out against its author's will.
LEFT_OUT = frozenset({*UNREADABLE, *NOT_TEXT, "front-matter-skip"})


def find(
    paths: Sequence[Path], folders: Sequence[Path] = (), exclude: Sequence[str] = ()
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Find the notes in sources of any kind.

    Args:
        paths: the sources: files of any name, folders of notes, what else is in `KINDS`.
        folders: more sources, not to be read now; a note in one of them may show what lies there.
        exclude: what is left out of folders, by gitignore's rules.

    Returns:
        the notes, each once, in the order of the paths and of their source; and a diagnostic for
        each path that is missing, cannot be read or holds no note.
    """
    here = [path for path in (*paths, *folders) if os.path.isdir(path)]  # noqa: PTH112
    kinds = {path: _kind(path) for path in paths}
    # What can hold more than one note: a folder, an archive.
    wholes = [path for path in paths if path in here or kinds[path][1] == path]
    project = Project(len(wholes) > 1, tuple(here), tuple(exclude))
    entries: dict[str, Entry] = {}
    diagnostics: list[Diagnostic] = []
    for path in paths:
        found, problems = _find(path, *kinds[path], project)
        diagnostics += problems
        for entry in found:
            key = entry.source.key(entry)
            known = entries.get(key, entry)
            entries[key] = replace(known, found=known.found and entry.found)
    return tuple(entries.values()), tuple(diagnostics)


def _find(
    path: Path, kind: type[Source], root: Path | None, project: Project
) -> tuple[tuple[Entry, ...], list[Diagnostic]]:
    whole = Span(shown(path), 0, 0)
    if root is None:
        return (), [diagnose("missing-source", whole)]
    try:
        found = kind(path, root, project).entries()
    except SourceError as error:
        return (), [diagnose("unreadable", whole, why=str(error), hint=error.hint)]
    return found, [] if found else [diagnose("empty-folder", whole)]


def _kind(path: Path) -> tuple[type[Source], Path | None]:
    """The kind of source that a path is, or lies in, and its root; None where nothing is there."""
    roots = ((kind, kind.holding(path)) for kind in KINDS)
    return next((one for one in roots if one[1] is not None), (KINDS[-1], None))


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
    front, said = frontmatter.read(markdown.text, entry.path)
    problems = tuple(replace(problem, span=problem.span.by(markdown.rows)) for problem in said)
    if front.says.skip:
        return None, problems
    document = Document(
        entry.path,
        entry.source.on_disk(entry),
        entry.place,
        front.body,
        title=front.says.title,
        deck=front.says.deck,
        tags=front.says.tags,
        front_matter=front.span,
        files=markdown.files or entry.source.files(entry),
        language=language(front.body),
        rows=markdown.rows,
    )
    return document, problems
