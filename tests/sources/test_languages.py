"""Notes in other languages are left out, and said so once; settings let them in."""

from __future__ import annotations

import pytest

from tests.support.collection import notes_in
from tests.support.command import Desk
from tests.support.notes import LEAF
from tests.support.project import TUESDAY, WEDNESDAY, project, terms

ENGLISH = "# Leaves\n\n## Stoma\nA stoma is a pore on the under side of a leaf.\n"
JAPANESE = "# 葉\n\n## 気孔\n気孔とは、ガスが出入りする小さな穴である。\n"
CHINESE = "# 叶\n\n## 气孔\n气孔是叶片下面的小孔。\n"
# A note, and whether nothing in it is Korean.
LANGUAGES = {
    "English": (ENGLISH, True),
    "Japanese": (JAPANESE, True),
    "one syllable": (ENGLISH.replace("a pore", "잎 pore"), False),
    "letters alone": (ENGLISH.replace("a pore", "ㄱ pore"), False),
    "decomposed": (ENGLISH.replace("a pore", "\u110b\u1175\u11c1 pore"), False),
    "Korean in its front matter only": (f"---\ntags: [봄]\n---\n{ENGLISH}", True),
    "no letters": ("# 1\n\n---\n\n12 + 3\n", False),
    "nothing": ("", False),
}


@pytest.mark.parametrize(("text", "foreign"), LANGUAGES.values(), ids=LANGUAGES.keys())
def test_a_note_without_korean_is_left_out(desk: Desk, text: str, foreign: bool) -> None:
    desk.put("공책/잎.md", LEAF)
    desk.put("공책/딴것.md", text)
    outcome = desk.build("공책")
    assert outcome.code == 0
    said = "notice: 공책: 1 note in another language than ko, left out: 공책/딴것.md [language]"
    assert (said in outcome.err) == foreign
    assert outcome.out.startswith("1 note read" if foreign else "2 notes read")


def test_many_are_said_in_a_line(desk: Desk) -> None:
    desk.put("공책/잎.md", LEAF)
    for number in range(1, 6):
        desk.put(f"공책/{number}.md", ENGLISH.replace("Stoma", f"Stoma {number}"))
    desk.put("공책/6.md", JAPANESE)
    outcome = desk.build("공책", "--verbose", "--strict")
    assert outcome.code == 0
    assert outcome.err == (
        "notice: 공책: 6 notes in another language than ko, left out: 공책/1.md, 공책/2.md, "
        "공책/3.md and 3 more [language]\n"
        "    name all languages that are to be read in the settings: "
        'languages = ["ko", "en", "ja"]\n'
    )


@pytest.mark.parametrize(
    ("languages", "fronts"),
    [
        ('["ko"]', {"기공"}),
        ('["ko", "en"]', {"기공", "Stoma"}),
        ('["en"]', {"Stoma"}),
        ('["ko", "ja", "zh"]', {"기공", "気孔", "气孔"}),
    ],
)
def test_the_settings_let_languages_in(desk: Desk, languages: str, fronts: set[str]) -> None:
    for number, text in enumerate((LEAF, ENGLISH, JAPANESE, CHINESE)):
        desk.put(f"공책/{number}.md", text)
    desk.put("deckbuilder.toml", f"languages = {languages}\n")
    assert {stored.fields[0] for stored in notes_in(desk.deck("공책"))} == fronts


@pytest.mark.parametrize(
    ("languages", "item"), [('"ko"', ""), ("[]", ""), ('["kr"]', ".1"), ('["ko", 1]', ".2")]
)
def test_a_language_must_be_one_that_is_known(desk: Desk, languages: str, item: str) -> None:
    desk.put("공책/잎.md", LEAF)
    desk.put("deckbuilder.toml", f"languages = {languages}\n")
    outcome = desk.build("공책")
    assert outcome.code == 2
    assert outcome.err.startswith(
        f"error: deckbuilder.toml: 'languages{item}' cannot be used; "
        "write a list of ko, en, ja, zh: "
    )
    assert outcome.err.count("\n") == 1


def test_a_note_alone_in_another_language_makes_no_deck(desk: Desk) -> None:
    desk.put("leaf.md", ENGLISH)
    outcome = desk.build("leaf.md")
    assert outcome.code == 1
    assert "notice: leaf.md: 1 note in another language than ko, left out: leaf.md" in outcome.err
    assert "error: leaf.md: no note has anything" in outcome.err


def test_a_language_that_is_left_out_again_retires_nothing(desk: Desk) -> None:
    both = 'sources = ["notes"]\ntitle = "정원"\noutput = "정원.apkg"\n'
    mine = project(
        desk.folder, {"잎.md": LEAF, "leaf.md": ENGLISH}, f'{both}languages = ["ko", "en"]\n'
    )
    mine.release()
    first = terms(mine.deck_file)
    mine.put("deckbuilder.toml", both)
    assert "no note changed" in mine.release(TUESDAY).out
    assert len(terms(mine.deck_file)) < len(first)
    mine.put("deckbuilder.toml", f'{both}languages = ["ko", "en"]\n')
    mine.release(WEDNESDAY)
    assert terms(mine.deck_file) == first
