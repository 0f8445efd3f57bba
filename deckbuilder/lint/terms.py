"""Terms with a text that no card asks for or shows."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.diagnostics import Severity
from deckbuilder.language import N_, _
from deckbuilder.lint.lint import Found, Lint, Notes
from deckbuilder.lint.sections import is_heading, lines_of
from deckbuilder.model import LabelKind, Node
from deckbuilder.reasons import DOUBTS, REASONS

# Doubts that another wording takes away; what has others (a date, an exercise) is no card anyhow.
MENDABLE = frozenset("reason foreign essay asking".split())
# A note with more terms that are told in another language is written in that.
FEW_FOREIGN = 3
SAY_MORE = N_("say in a sentence what it is")


def _terms(notes: Notes) -> Iterator[Found]:
    for reading in notes.readings:
        asked = lines_of(reading.units)
        doubts = {unit.span.first: unit.doubts for unit in reading.offered}
        reasons = {line: why for span, why in reading.left_out for line in span.lines}
        foreign = sum("foreign" in unit.doubts for unit in reading.offered)
        mendable = MENDABLE if foreign <= FEW_FOREIGN else MENDABLE - {"foreign"}
        for node in reading.root.walk():
            label = node.label
            if label is None or not _is_term(node, asked):
                continue
            line = label.text.span.first
            against = _against(doubts.get(line, ()), reasons.get(line, ""), mendable)
            if against:
                values = {"name": label.name, "why": _(against[0]), "hint": _(against[1])}
                yield Found(label.text.span, label.text.plain, values)


def _is_term(node: Node, asked: frozenset[int]) -> bool:
    """Whether a block, no heading, is a term with a text, and on no card."""
    label = node.label
    if label is None or label.kind != LabelKind.TERM or label.relative or is_heading(node):
        return False
    told = bool(node.text) or any(child.lines for child in node.children)
    return told and asked.isdisjoint(line for span in node.shows for line in span.lines)


def _against(
    doubts: tuple[str, ...], reason: str, mendable: frozenset[str]
) -> tuple[str, str] | None:
    """Why there is no card, and what to do; None where nobody would want one."""
    if doubts:
        return DOUBTS[doubts[0]] if mendable.issuperset(doubts) else None
    return (REASONS[reason], SAY_MORE) if reason == "short" else None


TERM_WITHOUT_CARD = Lint(
    code="term-without-card",
    severity=Severity.NOTICE,
    message=N_("'{name}' becomes no card: {why}"),
    hint=N_("{hint}"),
    about=N_(
        "A name in a list or on a line of its own, with a text that says too little, only why, or "
        "nothing in Korean, so that no card asks for it or shows it. Headings are told by "
        "section-without-cards; dates, steps, exercises and the like are no terms."
    ),
    bad="""\
### 둑
물을 막으려고 쌓은 언덕이다.

## 더 볼 낱말

- **물막이문** : 물이 줄기 때문이다.
""",
    good="""\
### 둑
물을 막으려고 쌓은 언덕이다.

## 더 볼 낱말

- **물막이문** : 물이 줄 때 닫는 문이다.
""",
    find=_terms,
)
