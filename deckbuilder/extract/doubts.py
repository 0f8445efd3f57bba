"""What speaks against a unit; one with a doubt is made with `take = "many"` only.

A rule finds units by their shape; these are the shapes of what is no knowledge: steps to do
something once, code, exercises, remarks, labels that name a place in the note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from deckbuilder.extract import bodies
from deckbuilder.extract.noise import ADDRESS
from deckbuilder.korean import lines, names, references, sentences
from deckbuilder.model import Comparison, Document, Enumeration, Kind, Node, Tier, Unit

HANGUL = re.compile(r"[가-힣]")
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


def weigh(unit: Unit, note: frozenset[str], *, foreign: bool = False) -> Unit:
    """The unit with the doubts about it, and the tier that they leave it.

    Args:
        unit: what a rule found.
        note: the doubts about its note as a whole, see `of_note`.
        foreign: whether it may be in another language than Korean.
    """
    found = [name for name, holds in DOUBTS if holds(unit)]
    found += [name for name in sorted(note) if name != "foreign" or _is_foreign(unit)]
    doubts = tuple(name for name in dict.fromkeys(found) if name != "foreign" or not foreign)
    return replace(unit, doubts=doubts, tier=Tier.MAYBE) if doubts else unit


def of_note(root: Node, document: Document) -> frozenset[str]:
    """The doubts about a whole note: another language, solved problems, told days, plans, code."""
    first = root.children[0] if root.children else root
    heading = (first.label.name,) if first.label and first.level == 1 else ()
    names_of_it = (document.title or "", *document.place, *heading)
    found = {
        "foreign": _is_in_another_language(root),
        "exercise": any(map(names.is_solution, names_of_it)),
        "diary": any(map(names.is_told, names_of_it))
        or names.is_day(next(iter(heading), "") or document.title or document.called)
        or lines.tells_of_its_writer(root.plain),
        "project": any(map(names.is_of_project, names_of_it)),
        "program": _is_program(root),
    }
    return frozenset(name for name, holds in found.items() if holds)


def _is_in_another_language(root: Node) -> bool:
    letters = len(re.findall(r"[^\W\d_]", root.plain))
    return len(HANGUL.findall(root.plain)) < LEAST_KOREAN * letters


def _is_program(root: Node) -> bool:
    """Whether a note is mostly code, with remarks between."""
    code = sum(len(re.sub(r"\s", "", node.plain)) for node in root.walk() if _has_code(node))
    return code > LEAST_CODE * len(HANGUL.findall(root.plain))


# --- the front ------------------------------------------------------------------------------------


def _is_how_to(unit: Unit) -> bool:
    """Whether a deed is told step by step: what is typed, clicked, installed."""
    return names.is_deed(unit.front) and _is_procedure(unit)


def _is_procedure(unit: Unit) -> bool:
    return any(_has_code(node) or lines.DOING.search(node.plain) for node in _blocks(unit))


def _is_place(unit: Unit) -> bool:
    return names.is_place_in_note(unit.front)


def _is_exercise(unit: Unit) -> bool:
    if any(
        names.is_exercise(name) or lines.is_problem(name) for name in (unit.front, *unit.context)
    ):
        return True
    if isinstance(unit, Comparison | Enumeration):
        return any(map(lines.is_problem, _names_of_parts(unit)))
    said = _said(unit)
    solved = any(map(lines.is_problem, said[:1]))
    return unit.kind == "definition" and (solved or any(map(lines.sets_task, said)))


def _is_fragment(unit: Unit) -> bool:
    if unit.kind == "question":
        return names.asks_on(unit.front)
    if unit.kind == "enumeration":
        return names.is_unended(unit.front)
    return unit.kind in ("definition", "comparison") and names.is_fragment(unit.front)


def _is_sign(unit: Unit) -> bool:
    """Whether the front has no word, but signs and formulas: `$Q$`, `x && y`, "i, j"."""
    bare = FORMULA.sub("", unit.front)
    wordless = not re.search(r"[^\W_]", bare) or bool(SIGNS.search(bare))
    return wordless or names.is_line_of_code(unit.front)


def _lists_signs(unit: Unit) -> bool:
    """Whether what is listed are numbers and signs: "(2013-33)"."""
    items = unit.items if isinstance(unit, Enumeration) else ()
    wordless = [not re.search(r"[^\W\d_]", item.name.plain) for item in items]
    return 2 * sum(wordless) > len(wordless)


def _compares_figures(unit: Unit) -> bool:
    """Whether a table holds more digits than letters: to be looked up, and not known by heart."""
    if not isinstance(unit, Comparison) or not unit.aspects:
        return False
    cells = "".join(cell.plain for member in unit.members for cell in member.body)
    return sum(map(str.isdigit, cells)) > sum(map(str.isalpha, cells))


# --- the answer -----------------------------------------------------------------------------------


def _is_foreign(unit: Unit) -> bool:
    """Whether neither question nor answer has a word of Korean."""
    return not HANGUL.search(unit.front) and not any(HANGUL.search(n.plain) for n in unit.shown)


def _is_without_korean(unit: Unit) -> bool:
    """Whether a term and all that is said of it are Latin words: no formula, no code."""
    if unit.kind != "definition" or not _is_foreign(unit):
        return False
    runs = [run for node in _blocks(unit) for line in node.lines for run in line.runs]
    signs = any(run.has("math", "code") for run in runs) or any(map(_has_code, _blocks(unit)))
    return not signs and not OF_FORMULA.search(" ".join(run.text for run in runs))


def _is_instance(unit: Unit) -> bool:
    return names.is_instance(unit.front)


def _keeps_records(unit: Unit) -> bool:
    """Whether a table lists files or posts, and when they were made."""
    if isinstance(unit, Comparison):
        return names.keeps_records(aspect.plain for aspect in unit.aspects)
    heads = (node.label.name for node in unit.shown if node.label)
    return unit.rule == "table" and names.keeps_records(heads)


def _is_in_english(unit: Unit) -> bool:
    """Whether the answer is a text in another language: no name, no term, but sentences."""
    if unit.kind not in ("definition", "question"):
        return False
    said = " ".join(
        line.plain for node in _blocks(unit) if not _has_code(node) for line in node.lines
    )
    latin = len(re.findall(r"[A-Za-z]", said))
    return latin >= LEAST_LATIN and len(HANGUL.findall(said)) < LEAST_AMONG_LATIN * latin


def _goes_on(unit: Unit) -> bool:
    """Whether a definition begins in the middle: "하지만 …"."""
    first = next((line.plain for node in _blocks(unit) for line in node.lines if line), "")
    return unit.rule == "term" and lines.goes_on(first)


def _only_points_back(unit: Unit) -> bool:
    """Whether all that is said of a term is that something before is called so."""
    said = _said(unit) if unit.kind == "definition" else []
    return len(said) == 1 and references.names_what_stands_before(said[0])


def _only_for_example(unit: Unit) -> bool:
    """Whether all that is said of a term is a sentence that gives an example: "예를 들어 …"."""
    said = [
        sentence.plain
        for node in _blocks(unit)
        for line in node.lines
        for sentence in sentences.split(line)
    ]
    return unit.kind == "definition" and len(said) == 1 and lines.gives_example(said[0])


def _is_to_be_done(unit: Unit) -> bool:
    """Whether it is, or stands in, a list of things to do or to look up: 체크리스트, `- [ ]`."""
    said = _said(unit)
    told = 2 * sum(map(lines.is_status, said)) >= len(said) > 0
    items = unit.items if isinstance(unit, Enumeration) else ()
    plain = [item for item in items if not item.body]  # what is described is to be known
    boxes = [any(run.has("task") for run in item.name.runs) for item in plain]
    return (
        told
        or (bool(boxes) and all(boxes))
        or any(names.is_to_be_done(name) for name in (*unit.context, unit.front))
    )


def _is_link(unit: Unit) -> bool:
    """Whether the answer is nothing but addresses, and names of what is there."""
    said = " ".join(_said(unit))
    rest = ADDRESS.sub("", said)
    return rest != said and not HANGUL.search(rest)


def _only_asks(unit: Unit) -> bool:
    """Whether a question is answered by questions, or a term by some to its reader."""
    said = _said(unit)
    if unit.kind == "question":
        return bool(said) and all(line.rstrip().endswith(("?", "？")) for line in said)
    return len(said) > 1 and 2 * sum(map(lines.asks_reader, said)) >= len(said)


def _is_essay(unit: Unit) -> bool:
    """Whether a question or a comparison asks for more than can be learnt in one go."""
    if isinstance(unit, Comparison):
        said = bodies.letters(part for member in unit.members for part in member.body)
        return not bodies.SHORTEST <= said <= bodies.LONGEST_LEARNT
    return unit.kind == "question" and bodies.letters(unit.shown) > bodies.LONGEST_LEARNT


def _is_assumed(unit: Unit) -> bool:
    """Whether all that is said of a term is what an example assumes."""
    return lines.is_assumed(_only_line(unit))


def _is_file(unit: Unit) -> bool:
    """Whether a line tells what was done with a program's file, and not what that is."""
    said = _only_line(unit)
    return bool(said) and names.is_file(unit.front) and not sentences.tells_what(unit.front, said)


