"""The page of the preview as its reader sees it, in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.browser import Browser
from tests.support.command import Desk
from tests.support.media import png
from tests.support.notes import GARDEN
from tests.support.viewer import Viewer
from tests.support.webview import PHONE

MORE = """# 씨앗

## 씨눈
싹이 될 부분이며, ![씨눈](씨눈.png) 넓이는 $a^2$이다.

## 심는 법
물을 준다.

<!-- 나중에 더 쓴다 -->
"""
HOSTILE = """# </script><script>window.pwned = 1</script>

## <img src=x onerror="pwned=1">해로운 말
<script>window.pwned = 1</script>남을 해치는 말이다. <a href="javascript:pwned=1">여기</a>
<!-- </script><script>window.pwned = 1</script> -->

## 먼 그림
![그림 <img src=x onerror=pwned=1>](https://그림.example/a.png) 멀리 있는 그림이다.

## 수식
$\\href{javascript:pwned=1}{x}\\text{<img src=x onerror=pwned=1>}$ 꼴로 적은 식이다.
"""


@pytest.fixture(scope="module")
def file(new_desk: Callable[[], Desk]) -> Path:
    """The page of a project, of which a note has changed since its last build."""
    desk = new_desk()
    for name, text in GARDEN.items():
        desk.put(name, text)
    desk.put("deckbuilder.toml", 'sources = ["정원"]\n')
    assert desk.build().code == 0
    desk.put("정원/10. 흙/거름.md", GARDEN["정원/10. 흙/거름.md"].replace("풀과 짚", "잎과 짚"))
    desk.put("정원/씨앗.md", MORE)
    desk.put("정원/씨눈.png", png(20))
    outcome = desk.run("preview", "-o", "p.html")
    assert outcome.code == 0, outcome.said
    return desk.folder / "p.html"


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Viewer]:
    with Viewer.on(browser) as window:
        yield window


@pytest.fixture
def viewer(window: Viewer, file: Path) -> Iterator[Viewer]:
    with window.opened(file.as_uri()) as viewer:
        yield viewer


def test_the_keys_turn_cards_over_and_go_on(viewer: Viewer) -> None:
    viewer.choose("두엄이란 무엇인가요?")
    assert (viewer.asks(), viewer.answered()) == ("두엄이란 무엇인가요?", False)
    viewer.press("ArrowRight")
    assert "잎과 짚을" in viewer.card.locator(".given").inner_text()
    assert not viewer.answered()
    viewer.press("ArrowLeft", "b", "ArrowDown")
    assert viewer.answered()
    viewer.press("?")
    assert viewer.part("keys").is_visible()


def test_the_keys_are_heard_in_the_card_too(viewer: Viewer) -> None:
    viewer.card.locator(".ask").click()
    viewer.press(" ")
    assert viewer.answered()


def test_the_list_holds_what_the_filters_leave(viewer: Viewer) -> None:
    viewer.press("/")
    viewer.page.keyboard.type("원뿌리")
    assert viewer.listed
    assert all("뿌리" in title for title in viewer.listed)
    viewer.press(" ")  # is typed there
    assert not viewer.answered()
    viewer.part("search").fill("")
    viewer.part("kind").select_option("comparison")
    assert "곧은뿌리와 수염뿌리의 차이는 무엇인가요?" in viewer.listed
    assert "두엄이란 무엇인가요?" not in viewer.listed
    viewer.part("deck").select_option("정원::10. 흙")
    assert viewer.listed == ["밑거름과 웃거름의 차이는 무엇인가요?"]
    viewer.part("deck").select_option("")
    viewer.part("kind").select_option("")
    viewer.part("tag").select_option("봄_학기")
    where = viewer.page.locator("#list .where").all_inner_texts()
    assert where
    assert all("잎.md" in one for one in where)


def test_night_and_phone_change_the_card(viewer: Viewer) -> None:
    body = viewer.card.locator("body")
    assert "nightMode" not in (body.get_attribute("class") or "")
    viewer.press("n", "p")
    assert "nightMode night_mode" in (body.get_attribute("class") or "")
    assert viewer.page.evaluate("document.getElementById('frame').clientWidth") == PHONE - 2
    viewer.part("night").click()
    assert "nightMode" not in (body.get_attribute("class") or "")


def test_what_became_of_each_line_stands_beside_the_note(viewer: Viewer) -> None:
    viewer.choose("두엄이란 무엇인가요?")
    text = viewer.part("text")
    assert text.locator(".here .number").all_inner_texts() == ["3", "4"]
    assert "definition “두엄”" in text.locator('[data-line="3"]').inner_text()
    text.get_by_role("button", name="definition “재거름”").click()
    assert viewer.asks() == "재거름이란 무엇인가요?"
    viewer.part("path").select_option("정원/씨앗.md")
    assert "left out: an HTML comment" in text.locator('[data-line="9"]').inner_text()


def test_changes_and_pictures_are_shown(viewer: Viewer) -> None:
    viewer.part("tab-changes").click()
    viewer.part("changes").get_by_role("button", name="두엄").click()
    assert "changed" in viewer.part("about").inner_text()
    viewer.part("changes").get_by_role("button", name="씨눈", exact=True).click()
    assert "new" in viewer.part("about").inner_text()
    viewer.press(" ")
    assert viewer.card.locator("img").evaluate("(img) => img.decode().then(() => img.naturalWidth)")
    assert viewer.card.locator("math msup").count() == 1


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (PHONE, True)])
def test_axe_finds_nothing(browser: Browser, file: Path, width: int, dark: bool) -> None:
    with Viewer.on(browser, width, dark) as window, window.opened(file.as_uri()) as viewer:
        found = viewer.faults()
        if width == PHONE:
            viewer.page.locator("#panes [data-pane=note]").click()
            found += viewer.faults()
        viewer.part("tab-changes").dispatch_event("click")
        found += viewer.faults()
        viewer.press("?")
        assert found + viewer.faults() == []


def test_hostile_notes_run_nothing(window: Viewer, desk: Desk) -> None:
    desk.put("공책/말.md", HOSTILE)
    outcome = desk.run("preview", "공책", "-o", "p.html")
    assert outcome.code == 0, outcome.said
    with window.opened((desk.folder / "p.html").as_uri()) as viewer:
        for _ in range(8):
            viewer.press(" ", "ArrowRight")
        assert viewer.page.evaluate("window.pwned") is None
        assert viewer.card.locator("body").evaluate("window.pwned") is None
