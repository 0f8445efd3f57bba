"""The particle (josa) behind any word: "세마포어는", "SQL은", "IPv6는", "C#은", "論語은(는)".

The form follows the last sound as it is read aloud; for 로 a last ㄹ counts as none
(표준국어대사전). So the tables below say how things are read, in Hangul, and one place tells how
Hangul ends. English words are too many for that: a table of written ends follows 외래어 표기법
(제3장 제1절, 영어), and a table of words holds what usage has settled otherwise (제1장 제5항).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from deckbuilder.korean.compiling import pattern
from deckbuilder.korean.particles import batchim


def _table(text: str) -> dict[str, str]:
    """What is written, and how it is read, in turn."""
    cells = text.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


class Ending(StrEnum):
    """How a word ends when it is read aloud."""

    CONSONANT = "consonant"
    RIEUL = "ㄹ"
    VOWEL = "vowel"
    UNKNOWN = "unknown"


PARTICLES = {
    pair: dict(zip(Ending, forms.split(), strict=True))
    for pair, forms in {
        # behind a consonant, ㄹ, a vowel, and where the reading is not known
        "은/는": "은 은 는 은(는)",
        "이/가": "이 이 가 이(가)",
        "을/를": "을 을 를 을(를)",
        "과/와": "과 과 와 과(와)",
        "이란/란": "이란 이란 란 (이)란",
        "으로/로": "으로 로 로 (으)로",
    }.items()
}


def with_particle(word: str, pair: str) -> str:
    """A word with the right one of two particles behind it.

    Args:
        word: any text; it is left as it is.
        pair: one of `PARTICLES`, as "은/는".

    Returns:
        the word and the particle; both forms, as "은(는)", where nobody can tell how it is read.
    """
    return word + PARTICLES[pair][ending(word)]


def ending(word: str) -> Ending:
    """How a word ends when it is read aloud.

    Args:
        word: any text. Quotes, closing punctuation, emoji and a gloss in brackets are not read;
            the gloss is, where it stands alone, or in Hangul behind what has no known reading:
            "論語(논어)".

    Returns:
        the sound that chooses the particle.
    """
    parts = [_spelt(word)]
    while parts:
        text = _without_unread(parts.pop())
        if text[-1:] in CLOSING:
            parts += _around_bracket(text)
        elif (found := _read(text)) is not Ending.UNKNOWN:
            return found
    return Ending.UNKNOWN


# --- numbers: 한글 맞춤법 제44항 counts in 만 ----------------------------------------------------

DIGITS = "영 일 이 삼 사 오 육 칠 팔 구".split()
TENS = "십 백 천".split()
MYRIADS = "만 억 조 경 해".split()
# A digit at Latin letters is read in English: "IPv6", "S3", "L7". 8 stays 팔 ("UTF-8"); those who
# say 에잇 close it, too.
ENGLISH_DIGITS = "제로 원 투 쓰리 포 파이브 식스 세븐 팔 나인".split()
# Behind a blank or Hangul, as in "Type II"; I, V and X alone are letters more often.
ROMAN = _table("II 이 III 삼 IV 사 VI 육 VII 칠 VIII 팔 IX 구 XI 십일 XII 십이")

# --- signs ---------------------------------------------------------------------------------------

SIGNS = _table("""
    % 퍼센트 ‰ 퍼밀 ° 도 ′ 프라임 + 플러스 # 샵 & 앤드 ∞ 무한대 ∑ 시그마 √ 루트
    $ 달러 € 유로 £ 파운드 ₩ 원 ¥ 엔
    """)
GREEK = _table("""
    α 알파 β 베타 γ 감마 δ 델타 ε 엡실론 ζ 제타 η 에타 θ 세타 ι 요타 κ 카파 λ 람다 μ 뮤 ν 뉴
    ξ 크시 ο 오미크론 π 파이 ρ 로 σ 시그마 ς 시그마 τ 타우 υ 입실론 φ 피 χ 카이 ψ 프시 ω 오메가
    """)
UNITS = _table("""
    mg 밀리그램 kg 킬로그램 nm 나노미터 mm 밀리미터 cm 센티미터 km 킬로미터
    mL 밀리리터 ml 밀리리터 dL 데시리터 kL 킬로리터 cal 칼로리 kcal 킬로칼로리 kJ 킬로줄 MJ 메가줄
    Pa 파스칼 hPa 헥토파스칼 kPa 킬로파스칼 MPa 메가파스칼 dB 데시벨 px 픽셀
    """)
# Letters, unless they stand behind a number.
SMALL_UNITS = _table("g 그램 m 미터 L 리터 l 리터 h 시간 J 줄 Ω 옴 kΩ 킬로옴 MΩ 메가옴")

# --- Latin letters -------------------------------------------------------------------------------

# R is 아르 in dictionaries, and 알 as people say it.
LETTERS = _table("""
    a 에이 b 비 c 시 d 디 e 이 f 에프 g 지 h 에이치 i 아이 j 제이 k 케이 l 엘 m 엠 n 엔 o 오 p 피
    q 큐 r 알 s 에스 t 티 u 유 v 브이 w 더블유 x 엑스 y 와이 z 제트
    """)
# Written in capitals and read as a word that ends otherwise than its last letter.
SPOKEN_CAPITALS = _table("""
    NET 넷 SWOT 스왓 OLAP 올랩 MOLAP 몰랩 ROLAP 롤랩 LDAP 엘댑 IMAP 아이맵 CHAP 챕 GAAP 갭 CAP 캡
    MAC 맥 HMAC 에이치맥 CIDR 사이더 CRISPR 크리스퍼 JPEG 제이펙 MPEG 엠펙 OPEC 오펙 BLOB 블롭
    SOAR 소어 OR 오어 NOR 노어 XOR 엑스오어 FOR 포 NOT 낫 GET 겟 PUT 풋 SET 셋 MAP 맵 DROP 드롭
    OUT 아웃
    """)
# The name of the element ends one way and its letters another: "Na" is 나트륨 or 엔에이.
UNSETTLED = frozenset("Na Mg Ca Li Fe Ag Au Hg Pb Cl".split())

# 외래어 표기법 제1장 제5항: settled usage stays as it is, against the rules below.
SETTLED = _table("""
    bit 비트 qubit 큐비트 kit 키트 toolkit 툴키트 hit 히트 jet 제트 mat 매트 nut 너트 knit 니트
    edit 에디트 exit 엑시트 brexit 브렉시트 credit 크레디트 scout 스카우트 check 체크
    healthcheck 헬스체크 shock 쇼크 knock 노크 jeep 지프 ballet 발레 buffet 뷔페 debut 데뷔
    acme 애크미 nvme 엔브이엠이
    heap 힙 hadoop 하둡 foot 풋 circuit 서킷 biscuit 비스킷 exploit 익스플로잇 technique 테크닉
    private 프라이빗 minute 미닛 favorite 페이버릿 chocolate 초콜릿 club 클럽 pub 펍 stub 스텁
    bag 백 big 빅 good 굿
    """)
# How a written end sounds in Korean; the first that fits. A vowel letter is short where no other
# stands before it ("set", but not "heat"); the u of "qu" is none.
_SHORT = r"(?:(?<![aeiou])|(?<=qu))"
ENGLISH = tuple(
    (pattern(rf"(?:{end})$"), sound)
    for end, sound in (
        # 제5항 (비음), 제6항 (유음); an e behind them is silent.
        (r"ng|mb|[mn]e?", Ending.CONSONANT),  # 스프링, 섬(thumb), 시스템, 볼륨, 토큰, 엔진
        (r"le?", Ending.RIEUL),  # 셸, 모델, 파일, 테이블
        # 제1항: [p], [t], [k] close a syllable behind a short vowel, and take 으 elsewhere:
        # 네트워크, 클라이언트, 루프.
        (rf"{_SHORT}[aeiou](?:pp?|t|c?k|c|q)", Ending.CONSONANT),  # 앱, 소켓, 스택, 로직
        (r"ook|eep", Ending.CONSONANT),  # 북, 슬립
        # Settled: 타입, 아웃, 그룹; and [b] in 웹, 잡, 랩, where 제2항 asks for 으 (허브).
        (r"type|out|group|(?<![aeiou])[aeo]b", Ending.CONSONANT),
        # 제2항 to 제4항 add 으 or 이: 클라우드, 태그, 클래스, 해시. A last r is not heard: 서버.
        (r"", Ending.VOWEL),
    )
)
_VOWEL = pattern(r"[aeiou]|(?<=.)y")


# --- what is read --------------------------------------------------------------------------------

_MARKS = pattern("[™℠®©℗\u115f\u1160\u3164\uffa0]")  # the last four are blanks of Hangul
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ"
_ION = pattern(
    rf"[{_SUPERSCRIPT}]*[⁺⁻](?![{_SUPERSCRIPT}])"
    r"|(?<![A-Za-z])(?:(?:Na|K|H|Li|NH4|(?:Ca|Mg|Fe|Cu|Zn)[23])\+|(?:Cl|OH|HCO3)[-−])(?![\w+])"
)
_FOOTNOTE = pattern(rf"(?<=[가-힣”’」』》])[{_SUPERSCRIPT}]+")
_AREA = pattern(r"(?<![A-Za-z])[mck]?m(?:\^[23]|[²³])")
_POWER = pattern(rf"[⁻⁺]?[{_SUPERSCRIPT}]+|\^(?:\([^()]*\)|{{[^{{}}]*}}|[-−+]?(?:\d+|[a-z])(?!\w))")
_TEX_NAME = pattern(r"\\([A-Za-z][a-z]+)(?![A-Za-z])")
_MATHS = pattern(r"\$([^$]+)\$")


_PLAIN = pattern(r"[가-힣A-Za-z0-9 ]*")


def _spelt(word: str) -> str:
    """A text in plain characters: composed, and what stands raised written out."""
    if _PLAIN.fullmatch(word):
        return word  # as most names are
    text = _MARKS.sub("", unicodedata.normalize("NFC", word))
    text = _ION.sub(" 이온", text)  # "Ca²⁺이", "OH⁻이": 칼슘 이온이
    text = _FOOTNOTE.sub("", text)
    text = _AREA.sub("제곱미터", text)
    text = _POWER.sub(" 제곱", text)
    text = _TEX_NAME.sub(_greek, text)
    text = "".join(map(_counted, _MATHS.sub(r"\1", text)))
    return unicodedata.normalize("NFKC", text)


def _greek(hit: re.Match[str]) -> str:
    r"""A letter that TeX has a command for, "\\alpha"; other commands as they are."""
    name = "LAMDA" if hit[1].lower() == "lambda" else hit[1].upper()
    try:
        return unicodedata.lookup(f"GREEK SMALL LETTER {name}")
    except KeyError:
        return hit[0]


def _counted(char: str) -> str:
    """Ⅳ, ④ and ❹ as 4; other characters as they are."""
    number = unicodedata.numeric(char, 0.5)
    plain = unicodedata.category(char) not in ("No", "Nl") or "SUBSCRIPT" in unicodedata.name(char)
    return char if plain or not number.is_integer() else f" {number:.0f}"


CLOSING = {")": "(", "]": "[", "}": "{", "〕": "〔", "】": "【"}
# By Unicode's categories: punctuation, blanks, control, combining marks, modifiers, emoji.
_UNREAD = ("P", "Z", "C", "M", "Sk", "So")
_UNREAD_SIGNS = frozenset("<>=~|→←↔×")
_FUNCTION = pattern(r"(?:^|[^A-Za-z])(?:[A-Za-z]|log|exp|sin|cos|tan)$")
# Possessive: a long argument that is none must not be tried in every way.
_ARGUMENT = pattern(r"(?:[A-Za-z]?lo?g[A-Za-z]?|제곱|[A-Za-z](?![A-Za-z])|[\d\s+\-*/|,])++")


def _without_unread(text: str) -> str:
    """A text without what stands behind its last word and is not read, save closing brackets."""
    end = len(text)
    while end and _is_unread(text[end - 1]):
        end -= 1
    return text[:end]


def _is_unread(char: str) -> bool:
    if char in SIGNS or char in CLOSING or char == "@":
        return False
    return unicodedata.category(char).startswith(_UNREAD) or char in _UNREAD_SIGNS


def _around_bracket(text: str) -> list[str]:
    """What may decide in a text that ends in a bracket: the last is asked first."""
    opening = _opening(text)
    if opening < 0:
        return [text[:-1]]
    before, inside = _without_unread(text[:opening]), text[opening + 1 : -1]
    if not before:
        return [inside]
    if text[opening] == "(" and _FUNCTION.search(before) and _ARGUMENT.fullmatch(inside):
        return [inside]  # "O(n)", "f(x)"
    if re.search("[가-힣]", inside):
        return [inside, before]
    return [before]


def _opening(text: str) -> int:
    """Where the bracket opens that the text's last character closes; -1 if nowhere."""
    closing, depth = text[-1], 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == closing) - (text[at] == CLOSING[closing])
        if not depth:
            return at
    return -1


