"""What speaks against a unit; one with a doubt is made with `take = "many"` only.

A rule finds units by their shape; these are the shapes of what is no knowledge: steps to do
something once, code, exercises, remarks, labels that name a place in the note.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from deckbuilder.extract import bodies
from deckbuilder.extract.noise import ADDRESS
from deckbuilder.korean import lines, names, references, sentences
from deckbuilder.model import Comparison, Document, Enumeration, Kind, Node, Text, Tier, Unit

NO_HANGUL = re.compile(r"[^가-힣]+")
HANGUL, LATIN = re.compile(r"[가-힣]"), re.compile(r"[A-Za-z]")
FORMULA = re.compile(r"\\\(.*?\\\)|\$[^$]*\$|\\[a-z]+")
OF_FORMULA = re.compile(r"[=^∑√→]|->|\d\s?[-+*/]\s?\d")
SIGNS = re.compile(r"&&|\|\||[!=]==?|^['\"].*['\"]\s?:|^[A-Za-z](?:,\s?[A-Za-z])+$")
# Of a note's letters less are Hangul: it is in another language. (A syllable is worth two letters
# and more; Korean notes full of English terms keep above a third.)
LEAST_KOREAN = 0.2
# So many Latin letters are a text, and one without this share of Hangul is in another language.
LEAST_LATIN, LEAST_AMONG_LATIN = 150, 0.05
# Code in a note, in times of its Hangul: more, and the note was written along a program.
LEAST_CODE = 4.5
# Of so few Hangul syllables beside code nothing can be learnt in words.
FEW_WORDS = 12
# An answer with more code than this, in times of its words, is the code.
MOSTLY_CODE = 8.0


class _Weighed:
    """A unit that is weighed, and what it shows: most doubts ask for that."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.blocks = [part for node in unit.shown for part in node.walk()]
        self.lines = [line for node in self.blocks for line in node.lines if line]
        """What it shows, code among it."""
        self.said = [line.plain for line in self.lines]

    @property
    def first(self) -> str:
        """The first of these lines, if there is one."""
        return self.said[0] if self.said else ""

    @property
    def only_line(self) -> str:
        """All that a definition says, where that is one line, or an empty string."""
        return self.said[0] if len(self.said) == 1 and self.unit.kind == "definition" else ""


def weigh(unit: Unit, note: frozenset[str], *, foreign: bool = False) -> Unit:
    """The unit with the doubts about it, and the tier that they leave it.

    Args:
        unit: what a rule found.
        note: the doubts about its note as a whole, see `of_note`.
        foreign: whether it may be in another language than Korean.
    """
    one = _Weighed(unit)
    found = [name for name, holds in DOUBTS if holds(one)]
    found += [name for name in sorted(note) if name != "foreign" or _is_foreign(one)]
    doubts = tuple(name for name in dict.fromkeys(found) if name != "foreign" or not foreign)
    return replace(unit, doubts=doubts, tier=Tier.MAYBE) if doubts else unit


def of_note(root: Node, document: Document) -> frozenset[str]:
    """The doubts about a whole note: another language, solved problems, told days, plans, code."""
    first = root.children[0] if root.children else root
    heading = (first.label.name,) if first.label and first.level == 1 else ()
    plain = root.plain
    names_of_it = (document.title or "", *document.place, *heading)
    found = {
        "foreign": _is_in_another_language(plain),
        "exercise": any(map(names.is_solution, names_of_it)),
        "diary": any(map(names.is_told, names_of_it))
        or names.is_day(next(iter(heading), "") or document.title or document.called)
        or lines.tells_of_its_writer(plain),
        "project": any(map(names.is_of_project, names_of_it)),
        "program": _is_program(root, plain),
    }
    return frozenset(name for name, holds in found.items() if holds)


def _is_in_another_language(plain: str) -> bool:
    letters = len(re.sub(r"[\W\d_]+", "", plain))
    return _hangul(plain) < LEAST_KOREAN * letters


