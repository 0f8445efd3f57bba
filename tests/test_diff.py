"""What a user gets from `deckbuilder diff`, and from `build` about the same."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from deckbuilder.api import Diff
from deckbuilder.changes import Change, Kind
from deckbuilder.cli import changing
from deckbuilder.model import Key, Record, Stamp
from deckbuilder.notetypes import NOTE_TYPES, NoteType
from tests.support.command import Desk
from tests.support.notes import note as noted
from tests.support.project import (
    LOCK,
    MONDAY,
    SETTINGS,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Project,
    project,
)

note = partial(noted, section="낱말의 갈래")  # kinds: they are told apart
PLUM = ("매실", "초여름에 익는 매화나무의 신 열매이다.")
PEAR = ("돌배", "산에 저절로 나는 배나무의 작고 단단한 열매이다.")
STALK = ("꼭지", "열매가 가지에 달려 있게 하는 짧은 줄기이다.")
HOE = ("호미", "김을 매거나 감자를 캘 때 쓰는, 날이 세모난 연장이다.")
SCYTHE = ("낫", "풀이나 벼를 베는, 날이 굽은 연장이다.")
SAND = ("모래흙", "물이 잘 빠지고 메마르기 쉬운 흙이다.")
BEANS = """
## 메주 만드는 순서
1. 콩을 하룻밤 물에 불린다
2. 무르게 삶아 찧는다
3. 네모나게 빚어 말린다
4. 짚으로 묶어 매단다
5. 따뜻한 방에서 띄운다
"""
WAX = "\n## 밀랍의 특징\n벌이 집을 지으려고 몸에서 내는 누런 물질이며 불에 잘 탄다.\n"
WAX_AS_LIST = "\n## 밀랍의 특징\n- 벌이 몸에서 낸다.\n- 빛깔이 누렇다.\n- 불에 잘 탄다.\n"
RETIRING = f"{SETTINGS}tag_retired = true\n"

# Three releases: on Tuesday a note has gone, which comes back on Wednesday.
FIRST = {
    "열매.md": note("열매", PLUM, PEAR, STALK) + WAX,
    "연장.md": note("연장", HOE, SCYTHE),
    "장.md": f"# 장\n{BEANS}",
    "흙.md": note("흙", SAND),
}
SECOND = {name: text for name, text in FIRST.items() if name != "흙.md"}
THIRD = {
    "열매.md": note("열매", PLUM, ("열매꼭지", STALK[1]), ("살구", "살구나무의 누런 열매이다."))
    + WAX_AS_LIST,
    "연장.md": note("연장", (HOE[0], HOE[1].replace("세모난", "뾰족한 세모인")), SCYTHE, PEAR),
    "흙.md": note("흙", SAND),
}
# What has happened between the second and the third, note by note.
HAPPENED = [
    *[(["changed"], "comparison", "낱말의 갈래")]
    * 2,  # what tells the terms of a section from each other
    (["changed"], "definition", "호미"),
    (["moved"], "definition", "돌배"),
    (["new"], "definition", "살구"),
    (["new"], "enumeration", "밀랍의 특징"),
    (["renamed"], "definition", "열매꼭지"),
    (["restored"], "definition", "모래흙"),
    (["retired"], "definition", "밀랍의 특징"),
    (["retired"], "enumeration", "메주 만드는 순서"),
]


def write(made: Project, notes: dict[str, str]) -> None:
    shutil.rmtree(made.folder / "notes", ignore_errors=True)
    for name, text in notes.items():
        made.put(f"notes/{name}", text)


@pytest.fixture(scope="module")
def edited(new_desk: Callable[[], Desk]) -> Project:
    """A repository with two releases (the tags 첫째, 둘째), and notes that have changed since."""
    made = project(new_desk().folder, {}, RETIRING)
    made.git("init", "-q")
    for tag, notes, day in (("첫째", FIRST, MONDAY), ("둘째", SECOND, TUESDAY)):
        write(made, notes)
        made.release(day)
        made.commit(tag)
        made.git("tag", tag)
        shutil.copy(made.deck_file, made.folder / f"{tag}.apkg")
    write(made, THIRD)
    return made


@pytest.fixture
def mine(edited: Project, tmp_path: Path) -> Project:
    """The same, to be changed."""
    return Project(shutil.copytree(edited.folder, tmp_path / "정원"))


def as_json(made: Project, *arguments: str, day: int = WEDNESDAY) -> dict[str, Any]:
    outcome = made.here("diff", *arguments, "--format", "json", day=day)
    assert (outcome.code, outcome.err) == (0, ""), outcome.said
    found: dict[str, Any] = json.loads(outcome.out)
    assert found.keys() == {"changes", "look", "conflicts"}
    return found


def happened(found: dict[str, Any]) -> list[tuple[list[str], str, str]]:
    rows = ((change["kinds"], change["after"] or change["before"]) for change in found["changes"])
    return sorted((kinds, row["type"], row["term"]) for kinds, row in rows)


def test_a_revision_and_the_deck_of_it_give_the_same_list(edited: Project) -> None:
    by_head, by_tag = as_json(edited), as_json(edited, "둘째")
    by_deck = as_json(edited, "둘째.apkg")
    assert happened(by_head) == HAPPENED
    assert by_tag == by_head
    assert happened(by_deck) == HAPPENED
    guids = [{change["guid"] for change in found["changes"]} for found in (by_head, by_deck)]
    assert guids[0] == guids[1]
    assert by_head["conflicts"] == by_deck["conflicts"] == []


def test_an_older_revision_and_its_deck_give_what_has_happened_since_then(edited: Project) -> None:
    kept = [row for row in HAPPENED if row[2] != "모래흙"]  # it is as it was then
    for old in ("첫째", "HEAD~1", "첫째.apkg"):
        found = happened(as_json(edited, old))
        # Shipped once more with its tag in between, it shows the same again, and is newer.
        assert [row for row in found if row[2] != "모래흙"] == kept, old


def test_json_tells_before_and_after_and_where(edited: Project) -> None:
    changes = {
        (change["after"] or change["before"])["term"]: change
        for change in as_json(edited)["changes"]
        if change["kinds"] != ["retired"]
    }
    renamed = changes["열매꼭지"]
    assert renamed["before"] == {
        "type": "definition",
        "term": "꼭지",
        "file": "열매",
        "section": ["열매", "낱말의 갈래"],
        "answer": STALK[1],
        "mod": MONDAY,
    }
    assert renamed["after"] == renamed["before"] | {"term": "열매꼭지", "mod": WEDNESDAY}
    line = (edited.folder / "notes/열매.md").read_text(encoding="utf-8").split("\n")
    assert renamed["at"].startswith("notes/열매.md:")
    number = int(renamed["at"].split(":")[1])
    assert line[number - 1] == "### 열매꼭지"
    assert changes["살구"]["before"] is None
    assert changes["밀랍의 특징"]["instead_of"]["type"] == "definition"
    assert changes["돌배"]["before"]["file"] == "열매"
    assert changes["돌배"]["after"]["file"] == "연장"


ANOTHER_KIND = ": was a definition, which cannot keep its reviews as another kind of note"
TEXT = f"""\
2 new, 1 restored, 1 renamed, 1 moved, 3 changed, 2 retired; 1 card of them gone
+ new       definition “살구”
+ new       list “밀랍의 특징”{ANOTHER_KIND}
+ restored  definition “모래흙”
~ renamed   definition “꼭지” → “열매꼭지”
~ moved     definition “돌배”: 열매 › 열매 › 낱말의 갈래 → 연장 › 연장 › 낱말의 갈래
~ changed   definition “호미”
~ changed   comparison “낱말의 갈래”
~ changed   comparison “낱말의 갈래”: 1 card gone
- retired   definition “밀랍의 특징”
- retired   list “메주 만드는 순서”
"""


def test_text_tells_it_in_a_line_each(edited: Project) -> None:
    outcome = edited.run("diff")
    assert (outcome.code, outcome.err) == (0, "")
    first, *lines = outcome.out.splitlines()
    expected, *others = TEXT.splitlines()
    assert first == expected
    assert sorted(lines) == sorted(others)
    by_deck = edited.here("diff", "둘째.apkg").out.splitlines()
    assert by_deck[0] == expected
    short = [re.sub(r"(moved .*”).*", r"\1", line) for line in (*lines, *by_deck[1:])]
    assert sorted(short[: len(lines)]) == sorted(short[len(lines) :])


def test_diff_writes_nothing(mine: Project) -> None:
    pair, files = mine.pair, mine.files()
    for old in ("HEAD", "첫째.apkg"):
        for form in ("text", "json", "markdown"):
            assert mine.here("diff", old, "--format", form).code == 0
    assert (mine.pair, mine.files()) == (pair, files)


def test_build_reports_the_same(mine: Project) -> None:
    said = mine.here("diff").out.splitlines()
    report = mine.release(WEDNESDAY).out.splitlines()
    at = report.index(f"since the last build: {said[0]}")
    assert report[at + 1 : at + len(said)] == [f"    {line}" for line in said[1:]]
    assert report[-1] == "deck  정원.apkg"
    assert "since the last build: no note changed" in mine.release(THURSDAY).out


def test_a_first_build_says_what_to_do_with_the_lock(tmp_path: Path) -> None:
    made = project(tmp_path, FIRST)
    out = made.release(MONDAY).out
    assert f"{LOCK} is new: commit it together with the deck.\n" in out
    assert "since the last build" not in out


def test_build_lists_so_many_changes_and_tells_where_the_others_are(tmp_path: Path) -> None:
    made = project(tmp_path, FIRST)
    made.release(MONDAY)
    kinds = "가나다라마바사아자차카타파하거너더러머버서어저처커"
    made.put("notes/돌.md", noted("돌", *((f"{one}돌", f"{one} 모양의 돌이다.") for one in kinds)))
    lines = [line for line in made.release(TUESDAY).out.splitlines() if line.startswith("    ")]
    listed = [line for line in lines if "+ new" in line]
    assert len(listed) == 20
    (more,) = (line for line in lines if "more; `deckbuilder diff` lists them all" in line)
    assert more == f"    … and {len(kinds) - 20} more; `deckbuilder diff` lists them all"


def test_nothing_changed_is_said(mine: Project) -> None:
    write(mine, SECOND)
    for old in ("HEAD", "둘째", "둘째.apkg"):
        assert mine.here("diff", old, day=WEDNESDAY).out == "no note changed\n"
        assert as_json(mine, old) == {"changes": [], "look": [], "conflicts": []}
        out = mine.here("diff", old, "--format", "markdown", day=WEDNESDAY).out
        assert out == "## 바뀐 점\n\n바뀐 내용이 없습니다.\n"


# --- release notes --------------------------------------------------------------------------------


def sections(text: str) -> dict[str, list[str]]:
    """The headings of a Markdown text, and what the items below each say, or else paragraphs."""
    root = SyntaxTreeNode(MarkdownIt("commonmark").parse(text))
    found: dict[str, list[str]] = {}
    for block in root.children:
        if block.type == "heading":
            said = found.setdefault(f"{block.tag} {words(block)}", [])
        elif block.type == "bullet_list":
            for item in block.children:
                assert [below.type for below in item.children] == ["paragraph"]
                said.append(words(item))
        else:
            assert block.type == "paragraph", text
            said.append(words(block))
    return found


def words(node: SyntaxTreeNode) -> str:
    """The text of a node; what is bold in 『』."""

    def walk(node: SyntaxTreeNode) -> Iterator[str]:
        if node.type == "text":
            yield node.content
        elif node.type == "strong":
            yield f"『{''.join(map(words, node.children))}』"
        else:
            assert node.type not in ("em", "link", "image", "code_inline", "html_inline"), node
            for child in node.children:
                yield from walk(child)

    return "".join(walk(node))


def test_release_notes_tell_it_to_students(edited: Project) -> None:
    outcome = edited.here("diff", "--format", "markdown")
    assert (outcome.code, outcome.err) == (0, "")
    found = sections(outcome.out)
    gone = found.pop("h3 빠진 내용 (2)")
    assert sorted(gone[:2]) == ["『메주 만드는 순서』 (장)", "『밀랍의 특징』 (열매)"]
    assert gone[2:] == [
        "빠진 내용의 카드는 이미 가져온 컬렉션에 그대로 남아 있습니다.",
        "남아 있는 내용에서 카드 1장이 빠졌습니다. 복습 기록은 그대로이며, "
        "Anki의 빈 카드 찾기로 지울 수 있습니다.",
        "새 판을 가져와도 지금까지 복습한 기록은 그대로 남습니다.",
    ]
    assert found == {
        "h2 바뀐 점": [],
        "h3 새로 들어온 내용 (2)": ["『살구』 (낱말의 갈래)", "『밀랍의 특징』 (열매)"],
        "h3 다시 들어온 내용 (1)": ["『모래흙』 (낱말의 갈래)"],
        "h3 이름이 바뀐 내용 (1)": ["꼭지 → 『열매꼭지』"],
        "h3 자리를 옮긴 내용 (1)": [
            "『돌배』: 열매 › 열매 › 낱말의 갈래 → 연장 › 연장 › 낱말의 갈래"
        ],
        "h3 고친 내용 (3)": [
            "『낱말의 갈래』 (연장)",
            "『호미』 (낱말의 갈래)",
            "『낱말의 갈래』 (열매) (카드 1장이 빠짐)",
        ],
    }


ODD = (
    """
