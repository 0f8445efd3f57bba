"""The particle (josa) behind any word: "세마포어는", "SQL은", "IPv6는", "C#은", "論語은(는)".

The form follows the last sound as it is read aloud; for 로 a last ㄹ counts as none
(표준국어대사전).
"""

from __future__ import annotations

from deckbuilder.korean.aloud import ending
from deckbuilder.korean.aloud.sounds import Ending

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