def _is_program(root: Node, plain: str) -> bool:
    """Whether a note is mostly code, with remarks between."""
    code = sum(len(re.sub(r"\s", "", node.plain)) for node in root.walk() if _has_code(node))
    return code > 0 and code > LEAST_CODE * _hangul(plain)


def _hangul(plain: str) -> int:
    """How many syllables of Hangul a text has."""
    return len(NO_HANGUL.sub("", plain))


# --- the front ------------------------------------------------------------------------------------


def _is_how_to(one: _Weighed) -> bool:
    """Whether a deed is told step by step: what is typed, clicked, installed."""
    return names.is_deed(one.unit.front) and _is_procedure(one)


def _is_procedure(one: _Weighed) -> bool:
    return any(_has_code(node) or lines.DOING.search(node.plain) for node in one.blocks)


def _is_place(one: _Weighed) -> bool:
    return names.is_place_in_note(one.unit.front)


def _is_exercise(one: _Weighed) -> bool:
    if any(map(_names_exercise, (one.unit.front, *one.unit.context))):
        return True
    if isinstance(one.unit, Comparison | Enumeration):
        return any(map(lines.is_problem, _names_of_parts(one.unit)))
    said = one.said
    solved = any(map(lines.is_problem, said[:1]))
    return one.unit.kind == "definition" and (solved or any(map(lines.sets_task, said)))


@lru_cache(maxsize=1 << 16)  # for speed only: names stand above many units
def _names_exercise(name: str) -> bool:
    return names.is_exercise(name) or lines.is_problem(name)


def _is_fragment(one: _Weighed) -> bool:
    if one.unit.kind == "question":
        return names.asks_on(one.unit.front)
    if one.unit.kind == "enumeration":
        return names.is_unended(one.unit.front)
    return one.unit.kind in ("definition", "comparison") and names.is_fragment(one.unit.front)


def _is_sign(one: _Weighed) -> bool:
    """Whether the front has no word, but signs and formulas: `$Q$`, `x && y`, "i, j"."""
    bare = FORMULA.sub("", one.unit.front)
    wordless = not re.search(r"[^\W_]", bare) or bool(SIGNS.search(bare))
    return wordless or names.is_line_of_code(one.unit.front)


def _lists_signs(one: _Weighed) -> bool:
    """Whether what is listed are numbers and signs: "(2013-33)"."""
    items = one.unit.items if isinstance(one.unit, Enumeration) else ()
    wordless = [not re.search(r"[^\W\d_]", item.name.plain) for item in items]
    return 2 * sum(wordless) > len(wordless)


def _compares_figures(one: _Weighed) -> bool:
    """Whether a table holds more digits than letters: to be looked up, and not known by heart."""
    if not isinstance(one.unit, Comparison) or not one.unit.aspects:
        return False
    cells = "".join(cell.plain for member in one.unit.members for cell in member.body)
    return sum(map(str.isdigit, cells)) > sum(map(str.isalpha, cells))


# --- the answer -----------------------------------------------------------------------------------


def _is_foreign(one: _Weighed) -> bool:
    """Whether neither question nor answer has a word of Korean."""
    if HANGUL.search(one.unit.front):
        return False
    return not any(HANGUL.search(node.plain) for node in one.unit.shown)


def _is_without_korean(one: _Weighed) -> bool:
    """Whether a term and all that is said of it are Latin words: no formula, no code."""
    if one.unit.kind != "definition" or not _is_foreign(one):
        return False
    runs = [run for node in one.blocks for line in node.lines for run in line.runs]
    signs = any(run.has("math", "code") for run in runs) or any(map(_has_code, one.blocks))
    return not signs and not OF_FORMULA.search(" ".join(run.text for run in runs))


def _is_instance(one: _Weighed) -> bool:
    return names.is_instance(one.unit.front)