a*b*c   x_1_y   a|b   #해시   [링크](주소)   `코드`   <b>굵게</b>   &amp; 기호   $x$와 $y$
~~지움~~   C++   a\\b   1. 순서   12) 순서   + 더하기   - 빼기   ![그림](a.png)   **   http://a.kr
a\\*b   ==   >
""".strip()
    .replace("\n", "   ")
    .split("   ")
)


@pytest.mark.parametrize("term", ODD)
def test_a_name_in_release_notes_stays_text(term: str) -> None:
    def record(name: str) -> Record:
        return Record("g", Key("definition", name, term, (term,)), Stamp("0" * 16, MONDAY))

    changes = (
        Change((Kind.NEW,), None, record(term)),
        Change((Kind.RENAMED,), record(term), record("새 이름")),
        Change((Kind.MOVED,), record("자리"), record("자리")),
    )
    text = "\n".join(changing.markdown(Diff((), False, changes, conflicts=(term,))))
    said = sections(text)
    assert said["h3 새로 들어온 내용 (1)"] == [f"『{term}』 ({term})"]
    assert said["h3 이름이 바뀐 내용 (1)"] == [f"{term} → 『새 이름』"]
    assert said["h3 자리를 옮긴 내용 (1)"][0] == f"『자리』: {term} › {term} → {term} › {term}"
    assert said["h3 가져올 때 문제가 되는 것"] == [term]


# --- what Anki would not take ---------------------------------------------------------------------

DEFINITION = NOTE_TYPES["definition"]
OTHER_TYPES = {
    "a field more": (
        replace(DEFINITION, fields=(*DEFINITION.fields, "더")),
        ["'더' is gone"],
    ),
    "a field less": (replace(DEFINITION, fields=DEFINITION.fields[:-1]), ["'예비 4' is new"]),
    "a field of another name": (
        replace(DEFINITION, fields=(*DEFINITION.fields[:-1], "별명")),
        ["'별명' is gone", "'예비 4' is new"],
    ),
    "a template less": (
        replace(DEFINITION, templates=DEFINITION.templates[:1]),
        ["'정의 → 용어' is new"],
    ),
}


@pytest.mark.parametrize(("other", "words"), OTHER_TYPES.values(), ids=OTHER_TYPES.keys())
def test_note_types_that_conflict_are_named(
    tmp_path: Path, other: NoteType, words: list[str]
) -> None:
    made = project(tmp_path, {"연장.md": note("연장", SCYTHE)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(NOTE_TYPES, "definition", other)
        made.release()
    found = as_json(made, "정원.apkg", day=MONDAY)
    assert [change["kinds"] for change in found["changes"]] == []
    for word in words:
        (line,) = (line for line in found["conflicts"] if word in line)
        assert line.startswith("note type deckbuilder 정의: ")
        assert "Anki leaves a student's notes as they are" in line
    assert len(found["conflicts"]) == len(words)
    said = made.here("diff", "정원.apkg", day=MONDAY).out.splitlines()
    assert [line for line in said if line.startswith("conflict: ")] == [
        f"conflict: {line}" for line in found["conflicts"]
    ]


def test_a_change_that_is_not_newer_is_named(mine: Project) -> None:
    """The lock's text of today has been changed by hand: the time is that of before."""
    mine.release(WEDNESDAY)
    shutil.copy(mine.deck_file, mine.folder / "셋째.apkg")
    mine.commit("셋째")
    text = (mine.folder / "notes/연장.md").read_text(encoding="utf-8")
    mine.put("notes/연장.md", text.replace("날이 굽은", "날이 기역 자로 굽은"))
    mine.release(THURSDAY)
    guid = next(g for g, row in mine.table["note"].items() if row["term"] == "낫")
    lock = mine.lock_file.read_text(encoding="utf-8")
    times = r"changed = 2023-11-17 22:13:20\+00:00"
    mine.lock_file.write_text(
        re.sub(times, "changed = 2023-11-14 22:13:20+00:00", lock), encoding="utf-8"
    )
    for old in ("HEAD", "셋째.apkg"):
        found = as_json(mine, old, day=THURSDAY)
        assert (["changed"], "definition", "낫") in happened(found)
        assert (
            f"'낫' [{guid}] has changed, and its time of change is not newer: "
            "Anki leaves the old text"
        ) in found["conflicts"]


