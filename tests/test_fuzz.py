"""The fuzzer finds a planted fault, makes the note short, and says how to come by it again."""

from __future__ import annotations

import time
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import trial, working
from tests.fuzz.mutations import mutated
from tests.fuzz.shrinking import shrunk
from tests.fuzz.working import Job, work
from tests.support.notes import FLOWER, GARDEN, LEAF

reading = import_module("deckbuilder.api.reading")


def plant(monkeypatch: pytest.MonkeyPatch, on: str) -> None:
    """Let a step fail on every note that has this text."""
    works = reading.outline

    def fails(document: object) -> object:
        if on in str(document):
            raise ValueError(on)
        return works(document)

    monkeypatch.setattr(reading, "outline", fails)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(working, "OUT", tmp_path / "fuzz")
    monkeypatch.setattr(working, "ROOT", tmp_path)
    monkeypatch.setattr(working, "sources", lambda: [FLOWER])
    return tmp_path / "fuzz"


def job(only: int) -> Job:
    return Job(seed=5, first=only, step=1, end=time.monotonic() + 60, only=only, slack=1)


def test_a_fault_is_found_and_the_note_made_short(
    monkeypatch: pytest.MonkeyPatch, found: Path
) -> None:
    plant(monkeypatch, "이다")
    finds = next(finds for number in range(1, 50) if (finds := work(job(number))[1]))
    ((number, find, text),) = finds.values()
    assert (find.kind, text) == ("ValueError", "이다")
    written = {file.suffix: file.read_text(encoding="utf-8") for file in found.iterdir()}
    assert written[".md"] == "이다"
    assert f"--seed=5 --only={number}\n" in written[".txt"]
    assert "Traceback" in written[".txt"]
    count, again = work(job(only=number))
    assert count == 1
    assert again.keys() == finds.keys()


def test_where_nothing_fails_nothing_is_written(found: Path) -> None:
    count, finds = work(job(only=3))
    assert (count, finds) == (1, {})
    assert not found.exists()


def test_one_seed_makes_the_same_notes() -> None:
    notes = [LEAF, *GARDEN.values()]
    first, again, other = (
        [mutated(Random(f"{seed}:{number}"), notes) for number in range(50)] for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other
    assert len({*first, *other}) > 90
    assert all(text.encode() for text in first if text)


def test_what_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def for_ever(_: object) -> object:
        while True:
            try:
                for_ever_long = sum(range(10**4))
            except Exception:
                for_ever_long = 0
            assert for_ever_long

    trial._earlier()
    monkeypatch.setattr(reading, "outline", for_ever)
    monkeypatch.setattr(trial, "LIMIT", 0.1)
    find = trial.tried(LEAF, tmp_path)
    assert find
    assert find.kind == "Slow"
    assert "for_ever" in find.trace


def test_a_line_without_an_account_is_a_find(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    works = reading.extract

    def forgets(*arguments: object, **named: object) -> object:
        return replace(works(*arguments, **named), left_out=())

    trial._earlier()
    monkeypatch.setattr(reading, "extract", forgets)
    find = trial.tried(LEAF, tmp_path)
    assert find
    assert (find.kind, "every_line_is_on_a_card" in find.trace) == ("AssertionError", True)


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_the_least_of_a_text_is_left(size: int) -> None:
    text = "\n".join(f"줄 {at}" for at in range(size)) + "\n가\n나"
    assert shrunk(text, lambda part: "가" in part and "나" in part, 5) == "가나"
    assert shrunk("가", lambda _: True, 5) == ""


# What has been found to take too long: thousands of the same.
LONG = (
    ("{}", "- 가\n    - 나로 이루어진 것\n"),
    ("- 강가 가게 : 물건을 파는 자리이다.\n{}\n", "「"),
    ("## {}\n빛을 받는 기관이다.\n", "1"),
    ("{}", "`가` "),
    ("## 잎{}눈\n빛을 받는 기관이다.\n", "\u3000"),
    ("## 잎{}눈\n빛을 받는 기관이다.\n", "- "),
    ("## 잎\n기관이다. {}라고도 한다.\n", "**가** "),
    ("{}가\n\n빛을 받는 기관이다.\n", "?"),
    ("# {}\n\n빛을 받는 기관이다.\n", "1"),
    ("가{}다.\n", "、**가** 다. "),
    ("{}\n", "다. 종류 <b>"),
    ("{}", "잎은 푸르며\n"),
    ("| {} | 잎 |\n| --- | --- |\n| 눈 | 뿌리 |\n", ")"),
    ("---\ntitle: 잎{}눈\n---\n\n# 잎\n기관이다.\n", "\u3000"),
    ("1. <a href=https://a.kr>에{} 다</a>\n", "너지"),
    ("{}\n잎\n", "---"),
    ("<div>\n{}\n</div>\n", "줄기와 잎과 뿌리와 눈으로 된 나무의\n"),
    ("```\n잎 : 기관이다.\n</{}>\n```\n", "eta"),
    (
        "".join(
            f"## {{0}} {part}의 특징\n물을 나르는 {part}(관)이다.\n"
            for part in "잎눈꽃싹씨털뿔발손귀코입"
        ),
        "긴ㅁ",
    ),
    ("## 잎\n" + "- 빛을 받는 Leaf{0}기관(싹)이다.\n" * 12, " "),
    ("- 잎 - 줄기{0}눈\n" * 12, "\x0b"),
    ("가" + "{0}" * 60 + "\n", "> "),
    ("{0}{0}\n" + "- 잎\n" * 4_000, "가"),
    ("<div><b>잎</b>\n{0}{0}{0}", "<u\n"),
    ('잎 <p title={}" 눈>', "\u2003"),
    ("<svg title={}", "\u2003"),
    ("`잎\n눈` " + "{0}" * 12, "가나\n"),
    ("`잎\n눈` " + "{0}" * 12, "가*나*다\n"),
    ("두 {0}{0}\n\n- 잎\n- 눈\n", "나"),
    ("잎은 " + "{0}" * 16 + "빛을 받는 기관이다.\n", "하고, "),
    ("{0}{0} 다음과 같은 둑이 있다.\n\n- 잎\n- 눈\n", "가는"),
    ("{0}" * 6, "- 물이 모여 내려가는 것을 흐름이라고 한다.\n"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("around", "piece"), LONG)
def test_what_was_found_to_be_slow_ends_in_time(tmp_path: Path, around: str, piece: str) -> None:
    trial._earlier()
    text = around.format(piece * (12_000 // len(piece)))
    assert trial.tried(text, tmp_path, slack=4) is None  # of a busy machine
