"""A term, and what the note says beneath or behind it.

It takes:

    ### 세마포어(Semaphore)
    공유 자원에 접근할 수 있는 프로세스의 수를 정하는 변수이다.

    - **뮤텍스** : 한 번에 하나의 스레드만 들어가게 하는 잠금
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.extract import bodies
from deckbuilder.extract.place import Place
from deckbuilder.extract.rules.contrasts import is_part
from deckbuilder.korean import sentences, shapes
from deckbuilder.model import Definition, Kind, LabelKind, Node

DEFINED = (LabelKind.TERM, LabelKind.ASPECT, LabelKind.SET, LabelKind.CONTRAST)


def find(place: Place) -> Iterator[Definition]:
    """A term with its own text; labelled parts beneath it are units of their own."""
    node = place.node
    if node.label is None:
        return
    front = place.name if node.label.kind in DEFINED else node.label.defines
    body = bodies.beneath(node) if _asks_for_parent(node) else bodies.own(node)
    if _is_chapter(node, body, front):
        return
    if node.label.defines:  # the label is the first sentence of the definition
        body = (Node(Kind.PARAGRAPH, node.label.text.span, (node.label.text,)), *body)
    if front and bodies.fits(body) and not bodies.gives_away(front, body):
        yield Definition(
            front=front,
            context=place.context,
            headings=place.headings,
            span=node.label.text.span,
            answer=bodies.spans(body),
            rule="term",
            aliases=node.label.aliases,
            body=body,
        )


def _asks_for_parent(node: Node) -> bool:
    """Whether what is below an aspect (개념, 정의) is about its parent, and no list of terms."""
    aspect = node.label is not None and node.label.kind == LabelKind.ASPECT
    entries = bodies.entries(node)
    return aspect and not (entries and all(map(is_part, entries)))


def _is_chapter(node: Node, body: tuple[Node, ...], front: str) -> bool:
    """Whether a heading's text says nothing of the heading itself.

    It is a list of names below "A와 B", code alone, the author's line below a title, or
    sentences that define other things.
    """
    if node.label and node.label.kind == LabelKind.CONTRAST and _names_only(node):
        return True
    parts = [inner for part in body for inner in part.walk() if inner.kind != Kind.CODE]
    lines = [line for part in parts for line in part.lines]
    if not lines or all(shapes.announces(line.plain) for line in lines):
        return True
    if node.kind != Kind.SECTION:
        return False
    title = node.level == 1 and any(child.kind == Kind.SECTION for child in node.children)
    if title and not any(shapes.is_ended(line.plain) for line in lines):
        return True
    said = [sentence.plain for line in lines for sentence in sentences.split(line)]
    terms = [sentences.defined(text) for text in said]
    others = [term for term in terms if term and front not in term and term not in front]
    return 2 * len(others) >= len(said) and not any(front in text for text in said)


def _names_only(node: Node) -> bool:
    return not node.text and all(map(bodies.is_name, bodies.entries(node)))
