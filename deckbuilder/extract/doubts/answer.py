"""What speaks against a unit by what it answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from deckbuilder.extract import bodies
from deckbuilder.extract.doubts.weighed import (
    Weighed,
    hangul,
    has_code,
    names_of_parts,
)
from deckbuilder.extract.noise import ADDRESS, has_address
from deckbuilder.korean import (
    definitions,
    lines,
    names,
    reader,
    records,
    repeats,
    sentences,
    voices,
)
from deckbuilder.korean.shapes import HANGUL
from deckbuilder.model import Comparison, Definition, Enumeration
from deckbuilder.regular import any_of, expression

LATIN = expression(r"[A-Za-z]")
OF_FORMULA = any_of({"a = b": r"[=^∑√→]", "a -> b": r"->", "1 + 2": r"\d\s?[-+*/]\s?\d"})
HAN = expression(r"[\u4e00-\u9fff]")
# So many letters are a text, and one without this share of Hangul is in another language: English,
# or classical Chinese.
LEAST_LATIN, LEAST_HAN, LEAST_AMONG_OTHERS = 150, 40, 0.05
# Of so few Hangul syllables beside code nothing can be learnt in words.
FEW_WORDS = 12
# An answer with more code than this, in times of its words, is the code.
MOSTLY_CODE = 8.0
# Letters of items without what is told of them.
MOST_LISTED = 400
# The rules that find units in what is told, and those of which a heading of prose is enough.
IN_PROSE = frozenset(
    {"sentence", "genus", "loose", "series", "prose", "abreast", "neighbours", "question"}
)
# Letters of an item that is a few words, and no sentence: however many, they are only counted.
IN_WORDS = 20


def is_foreign(one: Weighed) -> bool:
    """Whether neither question nor answer has a word of Korean."""
    if HANGUL.search(one.unit.front):
        return False
    return not any(HANGUL.search(node.plain) for node in one.unit.shown)


def is_said_by_the_way(one: Weighed) -> bool:
    """Whether it is found in prose, or is a term whose answer does not tell what that is."""
    if one.unit.rule in IN_PROSE:
        return True
    return one.unit.kind == "definition" and not definitions.tells_what(one.unit.front, one.first)


def is_without_korean(one: Weighed) -> bool:
    """Whether a term and all that is said of it are Latin words: no formula, no code."""
    if not is_foreign(one):
        return False
    runs = [run for node in one.blocks for line in node.lines for run in line.runs]
    signs = any(run.has("math", "code") for run in runs) or bool(one.code)
    return not signs and not OF_FORMULA.search(" ".join(run.text for run in runs))


def keeps_records(one: Weighed) -> bool:
    """Whether a table lists files or posts, and when they were made; or who wrote a book."""
    parts = names_of_parts(one.unit)
    if parts and all(map(records.is_of_imprint, parts)):
        return True
    if isinstance(one.unit, Comparison):
        return records.keeps_records(aspect.plain for aspect in one.unit.aspects)
    heads = (node.label.name for node in one.unit.shown if node.label)
    return one.unit.rule == "table" and records.keeps_records(heads)


def is_in_another(one: Weighed) -> bool:
    """Whether the answer is a text in another language: no name, no term, but sentences."""
    said = " ".join(line.plain for node in one.blocks if not has_code(node) for line in node.lines)
    if len(said) < min(LEAST_LATIN, LEAST_HAN):
        return False
    korean = hangul(said)
    if korean >= LEAST_AMONG_OTHERS * len(said):
        return False  # as most are, whatever its other letters are
    return any(
        len(letters) >= least and korean < LEAST_AMONG_OTHERS * len(letters)
        for letters, least in ((LATIN.findall(said), LEAST_LATIN), (HAN.findall(said), LEAST_HAN))
    )


def tells_nothing(one: Weighed) -> bool:
    """Whether a definition says that there is nothing, or not yet; "none: 없음" translates."""
    return lines.tells_nothing(one.only_line) and bool(HANGUL.search(one.unit.front))


def only_repeats(one: Weighed) -> bool:
    """Whether all that is said of a term is its name again, in other words or letters."""
    return repeats.only_repeats(one.unit.front, one.only_line)


def is_clicked(one: Weighed) -> bool:
    """Whether half of what is said of a term is what somebody does with a program's window."""
    return _are_half(one, lines.is_clicked)


def is_felt(one: Weighed) -> bool:
    """Whether half of what is said of a term is how it seems, or feels, to its writer."""
    told = one.unit.rule == "term" and HANGUL.search(one.unit.front)  # "seem: …" translates
    if not told or not _are_half(one, voices.has_mood):
        return False
    # 현훈 is how it seems to anybody; somebody speaks of himself, or of what has been.
    return any(voices.has_writer(line) or voices.pasts(line) for line in one.said)


def _are_half(one: Weighed, holds: Callable[[str], bool]) -> bool:
    """Whether half of the sentences are so, and the first does not tell what it is."""
    if not any(map(holds, one.said)):
        return False  # as is said of most
    said = [sentence.plain for line in one.lines for sentence in sentences.split(line)]
    told = definitions.tells_what(one.unit.front, said[0])
    return not told and 2 * sum(map(holds, said)) >= len(said)


