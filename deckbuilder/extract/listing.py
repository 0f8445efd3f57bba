"""Whether a label names what stands beneath it as a set, or announces or counts it."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuilder.extract import bodies, columns, parts
from deckbuilder.extract.place import Place
from deckbuilder.korean import (
    classes,
    contrasts,
    counting,
    labels,
    opposites,
    reader,
    sentences,
    sets,
    shapes,
    words,
)
from deckbuilder.korean.particles import OBJECT
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Kind, Label, LabelKind, Member, Node
from deckbuilder.regular import expression

LONGEST_PIECE = 25
# More points than these are no set that anybody counts.
MOST_NUMBERED = 12
# So many bare names below a term are its parts; fewer may say what it is.
FEWEST_NAMES = 3
# "배추를 가른다": something is done to something; not to what is named in Latin letters, as a note
# that mixes them so tells what things are, too: "Oxidation을 먼저 하면 편하다".
DEED = expression(rf"{OBJECT}(?<=[가-힣].)\s")


def asks_for_set(place: Place, label: Label) -> bool:
    """A set's name, an announcement ("… 다음과 같은 기능을 갖춘다"), or "격리하는 자원".

    What the reader is told to do asks for none: "두 가지 서류를 준비하세요".
    """
    if reader.tells_reader(label.text.plain.rstrip(" :：")):
        return False
    match label.kind:
        case LabelKind.SET:
            return True
        case LabelKind.STATEMENT:
            above = place.labelled[-1].node if place.labelled else None
            theirs = above is not None and above.label and above.label.kind == LabelKind.SET
            said = label.text.plain
            announced = shapes.announces(said) and not classes.NAMELESS.match(said)
            asked = announced or sets.OCCASION.search(said) or _is_counted(place.node, label)
            return bool(asked) and not theirs
        case LabelKind.TERM:
            occasion = sets.OCCASION.search(label.name) and not place.node.text
            return bool(occasion) or _holds_parts(place, label)
        case LabelKind.CONTRAST:
            return _names_only(place.node, label) and not contrasts.asks_what_differs(label.name)
        case _:
            return False


def says_what(name: str, members: Sequence[Member]) -> bool:
    """Whether a label says what its parts are: "물길의 종류"; "물길" above "윗물길", "아랫물길"."""
    last = name.rpartition(" ")[2]
    carried = all(last in compact(member.bare or member.name.plain) for member in members)
    return carried or last in words.KINDS or last in words.RELATIVE_KINDS or sets.is_set(name)


def _holds_parts(place: Place, label: Label) -> bool:
    """Whether a term is said to be what stands beneath it: names, sorts, stages, rows, numbers."""
    node = place.node
    listed = any(child.is_list or child.kind == Kind.TABLE for child in node.children)
    if (node.text or node.children) and not listed:
        return False  # as most terms are
    named = _names_only(node, label) or _names_sorts(node)
    return named or _is_numbered(place) or _holds_all(node)


def _is_counted(node: Node, label: Label) -> bool:
    """Whether a label counts what stands beneath it, and says no more: "두 가지로 쌓는다"."""
    if label.defines or not _only_lists(node) or len(sentences.split(label.text)) > 1:
        return False
    return len(parts.entries(node)) in counting.asked(label.text.plain)


def _names_only(node: Node, label: Label) -> bool:
    """Whether all that is said of a term is a list of names."""
    if not _only_lists(node):
        return False
    entries = parts.entries(node)
    bare = len(entries) >= FEWEST_NAMES and all(
        parts.is_name(entry) and len(entry.text[0].plain) <= LONGEST_PIECE for entry in entries
    )
    described = shapes.is_described(label.name) and parts.are_names(entries)
    return (bare or described) and not _are_aspects(entries)


def _only_lists(node: Node) -> bool:
    """Whether nothing but lists stands beneath a label, as a set has them."""
    return not node.text and all(child.is_list for child in node.children)


def _are_aspects(entries: Sequence[Node]) -> bool:
    """Whether entries say what is told of a thing: "정의", "갈래", "쓰임"; not 지혜, 용기, 정의."""
    said = [line.plain for entry in entries for line in entry.text]
    aspects = [plain for plain in said if classes.classify(plain) == LabelKind.ASPECT]
    others = sum(plain in words.WEAK_SETS or plain in words.SETS for plain in said)
    return bool(aspects) and 2 * (len(aspects) + others) >= len(said)


def _names_sorts(node: Node) -> bool:
    """Whether all that is said of a term are two names of one sort: "흙 제방", "돌 제방"."""
    entries = parts.entries(node) if _only_lists(node) else ()
    if len(entries) != 2 or not parts.are_names(entries):
        return False
    names = [entry.text[0].plain for entry in entries]
    translated = all(name.isascii() and name.islower() for name in names)  # two words for one
    return not translated and opposites.told_apart(*names)


def _holds_all(node: Node) -> bool:
    """Whether what stands beneath a term are its stages, or a table of what it names."""
    return are_stages(node) or _is_of_rows(node)


def _is_of_rows(node: Node) -> bool:
    """Whether a table names by its first head what the label does: "물길의 도구", 도구명."""
    tables = [child for child in node.children if child.kind == Kind.TABLE]
    if node.label is None or len(tables) != 1 or compact(node.label.name) in words.SUMMARIES:
        return False
    head = columns.word(tables[0].children[0].text[0])
    named = columns.named_by(head) or head
    last = node.label.name.split()[-1].removesuffix("들")
    same = len(named) > 1 and last.lower().endswith(named) and named not in words.MEASURES
    return same and len(node.label.name) > len(last)


def are_stages(node: Node) -> bool:
    """Whether all that stands beneath a term are its stages: 1단계, "준비 단계"."""
    found = parts.entries(node) if _only_lists(node) else ()
    return len(found) > 1 and all(map(_is_stage, found))


def _is_stage(entry: Node) -> bool:
    return entry.label is not None and classes.is_stage(entry.label.name)


def _is_numbered(place: Place) -> bool:
    """Whether all that stands beneath a term is counted, and is no glossary.

    In an outline that numbers everything, the numbers of a numbered item's own points count
    nothing, unless these are deeds.
    """
    node = place.node
    if node.label and labels.OF_ASPECT.search(node.label.text.plain):
        return False  # "물길의 정의": its points say what it is
    said = [child for child in bodies.children(node) if not parts.is_asked(child)]
    if node.text or [child.kind for child in said] != [Kind.ORDERED_LIST]:
        return False
    items = said[0].children
    if place.parent and place.parent.node.kind == Kind.ORDERED_LIST:
        deeds = (any(DEED.search(line.plain) for line in item.lines[:1]) for item in items)
        if 2 * sum(deeds) <= len(items):
            return False
    return len(items) <= MOST_NUMBERED and 2 * sum(map(parts.is_asked, items)) < len(items)
