"""What an author wrote for no reader, apart from HTML's comments.

It takes, within a line or over several:

    %%나중에 고친다%%                        of Obsidian
    {% comment %} … {% endcomment %}         of Liquid
    {::comment} … {:/comment}                of kramdown
    {/* … */}    {{/* … */}}    <% tp.… %>   of MDX, of Hugo, of Obsidian's Templater
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from deckbuilder.markdown import lines
from deckbuilder.regular import any_of

# What begins one, and what ends it.
PAIRS = {
    "%%": "%%",
    "{% comment %}": "{% endcomment %}",
    "{::comment}": "{:/comment}",
    "{/*": "*/}",
    "{{/*": "*/}}",
    "{{</*": "*/>}}",
    "<%": "%>",
}
# "50%% 할인", "`%%time`과 %%timeit" tell of per cent and of commands.
_PERCENT = r"(?<![A-Za-z0-9%])%%(?!%)[^%\n]*+(?:(?:%(?!%)|\n)[^%\n]*+)*+%%(?![A-Za-z0-9%])"
INLINE = any_of(
    {
        "%%물길%%": _PERCENT,
        "{/* 물길 */}": r"\{/\*(?:[^*{]|\*(?!/\})|\{(?!/\*))*+\*/\}",
        "<% 물길 %>": r"<%(?:[^%<]|%(?!>)|<(?!%))*+%>",
        "{% comment %}물길{% endcomment %}": r"\{%-?\s*comment\s*-?%\}(?:[^{]|\{(?!%))*+"
        r"\{%-?\s*endcomment\s*-?%\}",
    }
)


def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Make a `comment` of lines from one that begins with it to one that ends it."""
    text = lines.line(state, start)
    opens = next((opening for opening in PAIRS if text.startswith(opening)), None)
    if opens is None or state.is_code_block(start):
        return False
    closes = PAIRS[opens]
    if closes in text[len(opens) :]:
        last = start if text.find(closes, len(opens)) + len(closes) == len(text) else None
    else:
        last = lines.closing(state, start + 1, end, closes, opens)
    if last is None or not lines.line(state, last).endswith(closes):
        return False
    if not silent:
        lines.leave_out(state, start, last + 1, "comment")
    return True


def inline(state: StateInline, silent: bool) -> bool:
    """Pass over one within a paragraph."""
    del silent
    if state.src[state.pos] not in "%{<":
        return False
    found = INLINE.match(state.src, state.pos, state.posMax)
    if found:
        state.pos = found.end()
    return found is not None


def plugin(md: MarkdownIt) -> None:
    """Read those within a line before all else but code and formulas."""
    md.inline.ruler.before("escape", "comment", inline)
