"""Whether a piece in front of its text may be a label."""

from __future__ import annotations

import re

from deckbuilder.korean import no_terms, nouns
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.shapes import LONGEST_NAME, is_remark, is_sentence
from deckbuilder.model import Run, Text
from deckbuilder.regular import expression

# "이 글은 …: …" talks of the note.
POINTING = expression(r"(?:이|그|저|본|해당)\s")
# In a formula; but "봉수 / 봉화" are two names, and so are "유량(Discharge) / 흐름(Flow)".
_TWO = r"[^\W\d_]{2}"
OPERATOR = expression(rf"[+*^]\s|(?<!{_TWO})(?<!{_TWO}\s)(?<!{_TWO}\))(?<!{_TWO}\)\s)/\s")
KEYS = expression(r"\b(?:ctrl|control|alt|shift|cmd|command|win|fn|option)\s\+\s", re.I)
# A pattern of grammar, "의문사 + to부정사", and no sum: "a + b".
WORDS_ADDED = expression(r"(?<=[^\W\d_]{2})[)\]]?\s\+\s(?=[\[(~]?[^\W\d_]{2})")
# A name has no such particle: "학교에 : …". 비만 and 알로에 have none.
_FOR_A_VERB = expression(
    r"[가-힣](?:만|에|에서|까지|부터|으로)"
    rf"{''.join(f'(?<!{noun})' for noun in nouns.NOUNS_IN_A_PARTICLE)}$"
)


def worded(text: Text) -> str:
    """A text without the signs of formulas and code, which take no name apart: `chmod 644 *`."""
    return "".join(map(_worded, text.runs))


# What stands by itself between the words of a command; what reckons with two of them does not:
# `a * b`, "chmod 644 *".
_OPTION = expression(r"(?<=\s)(?:[^\w\s*/+^]+(?=\s|$)|[^\w\s]+(?=$|\s+-))")


def _worded(run: Run) -> str:
    if run.has("math"):
        return re.sub(r"\W+", "·", run.text)
    return _OPTION.sub("·", run.text) if run.has("code") else run.text


# Letters, or an address: "127.0.0.1".
_LETTER = expression(r"[^\W\d]|^\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?$")
_SYMBOL = expression(r"[a-z]\d*|[A-Z]")  # a variable, a speaker
_SPEAKER = expression(rf"(?:{'|'.join(no_terms.SPEAKERS)})\s?[\dA-Z]?")


def may_name(plain: str) -> bool:
    """Whether a piece in front of a separator may be a label: no remark, no sentence."""
    name = clean(plain)
    bare = GLOSS.sub("", name).strip()
    return (
        bool(_LETTER.search(name))
        and "|" not in name
        and len(bare or name) <= LONGEST_NAME
        and not is_remark(plain)
        and not is_sentence(bare or name)
        and not OPERATOR.search(KEYS.sub(" ", WORDS_ADDED.sub(" ", name)))
        and not _SYMBOL.fullmatch(name)
        and not _SPEAKER.fullmatch(name)
        and not POINTING.match(name)
        and not _FOR_A_VERB.search(bare)
    )


def open_brackets(plain: str) -> bool:
    """Whether a bracket or a quotation opens in a piece and closes behind it."""
    open_ = any(plain.count(a) > plain.count(b) for a, b in ("()", "[]", "<>", "{}", "“”"))
    return open_ or plain.count('"') % 2 == 1
