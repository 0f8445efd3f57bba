"""What became of every line: what is part of no unit, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckbuilder.extract import bodies, noise, parts
from deckbuilder.extract.own import own
from deckbuilder.extract.rest import rest
from deckbuilder.model import Document, Kind, LabelKind, LeftOut, Node, Unit

# Why a block of this kind is left out when nothing more particular is known of it.
BY_KIND = {
    Kind.SECTION: "heading",
    Kind.CODE: "code",
    Kind.HTML: "markup",
    Kind.ROW: "table",
    Kind.ITEM: "item",
}


def leftovers(
    root: Node,
    document: Document,
    units: Sequence[Unit],
    duplicates: Iterable[Unit],
    off: Iterable[Unit],
    offered: Iterable[Unit],
    references: Sequence[tuple[int, int]],
    footnotes: Sequence[tuple[int, int]],
    unwanted: tuple[frozenset[int], Iterable[Unit]] = (frozenset(), ()),
) -> tuple[LeftOut, ...]:
    """Account for every line of a note that is not blank.

    Args:
        root: the note's tree.
        document: the note.
        units: what was found.
        duplicates: what was found, and dropped since another unit says the same.
        off: what habits find that are switched off.
        offered: what was found, and is not taken.
        references: the lines (1-based, inclusive) of link reference definitions.
        footnotes: the lines of footnotes.
        unwanted: what the author wants to be skipped (lines), or not to be made.

    Returns:
        what is left out, in the order of the note; with the lines of the units it covers every
        line that is not blank. A line of a unit is left out where no card shows the rest of it.
    """
    open_ = {number for number, line in enumerate(document.lines, start=1) if line.strip()}
    open_ -= _taken(units)
    found: list[LeftOut] = []

    def leave(numbers: Iterable[int], reason: str) -> None:
        for number in sorted(open_.intersection(numbers)):
            open_.discard(number)
            last = found[-1] if found else None
            if last and last.reason == reason and last.span.last == number - 1:
                found[-1] = LeftOut(last.span._replace(last=number), reason)
            else:
                found.append(LeftOut(document.span(number, number), reason))

    leave(unwanted[0], "skipped")
    leave(document.embedded, "embedded")
    leave(_taken(unwanted[1]), "author")
    leave(_taken(duplicates), "duplicate")
    leave(_taken(off), "off")
    leave(_taken(offered), "offered")
    for first, last in footnotes:
        leave(range(first, last + 1), "footnote")
    for node, reason in _leaves(root, open_):
        leave(node.span.lines, reason)
    for first, last in references:
        leave(range(first, last + 1), "reference")
    leave(sorted(open_), "markup")
    found += (LeftOut(document.span(at, at), "rest") for at in rest(root, units))
    if document.front_matter:
        found.append(LeftOut(document.front_matter, "front-matter"))
    return tuple(sorted(found))


def _taken(units: Iterable[Unit]) -> set[int]:
    return {line for unit in units for line in unit.lines}


def _leaves(node: Node, open_: set[int], reason: str | None = None) -> Iterator[tuple[Node, str]]:
    """The blocks themselves, without those beneath them, each with the reason that fits it."""
    if node.label is not None and node.label.kind == LabelKind.EXAMPLE:
        reason = reason or "example"
    reason = reason or noise.reason(node)
    if node.kind == Kind.TABLE and node.children:
        header, *rows = node.children
        whole = not bodies.is_card(rows) and all(open_.issuperset(row.span.lines) for row in rows)
        for row in rows:
            size = "long" if whole or bodies.letters([row]) > bodies.LONGEST else None
            yield from _leaves(row, open_, reason or size)
        yield header, reason or "head"
        return
    span = node.own_span
    if span and not open_.isdisjoint(span.lines):  # of most nothing is left
        for line in noise.remarks(node):
            yield Node(node.kind, line.span), reason or "chatter"
        image = "image" if bodies.is_picture(node) else None
        by_kind = BY_KIND.get(node.kind, "prose")
        yield Node(node.kind, span), reason or image or _by_size(node) or by_kind
    for child in node.children:
        yield from _leaves(child, open_, reason)


def _by_size(node: Node) -> str | None:
    if node.label is None or not parts.is_asked(node):
        return None
    body = own(node)
    if node.text and bodies.gives_away(node.label.name, body):
        return "shown"
    size = bodies.letters(body)
    if size > bodies.LONGEST:
        return "long"
    return "short" if node.text and size < bodies.SHORTEST else None
