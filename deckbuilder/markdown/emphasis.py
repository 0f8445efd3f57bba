"""Bold and italics as Korean writes them: a particle follows the closing mark without a space.

CommonMark refuses `**하이퍼바이저(Hypervisor)**는` and `**"중요"**한`, since a mark between
punctuation and a letter is not "right-flanking" (commonmark-spec issue 650). Here a `*` beside a
Korean, Chinese or Japanese letter flanks as it would beside a space.

Nor does it read `**물****레**`, which editors leave where bold letters were typed behind bold ones.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import Delimiter, StateInline

from deckbuilder.regular import expression

# Hangul (syllables, jamo, compatibility jamo), CJK ideographs, kana.
CJK = expression(r"[가-힣ᄀ-ᇿ㄰-㆏ꥠ-꥿ힰ-퟿一-鿿㐀-䶿豈-﫿ぁ-ヿ]")

# Bold ends, and begins again.
AGAIN = "****"


def tokenize(state: StateInline, silent: bool) -> bool:
    """markdown-it's own emphasis rule with the wider flanking."""
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[state.pos + scanned.length :][:1] or " "
    if marker == "*" and scanned.length == len(AGAIN) and _goes_on(state, before + after):
        state.pos += len(AGAIN)
        return True
    friendly = marker == "*"
    can_open = scanned.can_open or (friendly and not after.isspace() and bool(CJK.match(before)))
    can_close = scanned.can_close or (friendly and not before.isspace() and bool(CJK.match(after)))
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=scanned.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=can_open,
                close=can_close,
            )
        )
    state.pos += scanned.length
    return True


def _goes_on(state: StateInline, beside: str) -> bool:
    """Whether bold letters go on behind the marks, in a word of Korean, Chinese or Japanese."""
    within = state.src.count("**", 0, state.pos) % 2 == 1
    left = state.src[state.pos + len(AGAIN) :]
    in_word = bool(CJK.search(beside)) and not any(map(str.isspace, beside))
    return in_word and within and "**" in left


def plugin(md: MarkdownIt) -> None:
    """Put the rule in the place of markdown-it's own."""
    md.inline.ruler.at("emphasis", tokenize)
