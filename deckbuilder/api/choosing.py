"""What notes propose, and what their author chooses of it: for the terminal and the preview."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from deckbuilder import choices, lock, release, sources
from deckbuilder.api.chosen import chosen, proposed, stands
from deckbuilder.api.options import Options
from deckbuilder.api.taking import Taken, Taker
from deckbuilder.cache import NOTHING as NOTHING_KEPT
from deckbuilder.cache import Cache
from deckbuilder.choices import ChoicesError
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.identity.guids import born
from deckbuilder.identity.matching import match
from deckbuilder.language import _
from deckbuilder.model import (
    CALLED,
    Choice,
    Decision,
    Key,
    Lock,
    Span,
    Unit,
)
from deckbuilder.notes import Reading
from deckbuilder.reasons import CAVEATS, DOUBTS
from deckbuilder.turns import PATIENCE, Patience, alone

NOTHING = Decision()
State = Literal["made", "offered", "rejected"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a note can be asked, as it is read, and what was chosen of that."""

    id: str
    """The same as long as it is asked for by the same words in the same place."""
    state: State
    """What becomes of it where nothing is chosen."""
    kind: str
    """A key of `model.ASKED_AS`."""
    front: str
    span: Span
    answer: str
    """The beginning of what it answers, as plain text."""
    rule: str
    against: tuple[tuple[str, str], ...]
    """What speaks against it, and what to do about that."""
    kinds: tuple[str, ...]
    """The other kinds that it can be asked as."""
    key: Key
    guid: str
    """That of its note, made or not; empty where nobody can know it yet."""
    reading: Reading
    choice: Choice | None = None

    @property
    def decision(self) -> Decision:
        """What is chosen; nothing, where nothing is."""
        return self.choice.decision if self.choice else NOTHING

    @property
    def made(self) -> bool:
        """Whether it is made, as it was chosen or as it is read."""
        if self.choice:
            return self.decision.take != "leave"
        return self.state == "made"


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that notes propose, in their order, and the file in which choices are kept."""

    all: tuple[Proposal, ...]
    file: Path
    diagnostics: tuple[Diagnostic, ...] = ()

    def find(self, id: str) -> Proposal:
        """The proposal of an id.

        Raises:
            ChoicesError: there is none.
        """
        for one in self.all:
            if one.id == id:
                return one
        raise ChoicesError(
            _("{id}: nothing of this id is proposed any more; read the notes anew").format(id=id)
        )


def proposals(
    paths: Sequence[Path], options: Options, file: Path, lock_file: Path | None = None
) -> Proposals:
    """Read notes, and say what can be chosen.

    Args:
        paths: note files and folders.
        options: what is chosen of the deck; its choices are read anew.
        file: where choices are kept, whether there is such a file or not.
        lock_file: what the last release was.

    Raises:
        choices.ChoicesError, lock.LockError: a file is not sound.
    """
    known = choices.load(file)
    last = (lock.load(lock_file) if lock_file else None) or Lock()
    read: list[Taken] = []
    with ExitStack() as opened:
        found, problems = sources.find(paths, options.folders, options.exclude, opened)
        diagnostics = list(problems)
        for taken, said in Taker(options, with_kinds=True).entries(found):
            read += [taken] if isinstance(taken, Taken) else []
            diagnostics += said
    return of(read, replace(options, choices=known), last, file, diagnostics)


def of(
    read: Sequence[Taken],
    options: Options,
    last: Lock,
    file: Path,
    diagnostics: Sequence[Diagnostic] = (),
    cache: Cache = NOTHING_KEPT,
) -> Proposals:
    """What can be chosen of notes.

    Args:
        read: the notes, as they are read without any choice and with the kinds of each proposal.
        options: what is chosen of the deck, and of the proposals.
        last: what is known of the last release.
        file: where choices are kept.
        diagnostics: what there is to say of the notes.
        cache: what is held of the last look.
    """
    keys = proposed(read, options, cache)
    notes = chosen(keys, options.choices, last).notes
    guids = _guids([key for its in keys for key in its], last)
    every = [
        _proposal(taken.reading, at, unit, key, guids[key], notes.get(note, {}).get(at))
        for note, (taken, its) in enumerate(zip(read, keys, strict=True))
        for at, (unit, key) in enumerate(zip(taken.reading.proposals, its, strict=True))
    ]
    order = {taken.reading.document.path: at for at, taken in enumerate(read)}
    every.sort(key=lambda one: (order[one.span.path], one.span.first))
    return Proposals(tuple(_told_apart(every)), file, tuple(diagnostics))


def _guids(keys: Sequence[Key], last: Lock) -> dict[Key, str]:
    """The GUID of each proposal's note: that of the last release, or what it would get now."""
    records = [record for record in last.notes.values() if not record.after]
    known = match(keys, records, (last.project, ""))

    def new(key: Key) -> str:
        return next(born(key, last.project)) if last.project else ""

    return {key: known[at].guid if at in known else new(key) for at, key in enumerate(keys)}


