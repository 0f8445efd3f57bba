"""A term with labelled parts: kinds to tell apart where each is described, else a set.

It takes:

    ## 기억장치
    ### 주기억장치
    전원이 있는 동안만 내용을 지킨다.
    ### 보조기억장치
    전원이 없어도 내용을 지킨다.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from deckbuilder.extract import bodies, found, listing, parts
from deckbuilder.extract.brief import brief, said_first
from deckbuilder.extract.own import leads_to_parts, own
from deckbuilder.extract.place import Place
from deckbuilder.korean import definitions, endings, figures, headers, shapes, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.shapes import LONGEST_NAME
from deckbuilder.model import Comparison, Enumeration, Kind, LabelKind, Member, Node
from deckbuilder.regular import expression

MOST, MOST_NAMED = 5, 12
LONGEST_MEMBER = 250
# Letters that the names of kinds share at the beginning or the end: 주기억장치, 보조기억장치.
SHARED, SHARED_LATIN = 2, 5
# Among so few parts one that is named otherwise is no kind.
FEW = 3
PAIR = 2


def find(place: Place) -> Iterator[Comparison | Enumeration]:
    """Two to five described siblings, or a set of which some are only named."""
    yield from _found(place)


@lru_cache(maxsize=1)  # for speed only: what looks at siblings asks for the same place
def _found(place: Place) -> tuple[Comparison | Enumeration, ...]:
    return tuple(_find(place))


def _find(place: Place) -> Iterator[Comparison | Enumeration]:
    node = place.node
    if node.label is None or node.label.kind != LabelKind.TERM or not place.name:
        return
    entries = parts.entries(node)
    able = tuple(entry for entry in entries if _is_kind(entry) and not _is_same(entry, node))
    able = _of_none(able)
    kinds = _kinds(node, able) if able else ()
    mixed = any(child.is_list and parts.is_set(child) for child in node.children)
    members = parts.distinct(map(parts.member, kinds))
    if are_meanings(node, members):
        return
    apart = _are_sides(kinds) or _leaves_out(entries, able, kinds)
    if len(members) > 1 and _are_short(kinds) and not mixed and not apart:
        kindred = _are_of_a_kind(place, kinds) or _names_all(place.name, members)
        if not kindred or _are_too_much(members):  # how they differ nobody asks, or can tell
            yield found.enumeration(place, members)
            return
        some = len(kinds) < len(parts.all_entries(node))  # then the front has to say which
        # Of a pair it is asked how they differ; which there are only below the name of a set.
        pair = len(members) == PAIR and not listing.says_what(place.name, members)
        unit = found.comparison(place, members, names_members=some or pair)
        if some and kinds != _listed(node):
            unit = replace(unit, front=found.named(members), span=members[0].name.span)
        yield unit
        return
    things = _things(entries)
    items = parts.distinct(map(parts.member, things))
    if _names_all(place.name, items) or _are_of_it(place.name, items):
        return
    if len(items) > 1 and all(map(parts.is_thing, things)) and _is_set(node, entries, able):
        yield found.enumeration(place, items)


def are_meanings(node: Node, members: Sequence[Member]) -> bool:
    """Whether each part tells what the whole's name stands for there: 항 above 수학, 논리학."""
    name = node.label.name if node.label else ""
    return bool(members) and all(
        definitions.defined(said_first(member)) == name for member in members
    )


def _are_too_much(members: Sequence[Member]) -> bool:
    """Whether several are told at such length, even in brief, that nobody sets them apart.

    Of two a list would ask for little.
    """
    told = bodies.letters(part for member in brief(members) for part in member.body)
    return len(members) >= FEW and told > bodies.MOST_COMPARED


def _names_all(name: str, members: Sequence[Member]) -> bool:
    """Whether a label has the names of all its parts: nobody asks for these then, "둑 / 보"."""
    return all(
        shapes.compact(one.bare or one.name.plain) in shapes.compact(name) for one in members
    )


def _are_of_it(name: str, members: Sequence[Member]) -> bool:
    """Whether all parts tell of the thing itself: "수문의 개수", "수문의 구조" below "수문"."""
    return all((one.bare or one.name.plain).startswith(f"{name}의 ") for one in members)


def _listed(node: Node) -> tuple[Node, ...]:
    """The items of the lists beneath a node; sections behind them tell of the whole."""
    return tuple(item for child in node.children if child.is_list for item in child.children)


def _things(entries: Sequence[Node]) -> tuple[Node, ...]:
    """The parts that are things: not what is told of the whole, or of another.

    Beside terms a set ("효력의 순서") tells of them all.
    """
    terms = any(entry.label and entry.label.kind == LabelKind.TERM for entry in entries)
    told = [entry for entry in entries if not parts.tells_of_whole(entry)]
    return _of_none([entry for entry in told if not (terms and _is_headed_set(entry))])


def _is_headed_set(entry: Node) -> bool:
    label = entry.label
    return entry.kind == Kind.SECTION and label is not None and label.kind == LabelKind.SET


def _of_none(entries: Sequence[Node]) -> tuple[Node, ...]:
    """The parts without those that tell of one beside them."""
    names = frozenset(map(parts.bare, entries))
    return tuple(entry for entry in entries if not _is_of(entry, names))


