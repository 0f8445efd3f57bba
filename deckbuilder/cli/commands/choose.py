"""deckbuilder choose: what is made of a note, proposal by proposal."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from deckbuilder.api import choosing
from deckbuilder.api.choosing import NOTHING, Proposal, Proposals
from deckbuilder.choices import ChoicesError
from deckbuilder.cli.parameters import CONFIG, DEBUG, VERBOSE, WAIT, File
from deckbuilder.cli.printing import Strong, say
from deckbuilder.cli.project import choices_of, lock_of, options, patience
from deckbuilder.cli.reporting import report
from deckbuilder.cli.speaking import LANG
from deckbuilder.config import ConfigError, load
from deckbuilder.diagnostics import Severity
from deckbuilder.language import N_, _, ngettext
from deckbuilder.model import Decision
from deckbuilder.turns import Patience

# So much of an answer is shown, in characters.
SHOWN = 200
# The letters of a Korean keyboard that lie on the keys of ours.
HANGUL = str.maketrans("ㅅㅣㅜㅏㄴㅕㅂ", "tlnksuq")
ON, QUIT = ("s", " ", "\r", "\n"), ("q", "\x1b", "\x04")
KEYS = N_("t take   l leave out   n another name   k another kind   s on   u undo   q quit")
STATES = {
    "made": N_("is made"),
    "offered": N_("is only offered"),
    "rejected": N_("stands back behind another"),
}


@click.command()
@click.argument("source", metavar="FILE", type=File(exists=True))
@click.option("--offered", is_flag=True, help="Show only what is offered, and not made.")
@CONFIG
@WAIT
@VERBOSE
@DEBUG
@LANG
def choose(source: Path, offered: bool, config_file: Path | None, wait: int, verbose: bool) -> None:
    """Choose what becomes of each card that a note proposes.

    FILE is a note, or a folder of them. Each proposal is shown, and one key says what becomes of
    it, for good: it stands in deckbuilder.choices, which every build reads. Commit that file.

    \b
      t  take: make it, though it is only offered
      l  leave it out
      n  another name: words that stand in the note
      k  another kind: a definition, a list, a comparison, a question
      s  on to the next, as does the space bar
      u  undo the last one
      q  quit

    \b
      deckbuilder choose notes/03-도커.md
      deckbuilder choose notes --offered
    """  # noqa: D301
    config = load(config_file, Path())
    file = choices_of(config)
    if file is None:
        raise ConfigError(
            _(
                "there is no deckbuilder.toml here: choices are kept beside it; make one, it "
                "may be empty, or name one with --config"
            )
        )
    if not _is_terminal():
        raise ChoicesError(
            _(
                "what is typed here comes from no terminal: run deckbuilder choose in one, and "
                "press a key for each proposal; nothing was chosen"
            )
        )
    waiting = patience(wait)
    found = choosing.proposals([source], options(config), file, lock_of(config))
    report([one for one in found.diagnostics if one.severity == Severity.ERROR], verbose=verbose)
    shown = [one.id for one in found.all if _is_shown(one, offered)]
    chosen = _Talk(found, shown, waiting).run()
    said = ngettext("{number} choice", "{number} choices", chosen).format(number=chosen)
    say(Strong(said), f"  {file}" if chosen else "")


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _is_shown(one: Proposal, offered: bool) -> bool:
    """Whether to ask about a proposal: what stands back behind another only if it was chosen."""
    return (
        one.decision != NOTHING or one.state == "offered" or (one.state == "made" and not offered)
    )


@dataclass
class _Talk:
    """Proposals, one after the other, and what was chosen so far."""

    found: Proposals
    shown: list[str]
    patience: Patience
    before: list[tuple[int, Decision | None]] = field(default_factory=list)
    """What was gone on from, and what was chosen there until then; None where nothing is new."""

    def run(self) -> int:
        """Ask about each; how many choices were made."""
        at = 0
        while at < len(self.shown):
            one = self.found.find(self.shown[at])
            self.show(at, one)
            at = self.answer(at, one)
        return sum(decision is not None for _at, decision in self.before)

    def show(self, at: int, one: Proposal) -> None:
        kind = _(one.decision.kind or one.kind)
        front = one.decision.name or one.front
        say(f"{at + 1}/{len(self.shown)}  {one.span}  {kind} ", Strong(front), f"  {_fate(one)}")
        answer = one.answer if len(one.answer) <= SHOWN else f"{one.answer[:SHOWN]}…"
        for line in answer.splitlines():
            say(f"    {line}")
        for what, hint in one.against:
            say(f"    ? {_(what)}; {_(hint)}")
        say(f"    {_(KEYS)}")

    def answer(self, at: int, one: Proposal) -> int:
        """What a key does: the number of the proposal that is asked about next."""
        key = click.getchar().lower().translate(HANGUL)
        acts = {
            "t": self.take,
            "l": self.leave,
            "n": self.rename,
            "k": self.turn,
            "u": self.undo,
            **dict.fromkeys(ON, self.pass_over),
        }
        if key in acts:
            return acts[key](at, one)
        return len(self.shown) if key in QUIT else at

    def take(self, at: int, one: Proposal) -> int:
        return self.choose(at, one, replace(one.decision, take="take"))

    def leave(self, at: int, one: Proposal) -> int:
        return self.choose(at, one, Decision(take="leave"))

    def undo(self, at: int, one: Proposal) -> int:
        del one
        if not self.before:
            return at
        last, decision = self.before.pop()
        if decision is not None:
            self.found = choosing.choose(self.found, self.shown[last], decision, self.patience)
        return last

    def pass_over(self, at: int, one: Proposal) -> int:
        del one
        self.before.append((at, None))
        return at + 1

    def choose(self, at: int, one: Proposal, decision: Decision) -> int:
        self.found = choosing.choose(self.found, one.id, decision, self.patience)
        self.before.append((at, one.decision))
        return at + 1

    def rename(self, at: int, one: Proposal) -> int:
        name = click.prompt(_("its name, in words of the note"), default="", show_default=False)
        if not name.strip():
            return at
        decision = Decision("", name.strip(), one.decision.kind)
        return self.tried(at, one, decision)

    def turn(self, at: int, one: Proposal) -> int:
        if not one.kinds:
            said = _("it cannot be asked as another kind")
            say(f"    {said}", colour="yellow")
            return at
        named = [f"{number} {_(kind)}" for number, kind in enumerate(one.kinds, start=1)]
        say(f"    {'   '.join(named)}")
        pressed = click.getchar()
        number = int(pressed) if pressed in list("123") else 0
        if not 1 <= number <= len(one.kinds):
            return at
        kind = one.kinds[number - 1]
        return self.tried(at, one, Decision("", one.decision.name, kind))

    def tried(self, at: int, one: Proposal, decision: Decision) -> int:
        """Choose; what cannot be is said, and asked once more."""
        try:
            return self.choose(at, one, decision)
        except ChoicesError as error:
            say(f"    {error}", colour="yellow")
            return at


def _fate(one: Proposal) -> str:
    """What becomes of a proposal."""
    if one.decision.take == "take":
        return _("is taken")
    if one.decision.take == "leave":
        return _("is left out")
    return _(STATES["made" if one.made else one.state])
