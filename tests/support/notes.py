"""Notes to try the tool on; every word of them was written for these tests."""

from __future__ import annotations


def note(title: str, *terms: tuple[str, str], front: str = "", section: str = "낱말") -> str:
    """A note with a section that holds a heading for each term and its meaning below it."""
    head = f"---\n{front}\n---\n" if front else ""
    body = "".join(f"\n### {term}\n{meaning}\n" for term, meaning in terms)
    return f"{head}# {title}\n\n## {section}\n{body}"


LEAF = note("잎", ("기공", "잎 뒷면에 난 작은 구멍으로, 기체가 드나든다."))
ROOT_NOTE = note("뿌리", ("뿌리털", "흙 알갱이 사이로 뻗어 물을 빨아들이는 가는 털이다."))
FLOWER = note("꽃", ("꽃받침", "꽃잎을 아래에서 떠받치는 부분이다."))
EMPTY = "# 나중에 쓸 것\n"

# Two levels of folders, numbered so that natural order is not the order of characters, and a
# unit of every kind.
GARDEN = {
    "정원/1. 식물/2. 잎.md": """---
tags: [정원, 봄 학기]
---
# 잎

## 잎의 구조

### 기공(Stoma)
잎 뒷면에 난 작은 구멍으로, 기체가 드나든다.

### 잎맥
물과 양분이 지나가는 길이다.

## 잎의 특징
- 햇빛을 받도록 넓다.
- 뒷면에 구멍이 많다.
- 가을에 빛깔이 바뀐다.

## 왜 잎은 초록색으로 보일까?
초록빛을 흡수하지 않고 되쏘기 때문이다.
""",
    "정원/1. 식물/10. 뿌리.md": """# 뿌리

## 곧은뿌리와 수염뿌리의 차이
- **곧은뿌리**: 굵은 원뿌리에서 곁뿌리가 갈라져 나온다.
- **수염뿌리**: 굵기가 비슷한 뿌리가 한곳에서 여럿 뻗는다.

## 꺾꽂이 순서
1. 줄기를 비스듬히 자른다.
2. 아랫잎을 떼어 낸다.
3. 젖은 모래에 꽂는다.
""",
    "정원/10. 흙/거름.md": """# 거름

## 두엄
풀과 짚을 쌓아 썩힌 거름이다.

## 낱말

| 용어 | 뜻 |
| --- | --- |
| 부엽토 | 낙엽이 썩어서 된 흙 |
| 재거름 | 나무를 태운 재로 만든 거름 |

## 밑거름과 웃거름의 차이

| 기준 | 밑거름 | 웃거름 |
| --- | --- | --- |
| 주는 때 | 심기 전 | 자라는 동안 |
| 효과 | 천천히 | 빠르게 |
""",
    "정원/일지.md": """---
title: 관찰 일지
deck: 실습::관찰
layout: post
---
## 관찰 도구
- 돋보기 : 작은 것을 크게 보는 도구
- 줄자 : 길이를 재는 도구
""",
}