def _sound(hangul: str) -> Ending:
    """How a reading written in Hangul ends."""
    final = batchim(hangul)
    if final is None:
        return Ending.UNKNOWN
    # ㄼ, ㄺ and other clusters with ㄹ count as consonants: "여덟으로".
    return {"": Ending.VOWEL, "ᆯ": Ending.RIEUL}.get(final, Ending.CONSONANT)


def _jamo(hit: re.Match[str]) -> Ending:
    """A letter of Hangul by its name: 기역, 리을, 아 (한글 맞춤법 제4항)."""
    if "ᅡ" <= hit[0] < "ᆨ":
        return Ending.VOWEL
    return Ending.RIEUL if hit[0] in "ᄅᆯ" else Ending.CONSONANT


def _kana(hit: re.Match[str]) -> Ending:
    return Ending.CONSONANT if hit[0] in "んン" else Ending.VOWEL


def _fraction(hit: re.Match[str]) -> Ending:
    """½ is 이분의 일: the numerator comes last."""
    return _sound(_sino_korean(hit["above"]))


def _number(hit: re.Match[str]) -> Ending:
    digits = hit["number"].replace(",", "")
    if hit["latin"] and len(digits) == 1:
        return _sound(ENGLISH_DIGITS[int(digits)])
    if "." in digits:  # "3.14", "2.0", "127.0.0.1": digit by digit
        return _sound(DIGITS[int(digits[-1])])
    return _sound(_sino_korean(digits))


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


