"""HTML's tags within a line: what they mark, show, or read aloud.

<b>굵게</b>   H<sub>2</sub>O   <a href="https://example.kr">쪽</a>   <img src="그림.png">
<ruby>學校<rp>(</rp><rt>학교</rt><rp>)</rp></ruby>   <audio src="소리.mp3"></audio>
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

from deckbuilder.markdown import templates
from deckbuilder.model import Mark, Run, readable
from deckbuilder.outline.pictures import decoded, picture

# Tags that mark text as Markdown does.
MARKS = {
    "b": "strong",
    "strong": "strong",
    "em": "em",
    "i": "em",
    "mark": "mark",
    "s": "s",
    "strike": "s",
    "del": "s",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
}
RUBY = frozenset({"ruby", "rb", "rt", "rtc", "rp"})
PLAYERS = frozenset({"audio", "video"})
# Tags within tags that mark anything; who writes more has forgotten to close them.
DEEPEST = 32


class Tag(NamedTuple):
    """One tag as it is written; `marks` takes both kinds."""

    name: str
    attributes: dict[str, str]
    closes: bool = False


def attributes(pairs: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """The attributes of a tag, as `HTMLParser` gives them."""
    return {name: value or "" for name, value in pairs}


class _TagReader(HTMLParser):
    tag: Tag | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = self.tag or Tag(tag, attributes(attrs))

    def handle_endtag(self, tag: str) -> None:
        self.tag = self.tag or Tag(tag, {}, closes=True)


def read(source: str) -> Tag | None:
    """The tag that a piece of raw HTML is, or None: a comment, a declaration."""
    reader = _TagReader()
    if re.match(r"</?[a-z]", source, re.I):
        reader.feed(readable(source))
    return reader.tag


class Line:
    """The runs of a line, as its text and its tags come one after the other."""

    def __init__(self, outer: tuple[Mark, ...] = ()) -> None:
        """Begin a line within these marks."""
        self._outer = outer
        self._open: list[tuple[str, Mark]] = []
        self._runs: list[Run] = []
        self._base: int | None = None  # where the characters begin that a reading stands above
        self._depth = 0  # how many marks stand around the ruby
        self._reading: list[Run] | None = None
        self._fallback = False  # in <rp>, brackets for browsers that know no ruby
        self._no_source = False  # in a player that has named no file yet

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that are open here, each once, the outermost first."""
        opened = (mark for _, mark in self._open[:DEEPEST])
        return tuple(dict.fromkeys((*self._outer, *opened)))

    @property
    def in_ruby(self) -> bool:
        """Whether a `<ruby>` is open."""
        return self._base is not None

    def add(self, run: Run) -> None:
        """Put a run behind the others."""
        if run.text == "\n":
            if self._reading is not None:  # readings do not run over lines: it was never closed
                self._end_ruby()
            self._runs.append(run)
        elif self._reading is not None:
            self._reading.append(run)
        elif not self._fallback or re.search(r"\w", run.text):
            self._runs.append(run)

    def take(self) -> list[Run]:
        """The runs so far; marks stay open for what follows."""
        self._end_ruby()
        runs, self._runs = self._runs, []
        return runs

    def tag(self, tag: Tag) -> bool:
        """Follow a tag; False if it is none of those that are known here."""
        name = tag.name
        if name in RUBY:
            self._ruby(tag)
        elif tag.closes:
            return self._close(name)
        elif name in MARKS:
            self._open.append((name, Mark(MARKS[name])))
        elif name == "a" and tag.attributes.get("href"):
            self._open.append(
                (name, Mark("link", templates.address(tag.attributes["href"]) or "#"))
            )
        elif name in {"img", "source"} | PLAYERS:
            self._show(tag)
        else:
            return False
        return True

    def _close(self, name: str) -> bool:
        if name in PLAYERS:
            self._no_source = False
            return True
        at = next((n for n, (open_, _) in enumerate(self._open) if open_ == name), None)
        if at is not None:
            del self._open[at]
        return at is not None or name in MARKS

    def _show(self, tag: Tag) -> None:
        found = tag.attributes
        source = found.get("src", "").strip()
        if tag.name in PLAYERS:
            self._no_source = not source
        if tag.name == "source":  # the same in several formats: the first is enough
            source = source if self._no_source else ""
            self._no_source = self._no_source and not source
        if source:
            alt = " ".join(found.get("alt", "").split())
            self.add(picture(self.marks, decoded(source), alt, found.get("width", "")))

    def _ruby(self, tag: Tag) -> None:
        if tag.name == "ruby":
            self._end_reading()
            self._base = None if tag.closes else len(self._runs)
            self._depth = len(self.marks)
        elif tag.name in ("rt", "rp"):
            self._end_reading()
            if tag.name == "rt" and not tag.closes and self.in_ruby:
                self._reading = []
        self._fallback = tag.name == "rp" and not tag.closes and self.in_ruby

    def _end_ruby(self) -> None:
        """End a ruby that nothing closes; a reading in it is text."""
        self._runs += self._reading or []
        self._base = self._reading = None
        self._fallback = False

    def _end_reading(self) -> None:
        """Put a reading above the characters in front of it; without any it is text itself."""
        if self._reading is None or self._base is None:
            return
        reading = "".join(run.text for run in self._reading).strip()
        base = self._runs[self._base :]
        if reading and any(run.text.strip() for run in base):
            ruby, depth = Mark("ruby", reading), self._depth
            self._runs[self._base :] = [
                run._replace(marks=(*run.marks[:depth], ruby, *run.marks[depth:]))
                if run.text.strip()
                else run
                for run in base
            ]
            self._runs += [run for run in self._reading if not run.text]
        else:
            self._runs += self._reading
        self._base, self._reading = len(self._runs), None
