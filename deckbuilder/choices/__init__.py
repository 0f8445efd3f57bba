"""`deckbuilder.choices`: what an author chose of what the reader proposes, a line a choice.

It is TOML, so that every editor shows it; but each choice has a line for itself, which says all of
it. Lines are sorted by the place in the notes, and none changes for another: a diff shows what was
chosen, and of a merge both sides can be kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckbuilder import files
from deckbuilder.errors import DeckbuilderError
from deckbuilder.identity.matching import match
from deckbuilder.model import (
    CALLED,
    Choice,
    Key,
    Lock,
    Record,
    Stamp,
)

FILE = "deckbuilder.choices"
VERSION = 1
HEAD = """\
# deckbuilder가 내놓은 카드를 어떻게 할지 쓴 사람이 고른 것입니다. `deckbuilder choose`나
# `deckbuilder preview --serve`의 쪽이 적습니다. 커밋하고, 병합 충돌이 나면 양쪽을 모두 남기세요.
# What the author chose of the cards that deckbuilder proposes. `deckbuilder choose` writes it, as
# does the page of `deckbuilder preview --serve`: commit it. In a merge conflict keep both sides.
"""


class ChoicesError(DeckbuilderError):
    """The choices cannot be used, or not be made; the message says why and what to do."""


def load(file: Path) -> tuple[Choice, ...]:
    """Read a file of choices.

    Returns:
        the choices in the order of their lines; none where there is no such file.

    Raises:
        ChoicesError: it cannot be read, or holds what is no choice, or none at all.
    """
    text = files.text(file, ChoicesError)
    return () if text is None else loads(text, str(file))


def loads(text: str, name: str) -> tuple[Choice, ...]:
    """Read the text of a file of choices.

    Args:
        text: as it stands in the file.
        name: what messages call the file.

    Raises:
        ChoicesError: it holds what is no choice, or none at all: something has emptied it.
    """
    from deckbuilder.choices.reading import read  # noqa: PLC0415 - most projects have none

    return read(text, name)


def dumps(choices: Iterable[Choice]) -> str:
    """The text of a file of choices; the same for the same choices, whatever order they are in."""
    rows = "".join(f"  {{{_row(choice)}}},\n" for choice in sorted(choices, key=_order))
    return f"{HEAD}version = {VERSION}\nchoices = [\n{rows}]\n"


def _order(choice: Choice) -> tuple[Any, ...]:
    key = choice.key
    path = tuple(files.natural(part) for part in key.file.split("/"))
    return path, key.section, key.term, key.note_type, key.answer, key.pin, key.file


def _row(choice: Choice) -> str:
    key, decision = choice.key, choice.decision
    said: Mapping[str, Any] = {
        "file": key.file,
        "section": list(key.section),
        "term": key.term,
        "kind": CALLED[key.note_type],
        "choice": decision.take,
        "name": decision.name,
        "as": decision.kind,
        "id": key.pin,
        "note": choice.guid,
        "answer": key.answer,
    }
    kept = ((name, value) for name, value in said.items() if value or name == "file")
    return ", ".join(f"{name} = {_value(value)}" for name, value in kept)


def _value(value: Any) -> str:
    """A text or a list of texts in TOML: what JSON writes, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


# --- which of today's proposals they are about ----------------------------------------------------


def known(keys: Sequence[Key], choices: Sequence[Choice], lock: Lock) -> dict[int, Choice]:
    """Find what was chosen among the proposals of today, as notes are found among those of a lock.

    A choice is of the same term in the same place; or of what the lock knows as that note, whatever
    it is called by now; or of what is near to it.

    Args:
        keys: all that is proposed today.
        choices: what was chosen.
        lock: what is known of the last release.

    Returns:
        the choice for each proposal that has one, by its position.
    """
    search = _Search(keys, dict.fromkeys(choices), {})
    traits = {_trait(choice.key) for choice in choices}
    pins = {(choice.key.note_type, choice.key.pin) for choice in choices if choice.key.pin}
    exact = [at for at, key in enumerate(keys) if _trait(key) in traits or _pin(key) in pins]
    search.pair(exact, list(search.left))
    if not search.left:
        return search.found
    heads = [record for record in lock.notes.values() if not record.after]
    then = {_trait(record.key): record.guid for record in sorted(heads, key=_live)}
    now = {record.guid: at for at, record in match(keys, heads, (lock.project, "")).items()}
    for choice in list(search.left):
        at = now.get(choice.guid, now.get(then.get(_trait(choice.key), "")))
        if at is not None and at not in search.found:
            search.take(at, choice)
    # What was left out is in no lock under the name that it has now: a note that is there is
    # another one. What was taken is; but one that the lock knows by its old name is gone.
    made = {_trait(record.key) for record in heads if not record.retired}
    for leaves in (True, False):
        left = [
            choice
            for choice in search.left
            if (choice.decision.take == "leave") == leaves
            and (leaves or _trait(choice.key) not in then)
        ]
        open_ = [
            at
            for at, key in enumerate(keys)
            if at not in search.found and not (leaves and _trait(key) in made)
        ]
        search.pair(open_ if left else [], left)
    return search.found


@dataclass
class _Search:
    keys: Sequence[Key]
    left: dict[Choice, None]
    found: dict[int, Choice]

    def take(self, at: int, choice: Choice) -> None:
        self.found[at] = choice
        del self.left[choice]

    def pair(self, positions: Sequence[int], choices: Sequence[Choice]) -> None:
        """Pair proposals with choices as notes are paired with those of a lock."""
        by_name = {f"{number:09}": choice for number, choice in enumerate(choices)}
        records = [Record(name, choice.key, Stamp("", 0)) for name, choice in by_name.items()]
        for at, record in match([self.keys[at] for at in positions], records, ()).items():
            self.take(positions[at], by_name[record.guid])


def _trait(key: Key) -> tuple[object, ...]:
    return key.note_type, key.term, key.place


def _pin(key: Key) -> tuple[str, str]:
    return key.note_type, key.pin


def _live(record: Record) -> bool:
    return not record.retired