def test_cards_that_look_otherwise_are_told(mine: Project) -> None:
    write(mine, SECOND)
    mine.put("글꼴.woff2", b"font")
    mine.put("deckbuilder.toml", f'{RETIRING}fonts = ["글꼴.woff2"]\n')
    for old in ("HEAD", "둘째.apkg"):
        found = as_json(mine, old)
        assert (found["changes"], found["conflicts"]) == ([], [])
        assert "definition" in found["look"]
        assert "cards look otherwise: " in mine.here("diff", old).out
        out = mine.here("diff", old, "--format", "markdown").out
        assert sections(out) == {"h2 바뀐 점": ["카드의 모양이 바뀌었습니다."]}


# --- errors ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("revision", ["없는판", "--help-me", "HEAD~99", "HEAD:notes"])
def test_a_revision_that_is_none_is_named(edited: Project, revision: str) -> None:
    outcome = edited.here("diff", "--", revision)
    assert outcome.code == 2
    assert outcome.said == (
        f"error: {LOCK}: git knows no revision '{revision}'; "
        "name a tag, a branch or a commit, or an .apkg\n"
    )


def test_a_revision_without_the_lock_is_named(mine: Project) -> None:
    mine.git("rm", "-q", "--cached", LOCK)
    mine.git("commit", "-qm", "잠금 없이")
    outcome = mine.here("diff")
    assert outcome.code == 2
    assert outcome.said == (
        f"error: {LOCK}: it is not in revision 'HEAD'; "
        "name one at which it was committed, or an .apkg\n"
    )
    assert mine.here("diff", "HEAD~1").code == 0


