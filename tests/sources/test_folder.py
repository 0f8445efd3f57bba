"""Which notes of a folder are read, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.collection import notes_in
from tests.support.command import Desk
from tests.support.notes import FLOWER, LEAF, ROOT_NOTE

READ, LEFT = LEAF, ROOT_NOTE  # two notes with nothing in common


def terms(deck: Path) -> set[str]:
    return {stored.fields[0] for stored in notes_in(deck)}


# Files, settings, and whether the note at the path is read.
RULES: dict[str, tuple[str, Mapping[str, str | bytes], bool]] = {
    "nothing said": ("장/뿌리.md", {}, True),
    "a folder of the settings": (
        "장/Templates/뿌리.md",
        {"deckbuilder.toml": 'exclude = ["Templates/"]\n'},
        False,
    ),
    "a file with the name of that folder": (
        "장/Templates.md",
        {"deckbuilder.toml": 'exclude = ["Templates/"]\n'},
        True,
    ),
    "a pattern of the settings": (
        "장/뿌리.excalidraw.md",
        {"deckbuilder.toml": 'exclude = ["*.excalidraw.md"]\n'},
        False,
    ),
    "anchored at the notes": ("장/뿌리.md", {"deckbuilder.toml": 'exclude = ["/장"]\n'}, False),
    "anchored elsewhere": ("장/뿌리.md", {"deckbuilder.toml": 'exclude = ["/뿌리.md"]\n'}, True),
    ".deckignore": ("장/뿌리.md", {"공책/.deckignore": "# 초안\n뿌리.md\n"}, False),
    ".deckignore of another folder": ("장/뿌리.md", {"공책/절/.deckignore": "뿌리.md\n"}, True),
    ".deckignore in CP949": (
        "장/뿌리.md",
        {"공책/.deckignore": "뿌리.md\n".encode("cp949")},
        False,
    ),
    ".gitignore": ("장/뿌리.md", {"공책/장/.gitignore": "*.md\n"}, False),
    ".gitignore above, in no repository": ("장/뿌리.md", {".gitignore": "뿌리.md\n"}, True),
    ".gitignore at the top of the repository": (
        "장/뿌리.md",
        {".gitignore": "뿌리.md\n", ".git/HEAD": ""},
        False,
    ),
    "a repository that leaves out what is named": (
        "장/뿌리.md",
        {".gitignore": "공책/\n", ".git/HEAD": ""},
        True,
    ),
    ".deckignore takes back": (
        "장/뿌리.md",
        {"공책/.gitignore": "뿌리.md\n", "공책/.deckignore": "!뿌리.md\n"},
        True,
    ),
    "the settings take back": (
        "vendor/뿌리.md",
        {"deckbuilder.toml": 'exclude = ["!vendor/"]\n'},
        True,
    ),
    "a line that is no rule": ("장/뿌리.md", {"공책/.deckignore": "!\n뿌리.md\n"}, False),
    "programs of others": ("장/node_modules/뿌리/뿌리.md", {}, False),
    "a built site": ("_site/뿌리.md", {}, False),
    "hidden": (".obsidian/뿌리.md", {}, False),
    "a paper of the project": ("장/CONTRIBUTING.md", {}, False),
    "in small letters": ("장/Changelog.md", {}, False),
    "a name that goes on": ("장/license와 저작권.md", {}, True),
    "mdx": ("장/뿌리.mdx", {}, True),
    "a program's source": ("장/뿌리.py", {}, False),
}


@pytest.mark.parametrize(("path", "files", "read"), RULES.values(), ids=RULES.keys())
def test_what_is_read_of_a_folder(
    desk: Desk, path: str, files: Mapping[str, str | bytes], read: bool
) -> None:
    for name, content in files.items():
        desk.put(name, content)
    desk.put("공책/잎.md", READ)
    desk.put(f"공책/{path}", LEFT)
    assert terms(desk.deck("공책")) == ({"기공", "뿌리털"} if read else {"기공"})


def test_what_is_named_itself_is_read(desk: Desk) -> None:
    desk.put("공책/vendor/뿌리.md", LEFT)
    desk.put("공책/vendor/잎.md", READ)
    desk.put("deckbuilder.toml", 'exclude = ["뿌리.md", "vendor/"]\n')
    assert terms(desk.deck("공책/vendor/뿌리.md")) == {"뿌리털"}
    desk.put("deckbuilder.toml", 'sources = ["공책"]\nexclude = ["vendor/", "뿌리.md"]\n')
    assert terms(desk.deck("공책/vendor")) == {"기공"}


def test_rules_that_cannot_be_read_are_said(desk: Desk) -> None:
    desk.put("공책/잎.md", READ)
    (desk.folder / "공책/.deckignore").symlink_to("없음")
    outcome = desk.build("공책")
    assert outcome.code == 0
    assert (
        "warning: 공책/.deckignore: is left out, it cannot be read: it is a link to" in outcome.err
    )


@pytest.mark.parametrize("rule", ["!", "[z-a]"])
def test_a_rule_of_the_settings_must_be_one(desk: Desk, rule: str) -> None:
    desk.put("공책/잎.md", READ)
    desk.put("deckbuilder.toml", f'exclude = ["{rule}"]\n')
    outcome = desk.build("공책")
    assert outcome.code == 2
    assert "'exclude.1' is no rule as in .gitignore; write rules as in .gitignore:" in outcome.err


def test_a_folder_of_which_all_is_left_out_is_an_error(desk: Desk) -> None:
    desk.put("공책/.deckignore", "*\n")
    desk.put("공책/잎.md", READ)
    outcome = desk.build("공책")
    assert outcome.code == 2
    assert "공책: has no note" in outcome.err
    assert ".deckignore" in outcome.err


# Files beside `장/ppuri/index.md`, which is titled 뿌리의 일, and the deck that its cards lie in.
BUNDLES: dict[str, tuple[str, Mapping[str, str], str]] = {
    "all of its folder": ("index", {}, "공책::장::뿌리의 일"),
    "with a picture": ("index", {"그림.png": "-"}, "공책::장::뿌리의 일"),
    "beside another note": ("index", {"꽃.md": FLOWER}, "공책::장::ppuri::뿌리의 일"),
    "above another folder of notes": ("index", {"꽃/꽃.md": FLOWER}, "공책::장::ppuri::뿌리의 일"),
    "of another name": ("README", {}, "공책::장::ppuri::뿌리의 일"),
}


@pytest.mark.parametrize(("name", "others", "deck"), BUNDLES.values(), ids=BUNDLES)
def test_an_index_alone_is_one_with_its_folder(
    desk: Desk, name: str, others: Mapping[str, str], deck: str
) -> None:
    desk.put(f"공책/장/ppuri/{name}.md", f"---\ntitle: 뿌리의 일\n---\n{READ}")
    for path, text in others.items():
        desk.put(f"공책/장/ppuri/{path}", text)
    decks = {card.deck for note in notes_in(desk.deck("공책")) for card in note.cards}
    assert deck in decks
