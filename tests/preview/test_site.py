"""What the served preview shows while several ask at once."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from functools import partial

import pytest

from deckbuilder import api, choices
from deckbuilder.api import choosing
from deckbuilder.api.choosing import Proposals
from deckbuilder.model import Decision
from deckbuilder.preview.server import Site
from tests.support.command import Desk

NOTE = "# 밭\n\n### 이랑\n흙을 길게 쌓아 올린 두둑이다.\n"
MORE = f"{NOTE}\n### 고랑\n두둑 사이의 낮은 곳이다.\n"


def test_a_choice_and_a_save_at_once_lose_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A choice is being written while a note is saved; then what is new in it is chosen."""
    file = desk.folder / "deckbuilder.choices"

    def look(opened: ExitStack) -> api.Look:
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
