"""What speaks against a unit whose answer is a piece of a text, or leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.extract.doubts.weighed import Weighed, has_code
from deckbuilder.korean import assent, lines, references, sentences, shapes
from deckbuilder.model import Comparison, Kind, Text


def goes_on(one: Weighed) -> bool:
    """Whether a definition begins in the middle, "위 그림에서 …", or breaks off: "… →"."""
    first = next((line.plain for line in _outside_code(one)), one.first)
    if lines.begins_within(first):
        return True
    if one.unit.rule != "term":
        return lines.is_of_shown(first)
    broken = any(map(lines.breaks_off, one.said[-1:])) or lines.is_cut(one.only_line)
    return broken or lines.goes_on(first)


def ends_question(one: Weighed) -> bool:
    """Whether a question is a text's own: it seeks assent, "… 하잖아?", or its sentence goes on."""
    return assent.seeks_assent(one.unit.front) or lines.ends_another(one.first)


def is_aside(one: Weighed) -> bool:
    """Whether all that is said of a term stands in brackets: "(그림 참고)"."""
    return lines.is_aside(one.only_line)


def only_points_back(one: Weighed) -> bool:
    """Whether a term is what something before is called that the answer does not show."""
    sentence = one.unit.rule in ("sentence", "genus", "loose")
    return references.names_what_stands_before(one.first if sentence else one.only_line)


def only_leads_below(one: Weighed) -> bool:
    """Whether every line of the answer only leads to what is not shown; captions do not count.

    Of a comparison every line that is said of its members.
    """
    if any(node.kind == Kind.TABLE for node in one.blocks):
        return False
    told = [line for line in _told(one) if not shapes.is_caption(line.plain)]
    return bool(told) and all(map(_leads_below, told))


def _told(one: Weighed) -> list[Text]:
    """What is said, without the names of whom it is said."""
    if not isinstance(one.unit, Comparison):
        return one.lines
    bodies = [node for member in one.unit.members for node in member.body]
    return [line for node in bodies for part in node.walk() for line in part.lines if line]


def _leads_below(line: Text) -> bool:
    return lines.leads_below(line.plain) and len(sentences.split(line)) == 1


def only_for_example(one: Weighed) -> bool:
    """Whether all that is said of a term is a sentence that gives an example: "예를 들어 …"."""
    if len(one.lines) != 1:
        return False
    said = sentences.split(one.lines[0])
    return len(said) == 1 and lines.gives_example(said[0].plain)


def _outside_code(one: Weighed) -> Iterator[Text]:
    return (line for node in one.blocks if not has_code(node) for line in node.lines if line)
