"""deckbuilder preview: the cards to look at in a browser."""

from __future__ import annotations

import gc
import sys
import threading
import webbrowser
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import click

from deckbuilder import api, watching
from deckbuilder.cli.parameters import CONFIG, JOBS, File, Name
from deckbuilder.cli.printing import ABORTED, Strong, say, say_error
from deckbuilder.cli.speaking import LANG
from deckbuilder.cli.viewing import View
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _, ngettext, system
from deckbuilder.preview.data import data
from deckbuilder.preview.page import inlined, page
from deckbuilder.preview.server import Site, address, serving
from deckbuilder.sources import shown

OUTPUT = Path("build", "preview.html")

# What a page of ours has in its head.
MARK = b'<meta name="generator" content="deckbuilder">'


@click.command()
@click.argument("sources", nargs=-1, type=File(readable=False))
@click.option(
    "-o",
    "--output",
    type=File(dir_okay=False),
    default=OUTPUT,
    show_default=True,
    help="The page to write.",
)
@click.option(
    "--serve",
    is_flag=True,
    help="Write no page, but show it on this machine, and anew whenever a note is saved.",
)
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    metavar="NUMBER",
    default=0,
    help="Where --serve listens.  [default: any port that is free]",
)
@click.option(
    "--since",
    type=Name(),
    metavar="REVISION",
    help="The git revision to compare with.  [default: the last commit, else the last build]",
)
@CONFIG
@JOBS
@LANG
def preview(
    sources: tuple[Path, ...],
    output: Path,
    serve: bool,
    opens: bool,
    port: int,
    since: str | None,
    config_file: Path | None,
    jobs: int,
) -> None:
    """Look at the cards, before anybody learns them.

    One page shows all cards as Anki does, front and back, with what became of each line of the
    notes, what was left out and why, and what has changed since the last release. It is one file
    that asks the web for nothing. Keys: space turns a card over, the arrows go on, / searches, ?
    tells the rest.

    \b
      deckbuilder preview                         notes/, to build/preview.html
      deckbuilder preview 운영체제.md --open      one note, in the browser
      deckbuilder preview --serve --open          while you write
    """  # noqa: D301
    view = View(sources, config_file, since, jobs)
    if serve:
        _serve(view, port, opens)
    else:
        _write(view, output, opens)


def _write(view: View, output: Path, opens: bool) -> None:
    with ExitStack() as opened:
        found = view.look(opened)
        content = page(data(found, inlined((*found.files, *found.fonts))))
    _refuse_what_is_no_page(output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(content, encoding="utf-8")
    except OSError as error:
        raise DeckbuilderError(
            _("{path}: cannot be written: {why}; name another file with -o").format(
                path=output, why=system(error)
            )
        ) from error
    _say_what(found)
    say(Strong(_("page")), f"  {output}")
    if opens:
        webbrowser.open(output.resolve().as_uri())


def _refuse_what_is_no_page(output: Path) -> None:
    """Write over nothing but a page: `-o` is easily given a note or the deck.

    Raises:
        DeckbuilderError: it is, or would be called, something else.
    """
    if output.suffix.lower() not in {".html", ".htm"}:
        raise DeckbuilderError(
            _("{path}: a page is called .html; choose such a name").format(path=output)
        )
    try:
        there = output.read_bytes()
    except OSError:
        return  # there is none, or writing tells what is wrong
    if MARK not in there:
        raise DeckbuilderError(
            _("{path}: there is another page of that name; choose another").format(path=output)
        )


def _serve(view: View, port: int, opens: bool) -> None:
    saves = watching.saves(view.watched)
    choosing = view.choices is not None
    site = Site(partial(view.look, choosing=choosing), choosing=choosing)
    try:
        server = serving(site, port)
    except OSError as error:
        raise DeckbuilderError(
            _("port {port} cannot be used: {why}; name another with --port").format(
                port=port, why=system(error)
            )
        ) from error
    gc.enable()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(Strong(_("page")), f"  {address(server)}")
    say(_("Ctrl-C ends it."))
    if opens:
        webbrowser.open(address(server))
    try:
        for saved in saves:
            try:
                site.renew()
            except DeckbuilderError as error:
                say_error(str(error))
            else:
                say(_("read anew: {path}").format(path=shown(saved[0])))
    except KeyboardInterrupt:
        sys.exit(ABORTED)
    finally:
        server.shutdown()
        site.close()


def _say_what(found: api.Look) -> None:
    notes, cards = len(found.readings), sum(not shown.offered for shown in found.shown)
    said = ngettext("{number} note file read", "{number} note files read", notes)
    asks = ngettext("{number} note of the deck", "{number} notes of the deck", cards)
    say(f"{said.format(number=f'{notes:,}')}, {asks.format(number=f'{cards:,}')}")
