"""Every message is there in Korean, and a Korean maintainer sees no English but codes and names."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from string import Formatter

import pytest

import deckbuilder
from deckbuilder import diagnostics, language, reasons
from deckbuilder.cli.commands import COMMANDS
from deckbuilder.errors import DeckbuilderError
from tests.messages.catalogue import MO, PACKAGE, PO, as_mo, as_po, known, lacking, updated
from tests.support.command import Desk, Outcome

# What is the same in both languages: names of programs, formats and standards.
NAMES = frozenset(
    """
    CPU IT Obsidian TV Ctrl FILE FOLDER GitHub OLD SOURCES deflate NFS Network File System whl skip
    kind TODO CD cd KOSPI PUSH
    Anki Auto Bash CI CSV CP949 Deflate Excalidraw HTML JSON Markdown MiB SVG TOML UTF UUID Word
    Windows YAML apkg base64 deckbuilder docx export git id json markdown many max min notes pandoc
    en ja ko title deck tags skip take output text toml true false zh zip
    """.split()
).union(COMMANDS)
# What stands for itself: templates, options, commands, paths, addresses, settings, codes.
ITSELF = re.compile(
    r"""\{[^{}]*\}|`[^`]*`|\[[\w.|-]+\]|'[^'\n]*'|"[^"\n]*"|<!--.*?-->|%\(\w+\)\w
    |(?<!\w)--?[A-Za-z][\w-]*(?:\ [\w./:-]*[./:]\S*)?|\S*[/\\.:_=]\S+|\w+\ =\ \S+
    |^\ +deckbuilder\ .*?(?:\ \ .*)?$|pip\ install\ .*|git\ checkout\ .*|0<=x.*
    |deckbuilder\ [a-z]+|(?<![a-z])[a-z]+(?:-[a-z]+)+""",
    re.X | re.M,
)


def english(text: str) -> list[str]:
    """The words that a Korean who reads no English would stumble over."""
    left = ITSELF.sub(" ", text)
    found = re.findall(r"[A-Za-z][A-Za-z0-9]*", left)
    return [word for word in found if len(word) > 1 and word not in NAMES]


def test_every_message_is_there_in_korean() -> None:
    now = updated()
    assert lacking(now) == []
    assert PO.read_bytes() == as_po(now), "run `make messages`"
    assert MO.read_bytes() == as_mo(known()), "run `make messages`"


def fields(*texts: str) -> set[str]:
    parsed = (Formatter().parse(text) for text in texts if "%(" not in text)
    return {name for parts in parsed for _, name, _, _ in parts if name}


@pytest.mark.parametrize("text", ["파일이 missing입니다", "No such option: 옵션", "[옵션] COMMAND"])
def test_a_word_of_english_would_be_found(text: str) -> None:
    assert english(text) != []


def test_a_translation_has_no_word_of_english() -> None:
    said = [text for message in known() if message.id for text in _several(message.string)]
    assert {text: found for text in said if (found := english(text))} == {}


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
    tables = (reasons.REASONS, reasons.REJECTIONS)
    assert {text for table in tables for text in table.values()} <= every
    assert {text for pair in reasons.DOUBTS.values() for text in pair} <= every


def test_the_tests_speak_english() -> None:
    assert os.environ.get("DECKBUILDER_LANG", "en") == "en"


# --- nothing is printed that is not marked -------------------------------------------------------

# These print their first argument, or say it of themselves; `hint` and `why` are printed, too.
PRINT = frozenset({"say", "fail", "told", "BadParameter", "UsageError", "ValueError"})
PRINTED = frozenset({"why", "hint", "label"})
# `KeyError`, `ValueError` and the like within these are faults of ours, or another module's to say.
OURS = frozenset({"cards", "extract", "identity", "korean", "markdown", "outline", "render"})
MARKED = frozenset({"_", "N_", "ngettext"})


def unmarked(file: Path) -> Iterator[str]:
    """The texts of a module that are printed as they stand: a word of English, and no mark."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            named = [one.value for one in node.keywords if one.arg in PRINTED]
            if name in PRINT or (name.endswith("Error") and name != "KeyError"):
                named += node.args
            for part in named:
                if any(map(_says, _unmarked(part))):
                    yield f"{file.name}:{node.lineno}"


def _unmarked(part: ast.AST) -> Iterator[str]:
    """The texts in an expression that no call takes to translate them, or for another use."""
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        yield part.value
    elif not isinstance(part, ast.Call | ast.Subscript | ast.Attribute | ast.FormattedValue):
        for inner in ast.iter_child_nodes(part):
            yield from _unmarked(inner)


def _says(text: str) -> bool:
    return bool(re.search(r"[a-z]{2,} [a-z]{2,}|^[a-z]{3,}: |^[A-Z][a-z]+ ", text))


def test_what_is_printed_is_marked() -> None:
    files = sorted(PACKAGE.rglob("*.py"))
    read = [one for one in files if one.relative_to(PACKAGE).parts[0] not in OURS]
    assert [place for file in read for place in unmarked(file)] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('say("nothing is there")', True),
        ('say(f"error: {line}")', True),
        ('raise LockError(f"{file}: is missing; make it")', True),
        ('diagnose("unreadable", at, why="it is a folder")', True),
        ('say(_("nothing is there"))', False),
        ('say(_("{n} cards").format(n=3), colour="red")', False),
        ('diagnose("unreadable", at, why=why)', False),
    ],
)
def test_what_is_not_marked_would_be_found(line: str, found: bool, tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text(line, encoding="utf-8")
    assert bool(list(unmarked(file))) == found


def test_nothing_marked_hides_in_an_f_string() -> None:
    """Where what collects the messages does not see it."""
    hidden = re.compile(r"\{_\([\"']")
    assert [file for file in PACKAGE.rglob("*.py") if hidden.search(file.read_text("utf-8"))] == []


def test_every_error_has_the_one_base() -> None:
    for module in walk_packages(deckbuilder.__path__, "deckbuilder."):
        if not module.name.endswith("__main__"):
            import_module(module.name)  # most are imported where they are needed
    known = {one.__name__ for one in _below(DeckbuilderError)}
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
                # What cannot be printed is no message, OSError's are the system's, and what never
                # leaves its module is told by another.
                others = {"OutputError", "UnreadError", "UnfitError"}
                assert node.name in known | others, f"{file}: {node.name}"
                assert ast.get_docstring(node), f"{file}: {node.name}"


def _below(kind: type[Exception]) -> Iterator[type[Exception]]:
    yield kind
    for inner in kind.__subclasses__():
        yield from _below(inner)
