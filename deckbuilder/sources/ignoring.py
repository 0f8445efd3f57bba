"""What in a folder is left out: by the settings, `.deckignore`, `.gitignore`, and by what it is.

All are rules as git has them. The settings come before `.deckignore`, that before `.gitignore`, and
what goes without saying last; of several files of one name the deepest comes first. What was named
itself is read whatever they say.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pathspec import GitIgnoreSpec

from deckbuilder.sources.encoding import decode
from deckbuilder.sources.store import Store

DECK, GIT = ".deckignore", ".gitignore"
# Hidden files, those that Word keeps of an open document, what other people or programs wrote, and
# papers of a project. Compared without regard to case.
USUAL = """
.*
~$*
__pycache__/
_book/
_site/
bower_components/
node_modules/
public/
site-packages/
vendor/
venv/
agents.*
changelog.*
claude.*
code_of_conduct.*
contributing.*
contributors.*
copying.*
issue_template.*
licence.*
license.*
pull_request_template.*
"""


class _Layer(NamedTuple):
    """Rules for what lies below a folder."""

    folder: Path
    spec: GitIgnoreSpec
    folded: bool = False

    def says(self, path: Path, *, folder: bool) -> bool | None:
        """Whether something is left out; None where these rules do not speak of it."""
        return self.spec.check_file(self.path(path, "/" * folder)).include

    def path(self, path: Path, end: str) -> str:
        """A path as rules have it; that of a folder has a `/` for its end."""
        # By hand: for ten thousand notes `Path.relative_to` takes seconds.
        below = os.fspath(path).removeprefix(os.fspath(self.folder)).replace(os.sep, "/")
        below = below.lstrip("/") + end
        return below.casefold() if self.folded else below


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that hold in a folder, those that come first in front."""

    store: Store
    settings: tuple[_Layer, ...]
    deck: tuple[_Layer, ...]
    git: tuple[_Layer, ...]
    usual: tuple[_Layer, ...]
    unread: tuple[OSError, ...] = ()
    """Of the files of rules in this folder that cannot be read."""

    def leaves_out(self, path: Path, *, folder: bool) -> bool:
        """Whether a file or a folder is left out.

        Args:
            path: it lies in the folder of these rules.
            folder: whether it is a folder.
        """
        layers = (*self.settings, *self.deck, *self.git, *self.usual)
        said = (layer.says(path, folder=folder) for layer in layers)
        return next((one for one in said if one is not None), False)

    def within(self, folder: Path) -> Rules:
        """The rules in a folder below, with those of the files that lie in it."""
        unread: list[OSError] = []
        found: dict[str, tuple[_Layer, ...]] = {}
        for name in (DECK, GIT):
            file = folder / name
            try:
                there = self.store.is_there(file)
                found[name] = (_Layer(folder, _spec(self.store, file)),) if there else ()
            except OSError as error:
                found[name] = ()
                unread.append(OSError(error.errno, error.strerror, str(file)))
        return replace(
            self,
            deck=(*found[DECK], *self.deck),
            git=(*found[GIT], *self.git),
            unread=tuple(unread),
        )


def rules(
    folder: Path,
    root: Path,
    exclude: Sequence[str],
    store: Store,
    own: tuple[Path, Sequence[str]],
) -> Rules:
    """The rules that hold for what lies in a folder from outside of it.

    Args:
        folder: one that was named; absolute.
        root: the outermost folder of notes around it, for which the settings speak.
        exclude: the rules of the settings.
        store: where it lies.
        own: the root of the source that it is, or lies in, and what goes without saying in such.
    """
    top = _top(folder, root, store)
    found = Rules(
        store,
        (_Layer(root, GitIgnoreSpec.from_lines(exclude)),),
        (),
        (),
        (
            _Layer(folder, GitIgnoreSpec.from_lines(USUAL.split()), folded=True),
            _Layer(own[0], GitIgnoreSpec.from_lines(own[1])),
        ),
    )
    outer = folder.relative_to(top).parts
    for depth in range(len(outer)):
        found = found.within(top.joinpath(*outer[:depth]))
    return replace(
        found,
        settings=_other(found.settings, folder),
        deck=_other(found.deck, folder),
        git=_other(found.git, folder),
        usual=_other(found.usual, folder),
    )


def walk(folder: Path, outer: Rules, closed: list[OSError]) -> Iterator[Path]:
    """The files below a folder that are not left out, in an order of our own.

    Args:
        folder: absolute.
        outer: the rules that hold for it.
        closed: gets the errors, each with its file's name, of what cannot be read.
    """
    known: dict[Path, Rules] = {}
    for name, folders, names in outer.store.walk(folder, closed.append):
        here = Path(name)
        own = known[here] = known.get(here.parent, outer).within(here)
        closed += own.unread
        # Two names may have one place (가.md, 가.markdown; NFC and NFD).
        folders[:] = sorted(
            inner for inner in folders if not own.leaves_out(here / inner, folder=True)
        )
        for file in map(here.joinpath, sorted(names)):
            if not own.leaves_out(file, folder=False):
                yield file


def _other(layers: tuple[_Layer, ...], folder: Path) -> tuple[_Layer, ...]:
    """Without the rules that leave out the folder itself, or one that it lies in: it was named."""
    return tuple(
        layer
        if layer.folder == folder
        else layer._replace(
            spec=GitIgnoreSpec(
                rule for rule in layer.spec.patterns if not rule.match_file(layer.path(folder, "/"))
            )
        )
        for layer in layers
    )


def _top(folder: Path, root: Path, store: Store) -> Path:
    """From where on files of rules count: the root of the git repository, if there is one."""
    whole = next((one for one in store.around(folder) if store.is_there(one / ".git")), root)
    return min(whole, root, key=lambda one: len(one.parts))


def _spec(store: Store, file: Path) -> GitIgnoreSpec:
    """The rules in a file, without the lines that are none: git passes over them, too.

    Raises:
        OSError: it cannot be read, or is no text.
    """
    text, why = decode(store.read(file))
    if text is None:
        raise OSError(errno.EINVAL, why)
    return GitIgnoreSpec.from_lines(filter(sound, text.split("\n")))


def sound(rule: str) -> bool:
    """Whether a line is a rule, or says nothing."""
    try:
        GitIgnoreSpec.from_lines([rule])
    except ValueError:
        return False
    return True
