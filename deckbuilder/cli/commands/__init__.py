"""The commands, a file each."""

from deckbuilder.cli.commands.build import build
from deckbuilder.cli.commands.diff import diff
from deckbuilder.cli.commands.explain import explain
from deckbuilder.cli.commands.lock import make_lock

COMMANDS = (build, diff, explain, make_lock)
