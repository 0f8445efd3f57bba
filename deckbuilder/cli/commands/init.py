"""deckbuilder init: a project to begin with."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from deckbuilder.cli.parameters import File
from deckbuilder.cli.printing import Strong, say
from deckbuilder.cli.speaking import LANG
from deckbuilder.language import _
from deckbuilder.starter import WORKFLOW, Made, start
from deckbuilder.starter.installed import Installed, installed

COMMIT = "git init && git add . && git commit -m"


@click.command()
@click.argument("folder", default=".", type=File(file_okay=False))
@LANG
def init(folder: Path) -> None:
    """Make a new project: settings, a note to begin with, and what git and GitHub need.

    FOLDER is made where there is none; without it, the project is made here. A file that is there
    is never written over, and where there are notes already, no other is added.

    \b
      deckbuilder init 운영체제         a new folder
      deckbuilder init                  the folder that you are in

    The workflow checks the notes on GitHub with every push; on a tag (git tag v1.0) it publishes
    the deck there, with release notes in Korean.
    """  # noqa: D301 - \b is click's mark for lines that are not to be wrapped
    source = installed()
    _report(folder, start(folder, source), source)


def _report(folder: Path, files: list[Made], source: Installed) -> None:
    for made in files:
        if made.why_not:
            say(_("left  {file}: {why}").format(file=made.file, why=made.why_not))
        else:
            say(Strong(_("made")), f"  {made.file}")
    written = {made.file for made in files if not made.why_not}
    if source.missing and folder / WORKFLOW in written:
        say(
            _(
                "The workflow installs {wheel}: put the wheel of the release there, and commit it."
            ).format(wheel=folder / source.what)
        )
    say("")
    say(_("What comes next:"))
    if folder != Path():
        say(f"    cd {shlex.quote(str(folder))}")
    message = _("The first deck")
    for line in ("deckbuilder preview --open", "deckbuilder build", f"{COMMIT} '{message}'"):
        say(f"    {line}")
