"""Anki's note types of the project: ids, fields, templates; HTML and CSS lie beside this file.

They are frozen: a field or a template more, or another id, and a student's notes would conflict
with those of the next release. What may change is the CSS and the text of the templates;
`tests/notetypes.json` holds the rest. Each note type says what its fields are for and how its cards
are called, so that nobody else knows its fields but the cards (`cards/`) that fill them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files

from deckbuilder.language import N_
from deckbuilder.model import Media

MOST_MEMBERS = 8
"""So many members of a comparison can have a contrast card each."""
MOST_BLANKS = 20
"""So many items of a list can have a card each in one note."""

# Where a card comes from: the names above it, the note file.
PLACE, SOURCE = "자리", "출처"
# Fields for what is still to come: none can be added later.
SPARE = tuple(f"예비 {number}" for number in range(1, 5))
# The first of them has found its use: the line on a note that has left the notes.
RETIRED = SPARE[0]


@dataclass(frozen=True, slots=True)
class Template:
    """A card of a note type; its HTML lies in the folder of the note type, `STEM.front.html`."""

    name: str
    stem: str
    asks: str
    """The field without which there is no card; `№` stands for the number."""
    counted: tuple[str, str]
    """What one such card is called, and many."""
    number: int = 0
    """The number that stands in for `№` in the HTML; 0 for none."""


@dataclass(frozen=True, slots=True)
class NameCard:
    """The fields of a card that asks for a name; `№` stands for the number of a part."""

    asks: str
    """What is said of the name."""
    name: str = ""
    """The name; empty where `asks` hides it, as a cloze."""
    aliases: str = ""
    """Its other names."""
    choices: str = ""
    """The names to choose from."""
    place: str = ""
    """The place, without what would tell the name."""

    def numbered(self, number: int) -> NameCard:
        """The fields of the card for the part of this number."""
        asks, name = (field.replace("№", str(number)) for field in (self.asks, self.name))
        return replace(self, asks=asks, name=name)


@dataclass(frozen=True)
class NoteType:
    """A note type; `fields` are the Korean names, the sort field (the name or the topic) first."""

    key: str
    id: int
    name: str
    called: str
    """What a note of it is called."""
    fields: tuple[str, ...]
    templates: tuple[Template, ...]
    question: str
    """The field that asks for the whole of it."""
    answer: str
    """The field that answers for the whole of it."""
    beside: tuple[str, ...] = ()
    """What it shows beside the question and the place."""
    reverse: NameCard | None = None
    """The card that asks for the name of the whole."""
    part: NameCard | None = None
    """The cards that ask for its parts one by one."""
    parts: int = 0
    """So many parts of it can have a card each in one note."""
    cloze: bool = False
    continues: str = ""
    """The key of the note type whose parts its notes ask for; empty for none."""

    @cached_property
    def where(self) -> frozenset[str]:
        """The fields that say where a card comes from; it asks and answers the same elsewhere."""
        backs = (self.reverse, self.part)
        return frozenset({PLACE, SOURCE, *(back.place for back in backs if back)})

    def field_id(self, at: int) -> int:
        """The id of the field at this position (0-based)."""
        return self.id * 100 + at

    def template_id(self, at: int) -> int:
        """The id of the template at this position (0-based)."""
        return self.id * 100 + 80 + at

    def front(self, template: Template) -> str:
        """The template's front, HTML."""
        return self._side(template, "front")

    def back(self, template: Template) -> str:
        """The template's back, HTML."""
        return self._side(template, "back")

    def _side(self, template: Template, side: str) -> str:
        text = _read(f"{self.key}/{template.stem}.{side}.html")
        return text.replace("№", str(template.number))

    def cards(self, fields: Sequence[str]) -> Iterator[tuple[Template, str]]:
        """A note's cards: the template, and the field that asks, of those that are not empty."""
        for template, places in self._asking:
            for at in places:
                if fields[at]:
                    yield template, self.fields[at]

    @cached_property
    def _asking(self) -> tuple[tuple[Template, tuple[int, ...]], ...]:
        """Each template with the positions of the fields that ask, each for a card of it."""
        found = []
        for template in self.templates:
            asks = template.asks.replace("№", str(template.number))
            names = [
                name
                for name in self.fields
                if name == asks or (self.cloze and name.startswith(asks))
            ]
            found.append((template, tuple(map(self.fields.index, names))))
        return tuple(found)

    @cached_property
    def asking(self) -> frozenset[str]:
        """The fields that ask: where one of them is not empty, there is a card."""
        return frozenset(self.fields[at] for _, places in self._asking for at in places)

    def value(self, fields: Sequence[str], name: str) -> str:
        """The value of the field of this name."""
        return fields[self.fields.index(name)]

    def shows(self) -> Iterator[str]:
        """All that a release may change of it: the names, and the HTML of the templates."""
        yield from (self.name, *self.fields)
        for template in self.templates:
            yield from (template.name, self.front(template), self.back(template))

    def fill(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """The values of a note's fields in their order; those that are not given are empty.

        Raises:
            KeyError: there is no field of such a name.
        """
        unknown = values.keys() - self._names
        if unknown:
            raise KeyError(
                "{name} has no field {listed}".format(
                    name=self.name, listed=", ".join(sorted(unknown))
                )
            )
        return tuple([values.get(field, "") for field in self.fields])

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self.fields)

    @cached_property
    def tells(self) -> tuple[str, ...]:
        """The fields that ask and answer: all but those of `where`."""
        return tuple(name for name in self.fields if name not in self.where)