def is_to_be_done(one: Weighed) -> bool:
    """Whether it is, or stands in, a list of things to do or to look up: 체크리스트, `- [ ]`."""
    said = one.said
    told = 2 * sum(map(lines.is_status, said)) >= len(said) > 0
    items = one.unit.items if isinstance(one.unit, Enumeration) else ()
    plain = [item for item in items if not item.body]  # what is described is to be known
    boxes = [any(run.has("task") for run in item.name.runs) for item in plain]
    return (
        told
        or (bool(boxes) and all(boxes))
        or any(map(_names_what_to_do, (*one.unit.context, one.unit.front)))
    )


@lru_cache(maxsize=1 << 16)  # for speed only: names stand above many units
def _names_what_to_do(name: str) -> bool:
    return names.is_to_be_done(name)


def is_link(one: Weighed) -> bool:
    """Whether the answer is nothing but addresses, and names of what is there."""
    said = " ".join(one.said)
    return has_address(said) and not HANGUL.search(ADDRESS.sub("", said))


def only_asks(one: Weighed) -> bool:
    """Whether what is shown are questions to its reader, half of it; or an answer tells nothing.

    Not where an answer opens with a question of its own, and then tells.
    """
    said = one.said
    answers = one.unit.kind in ("definition", "question")
    if answers and (reader.is_request(one.only_line) or _answers_with_question(one)):
        return True
    asked = list(map(reader.asks_reader, said))
    if answers and sum(asked) == 1 and reader.asks(said[0]):
        return False
    return len(said) > 1 and 2 * sum(asked) >= len(said)


def _answers_with_question(one: Weighed) -> bool:
    """Whether an answer opens with a question, and tells nothing then."""
    first, *_ = sentences.split(one.lines[0]) if one.lines else (None,)
    if first is None or not reader.asks(first.plain):
        return False  # as most do not
    said = (sentence.plain for line in one.lines for sentence in sentences.split(line))
    return all(map(reader.only_wants, said))


def tells_reader(one: Weighed) -> bool:
    """Whether what is said of a term begins with what its reader has to do: "… 를 준비하세요."."""
    said = sentences.split(one.lines[0]) if one.lines else ()
    first = said[0].plain if said else ""
    korean = bool(HANGUL.search(one.unit.front))  # "Guten Tag: 안녕하세요" translates
    return korean and reader.tells_reader(first) and not reader.is_request(first)


def is_essay(one: Weighed) -> bool:
    """Whether a unit asks for more than can be learnt in one go."""
    match one.unit:
        case Comparison(members=members, aspects=aspects):
            most = (
                bodies.LONGEST_LEARNT if aspects else bodies.MOST_COMPARED
            )  # rows are easier to know
            said = bodies.letters(part for member in members for part in member.body)
            return not bodies.SHORTEST <= said <= most
        case Enumeration(items=items):
            most = max(MOST_LISTED, IN_WORDS * len(items))
            return bodies.letters(item.named for item in items) > most
        case Definition(body=body):  # what stands around it is folded
            return bodies.letters(body) > bodies.LONGEST_LEARNT
    return bodies.letters(one.unit.shown) > bodies.LONGEST_LEARNT


def is_assumed(one: Weighed) -> bool:
    """Whether all that is said of a term is what an example assumes."""
    return lines.is_assumed(one.only_line)


def is_file(one: Weighed) -> bool:
    """Whether a line tells what was done with a program's file, and not what that is."""
    said, name = one.only_line, one.unit.front
    return bool(said) and names.is_file(name) and not definitions.tells_what(name, said)


def is_of_somebody(one: Weighed) -> bool:
    """Whether a sentence tells of a part of a program that the note goes through."""
    return one.unit.rule in ("genus", "sentence", "loose") and names.is_of_somebody(one.unit.front)


def is_type(one: Weighed) -> bool:
    """Whether all that is said of a term is of what type it is in a program."""
    return lines.is_type(one.only_line)


def lists_steps(one: Weighed) -> bool:
    """Whether most items of a list come with the code that does them."""
    items = one.unit.items if isinstance(one.unit, Enumeration) else ()
    done = [any(has_code(part) for node in item.body for part in node.walk()) for item in items]
    return 2 * sum(done) > len(done)


def lists_code(one: Weighed) -> bool:
    """Whether the lines of a program are taken for the items of a list."""
    items = one.unit.items if isinstance(one.unit, Enumeration) else ()
    said = [item.name.plain for item in items]
    return 3 * sum(map(lines.is_of_program, said)) >= len(said) > 0


def is_code(one: Weighed) -> bool:
    """Whether the answer is code, with too few words to say what it does, and none what it is."""
    code = sum(len(re.sub(r"\s", "", node.plain)) for node in one.code)
    if not code or definitions.tells_what(one.unit.front, one.first):
        return False
    said = "".join(line.plain for node in one.blocks if not has_code(node) for line in node.lines)
    return hangul(said) < FEW_WORDS or code > MOSTLY_CODE * len(re.sub(r"\s", "", said))


def is_output(one: Weighed) -> bool:
    """Whether it asks what a program prints, and that is a value: "3 / 5", "[3, 1, 2]"."""
    return names.is_output(one.unit.front) and all(map(lines.is_value, one.said))


def only_depends(one: Weighed) -> bool:
    """Whether all that is said of a term is what it depends on: "… 에 따라 다르다"."""
    return lines.only_depends(one.only_line)


def is_reason(one: Weighed) -> bool:
    """Whether all that is said of a term is a sentence that tells why: "… 때문이다"."""
    why = lines.WHY.search(one.only_line)
    return bool(why) and len(sentences.split(one.lines[0])) == 1
