"""Study notes with a unit of every kind, and what their writer does to them between releases.

An edit is a function from the files before to the files after: `then(moved("a.md", "b.md"), …)`.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.support.media import png

Files = dict[str, str | bytes]
Edit = Callable[[Files], Files]

SETTINGS = """title = "항해"
sources = ["notes"]
output = "항해.apkg"
"""
HULL, SAIL, TIDE, LIGHT = (
    "notes/배/선체.md",
    "notes/배/돛.md",
    "notes/바다/물때.md",
    "notes/등대.md",
)
SEA: Files = {
    "deckbuilder.toml": SETTINGS,
    HULL: """# 선체

## 용어

### 용골
배 바닥 한가운데를 앞뒤로 지나며 뼈대를 받치는 굵은 나무이다.

### 이물
물살을 가르며 나아가는 배의 앞머리이다.

### 고물
사공이 서서 노를 젓는 뱃전의 뒤쪽 끝이다.

## 돛배의 장점
- 기름이 들지 않는다.
- 조용히 나아간다.
- 얕은 물에도 뜬다.
""",
    SAIL: """# 돛

## 용어

### 아딧줄
바람의 방향에 맞추어 돛을 당기거나 늦추는 데 쓰는 줄이다.

## 사각돛과 삼각돛의 차이
- **사각돛**: 뒤에서 부는 바람을 넓은 면으로 받는다.
- **삼각돛**: 옆바람을 비스듬히 흘려 앞으로 끌린다.

## 출항 순서
1. 닻을 감아올린다.
2. 밧줄을 푼다.
3. 노로 부두를 민다.
4. 앞돛을 올린다.
5. 키를 잡는다.
6. 큰돛을 편다.
""",
    TIDE: """---
tags: [바다]
---
# 물때

## 용어

| 용어 | 뜻 |
| --- | --- |
| 사리 | 보름과 그믐 무렵에 밀물이 가장 높이 차오르는 때 |
| 조금 | 반달이 뜰 무렵에 물의 드나듦이 가장 적은 때 |

## 왜 갯벌은 하루에 두 번 드러날까?
달의 인력이 바닷물을 끌어당기는 동안 지구가 돌기 때문이다.

## 밀물, 썰물, 정조의 차이
- **밀물**: 바닷물이 뭍 쪽으로 들어온다.
- **썰물**: 바닷물이 난바다 쪽으로 빠진다.
- **정조**: 흐름이 잠시 멎어 잔잔하다.
""",
    LIGHT: """# 등대

## 용어

### 등명기
![](그림/등.png)
불빛을 모아 먼 곳까지 비추는 등대 꼭대기의 장치이다.

### 무적
안개가 짙을 때 소리를 내어 뱃길을 알리는 나팔이다.
""",
    "notes/그림/등.png": png(10),
}


def then(*edits: Edit) -> Edit:
    """One edit after the other."""

    def edit(files: Files) -> Files:
        for one in edits:
            files = one(files)
        return files

    return edit


def text(files: Files, file: str) -> str:
    """The text of a note."""
    found = files[file]
    assert isinstance(found, str)
    return found


def put(file: str, content: str | bytes) -> Edit:
    """A file is written, a new one or over an old one."""
    return lambda files: files | {file: content}


def removed(file: str) -> Edit:
    """A file is deleted."""
    return lambda files: {name: content for name, content in files.items() if name != file}


def replaced(file: str, *changes: tuple[str, str]) -> Edit:
    """Passages of a note are written anew, all at once; each stands there once."""

    def edit(files: Files) -> Files:
        content = text(files, file)
        for at, (old, _) in enumerate(changes):
            assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {file}"
            content = content.replace(old, f"\0{at}\0")
        for at, (_, new) in enumerate(changes):
            content = content.replace(f"\0{at}\0", new)
        return files | {file: content}

    return edit


def cut(file: str, passage: str) -> Edit:
    """A passage is deleted."""
    return replaced(file, (passage, ""))


def added(file: str, more: str) -> Edit:
    """Something is written at the end of a note, or into a new one."""
    return lambda files: files | {file: (text(files, file) if file in files else "") + more}


def carried(passage: str, source: str, target: str) -> Edit:
    """A passage is cut from one note and put at the end of another."""
    return then(cut(source, passage), added(target, passage))


def moved(old: str, new: str) -> Edit:
    """A file or a folder gets another name; the order of the files is that of their names."""

    def name(file: str) -> str:
        if file == old:
            return new
        return new + file.removeprefix(old) if file.startswith(f"{old}/") else file

    return lambda files: {name(file): content for file, content in files.items()}


def every(change: Callable[[str], str | bytes]) -> Edit:
    """All notes are stored anew, in another way."""

    def edit(files: Files) -> Files:
        return {
            file: change(content) if isinstance(content, str) and file.endswith(".md") else content
            for file, content in files.items()
        }

    return edit
