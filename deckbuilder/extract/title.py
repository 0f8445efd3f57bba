"""What a note is about, where its title is a term: `title: 해시 테이블`, `6. 해시 테이블.md`.

What stands below no heading that names a thing is said of it. A date, a week, "TIL", a slug name
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuilder.korean import labels, lists, no_terms, shapes
from deckbuilder.model import Document, Kind, Label, LabelKind, Node, Run, Span, Text
from deckbuilder.regular import any_of, expression
from deckbuilder.tagless import shown

# Where files are numbered: "06-해시 테이블", "6. 해시 테이블".
ORDER = expression(r"^\d{1,3}(?:[._-]+|\s)\s*(?=\D)")
_COUNTERS = lists.as_list(
    "주 주차 장 강 일 일차 회 회차 차시 과 과목 부 단원 월 학기 학년 번 편 탄 기"
)
COUNTED = any_of(
    {
        "2024-01-03": r"\d{4}",
        "해시 3주차": rf"\d\s?(?:{lists.either(_COUNTERS)})(?:$|\W)",
        "해시 #3": r"#\d",
    }
)
# More than a name.
DIVIDED = any_of(
    {
        "자료구조 - 해시": r"\s[-–—]\s",
        "해시 | 공책": r"[:：|~/]",
        "hash-테이블": r"[A-Za-z]-[가-힣]",
    }
)
# A category in front: "[자료구조] 해시 테이블", "(grammar)시제".
CATEGORY = expression(r"^\s*(?:\[[^\]]*\]|\([^)]*\))\s*(?=\S)")
# What is made of the thing in a title: "해시 테이블 정리"; but "피타고라스의 정리" is a thing.
MADE_OF_IT = expression(
    r"(?<!의)\s(?:개념\s?)?(?:정리|총정리|요약정리|알아보기|이해하기|이해|살펴보기)$"
)
MOST_LATIN_WORDS = 3
# A title stands in no line of the note.
_NOWHERE = Span("", 0, 0)


def title(document: Document) -> Label | None:
    """The note's title as a term's label, or None where it names nothing that can be asked for."""
    found = next(filter(None, map(_term, _titles(document))), None)
    return _known_as(found, document.aliases) if found else None


def heading(root: Node) -> Span | None:
    """Where a note's only heading of level 1 stands: its title."""
    tops = [node for node in root.children if node.kind == Kind.SECTION and node.level == 1]
    label = tops[0].label if len(tops) == 1 else None
    return label.text.span if label else None


def known_as(root: Node, title: Label | None, aliases: Sequence[str]) -> Node:
    """The note's tree, its first heading with the other names of what that or the title names.

    Args:
        root: the tree.
        title: from `title`.
        aliases: what the note says that it is called, too.
    """
    at = next((n for n, node in enumerate(root.children) if node.kind == Kind.SECTION), None)
    if at is None or not aliases:
        return root
    first = root.children[at]
    if first.label is None or first.label.kind != LabelKind.TERM:
        return root
    named = {shapes.compact(name) for name in (title.name if title else "", *aliases)}
    if first.level > 1 and shapes.compact(first.label.name) not in named:
        return root
    headed = replace(first, label=_known_as(first.label, aliases))
    return replace(root, children=(*root.children[:at], headed, *root.children[at + 1 :]))


def _known_as(label: Label, aliases: Sequence[str]) -> Label:
    """A label with more names; each once, whatever its blanks and the case of its letters."""
    known = {shapes.compact(name) for name in (label.name, *label.aliases)}
    names: dict[str, str] = {}
    for alias in aliases:
        bare, inner = labels.names(alias)
        for name in (bare, *inner):
            names.setdefault(shapes.compact(name), name)
    more = (name for key, name in names.items() if key not in known)
    return replace(label, aliases=(*label.aliases, *more))


def _titles(document: Document) -> Iterator[str]:
    """What the front matter says, else the name of the file, else that of its folder."""
    if document.title:
        yield shown(document.title)
        return
    name = ORDER.sub("", document.called or document.place[-1])
    yield re.sub(r"_+|(?<=[가-힣])-+(?=[가-힣])", " ", name)


def _term(name: str) -> Label | None:
    name = MADE_OF_IT.sub("", CATEGORY.sub("", name).strip())
    if COUNTED.search(name) or DIVIDED.search(name) or not _may_be_latin(name):
        return None
    label = labels.read(Text((Run(name),), _NOWHERE))
    last = label.name.lower().split()[-1:]
    named = label.kind == LabelKind.TERM and not no_terms.TITLES_OF_NOTES.issuperset(last)
    thing = shapes.is_term(label.name) and not label.name.endswith("하기")
    return label if named and thing else None


def _may_be_latin(name: str) -> bool:
    """Whether a name is Korean, or a foreign one as terms are written: no slug, no headline."""
    if re.search(r"[가-힣]", name):
        return True
    few = len(name.split()) <= MOST_LATIN_WORDS
    return few and bool(re.search(r"[A-Z]", name)) and "-" not in name
