"""Gaps: placeholders, headings with nothing to learn, sections and terms without a card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuilder.diagnostics import DOUBTS, REASONS, Severity
from deckbuilder.language import N_, _
from deckbuilder.lint.lint import Found, Lint, Notes
from deckbuilder.model import LAST_HEADING, SILENT, Kind, LabelKind, Node, Text, Unit

# Marks of what is to be written, wherever they stand in a line.
MARK = re.compile(
    r"(?<![\w#])(?:TODO|TBD|FIXME|WIP|XXX)(?![\w-])|(?<!\?)\?{3,}(?!\?)"
    r"|(?:추후|나중에)\s?(?:작성|정리|추가|보충|보완)(?:\s?(?:예정|필요|하기|할\s?것))?"
    r"|(?:작성|정리|추가|보충|보완)\s?(?:예정|필요)(?=[\s).!~]*$)"
    r"|(?:내용|설명|그림|사진)\s?(?:추가|보충|보완)\s?(?:예정|필요)"
)
# What a heading's only line may be that stands for the text to come: "비밀~", "나중에…".
DRAWN_OUT = re.compile(r"[가-힣]{1,8}\s?(?:~+|…|\.{3})")


def _placeholders(notes: Notes) -> Iterator[Found]:
    for reading in notes.readings:
        left = {span.first: span for span, reason in reading.left_out if reason == "placeholder"}
        alone = {one.text[0].span.first: one.text[0] for one in _lonely(reading.root)}
        for line in _prose(reading.root):
            at = line.span.first
            hit = MARK.search(line.plain)
            if hit:
                yield Found(line.span, hit[0], {"what": hit[0]})
            elif at in left or (at in alone and DRAWN_OUT.fullmatch(line.plain.strip())):
                yield Found(line.span, line.plain.strip(), {"what": line.plain.strip()})


def _prose(node: Node) -> Iterator[Text]:
    if node.kind in (Kind.CODE, *SILENT):
        return
    yield from node.lines
    for child in node.children:
        yield from _prose(child)


def _lonely(root: Node) -> Iterator[Node]:
    """Paragraphs that are all there is below a heading."""
    for node in root.walk():
        below = [child for child in node.children if child.kind not in SILENT]
        if node.kind == Kind.SECTION and len(below) == 1 and not node.text:
            (only,) = below
            if only.kind == Kind.PARAGRAPH and len(only.text) == 1 and not only.children:
                yield only


def _empty(notes: Notes) -> Iterator[Found]:
    for reading in notes.readings:
        asked = _lines(reading.units)
        for node in reading.root.walk():
            if not _is_heading(node) or node.label is None or _says(node):
                continue
            text = node.label.text
            if text.span.first not in asked and not all(run.has("link") for run in text.runs):
                yield Found(text.span, text.plain, {"name": node.label.name})


def _is_heading(node: Node) -> bool:
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
            yield from _bare_sections(reading.root, _lines(reading.units), lost)


def _lines(units: tuple[Unit, ...]) -> frozenset[int]:
    return frozenset(line for unit in units for line in unit.lines)


def _bare_sections(node: Node, asked: frozenset[int], lost: frozenset[int]) -> Iterator[Found]:
    """Those in a block; `lost` are the lines on no card that somebody might want to learn."""
    for child in node.children:
        label = child.label
        if label and (label.kind in EXAMPLES or EXERCISE.search(label.name)):
            continue
        if label is None or not _is_heading(child) or not asked.isdisjoint(child.span.lines):
            yield from _bare_sections(child, asked, lost)
        elif any(line in lost for line in child.span.lines if line not in label.text.span.lines):
            yield Found(label.text.span, label.text.plain, {"name": label.name})


EXERCISE = re.compile(r"(?:^|\s)(?:문제|퀴즈|실습|예제|연습\s?문제)$")
# Doubts that another wording takes away; what has others (a date, an exercise) is no card anyhow.
MENDABLE = frozenset("reason foreign essay asking".split())
# A note with more terms that are told in another language is written in that.
FEW_FOREIGN = 3
SAY_MORE = N_("say in a sentence what it is")
# Nobody expects a card of these.
EXAMPLES = (LabelKind.EXAMPLE, LabelKind.NOISE)
# What is left out for these reasons is nothing that anybody would want to learn.
NO_LOSS = frozenset(
    "comment break markup reference navigation sources placeholder chatter example image code "
    "embedded duplicate front-matter footnote skipped".split()
)


def _terms(notes: Notes) -> Iterator[Found]:
    for reading in notes.readings:
        asked = _lines(reading.units)
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
    if label is None or label.kind != LabelKind.TERM or label.relative or _is_heading(node):
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


PLACEHOLDER = Lint(
    code="placeholder",
    severity=Severity.WARNING,
    message=N_("'{what}' stands for what is still to be written"),
    hint=N_("write it, or take the line out"),
    about=N_(
        "TODO, ???, 작성 예정, 그림 alone on its line: the note says itself that it is not done. "
        "Some of it would stand on a card."
    ),
    bad="""\
### 둑
물을 막으려고 쌓은 언덕이다.

### 물길
작성 예정
""",
    good="""\
### 둑
물을 막으려고 쌓은 언덕이다.

### 물길
물이 흐르는 길이다.
""",
    find=_placeholders,
)
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