def _latin(hit: re.Match[str]) -> Ending:
    """Letters of the Latin alphabet: a unit, an acronym or a word."""
    run = "".join(
        char for char in unicodedata.normalize("NFD", hit["run"]) if not unicodedata.combining(char)
    )
    unit = UNITS.get(run) or (SMALL_UNITS.get(run) if hit["number"] else None)
    if unit:
        return _sound(unit)
    if run in UNSETTLED or not run[-1].isascii():
        return Ending.UNKNOWN
    if hit["run"][-1] in "éèêáíóú":  # "résumé": not silent
        return Ending.VOWEL
    # The last piece of "MySQL", "IaaS", "GitHub", "IPsec".
    last = re.findall(r"[A-Z]?[a-z]+$|[A-Z]+$", run)[0]
    return _capitals(last) if last.isupper() else _word(run.lower(), last.lower())


def _capitals(acronym: str) -> Ending:
    """An acronym; read as a word if it is long and looks like one: "RADAR", "HAVING"."""
    if acronym in SPOKEN_CAPITALS:
        return _sound(SPOKEN_CAPITALS[acronym])
    if len(acronym) > 4 and _VOWEL.search(acronym.lower(), len(acronym) - 3):
        return _word(acronym.lower(), acronym.lower())
    return _sound(LETTERS[acronym[-1].lower()])


