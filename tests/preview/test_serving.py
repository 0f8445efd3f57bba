"""The served preview: it follows what is saved, takes its author's choices, and nobody else's."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.support.browser import Browser
from tests.support.command import PATIENCE, Desk
from tests.support.media import png
from tests.support.viewer import Viewer

NOTE = """# 밭

## 이랑
흙을 길게 쌓아 올린 두둑과 고랑을 함께 이르는 말이다.

## 고랑
두둑 사이의 낮은 곳이며, ![고랑](고랑.png) 물이 빠진다.
"""


@dataclass
class Served:
    """A preview that is served."""

    desk: Desk
    process: subprocess.Popen[str]
    address: str

    def ask(self, way: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
        """Ask the server something, and say what it answers."""
        connection = http.client.HTTPConnection(self.address.split("/")[2], timeout=PATIENCE)
        connection.request(way, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")


@pytest.fixture(scope="module")
def served(new_desk: Callable[[], Desk]) -> Iterator[Served]:
    desk = new_desk()
    desk.put("deckbuilder.toml", "")
    desk.put("notes/밭.md", NOTE)
    desk.put("notes/고랑.png", png(30))
    process = desk.started("preview", "--serve")
    assert process.stdout
    address = re.search(r"http://\S+", process.stdout.readline())
    assert address, process.stdout.read()
    yield Served(desk, process, address[0])
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 130
    assert "Traceback" not in process.stdout.read()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Viewer]:
    with Viewer.on(browser) as window:
        yield window


@pytest.fixture
def viewer(window: Viewer, served: Served) -> Iterator[Viewer]:
    with window.opened(served.address) as viewer:
        yield viewer


def test_a_save_is_seen_and_the_card_stays(served: Served, viewer: Viewer) -> None:
    viewer.choose("고랑이란 무엇인가요?")
    viewer.press(" ")
    served.desk.put("notes/밭.md", NOTE.replace("낮은 곳", "깊은 곳") + "\n## 두둑\n높은 곳이다.\n")
    viewer.card.get_by_text("깊은 곳").wait_for()
    assert viewer.asks() == "고랑이란 무엇인가요?"
    assert viewer.card.locator("img").evaluate("(img) => img.decode().then(() => img.naturalWidth)")
    served.desk.put("notes/밭.md", b"\x00\x01\x02")  # half written: the page waits for the next
    served.desk.put("notes/밭.md", NOTE)
    viewer.card.get_by_text("낮은 곳").wait_for()


def test_a_choice_is_written_down_and_taken_back(served: Served, viewer: Viewer) -> None:
    title = "이랑이란 무엇인가요?"
    viewer.choose(title)
    viewer.page.get_by_role("button", name="Leave it out").click()
    viewer.page.locator("#list .title", has_text=title).wait_for(state="detached")
    assert "이랑" in (served.desk.folder / "deckbuilder.choices").read_text("utf-8")
    viewer.part("text").get_by_role("button", name="left out by you: 이랑").click()
    viewer.page.get_by_role("button", name="Take my choice back").click()
    viewer.page.locator("#list .title", has_text=title).wait_for()
    assert not (served.desk.folder / "deckbuilder.choices").exists()


@pytest.mark.parametrize(
    ("name", "broken", "told", "mend"),
    [
        (
            "deckbuilder.toml",
            "titel = '밭'\n",
            "unknown key 'titel'; did you mean 'title'?",
            lambda desk: desk.put("deckbuilder.toml", ""),
        ),
        (
            "deckbuilder.choices",
            "<<<<<<< HEAD\n",
            "a merge conflict is not resolved",
            lambda desk: (desk.folder / "deckbuilder.choices").unlink(),
        ),
    ],
)
def test_what_is_broken_is_told_until_it_is_mended(
    served: Served,
    viewer: Viewer,
    name: str,
    broken: str,
    told: str,
    mend: Callable[[Desk], object],
) -> None:
    served.desk.put(name, broken)
    viewer.part("banner").get_by_text(told).wait_for()
    viewer.page.reload()
    viewer.part("banner").get_by_text(told).wait_for()
    viewer.choose("이랑이란 무엇인가요?")
    viewer.press(" ")
    viewer.card.get_by_text("흙을 길게").wait_for()
    assert viewer.faults() == []
    served.desk.put("notes/밭.md", NOTE.replace("흙을 길게", "흙을 높이"))
    viewer.part("banner").get_by_text(told).wait_for()
    mend(served.desk)
    viewer.card.get_by_text("흙을 높이").wait_for()
    viewer.part("banner").wait_for(state="hidden")
    served.desk.put("notes/밭.md", NOTE)
    viewer.card.get_by_text("흙을 길게").wait_for()


def test_another_name_has_to_stand_in_the_note(viewer: Viewer) -> None:
    viewer.choose("이랑이란 무엇인가요?")
    viewer.page.get_by_label("The name on the cards").fill("바다")
    viewer.page.get_by_role("button", name="Rename").click()
    viewer.part("banner").wait_for()
    assert "바다" in viewer.part("banner").inner_text()
    assert viewer.faults() == []
    viewer.page.get_by_label("The name on the cards").fill("두둑과 고랑")
    viewer.page.get_by_role("button", name="Rename").click()
    viewer.card.get_by_text("두둑과 고랑").first.wait_for()
    viewer.page.get_by_role("button", name="Take my choice back").click()
    viewer.page.locator("#list .title", has_text="이랑이란").wait_for()


def test_nobody_else_is_answered(served: Served) -> None:
    choice = json.dumps({"id": "0", "take": "leave", "name": "", "kind": ""})
    page = served.ask("GET", "/")
    assert page[0] == 200
    (token,) = re.findall(r'"token":"([^"]+)"', page[1])
    for path in ("/", "/data", "/events", "/media/deckbuilder-0123456789abcdef.png"):
        assert served.ask("GET", path, Host="evil.example") == (403, "")
    assert served.ask("GET", "/media/../deckbuilder.toml")[0] == 404
    assert served.ask("POST", "/choice", choice)[0] == 403
    assert served.ask("POST", "/choice", choice, X_Deckbuilder_Token="x")[0] == 403
    known = {"X_Deckbuilder_Token": token}
    assert served.ask("POST", "/choice", choice, Origin="http://evil.example", **known)[0] == 403
    assert "error" in json.loads(served.ask("POST", "/choice", choice, **known)[1])
    assert served.ask("POST", "/choice", "{}", **known)[0] == 400