def _keeps_records(one: _Weighed) -> bool:
    """Whether a table lists files or posts, and when they were made."""
    if isinstance(one.unit, Comparison):
        return names.keeps_records(aspect.plain for aspect in one.unit.aspects)
    heads = (node.label.name for node in one.unit.shown if node.label)
    return one.unit.rule == "table" and names.keeps_records(heads)


def _is_in_english(one: _Weighed) -> bool:
    """Whether the answer is a text in another language: no name, no term, but sentences."""
    if one.unit.kind not in ("definition", "question"):
        return False
    said = " ".join(line.plain for node in one.blocks if not _has_code(node) for line in node.lines)
    latin = len(LATIN.findall(said))
    return latin >= LEAST_LATIN and _hangul(said) < LEAST_AMONG_LATIN * latin


def _goes_on(one: _Weighed) -> bool:
    """Whether a definition begins in the middle: "하지만 …"."""
    return one.unit.rule == "term" and lines.goes_on(one.first)


def _only_points_back(one: _Weighed) -> bool:
    """Whether all that is said of a term is that something before is called so."""
    said = one.said if one.unit.kind == "definition" else []
    return len(said) == 1 and references.names_what_stands_before(said[0])


def _only_for_example(one: _Weighed) -> bool:
    """Whether all that is said of a term is a sentence that gives an example: "예를 들어 …"."""
    if len(one.lines) != 1 or one.unit.kind != "definition":
        return False
    said = sentences.split(one.lines[0])
    return len(said) == 1 and lines.gives_example(said[0].plain)


def _is_to_be_done(one: _Weighed) -> bool:
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


@lru_cache(maxsize=1 << 16)  # likewise
def _names_what_to_do(name: str) -> bool:
    return names.is_to_be_done(name)


def _is_link(one: _Weighed) -> bool:
    """Whether the answer is nothing but addresses, and names of what is there."""
    said = " ".join(one.said)
    return bool(ADDRESS.search(said)) and not HANGUL.search(ADDRESS.sub("", said))


def _only_asks(one: _Weighed) -> bool:
    """Whether a question or a term is answered by questions, or a term by some to its reader."""
    said = one.said
    if one.unit.kind in ("definition", "question") and said and all(map(_asks, one.lines)):
        return True
    return len(said) > 1 and 2 * sum(map(lines.asks_reader, said)) >= len(said)


def _asks(line: Text) -> bool:
    return lines.asks(line.plain) and all(
        lines.asks(sentence.plain) for sentence in sentences.split(line)
    )


def _is_essay(one: _Weighed) -> bool:
    """Whether a question or a comparison asks for more than can be learnt in one go."""
    if isinstance(one.unit, Comparison):
        said = bodies.letters(part for member in one.unit.members for part in member.body)
        return not bodies.SHORTEST <= said <= bodies.LONGEST_LEARNT
    return one.unit.kind == "question" and bodies.letters(one.unit.shown) > bodies.LONGEST_LEARNT


def _is_assumed(one: _Weighed) -> bool:
    """Whether all that is said of a term is what an example assumes."""
    return lines.is_assumed(one.only_line)


def _is_file(one: _Weighed) -> bool:
    """Whether a line tells what was done with a program's file, and not what that is."""
    said, name = one.only_line, one.unit.front
    return bool(said) and names.is_file(name) and not sentences.tells_what(name, said)


def _is_of_somebody(one: _Weighed) -> bool:
    """Whether a sentence tells of a part of a program that the note goes through."""
    return one.unit.rule in ("genus", "sentence", "loose") and names.is_of_somebody(one.unit.front)


def _is_type(one: _Weighed) -> bool:
    return lines.is_type(one.only_line)


def _lists_steps(one: _Weighed) -> bool:
    """Whether most items of a list come with the code that does them."""
    items = one.unit.items if isinstance(one.unit, Enumeration) else ()
    done = [any(_has_code(part) for node in item.body for part in node.walk()) for item in items]
    return 2 * sum(done) > len(done)


