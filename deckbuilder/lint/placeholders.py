"""What stands for what is still to be written: TODO, ???, 작성 예정."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.diagnostics import Severity
from deckbuilder.language import N_
from deckbuilder.lint.lint import Found, Lint, Notes
from deckbuilder.model import SILENT, Kind, Node, Text
from deckbuilder.regular import any_of, expression

_WRITING = "작성|정리|추가|보충|보완"
# Marks of what is to be written, wherever they stand in a line.
MARK = any_of(
    {
        "TODO": r"(?<![\w#])(?:TODO|TBD|FIXME|WIP|XXX)(?![\w-])",
        "물길: ???": r"(?<!\?)\?{3,}(?!\?)",
        "추후 정리": rf"(?:추후|나중에)\s?(?:{_WRITING})(?:\s?(?:예정|필요|하기|할\s?것))?",
        "물길 정리 예정.": rf"(?:{_WRITING})\s?(?:예정|필요)(?=[\s).!~]*$)",
        "둑의 그림 추가 필요함": r"(?:내용|설명|그림|사진)\s?(?:추가|보충|보완)\s?(?:예정|필요)",
    }
)
# What a heading's only line may be that stands for the text to come: "비밀~", "나중에…".
DRAWN_OUT = expression(r"[가-힣]{1,8}\s?(?:~+|…|\.{3})")


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
