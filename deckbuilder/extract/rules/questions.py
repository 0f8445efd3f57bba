"""A question that the note asks itself, and what stands beneath it.

It takes:

    ## 왜 컨테이너를 사용할까?
    가볍고, 어디에서나 같은 환경에서 실행되기 때문이다.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.extract import bodies
from deckbuilder.extract.place import Place
from deckbuilder.model import LabelKind, Question


def find(place: Place) -> Iterator[Question]:
    """A question with its answer, if the answer is short enough to be remembered."""
    label = place.node.label
    if label is None or label.kind != LabelKind.QUESTION:
        return
    body = bodies.beneath(place.node)
    if bodies.fits(body):
        yield Question(front=label.name, span=label.text.span, body=body)
