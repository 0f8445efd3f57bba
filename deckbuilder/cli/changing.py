"""How changes between two releases are printed: as lines, as JSON, as Korean release notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from deckbuilder.changes import Change, Kind
from deckbuilder.language import _, ngettext
from deckbuilder.model import Record
from deckbuilder.notetypes import NOTE_TYPES

if TYPE_CHECKING:
    from deckbuilder.api import Diff

# What the lines begin with.
SIGNS = {
    Kind.NEW: "+",
    Kind.RESTORED: "+",
    Kind.RENAMED: "~",
    Kind.MOVED: "~",
    Kind.CHANGED: "~",
    Kind.RETIRED: "-",
}
HEADINGS = {
    Kind.NEW: "새로 들어온 내용",
    Kind.RESTORED: "다시 들어온 내용",
    Kind.RENAMED: "이름이 바뀐 내용",
    Kind.MOVED: "자리를 옮긴 내용",
    Kind.CHANGED: "고친 내용",
    Kind.RETIRED: "빠진 내용",
}
KEPT = "새 판을 가져와도 지금까지 복습한 기록은 그대로 남습니다."
STAYS = "빠진 내용의 카드는 이미 가져온 컬렉션에 그대로 남아 있습니다."
FEWER = (
    "남아 있는 내용에서 카드 {}장이 빠졌습니다. 복습 기록은 그대로이며, "
    "Anki의 빈 카드 찾기로 지울 수 있습니다."
)
LOOK = "카드의 모양이 바뀌었습니다."
CONFLICTS = "가져올 때 문제가 되는 것"
NOTHING = "바뀐 내용이 없습니다."
# What is no text in Markdown, and what begins a list at the beginning of an item.
MARKS = re.compile(r"([\\`*_\[\]<>#|~&$]|^[-+]|(?<=^[0-9])[.)]|(?<=^[0-9]{2})[.)])")


def tally(changes: Sequence[Change]) -> str:
    """How many notes are new, renamed and so on, each counted once."""
    counted = Counter(change.kinds[0] for change in changes)
    found = [
        _("{number:,} {noun}").format(number=counted[kind], noun=_(kind))
        for kind in Kind
        if counted[kind]
    ]
    gone = sum(change.cards_gone for change in changes)
    less = _("; {cards} of them gone").format(cards=_cards(gone)) if gone else ""
    return (", ".join(found) or _("no note changed")) + less


def _cards(number: int) -> str:
    said = ngettext("{number:,} card", "{number:,} cards", number)
    return said.format(number=number)


def lines(changes: Sequence[Change], most: int | None = None) -> Iterator[str]:
    """A line for each change; `most` of them, and how many more there are."""
    shown = changes if most is None else changes[:most]
    for change in shown:
        kind = _(NOTE_TYPES[change.after.key.note_type].called)
        kinds = "+".join(_(kind) for kind in change.kinds)
        said = "; ".join(_said(change))
        yield f"{SIGNS[change.kinds[0]]} {kinds:9} {kind} “{_term(change)}”{said}"
    if len(shown) < len(changes):
        yield _("… and {len:,} more; `deckbuilder diff` lists them all").format(
            len=len(changes) - len(shown)
        )


def looks(note_types: Sequence[str]) -> Iterator[str]:
    """A line for the note types whose cards look otherwise, if there are any."""
    if note_types:
        yield _("cards look otherwise: {listed}").format(
            listed=", ".join(NOTE_TYPES[key].name for key in note_types)
        )


def _term(change: Change) -> str:
    if Kind.RENAMED in change.kinds and change.before:
        return f"{change.before.key.term}” → “{change.after.key.term}"
    return change.after.key.term


def _said(change: Change) -> Iterator[str]:
    before, after = change.before, change.after
    if change.instead_of:
        was = _(NOTE_TYPES[change.instead_of.key.note_type].called)
        yield _(": was a {was}, which cannot keep its reviews as another kind of note").format(
            was=was
        )
    if Kind.MOVED in change.kinds and before:
        yield f": {_where(before)} → {_where(after)}"
    if change.cards_gone:
        yield _(": {cards} gone").format(cards=_cards(change.cards_gone))


def _where(record: Record) -> str:
    return " › ".join((record.key.file, *record.key.section))


def text(diff: Diff) -> Iterator[str]:
    """The lines of `diff`."""
    yield tally(diff.changes)
    yield from lines(diff.changes)
    yield from looks(diff.look)
    for conflict in diff.conflicts:
        yield _("conflict: {conflict}").format(conflict=conflict)


def as_dict(diff: Diff) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "changes": [row(change, diff.places) for change in diff.changes],
        "look": list(diff.look),
        "conflicts": list(diff.conflicts),
    }


def row(change: Change, places: Mapping[str, str]) -> dict[str, Any]:
    """A change for JSON; `places` says where each note stands, by its GUID."""
    said: dict[str, Any] = {
        "kinds": list(change.kinds),
        "guid": change.after.guid,
        "at": places.get(change.after.guid),
        "before": _record(change.before) if change.before else None,
        "after": _record(change.after) if Kind.RETIRED not in change.kinds else None,
    }
    if change.instead_of:
        said["instead_of"] = _record(change.instead_of)
    return said


def _record(record: Record) -> dict[str, Any]:
    return {
        "type": record.key.note_type,
        "term": record.key.term,
        "file": record.key.file,
        "section": list(record.key.section),
        "answer": record.key.answer,
        "mod": record.stamp.changed,
    }


def markdown(diff: Diff) -> Iterator[str]:
    """The same as release notes for students, in Korean."""
    yield from ("## 바뀐 점", "")
    if not diff.changes and not diff.look:
        yield NOTHING
    for kind in Kind:
        found = [change for change in diff.changes if kind == change.kinds[0]]
        if found:
            yield from (f"### {HEADINGS[kind]} ({len(found)})", "")
            yield from (f"- {_item(change)}" for change in found)
            yield ""
    if diff.look:
        yield from (LOOK, "")
    if any(Kind.RETIRED in change.kinds for change in diff.changes):
        yield from (STAYS, "")
    if gone := sum(change.cards_gone for change in diff.changes):
        yield from (FEWER.format(gone), "")
    if diff.changes:
        yield KEPT
    if diff.conflicts:
        yield from ("", f"### {CONFLICTS}", "")
        yield from (f"- {_escaped(conflict)}" for conflict in diff.conflicts)


def _item(change: Change) -> str:
    gone = f" (카드 {change.cards_gone}장이 빠짐)" if change.cards_gone else ""
    return _named(change) + gone


def _named(change: Change) -> str:
    term = f"**{_escaped(change.after.key.term)}**"
    if change.before and Kind.RENAMED in change.kinds:
        return f"{_escaped(change.before.key.term)} → {term}"
    if change.before and Kind.MOVED in change.kinds:
        return f"{term}: {_escaped(_where(change.before))} → {_escaped(_where(change.after))}"
    section = change.after.key.section[-1:]
    return f"{term} ({_escaped(section[0])})" if section else term


def _escaped(said: str) -> str:
    return MARKS.sub(r"\\\1", said)