def test_without_git_a_deck_is_to_be_named(tmp_path: Path) -> None:
    made = project(tmp_path, SECOND)
    made.release(MONDAY)
    outcome = made.run("diff")
    assert outcome.code == 2
    assert outcome.said == (
        f"error: {LOCK}: there is no git repository around it; "
        "name the deck that you published (an .apkg)\n"
    )
    assert made.here("diff", "정원.apkg", day=MONDAY).out == "no note changed\n"


def test_a_deck_that_is_not_there_is_named(edited: Project) -> None:
    outcome = edited.here("diff", "없음.apkg")
    assert outcome.code == 2
    assert re.fullmatch(r"error: 없음.apkg: cannot be read: .+\n", outcome.said)


def test_outside_a_project_there_is_nothing_to_compare(tmp_path: Path) -> None:
    made = Project(tmp_path)
    made.put("notes/연장.md", note("연장", HOE))
    outcome = made.here("diff")
    assert outcome.code == 2
    assert "there is no deckbuilder.toml here" in outcome.err


def test_a_lock_of_then_that_cannot_be_used_is_named_with_its_revision(mine: Project) -> None:
    good = mine.lock_file.read_bytes()
    mine.lock_file.write_text("version = 1\nversion = 1\n", encoding="utf-8")
    mine.commit("깨진 것")
    mine.lock_file.write_bytes(good)
    outcome = mine.here("diff")
    assert outcome.code == 2
    assert re.match(rf"error: HEAD:{LOCK}:2: is damaged: ", outcome.err), outcome.err


