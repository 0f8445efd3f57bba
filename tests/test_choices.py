"""`deckbuilder.choices`: what is chosen for good, the file that it stands in, and what is told."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import pytest

from deckbuilder import api, choices, lock, sources
from deckbuilder.api import Options, choosing
from deckbuilder.choices import ChoicesError
from deckbuilder.model import Choice, Decision, Key, Span
from tests.support.project import TUESDAY, Project, project, terms

NOTE = """# 줄기

## 기관

### 형성층
줄기가 굵게 자라는 곳이다.

### 속길의 장점
- 물이 잘 오른다.
- 굵게 자란다.

체관은 양분이 내려가는 관 따위를 말하는 것이다.
"""


@pytest.fixture
def stem(tmp_path: Path) -> Project:
    return project(tmp_path, {"줄기.md": NOTE})


def found(desk: Project) -> choosing.Proposals:
    lock_file = desk.lock_file if desk.lock_file.exists() else None
    file = desk.folder / choices.FILE
    return choosing.proposals([desk.folder / "notes"], Options(), file, lock_file)


def choose(desk: Project, front: str, decision: Decision, kind: str = "definition") -> None:
    every = found(desk)
    (one,) = (one for one in every.all if (one.front, one.kind) == (front, kind))
    choosing.choose(every, one.id, decision)


def names(desk: Project, day: int = TUESDAY) -> set[str]:
    desk.release(day)
    return set(terms(desk.deck_file))


def test_the_preview_proposes_what_choose_does_and_reads_a_note_once(
    stem: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(stem, "형성층", Decision("leave"))
    stem.put("notes/잎.md", "# 잎\n\n### 기공\n잎 뒷면에 난 작은 구멍이다.\n")
    every = found(stem)
    read: Counter[str] = Counter()
    once = sources.read

    def counted(entry: sources.Entry) -> object:
        read[entry.path] += 1
        return once(entry)

    monkeypatch.setattr(sources, "read", counted)
    file = stem.folder / choices.FILE
    options = Options(choices=choices.load(file))
    with ExitStack() as opened:
        seen = api.look([stem.folder / "notes"], options, opened, choices=file).proposals
    assert seen
    assert [(one.id, one.kinds, one.choice) for one in seen.all] == [
        (one.id, one.kinds, one.choice) for one in every.all
    ]
    assert set(read.values()) == {1}


MADE = {"정의 형성층", "목록 속길의 장점"}
CHOSEN: dict[str, tuple[str, str, Decision, set[str]]] = {
    "taken": ("체관", "definition", Decision("take"), {*MADE, "정의 체관"}),
    "left out": ("형성층", "definition", Decision("leave"), {"목록 속길의 장점"}),
    "named": (
        "형성층",
        "definition",
        Decision(name="굵게 자라는 곳"),
        {*MADE, "정의 굵게 자라는 곳"} - {"정의 형성층"},
    ),
    "named, though only offered": (
        "체관",
        "definition",
        Decision(name="양분이 내려가는 관"),
        {*MADE, "정의 양분이 내려가는 관"},
    ),
    "of another kind": (
        "속길의 장점",
        "list",
        Decision(kind="definition"),
        {"정의 형성층", "정의 속길의 장점"},
    ),
}


@pytest.mark.parametrize(("front", "kind", "decision", "made"), CHOSEN.values(), ids=CHOSEN)
def test_what_is_chosen_is_made_and_can_be_taken_back(
    stem: Project, front: str, kind: str, decision: Decision, made: set[str]
) -> None:
    assert names(stem) == MADE
    before, guids = stem.pair, terms(stem.deck_file)
    choose(stem, front, decision, kind)
    assert names(stem) == made
    assert names(stem) == made
    choose(stem, front, Decision(), kind)
    assert not (stem.folder / choices.FILE).exists()
    assert names(stem) == MADE
    assert {name: guid for name, (guid, _) in terms(stem.deck_file).items()} == {
        name: guid for name, (guid, _) in guids.items()
    }
    assert before[1] != b""


def test_builds_only_read_the_file_and_make_the_same_bytes(stem: Project) -> None:
    stem.release()
    choose(stem, "체관", Decision("take"))
    text = (stem.folder / choices.FILE).read_bytes()
    stem.release(TUESDAY)
    first = stem.pair
    stem.release(TUESDAY)
    assert (stem.pair, (stem.folder / choices.FILE).read_bytes()) == (first, text)
    assert stem.here("build", "--locked", day=TUESDAY).code == 0


def test_proposals_say_what_becomes_of_each(stem: Project) -> None:
    choose(stem, "형성층", Decision("leave"))
    told = {(one.kind, one.front): one for one in found(stem).all}
    assert [(one.state, one.made) for one in told.values()] == [
        ("made", False),
        ("made", True),
        ("rejected", False),
        ("offered", False),
    ]
    assert told["definition", "형성층"].decision == Decision("leave")
    assert told["list", "속길의 장점"].kinds == ("definition", "question")
    assert str(told["definition", "체관"].span).endswith("줄기.md:12")
    assert len({one.id for one in told.values()}) == len(told)


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (Decision(name="없는 말"), "'없는 말' does not stand in"),
        (Decision(name=" "), "does not stand in"),
        (Decision(kind="comparison"), "cannot be asked as a comparison, only as: question"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    stem: Project, decision: Decision, why: str
) -> None:
    with pytest.raises(ChoicesError, match=why):
        choose(stem, "형성층", decision)
    assert not (stem.folder / choices.FILE).exists()


def test_a_name_may_go_over_the_end_of_a_line_and_hold_marks(stem: Project) -> None:
    stem.put("notes/줄기.md", NOTE.replace("굵게 자라는 곳이다", "**굵게**\n자라는 곳이다"))
    choose(stem, "형성층", Decision(name="굵게 자라는 곳"))
    assert "정의 굵게 자라는 곳" in names(stem)


# --- what is told of it ---------------------------------------------------------------------------


def test_a_choice_whose_place_is_gone_is_told(stem: Project) -> None:
    choose(stem, "체관", Decision("take"))
    stem.put("notes/줄기.md", NOTE.partition("체관은")[0])
    said = stem.release().err
    assert "deckbuilder.choices:7: what was chosen here is about nothing any more" in said
    assert "the definition '체관' of '줄기'" in said
    assert stem.here("build", "--strict").code == 1


def test_a_part_of_the_project_does_not_miss_what_stands_elsewhere(stem: Project) -> None:
    stem.put("notes/뿌리.md", "# 뿌리\n\n### 뿌리털\n물을 빨아들이는 가는 털이다.\n")
    choose(stem, "체관", Decision("take"))
    outcome = stem.here("build", "notes/뿌리.md", "--strict")
    assert outcome.code == 0, outcome.said


def test_a_name_that_is_gone_from_its_note_is_no_name_any_more(stem: Project) -> None:
    choose(stem, "형성층", Decision(name="굵게 자라는 곳"))
    stem.put("notes/줄기.md", NOTE.replace("굵게 자라는 곳", "부피가 느는 곳"))
    outcome = stem.release()
    assert "deckbuilder.choices:7: '형성층' is not called '굵게 자라는 곳'" in outcome.err
    assert "정의 형성층" in terms(stem.deck_file)


def test_a_kind_that_cannot_be_any_more_is_told(stem: Project) -> None:
    choose(stem, "속길의 장점", Decision(kind="definition"), "list")
    file = stem.folder / choices.FILE
    file.write_text(
        file.read_text("utf-8").replace('as = "definition"', 'as = "comparison"'), "utf-8"
    )
    outcome = stem.release()
    assert "deckbuilder.choices:7: '속길의 장점' cannot be asked as a comparison" in outcome.err
    assert "목록 속길의 장점" in terms(stem.deck_file)


def test_a_sibling_of_what_was_left_out_stays(stem: Project) -> None:
    """The opposite, told in nearly the same words, is another note, and was there before."""
    pair = "# 피\n\n### 동맥\n심장에서 나가는 피가 흐르는 굵은 핏줄이다.\n"
    other = "\n### 정맥\n심장으로 오는 피가 흐르는 굵은 핏줄이다.\n"
    stem.put("notes/줄기.md", pair + other)
    choose(stem, "동맥", Decision("leave"))
    assert "정의 동맥" not in names(stem)
    stem.put("notes/줄기.md", pair.partition("### 동맥")[0] + other)
    assert names(stem, TUESDAY + 1) == {"정의 정맥"}


def test_explain_says_what_was_chosen(stem: Project) -> None:
    choose(stem, "형성층", Decision("leave"))
    choose(stem, "체관", Decision("take"))
    said = stem.here("explain", "notes/줄기.md").out
    assert "× definition “형성층” [term] is left out by its author's choice" in said
    assert "→ definition “체관” [loose], chosen by its author" in said


# --- the file -------------------------------------------------------------------------------------


def key(term: str, **more: str) -> Key:
    return Key(
        "definition", term, more.get("file", "줄기"), ("줄기",), "곳이다.", pin=more.get("pin", "")
    )


def choice(term: str, decision: Decision = Decision("leave"), **more: str) -> Choice:  # noqa: B008
    return Choice(key(term, **more), decision, Span("", 0, 0))


def test_it_says_the_same_once_it_is_read() -> None:
    made = [
        choice('"가\\"\x7f\t', Decision("take", "이름\u2028", "list")),
        choice("나", Decision(kind="question"), pin="id"),
        choice("다", file="10"),
        choice("라", file="9"),
    ]
    text = choices.dumps(made)
    read = choices.loads(text, "목록.choices")
    assert [one.key.term for one in read] == ["라", "다", '"가\\"\x7f\t', "나"]
    assert {(one.key, one.decision) for one in read} == {(one.key, one.decision) for one in made}
    assert [one.span.first for one in read] == [7, 8, 9, 10]
    assert choices.dumps(reversed(read)) == text
    lines = set(text.split("\n"))
    assert lines < set(choices.dumps([*made, choice("마")]).split("\n"))


LINE = '{file = "줄기", term = "가", kind = "definition", choice = "leave"},\n'
UNSOUND = {
    "<<<<<<< ours\n": ":1: a merge conflict is not resolved",
    "version = 99\n": ": was written by a newer deckbuilder",
    f"{LINE}{LINE}": ":2: the same is chosen twice, first in line 1",
    LINE.replace("leave", "leaf"): ":1: is no choice: 'choice' cannot be used",
    LINE.replace("term", "trem"): ":1: is no choice: 'term' is missing",
    LINE.replace("choice", "chioce"): ":1: is no choice: 'chioce' is not known",
    LINE.replace(', choice = "leave"', ""): ":1: chooses nothing",
    LINE.replace("}", ""): ":1: is no choice: it is damaged",
    "가\n": ":1: is no choice: it is damaged",
    "": ": holds no choice any more: restore the older file",
    choices.dumps([]): ": holds no choice any more: restore the older file",
    "\udcff": ":1: is not UTF-8",
}


@pytest.mark.parametrize(("text", "why"), UNSOUND.items(), ids=range(len(UNSOUND)))
def test_a_file_that_is_not_sound_stops_the_build(stem: Project, text: str, why: str) -> None:
    stem.put(choices.FILE, text.encode(errors="surrogateescape"))
    for command in ("build", "check"):
        outcome = stem.here(command)
        assert (outcome.code, f"deckbuilder.choices{why}" in outcome.err) == (2, True), outcome.said
    assert not stem.deck_file.exists()


def test_settings_of_another_name_have_choices_of_that_name(stem: Project) -> None:
    choose(stem, "형성층", Decision("leave"))
    stem.put("요약.toml", 'sources = ["notes"]\noutput = "정원.apkg"\n')
    (stem.folder / choices.FILE).rename(stem.folder / "요약.choices")
    stem.here("build", "--config", "요약.toml")
    assert set(terms(stem.deck_file)) == {"목록 속길의 장점"}


def test_branches_that_choose_different_things_merge(stem: Project) -> None:
    stem.put("notes/뿌리.md", "# 뿌리\n\n### 뿌리털\n물을 빨아들이는 가는 털이다.\n")
    stem.git("init", "-qb", "main")
    choose(stem, "형성층", Decision("take"))
    stem.commit("처음")
    stem.git("checkout", "-qb", "다른")
    choose(stem, "체관", Decision("take"))
    stem.commit("체관")
    stem.git("checkout", "-q", "main")
    choose(stem, "뿌리털", Decision("leave"))
    stem.commit("뿌리털")
    stem.git("merge", "-q", "다른")
    chosen = choices.load(stem.folder / choices.FILE)
    assert [one.key.term for one in chosen] == ["뿌리털", "형성층", "체관"]


def test_what_another_process_chose_meanwhile_stays(stem: Project) -> None:
    every = found(stem)
    ids = {one.front: one.id for one in every.all if one.state != "rejected"}
    choosing.choose(every, ids["형성층"], Decision("leave"))
    choosing.choose(every, ids["체관"], Decision("take"))
    chosen = choices.load(stem.folder / choices.FILE)
    assert {one.key.term for one in chosen} == {"형성층", "체관"}


def test_a_choice_knows_its_note_by_the_guid_that_it_gets(stem: Project) -> None:
    stem.release()
    choose(stem, "체관", Decision("take"))
    (chosen,) = choices.load(stem.folder / choices.FILE)
    stem.release(TUESDAY)
    known = lock.load(stem.lock_file)
    assert known
    assert known.notes[chosen.guid].key.term == "체관"
