"""Where a node stands in its note: the names above it, and the name that a card gives it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from deckbuilder.extract import bodies
from deckbuilder.extract.own import own
from deckbuilder.korean import (
    classes,
    definitions,
    no_terms,
    questions,
    sentences,
    sets,
    titles,
    ways,
    words,
)
from deckbuilder.korean.josa import with_particle
from deckbuilder.korean.shapes import compact
from deckbuilder.model import LAST_HEADING, Kind, Label, LabelKind, Node, Span, reckoned_once, value
from deckbuilder.regular import expression

# A label longer than this is no context line.
LONGEST_CONTEXT = 40
# So many parents have to share a name before it is taken for a part's and no thing's; so many,
# where they are things side by side, and share so many names, or one where their own end alike.
SHARED_BY, SIDE_BY_SIDE, SHARED_NAMES = 3, 2, 2

# Below a label of these kinds the note goes on to speak of what its title names.
WITHOUT_NAME = (LabelKind.ASPECT, LabelKind.CHAPTER, LabelKind.NOISE)
# A name's end that gathers what has a name of its own beneath: "… 의 단계", and what is said for
# and against: "… 의 장점과 단점".
STAGES_OF = expression(rf"의\s(?:\S+\s)?(?:{'|'.join(sorted(words.STEPS))})$")
_TRAIT = "|".join(sorted(words.TRAITS, key=len, reverse=True))
# "둑의 …", "둑과 …", "둑 …"; of 결과, 효과, 성과 and 경과 the 과 is a part.
_OF = r"(?:의|(?<!의)(?:와|(?<![결효성경])과|[,/·]|\s및)?)\s"
_AND = r"(?:[과와,/·]|\s및)"
TRAITS_OF = expression(rf"{_OF}(?:장[,/·]\s?)?(?:{_TRAIT})(?:{_AND}\s?(?:{_TRAIT}))*$")

# "사용하는 이유": of what stands above.
_OF_USE = expression(
    r"(?:사용|이용|활용|적용|도입|선택)(?:하는|해야\s하는|할)\s(?:경우|때|이유|방법|까닭|목적)"
)
_ASKED = "|".join(sorted(words.ASPECTS | words.WEAK_SETS | words.SETS, key=len, reverse=True))
_TOLD_OF = expression(rf"\s[-–—]\s(?:{_ASKED})(?:{_AND}?\s?(?:{_ASKED}))*$")


def repeated_names(root: Node) -> frozenset[str]:
    """The labels of a tree that stand below several different ones, as parts of each.

    Below so many, where none has parts of its own; below fewer, where these are things side by
    side, all of one form, and none elsewhere has parts.
    """
    parents: dict[str, set[int]] = defaultdict(set)
    beside: dict[_Form, dict[str, Node]] = defaultdict(dict)
    things: dict[str, set[int]] = defaultdict(set)
    left = [(root, root, root)]
    while left:
        node, above, over = left.pop()
        if node.label:
            if above.label:
                things[above.label.name].add(id(above))
            if node.label.kind == LabelKind.TERM:
                parents[node.label.name].add(above.span.first)
            named = node.label.kind in (LabelKind.TERM, LabelKind.SET)
            if named and above.label and above.label.kind == LabelKind.TERM:
                form = node.label.name, id(over), node.kind, node.level
                beside[form][above.label.name] = node
        left += [
            (child, node if node.label else above, above if node.label else over)
            for child in node.children
        ]
    shared = {name for name, found in parents.items() if len(found) >= SHARED_BY}
    return frozenset(shared - things.keys()).union(
        name for name, found in _beside(beside) if things[name] <= set(map(id, found))
    )


# A name, what stands over its owners, and the form in which it stands beneath them.
_Form = tuple[str, int, Kind, int]


def _beside(beside: Mapping[_Form, Mapping[str, Node]]) -> Iterator[tuple[str, tuple[Node, ...]]]:
    """The names that things side by side share as parts, with what carries them.

    Two chapters, too, may have one name in them, and two notebooks tell one thing twice.
    """
    owned = Counter((over, *sorted(found)) for (_, over, *_), found in beside.items())
    for (name, over, *_), found in beside.items():
        if len(found) < SIDE_BY_SIDE:
            continue  # as most are
        nodes = tuple(found.values())
        kindred = len({owner[-1:] for owner in found}) == 1  # 화성암, 퇴적암
        of_each = kindred or owned[over, *sorted(found)] >= SHARED_NAMES
        told = classes.is_attribute(name) or (of_each and not all(map(_is_told, nodes)))
        if (told or len(found) >= SHARED_BY) and not any(map(titles.is_written_in, found)):
            yield name, nodes


@value(frozen=True, eq=False)
class Place:
    """A node and the places above it, up to the document's; each is itself alone."""

    node: Node
    parent: Place | None = None
    repeated: frozenset[str] = frozenset()
    """The names that the note gives to parts of several things (용도, 확장자, …)."""
    doubts: frozenset[str] = frozenset()
    """What speaks against all that the note holds; see `doubts.of_note`."""
    foreign: bool = False
    """Whether what is said in another language than Korean is wanted."""
    title: Label | None = None
    """The name of what the note is about, where its title says so."""

    def below(self, child: Node) -> Place:
        """The place of a child of this node."""
        return Place(child, self, self.repeated, self.doubts, self.foreign, self.title)

    @reckoned_once
    def _positions(self) -> dict[int, int]:
        """Where each child of this node stands among them, by its `id`."""
        return {id(child): at for at, child in enumerate(self.node.children)}

    @property
    def behind(self) -> Iterator[Node]:
        """The nodes behind this one, in the same block."""
        if self.parent:
            children = self.parent.node.children
            at = self.parent._positions[id(self.node)]
            yield from (children[number] for number in range(at + 1, len(children)))

    @property
    def before(self) -> Node | None:
        """The node in front of this one, in the same block."""
        at = self.parent._positions[id(self.node)] if self.parent else 0
        return self.parent.node.children[at - 1] if self.parent and at else None

    @property
    def asked(self) -> Span:
        """Where this node is asked for: at its label, if it has one."""
        return self.node.label.text.span if self.node.label else self.node.span

    def asking(self, span: Span) -> Place:
        """The place that these lines ask for: this one, or the nearest above that is named so.

        Where a part beneath this node is asked for, its name stands above.
        """
        beneath = span != self.asked and span in self._asked_beneath
        here = self.below(self.node) if beneath else self
        return next((place for place in reversed(self.labelled) if place.asked == span), here)

    @reckoned_once
    def _asked_beneath(self) -> frozenset[Span]:
        """Where the parts beneath this node are asked for."""
        parts = (part for part in self.node.walk() if part is not self.node)
        return frozenset(part.label.text.span for part in parts if part.label)

    @reckoned_once
    def labelled(self) -> tuple[Place, ...]:
        """The labelled places above, the nearest last."""
        if self.parent is None:
            return ()
        above = self.parent.labelled
        return (*above, self.parent) if self.parent.node.label else above

    @reckoned_once
    def answer_lines(self) -> frozenset[int]:
        """The lines of what the node says of itself, where that is an answer."""
        said = own(self.node)
        lines = (line for part in said for span in part.shows for line in span.lines)
        return frozenset(lines) if bodies.fits(said) else frozenset()

    @property
    def subject(self) -> str:
        """The name that a relative label here speaks of; empty when there is none."""
        return self._above or self._title

    @reckoned_once
    def _above(self) -> str:
        """The name of the nearest label above that has one to lend."""
        for place in reversed(self.labelled):
            label = place.node.label
            if label is None:
                continue
            if label.kind == LabelKind.ASPECT:
                return place._above
            if label.kind == LabelKind.QUESTION:
                # "밀물은 왜 생기나요?", "밀물에 대해 설명해 주세요" above "과정"
                return sentences.topic_of(label.name) or questions.ordered_about(label.name)
            if label.kind.implies.lends:
                return place.name
        return ""

    @property
    def _title(self) -> str:
        """The note's title, where no label above says that something else is spoken of."""
        kinds = {place.node.label.kind for place in self.labelled if place.node.label}
        return self.title.name if self.title and kinds.issubset(WITHOUT_NAME) else ""

    @reckoned_once
    def name(self) -> str:
        """What a card calls this labelled node: "특징" below "클라우드" is "클라우드의 특징".

        A noun that may be a thing itself (프로세스, 구조) takes a label's name, and no title's.
        """
        label = self.node.label
        if label is None:
            return self.subject
        if label.kind == LabelKind.ASPECT:
            return self.subject
        used = bool(_OF_USE.fullmatch(label.name))
        relative = label.relative or used or label.name in self.repeated or self._is_of_thing(label)
        if classes.is_attribute(label.name) and _first(self.node) == label.name:
            return label.name  # "크기는 … 를 말한다" tells what it is
        if label.name.lower() in no_terms.OF_ABOVE and _is_told(self.node):
            return label.name  # "탐색: … 하는 과정"
        owner = self._above or (self._title if _of_a_thing(label.name) else "")
        if sets.set_noun(label.name) in words.TRAITS:
            owner = TRAITS_OF.sub("", owner)  # "트리거의 장단점" above "장점"
        if not relative or not owner or compact(label.name) in compact(owner):
            return label.name
        told = used or label.relative or label.name in no_terms.OF_A_THING
        way = ways.is_way(owner) and not (told or classes.is_attribute(label.name))
        return f"{label.name}의 {owner}" if way and self._has_kin else _told_of(owner, label.name)

    @property
    def _has_kin(self) -> bool:
        """Whether things of one sort stand side by side here: 나룻배, 거룻배."""
        beside = self.parent.node.children if self.parent else ()
        labels = [node.label for node in beside if node.label]
        traits = any(label.relative or label.name in no_terms.OF_A_THING for label in labels)
        return len(labels) > 1 and not traits and len({label.name[-1:] for label in labels}) == 1

    def _is_of_thing(self, label: Label) -> bool:
        """Whether a label asks for something of the thing whose name stands right above."""
        above = self.labelled[-1].node.label if self.labelled else None
        of_thing = above is not None and above.kind == LabelKind.TERM and not above.relative
        return of_thing and label.name in no_terms.OF_A_THING and not _is_told(self.node)

    @reckoned_once
    def context(self) -> tuple[str, ...]:
        """The names above, without repeats and without long sentences."""
        if self.parent is None:
            return ()
        above, label = self.parent.context, self.parent.node.label
        name = label.name if label and len(label.name) <= LONGEST_CONTEXT else ""
        return (*above, name) if name and name not in above else above

    @reckoned_once
    def headings(self) -> tuple[str, ...]:
        """The names of the headings above."""
        if self.parent is None:
            return ()
        above, node = self.parent.headings, self.parent.node
        heads = node.kind == Kind.SECTION and 1 <= node.level <= LAST_HEADING
        name = node.label.name if heads and node.label else ""  # a picture names nothing
        return (*above, name) if name else above


