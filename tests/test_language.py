"""Every message is there in Korean, and a Korean maintainer sees no English but codes and names."""

from __future__ import annotations

import os
import re
from string import Formatter

import pytest

from deckbuilder import diagnostics, language
from deckbuilder.cli.commands import COMMANDS
from tests.messages.catalogue import MO, PO, as_mo, as_po, known, lacking, updated
from tests.support.command import Desk, Outcome

# What stays as it is: names of formats, programs and files, keys of settings, codes, examples.
NAMES = re.compile(
    r"`[^`]*`|'[^']*'|“[^”]*”|\[[^\]]*\]|<!--.*?-->|(?<!\S)--?[a-z][\w-]*|\$[^$]*\$|\S*[./_=:]\S*|\{[^}]*\}"
    r"|^ +deckbuilder .*$|\bdeckbuilder [a-z]+\b",
    re.MULTILINE,
)
KNOWN = frozenset(
    """
    Anki Markdown deckbuilder git zip CI HTML UTF TOML YAML JSON Word pandoc SOURCES OLD json
    markdown true false take many title deck tags skip id
    """.split()
).union(COMMANDS)


def english(said: str) -> list[str]:
    """The words of a text that are neither Korean nor a name."""
    return [word for word in re.findall(r"[A-Za-z]{2,}", NAMES.sub(" ", said)) if word not in KNOWN]


def test_every_message_is_there_in_korean() -> None:
    assert lacking(updated()) == []
    assert PO.read_bytes() == as_po(updated()), "run `make messages`"
    assert MO.read_bytes() == as_mo(known()), "run `make messages`"


def fields(*texts: str) -> set[str]:
    parsed = (Formatter().parse(text) for text in texts if "%(" not in text)
    return {name for parts in parsed for _, name, _, _ in parts if name}


def _several(texts: object) -> list[str]:
    """A text, or those of a message that counts."""
    return [str(text) for text in texts] if isinstance(texts, list | tuple) else [str(texts)]


def test_the_korean_fills_in_nothing_that_is_not_there() -> None:
    for message in known():
        if message.id:
            assert fields(*_several(message.string)) <= fields(*_several(message.id)), message.id


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "ko"}, "ko"),
        ({"LANG": "ko_KR", "DECKBUILDER_LANG": "en"}, "en"),
    ],
)
def test_the_system_says_which_language(
    environment: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "DECKBUILDER_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(language, "_chosen", [])
    assert language.spoken() == spoken


def korean(desk: Desk, *arguments: str) -> Outcome:
    outcome = desk.run(*arguments, "--lang", "ko")
    assert english(outcome.said) == [], outcome.said
    return outcome


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_korean_and_shows_an_example(desk: Desk, command: str) -> None:
    said = korean(desk, *([command] if command else []), "--help").out
    assert "사용법" in said
    assert not command or f"  deckbuilder {command}" in said


WRONG = (
    "나라",
    "build --없음",
    "build 없는폴더",
    "build --wait 내일",
    "build --config 없는.toml",
    "build --locked",
    "build 이름.md --title",
    "explain",
    "explain 이름.md:99",
    "diff",
    "diff 없는.apkg",
    "lock --from 없는.apkg",
)


@pytest.mark.parametrize("arguments", WRONG)
def test_what_is_wrong_is_said_in_korean(desk: Desk, arguments: str) -> None:
    desk.put("이름.md", "# 강\n- 나루 : 배가 닿는 곳\n![](없다.png)\n")
    assert korean(desk, *arguments.split()).code != 0


def test_a_build_and_what_it_explains_are_korean(desk: Desk) -> None:
    desk.put(
        "강.md",
        "---\ntags: [강\n---\n# 강\n- 나루 : 배가 닿는 곳\n![](없다.png)\n<!-- id: 한 강 -->\n",
    )
    assert "나루" not in korean(desk, "build", "강.md").err
    assert "정의" in korean(desk, "explain", "강.md").out


def test_the_language_is_not_in_the_deck(desk: Desk) -> None:
    desk.put("강.md", "# 강\n- 나루 : 배가 닿는 곳\n![](없다.png)\n")
    decks = []
    for spoken in language.LANGUAGES:
        desk.run("build", "강.md", "-o", "d.apkg", "--lang", spoken, epoch=1)
        decks.append(desk.folder.joinpath("d.apkg").read_bytes())
    assert decks[0] == decks[1]


def test_what_is_printed_is_marked_for_the_catalogue() -> None:
    every = {one if isinstance(one, str) else one[0] for one in (m.id for m in known())}
    for severity, message, hint in diagnostics.CODES.values():
        assert severity
        assert {message, hint} - {"{what}", "{hint}"} <= every
    tables = (diagnostics.REASONS, diagnostics.REJECTIONS)
    assert {text for table in tables for text in table.values()} <= every
    assert {text for pair in diagnostics.DOUBTS.values() for text in pair} <= every


def test_the_tests_speak_english() -> None:
    assert os.environ.get("DECKBUILDER_LANG", "en") == "en"