def _is_of_somebody(unit: Unit) -> bool:
    """Whether a sentence tells of a part of a program that the note goes through."""
    return unit.rule in ("genus", "sentence", "loose") and names.is_of_somebody(unit.front)


def _is_type(unit: Unit) -> bool:
    return lines.is_type(_only_line(unit))


def _lists_steps(unit: Unit) -> bool:
    """Whether most items of a list come with the code that does them."""
    items = unit.items if isinstance(unit, Enumeration) else ()
    done = [any(_has_code(part) for node in item.body for part in node.walk()) for item in items]
    return 2 * sum(done) > len(done)


def _lists_code(unit: Unit) -> bool:
    """Whether the lines of a program are taken for the items of a list."""
    items = unit.items if isinstance(unit, Enumeration) else ()
    said = [item.name.plain for item in items]
    return 3 * sum(map(lines.is_of_program, said)) >= len(said) > 0


def _is_code(unit: Unit) -> bool:
    """Whether the answer is code, with too few words to say what it does, and none what it is."""
    first = next((line.plain for node in _blocks(unit) for line in node.lines if line), "")
    if sentences.tells_what(unit.front, first):
        return False
    code = sum(len(re.sub(r"\s", "", node.plain)) for node in _blocks(unit) if _has_code(node))
    said = "".join(
        line.plain for node in _blocks(unit) if not _has_code(node) for line in node.lines
    )
    hangul = len(HANGUL.findall(said))
    return code > 0 and (hangul < FEW_WORDS or code > MOSTLY_CODE * len(re.sub(r"\s", "", said)))


