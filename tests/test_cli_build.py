"""What a user gets from `deckbuilder build`."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.collection import Stored, notes_in
from tests.support.command import MODULE, Desk, Outcome
from tests.support.notes import EMPTY, FLOWER, LEAF, ROOT_NOTE, note

SCRIPT = shutil.which("deckbuilder", path=str(Path(sys.executable).parent)) or "deckbuilder"


def names(*decks: Path) -> list[str]:
    return [stored.name for stored in notes_in(*decks)]


# --- sources and outputs ------------------------------------------------------------------------


def test_without_arguments_the_notes_in_notes_become_a_deck_in_dist(desk: Desk) -> None:
    desk.put("notes/잎.md", LEAF)
    desk.put("notes/뿌리.md", ROOT_NOTE)
    outcome = desk.build()
    assert outcome.code == 0
    assert desk.files("dist") == ["notes.apkg"]
    assert names(desk.folder / "dist/notes.apkg") == ["뿌리털", "기공"]


def test_the_only_note_gives_the_deck_its_title(desk: Desk) -> None:
    desk.put("받아쓰기 3.md", note("잎의 안쪽 구조", ("기공", "기체가 드나드는 작은 구멍이다.")))
    outcome = desk.build("받아쓰기 3.md")
    assert desk.files("dist") == ["잎의-안쪽-구조.apkg"]
    assert str(Path("dist/잎의-안쪽-구조.apkg")) in outcome.out


def test_several_files_take_the_name_of_the_folder_around_them(desk: Desk) -> None:
    desk.put("계절/가을.md", LEAF)
    desk.put("계절/겨울.md", ROOT_NOTE)
    assert desk.build("계절/가을.md", "계절/겨울.md").code == 0
    assert desk.files("dist") == ["계절.apkg"]


def test_several_folders_keep_their_names(desk: Desk) -> None:
    desk.put("봄/잎.md", LEAF)
    desk.put("가을/잎.md", ROOT_NOTE)
    deck = desk.deck("봄", "가을", "--title", "계절")
    decks = [stored.card.deck for stored in notes_in(deck)]
    assert decks == ["계절::봄::잎", "계절::가을::뿌리"]


def test_files_and_folders_come_in_the_order_given_and_each_once(desk: Desk) -> None:
    desk.put("식물/2.md", LEAF)
    desk.put("식물/10.md", ROOT_NOTE)
    desk.put("꽃.txt", FLOWER)
    deck = desk.deck("꽃.txt", "식물", "식물/2.md", "./식물/10.md")
    assert names(deck) == ["꽃받침", "기공", "뿌리털"]


def test_a_folder_is_searched_for_markdown_and_nothing_hidden(desk: Desk) -> None:
    files = {
        "감.md": "감꽃",
        "배.markdown": "배꽃",
        "숲/솔.MD": "솔잎",
        "쪽지.txt": "쪽잎",
        ".풀.md": "풀잎",
        ".숨김/돌.md": "돌잎",
    }
    for name, term in files.items():
        desk.put(f"공책/{name}", note("정원", (term, "이 낱말을 풀이하는 글이다.")))
    assert names(desk.deck("공책")) == ["감꽃", "배꽃", "솔잎"]


def test_the_folder_of_the_output_is_made(desk: Desk) -> None:
    desk.put("잎.md", LEAF)
    assert desk.build("잎.md", "-o", "새/폴더/잎.apkg").code == 0
    assert desk.files("새") == [str(Path("폴더/잎.apkg"))]


def test_title_names_the_top_deck_and_the_file(desk: Desk) -> None:
    desk.put("식물/잎.md", LEAF)
    desk.put("식물/뿌리.md", ROOT_NOTE)
    assert desk.build("식물", "--title", "생물: 1/2학기").code == 0
    assert desk.files("dist") == ["생물-1-2학기.apkg"]
    decks = {stored.card.deck for stored in notes_in(desk.folder / "dist/생물-1-2학기.apkg")}
    assert decks == {"생물: 1/2학기::잎", "생물: 1/2학기::뿌리"}


def test_the_same_notes_at_the_same_time_give_the_same_bytes(desk: Desk) -> None:
    desk.put("식물/잎.md", LEAF)
    desk.put("식물/뿌리.md", ROOT_NOTE)
    first = desk.deck("식물", epoch=1_700_000_000).read_bytes()
    assert desk.deck("식물", epoch=1_700_000_000).read_bytes() == first


# --- what is printed ----------------------------------------------------------------------------


def test_the_summary_counts_what_is_in_the_deck(desk: Desk) -> None:
    desk.put("식물/잎.md", LEAF + "\n## 잎의 특징\n- 넓적하다.\n- 얇다.\n")
    desk.put("식물/뿌리.md", ROOT_NOTE)
    outcome = desk.build("식물", "-o", "식물.apkg")
    summary = re.search(r"^2 notes read, (\d+) cards: (.+)$", outcome.out, re.M)
    assert summary, outcome.out
    counts = {kind: int(count) for count, kind in re.findall(r"(\d+) ([a-z ]+)", summary[2])}
    assert counts["definitions"] >= 2
    assert counts["list"] == 1
    cards = [card for stored in notes_in(desk.folder / "식물.apkg") for card in stored.cards]
    assert int(summary[1]) == sum(counts.values()) == len(cards)
    assert outcome.out.splitlines()[-1].split() == ["deck", "식물.apkg"]
    assert outcome.err == ""


def test_the_summary_says_why_blocks_were_left_out(desk: Desk) -> None:
    desk.put("잎.md", LEAF + "\n## 참고\n- [도감](https://example.org/leaf)\n")
    outcome = desk.build("잎.md")
    assert re.search(r"^\d+ blocks? left out:$", outcome.out, re.M)
    assert re.search(r"^ +\d+  contents, sources, tasks: nothing to learn from$", outcome.out, re.M)


def test_quiet_prints_nothing_when_all_is_well(desk: Desk) -> None:
    desk.put("잎.md", LEAF)
    assert desk.build("잎.md", "--quiet") == Outcome(0, "", "")
    assert desk.files("dist") == ["잎.apkg"]


def test_quiet_still_says_what_is_wrong(desk: Desk) -> None:
    desk.put("식물/잎.md", LEAF)
    desk.put("식물/빈 것.md", EMPTY)
    outcome = desk.build("식물", "-q")
    assert (outcome.code, outcome.out) == (0, "")
    assert str(Path("식물/빈 것.md")) in outcome.err


def test_a_note_without_cards_is_a_warning_and_strict_refuses_it(desk: Desk) -> None:
    desk.put("식물/잎.md", LEAF)
    desk.put("식물/빈 것.md", EMPTY)
    lenient, strict = desk.build("식물"), desk.build("식물", "--strict", "-o", "엄격.apkg")
    assert lenient.code == 0
    assert strict.code == 1
    assert "skip: true" in strict.err
    assert "No deck was written." in strict.err
    assert "No deck was written." not in lenient.err
    assert not (desk.folder / "엄격.apkg").exists()


@pytest.mark.parametrize("program", [MODULE, (SCRIPT,)], ids=["python -m", "script"])
def test_the_module_and_the_installed_script_are_the_same(
    desk: Desk, program: tuple[str, ...]
) -> None:
    desk.put("notes/잎.md", LEAF)
    outcome = desk.run("build", program=program)
    assert outcome.code == 0, outcome.said
    assert desk.files("dist") == ["잎.apkg"]


def test_the_version_is_printed(desk: Desk) -> None:
    outcome = desk.run("--version")
    assert outcome.code == 0
    assert re.fullmatch(r"deckbuilder, version \d+\.\d+\.\d+\n", outcome.out)


@pytest.fixture(scope="module")
def build_help(new_desk: Callable[[], Desk]) -> str:
    outcome = new_desk().build("--help")
    assert outcome.code == 0
    return " ".join(outcome.out.split())


@pytest.mark.parametrize(
    "words",
    [
        "[OPTIONS] [SOURCES]...",
        "else notes/",
        "-o, --output",
        "dist/TITLE.apkg",
        "--title",
        "--config",
        "deckbuilder.toml or pyproject.toml",
        "-q, --quiet",
        "--strict",
        "deckbuilder build 운영체제.md",
        "Folders and notes become subdecks, headings become tags",
        "the order of the notes is the order of new cards",
        "front matter: title, deck (A::B), tags, and skip: true",
        "The old deck stays as it is until the new one is whole",
        "Exit codes: 0 done; 1 something in the notes is wrong",
        "path:line: message",
        "2 wrong usage or configuration",
    ],
)
def test_the_help_tells(build_help: str, words: str) -> None:
    assert words in build_help


def test_the_help_names_the_commands(desk: Desk) -> None:
    outcome = desk.run("--help")
    assert outcome.code == 0
    assert re.search(r"^  build +Read notes and write an Anki deck", outcome.out, re.M)


WRONG_USAGE: dict[str, tuple[list[str], str]] = {
    "unknown option": (["build", "--titel", "x"], "--title"),
    "unknown command": (["bulid"], "bulid"),
    "option without its value": (["build", "-o"], "requires an argument"),
    "missing config": (["build", "--config", "없음.toml"], "없음.toml"),
    "no notes folder": (["build"], "notes: no such file or folder"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG_USAGE.values(), ids=WRONG_USAGE.keys())
def test_wrong_usage_ends_with_2(desk: Desk, arguments: list[str], words: str) -> None:
    outcome = desk.run(*arguments)
    assert outcome.code == 2
    assert words in outcome.err
    assert "Traceback" not in outcome.said
    assert desk.files() == []


# --- configuration ------------------------------------------------------------------------------

SETTINGS = 'title = "생물"\nsources = ["식물", "꽃.md"]\noutput = "덱/생물.apkg"\n'
CONFIGS = {
    "deckbuilder.toml": SETTINGS,
    "pyproject.toml": f"[project]\nname = 'x'\n\n[tool.deckbuilder]\n{SETTINGS}",
}


@pytest.fixture
def shelf(desk: Desk) -> Desk:
    """A folder with two notes, not configured yet."""
    desk.put("식물/잎.md", LEAF)
    desk.put("꽃.md", FLOWER)
    return desk


@pytest.mark.parametrize("file", CONFIGS)
def test_the_configuration_names_title_sources_and_output(shelf: Desk, file: str) -> None:
    shelf.put(file, CONFIGS[file])
    assert shelf.build().code == 0
    found = notes_in(shelf.folder / "덱/생물.apkg")
    assert [(stored.card.deck, stored.name) for stored in found] == [
        ("생물::잎", "기공"),
        ("생물::꽃", "꽃받침"),
    ]


def test_its_paths_are_relative_to_the_file_itself(shelf: Desk) -> None:
    shelf.put("deckbuilder.toml", SETTINGS)
    shelf.put("아래/더 아래/메모.txt", "")
    assert shelf.build(below="아래/더 아래").code == 0
    assert shelf.files("덱") == ["생물.apkg"]


def test_config_names_the_file_to_use(shelf: Desk) -> None:
    shelf.put("deckbuilder.toml", 'title = "다른 것"\n')
    shelf.put("설정/내 것.toml", 'title = "내 것"\nsources = ["../꽃.md"]\noutput = "덱.apkg"\n')
    assert shelf.build("--config", "설정/내 것.toml").code == 0
    assert {stored.card.deck for stored in notes_in(shelf.folder / "설정/덱.apkg")} == {"내 것::꽃"}


def test_the_command_line_wins_over_the_configuration(shelf: Desk) -> None:
    shelf.put("deckbuilder.toml", SETTINGS)
    assert shelf.build("꽃.md", "-o", "내.apkg", "--title", "내 덱").code == 0
    (stored,) = notes_in(shelf.folder / "내.apkg")
    assert stored.card.deck == "내 덱::꽃"
    assert not (shelf.folder / "덱").exists()


def test_deckbuilder_toml_wins_over_pyproject_toml(shelf: Desk) -> None:
    shelf.put("deckbuilder.toml", 'title = "이것"\n')
    shelf.put("pyproject.toml", CONFIGS["pyproject.toml"])
    assert shelf.build("꽃.md").code == 0
    assert shelf.files("dist") == ["이것.apkg"]


def test_a_pyproject_toml_of_something_else_is_passed_over(shelf: Desk) -> None:
    shelf.put("deckbuilder.toml", SETTINGS)
    shelf.put("안/pyproject.toml", "[project]\nname = 'other'\n")
    assert shelf.build(below="안").code == 0
    assert shelf.files("덱") == ["생물.apkg"]


# What stands in the file, and what the message must say beside the file's name.
BROKEN_CONFIGS: dict[str, tuple[str, str, list[str]]] = {
    "unknown key": ("deckbuilder.toml", 'titel = "x"', ["'titel'", "did you mean 'title'?"]),
    "unknown key like no other": (
        "deckbuilder.toml",
        "zzz = 1",
        ["'zzz'", "title, sources, output"],
    ),
    "unknown key in pyproject": (
        "pyproject.toml",
        '[tool.deckbuilder]\nsource = ["x"]',
        ["'source'", "did you mean 'sources'?"],
    ),
    "title is a number": ("deckbuilder.toml", "title = 3", ["'title'"]),
    "sources is a text": ("deckbuilder.toml", 'sources = "notes"', ["'sources'", "list"]),
    "a source is a number": ("deckbuilder.toml", 'sources = ["notes", 3]', ["'sources"]),
    "several items are wrong": (
        "deckbuilder.toml",
        'languages = ["ko", "xx", "en", 4]\nexclude = ["*.tmp", "", 3]',
        ["'languages.2' cannot", "'languages.4' cannot", "'exclude.2' is empty", "'exclude.3' ca"],
    ),
    "output is a list": ("deckbuilder.toml", 'output = ["a.apkg"]', ["'output'"]),
    "two mistakes": ("deckbuilder.toml", "title = 3\noutputs = 'x'", ["'title'", "'outputs'"]),
    "the table is a number": ("pyproject.toml", "[tool]\ndeckbuilder = 3", ["deckbuilder"]),
    "tool is a number": ("pyproject.toml", "tool = 3", ["tool"]),
    "no TOML": ("deckbuilder.toml", 'title = "생물"\nsources [x]', ["is not TOML", "line 2"]),
    "no TOML in pyproject": ("pyproject.toml", "[tool.deckbuilder\n", ["is not TOML", "line 1"]),
}


@pytest.mark.parametrize(
    ("file", "text", "words"), BROKEN_CONFIGS.values(), ids=BROKEN_CONFIGS.keys()
)
def test_a_wrong_configuration_is_named(
    shelf: Desk, file: str, text: str, words: list[str]
) -> None:
    shelf.put(file, text)
    outcome = shelf.build("꽃.md", "-o", "덱.apkg")
    assert outcome.code == 2
    assert "Traceback" not in outcome.said
    for word in [file, *words]:
        assert word in outcome.err
    for python in ("tuple", "<class", "pydantic"):
        assert python not in outcome.err
    assert not (shelf.folder / "덱.apkg").exists()


# --- front matter -------------------------------------------------------------------------------

# What a note says about itself, the deck below the top one, and the tags that are its own.
FRONT_MATTER: dict[str, tuple[str, str, set[str]]] = {
    "nothing": ("", "수업", set()),
    "title": ("title: 봄의 정원", "봄의 정원", set()),
    "title is a number": ("title: 2024", "2024", set()),
    "title in quotes": ('title: "식물: 잎"', "식물: 잎", set()),
    "empty title": ("title:", "수업", set()),
    "deck": ("deck: 실습::관찰", "실습::관찰", set()),
    "deck and title": ("deck: 실습\ntitle: 안 쓰임", "실습", set()),
    "tags as a list": ("tags: [봄, 여름 학기]", "수업", {"봄", "여름_학기"}),
    "tags one a line": ("tags:\n  - 봄\n  - '#여름'", "수업", {"봄", "여름"}),
    "tags with commas": ("tags: 봄, 여름", "수업", {"봄", "여름"}),
    "tags with blanks": ("tags: '#봄 #여름'", "수업", {"봄", "여름"}),
    "tags with levels": ("tags: [봄::삼월]", "수업", {"봄::삼월"}),
    "empty tags": ("tags:", "수업", set()),
    "skip: false": ("skip: false", "수업", set()),
    "keys of other tools": (
        "layout: post\ndate: 2024-03-01\naliases: [가]\ncover:\n  image: a.png",
        "수업",
        set(),
    ),
}
SKIPPED = {"skip: true": "skip: true", "skip: yes": "skip: yes"}


@pytest.fixture(scope="module")
def with_front_matter(new_desk: Callable[[], Desk]) -> dict[str, Stored]:
    """A deck of notes that differ in their front matter, by the row that each comes from."""
    desk = new_desk()
    rows = {row: front for row, (front, _, _) in FRONT_MATTER.items()} | SKIPPED
    terms = {}
    for number, (row, front) in enumerate(rows.items()):
        terms[term := f"낱말{chr(ord('가') + number)}"] = row
        file = f"공책/{number}/파일.md"
        desk.put(file, note("수업", (term, "이 낱말을 풀이하는 글이다."), front=front))
    deck = desk.deck("공책", "--title", "시험", "--strict")
    return {terms[stored.name]: stored for stored in notes_in(deck)}


@pytest.mark.parametrize("row", FRONT_MATTER)
def test_front_matter_names_deck_and_tags(with_front_matter: dict[str, Stored], row: str) -> None:
    _, deck, tags = FRONT_MATTER[row]
    stored = with_front_matter[row]
    below = stored.card.deck.removeprefix("시험::")
    assert re.sub(r"^\d+::", "", below) == deck
    assert set(stored.tags) - {"수업::낱말"} == tags


@pytest.mark.parametrize("row", SKIPPED)
def test_skip_leaves_a_note_out(with_front_matter: dict[str, Stored], row: str) -> None:
    assert row not in with_front_matter


# The key that is wrong, the line it stands in, and what to write instead.
WRONG_TYPES: dict[str, tuple[str, str, int, str]] = {
    "title is a list": ("title: [봄, 여름]", "title", 2, "title: "),
    "deck is a table": ("tags: 봄\ndeck:\n  위: 아래", "deck", 3, "deck: "),
    "tags are a table": ("title: 잎\ntags: {봄: 여름}", "tags", 3, "tags: ["),
    "a tag is a list": ("tags: [봄, [여름]]", "tags", 2, "tags: ["),
    "skip is a word": ("skip: 아마도", "skip", 2, "skip: true"),
}


@pytest.fixture(scope="module")
def wrong_types(new_desk: Callable[[], Desk]) -> Outcome:
    """A strict build of a note for each row."""
    desk = new_desk()
    for row, (front, *_) in WRONG_TYPES.items():
        desk.put(f"공책/{row}.md", note("잎", ("기공", "작은 구멍이다."), front=front))
    return desk.build("공책", "--strict")


@pytest.mark.parametrize("row", WRONG_TYPES)
def test_a_wrong_type_in_front_matter_is_named(wrong_types: Outcome, row: str) -> None:
    _, key, line, remedy = WRONG_TYPES[row]
    assert wrong_types.code == 1
    said = wrong_types.err.splitlines()
    at = next(n for n, text in enumerate(said) if text.startswith(f"error: 공책/{row}.md:{line}: "))
    assert f"'{key}'" in said[at]
    assert remedy in said[at + 1]


# Front matter that is no YAML, and the line of the mistake.
BROKEN_YAML = {
    "colon in a text": ("title: 잎\nteacher: 김: 이", 3),
    "tab": ("title: 잎\ntags:\n\t- 봄", 4),
    "quote never closed": ('title: "잎\ntags: [봄]', 2),
}


@pytest.mark.parametrize(("front", "line"), BROKEN_YAML.values(), ids=BROKEN_YAML.keys())
def test_broken_yaml_is_a_warning_with_its_line(desk: Desk, front: str, line: int) -> None:
    desk.put("잎.md", LEAF)
    desk.put("꽃.md", note("꽃", ("꽃받침", "꽃잎을 떠받친다."), front=front))
    outcome = desk.build("잎.md", "꽃.md", "-o", "덱.apkg")
    assert "Traceback" not in outcome.said
    assert f"warning: 꽃.md:{line}: front matter: " in outcome.err
    assert outcome.code == 0
    assert set(names(desk.folder / "덱.apkg")) == {"기공", "꽃받침"}


def test_strict_refuses_broken_yaml(desk: Desk) -> None:
    desk.put("꽃.md", note("꽃", ("꽃받침", "꽃잎을 떠받친다."), front="teacher: 김: 이"))
    outcome = desk.build("꽃.md", "--strict")
    assert "error: 꽃.md:2: front matter: " in outcome.err
    assert outcome.code == 1
    assert desk.files() == ["꽃.md"]


# Notes that begin with `---` and yet have no front matter.
NO_FRONT_MATTER = {
    "a line and a heading": "---\n\n" + LEAF,
    "never closed": "---\n" + LEAF,
    "text between two lines": "---\n들어가는 말\n\n---\n" + LEAF,
}


@pytest.mark.parametrize("text", NO_FRONT_MATTER.values(), ids=NO_FRONT_MATTER.keys())
def test_a_thematic_break_at_the_top_is_no_front_matter(desk: Desk, text: str) -> None:
    desk.put("잎.md", text)
    assert "기공" in names(desk.deck("잎.md", "--strict"))
