"""A note's title, and the text right below it that says what it is.

It takes, in a file `6. 해시 테이블.md` or below `title: 해시 테이블`:

    키를 해시 함수로 바꾸어 값이 놓일 곳을 정하는 자료구조이다.

    ## 장점
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.extract import bodies
from deckbuilder.extract.place import Place
from deckbuilder.korean import definitions, particles, sentences, shapes
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.model import Definition, Kind, Label, Node


def find(place: Place) -> Iterator[Definition]:
    """The note's first block, if it says what the title names."""
    node, title = place.node, place.title
    if node.kind != Kind.DOCUMENT or title is None:
        return
    said = (block for block in bodies.children(node) if not bodies.is_picture(block))
    first = next(said, None)
    if first is not None and _says_what(first, title) and bodies.fits([first]):
        yield Definition(
            front=title.name,
            span=first.lines[0].span if first.lines else first.span,
            aliases=title.aliases,
            body=(first,),
        )


def _says_what(block: Node, title: Label) -> bool:
    """Whether a paragraph's or a list's first sentence says what the title names, and no other."""
    said = block.children[0] if block.is_list and block.children else block
    if said.label or said.kind not in (Kind.PARAGRAPH, Kind.ITEM) or not said.text:
        return False
    first, *_ = (*sentences.split(sentences.join(said.text)[0]), said.text[0])
    sentence = first.plain
    if shapes.is_of_note(sentence):
        return False
    topic, _ = next(iter(particles.topics(sentence)), ("", ""))
    return _is_title(topic, title) if topic else definitions.says_what(sentence)


def _is_title(topic: str, title: Label) -> bool:
    names = {shapes.compact(name) for name in (title.name, *title.aliases)}
    return shapes.compact(GLOSS.sub("", topic)) in names