def _numbered(name: str, most: int) -> Iterator[str]:
    return (f"{name} {number}" for number in range(1, most + 1))


NOTE_TYPES = {
    note_type.key: note_type
    for note_type in (
        NoteType(
            "definition",
            1_795_500_001,
            "deckbuilder 정의",
            called=N_("definition"),
            fields=(
                *("용어", "물음", PLACE, "정의", "다른 이름", "거꾸로", "거꾸로 자리", SOURCE),
                *("입력", "듣기", *SPARE),
            ),
            templates=(
                Template("용어 → 정의", "term", "물음", (N_("definition"), N_("definitions"))),
                Template("정의 → 용어", "reverse", "거꾸로", (N_("in reverse"), N_("in reverse"))),
            ),
            question="물음",
            answer="정의",
            reverse=NameCard("거꾸로", "용어", aliases="다른 이름", place="거꾸로 자리"),
        ),
        NoteType(
            "enumeration",
            1_795_500_002,
            "deckbuilder 목록",
            called=N_("list"),
            fields=("주제", "물음", PLACE, "개수", "항목", SOURCE, "듣기", *SPARE),
            templates=(Template("주제 → 항목", "topic", "물음", (N_("list"), N_("lists"))),),
            question="물음",
            beside=("개수",),
            answer="항목",
        ),
        NoteType(
            "cloze",
            1_795_500_005,
            "deckbuilder 빈칸",
            called=N_("list items"),
            fields=(
                *("주제", "물음", PLACE, "개수", "전체", SOURCE, "입력", "듣기"),
                *_numbered("빈칸", MOST_BLANKS),
                *SPARE,
            ),
            templates=(Template("빈칸", "item", "빈칸 ", (N_("list item"), N_("list items"))),),
            question="물음",
            beside=("개수",),
            answer="전체",
            part=NameCard("빈칸 №"),
            parts=MOST_BLANKS,
            cloze=True,
            continues="enumeration",
        ),
        NoteType(
            "comparison",
            1_795_500_003,
            "deckbuilder 비교",
            called=N_("comparison"),
            fields=(
                *("주제", "물음", PLACE, "대상", "비교", "보기", "거꾸로 자리", SOURCE),
                *("입력", "듣기"),
                *_numbered("이름", MOST_MEMBERS),
                *_numbered("설명", MOST_MEMBERS),
                *SPARE,
            ),
            templates=(
                Template("주제 → 비교", "topic", "물음", (N_("comparison"), N_("comparisons"))),
                *(
                    Template(
                        f"설명 {n} → 이름",
                        "contrast",
                        "설명 №",
                        (N_("contrast"), N_("contrasts")),
                        n,
                    )
                    for n in range(1, MOST_MEMBERS + 1)
                ),
            ),
            question="물음",
            beside=("대상",),
            answer="비교",
            part=NameCard("설명 №", "이름 №", choices="보기", place="거꾸로 자리"),
            parts=MOST_MEMBERS,
        ),
        NoteType(
            "question",
            1_795_500_004,
            "deckbuilder 질문",
            called=N_("question"),
            fields=("질문", PLACE, "답", SOURCE, "듣기", *SPARE),
            templates=(
                Template("질문 → 답", "question", "질문", (N_("question"), N_("questions"))),
            ),
            question="질문",
            answer="답",
        ),
    )
}


def css(fonts: Sequence[Media] = ()) -> str:
    """The style that all note types share.

    Args:
        fonts: the font files that the deck holds; cards use them before the system's.
    """
    style = f"{_read('style.css')}\n\n{_read('code.css')}"
    if not fonts:
        return style
    faces = "\n".join(
        f'@font-face {{ font-family: "{FAMILY}"; src: url("{font.name}"); '
        f"font-weight: {_weight(font)}; }}"
        for font in fonts
    )
    return f'{style}\n\n{faces}\n.card {{ font-family: "{FAMILY}", var(--font); }}'


FAMILY = "deckbuilder"


def _weight(font: Media) -> str:
    """The weights that a font file has, by what its name says."""
    name = "" if isinstance(font.content, bytes) else font.content.path.stem.lower()
    if "variable" in name or name.endswith("vf"):
        return "100 900"
    return "700" if "bold" in name else "400"


@cache
def _read(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8").strip()