def _proposal(
    reading: Reading, at: int, unit: Unit, key: Key, guid: str, choice: Choice | None
) -> Proposal:
    made, offered = len(reading.units), len(reading.offered)
    state: State = "made" if at < made else "offered" if at < made + offered else "rejected"
    return Proposal(
        id=_id(key),
        state=state,
        kind=CALLED[unit.kind],
        front=unit.front,
        span=unit.span,
        answer=key.answer,
        rule=unit.rule,
        against=(
            *(DOUBTS[doubt] for doubt in unit.doubts),
            *(CAVEATS[caveat] for caveat in unit.caveats),
        ),
        kinds=reading.kinds[at],
        key=key,
        guid=guid,
        reading=reading,
        choice=choice,
    )


def _told_apart(every: Sequence[Proposal]) -> Iterator[Proposal]:
    """Proposals that ask and answer the same in one place, each with an id of its own."""
    seen: Counter[str] = Counter()
    for one in every:
        again = seen[one.id]
        seen[one.id] += 1
        yield replace(one, id=_id(one.key, again)) if again else one


@lru_cache(maxsize=1 << 16)  # for speed only: the preview asks again at every save
def _id(key: Key, number: int = 0) -> str:
    said = [key.note_type, key.term, key.file, *key.section, key.answer, key.pin, number]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def choose(
    found: Proposals,
    id: str,
    decision: Decision,
    patience: Patience = PATIENCE,
) -> Proposals:
    """Choose something of a proposal, for good, in the place of what was chosen of it before.

    The file is written whole or not at all, and what another process has chosen since stays.

    Args:
        found: what is proposed.
        id: the proposal's.
        decision: what is chosen; an empty one takes back what was.
        patience: how long to wait for another process that writes there.

    Returns:
        what is proposed, with that choice.

    Raises:
        ChoicesError: the name does not stand in the note, the proposal cannot be of the kind, there
            is none of the id, or the file is not sound.
        release.ReleaseError: the file cannot be written.
        turns.TurnError: another process takes too long.
    """
    one = found.find(id)
    _refuse(one, decision)
    key = replace(one.key, parts=())  # `matching` asks for none
    old = {key, one.choice.key if one.choice else key}
    added = (
        [Choice(key, decision, Span(str(found.file), 0, 0), one.guid)]
        if decision != NOTHING
        else []
    )
    with alone(found.file.parent, patience):
        kept = [other for other in choices.load(found.file) if other.key not in old]
        if kept or added:
            release.put_text(found.file, choices.dumps((*kept, *added)))
        else:
            found.file.unlink(missing_ok=True)
    now = replace(one, choice=added[0] if added else None)
    return replace(found, all=tuple(now if other is one else other for other in found.all))


def _refuse(one: Proposal, decision: Decision) -> None:
    if decision.name and not stands(one.reading, decision.name):
        raise ChoicesError(
            _(
                "'{name}' does not stand in {path}: a card says nothing but what its note says; "
                "write it there first, or choose other words"
            ).format(name=decision.name, path=one.span.path)
        )
    if decision.kind and decision.kind not in one.kinds:
        can = ", ".join(one.kinds) or _("nothing else")
        raise ChoicesError(
            _("'{front}' cannot be asked as a {kind}, only as: {kinds}").format(
                front=one.front, kind=decision.kind, kinds=can
            )
        )
