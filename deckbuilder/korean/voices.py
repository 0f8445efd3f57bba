"""In which voice a sentence speaks: whether its writer stands in it, with what he thinks of it."""

from __future__ import annotations

from deckbuilder.regular import any_of, expression

# Who writes; but "차이가 나는". 나 and 내 in other cases stand in thought experiments, 우리 in any
# lecture.
_WRITER = expression(
    r"(?<![가-힣])(?:저는|제가|저도|필자[는가]|(?<![가이]\s)나는|내가|나도)(?![가-힣])"
)
# How something seems to the writer, how he feels; but "같은 값", "알고 싶다면", "… 하더라도".
_MOOD = any_of(
    {
        "막힌 것 같다": r"[것거]\s?같(?:다(?![면라고])|았|아|네|습|고)",
        "건너고 싶었다": r"싶(?:다(?![면라고])|었|어[서요졌]|습|네)",
        "힘을 느꼈다": r"느꼈|느껴졌|느낌이\s?[들든었]",
        "그런 생각이 들었다": r"생각이\s?[들든났]|생각해\s?(?:본다|봤|보았)",
        "재밌는 물길": r"재밌|아쉬[웠운움]|솔직히|모르겠",
        "막힌 듯하다": r"듯\s?(?:하다|싶)",
        "막혔다 ㅠㅠ": r"ㅋㅋ|ㅎㅎ|ㅠㅠ",
        "막혔더라고요!": r"(?:군요|더라(?:고요|구요|고|구)?)\s?[.…!?~]*$",
    }
)
# One of these letters stands in whatever does so.
_OF_MOOD = frozenset("같싶느각밌쉬솔르듯ㅋㅎㅠ군더")
# What somebody else says is not the writer's.
_QUOTED = expression(r"[\"“‘'][^\"“”‘’']*[\"”’']")
_PAST = expression(
    r"(?:했|였|었|았|됐|봤|갔|웠|났|왔|렸|졌|썼|켰)(?:습니다|다|어요|음|는데|지만|고)"
)
# "… 라고 생각하시면 될 것 같아요": a lecturer's way to tell.
_TO_LISTENERS = expression(r"시면|[으하보]실|여러분|[세셔]요")


def has_writer(sentence: str) -> bool:
    """Whether whoever writes speaks of himself: "저는 …", "내가 …"."""
    return bool(_WRITER.search(_QUOTED.sub("", sentence)))


def has_mood(sentence: str) -> bool:
    """Whether a sentence says how something seems or feels to its writer: "… 인 것 같다"."""
    if _OF_MOOD.isdisjoint(sentence):
        return False  # as most are
    return bool(_MOOD.search(sentence)) and not _TO_LISTENERS.search(sentence)


def pasts(plain: str) -> int:
    """How often a text speaks of what has been: "… 했다"."""
    return len(_PAST.findall(plain))
