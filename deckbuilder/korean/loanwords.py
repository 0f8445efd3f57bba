"""Whether a Latin word and a Hangul one are read alike: "LoadBalancer" and "로드 밸런서".

Compared are the consonants, as 외래어 표기법 (제2장 표 1) writes them, voiced or not: vowels are
spelt in too many ways.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from deckbuilder.korean.standing_in import PARTICLE
from deckbuilder.regular import expression

# Words with fewer consonants are read like many others: 도구 like Docker, 온도 like note.
FEWEST = 3
# So many words of a text may be one name: "스택 오버 플로".
MOST_WORDS = 3

# Short words and abbreviations that every student knows to be the same.
KNOWN = tuple(
    (latin, hangul)
    for latin, hangul in map(
        str.split,
        """
        heap 힙, view 뷰, queue 큐, deque 덱, deque 데크, key 키, lock 락, map 맵, set 셋,
        tree 트리, node 노드, hash 해시, page 페이지, cache 캐시, web 웹, app 앱, byte 바이트,
        bit 비트, row 로우, data 데이터, model 모델, layer 레이어, file 파일, tag 태그, log 로그,
        hub 허브, hook 훅, loop 루프, pipe 파이프, port 포트, host 호스트, root 루트, edge 엣지,
        join 조인, pod 파드, type 타입, role 롤, state 스테이트, shell 셸, shell 쉘, core 코어,
        bean 빈, job 잡, shard 샤드, os 운영체제, db 데이터베이스, ai 인공지능, ml 머신러닝,
        dl 딥러닝, agile 애자일, header 헤더, body 바디, cookie 쿠키, session 세션, user 유저,
        batch 배치, code 코드, mode 모드, unit 유닛, label 라벨, label 레이블, pool 풀, bug 버그,
        array 어레이, option 옵션, issue 이슈, chip 칩, sw 소프트웨어, hw 하드웨어,
        gc 가비지컬렉터, gc 가비지컬렉션
        """.split(","),
    )
)

_VOWEL = "_"
# What is written, and the consonants that are heard, in capitals; the longer first.
_LATIN = tuple(
    (expression(written), heard)
    for written, heard in (
        ("tion|s?sion", "_S_N"),
        ("gg", "K"),
        ("sch", "SK"),
        ("sh|tch|ch(?=[aeiouy])|c(?=[eiy])|th|dge|g(?=[ei])|[jsz]", "S"),
        ("ck|ch|qu|q", "K"),
        ("ph|[bfpv]", "P"),
        ("x", "KS"),
        ("ng(?![aeioulr])|n", "N"),
        (r"r(?:e\b|(?![aeiouy]))|(?<=[A-Za-z])h|h(?![aeiouy])", _VOWEL),
        ("[aeiouwy]", _VOWEL),
        ("h", "H"),
        ("[lr]", "L"),
        ("[cgk]", "K"),
        ("[dt]", "T"),
        ("m", "M"),
    )
)
# The final ㅅ of a foreign word is a t: 인터넷, 패킷 (외래어 표기법 제1장 제3항, 제3장 제1절).
_JAMO = str.maketrans("ᄀᄁᄏᆨᆩᆿᄂᆫᄃᄄᄐᆮᇀᆺᄅᆯᄆᆷᄇᄈᄑᆸᇁᄉᄊᆻᄌᄍᄎᆽᆾᄒᇂᆼ", "KKKKKKNNTTTTTTLLMMPPPPPSSSSSSSSHHN")
_WORD = expression("[가-힣]+|[A-Za-z]+")
_HANGUL, _LATIN_LETTER = expression("[가-힣]"), expression("[A-Za-z]")
_OTHERS = {
    one: frozenset(other for pair in KNOWN if one in pair for other in pair) - {one}
    for one in {name for pair in KNOWN for name in pair}
}
# 로드 밸런서의 is a name with a particle; of 오버플로 로 is none.
_PARTICLE = expression(rf"(?<=[가-힣])(?:{PARTICLE})$")
_HUMPS = expression(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=1 << 14)  # for speed only
def sounds(word: str) -> str:
    """The consonants of a word, in Hangul or Latin letters, as they are heard."""
    if re.search("[가-힣]", word):
        jamo = unicodedata.normalize("NFD", word).translate(_JAMO)
        heard = re.sub("[ᅡ-ᅵ]+", _VOWEL, jamo)
    else:
        heard = word.lower()
        for written, sound in _LATIN:
            heard = written.sub(sound, heard)
    heard = re.sub(r"([A-Z])\1+", r"\1", re.sub(r"[^A-Z_]+", "", heard))
    return heard.replace(_VOWEL, "")


def read_alike(name: str, text: str) -> bool:
    """Whether a text has a name in the other script: 로드 밸런서 for LoadBalancer.

    Args:
        name: of one script; of a name in both, or of fewer than `FEWEST` consonants that is not
            `KNOWN`, nothing is told.
        text: what may hold it, in up to `MOST_WORDS` words.
    """
    hangul, latin = _scripts(name)
    if hangul == latin or not _scripts(text)[hangul]:  # as most texts have one script
        return False
    if _is_known_as(name, text):
        return True
    heard = _heard(name)
    if len(heard) < FEWEST:
        return False
    words = [word for word in _words(text) if latin == bool(_HANGUL.match(word))]
    there = [sounds(word) for word in words]
    return any(
        before + last == heard
        for at, first in enumerate(there)
        if first and heard.startswith(first[0])
        for end in range(at, min(at + MOST_WORDS, len(there)))
        for before in ["".join(there[at:end])]
        for last in {there[end], sounds(_PARTICLE.sub("", words[end]))}
    )


@lru_cache(maxsize=1 << 16)  # likewise
def _scripts(text: str) -> tuple[bool, bool]:
    """Whether a text has Hangul, and whether it has Latin letters."""
    return bool(_HANGUL.search(text)), bool(_LATIN_LETTER.search(text))


@lru_cache(maxsize=1 << 16)  # likewise
def _heard(name: str) -> str:
    return "".join(map(sounds, _words(name)))


def _is_known_as(name: str, text: str) -> bool:
    """Whether a text has what a short word is known to be in the other script: 운영 체제 for OS."""
    bare = name.replace(" ", "").lower()
    known = _OTHERS.get(bare)
    if known is None:
        return False  # as most words are longer
    words = _words(text)
    runs = (
        "".join(words[at:end]).lower()
        for at in range(len(words))
        for end in range(at + 1, min(at + MOST_WORDS, len(words)) + 1)
    )
    return any(run in known or _PARTICLE.sub("", run) in known for run in runs)


@lru_cache(maxsize=1 << 16)  # likewise
def _words(text: str) -> tuple[str, ...]:
    """The words of either script: Load and Balancer of LoadBalancer."""
    return tuple(_WORD.findall(_HUMPS.sub(" ", text)))
