"""Anki's note types of the project: ids, fields, templates; HTML and CSS lie beside this file.

They are frozen: a field or a template more, or another id, and a student's notes would conflict
with those of the next release. What may change is the CSS and the text of the templates;
`tests/notetypes.json` holds the rest. Each note type says what its fields are for and how its cards
are called, so that nobody else knows its fields but the cards (`cards/`) that fill them.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.language import N_
from deckbuilder.notetypes.notetype import PLACE, SOURCE, NameCard, NoteType, Template
from deckbuilder.notetypes.style import css

__all__ = [
    "MOST_BLANKS",
    "MOST_MEMBERS",
    "NOTE_TYPES",
    "PLACE",
    "RETIRED",
    "SOURCE",
    "SPARE",
    "NameCard",
    "NoteType",
    "Template",
    "css",
]

MOST_MEMBERS = 8
"""So many members of a comparison can have a contrast card each."""
MOST_BLANKS = 20
"""So many items of a list can have a card each in one note."""

# Fields for what is still to come: none can be added later.
SPARE = tuple(f"예비 {number}" for number in range(1, 5))
# The first of them has found its use: the line on a note that has left the notes.
RETIRED = SPARE[0]


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