def _is_of(entry: Node, names: frozenset[str]) -> bool:
    """Whether a part tells of one beside it: "침의 작용", "침 성분" beside "침"."""
    first = entry.label.name.partition(" ")[0] if entry.label else ""
    name = parts.bare(entry)[:LONGEST_NAME]
    of = "의" in name and any(
        name[: of.start()] in names for of in re.finditer("의", name) if of.start()
    )
    return of or (first != name and len(first) > 1 and first in names)


def _kinds(node: Node, able: tuple[Node, ...]) -> tuple[Node, ...]:
    """The parts that are kinds of one thing: all that there is, or those of like names."""
    every = len(able) == len(parts.entries(node)) or able == _listed(node)
    if every and (not own(node) or node.kind == Kind.ITEM or leads_to_parts(node)):
        return able
    return _alike(able)


def _are_of_a_kind(place: Place, kinds: tuple[Node, ...]) -> bool:
    """Whether parts are kinds of one thing: what they stand below says so, or their names do."""
    last = place.name.rpartition(" ")[2]
    ends = {parts.bare(part)[-1:] for part in kinds}  # 화성암, 퇴적암
    return last in words.KINDS | words.RELATIVE_KINDS or len(ends) == 1 or _alike(kinds) == kinds


def _alike(able: tuple[Node, ...]) -> tuple[Node, ...]:
    """The parts whose names begin or end alike, if there are at least two."""
    if not able:
        return ()
    ends = [tuple(enumerate(_ends(parts.bare(part)))) for part in able]
    # In Korean the last word says what sort of thing it is: of ends that are shared by as many,
    # the end of a name goes before a beginning, and what stands above before what stands below.
    sides = (end for side in zip_longest(*ends) for end in side if end is not None)
    end, count = Counter(sides).most_common(1)[0]
    if len(able) > FEW and 3 * count >= 2 * len(able):
        return able  # one among many may be misspelt
    alike = tuple(part for part, both in zip(able, ends, strict=True) if end in both)
    return alike if count > 1 else ()


# "강의 폭", "강의 깊이": of whom or what something is told.
_OF = expression(r"\S+의(?=\s)")


def _are_sides(kinds: Sequence[Node]) -> bool:
    """Whether parts are told of one thing, and are no kinds: "강의 폭", "강의 깊이"; 입력, 출력."""
    names = [part.label.name if part.label else "" for part in kinds]
    owners = {of[0] if (of := _OF.match(name)) else "" for name in names}
    if set(map(str.lower, names)) <= headers.ENDS:
        return True
    ends = {name[-SHARED:] for name in names}
    return len(owners) == 1 and owners != {""} and len(ends) > 1


def _leaves_out(entries: Sequence[Node], able: Sequence[Node], kinds: Sequence[Node]) -> bool:
    """Whether one of a few parts, between kinds, cannot be told of as they are: it holds others.

    In a glossary, kinds stand here and there.
    """
    if not kinds or len(entries) > MOST:
        return False
    at = [entries.index(kind) for kind in kinds]
    between = entries[at[0] : at[-1]]
    return any(part not in able and not parts.tells_of_whole(part) for part in between)


def _ends(name: str) -> tuple[str, ...]:
    """The end and the beginning of a name that others may share, once where they are the same."""
    dated = figures.YEAR.match(name)  # "1901년 큰물", "1925년 큰물": two events
    end = name[-(SHARED_LATIN if dated else _shared(name[-1:])) :]
    return tuple(dict.fromkeys((end, name[: _shared(name[:1])])))


def _shared(letter: str) -> int:
    """How many letters names share that begin or end in such a one: "물레" and "TV 물레"."""
    return SHARED if "가" <= letter <= "힣" else SHARED_LATIN


def _are_short(kinds: tuple[Node, ...]) -> bool:
    names = {parts.bare(part) for part in kinds}
    return 2 <= len(kinds) == len(names) <= MOST and all(
        (own(part) or part.kind == Kind.ITEM)
        and bodies.letters(bodies.beneath(part)) <= LONGEST_MEMBER
        for part in kinds
    )


def _is_kind(entry: Node) -> bool:
    """Whether an entry may be a kind of what it stands below: no chapter, no comparison."""
    if entry.label is None or not parts.is_part(entry):
        return False
    sections = [
        child
        for child in entry.children
        if child.kind == Kind.SECTION and child.label and child.label.kind != LabelKind.SET
    ]
    chapter = len(sections) > 1 or (bool(sections) and not own(entry))
    contrast = entry.kind == Kind.SECTION and entry.label.kind != LabelKind.TERM
    name = entry.label.name
    thing = not endings.CASE.search(name) and not figures.YEAR.fullmatch(name) and name != "기타"
    return thing and not chapter and not contrast


def _is_same(part: Node, node: Node) -> bool:
    """Whether a part speaks of the whole: "클라우드 보안" below "클라우드"."""
    whole, name = (GLOSS.sub("", one.label.name) if one.label else "" for one in (node, part))
    return bool(whole) and (name == whole or name.startswith((f"{whole} ", f"{whole}의 ")))


def _is_set(node: Node, entries: Sequence[Node], able: tuple[Node, ...]) -> bool:
    lists = [child for child in node.children if child.is_list]
    if not 2 <= len(entries) <= MOST_NAMED or len(lists) > 1:
        return False
    if lists:
        many = len(entries) > MOST and all(map(parts.is_part, entries))
        return many or parts.is_set(lists[0])
    last = Counter(_ends(parts.bare(part))[0] for part in able)
    names = {parts.bare(part) for part in able}
    return len(names) == len(able) and 3 * max(last.values(), default=0) >= 2 * len(entries)
