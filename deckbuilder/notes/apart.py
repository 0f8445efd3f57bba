"""Cards of one deck that would ask the same: what a student could only answer by guessing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from deckbuilder import tagless
from deckbuilder.model import Draft
from deckbuilder.notetypes import NOTE_TYPES, PLACE, NameCard

# Behind a question that asks for all of several, which of them is asked for.
WHICH = " ({count}개 중 {at}번째)"
WHOLE = -1
# So often one name is looked for.
MOST_TOLD = 20

T = TypeVar("T")
Seen = tuple[object, ...]


def apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Set the cards of a deck apart.

    Where notes ask the same in one place (two tables of the same kinds), each question says which
    of them it asks for. Of cards that ask for a name and show the same, the one is left that tells
    all of the names, if there is one: else any of them would be right. Of those that ask for one
    name by the same description, one is left: with names to choose from, where there is such a one.

    Args:
        drafts: the notes of one deck, in its order.

    Returns:
        the same notes; those of which nothing is to be changed as they are.
    """
    which = dict(_which(drafts))
    unclear = {*_unclear(drafts), *_again(drafts)}
    result = []
    for at, draft in enumerate(drafts):
        fields = draft.fields
        if at in which:
            question = NOTE_TYPES[draft.note_type].question
            fields = {**fields, question: fields[question] + which[at]}
        if (at, WHOLE) in unclear and (card := _reverse(draft)):
            shown = card.asks, card.place
            fields = {name: value for name, value in fields.items() if name not in shown}
        parts = draft.parts
        if any((at, nth) in unclear for nth in range(len(parts))):
            parts = tuple(
                part._replace(fields={}) if (at, nth) in unclear else part
                for nth, part in enumerate(parts)
            )
        is_same = fields is draft.fields and parts is draft.parts
        result.append(draft if is_same else draft._replace(fields=fields, parts=parts))
    return result


def _twins(things: Iterable[T], *keys: Callable[[T], object]) -> Iterator[list[T]]:
    """Those that are alike in all of the keys, a group each, in the order in which they came.

    The first key is asked of all, each further one only of those that are alike so far.
    """
    first, *rest = keys
    groups: dict[object, list[T]] = defaultdict(list)
    for thing in things:
        groups[first(thing)].append(thing)
    for group in groups.values():
        if len(group) > 1:
            yield from _twins(group, *rest) if rest else (group,)


def _reverse(draft: Draft) -> NameCard | None:
    """The card of a draft that asks for the name of the whole, if it has one."""
    card = NOTE_TYPES[draft.note_type].reverse
    return card if card and card.asks in draft.fields else None


# --- the same question ----------------------------------------------------------------------------


def _which(drafts: Sequence[Draft]) -> Iterator[tuple[int, str]]:
    """What is to stand behind a question that others ask as well, by the position of its draft."""
    for group in _twins(enumerate(drafts), _question, _beside):
        for nth, (at, _) in enumerate(group, start=1):
            yield at, WHICH.format(at=nth, count=len(group))


def _question(placed: tuple[int, Draft]) -> Seen:
    _, draft = placed
    return draft.note_type, *_told(draft, (NOTE_TYPES[draft.note_type].question,))


def _beside(placed: tuple[int, Draft]) -> Seen:
    _, draft = placed
    return _told(draft, (PLACE, *NOTE_TYPES[draft.note_type].beside))


# --- several answers to one question --------------------------------------------------------------


class Back(NamedTuple):
    """A card that asks for a name: of which draft (its position), and of which of its parts."""

    at: int
    draft: Draft
    part: int
    """The position of the member that it asks for; `WHOLE` for a term."""
    card: NameCard

    @property
    def description(self) -> Seen:
        """By what it asks."""
        is_whole = self.part == WHOLE
        fields = self.draft.fields if is_whole else self.draft.parts[self.part].fields
        return self.draft.note_type, is_whole, _seen(fields[self.card.asks])

    @property
    def beside(self) -> Seen:
        """What it shows beside that."""
        return _told(self.draft, (self.card.place, self.card.choices))

    @property
    def names(self) -> tuple[str, ...]:
        """The name that it asks for, and the others that it tells."""
        if self.part != WHOLE:
            return (self.draft.parts[self.part].name,)
        aliases = tagless.text(self.draft.fields.get(self.card.aliases, "")).split(", ")
        return tagless.text(self.draft.fields[self.card.name]), *aliases


def _unclear(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Which cards are not to be: the note's position, and the part's."""
    for group in _twins(_backs(drafts), lambda back: back.description, lambda back: back.beside):
        asked = {back.names[0] for back in group}
        kept = next((back for back in group if asked <= {*back.names}), None)
        yield from ((back.at, back.part) for back in group if back is not kept)


def _backs(drafts: Sequence[Draft]) -> Iterator[Back]:
    for at, draft in enumerate(drafts):
        if card := _reverse(draft):
            yield Back(at, draft, WHOLE, card)
        each = NOTE_TYPES[draft.note_type].part
        if each and each.name:
            asking = (nth for nth, part in enumerate(draft.parts) if each.asks in part.fields)
            yield from (Back(at, draft, nth, each) for nth in asking)


# --- one answer to several questions --------------------------------------------------------------


class Told(NamedTuple):
    """A card that asks for a name by a description, and the position of its draft and part."""

    name: str
    described: str
    """The description, HTML."""
    draft: int
    part: int
    choices: bool = False
    """Whether it shows names to choose from."""

    @property
    def rank(self) -> tuple[bool, bool]:
        """Which one is left: with names to choose from; else the one that asks for a whole."""
        return not self.choices, self.part != WHOLE


def _again(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """The cards that ask for a name by what another one shows as well, or holds."""
    for group in _twins(_told_by(drafts), lambda told: told.name):
        before: list[str] = []
        for told in sorted(group, key=lambda told: told.rank):
            letters = _letters(told.described)
            if any(letters in other or other in letters for other in before):
                yield told.draft, told.part
            elif len(before) < MOST_TOLD:
                before.append(letters)


def _told_by(drafts: Sequence[Draft]) -> Iterator[Told]:
    for at, draft in enumerate(drafts):
        if card := _reverse(draft):
            name = tagless.text(draft.fields[card.name])
            yield Told(name, draft.fields[card.asks], at, WHOLE)
        each = NOTE_TYPES[draft.note_type].part
        choices = bool(each and each.choices)
        for nth, part in enumerate(draft.parts):
            if part.described:
                yield Told(part.name, part.described, at, nth, choices)


def _letters(html: str) -> str:
    return "".join(filter(str.isalnum, tagless.text(html))).lower()


# --- what a reader sees ---------------------------------------------------------------------------


def _told(draft: Draft, names: Iterable[str]) -> Seen:
    return tuple([_seen(draft.fields.get(name, "")) for name in names])


def _seen(html: str) -> Seen:
    """Words, whatever their marks, and pictures."""
    if "src=" not in html:
        return tagless.text(html), ()
    return tagless.text(html), tuple(re.findall(r'\ssrc="([^"]*)"', html))
