"""The gallery's cards: each feature is on one of them, and looks well in every view."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from deckbuilder import render
from deckbuilder.notetypes import css
from tests.gallery import decks
from tests.support.browser import Browser
from tests.support.collection import opened, shown
from tests.support.command import Outcome
from tests.support.sides import Cards, sides_of
from tests.support.survey import survey
from tests.support.webview import COMPUTER, PHONE


@dataclass(frozen=True)
class Built:
    """A deck of the gallery, and what the command said."""

    file: Path
    outcome: Outcome


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The decks by their configurations."""
    folder = tmp_path_factory.mktemp("gallery")
    files = {config: folder / f"{Path(config).stem}.apkg" for config in decks.CONFIGS}
    return {config: Built(file, decks.build(config, file)) for config, file in files.items()}


@pytest.fixture(scope="module")
def all_cards(gallery: dict[str, Built]) -> Iterator[dict[str, Cards]]:
    """The cards of each deck."""
    with ExitStack() as opened:
        yield {
            config: opened.enter_context(sides_of(built.file)) for config, built in gallery.items()
        }


@pytest.fixture(scope="module")
def usual(all_cards: dict[str, Cards]) -> Cards:
    """Those of the deck in which nothing was switched on."""
    return all_cards[decks.CONFIGS[0]]


