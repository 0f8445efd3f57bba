"""A term, and what the note says beneath or behind it.

It takes:

    ### 세마포어(Semaphore)
    공유 자원에 접근할 수 있는 프로세스의 수를 정하는 변수이다.

    - **뮤텍스** : 한 번에 하나의 스레드만 들어가게 하는 잠금
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuilder.extract import bodies, columns, parts
from deckbuilder.extract.own import LONGEST_AROUND, leads_to_parts, own, until_another
from deckbuilder.extract.place import Place
from deckbuilder.korean import (
    contrasts,
    definitions,
    endings,
    labels,
    predicates,
    sentences,
    shapes,
)
from deckbuilder.korean.predicates import Form
from deckbuilder.korean.shapes import HANGUL, compact
from deckbuilder.model import Definition, Kind, LabelKind, Node, Text

# So many letters at its end tell whether a text speaks of a thing.
ALIKE = 2


def find(place: Place) -> Iterator[Definition]:
    """A term with its own text; labelled parts beneath it are units of their own."""
    node = place.node
    if node.label is None:
        return
    front = place.name if node.label.kind.implies.defined else node.label.defines
    body = bodies.beneath(node) if _asks_for_parent(node) else own(node)
    if _is_chapter(node, body, front):
        return
    if node.label.defines:  # the label is the first sentence of the definition
        body = (Node(Kind.PARAGRAPH, node.label.text.span, (node.label.text,)), *body)
    if bodies.fits(body) or _tells(front, body):
        body = bodies.begin(body)
    if front and bodies.fits(body) and not bodies.gives_away(front, body):
        body, rest = until_another(node, body)
        yield Definition(
            front=front,
            span=node.label.text.span,
            aliases=node.label.aliases or _called_besides(front, body),
            body=body,
            around=rest if bodies.letters(rest) <= LONGEST_AROUND else (),
        )


def _tells(front: str, body: tuple[Node, ...]) -> bool:
    """Whether a text, however long it is, begins with what the term is."""
    said = (sentence.plain for line in _words(body[:1]) for sentence in sentences.split(line))
    return definitions.tells_what(front, next(said, ""))


def _called_besides(front: str, body: tuple[Node, ...]) -> tuple[str, ...]:
    """How the first sentence of a text calls the term in another script: "수문(Gate)은 …"."""
    said = (sentence for line in _words(body[:1]) for sentence in sentences.split(line)[:1])
    first = next(said, None)
    defined = definitions.definition(first) if first else None
    bare, aliases = labels.names(defined.term) if defined else ("", ())
    foreign = tuple(alias for alias in aliases if not HANGUL.search(alias))
    return foreign if compact(bare) == compact(front) else ()


def _asks_for_parent(node: Node) -> bool:
    """Whether what is below an aspect (개념, 정의) is about its parent, and no list of terms."""
    if node.label is None or node.label.kind != LabelKind.ASPECT:
        return False
    entries = parts.entries(node)
    return not (entries and all(map(parts.is_part, entries)))


def _is_chapter(node: Node, body: tuple[Node, ...], front: str) -> bool:
    """Whether a label's text says nothing of the label itself: one of `CHAPTERS`."""
    return any(holds(node, body, front) for holds in CHAPTERS)


def _names_two(node: Node, body: tuple[Node, ...], front: str) -> bool:
    """Whether "A와 B" stands above a list of names, or above prose that tells but of one."""
    if node.label is None or node.label.kind != LabelKind.CONTRAST or node.text:
        return False
    entries = parts.entries(node)
    told = not entries and _tells_of_both(body, front)
    return not told and parts.are_names(entries)


def _tells_of_both(body: tuple[Node, ...], front: str) -> bool:
    """Whether of "A와 B" each is spoken of, not in "A와 B" alone.

    The ends of their names are enough: 함수 for 일반함수.
    """
    sides = contrasts.members_of(front)
    if sides is None:
        return False
    first, second = (re.escape(compact(side)[-ALIKE:]) for side in sides)
    said = compact("".join(line.plain for line in _words(body)))
    apart = re.sub(rf"{first}[와과및,/·]{second}", "", said)
    return all(re.search(side, apart) for side in (first, second))


def _only_announces(node: Node, body: tuple[Node, ...], front: str) -> bool:
    """Whether there are no words, but code and announcements."""
    del node, front
    lines = [line for line in _words(body) if not shapes.is_caption(line.plain)]
    said = [sentence.plain for line in lines for sentence in sentences.split(line)]
    if len(said) == 1 and shapes.points_below(said[0]):
        return True
    return all(shapes.announces(plain) and not shapes.names_parts(plain) for plain in said)


def _is_byline(node: Node, body: tuple[Node, ...], front: str) -> bool:
    """Whether the author's line, or a motto, stands below a note's title."""
    title = node.level == 1 and any(child.kind == Kind.SECTION for child in node.children)
    return title and not any(_says(front, line.plain) for line in _words(body))


def _says(name: str, plain: str) -> bool:
    """Whether a line below a title is a sentence, or tells what the title names."""
    says_what = definitions.says_what(plain) and compact(name) not in compact(plain)
    tells = predicates.tells(plain) or says_what
    return endings.is_ended(plain) or (tells and not shapes.is_of_note(plain))


def _defines_others(node: Node, body: tuple[Node, ...], front: str) -> bool:
    """Whether a section's first sentence and half of all define others, and none names this."""
    if node.kind != Kind.SECTION or node.text:
        return False
    said = [sentence for line in _words(body) for sentence in sentences.split(line)]
    name = compact(front)
    if not said or not _defines_another(said[0], name):
        return False
    others = sum(_defines_another(sentence, name) for sentence in said)
    return 2 * others >= len(said) and not any(name in compact(one.plain) for one in said)


def _defines_one_of_two(node: Node, body: tuple[Node, ...], front: str) -> bool:
    """Whether below "A와 B" the first sentence defines one of them, and none tells of the other."""
    sides = contrasts.members_of(front) if node.kind == Kind.SECTION and not node.text else None
    if sides is None or len(body) > 1 or _tells_of_both(body, front):
        return False  # what else is told has no other card
    said = (sentence.plain for line in _words(body) for sentence in sentences.split(line))
    term = compact(definitions.defined(next(said, "")) or "")
    return bool(term) and sum(term in compact(side) or compact(side) in term for side in sides) == 1


def _defines_another(sentence: Text, name: str) -> bool:
    """Whether a sentence plainly defines a term that is not of this name."""
    term = compact(_plainly_defined(sentence))
    return bool(term) and name not in term and term not in name


def _plainly_defined(sentence: Text) -> str:
    """The term that a sentence says to define; none in "사공은 … 하는 자세", which may."""
    found = definitions.definition(sentence)
    plainly = found is not None and found.form != Form.LOOSE
    return definitions.defined(sentence.plain) or "" if plainly else ""


def _leads_to_parts(node: Node, body: tuple[Node, ...], front: str) -> bool:
    del body, front
    return leads_to_parts(node)


def _is_tabled(node: Node, body: tuple[Node, ...], front: str) -> bool:
    """Whether a table sets apart what the label does: its card shows what is said beside it."""
    del body, front
    return columns.sets_apart(node)


CHAPTERS = (
    _only_announces,
    _leads_to_parts,
    _names_two,
    _is_byline,
    _defines_others,
    _defines_one_of_two,
    _is_tabled,
)


def _words(body: tuple[Node, ...]) -> list[Text]:
    """The lines of a body that are no code."""
    return [
        line
        for part in body
        for inner in part.walk()
        if inner.kind != Kind.CODE
        for line in inner.lines
    ]