def _only_depends(unit: Unit) -> bool:
    """Whether all that is said of a term is what it depends on: "… 에 따라 다르다"."""
    return bool(lines.DEPENDS.fullmatch(_only_line(unit)))


def _is_reason(unit: Unit) -> bool:
    """Whether all that is said of a term is why: "… 때문이다"."""
    return bool(lines.WHY.search(_only_line(unit)))


def _has_code(node: Node) -> bool:
    return node.kind == Kind.CODE


def _blocks(unit: Unit) -> Iterator[Node]:
    for node in unit.shown:
        yield from node.walk()


def _said(unit: Unit) -> list[str]:
    """The lines of what a unit shows, code among them."""
    return [line.plain for node in _blocks(unit) for line in node.lines if line]


def _only_line(unit: Unit) -> str:
    """All that a definition says, where that is one line, or an empty string."""
    said = _said(unit) if unit.kind == "definition" else []
    return said[0] if len(said) == 1 else ""


def _names_deeds(unit: Unit) -> bool:
    """Whether what is compared are things to do, all, or most of them told step by step."""
    members = _names_of_parts(unit) if isinstance(unit, Comparison) else []
    deeds = sum(map(names.is_deed, members))
    every = deeds == len(members) > 0
    return every or (2 * deeds > len(members) > 0 and _is_procedure(unit))


def _parts_of_work(unit: Unit) -> bool:
    """Whether the parts of some work are taken for the kinds of a thing."""
    return unit.rule == "kinds" and names.is_work(unit.front)


def _names_places(unit: Unit) -> bool:
    """Whether what is listed or compared are numbered parts of the note."""
    found = list(map(names.is_place_in_note, _names_of_parts(unit)))
    return 2 * sum(found) > len(found)


def _names_of_parts(unit: Unit) -> list[str]:
    """The names of a comparison's members, or of a list's items."""
    match unit:
        case Comparison(members=members) | Enumeration(items=members):
            return [member.bare or member.name.plain for member in members]
    return []


def _is_example(unit: Unit) -> bool:
    """Whether it stands beneath a label that announces examples: 예시, 실습."""
    return any(
        names.announces_examples(name) or names.is_instance(name) or names.is_tried(name)
        for name in unit.context
    )


DOUBTS: tuple[tuple[str, Callable[[Unit], bool]], ...] = (
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
