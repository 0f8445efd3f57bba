"""The tests' eyes see: each of them finds what is wrong, and nothing in a card that is well."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import genanki
import pytest

from tests.support.browser import Browser, program
from tests.support.sides import Cards, sides_of
from tests.support.survey import survey

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def media(tmp_path: Path) -> Path:
    tmp_path.joinpath("그림 1.png").write_bytes(DOT)
    return tmp_path


# --- overflow -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        '<div class="wide" style="width: 500px">넓다</div>',
        '<p class="wide" style="white-space: nowrap">' + "줄을 바꾸지 않는 긴 문장 " * 10 + "</p>",
        '<table><tr><td><div class="wide" style="width: 500px">넓다</div></td></tr></table>',
    ],
    ids=["box", "text", "table"],
)
def test_what_sticks_out_of_the_page_is_found(browser: Browser, html: str) -> None:
    (found,) = browser.show(f"<p>좁다</p>{html}", width=360).overflow
    assert ".wide" in found
    assert browser.show(f"<p>좁다</p>{html}", width=3000).overflow == ()


def test_a_box_that_scrolls_by_itself_does_not_stick_out(browser: Browser) -> None:
    html = '<div style="overflow-x: auto"><div style="width: 500px">넓다</div></div>'
    assert browser.show(html, width=360).overflow == ()


def test_a_box_that_scrolls_without_a_shadow_is_found(browser: Browser) -> None:
    wide = '<div style="width: 500px">넓다</div>'
    plain = f'<div class="plain" style="overflow-x: auto">{wide}</div>'
    (found,) = browser.show(plain, width=360).unmarked
    assert ".plain" in found
    assert browser.show(plain, width=3000).unmarked == ()
    ground = "linear-gradient(#eee, #eee) left / 14px 100% no-repeat local"
    shadowed = f'<div style="overflow-x: auto; background: {ground}">{wide}</div>'
    assert browser.show(shadowed, width=360).unmarked == ()


def test_a_word_that_is_broken_in_a_cell_is_found(browser: Browser) -> None:
    def table(style: str) -> str:
        return f'<table style="width: 50px; {style}"><tr><td>Guaranteed 등급</td></tr></table>'

    assert browser.show(table("overflow-wrap: anywhere")).broken_words == ("Guaranteed",)
    assert browser.show(table("word-break: keep-all")).broken_words == ()


def test_a_rule_that_is_not_as_wide_as_the_answer_is_found(browser: Browser) -> None:
    rule, answer = '<hr style="{}">', '<div class="answer">대답</div>'
    thin = "border: 0; height: 1px; margin: 0"
    assert browser.show(rule.format(thin) + answer).uneven == ()
    for other in (f"{thin}; width: 50%", f"{thin}; margin-left: 9px", f"{thin}; height: 3px"):
        (found,) = browser.show(rule.format(other) + answer).uneven
        assert found.startswith("hr: ")


def test_a_question_of_two_sizes_is_found(browser: Browser) -> None:
    html = '<div class="ask"><span class="term" style="font-size: {}">잎</span>은?</div>'
    assert browser.show(html.format("1em")).uneven == ()
    (found,) = browser.show(html.format("1.1em")).uneven
    assert found.startswith(".ask: ")


@pytest.mark.parametrize("html", [r"\(\frac{a}\)", r"<p>\(열린 채", r"<p>\[열린 채"])
def test_a_formula_that_is_not_set_is_found(browser: Browser, html: str) -> None:
    assert browser.show(r"<p>\(\frac{a}{b}\) \[c\]</p>").unset == ()
    assert browser.show(html).unset


# --- contrast -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "style",
    [
        "color: #999; background: #fff",
        "color: #777; background: #fff; font-size: 14px",
        "color: rgb(0 0 0 / 40%); background: #fff",
        "color: #fff; background: #fff",
        "color: #888; background: rgb(0 0 0 / 10%)",
    ],
    ids=["grey", "just too grey", "transparent", "the same", "over a transparent one"],
)
def test_text_that_is_hard_to_read_is_found(browser: Browser, style: str) -> None:
    (found,) = browser.show(f'<p class="pale" style="{style}">흐리다</p>').contrast()
    assert found.startswith("p.pale “흐리다”")


def test_text_that_a_box_scrolls_away_is_looked_at(browser: Browser) -> None:
    pale = '<span class="pale" style="margin-left: 900px; color: #ccc">흐리다</span>'
    html = f'<div style="overflow: auto; white-space: nowrap; background: #fff">{pale}</div>'
    (found,) = browser.show(html, width=360).contrast()
    assert found.startswith("span.pale")


@pytest.mark.parametrize(
    "style",
    [
        "color: #767676; background: #fff",
        "color: #949494; background: #fff; font-size: 24px",
        "color: #fff; background: #111",
    ],
    ids=["just dark enough", "large", "white on black"],
)
def test_text_that_is_easy_to_read_is_let_be(browser: Browser, style: str) -> None:
    assert browser.show(f'<p style="{style}">또렷하다</p>').contrast() == ()


# --- missing glyphs -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        "<p>글자 \U000f0123 하나</p>",
        "<p class='box'>글자</p><style>.box::after {content: '\U000f0123'}",
    ],
    ids=["in a text", "from the style"],
)
def test_a_character_that_no_font_has_is_found(browser: Browser, html: str) -> None:
    assert browser.show(html).missing_glyphs() == ("\U000f0123",)


def test_characters_of_korean_notes_have_glyphs(browser: Browser) -> None:
    html = "<p>한글 漢字 かな ABC ①②가① “따옴표” → ⇒ • · … × ÷ ≤ ≠ Ω α ㉠ ㈜ ½ ￦</p>"
    assert browser.show(html).missing_glyphs() == ()
    assert browser.show("<b>한글 漢字</b> <code>한글 漢字</code>").missing_glyphs() == ()


# --- console and network --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    ["<script>console.error('아이고')</script>", "<script>throw new Error('아이고')</script>"],
    ids=["told", "thrown"],
)
def test_errors_of_the_page_are_told(browser: Browser, html: str) -> None:
    (found,) = browser.show(html).console
    assert "아이고" in found


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<img src='https://elsewhere.test/a.png'>", "https://elsewhere.test/a.png"),
        ("<img src='//elsewhere.test/a.png'>", "http://elsewhere.test/a.png"),
        ("<style>@import 'http://elsewhere.test/a.css';</style>", "http://elsewhere.test/a.css"),
        ("<img src='none.png'>", "http://anki.localhost/none.png"),
        ("<img src='../../etc/passwd'>", "http://anki.localhost/etc/passwd"),
        ("<script>new WebSocket('ws://elsewhere.test/')</script>", "ws://elsewhere.test/"),
        ("<iframe src='https://elsewhere.test/b'></iframe>", "https://elsewhere.test/b"),
    ],
    ids=["image", "no scheme", "style", "no such file", "out of the folder", "socket", "frame"],
)
def test_what_a_page_asks_for_is_told_and_refused(
    browser: Browser, media: Path, html: str, url: str
) -> None:
    assert url in browser.show(html, media=media).requests


def test_a_media_file_is_shown(browser: Browser, media: Path) -> None:
    shown = browser.show("<img src='%EA%B7%B8%EB%A6%BC%201.png'>", media=media)
    assert shown.requests == shown.console == ()
    assert shown.page.evaluate("document.images[0].naturalWidth") == 1


def test_a_card_that_leads_away_does_not_harm_the_next(browser: Browser) -> None:
    away = browser.show("<script>location = 'https://elsewhere.test/'</script>")
    for _ in range(100):  # it leads away when the page comes to it
        if away.window.requests:
            break
        away.page.wait_for_timeout(50)
    assert away.window.requests == ["leads away: https://elsewhere.test/"]
    assert browser.show("<p>다음</p>").page.inner_text("#qa") == "다음"


def test_a_side_is_not_asked_after_the_next_is_shown(browser: Browser) -> None:
    first = browser.show("<p>앞</p>")
    browser.show("<p>뒤</p>")
    with pytest.raises(AssertionError, match="another side"):
        first.contrast()


# --- Anki's page ----------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1024])
def test_the_page_is_that_of_the_reviewer(browser: Browser, width: int, dark: bool) -> None:
    page = browser.show("<p>글</p>", width=width, dark=dark, ordinal=1).page
    body = page.evaluate("document.body.className").split()
    html = set(page.evaluate("document.documentElement.className").split())
    assert page.evaluate("document.compatMode") == "CSS1Compat"
    assert body == ["card", "card2", *(["nightMode", "night_mode"] if dark else [])]
    assert ("mobile" in html) == (width == 360)
    assert ("night-mode" in html) == dark
    assert page.evaluate("document.documentElement.clientWidth") == width


def test_math_is_typeset_by_ankis_mathjax(browser: Browser) -> None:
    shown = browser.show(r"<p>\(\frac{a}{b} + \text{한글}\)</p>\[\sum_{i=1}^n \mathbb{R}\]")
    assert shown.page.locator("mjx-container").count() == 2
    assert shown.console == shown.requests == shown.missing_glyphs() == ()
    assert "\\frac" not in shown.page.inner_text("#qa")


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cards]:
    """A deck that is not of this project: it asks to type, and plays a sound."""
    folder = tmp_path_factory.mktemp("typed")
    sound = folder / "a.mp3"
    sound.write_bytes(b"")
    model = genanki.Model(
        1_700_000_001,
        "typed",
        fields=[{"name": "앞"}, {"name": "뒤"}],
        templates=[
            {"name": "둘", "qfmt": "{{앞}}{{type:뒤}}", "afmt": "{{FrontSide}}<hr id=answer>{{뒤}}"}
        ],
    )
    deck = genanki.Deck(1_700_000_002, "typed")
    deck.add_note(genanki.Note(model, ["물음 [sound:a.mp3]", "대답"]))
    file = folder / "typed.apkg"
    genanki.Package(deck, [str(sound)]).write_to_file(str(file))
    with sides_of(file) as cards:
        yield cards


def test_inputs_and_sounds_are_made_as_anki_makes_them(browser: Browser, typed: Cards) -> None:
    front, back = typed.sides
    assert front.sounds == 1
    page = browser.show(front.html, media=typed.media).page
    assert page.locator("input#typeans").count() == page.locator(".replay-button").count() == 1
    page = browser.show(back.html, media=typed.media).page
    assert page.locator("code#typeans").count() == 1
    assert "대답" in page.inner_text("#qa")


# --- many cards, and no browser -------------------------------------------------------------------


def test_a_survey_tells_the_card_and_the_view(browser: Browser, typed: Cards) -> None:
    pale = '<p style="color: #fff; background: #fff">흐리다</p>'
    spoilt = Cards((replace(typed.sides[0], html=pale),), typed.media)
    found = [str(finding) for finding in survey(browser, spoilt)]
    assert len(found) == 2  # by day and by night
    assert "물음" in found[0]
    assert "360px light: contrast: p “흐리다”" in found[0]


def test_a_survey_looks_at_a_front_on_its_back(browser: Browser, typed: Cards) -> None:
    wide = '<p style="width: 2000px">넓다</p>'
    front, back = (replace(side, html=wide) for side in typed.sides)
    assert len(survey(browser, Cards((front, back), typed.media))) == 3
    other = replace(back, html="<p>좁다</p>")
    assert len(survey(browser, Cards((front, other), typed.media))) == 3


@pytest.mark.parametrize(
    ("setting", "outcome"),
    [("required", pytest.fail.Exception), ("", pytest.skip.Exception)],
    ids=["required", "not required"],
)
def test_without_a_chromium_the_reason_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DECKBUILDER_BROWSER", setting)
    with pytest.raises(outcome, match="no Chromium"):
        program()