def _word(whole: str, last: str) -> Ending:
    """An English word, and the last part of one in camel case."""
    for known in (whole, last):
        if known in SETTLED:
            return _sound(SETTLED[known])
    if len(last) == 1 or not _VOWEL.search(last):  # "n", "css", "rm"
        return _sound(LETTERS[last[-1]])
    return next(sound for end, sound in ENGLISH if end.search(last))


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Ending]], ...] = tuple(
    (pattern(f"(?:{shape})$"), reader)
    for shape, reader in (
        (r"[가-힣]", lambda hit: _sound(hit[0])),
        (r"[ᄀ-ᇿ]", _jamo),
        (r"[ぁ-ゖァ-ヺー]", _kana),
        (r"[$€£]\s?[0-9][0-9,.]*", lambda _: _sound("달러")),  # 유로 and 파운드 end in a vowel, too
        (r"[₩¥]\s?[0-9][0-9,.]*", lambda _: _sound("원")),
        (r"(?<![A-Za-z0-9./])(?P<above>[0-9]+)[/⁄][0-9]+", _fraction),
        (r"(?P<latin>[A-Za-z][-/]?)?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)*)", _number),
        (r"(?<=[0-9])\s*(?P<unit>[kM]?Ω)", lambda hit: _sound(SMALL_UNITS[hit["unit"]])),
        (r"(?<![Ͱ-Ͽ])[Ͱ-Ͽ]", lambda hit: _sound(GREEK.get(hit[0].lower(), ""))),
        (r"(?<=[\s가-힣])(?:II|III|IV|VI{1,3}|IX|XI{1,2})", lambda hit: _sound(ROMAN[hit[0]])),
        # The letter of a standard is no unit: "802.11g".
        (r"(?P<number>(?<!802\.1)[0-9μ]\s*)?(?P<run>[A-Za-zÀ-ÖØ-öø-ɏ]+)", _latin),
        (r".", lambda hit: _sound(SIGNS.get(hit[0], ""))),
    )
)


# What is read last in TeX stands behind one of these: "\\sin x", "\\frac{1}{2}mv".
_TEX_PARTS = pattern(r"[\s=+*/<>|-]|(?<=[}])(?=[A-Za-z0-9])")
_ACCENT = pattern(r"\\(?:bar|hat|vec|dot|tilde)\s\w$")  # read behind its letter
_LONGEST = 200  # characters, for speed only: no word or number that is read aloud is longer


def _read(text: str) -> Ending:
    """How a text ends that has nothing unread behind it."""
    end = text[-_LONGEST:]
    if "\\" in end:
        if _ACCENT.search(end):
            return Ending.UNKNOWN
        *_, end = _TEX_PARTS.split(end)
        if "\\" in end or "{" in end:
            return Ending.UNKNOWN
    for ending, reader in _READERS:
        if hit := ending.search(end):
            return reader(hit)
    return Ending.UNKNOWN
