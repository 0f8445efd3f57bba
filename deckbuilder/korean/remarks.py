"""What a sentence says of a term by the way, and what tells it anywhere."""

from __future__ import annotations

from deckbuilder.korean import voices
from deckbuilder.korean.pointing import points_out
from deckbuilder.regular import any_of

# What is not so, what somebody thinks or does, and what is to be seen around it.
_BY_THE_WAY = any_of(
    {
        "둑은 담이 아니다": r"(?:아니다|아닙니다|아님|않[는았]다|않습니다|않음|없다|없습니다)\.?$",
        "둑은 높다고 생각한다": r"(?:생각|예상|추측|짐작)(?:한다|합니다|된다|했다)\.?$",
        "둑은 위의 그림과 같다": r"(?<![가-힣])(?:위|앞|아래|다음|왼쪽|오른쪽)의?"
        r"\s(?:그림|표|식|예|예시|예제|코드|사진|실험|글|내용)",
        "둑은 이 실험에서 쓴다": r"(?<![가-힣])(?:이|그|이번|본)"
        r"\s(?:실험|글|장|절|예제|예시|그림|코드|강의|책|논문|문제|경우)",
        "둑은 그림 3에 있다": r"(?:그림|표|식)\s?\(?\d",
        "둑은 이를 막는다": r"(?<![가-힣])(?:이를|이는|이것|그것|여기)",
    }
)


def is_by_the_way(sentence: str) -> bool:
    """Whether a sentence tells nothing of its term to who does not see what stands around it."""
    personal = (
        voices.has_mood(sentence) or voices.has_writer(sentence) or voices.pasts(sentence) > 0
    )
    return personal or bool(_BY_THE_WAY.search(sentence)) or points_out(sentence)
