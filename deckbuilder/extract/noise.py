"""Blocks that hold nothing to learn; they are left out with all that is beneath them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from deckbuilder.korean import classes, no_terms, questions, sentences, shapes
from deckbuilder.model import LISTS, SPOKEN, Kind, LabelKind, Node, Run, Text
from deckbuilder.regular import expression


@lru_cache(maxsize=1 << 16)  # for speed only: it is asked again for the account of the lines
def reason(node: Node) -> str | None:
    """Why a block and all beneath it is left out, or None."""
    for name, holds in OF_KIND[node.kind]:
        if holds(node):
            return name
    return None


ADDRESS = expression(r"(?:https?://|www\.)\S+", re.I)
# Letters between links that leave a line navigation: "[위로](#top) / [뒤로](…)", "출처: [이름](…)".
FEW_LETTERS = 6
# So many links make an index, where at most so many letters are said of each.
FEWEST_LINKS, FEW_OF_A_LINK = 3, 15


def prune(node: Node) -> Node:
    """The tree without the blocks that are left out, and without remarks within the others.

    A list of which no item is left goes, too: what looks at a list may take its first item.
    """
    pruned = [prune(child) for child in node.children if not reason(child)]
    kept = tuple([child for child in pruned if child.children or child.kind not in LISTS])
    said = node.text
    if node.kind in SPOKEN:
        left = ((line, _said(line)) for line in node.text)
        said = tuple([rest for line, rest in left if rest or not line])
    same = kept == node.children and said == node.text
    return node if same else replace(node, children=kept, text=said)


def remarks(node: Node) -> tuple[Text, ...]:
    """The lines of a block that only talk about the note."""
    spoken = node.text if node.kind in SPOKEN else ()
    return tuple(line for line in spoken if line and not _said(line))


def _said(line: Text) -> Text:
    """A line without the sentences that only talk about the note."""
    pieces = sentences.split(line)
    kept = [piece for piece in pieces if not shapes.is_chatter(piece.plain)]
    if len(kept) == len(pieces):
        return line
    runs = [run for piece in kept for run in (Run(" "), *piece.runs)]
    return replace(line, runs=tuple(runs[1:]))


def has_address(plain: str) -> bool:
    """Whether an address stands in a text; most have not even its first marks."""
    return ("//" in plain or "www." in plain.lower()) and bool(ADDRESS.search(plain))


def _is_link(text: Text) -> bool:
    """Whether a line is nothing but addresses, or links with marks between them."""
    if not has_address(text.plain) and not any(run.has("link") for run in text.runs):
        return False  # as most lines are
    bare = "".join(run.text for run in text.runs if not run.has("link"))
    shown = "".join(run.text for run in text.runs if run.has("link"))
    linked = bool(shown) and not shapes.is_sentence(shown)
    rest = ADDRESS.sub("", bare)
    return (linked or rest != bare) and len(re.sub(r"[\W_]+", "", rest)) <= FEW_LETTERS


def _is_navigation(node: Node) -> bool:
    """Whether a block holds links and hardly more, an announcement of them ("다음 시간") aside."""
    lines = [text for part in node.walk() for text in part.lines]
    links = sum(map(_is_link, lines))
    if node.kind == Kind.ITEM:
        return 0 < links == len(lines)
    announced = links > 0 and classes.is_noise(lines[0].plain)
    return links > 0 and (links + announced) * 3 >= len(lines) * 2


def _is_index(node: Node) -> bool:
    """Whether a list is one of links, with a few words to each: "[물길](물길.md) 흐르는 물"."""
    items = [child for child in node.children if child.kind == Kind.ITEM]
    led = [item for item in items if _is_linked(item)]
    short = [item for item in led if _said_letters(item) <= FEW_OF_A_LINK]
    return len(items) >= FEWEST_LINKS and 3 * len(short) >= 2 * len(items)


def _is_of_index(node: Node) -> bool:
    """Whether an item is a link to a note, and says what that note is: "[물길](물길.md): 정리"."""
    if not _is_linked(node):
        return False
    return shapes.tells_of_link(node.text[0].plain if len(node.text) == 1 else "")


def _is_linked(item: Node) -> bool:
    """Whether an item's name is a link."""
    runs = item.label.text.runs if item.label else ()
    return bool(runs) and all(run.has("link") for run in runs if run.text.strip())


def _said_letters(item: Node) -> int:
    return sum(len(re.sub(r"[\W_]+", "", line.plain)) for line in item.text)


def _is_sources(node: Node) -> bool:
    """Whether a label says that nothing to learn follows; 면접 질문 may have answers beneath.

    A list is labelled so where it is the note's contents.
    """
    noise = node.label is not None and node.label.kind == LabelKind.NOISE
    return noise and (node.is_list or not any(map(_is_answered, node.children)))


def _is_credit(node: Node) -> bool:
    """Whether a paragraph says where a picture is from: "[그림 2] 노을 (이미지 출처: …)"."""
    if node.children:
        return False
    lines = [line.plain for line in node.lines if line]
    return bool(lines) and all(shapes.is_caption(line) and "출처" in line for line in lines)


def _is_answered(node: Node) -> bool:
    asks = node.label is not None and questions.asks(node.label.text.plain)
    return (asks and bool(node.text or node.children)) or any(map(_is_answered, node.children))


def _is_placeholder(node: Node) -> bool:
    """Whether a block says that something is still to come; one item of many may be a 그림."""
    if node.is_list:
        return bool(node.children) and all(map(_comes_later, node.children))
    if not _comes_later(node):
        return False
    return node.kind == Kind.PARAGRAPH or not shapes.may_be_thing(node.plain)


def _comes_later(node: Node) -> bool:
    if node.children or node.letters > no_terms.LONGEST_PLACEHOLDER * len(node.lines):
        return False  # as most say more
    return shapes.is_placeholder(text.plain for text in node.lines)


def _is_attribute(node: Node) -> bool:
    """Whether a paragraph is kramdown's `{: .class}`, which sets how a block looks."""
    lines = node.lines
    if not lines or not lines[0].plain.startswith("{:"):
        return False
    return all(re.fullmatch(r"\{:.*\}", line.plain) for line in lines)


def _is_chatter(node: Node) -> bool:
    return (
        not node.children
        and node.label is None
        and bool(node.text)
        and all(line and not _said(line) for line in node.text)
    )


EVERY = frozenset(Kind)
LINE = frozenset({Kind.PARAGRAPH, Kind.ITEM})
# Each with the kinds of blocks that it may be true of.
REASONS: tuple[tuple[str, Callable[[Node], bool], frozenset[Kind]], ...] = (
    ("comment", lambda _: True, frozenset({Kind.COMMENT})),
    ("markup", _is_attribute, EVERY),
    ("break", lambda _: True, frozenset({Kind.BREAK})),
    ("sources", _is_sources, EVERY),
    ("sources", _is_credit, frozenset({Kind.PARAGRAPH})),
    ("navigation", _is_navigation, LINE.union(LISTS)),
    ("navigation", _is_index, frozenset(LISTS)),
    ("navigation", _is_of_index, frozenset({Kind.ITEM})),
    ("placeholder", _is_placeholder, LINE.union(LISTS)),
    ("chatter", _is_chatter, LINE),
)
OF_KIND = {
    kind: tuple((name, holds) for name, holds, kinds in REASONS if kind in kinds) for kind in Kind
}