def test_notes_with_errors_are_named_and_nothing_else(mine: Project) -> None:
    mine.put(
        "notes/돌.md", "<!-- id: 돌 -->\n## 차돌\n단단하다.\n\n<!-- id: 돌 -->\n## 곱돌\n무르다.\n"
    )
    outcome = mine.here("diff")
    assert (outcome.code, outcome.out) == (1, "")
    assert "notes/돌.md:5: the id '돌' is given twice" in outcome.err


def test_a_note_that_cannot_be_read_is_named_and_the_rest_compared(mine: Project) -> None:
    before = mine.here("diff")
    mine.put("notes/그림.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00")
    outcome = mine.here("diff")
    assert (outcome.code, outcome.out) == (0, before.out)
    assert "notes/그림.md: is left out, it is no text" in outcome.err


def test_from_a_folder_below_it_is_the_same(edited: Project) -> None:
    outcome = edited.run("diff", "--format", "json", below="notes", epoch=WEDNESDAY)
    assert outcome.code == 0, outcome.said
    assert happened(json.loads(outcome.out)) == HAPPENED


# --- another project, and a lock that is lost -----------------------------------------------------


def test_the_deck_of_another_project_is_named(tmp_path: Path) -> None:
    here, there = (project(tmp_path / name, SECOND) for name in ("여기", "저기"))
    for made in (here, there):
        made.release(MONDAY)
    said = here.here("diff", there.deck_file, day=MONDAY).out
    assert "conflict: the old release is of another project" in said
    assert "another project" not in here.here("diff", "정원.apkg", day=MONDAY).out


def test_without_its_lock_a_project_is_compared_with_what_the_deck_tells(tmp_path: Path) -> None:
    made = project(tmp_path, SECOND)
    made.release(MONDAY)
    made.lock_file.unlink()
    assert made.here("diff", "정원.apkg", day=MONDAY).out == "no note changed\n"
    assert not made.lock_file.exists()


def test_cards_that_go_from_a_note_that_stays_are_said(tmp_path: Path) -> None:
    mine = project(tmp_path, FIRST)
    mine.release(MONDAY)
    (mine.folder / "첫째.apkg").write_bytes(mine.deck_file.read_bytes())
    mine.put("deckbuilder.toml", f"{SETTINGS}[cards]\nreverse = false\n")
    out = mine.release(TUESDAY).out
    assert "since the last build: 1 changed; 1 card of them gone" in out
    assert "~ changed   definition “모래흙”: 1 card gone" in out
    notes = mine.here("diff", "첫째.apkg", "--format", "markdown").out
    assert "카드 1장이 빠졌습니다" in notes
    assert re.search(r"\*\*모래흙\*\* .*\(카드 1장이 빠짐\)", notes)
