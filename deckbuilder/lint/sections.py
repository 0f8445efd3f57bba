"""Headings with nothing beneath, and sections without a card."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.diagnostics import Severity
from deckbuilder.language import N_
from deckbuilder.lint.lint import Found, Lint, Notes
from deckbuilder.model import LAST_HEADING, SILENT, Kind, LabelKind, Node, Unit
from deckbuilder.regular import expression

EXERCISE = expression(r"(?:^|\s)(?:문제|퀴즈|실습|예제|연습\s?문제)$")
# Nobody expects a card of these.
EXAMPLES = (LabelKind.EXAMPLE, LabelKind.NOISE)
# What is left out for these reasons is nothing that anybody would want to learn.
NO_LOSS = frozenset(
    "comment break markup reference navigation sources placeholder chatter example image code "
    "embedded duplicate front-matter footnote skipped".split()
)


def _empty(notes: Notes) -> Iterator[Found]:
    for reading in notes.readings:
        asked = lines_of(reading.units)
        for node in reading.root.walk():
            if not is_heading(node) or node.label is None or _says(node):
                continue
            text = node.label.text
            if text.span.first not in asked and not all(run.has("link") for run in text.runs):
                yield Found(text.span, text.plain, {"name": node.label.name})


def is_heading(node: Node) -> bool:
    """Whether a block is a heading with what stands beneath it, and no bold line or toggle."""
    return node.kind == Kind.SECTION and 1 <= node.level <= LAST_HEADING


def _says(node: Node) -> bool:
    """Whether anything stands beneath a heading, be it a picture."""
    return bool(node.text) or any(child.kind not in SILENT for child in node.children)


def _without_cards(notes: Notes) -> Iterator[Found]:
    """The outermost sections with text and no card, in notes that have cards."""
    for reading in notes.readings:
        if reading.units:
            lost = frozenset(
                line
                for span, reason in reading.left_out
                if reason not in NO_LOSS
                for line in span.lines
            )
            yield from _bare_sections(reading.root, lines_of(reading.units), lost)


def lines_of(units: tuple[Unit, ...]) -> frozenset[int]:
    """The lines that units ask or answer."""
    return frozenset(line for unit in units for line in unit.lines)


def _bare_sections(node: Node, asked: frozenset[int], lost: frozenset[int]) -> Iterator[Found]:
    """Those in a block; `lost` are the lines on no card that somebody might want to learn."""
    for child in node.children:
        label = child.label
        if label and (label.kind in EXAMPLES or EXERCISE.search(label.name)):
            continue
        if label is None or not is_heading(child) or not asked.isdisjoint(child.span.lines):
            yield from _bare_sections(child, asked, lost)
        elif any(line in lost for line in child.span.lines if line not in label.text.span.lines):
            yield Found(label.text.span, label.text.plain, {"name": label.name})


EMPTY_HEADING = Lint(
    code="empty-heading",
    severity=Severity.WARNING,
    message=N_("nothing stands beneath the heading '{name}'"),
    hint=N_("write what it announces, or take it out"),
    about=N_("A heading without a text gives no card, and says that one is missing."),
    bad="""\
### 둑
물을 막으려고 쌓은 언덕이다.

### 물길
""",
    good="""\
### 둑
물을 막으려고 쌓은 언덕이다.

### 물길
물이 흐르는 길이다.
""",
    find=_empty,
)
SECTION_WITHOUT_CARDS = Lint(
    code="section-without-cards",
    severity=Severity.NOTICE,
    message=N_("nothing in the section '{name}' becomes a card"),
    hint=N_("say what its terms are; `deckbuilder explain` tells why each line was left out"),
    about=N_(
        "What stands there is in no deck, and its author might think that it is. Sections that "
        "only hold links, pictures, code, examples or what is still to be written do not count."
    ),
    bad="""\
### 둑
물을 막으려고 쌓은 언덕이다.

## 봄마다 물이 불었다
여름에는 다시 줄었다.
""",
    good="""\
### 둑
물을 막으려고 쌓은 언덕이다.

## 봄마다 물이 불었다

### 물길
물이 흐르는 길이다.
""",
    find=_without_cards,
)
