"""Notes as people keep them, of any size, the same for the same numbers: made up, mixed in form.

write(folder, terms=10_000, files=100)
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

QUALITIES = (
    "선형 동적 정적 분산 병렬 순환 가중 이중 다중 상호 능동 수동 적응 확률 "
    "이산 연속 국소 전역 완전 부분 상향 하향 내부 외부 직렬 계층 균형 압축 "
    "확장 지연 즉시 우선 후행 교차 중첩 대칭 역방향 단일 공유 독립"
).split()
SUBJECTS = (
    "해시 트리 그래프 정렬 탐색 버퍼 캐시 큐 스택 힙 색인 소켓 패킷 신호 필터 "
    "변환 함수 행렬 벡터 사상 분할 병합 복제 잠금 거래 기록 문맥 규칙 문법 "
    "토큰 구문 광합성 호흡 세포 효소 입자 파동 전압 전류 저항"
).split()
MATTERS = (
    "구조 기법 방식 모형 이론 절차 과정 원리 법칙 체계 장치 지표 계수 계층 "
    "상태 단계 정책 전략 영역 경로 집합 공간 평면 기준 척도 현상 반응 작용 효과 순서"
).split()
DOES = (
    "여러 값을 한곳에 모아 두고 필요한 때에 꺼내 쓰는",
    "입력을 작은 조각으로 나누어 차례로 다루는",
    "오래 쓰이지 않은 것을 먼저 내보내는",
    "서로 다른 두 쪽이 같은 약속을 따르게 하는",
    "앞선 결과를 다시 써서 계산을 줄이는",
    "한 번에 하나만 들어갈 수 있도록 막아 주는",
    "바깥의 변화가 안쪽까지 미치지 않게 하는",
    "잃어버린 부분을 나머지로부터 되살리는",
    "값이 커질수록 그 몫을 줄여 나가는",
    "어느 쪽에서 보더라도 모양이 달라지지 않게 하는",
)
WITH = ("다룰 때", "거치며", "빌려", "대신하여", "견주어", "바탕으로", "덜어 내고", "나란히 두고")
ENDS = ("방법", "장치", "규약", "성질", "과정", "개념", "것", "틀")
ITEMS = (
    "처음에 자리를 많이 차지한다",
    "자료가 늘어도 걸리는 시간이 거의 같다",
    "한쪽이 멈추어도 나머지는 이어진다",
    "순서를 지키지 않아도 된다",
    "미리 정해 둔 크기를 넘지 못한다",
    "고치기보다 새로 만드는 편이 쉽다",
    "작은 오차가 뒤로 갈수록 쌓인다",
)
NUMBERED = len(QUALITIES) * len(SUBJECTS) * len(MATTERS)


def term(number: int) -> str:
    """The name of a term; each number has another."""
    at = number * 7919 % NUMBERED  # prime to their number, so that neighbours have little in common
    at, matter = divmod(at, len(MATTERS))
    quality, subject = divmod(at, len(SUBJECTS))
    more = f" {number // NUMBERED + 1}" if number >= NUMBERED else ""
    return f"{QUALITIES[quality]} {SUBJECTS[subject]} {MATTERS[matter]}{more}"


def _said(chosen: random.Random) -> str:
    about, other, matter = chosen.choice(SUBJECTS), chosen.choice(SUBJECTS), chosen.choice(MATTERS)
    return (
        f"{about}의 {matter}에서 {other}{_object(other)} {chosen.choice(WITH)} "
        f"{chosen.choice(DOES)} {chosen.choice(ENDS)}"
    )


def _definition(names: Iterator[str], chosen: random.Random) -> str:
    name = next(names)
    extra = chosen.choice(
        (
            "",
            f" `{chosen.choice(('push', 'lookup', 'merge'))}()` 한 번에 $O(\\log n)$이 든다.",
            f" **{chosen.choice(MATTERS)}** 단위로 쓰는 일이 많다.",
            " 값이 비어 있으면 아무 일도 일어나지 않는다.",
        )
    )
    return f"### {name}\n\n{name}{_topic(name)} {_said(chosen)}이다.{extra}\n"


def _list(names: Iterator[str], chosen: random.Random) -> str:
    rows = [f"- **{next(names)}**: {_said(chosen)}" for _ in range(5)]
    return f"### {chosen.choice(SUBJECTS)}에서 쓰는 말\n\n" + "\n".join(rows) + "\n"


def _table(names: Iterator[str], chosen: random.Random) -> str:
    rows = [f"| {next(names)} | {_said(chosen)} |" for _ in range(4)]
    return "| 용어 | 설명 |\n| --- | --- |\n" + "\n".join(rows) + "\n"


def _features(names: Iterator[str], chosen: random.Random) -> str:
    rows = [f"{at}. {item}" for at, item in enumerate(chosen.sample(ITEMS, 4), start=1)]
    return f"### {next(names)}의 특징\n\n" + "\n".join(rows) + "\n"


def _comparison(names: Iterator[str], chosen: random.Random) -> str:
    one, other = next(names), next(names)
    rows = [f"| {side} | {_said(chosen)} | {_said(chosen)} |" for side in ("뜻", "쓰임", "한계")]
    return (
        f"### {one}{_and(one)} {other}의 차이\n\n"
        f"| 구분 | {one} | {other} |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n"
    )


def _question(names: Iterator[str], chosen: random.Random) -> str:
    name = next(names)
    answer = f"{chosen.choice(ITEMS)}. {chosen.choice(ITEMS)}."
    return f"### {name}{_topic(name)} 왜 필요한가?\n\n{answer}\n"


def _code(names: Iterator[str], chosen: random.Random) -> str:
    name = next(names)
    return (
        f"### {name}\n\n> {name}{_object(name)} {_said(chosen)}이라고 한다.\n\n"
        "```python\ndef step(values):\n    return [value + 1 for value in values]\n```\n"
    )


Form = Callable[[Iterator[str], random.Random], str]
FORMS: tuple[Form, ...] = (
    *(_definition,) * 5,
    *(_list,) * 3,
    *(_table,) * 2,
    _features,
    _comparison,
    _question,
    _code,
)


def write(
    folder: Path, terms: int, files: int, called: Callable[[int], str] = term, seed: int = 0
) -> None:
    """Write notes of so many terms, in so many files.

    Args:
        folder: where to; ten of them in it, where there are more files than ten.
        terms: how many, about evenly in the files.
        files: how many.
        called: the name of each term, by its number.
        seed: another one says other things of them.
    """
    for at in range(files):
        first, last = terms * at // files, terms * (at + 1) // files
        file = folder / (f"{at % 10}부" if files > 10 else "") / f"{at:05}-{SUBJECTS[at % 40]}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_note(first, last, called, seed), encoding="utf-8")


def _note(first: int, last: int, called: Callable[[int], str], seed: int) -> str:
    chosen = random.Random(first + (seed << 32))
    numbers = iter(range(first, last))
    names = (called(number) for number in numbers)
    parts = [f"# {chosen.choice(SUBJECTS)} {chosen.choice(MATTERS)} 정리\n"]
    while True:
        if len(parts) % 8 == 1:
            parts.append(f"## {len(parts) // 8 + 1}. {chosen.choice(SUBJECTS)}\n")
        try:
            parts.append(chosen.choice(FORMS)(names, chosen))
        except StopIteration:
            break
    return "\n".join(parts)


def write_questions(folder: Path, terms: int) -> None:
    """Notes in the form of markdown-anki-decks: a heading of level 2 asks, what follows answers."""
    chosen = random.Random(terms)
    folder.mkdir(parents=True, exist_ok=True)
    parts = ["# 용어\n"]
    for number in range(terms):
        parts.append(f"## {term(number)}\n\n{_said(chosen)}이다. **{chosen.choice(ITEMS)}.**\n")
    (folder / "용어.md").write_text("\n".join(parts), encoding="utf-8")


def _batchim(word: str) -> bool:
    return (ord(word[-1]) - 0xAC00) % 28 > 0 if "가" <= word[-1] <= "힣" else False


def _topic(word: str) -> str:
    return "은" if _batchim(word) else "는"


def _object(word: str) -> str:
    return "을" if _batchim(word) else "를"


def _and(word: str) -> str:
    return "과" if _batchim(word) else "와"
