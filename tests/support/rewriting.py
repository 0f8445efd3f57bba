"""What somebody does to notes without changing what is known: no unit becomes another by it.

    touched = EDITS["rename a term"](notebook, pick, keep)

`pick` chooses a number below another, and `keep` are the units that an edit must not touch. It
returns those it has touched, none where only places changed; None where nothing could be done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from tests.support.notebook import SYLLABLES, File, Notebook, Section, Unit

Pick = Callable[[int], int]
Edit = Callable[[Notebook, Pick, set[int]], set[int] | None]
FEWEST = {"list": 6, "comparison": 2}
T = TypeVar("T")


def _one(things: Sequence[T], pick: Pick) -> T:
    return things[pick(len(things))]


def _free(notebook: Notebook, keep: set[int], kinds: Iterable[str] = ()) -> list[Unit]:
    """The units that may be touched."""
    return [
        unit
        for unit in notebook.units()
        if unit.number not in keep and (not kinds or unit.kind in kinds)
    ]


def _on_one(kinds: Iterable[str], change: Callable[[Notebook, Unit, Pick], bool | None]) -> Edit:
    """An edit of one unit; `change` says False where it could not be done."""

    def edit(notebook: Notebook, pick: Pick, keep: set[int]) -> set[int] | None:
        units = _free(notebook, keep, kinds)
        if not units:
            return None
        unit = _one(units, pick)
        return None if change(notebook, unit, pick) is False else {unit.number}

    return edit


def _misspelt(text: str, pick: Pick) -> str:
    """The text with one syllable changed."""
    places = [at for at, letter in enumerate(text) if letter in SYLLABLES]
    at = _one(places, pick)
    other = [syllable for syllable in SYLLABLES if syllable != text[at]]
    return text[:at] + _one(other, pick) + text[at + 1 :]


# --- of one unit ----------------------------------------------------------------------------------


def _rename(notebook: Notebook, unit: Unit, _: Pick) -> None:
    unit.word = next(notebook.words)


def _mend_name(notebook: Notebook, unit: Unit, pick: Pick) -> bool:
    word = _misspelt(unit.word, pick)
    taken = {name for other in notebook.units() for name in (other.word, *_parts(other))}
    if word in taken:
        return False
    unit.word = word
    return True


def _parts(unit: Unit) -> list[str]:
    return [part.name for part in unit.parts]


def _word_anew(notebook: Notebook, unit: Unit, pick: Pick) -> None:
    if unit.kind == "definition":
        unit.body = notebook.sentence()
    else:
        _one(unit.parts, pick).body = notebook.sentence()


def _mend_body(_: Notebook, unit: Unit, pick: Pick) -> None:
    if unit.kind == "definition":
        unit.body = _misspelt(unit.body, pick)
    else:
        part = _one(unit.parts, pick)
        part.body = _misspelt(part.body, pick)


def _mend_item(_: Notebook, unit: Unit, pick: Pick) -> None:
    part = _one(unit.parts, pick)
    part.name = _misspelt(part.name, pick)


def _rename_and_touch(notebook: Notebook, unit: Unit, pick: Pick) -> None:
    unit.word, unit.body = next(notebook.words), _misspelt(unit.body, pick)


def _add_part(notebook: Notebook, unit: Unit, pick: Pick) -> bool:
    if len(unit.parts) > 7:  # more have no contrast cards
        return False
    unit.parts.insert(pick(len(unit.parts) + 1), notebook.new_part(unit.kind))
    return True


def _drop_part(_: Notebook, unit: Unit, pick: Pick) -> bool:
    if len(unit.parts) <= FEWEST[unit.kind]:
        return False
    del unit.parts[pick(len(unit.parts))]
    return True


def _move_part(_: Notebook, unit: Unit, pick: Pick) -> None:
    part = unit.parts.pop(pick(len(unit.parts)))
    unit.parts.insert(pick(len(unit.parts) + 1), part)


def _turn_parts(_: Notebook, unit: Unit, __: Pick) -> None:
    unit.parts.reverse()


def _rename_member(notebook: Notebook, unit: Unit, pick: Pick) -> None:
    _one(unit.parts, pick).name = next(notebook.words)


def _cross_out(notebook: Notebook, unit: Unit, _: Pick) -> bool:
    if len(notebook.units()) <= 4:
        return False
    for section in notebook.sections():
        section.units = [other for other in section.units if other is not unit]
    notebook.crossed_out.append(unit)
    return True


# --- of several units -----------------------------------------------------------------------------


def _add(notebook: Notebook, pick: Pick, _: set[int]) -> set[int]:
    kind = _one(("definition", "definition", "list", "comparison"), pick)
    return _put_in(notebook, notebook.new_unit(kind), pick)


def _put_in(notebook: Notebook, unit: Unit, pick: Pick) -> set[int]:
    section = _one(notebook.sections(), pick)
    section.units.insert(pick(len(section.units) + 1), unit)
    return {unit.number}


def _restore(notebook: Notebook, pick: Pick, keep: set[int]) -> set[int] | None:
    units = [unit for unit in notebook.crossed_out if unit.number not in keep]
    if not units:
        return None
    unit = _one(units, pick)
    notebook.crossed_out.remove(unit)
    return _put_in(notebook, unit, pick)


def _exchange(notebook: Notebook, pick: Pick, keep: set[int]) -> set[int] | None:
    """Two terms keep their places, and their definitions change places."""
    units = _free(notebook, keep, ["definition"])
    if len(units) < 2:
        return None
    one = units.pop(pick(len(units)))
    other = _one(units, pick)
    one.body, other.body = other.body, one.body
    return {one.number, other.number}


# --- of places ------------------------------------------------------------------------------------


def _move(notebook: Notebook, pick: Pick, keep: set[int]) -> set[int] | None:
    units = _free(notebook, keep)
    if not units:
        return None
    unit = _one(units, pick)
    for section in notebook.sections():
        section.units = [other for other in section.units if other is not unit]
    return _put_in(notebook, unit, pick)


def _turn_section(notebook: Notebook, pick: Pick, _: set[int]) -> set[int]:
    _one(notebook.sections(), pick).units.reverse()
    return set()


def _turn_file(notebook: Notebook, pick: Pick, _: set[int]) -> set[int]:
    _one(notebook.written, pick).sections.reverse()
    return set()


def _placed(section: Section, keep: set[int]) -> bool:
    return any(unit.number in keep for unit in section.units)


def _rename_section(notebook: Notebook, pick: Pick, keep: set[int]) -> set[int] | None:
    sections = [section for section in notebook.sections() if not _placed(section, keep)]
    if not sections:
        return None
    _one(sections, pick).title = notebook.new_section().title
    return set()


def _movable(notebook: Notebook, keep: set[int]) -> list[File]:
    return [
        file
        for file in notebook.written
        if not any(_placed(section, keep) for section in file.sections)
    ]


def _rename_file(notebook: Notebook, pick: Pick, keep: set[int]) -> set[int] | None:
    files = _movable(notebook, keep)
    if not files:
        return None
    folder = _one(("", "둘째/", "셋째/"), pick)
    _one(files, pick).name = notebook.new_file(folder).name
    return set()


def _split_file(notebook: Notebook, pick: Pick, keep: set[int]) -> set[int] | None:
    files = [file for file in _movable(notebook, keep) if len(file.sections) > 1]
    if not files:
        return None
    old = _one(files, pick)
    new = notebook.new_file()
    new.sections = [old.sections.pop()]
    notebook.written.append(new)
    return set()


def _join_files(notebook: Notebook, pick: Pick, keep: set[int]) -> set[int] | None:
    files = _movable(notebook, keep)
    if len(notebook.written) < 2 or not files:
        return None
    old = _one(files, pick)
    notebook.written.remove(old)
    _one(notebook.written, pick).sections += old.sections
    return set()


def _add_section(notebook: Notebook, pick: Pick, _: set[int]) -> set[int]:
    section = notebook.new_section()
    section.units.append(notebook.new_unit("definition"))
    _one(notebook.written, pick).sections.append(section)
    return {section.units[0].number}


NAMED = ("definition", "list", "comparison")
DESCRIBED = ("definition", "comparison")
MANY = ("list", "comparison")

EDITS: dict[str, Edit] = {
    "word a definition anew": _on_one(DESCRIBED, _word_anew),
    "mend a definition": _on_one(DESCRIBED, _mend_body),
    "rename a unit": _on_one(NAMED, _rename),
    "mend a name": _on_one(NAMED, _mend_name),
    "rename a term and touch its definition": _on_one(["definition"], _rename_and_touch),
    "mend an item": _on_one(["list"], _mend_item),
    "rename a member": _on_one(["comparison"], _rename_member),
    "add a part": _on_one(MANY, _add_part),
    "drop a part": _on_one(MANY, _drop_part),
    "move a part": _on_one(MANY, _move_part),
    "turn the parts round": _on_one(MANY, _turn_parts),
    "add a unit": _add,
    "cross out a unit": _on_one(NAMED, _cross_out),
    "restore a unit": _restore,
    "exchange two definitions": _exchange,
    "move a unit": _move,
    "turn a section round": _turn_section,
    "turn a file round": _turn_file,
    "rename a section": _rename_section,
    "rename a file": _rename_file,
    "split a file": _split_file,
    "join two files": _join_files,
    "add a section": _add_section,
}
