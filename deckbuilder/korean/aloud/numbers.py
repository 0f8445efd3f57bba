"""Numbers, as they are read aloud: 한글 맞춤법 제44항 counts in 만."""

from __future__ import annotations

import re

from deckbuilder.korean.aloud.sounds import Ending, sound

DIGITS = "영 일 이 삼 사 오 육 칠 팔 구".split()
TENS = "십 백 천".split()
MYRIADS = "만 억 조 경 해".split()
# A digit at Latin letters is read in English: "IPv6", "S3", "L7". 8 stays 팔 ("UTF-8"); those who
# say 에잇 close it, too.
ENGLISH_DIGITS = "제로 원 투 쓰리 포 파이브 식스 세븐 팔 나인".split()


def fraction(hit: re.Match[str]) -> Ending:
    """½ is 이분의 일: the numerator comes last."""
    return sound(_sino_korean(hit["above"]))


def number(hit: re.Match[str]) -> Ending:
    """A whole number in 만, 억; a digit behind Latin letters, and a version, digit by digit."""
    digits = hit["number"].replace(",", "")
    if hit["latin"] and len(digits) == 1:
        return sound(ENGLISH_DIGITS[int(digits)])
    if "." in digits:  # "3.14", "2.0", "127.0.0.1": digit by digit
        return sound(DIGITS[int(digits[-1])])
    return sound(_sino_korean(digits))


def _sino_korean(digits: str) -> str:
    """The last syllable of a whole number; nothing where it is too great for the table."""
    stem = digits.rstrip("0")
    zeros = len(digits) - len(stem)
    if not stem:
        return DIGITS[0]
    if not zeros:
        return DIGITS[int(stem[-1])]
    if zeros < 4:
        return TENS[zeros - 1]
    return "".join(MYRIADS[zeros // 4 - 1 : zeros // 4])
