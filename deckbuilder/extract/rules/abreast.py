"""Sentences that define, one after the other, what a reader has to tell apart.

It takes:

    밀물은 바닷물이 들어오는 흐름이고, 조금은 물의 높이가 가장 덜 바뀌는 흐름이다.

    윗물길이란 물을 대는 길이다. 아랫물길이란 물을 빼는 길이다.

and what a line beside them tells apart: "먼 길은 나루와 고개로 나뉜다."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from deckbuilder.extract import found, parts
from deckbuilder.extract.own import paragraph, said
from deckbuilder.extract.place import Place
from deckbuilder.korean import definitions, labels
from deckbuilder.korean.closing import closed
from deckbuilder.korean.definitions import Defined
from deckbuilder.korean.opposites import MOST, are_paired, told_apart
from deckbuilder.korean.predicates import Form
from deckbuilder.korean.sentences import IN_CONTRAST
from deckbuilder.korean.together import Together, named_together
from deckbuilder.model import Comparison, Kind, LabelKind, Member, Node, Run, Text

# "…라고도 한다": another name of the same thing.
_ALSO = "라고도 "
_NONE = Together({})


class Told(NamedTuple):
    """A thing and the sentence that defines it.

    `joined` says that the thing before is defined in the same sentence.
    """

    name: str
    said: Text
    joined: bool = False


def find(place: Place) -> Iterator[Comparison]:
    """A comparison of two to four things that are defined one behind the other."""
    above = place.labelled[-1].node.label if place.labelled else None
    if above is not None and above.kind == LabelKind.CONTRAST:
        return  # the contrast's own rule reads it
    first = _told(place.node)
    together = _together(place) if first else _NONE
    if not first or _goes_on(_told(place.before), first, together):
        return
    for run in _runs((first, *_behind(place, together)), together):
        if 2 <= len(run) <= MOST:
            members = tuple(map(_member, run))
            yield Comparison(front=found.named(members), span=run[0].said.span, members=members)


def _together(place: Place) -> Together:
    """What the nearest label above says beside what stands beneath it, or the block around."""
    above = next(reversed(place.labelled), place.parent)
    return _named_in(place.parent.node, above.node) if place.parent and above else _NONE


@lru_cache(maxsize=8)  # for speed only: what stands beneath a node asks one after the other
def _named_in(node: Node, above: Node) -> Together:
    names = (told.name for child in node.children for told in _told(child))
    label = above.label
    return named_together(names, label.name if label else "", parts.beside(above))


def _behind(place: Place, together: Together) -> Iterator[tuple[Told, ...]]:
    """What the blocks behind a place tell, as far as each goes on from the one before."""
    last = _told(place.node)
    for node in place.behind:
        told = _told(node)
        if node.kind != place.node.kind or not _goes_on(last, told, together):
            return
        yield told
        last = told


def _goes_on(before: Sequence[Told], behind: Sequence[Told], together: Together) -> bool:
    return bool(before and behind) and _are_apart(before[-1], behind[0], together)


def _are_apart(one: Told, other: Told, together: Together) -> bool:
    """Whether two things are named together, or told apart by their names and what is said."""
    return _are_of_a_sort(one, other) or together.hold(one.name, other.name)


def _are_of_a_sort(one: Told, other: Told) -> bool:
    """Whether two things are opposites, or of one sort by their names and by what is said.

    행정 기관 and 소화 기관 are not; nor is each word with 역 in front the opposite of that.
    """
    if not told_apart(one.name, other.name):
        return False
    sorts = {definitions.genus(told.said.plain) for told in (one, other)}
    return are_paired(one.name, other.name) or (len(sorts) == 1 and sorts != {""})


@lru_cache(maxsize=1 << 16)  # likewise
def _told(node: Node | None) -> tuple[Told, ...]:
    """The things that a block without a label defines, one by one."""
    if node is None or node.label or node.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return ()
    every: list[Told] = []
    for sentence in said(node):
        before = len(every)
        for piece, defined in definitions.defining(sentence):
            if defined and _names(piece.plain, defined):
                every.append(Told(defined.term, piece, joined=len(every) > before))
    return tuple(every)


def _names(plain: str, defined: Defined) -> bool:
    """Whether a sentence plainly says what a thing is, and says it by itself."""
    another = IN_CONTRAST.match(plain) or definitions.POINTS.match(plain) or _ALSO in plain
    return defined.form < Form.LOOSE and not another


def _runs(blocks: Sequence[Sequence[Told]], together: Together) -> Iterator[list[Told]]:
    run: list[Told] = []
    for one in (told for block in blocks for told in block):
        if run and (one.joined or _are_apart(run[-1], one, together)):
            run.append(one)
            continue
        yield run
        run = [one]
    yield run


def _member(told: Told) -> Member:
    name, aliases = labels.names(told.name)
    named = Text((Run(told.name),), told.said.span)
    return Member(named, (paragraph(closed(told.said)),), name, aliases)