@pytest.fixture(scope="module", params=decks.CONFIGS)
def config(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def cards(config: str, all_cards: dict[str, Cards]) -> Cards:
    return all_cards[config]


# --- in the browser -------------------------------------------------------------------------------


def test_every_card_looks_well_in_every_view(browser: Browser, cards: Cards) -> None:
    assert [str(finding) for finding in survey(browser, cards)] == []


@pytest.mark.parametrize(
    ("word", "is_broken"),
    [("주기억장치에서는", False), ("S" * 24, False), ("https://example.org/" + "s" * 40, True)],
    ids=["of Korean", "as long as a cell", "longer than one"],
)
def test_a_word_of_a_table_is_broken_where_no_phone_is_wide_enough(
    browser: Browser, word: str, is_broken: bool
) -> None:
    table = render.table(["기준", "앞", "뒤", "옆"], [[word] * 3] * 2, ["가", "나"])
    page = browser.show(f"<style>{css()}</style><article>{table}</article>", width=PHONE)
    assert set(page.broken_words) == ({word} if is_broken else set())


def test_the_heads_of_rows_stay_where_a_table_scrolls(browser: Browser, usual: Cards) -> None:
    side = next(side for side in usual.sides if "<th>평균 시간</th>" in side.html)
    page = browser.show(side.html, media=usual.media, width=PHONE).page
    scrolls, moved = page.evaluate(SCROLLED)
    assert scrolls
    assert abs(moved) <= 1  # the border of the table


# Whether a table scrolls, and how far the head of its last row moves with it.
SCROLLED = """(() => {
    const box = document.querySelector(".scroll");
    const left = () => [...box.querySelectorAll("tbody th")].pop().getBoundingClientRect().left;
    const before = left();
    box.scrollLeft = 200;
    return [box.scrollLeft === 200, left() - before];
})()"""


@pytest.mark.parametrize(("width", "stacked"), [(PHONE, True), (COMPUTER, False)])
def test_members_stand_beneath_their_names_on_a_phone(
    browser: Browser, usual: Cards, width: int, stacked: bool
) -> None:
    side = next(side for side in usual.sides if "<dl>" in side.html)
    page = browser.show(side.html, media=usual.media, width=width).page
    assert (
        page.evaluate("""[...document.querySelectorAll("dl > div")].map((member) => {
        const [name, said] = [...member.children].map((one) => one.getBoundingClientRect());
        return said.top >= name.bottom;
    })""")
        == [stacked] * 3
    )


def test_a_source_is_shown_where_it_leads_somewhere(
    browser: Browser, all_cards: dict[str, Cards]
) -> None:
    heights = []
    for cards in all_cards.values():
        side = next(side for side in cards.sides if side.face == "back")
        assert "source" in side.html
        footer = browser.show(side.html, media=cards.media).page.locator(".source")
        heights.append(footer.evaluate("one => one.getBoundingClientRect().height"))
    with_repository, without = heights
    assert with_repository > 0
    assert without == 0


def test_the_back_marks_the_right_one_of_the_choices(browser: Browser, cards: Cards) -> None:
    asked = [side for side in cards.sides if 'class="choices"' in side.html]
    assert asked
    for side in asked:
        page = browser.show(side.html, media=cards.media, ordinal=side.ordinal).page
        marked = page.evaluate(MARKED)
        right = [page.inner_text(".answer .term")] if side.face == "back" else []
        assert marked == right, side


# The choices that have another ground than the card.
MARKED = """[...document.querySelectorAll(".choices li")]
    .filter((one) => getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)")
    .map((one) => one.innerText)"""


def test_code_stands_on_a_ground_of_its_own(browser: Browser, usual: Cards) -> None:
    side = next(side for side in usual.sides if "<pre>" in side.html)
    code = browser.show(side.html, media=usual.media).page.locator("pre").first
    ground = code.evaluate("pre => getComputedStyle(pre).backgroundColor")
    assert ground not in {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}


def test_a_task_has_a_box_and_no_bullet(browser: Browser, usual: Cards) -> None:
    side = next(side for side in usual.sides if 'class="task' in side.html)
    page = browser.show(side.html, media=usual.media).page
    styles = page.locator("li:has(.task)").evaluate_all(
        "items => items.map((item) => getComputedStyle(item).listStyleType)"
    )
    assert styles == ["none"] * 4


# --- in Anki --------------------------------------------------------------------------------------


def test_every_card_has_a_front_and_a_back(cards: Cards) -> None:
    def empty(source: str) -> bool:
        return not shown(source) and "<img" not in source

    assert [str(side) for side in cards.sides if empty(side.html)] == []
    assert [str(side) for side in cards.sides if 'class="ask"' not in side.html] == []
    assert all("<hr" in side.html for side in cards.sides if side.face == "back")


def test_the_media_are_just_those_that_cards_name(gallery: dict[str, Built], config: str) -> None:
    with opened(gallery[config].file) as anki:
        assert anki.media_problems() == {"unused": [], "missing": []}
        assert anki.media()


# Each feature with a pattern of the HTML of some card; `.*` stays within a card's side.
FEATURES = {
    "Hangul without batchim": "세마포어</span>란 무엇인가요",
    "Hangul with batchim": "트랜잭션</span>이란 무엇인가요",
    "acronym read as a word": "IaaS</span>란 무엇인가요",
    "acronym read as letters": "SQL</span>이란 무엇인가요",
    "digits": "OSI 7계층</span>이란 무엇인가요",
    "aliases": r'class="aliases">Semaphore, 신호기',
    "place": r'class="place">전시장 › 낱말과 물음',
    "source as a link": r'<a href="https://github\.com/example/notes/blob/HEAD/%EC%A0%84',
    "reverse": "무엇에 대한 설명인가요.*이것.*은.* 공유 자원",
    "list": "물의 상태</span>에는 무엇이 있나요.*3가지",
    "ordered list": r"김장 순서</span>는 무엇인가요.*<ol>",
    "item between neighbours": r'<ol start="\d"><li class="more">⋯</li>.*class="cloze"',
    "definition of an item": r'재현성 <small>\(Reproducibility\)</small><div class="detail">',
    "comparison": "가상머신과 컨테이너의 차이</span>는 무엇인가요",
    "comparison without aspects": r"<dl><div><dt>레지스터</dt><dd>.*</dd></div>",
    "comparison of kinds": "기억장치의 종류 3가지</span>는 어떻게 다른가요",
    "contrast": r"어느 것에 대한 설명인가요.*class=\"choices\"><ul><li class=\"no1\">스택</li>",
    "no alignment where no column is": "<strong>크기</strong>: 수 GB</li>",
    "alignment": r'<th class="right">컨테이너</th>.*<td class="center">하드웨어</td>',
    "no alignment where a row was aligned": "<th>지름 \\(km\\)</th><td>4,879</td>",
    "question": "재귀 함수는 어떻게 끝날까",
    "formula in a front": r'<span class="term">\\\(E=mc\^2\\\)</span>',
    "inline formula": r"\\\(ax\^2 \+ bx \+ c = 0\\\)",
    "displayed formula": r"\\\[x = \\frac",
    "formula in a cloze": r'data-ordinal="3">.*\\\(.n..x\^..n-1.*\\\)',
    "code": r'<span class="hl-k">def</span>',
    "code of an unknown language": "그대로 보인다 => \\[sound:없음.mp3\\]",
    "table": r'<td class="right">4,879</td>',
    "picture": r'<img src="deckbuilder-[0-9a-f]{16}\.svg" alt="기공의 얼개">',
    "picture of some width": r'<img src="deckbuilder-[0-9a-f]{16}\.png" alt="무지개" width="240">',
    "missing picture": r'<span class="missing">파일 없음: 삼엽충</span>',
    "sound": r'<a class="replay-button',
    "task": r'<span class="task done"></span>.*<span class="task"></span>',
    "footnote": r'<sup class="footnote">가설</sup>.*class="footnotes".*<strong>설명</strong>',
    "highlight": "<mark>한 문장</mark>",
    "strikethrough": "<s>바꾼다</s>",
    "subscript": "H<sub>2</sub>O.*CO<sub>2</sub>",
    "superscript": "x<sup>2</sup>",
    "keys": "<kbd>Ctrl</kbd>",
    "underline": "<u>저장</u>",
    "callout": r'class="callout"><div class="kind">주의</div>',
    "callout with a title": r'class="callout"><div class="kind">그래프를 그릴 때</div>',
    "toggle": r"<details open(?:=\"\")?><summary>더 알아보기</summary>",
    "rest of a long answer": "<details><summary>더 보기</summary><p>",
    "link to the web": r'<a href="https://example\.org/writing">과학 글쓰기</a>',
    "link into the notes": "다른 필기와.*측정을",
    "reading of hanja": 'class="aliases">광합성',
}
TYPED = {
    "typing": r"<input type=text id=typeans",
    "typing beside choices": r'class="choices".*<input type=text id=typeans',
}


@pytest.fixture(scope="module")
def found(all_cards: dict[str, Cards]) -> dict[str, list[str]]:
    """The HTML of all sides of each deck, blanks made single."""
    return {
        config: [html.unescape(" ".join(side.html.split())) for side in cards.sides]
        for config, cards in all_cards.items()
    }


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_is_on_a_card(found: dict[str, list[str]], feature: str) -> None:
    usual, _ = decks.CONFIGS
    assert any(re.search(FEATURES[feature], side) for side in found[usual])


@pytest.mark.parametrize("feature", TYPED)
def test_what_is_off_is_on_a_card_where_it_is_switched_on(
    found: dict[str, list[str]], feature: str
) -> None:
    usual, typed = decks.CONFIGS
    assert any(re.search(TYPED[feature], side) for side in found[typed])
    assert not any(re.search(TYPED[feature], side) for side in found[usual])


def test_cards_are_read_aloud_where_that_is_switched_on(all_cards: dict[str, Cards]) -> None:
    usual, typed = (
        sum(side.sounds > 0 for side in cards.sides) / len(cards.sides)
        for cards in all_cards.values()
    )
    assert (usual < 0.1, typed > 0.9) == (True, True)


def test_the_missing_picture_is_named_with_its_line(gallery: dict[str, Built]) -> None:
    lines = (decks.FOLDER / "전시장.md").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if "삼엽충.png" in text)
    usual, _ = decks.CONFIGS
    assert f"전시장.md:{line}: there is no file '그림/삼엽충.png'" in gallery[usual].outcome.err