def _lists_code(one: _Weighed) -> bool:
    """Whether the lines of a program are taken for the items of a list."""
    items = one.unit.items if isinstance(one.unit, Enumeration) else ()
    said = [item.name.plain for item in items]
    return 3 * sum(map(lines.is_of_program, said)) >= len(said) > 0


def _is_code(one: _Weighed) -> bool:
    """Whether the answer is code, with too few words to say what it does, and none what it is."""
    code = sum(len(re.sub(r"\s", "", node.plain)) for node in one.blocks if _has_code(node))
    if not code or sentences.tells_what(one.unit.front, one.first):
        return False
    said = "".join(line.plain for node in one.blocks if not _has_code(node) for line in node.lines)
    hangul = _hangul(said)
    return hangul < FEW_WORDS or code > MOSTLY_CODE * len(re.sub(r"\s", "", said))


def _only_depends(one: _Weighed) -> bool:
    """Whether all that is said of a term is what it depends on: "… 에 따라 다르다"."""
    return bool(lines.DEPENDS.fullmatch(one.only_line))


def _is_reason(one: _Weighed) -> bool:
    """Whether all that is said of a term is why: "… 때문이다"."""
    return bool(lines.WHY.search(one.only_line))


def _has_code(node: Node) -> bool:
    return node.kind == Kind.CODE


def _names_deeds(one: _Weighed) -> bool:
    """Whether what is compared are things to do, all, or most of them told step by step."""
    members = _names_of_parts(one.unit) if isinstance(one.unit, Comparison) else []
    deeds = sum(map(names.is_deed, members))
    every = deeds == len(members) > 0
    return every or (2 * deeds > len(members) > 0 and _is_procedure(one))


def _parts_of_work(one: _Weighed) -> bool:
    """Whether the parts of some work are taken for the kinds of a thing."""
    return one.unit.rule == "kinds" and names.is_work(one.unit.front)


def _names_places(one: _Weighed) -> bool:
    """Whether what is listed or compared are numbered parts of the note."""
    found = list(map(names.is_place_in_note, _names_of_parts(one.unit)))
    return 2 * sum(found) > len(found)


def _names_of_parts(unit: Unit) -> list[str]:
    """The names of a comparison's members, or of a list's items."""
    match unit:
        case Comparison(members=members) | Enumeration(items=members):
            return [member.bare or member.name.plain for member in members]
    return []


def _is_example(one: _Weighed) -> bool:
    """Whether it stands beneath a label that announces examples: 예시, 실습."""
    return any(map(_names_examples, one.unit.context))


@lru_cache(maxsize=1 << 16)  # likewise
def _names_examples(name: str) -> bool:
    return names.announces_examples(name) or names.is_instance(name) or names.is_tried(name)


DOUBTS: tuple[tuple[str, Callable[[_Weighed], bool]], ...] = (
    ("how-to", _is_how_to),
    ("place", _is_place),
    ("exercise", _is_exercise),
    ("example", _is_example),
    ("fragment", _is_fragment),
    ("sign", _is_sign),
    ("sign", _lists_signs),
    ("figures", _compares_figures),
    ("example", _is_instance),
    ("example", _only_for_example),
    ("exercise", _is_to_be_done),
    ("fragment", _goes_on),
    ("fragment", _only_points_back),
    ("example", _is_assumed),
    ("file", _is_file),
    ("link", _is_link),
    ("asking", _only_asks),
    ("essay", _is_essay),
    ("code", _lists_code),
    ("how-to", _lists_steps),
    ("code", _is_type),
    ("code", _is_of_somebody),
    ("record", _keeps_records),
    ("foreign", _is_in_english),
    ("foreign", _is_without_korean),
    ("code", _is_code),
    ("fragment", _only_depends),
    ("reason", _is_reason),
    ("how-to", _names_deeds),
    ("how-to", _parts_of_work),
    ("place", _names_places),
)
