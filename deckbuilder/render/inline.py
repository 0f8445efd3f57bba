"""Marked text to HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import escape
from types import MappingProxyType

from deckbuilder.model import PLAYED, REMOTE, Mark, Media, Run, Text
from deckbuilder.regular import expression
from deckbuilder.render.sanitise import WEB, guarded

# Marks that are an element of HTML of the same meaning.
ELEMENTS = {
    "strong": "strong",
    "em": "em",
    "s": "s",
    "mark": "mark",
    "code": "code",
    "sub": "sub",
    "sup": "sup",
}

# A backslash of the text that would begin a formula; an invisible word joiner keeps it text.
BEGINS_FORMULA = expression(r"\\(?=[(\[])")
WORD_JOINER = "\N{WORD JOINER}"
# What Anki's MathJax does besides setting a formula: links and styles, which could act or load
# something, and definitions, which would stay for all cards after this one.
ACTS = expression(
    r"\\(?:href|style|class|cssId|data|bbox|require|mmlToken"
    r"|[xeg]?def|let|(?:re)?newcommand|(?:re)?newenvironment|DeclareMathOperator)(?![A-Za-z])"
)


def inline(text: Text, media: Mapping[str, Media]) -> str:
    """A line of text as HTML; marks that neighbouring runs share are opened once.

    Args:
        text: the line.
        media: the files that its pictures and sounds are, by their address in the note.

    Returns:
        HTML that may still hold raw tags of the note.
    """
    return html(text.runs, media)


def html(runs: Iterable[Run], media: Mapping[str, Media] = MappingProxyType({})) -> str:
    """Runs as HTML, see `inline`."""
    out: list[str] = []
    open_: list[Mark] = []
    for run in runs:
        if not run.marks and not open_:
            out.append(plain(run.text))
            continue
        marks = [mark for mark in run.marks if _tag(mark)]
        shared = 0
        while shared < min(len(marks), len(open_)) and marks[shared] == open_[shared]:
            shared += 1
        out += [f"</{_tag(mark)}>" for mark in reversed(open_[shared:])]
        out += [_opening(mark) for mark in marks[shared:]]
        open_ = marks
        out.append(_content(run, media))
    out += [f"</{_tag(mark)}>" for mark in reversed(open_)]
    return "".join(out)


@lru_cache(maxsize=1 << 16)  # for speed only: cards of a place and of a note share names
def plain(text: str) -> str:
    """Characters as HTML that shows just them, on a web page and in Anki."""
    if "\\" in text:
        text = BEGINS_FORMULA.sub(lambda hit: hit[0] + WORD_JOINER, text)
    return guarded(escape(text))


def _tag(mark: Mark) -> str:
    if mark.kind == "link":
        return "a" if WEB.match(mark.value) else ""
    return ELEMENTS.get(mark.kind, "")


def _opening(mark: Mark) -> str:
    if mark.kind == "link":
        return f'<a href="{escape(mark.value)}">'
    return f"<{_tag(mark)}>"


def _content(run: Run, media: Mapping[str, Media]) -> str:
    values = {mark.kind: mark.value for mark in run.marks}
    shown = next((show(run.text, values) for kind, show in CONTENT.items() if kind in values), None)
    if shown is not None:
        return shown
    return _file(values, media) if "image" in values else plain(run.text)


Values = Mapping[str, str]


def math(formula: str, values: Values) -> str:
    r"""A formula in Anki's delimiters for MathJax, `\(…\)` and `\[…\]`; as code if it acts."""
    if ACTS.search(formula):
        return f"<code>{escape(formula)}</code>"
    safe = escape(formula)
    return f"\\[{safe}\\]" if values["math"] == "$$" else f"\\({safe}\\)"


def _ruby(text: str, values: Values) -> str:
    return f"<ruby>{plain(text)}<rt>{plain(values['ruby'])}</rt></ruby>"


def _task(_: str, values: Values) -> str:
    return f'<span class="task{" done" if values["task"] else ""}"></span>'


def _footnote(_: str, values: Values) -> str:
    return footnote_mark(values["footnote"])


def footnote_mark(label: str) -> str:
    """What refers to a footnote; one that the note gives no label has an asterisk."""
    return f'<sup class="footnote">{plain(re.sub(r"(?<=^[*]).+", "", label))}</sup>'


CONTENT: dict[str, Callable[[str, Values], str]] = {
    "blank": lambda _, values: f'<span class="blank">{plain(values["blank"])}</span>',
    "html": lambda _, values: values["html"],
    "math": math,
    "ruby": _ruby,
    "task": _task,
    "footnote": _footnote,
}


def _file(values: Values, media: Mapping[str, Media]) -> str:
    """A picture or a sound; a visible mark where the note names one that is not there."""
    address, alt = values["image"], values.get("alt", "")
    file = media.get(address)
    if file is None and not REMOTE.match(address):
        # An address that holds the picture itself is as long as that.
        name = alt or ("그림" if address[:5].lower() == "data:" else address)
        return f'<span class="missing">파일 없음: {plain(name)}</span>'
    source = escape(file.name if file else re.sub(r"^//", "https://", address))  # Anki knows no //
    if PLAYED.search(source):
        return f"[sound:{source}]" if file else f'<a href="{source}">{plain(alt or address)}</a>'
    width = f' width="{escape(values["width"])}"' if "width" in values else ""
    return f'<img src="{source}" alt="{escape(alt)}"{width}>'
