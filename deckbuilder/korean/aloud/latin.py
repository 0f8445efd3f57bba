"""Words in Latin letters, as they are read aloud in Korean: acronyms, and English words.

English words are too many for a table: one of written ends follows 외래어 표기법 (제3장 제1절,
영어), and one of words holds what usage has settled otherwise (제1장 제5항).
"""

from __future__ import annotations

import re
import unicodedata

from deckbuilder.korean.aloud.signs import SMALL_UNITS, UNITS
from deckbuilder.korean.aloud.sounds import Ending, sound, table
from deckbuilder.regular import expression

# R is 아르 in dictionaries, and 알 as people say it.
LETTERS = table("""
    a 에이 b 비 c 시 d 디 e 이 f 에프 g 지 h 에이치 i 아이 j 제이 k 케이 l 엘 m 엠 n 엔 o 오 p 피
    q 큐 r 알 s 에스 t 티 u 유 v 브이 w 더블유 x 엑스 y 와이 z 제트
    """)
# Written in capitals and read as a word that ends otherwise than its last letter.
SPOKEN_CAPITALS = table("""
    NET 넷 SWOT 스왓 OLAP 올랩 MOLAP 몰랩 ROLAP 롤랩 LDAP 엘댑 IMAP 아이맵 CHAP 챕 GAAP 갭 CAP 캡
    MAC 맥 HMAC 에이치맥 CIDR 사이더 CRISPR 크리스퍼 JPEG 제이펙 MPEG 엠펙 OPEC 오펙 BLOB 블롭
    SOAR 소어 OR 오어 NOR 노어 XOR 엑스오어 FOR 포 NOT 낫 GET 겟 PUT 풋 SET 셋 MAP 맵 DROP 드롭
    OUT 아웃
    """)
# The name of the element ends one way and its letters another: "Na" is 나트륨 or 엔에이.
UNSETTLED = frozenset("Na Mg Ca Li Fe Ag Au Hg Pb Cl".split())

# 외래어 표기법 제1장 제5항: settled usage stays as it is, against the rules below.
SETTLED = table("""
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
    (expression(rf"(?:{end})$"), ending)
    for end, ending in (
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
_VOWEL = expression(r"[aeiou]|(?<=.)y")


def read(hit: re.Match[str]) -> Ending:
    """Letters of the Latin alphabet: a unit, an acronym or a word."""
    run = "".join(
        char for char in unicodedata.normalize("NFD", hit["run"]) if not unicodedata.combining(char)
    )
    unit = UNITS.get(run) or (SMALL_UNITS.get(run) if hit["number"] else None)
    if unit:
        return sound(unit)
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
        return sound(SPOKEN_CAPITALS[acronym])
    if len(acronym) > 4 and _VOWEL.search(acronym.lower(), len(acronym) - 3):
        return _word(acronym.lower(), acronym.lower())
    return sound(LETTERS[acronym[-1].lower()])


def _word(whole: str, last: str) -> Ending:
    """An English word, and the last part of one in camel case."""
    for known in (whole, last):
        if known in SETTLED:
            return sound(SETTLED[known])
    if len(last) == 1 or not _VOWEL.search(last):  # "n", "css", "rm"
        return sound(LETTERS[last[-1]])
    return next(ending for end, ending in ENGLISH if end.search(last))
