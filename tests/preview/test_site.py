"""What the served preview shows while several ask at once."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from deckbuilder import api, choices
from deckbuilder.api import choosing
from deckbuilder.api.choosing import Proposals
from deckbuilder.cli.viewing import View
from deckbuilder.model import Decision, Held
from deckbuilder.preview.server import Site
from tests.support.command import Desk
from tests.support.media import png
from tests.support.project import MONDAY, TUESDAY, project

NOTE = "# 밭\n\n### 이랑\n흙을 길게 쌓아 올린 두둑이다.\n"
MORE = f"{NOTE}\n### 고랑\n두둑 사이의 낮은 곳이다.\n"


def test_a_choice_and_a_save_at_once_lose_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A choice is being written while a note is saved; then what is new in it is chosen."""
    file = desk.folder / "deckbuilder.choices"

    def look(opened: ExitStack, _held: Held) -> api.Look:
        return api.look([desk.put("밭.md", text)], api.Options(), opened, choices=file)

    def proposed(front: str) -> str:
        every = choosing.proposals([desk.folder], api.Options(), file).all
        return next(one.id for one in every if (one.front, one.kind) == (front, "definition"))

    text = NOTE
    site = Site(look, choosing=True)
    ridge = proposed("이랑")
    begun, go = threading.Event(), threading.Event()
    really = choosing.choose

    def slowly(found: Proposals, id: str, decision: Decision) -> Proposals:
        begun.set()
        assert go.wait(60)
        return really(found, id, decision)

    monkeypatch.setattr(choosing, "choose", slowly)
    choice = threading.Thread(target=partial(site.choose, ridge, "leave", "", ""))
    choice.start()
    assert begun.wait(60)
    text = MORE
    renewing = threading.Thread(target=site.renew)
    renewing.start()
    renewing.join(0.5)  # it is done by now, or waits for the choice
    go.set()
    choice.join()
    renewing.join()
    site.choose(proposed("고랑"), "leave", "", "")
    site.close()
    assert {one.key.term for one in choices.load(file)} == {"이랑", "고랑"}


SETTINGS = 'title = "밭"\nsources = ["notes"]\noutput = "정원.apkg"\n[cards]\ntake = "usual"\n'
PICTURE = """# 그림

### 두둑
![두둑](두둑.png) 흙을 높이 쌓은 곳이다.

### 모양
- ![두둑](두둑.png)
- 길다
"""
# Two files that go into one deck: where both say this, neither has a card that asks for the term.
BANK = "---\ntitle: 두렁\ndeck: 두렁\n---\n\n### {}\n논과 논 사이에 흙을 쌓아 만든 좁은 둑이다.\n"


def test_what_is_shown_after_saves_is_what_a_new_server_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is held of the last look, what is saved is seen, and nothing else changes."""
    mine = project(tmp_path, {"가.md": NOTE, "나.md": PICTURE, "다/라.md": MORE}, SETTINGS)
    monkeypatch.chdir(mine.folder)
    view = View((), None)
    look = partial(view.look, choosing=True)
    site = Site(look, choosing=True)

    def seen(site: Site) -> dict[str, object]:
        return {name: said for name, said in json.loads(site.data()).items() if name != "live"}

    saves: tuple[Callable[[], object], ...] = (
        partial(mine.put, "notes/가.md", MORE),
        partial(mine.put, "notes/두둑.png", png()),
        partial(mine.put, "notes/두둑.png", png(9)),
        partial(mine.put, "notes/마.md", NOTE),
        partial(mine.release, MONDAY),
        partial((mine.folder / "notes/나.md").rename, mine.folder / "notes/다/나.md"),
        partial(mine.put, "notes/다/나.md", f"\n{PICTURE}"),
        partial(mine.put, "deckbuilder.toml", SETTINGS.replace("usual", "many")),
        partial(mine.put, "deckbuilder.toml", f"{SETTINGS}reverse = false\n"),
        (mine.folder / "notes/가.md").unlink,
        partial(mine.release, TUESDAY),
        partial(mine.put, "notes/사.md", BANK.format("논두렁")),
        partial(mine.put, "notes/아.md", BANK.format("밭두렁")),
        (mine.folder / "notes/사.md").unlink,
        partial(mine.put, "notes/가.md", NOTE),
    )
    for number, change in enumerate(saves):
        change()
        site.renew()
        anew = Site(look, choosing=True)
        assert seen(site) == seen(anew), number
        anew.close()
    chosen = next(one for one in json.loads(site.data())["proposals"] if one["front"] == "고랑")
    site.choose(chosen["id"], "leave", "", "")
    site.renew()
    assert seen(site) == seen(Site(look, choosing=True))
    site.close()
