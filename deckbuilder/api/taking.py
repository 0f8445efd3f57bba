"""Notes taken as they are: from what is kept of them, or read anew, here or by workers."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat
from typing import NamedTuple

from deckbuilder import media, sources
from deckbuilder.api import keeping
from deckbuilder.api.faults import one_note, step
from deckbuilder.api.keeping import Answer, Unread
from deckbuilder.api.options import Options
from deckbuilder.cache import NOTHING, Cache
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.model import Document
from deckbuilder.notes import Asked, Reading

Progress = Callable[[int, int], None]
Said = tuple[Diagnostic, ...]


class Taken(NamedTuple):
    """One note: as it was read, and what its cards ask."""

    reading: Reading
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Taker:
    """How notes are taken."""

    options: Options
    """What is chosen of the deck."""
    cache: Cache = NOTHING
    """What notes were read as before."""
    jobs: int = 1
    """How many processes may read at once."""
    with_kinds: bool = False
    """Whether each proposal says which other kinds it can be asked as."""
    digests: media.Digests = field(default_factory=media.Digests)
    """Of the files that notes show."""

    def entries(
        self, found: Sequence[sources.Entry], progress: Progress | None = None
    ) -> list[tuple[Taken | Document | None, Said]]:
        """Take notes as they were found.

        Args:
            found: the notes.
            progress: called with the number of notes taken so far and in all.

        Returns:
            of each the note, or only what was read where it is in another language, or None where
            there is nothing to read; and what there is to say about it.
        """
        read = [one_note(entry.path, partial(_document, entry)) for entry in found]
        ours = [document for document, _ in read if document and self._is_ours(document)]
        done: list[tuple[Taken | Document | None, Said]] = []
        with closing(self.notes([Unread(document) for document in ours])) as taken:
            for document, said in read:
                if document and self._is_ours(document):
                    one, more = next(taken)
                    done.append((one, (*said, *more)))
                else:
                    done.append((document, said))
                if progress:
                    progress(len(done), len(found))
        return done

    def _is_ours(self, document: Document) -> bool:
        return document.language in self.options.languages

    def notes(self, notes: Sequence[Unread]) -> Generator[tuple[Taken | None, Said]]:
        """Take notes; None of one on which a step fails, and what there is to say about each."""
        keys = [self._key(note) for note in notes]
        kept = [self.cache.get(key) for key in keys]
        unread = [note for note, known in zip(notes, kept, strict=True) if known is None]
        with self._ahead(unread) as ahead:
            for note, key, known in zip(notes, keys, kept, strict=True):
                answer = next(ahead) if known is None else None
                act = partial(self._taken, note, key, known, answer)
                yield one_note(note.document.path, act)

    def _key(self, note: Unread) -> str:
        if not self.cache.is_there:
            return ""
        return keeping.key(note, self.options, with_kinds=self.with_kinds)

    def _ahead(self, notes: Sequence[Unread]) -> AbstractContextManager[Iterator[Answer]]:
        """What workers make of notes; nothing, where this process reads them itself."""
        if self.jobs == 1 or not notes:
            return nullcontext(repeat(None))
        from deckbuilder.api.workers import answers  # noqa: PLC0415 - as below

        return answers(notes, self.options, self.jobs, with_kinds=self.with_kinds)

    def _taken(self, note: Unread, key: str, known: object, answer: Answer) -> tuple[Taken, Said]:
        """One note, and what there is to say about its pictures.

        Args:
            note: the note.
            key: what it is kept by.
            known: what was kept of it.
            answer: what a worker has read.

        Raises:
            faults.StepError: a step fails on it.
        """
        if answer is not None:
            known = pickle.loads(answer)
        if not isinstance(known, keeping.Kept):
            return self._anew(note, key)
        document = note.document
        with step("media"):
            files, missing = media.find(document, known.shown, self.digests)
        reading, made = known.of(document, files)
        if keeping.names(files) != known.names:
            from deckbuilder.api.reading import cards  # noqa: PLC0415 - as below

            made = cards(reading, self.options)
            self.cache.put(key, keeping.keep(reading, made, known.shown))
        elif answer is not None:
            self.cache.put_pickled(key, known, answer)
        return Taken(reading, made), missing

    def _anew(self, note: Unread, key: str) -> tuple[Taken, Said]:
        """One note read in this process."""
        from deckbuilder.api.reading import anew  # noqa: PLC0415 - slow to import, seldom needed

        now = anew(
            note.document, self.options, self.digests, note.decisions, with_kinds=self.with_kinds
        )
        if self.cache.is_there:
            self.cache.put(key, keeping.keep(now.reading, now.asked, now.shown))
        return Taken(now.reading, now.asked), now.missing


def _document(entry: sources.Entry) -> tuple[Document | None, Said]:
    with step("sources"):
        return sources.read(entry)
