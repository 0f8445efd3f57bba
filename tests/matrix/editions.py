"""A deck and its next edition, built by the command as a user builds them."""

from __future__ import annotations

from pathlib import Path

from tests.support.command import Desk

CONFIG = """title = "바느질"
sources = ["notes"]
"""
FIRST = """# 손바느질

## 준비

### 시침질(Basting)
두 천이 밀리지 않게 듬성듬성 꿰매어 두는 일이다.

## 도구

### 골무
바늘귀를 밀 때 손가락 끝에 끼우는 물건이다.

## 단추를 다는 순서
1. 천의 뒤쪽에서 바늘을 올린다.
2. 단춧구멍에 실을 서너 번 꿴다.
3. 단추 밑을 실로 감아 기둥을 세운다.

## 홈질과 박음질의 차이
- **홈질**: 바늘땀을 고르게 떠서 앞으로만 나아간다.
- **박음질**: 한 땀씩 뒤로 돌아가며 촘촘히 꿰맨다.

## 왜 실에 초를 먹일까?
보풀이 눕고 실이 엉키지 않기 때문이다.
"""
# The first note says more, and one is new, with a picture, between those that stay.
CHANGED = ("듬성듬성 꿰매어 두는 일", "듬성듬성 꿰매어 두었다가 나중에 뜯는 일")
BEFORE = "## 단추를 다는 순서"
NEW = """## 뒷정리

### 실패
실을 감아 두는 나무토막이다.

![실을 감은 실패](실패.svg)

"""
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">
<rect x="10" y="20" width="60" height="20" fill="#a86"/></svg>
"""
MONDAY, TUESDAY = 1_700_000_000, 1_700_086_400


def build(folder: Path) -> tuple[Path, Path]:
    """The first edition of the deck and the second: a note of it changed, and one is new.

    Raises:
        AssertionError: the command says that it could not.
    """
    second = FIRST.replace(*CHANGED).replace(BEFORE, NEW + BEFORE)
    desk = Desk(folder)
    desk.put("deckbuilder.toml", CONFIG)
    desk.put("notes/실패.svg", PICTURE)
    desk.put("notes/손바느질.md", FIRST)
    old = desk.deck(epoch=MONDAY).rename(folder / "first.apkg")
    desk.put("notes/손바느질.md", second)
    new = desk.deck(epoch=TUESDAY).rename(folder / "second.apkg")
    return old, new
