"""Cards of one deck that would ask the same: what a student could only answer by guessing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from deckbuilder import tagless
from deckbuilder.model import Draft
from deckbuilder.notetypes import NOTE_TYPES, PLACE, NameCard

# Behind a question that asks for all of several, which of them is asked for.
WHICH = " ({count}개 중 {at}번째)"
WHOLE = -1
Front = tuple[object, ...]


class Back(NamedTuple):
    """A card that asks for a name."""

    front: Front
    draft: int
    part: int
    """The position of the member that it asks for; `WHOLE` for a term."""
    names: tuple[str, ...]
    """The name that it asks for, and the others that it tells."""


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
    questions = [_question(draft) for draft in drafts]
    often = Counter(questions)
    unclear = {*_unclear(drafts), *_again(drafts)}
    met: Counter[Front] = Counter()
    result = []
    for at, (draft, asked) in enumerate(zip(drafts, questions, strict=True)):
        met[asked] += 1
        fields = draft.fields
        if often[asked] > 1:
            question = NOTE_TYPES[draft.note_type].question
            which = WHICH.format(at=met[asked], count=often[asked])
            fields = {**fields, question: fields[question] + which}
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


def _question(draft: Draft) -> Front:
    note_type = NOTE_TYPES[draft.note_type]
    return draft.note_type, _told(draft, (note_type.question, PLACE, *note_type.beside))


def _reverse(draft: Draft) -> NameCard | None:
    """The card of a draft that asks for the name of the whole, if it has one."""
    card = NOTE_TYPES[draft.note_type].reverse
    return card if card and card.asks in draft.fields else None


def _unclear(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Which cards are not to be: the note's position, and the part's."""
    backs: dict[Front, list[Back]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        for back in _backs(at, draft):
            backs[back.front].append(back)
    for group in backs.values():
        asked = {back.names[0] for back in group}
        kept = next((back for back in group if asked <= {*back.names}), None)
        yield from ((back.draft, back.part) for back in group if back is not kept)


class Told(NamedTuple):
    """A card that asks for a name by a description, and the position of its draft and part."""

    name: str
    letters: str
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
    asked: dict[str, list[str]] = defaultdict(list)
    for told in sorted(_told_by(drafts), key=lambda told: told.rank):
        before = asked[told.name]
        if any(told.letters in other or other in told.letters for other in before):
            yield told.draft, told.part
        elif len(before) < MOST_TOLD:
            before.append(told.letters)


MOST_TOLD = 20  # so often one name is looked for


def _told_by(drafts: Sequence[Draft]) -> Iterator[Told]:
    for at, draft in enumerate(drafts):
        if card := _reverse(draft):
            name = tagless.text(draft.fields[card.name])
            yield Told(name, _letters(draft.fields[card.asks]), at, WHOLE)
        each = NOTE_TYPES[draft.note_type].part
        choices = bool(each and each.choices)
        for nth, part in enumerate(draft.parts):
            if part.described:
                yield Told(part.name, _letters(part.described), at, nth, choices)


def _letters(html: str) -> str:
    return "".join(filter(str.isalnum, tagless.text(html))).lower()


def _backs(at: int, draft: Draft) -> Iterator[Back]:
    if card := _reverse(draft):
        aliases = tagless.text(draft.fields.get(card.aliases, "")).split(", ")
        names = (tagless.text(draft.fields[card.name]), *aliases)
        yield Back((draft.note_type, _told(draft, (card.asks, card.place))), at, WHOLE, names)
    each = NOTE_TYPES[draft.note_type].part
    if each is None or not each.name:
        return
    for nth, part in enumerate(draft.parts):
        if each.asks in part.fields:
            described = _seen(part.fields[each.asks])
            front = draft.note_type, described, _told(draft, (each.place, each.choices))
            yield Back(front, at, nth, (part.name,))


def _told(draft: Draft, names: Iterable[str]) -> Front:
    return tuple([_seen(draft.fields.get(name, "")) for name in names])


def _seen(html: str) -> Front:
    """What a reader sees of it: words, whatever their marks, and pictures."""
    if "src=" not in html:
        return tagless.text(html), ()
    return tagless.text(html), tuple(re.findall(r'\ssrc="([^"]*)"', html))
