"""What the cards of a unit show beside its own words, and their HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from deckbuilder import render, tagless
from deckbuilder.cards.blanks import alike, begins, blank
from deckbuilder.cards.folding import folded
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.phrases import Phrase
from deckbuilder.model import CardSettings, Media, Member, Node, Text, value

# Names above the last one of a place that fit into the small print of a phone.
MOST_ABOVE = 2
# What a reader touches to see the rest of a long answer.
MORE = "더 보기"


@value(frozen=True, slots=True)
class _Hidden(Mapping[str, tuple[Node, ...]]):
    """Footnotes with blanks in the place of names, made when a card refers to one: few do."""

    footnotes: Mapping[str, tuple[Node, ...]]
    names: tuple[str, ...]

    def __getitem__(self, label: str) -> tuple[Node, ...]:
        hidden = blank(self.footnotes[label], self.names)
        if not hidden:  # a name would still show
            raise KeyError(label)
        return hidden

    def __iter__(self) -> Iterator[str]:
        return (label for label in self.footnotes if label in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@value(frozen=True, slots=True)
class Page:
    """The note around a unit.

    All HTML that it gives is sanitised.
    """

    place: tuple[str, ...]
    """The title and the names above the unit."""
    source: str = ""
    """Where the unit stands in the notes, HTML."""
    read_from: tuple[render.Line, ...] = ()
    """The lines that the names around the unit were read from; they tell formulas from words."""
    media: Mapping[str, Media] = field(default_factory=dict)
    """The files that pictures and sounds are, by their address in the note."""
    footnotes: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    settings: CardSettings = field(default_factory=CardSettings)

    def common(self, *, typed: bool = False) -> dict[str, str]:
        """The fields that every note type has; `typed` where it has one to type an answer in."""
        fields = {"자리": self._shown(self.place), "출처": self.source}
        if self.settings.speech:
            fields["듣기"] = "1"
        if typed and self.settings.type_in:
            fields["입력"] = "1"
        return fields

    def place_without(self, names: Iterable[str]) -> str:
        """The place for a card that asks for one of these names, without what tells it."""
        names = tuple(names)
        return self._shown([part for part in self.place if not _tells(part, names)])

    def _shown(self, place: Sequence[str]) -> str:
        """The subject and the nearest names; what stands between makes a place no clearer."""
        *upper, last = place or [""]
        short = [*upper[:1], "…", *upper[-1:]] if len(upper) > MOST_ABOVE else upper
        return self.name(render.BETWEEN.join([*short, last]))

    def hiding(self, names: Iterable[str]) -> Page:
        """The page for such a card: its footnotes have blanks in the place of these names."""
        if not self.footnotes:
            return self
        return replace(self, footnotes=_Hidden(self.footnotes, tuple(names)))

    def reading(self, texts: Iterable[Text]) -> Page:
        """The page for names that may have been read from these lines, too."""
        return replace(self, read_from=(*self.read_from, *map(render.line, texts)))

    def name(self, name: str, *read_from: Text) -> str:
        """A name, its formulas set; `read_from` is where it stands, if not in the unit's label."""
        return render.sanitise(
            render.name(name, tuple(map(render.line, read_from)) or self.read_from)
        )

    def question(self, phrase: Phrase) -> str:
        """What is asked for, set off from the words around it."""
        return f'<span class="term">{self.name(phrase.name)}</span>{render.plain(phrase.tail)}'

    def line(self, text: Text) -> str:
        """A line of a note."""
        return render.sanitise(render.inline(text, self.media))

    def blocks(self, nodes: Sequence[Node]) -> str:
        """Blocks of a note with their footnotes."""
        return render.sanitise(render.blocks(nodes, self.media)) + self.notes(nodes)

    def notes(self, nodes: Iterable[Node]) -> str:
        """The footnotes that blocks refer to."""
        return render.sanitise(render.footnotes(nodes, self.footnotes, self.media))

    def detail(self, nodes: Sequence[Node]) -> str:
        """Blocks in small: what helps to remember, and is not asked."""
        return f'<div class="detail">{self.blocks(nodes)}</div>' if nodes else ""

    def answer(self, body: Sequence[Node]) -> str:
        """The blocks of an answer; of a long one what is learnt in one go, and the rest folded."""
        shown, rest = folded(body)
        return self.blocks(shown) + self.fold(rest)

    def fold(self, nodes: Sequence[Node]) -> str:
        """Blocks that open at a touch, and what is folded within them with them."""
        if not nodes:
            return ""
        html = tagless.opened(self.blocks(nodes))
        return f"<details><summary>{MORE}</summary>{html}</details>"

    def member(self, member: Member) -> str:
        """A member's name, its other names in small behind it."""
        if not member.aliases:
            return self.line(member.name)
        aliases = self.name(", ".join(member.aliases), member.name)
        name = self.name(member.bare, member.name)
        return f"{name} <small>({aliases})</small>"


def _tells(part: str, names: Sequence[str]) -> bool:
    """Whether a part of the place tells a name, with its gloss or without: Agile over 애자일."""
    bare = GLOSS.sub("", part)
    glossed = bare != part
    return any(
        begins(name, part) or alike(part, name) or (glossed and alike(bare, name)) for name in names
    )
