"""A sentence that defines a term, wherever it stands.

It takes:

    하이퍼바이저는 가상 머신을 만들고 실행하는 소프트웨어이다.
    이와 같이 요청을 나누어 보내는 것을 부하 분산이라고 한다.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile, zip_longest

from deckbuilder.extract import bodies
from deckbuilder.extract.own import LONGEST_AROUND, is_named, paragraph
from deckbuilder.extract.place import Place
from deckbuilder.korean import definitions, labels, lines, particles, references, sentences
from deckbuilder.korean.definitions import Defined
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.predicates import Form
from deckbuilder.korean.shapes import compact
from deckbuilder.model import SPOKEN, Definition, Kind, Label, LabelKind, Node, Text, reckoned_once
from deckbuilder.regular import expression

# So many sentences at most go on about what a definition tells: "이는 …".
MOST_BEHIND = 2
# "밤에는 …", "그 안에서는 …": no topic, but a time, a place, a way.
SAYS_WHEN = expression(r"(?:에|에서|에게|로|부터|까지|때|만)$")
POINTER = expression(r"^(?:이|그|이러한|이런|해당)\s")
# A definition in several lines is at most so long.
LONGEST_WITH_MORE = 250


def finder(form: Form) -> Callable[[Place], Iterator[Definition]]:
    """A rule that gives a definition for every sentence that defines in this form."""

    def find(place: Place) -> Iterator[Definition]:
        flat = _sentences(place)
        for at, (sentence, line, said) in enumerate(flat):
            if said and said.form == form and not _is_told(place, sentence, said):
                before = [one for one, *_ in flat[at - 1 : at]] or _in_front(place)
                behind = [one for one, *_ in flat[at + 1 : at + 1 + MOST_BEHIND]]
                body = _body(sentence, before, behind)
                more = _behind(place, sentence) if at == len(flat) - 1 else ()
                rest = [*line.beside(body), *_going_on(flat, at, body)]
                rest = [one for one in rest if not lines.leads_below(one.plain)]
                yield _definition(said.term, sentence, (*map(paragraph, body), *more), rest)

    return find


_Sentences = Sequence[tuple[Text, "_Line", Defined | None]]


@lru_cache(maxsize=1)  # for speed only: each form asks for the same place
def _sentences(place: Place) -> _Sentences:
    """The sentences of a place, each with its line and with what it defines."""
    if place.node.kind not in SPOKEN:
        return ()
    found: list[tuple[Text, _Line, Defined | None]] = []
    for every in map(sentences.split, sentences.join(place.node.text)):
        clauses = [clause for sentence in every for clause in definitions.defining(sentence)]
        line = _Line(clauses)
        found += ((clause, line, said) for clause, said in clauses)
    behind = [sentence for sentence, *_ in found[1:]]
    return tuple(
        (sentence, line, said or (definitions.introduced(sentence, more) if more else None))
        for (sentence, line, said), more in zip_longest(found, behind)
    )


def _in_front(place: Place) -> list[Text]:
    """The sentence that ends the item or the paragraph in front of this one, if it is plain.

    Of what stands first beneath an item that is a sentence, that one.
    """
    before = place.before
    if before is None:
        over = _over(place)
        return [over.text] if over and over.kind == LabelKind.STATEMENT else []
    if before.kind != place.node.kind or before.label or before.children:
        return []
    said = [line for line in before.text if line]
    return [sentences.split(said[-1])[-1]] if said else []


def _over(place: Place) -> Label | None:
    """The label of the item beneath which the list of an item stands first."""
    listed = place.parent
    first = listed is not None and listed.node.is_list and listed.before is None
    return listed.parent.node.label if first and listed and listed.parent else None


class _Line:
    """A line of sentences, and what they define."""

    def __init__(self, clauses: Sequence[tuple[Text, Defined | None]]) -> None:
        self.pieces = [clause for clause, _ in clauses]
        # They have cards of their own.
        self.defining = {clause for clause, said in clauses if said and said.form != Form.LOOSE}

    @reckoned_once
    def _shown(self) -> list[Text]:
        return [piece for piece in self.pieces if piece not in self.defining]

    @reckoned_once
    def _often(self) -> Counter[Text]:
        return Counter(self._shown)

    @reckoned_once
    def _length(self) -> int:
        return sum(len(piece.plain) for piece in self._shown)

    def beside(self, body: Sequence[Text]) -> list[Text]:
        """What else stands in it; nothing where that is too long for a card.

        Told by its length: to look through all of a paragraph for each of its terms takes long.
        """
        left = self._length - sum(len(one.plain) * self._often[one] for one in {*body})
        if left > LONGEST_AROUND:
            return []
        return [one for one in self._shown if one not in body]


def _is_told(place: Place, sentence: Text, said: Defined) -> bool:
    """Whether a sentence only says more of what it stands below, whose answer shows it."""
    known = (*place.labelled, place)
    at = sentence.span.first
    return any(is_named(one.node, said.term) and at in one.answer_lines for one in known) or (
        said.form != Form.NAMED and _tells_label(place.node, sentence)
    )


def _tells_label(node: Node, sentence: Text) -> bool:
    """Whether a sentence tells of the term in front of it: "점포: 값은 … 곳"."""
    label = node.label
    return label is not None and label.kind == LabelKind.TERM and label.text.span == sentence.span


def _body(sentence: Text, before: Sequence[Text], behind: Sequence[Text]) -> tuple[Text, ...]:
    """A definition with the sentence that it points back to, and those that point back to it.

    "…을 한데 모은다. 이를 취합이라고 한다." names what stands before it; "이는 …" goes on.
    """
    told = [one for one in before if not lines.leads_below(one.plain)]
    first = told if told and references.points_back(sentence.plain) else ()
    more = takewhile(lambda one: references.goes_on(one.plain), behind)
    return (*first, sentence, *more)


def _definition(
    term: str, sentence: Text, body: tuple[Node, ...], rest: Sequence[Text]
) -> Definition:
    name, aliases = labels.names(term)
    return Definition(
        front=name,
        span=sentence.span,
        aliases=aliases,
        body=body,
        around=tuple(map(paragraph, rest)),
    )


def _going_on(flat: _Sentences, at: int, body: Sequence[Text]) -> Iterator[Text]:
    """What the lines behind that of a definition, at this position, say of its term.

    Up to the next thing; in a paragraph of thousands no more is looked at than a card can hold.
    """
    _, own, defined = flat[at]
    term = defined.term if defined else ""
    letters = sum(len(one.plain) for one in body)
    for sentence, line, said in flat[at + 1 : at + 1 + LONGEST_WITH_MORE]:
        letters += len(sentence.plain)
        defines = said is not None and said.form != Form.LOOSE
        left = lines.is_advice(sentence.plain) or _tells_of_another(sentence.plain, term)
        if defines or left or letters > LONGEST_WITH_MORE:
            return
        if line is not own and sentence not in body:
            yield sentence


def _tells_of_another(plain: str, term: str) -> bool:
    """Whether a sentence speaks of something, and that is not the term or what points back to it.

    "그룹이 필요한 이유는 …" is about "사용자 그룹", but 산 is not 염산; "그때에는 …" says when.
    """
    spoken_of = next((before for before, _ in particles.topics(plain)), "")
    spoken_of = POINTER.sub("", spoken_of)  # "이 정리는", of 추가 요소 정리
    if not spoken_of or SAYS_WHEN.search(spoken_of) or references.goes_on(plain):
        return False
    name, said = compact(GLOSS.sub("", term)), compact(spoken_of)
    return not any(said.startswith(name[at:]) for at in range(max(1, len(name) - 1)))


def _behind(place: Place, sentence: Text) -> Iterator[Node]:
    """What stands behind the last sentence of a block and belongs to it."""
    if lines.takes_below(sentence.plain):
        yield from _led_to(place)
    else:
        yield from _items_behind(place)


# "뮤텍스와 비슷하게 …", "교착을 막으려면 …": an item about something else.
ANOTHER = expression(r"\S+(?:을|를|와|과|이|가)\s")


def _items_behind(place: Place) -> Iterator[Node]:
    """The items behind this one that go on about its term: they name nothing themselves.

    Where a label above asks for all of the list, they are its answer.
    """
    if place.node.kind == Kind.ITEM and not any(map(_asks_for_all, place.labelled[-1:])):
        letters = bodies.letters([place.node])
        for item in takewhile(_names_nothing, place.behind):
            letters += bodies.letters([item])
            if letters > bodies.LONGEST:
                return
            yield item


def _led_to(place: Place) -> tuple[Node, ...]:
    """The formula, the list or the table that stands right behind a paragraph."""
    below = next(place.behind, None)
    shows = below is not None and (below.is_list or below.kind == Kind.TABLE or _is_formula(below))
    return (below,) if below is not None and shows and bodies.fits([place.node, below]) else ()


def _is_formula(block: Node) -> bool:
    runs = [run for line in block.lines for run in line.runs if run.text.strip()]
    return bool(runs) and all(run.has("math") for run in runs)


def _asks_for_all(place: Place) -> bool:
    label = place.node.label
    return label is not None and label.kind.implies.defined and bool(place.answer_lines)


def _names_nothing(item: Node) -> bool:
    if item.label or item.children or len(item.text) != 1:
        return False
    (line,) = item.text
    other = ANOTHER.match(line.plain) or definitions.definition(line)
    return bool(line) and not particles.topics(line.plain) and not other
