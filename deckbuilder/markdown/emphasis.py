"""Bold and italics as Korean writes them: a particle follows the closing mark without a space.

CommonMark refuses `**하이퍼바이저(Hypervisor)**는` and `**"중요"**한`, since a mark between
punctuation and a letter is not "right-flanking" (commonmark-spec issue 650). Here a `*` beside a
Korean, Chinese or Japanese letter flanks as it would beside a space.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import Delimiter, StateInline

# Hangul (syllables, jamo, compatibility jamo), CJK ideographs, kana.
CJK = re.compile(r"[가-힣ᄀ-ᇿ㄰-㆏ꥠ-꥿ힰ-퟿一-鿿㐀-䶿豈-﫿ぁ-ヿ]")


def tokenize(state: StateInline, silent: bool) -> bool:
    """markdown-it's own emphasis rule with the wider flanking."""
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[state.pos + scanned.length :][:1] or " "
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


def plugin(md: MarkdownIt) -> None:
    """Put the rule in the place of markdown-it's own."""
    md.inline.ruler.at("emphasis", tokenize)
