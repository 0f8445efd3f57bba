"""A line whose name stands last: `정의 = 용어`, `정의 → 용어`."""

from __future__ import annotations

from deckbuilder.korean import words
from deckbuilder.korean.pairs.naming import may_name, open_brackets
from deckbuilder.korean.pairs.separators import ARROW, SEPARATOR
from deckbuilder.korean.particles import OBJECT
from deckbuilder.korean.predicates import ADNOMINAL
from deckbuilder.korean.shapes import is_term
from deckbuilder.model import Text
from deckbuilder.regular import expression

# "두 물이 섞이는 곳 = 기수": a noun with a clause that tells what it is, and its name behind it.
_NAMED = rf"(?:{'|'.join(words.GENERA)}|것|곳|일|행위|사람|때|수|량|값|양)"
REVERSED = expression(
    rf"(?P<said>[^=→⇒➡]{{4,}}(?:{ADNOMINAL})\s(?:[^\s=→⇒➡]+\s){{0,2}}"
    rf"[^\s=→⇒➡]*{_NAMED})\s(?:=|{ARROW})\s(?P<name>[^=→⇒➡:：]{{2,30}}?)\.?"
)
LONGEST_REVERSED = 150
# So it may be behind a colon, where a clause stands in front: "값을 잠깐 담아 두는 곳 : 버퍼".
REVERSED_BY_COLON = expression(
    rf"(?P<said>[^:：]{{4,}}(?:{OBJECT}|[이가로]|에서?)\s[^:：]*(?:{ADNOMINAL})\s(?:[^\s:：]+\s){{0,2}}"
    rf"[^\s:：]*{_NAMED})(?<!때)\s?[:：]\s(?P<name>[^=→⇒➡:：,]{{2,30}}?)\.?"
)

# Each with the sign that stands in whatever is so; few lines have one.
REVERSING = (
    (REVERSED, expression("[=→⇒➡]|->")),
    (REVERSED_BY_COLON, expression("[:：]")),
)

# What stands so behind a colon is a value, and no name: "4KB 이하", "필수".
VALUE = expression(
    r"\d\s?(?:[A-Za-z%]{1,3}|개|번|회|초|분|시간|일|자|비트)|"
    r"(?:필수|선택|없음|있음|가능|불가|불가능|이하|이상|미만|초과|참고|참조|필요|동일)$"
)


def split_reversed(text: Text) -> tuple[Text, Text] | None:
    """A line `정의 = 용어`, `정의 → 용어`, or `정의 : 용어` behind a clause."""
    plain = text.plain
    if len(plain) > LONGEST_REVERSED:
        return None
    hits = (form.fullmatch(plain) for form, sign in REVERSING if sign.search(plain))
    found = next(filter(None, hits), None)
    if not found or not is_term(found["name"]) or not may_name(found["name"]):
        return None
    if VALUE.search(found["name"]) or open_brackets(found["said"]):
        return None  # "… 로 옮겨 적는 일 (단위 : 자루)"
    if any(SEPARATOR.finditer(found["said"])) or is_term(found["said"]):
        return None
    return text.cut(*found.span("name")), text.cut(*found.span("said"))