def _told_of(owner: str, name: str) -> str:
    """What a card calls what is told of another: "캐시의 특징", "지도를 사용하는 이유"."""
    if _OF_USE.fullmatch(name):
        return f"{with_particle(owner, '을/를')} {name}"
    if sets.is_mistakes(name):
        return f"{owner}에서 {name}"
    owner = _TOLD_OF.sub("", owner)  # "물길 — 뜻과 구조" above "구성 요소"
    if classes.STAGE.fullmatch(name):
        owner = STAGES_OF.sub("", owner)  # "캐시의 단계" above "1단계"
    return f"{owner}의 {name}"


def _first(node: Node) -> str | None:
    """The term that the first sentence beneath a label defines."""
    said = _begins(node)
    return definitions.defined(said) if said else None


def _is_told(node: Node) -> bool:
    """Whether what is said first at a label tells what it names."""
    return node.label is not None and definitions.tells_what(node.label.name, _begins(node))


def _begins(node: Node) -> str:
    """The first sentence at a label, or in what stands first beneath it."""
    lines = (line for part in (node, *node.children[:1]) for line in part.text)
    return next((sentences.split(line)[0].plain for line in lines if line), "")


def _of_a_thing(name: str) -> bool:
    """Whether a relative label cannot be a thing itself, as a structure or a process can."""
    told = (sets.set_noun, classes.is_attribute, sets.is_mistakes)
    return any(tells(name) for tells in told)
