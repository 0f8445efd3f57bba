"""What a maintainer chooses of the cards, in deckbuilder.toml, and what students have of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from deckbuilder.cli import main
from deckbuilder.model import CardSettings
from deckbuilder.notes.asking import notes
from tests.support.asked import name
from tests.support.cases import reading
from tests.support.collection import Card, Stored, notes_in, opened
from tests.support.command import Desk
from tests.support.project import BEGUN, LOCK

NOTE = """# 부엌

## 절구(Mortar)
곡식을 넣고 절굿공이로 찧어 빻는 그릇이다.

## 국물의 특징
- 따뜻하다
- 맛이 깊다
- 간이 맞다
- 건더기가 있다
- 식으면 굳는다

## 국물 내는 순서
1. 물을 붓는다
2. 다시마를 넣는다
3. 불을 켠다
4. 거품을 걷는다
5. 체에 거른다

## 밥상 차리는 순서
1. 밥을 푼다
2. 국을 뜬다
3. 김치를 담는다

## 국자와 주걱의 차이
- **국자**: 국물을 뜨는 데 쓰는 오목한 연장
- **주걱**: 밥을 푸는 데 쓰는 넓적한 연장

## 왜 뚝배기는 천천히 식을까?
두꺼운 흙벽이 열을 품기 때문이다.
"""
MONDAY, TUESDAY = 1_700_000_000, 1_700_086_400
Built = Callable[..., Path]


@pytest.fixture(scope="module")
def built(new_desk: Callable[[], Desk]) -> Built:
    """The deck of `NOTE` with these settings below [cards], of this day; each is built once."""

    @cache
    def deck(settings: str, day: int = MONDAY) -> Path:
        desk = new_desk()
        desk.put("부엌.md", NOTE)
        desk.put("deckbuilder.toml", f"[cards]\n{settings}\n")
        desk.put(LOCK, BEGUN)  # all are decks of one project
        return desk.deck("부엌.md", epoch=day)

    return deck


def cards(stored: list[Stored]) -> Counter[str]:
    """How many cards there are of each kind: term, reverse, topic, contrast, item, question."""
    return Counter(kind(note, card) for note in stored for card in note.cards)


def kind(note: Stored, card: Card) -> str:
    return name(note, card).split()[0]


ALL = Counter(term=3, reverse=1, topic=4, contrast=2, item=5, question=1)


def test_without_settings_all_cards_are_made_and_none_is_typed_or_read_out(built: Built) -> None:
    stored = notes_in(built(""))
    assert cards(stored) == ALL
    sides = [side for note in stored for card in note.cards for side in (card.front, card.back)]
    assert not [side for side in sides if "[[type:" in side or "[anki:" in side]


@pytest.mark.parametrize(
    ("settings", "fewer", "more"),
    [
        ("reverse = false", Counter(reverse=1), Counter()),
        ("items = false", Counter(item=5), Counter()),
        ('items = "all"', Counter(), Counter(item=5)),
        ('items = "all"\nitems_over = 5', Counter(item=5), Counter()),
        # A description that no choice is offered for asks back without.
        ("contrast = false", Counter(contrast=2), Counter(reverse=2)),
        ("items_over = 5", Counter(item=5), Counter()),
        ("items_over = 2", Counter(), Counter(item=3)),
        ("items_over = 1\nitems = false", Counter(item=5), Counter()),
        (
            "reverse = false\nitems = false\ncontrast = false",
            Counter(reverse=1, item=5, contrast=2),
            Counter(),
        ),
    ],
)
def test_a_setting_takes_cards_away_or_adds_them(
    built: Built, settings: str, fewer: Counter[str], more: Counter[str]
) -> None:
    assert cards(notes_in(built(settings))) == ALL - fewer + more


def test_terms_are_typed_in_where_a_card_asks_for_one(built: Built) -> None:
    stored = notes_in(built("type_in = true"))
    assert cards(stored) == ALL
    typed = {kind(note, card) for note in stored for card in note.cards if "[[type:" in card.front}
    others = [card for note in stored for card in note.cards if "[[type:" not in card.front]
    assert typed == {"reverse", "contrast"}
    assert len(others) == sum(ALL.values()) - ALL["reverse"] - ALL["contrast"]
    assert not [card for card in others if "[[type:" in card.back]


def test_cards_are_read_out_where_that_is_chosen(built: Built) -> None:
    stored = notes_in(built("speech = true"))
    assert cards(stored) == ALL
    every = [(kind(note, card), card) for note in stored for card in note.cards]
    asked = {name for name, card in every if "[anki:play:q:" in card.front}
    told = {name for name, card in every if "[anki:play:a:" in card.back}
    assert {"term", "topic", "question"} <= asked
    assert {"term", "topic", "question", "reverse", "contrast"} <= told


# --- one note stays one note ----------------------------------------------------------------------


def test_no_setting_changes_which_note_one_is() -> None:
    found = reading(NOTE)
    every = {note.guid for note in notes([found], "덱", CardSettings(items="all", items_over=1))}
    one_by_one: tuple[bool | Literal["all"], ...] = (True, False, "all")
    flags = product((True, False), repeat=4)
    for (reverse, contrast, typed, speech), items, over in product(flags, one_by_one, (1, 4, 9)):
        settings = CardSettings(
            reverse=reverse,
            items=items,
            items_over=over,
            contrast=contrast,
            type_in=typed,
            speech=speech,
        )
        guids = {note.guid for note in notes([found], "덱", settings)}
        assert guids <= every
        lists = (5, 3, 5) if items == "all" else (5, 3) if items else ()
        assert len(guids) == len(every) - 3 + sum(count > over for count in lists)


OTHERS = (
    "reverse = false",
    "items = false",
    'items = "all"',
    "contrast = false",
    "type_in = true",
    "speech = true",
    "items_over = 2",
    "reverse = false\nitems = false\ncontrast = false",
)


@pytest.mark.parametrize("first", ["", "reverse = false\nitems = false\ncontrast = false"])
@pytest.mark.parametrize("then", OTHERS)
def test_another_setting_adds_cards_and_keeps_what_has_been_learnt(
    built: Built, first: str, then: str
) -> None:
    new = built(then, TUESDAY)
    with opened(built(first)) as anki:
        before = {note.guid: note for note in anki.notes()}
        for note in before.values():
            anki.learn(note, days=5)
        due = {note.guid: note.card.due for note in anki.notes()}
        imported = anki.add(new)
        after = {note.guid: note for note in anki.notes()}
        assert anki.problems() == ""
    added = after.keys() - before.keys()
    assert imported.conflicting == 0
    assert imported.new == len(added)
    assert {after[guid].note_type for guid in added} <= {"deckbuilder 빈칸"}
    for guid, note in before.items():
        assert after[guid].id == note.id
        assert not after[guid].card.is_new
        assert after[guid].card.due == due[guid]
    now = cards(list(after.values()))
    assert now >= cards(notes_in(new))  # none of its cards is missing


# --- where a card comes from ----------------------------------------------------------------------

SOURCE = re.compile(r'<footer class="source">(.*?)</footer>')
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')
HERE = 'repository = "https://example.org/나/공책"\n'


def sources(deck: Path) -> set[str]:
    """What the footers of all cards say."""
    found = {SOURCE.search(card.back) for note in notes_in(deck) for card in note.cards}
    assert all(found)
    return {hit[1] for hit in found if hit}


def test_without_a_repository_the_source_is_no_link(desk: Desk) -> None:
    desk.put("필기/부엌.md", NOTE)
    assert all("<a" not in source for source in sources(desk.deck("필기/부엌.md")))


@pytest.mark.parametrize(
    "file", ["부엌.md", "1 학기/우리 부엌 (1).md", "가&나/100%.md", '따옴표\'/"부엌" #2?.md']
)
def test_a_source_leads_to_its_note_in_the_repository(desk: Desk, file: str) -> None:
    desk.put(f"필기/{file}", NOTE)
    desk.put("deckbuilder.toml", f'{HERE}sources = ["필기"]\n')
    found = sources(desk.deck())
    links = [LINK.search(source) for source in found]
    assert all(links)
    (address,) = {link[1] for link in links if link}
    path = address.removeprefix("https://example.org/나/공책/blob/HEAD/")
    assert path.isascii()
    assert not set(path) & set(" \"'<>#?&")
    assert unquote(path) == f"필기/{file}"
    assert {link[2].partition(" › ")[2] for link in links if link} == {"부엌", "국자와 주걱의 차이"}


def test_a_slash_at_the_end_of_the_repository_is_not_doubled(desk: Desk) -> None:
    desk.put("부엌.md", NOTE)
    desk.put("deckbuilder.toml", 'repository = "https://example.org/a/"\n')
    assert all("example.org/a/blob/HEAD/" in source for source in sources(desk.deck("부엌.md")))


def test_a_note_outside_of_the_repository_has_no_link(desk: Desk) -> None:
    desk.put("밖/부엌.md", NOTE)
    desk.put("안/부엌.md", "# 마루\n\n## 널\n나무를 켜서 바닥에 까는 넓고 얇은 조각이다.\n")
    desk.put("안/deckbuilder.toml", HERE)
    deck = desk.deck("밖/부엌.md", "안/부엌.md", "--config", "안/deckbuilder.toml")
    linked = {"<a" in SOURCE.findall(note.card.back)[0] for note in notes_in(deck)}
    assert linked == {True, False}
    for note in notes_in(deck):
        (source,) = SOURCE.findall(note.card.back)
        assert ("<a" in source) == ("마루" in note.card.deck)


# --- wrong settings -------------------------------------------------------------------------------

# What stands in deckbuilder.toml, and what the message must say beside the file's name.
WRONG = {
    "unknown key": ("[cards]\nrevers = false", ["'cards.revers'", "did you mean 'reverse'?"]),
    "unknown key like none": ("[cards]\nzzz = 1", ["'cards.zzz'", "known keys are reverse, items"]),
    "a key of cards above it": ("items = false", ["'items'"]),
    "two mistakes": ("[cards]\nspeach = true\nitems = 3", ["'speech'", "'cards.items'"]),
    "a switch of three": ('[cards]\nitems = "some"', ["'cards.items'", 'true, false or "all"']),
    "a text for a switch": ('[cards]\nreverse = "no"', ["'cards.reverse'", "reverse = true"]),
    "a number for a switch": ("[cards]\ntype_in = 1", ["'cards.type_in'", "true or false"]),
    "a list for a switch": ("[cards]\nspeech = []", ["'cards.speech'", "true or false"]),
    "none are too few": ("[cards]\nitems_over = 0", ["'cards.items_over'", "at least 1"]),
    "fewer than none": ("[cards]\nitems_over = -3", ["'cards.items_over'", "at least 1"]),
    "a switch for a number": ("[cards]\nitems_over = true", ["'cards.items_over'", "at least 1"]),
    "a text for a number": ('[cards]\nitems_over = "4"', ["'cards.items_over'", "items_over = 4"]),
    "half an item": ("[cards]\nitems_over = 4.5", ["'cards.items_over'", "at least 1"]),
    "cards is a number": ("cards = 3", ["'cards'", "[cards]"]),
    "cards is a list": ("[[cards]]\nitems = false", ["'cards'", "[cards]"]),
    "repository is a path": ('repository = "../공책"', ["'repository'", "https://"]),
    "repository is a script": ('repository = "javascript:x//"', ["'repository'", "https://"]),
    "repository is ftp": ('repository = "ftp://example.org/a"', ["'repository'", "https://"]),
    "repository has a blank": ('repository = "https://example.org/a b"', ["'repository'"]),
    "repository is a number": ("repository = 3", ["'repository'", "https://"]),
}


@pytest.mark.parametrize(("text", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_setting_is_named_with_its_remedy(desk: Desk, text: str, words: list[str]) -> None:
    note, file = desk.put("부엌.md", NOTE), desk.put("deckbuilder.toml", text + "\n")
    deck = desk.folder / "덱.apkg"
    # The command without a process of its own: there are many of these.
    outcome = CliRunner().invoke(main, ["build", *map(str, (note, "-o", deck, "--config", file))])
    assert outcome.exit_code == 2
    for word in [str(file), *words]:
        assert word in outcome.stderr
    for python in ("Traceback", "pydantic", "<class", "tuple"):
        assert python not in outcome.output
    assert desk.files() == ["deckbuilder.toml", "부엌.md"]


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ({"reverse": "no"}, "reverse takes True | False, and not 'no'"),
        ({"speech": 1}, "speech takes True | False, and not 1"),
        ({"items": "some"}, "items takes True | False | 'all', and not 'some'"),
        ({"items_over": 0}, "items_over takes int >= 1, and not 0"),
        ({"items_over": True}, "items_over takes int >= 1, and not True"),
        ({"items_over": 4.0}, "items_over takes int >= 1, and not 4.0"),
        ({"take": "all"}, "take takes 'few' | 'usual' | 'many', and not 'all'"),
        ({"take": []}, "take takes 'few' | 'usual' | 'many', and not []"),
    ],
)
def test_a_wrong_setting_from_python_is_refused(settings: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=re.escape(why)):
        CardSettings(**settings)


def test_the_cards_of_pyproject_are_checked_too(desk: Desk) -> None:
    desk.put("부엌.md", NOTE)
    desk.put("pyproject.toml", "[tool.deckbuilder.cards]\ncontrasts = false\n")
    outcome = desk.build("부엌.md")
    assert outcome.code == 2
    assert "did you mean 'contrast'?" in outcome.err
