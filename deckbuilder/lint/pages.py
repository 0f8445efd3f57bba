"""What there is to say of a code, as a page: what it means, what to do, a bad and a good note."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.language import _
from deckbuilder.lint.codes import KNOWN, Code


def page(name: str) -> str:
    """The page of a code as Markdown, in the language that is spoken.

    Raises:
        KeyError: there is no such code.
    """
    return "\n".join(_page(KNOWN[name]))


def _page(code: Code) -> Iterator[str]:
    usual = "" if code.usual else ", " + _("looked for with --all only")
    yield from (f"# {code.name}", "", f"*{_(code.severity.value)}{usual}*", "")
    yield from (f"> {code.said}", ">", f"> {code.advised}", "")
    yield from (_(code.about), "")
    for title, note in ((_("Found in"), code.bad), (_("Not found in"), code.good)):
        if note:
            yield from (f"## {title}", "", "````markdown", note.rstrip("\n"), "````", "")
    if code.beside:
        lying = ", ".join(f"`{file}` ({size:,} B)" for file, size in code.beside.items())
        yield from (_("Beside it lie: {files}").format(files=lying), "")
    away = _("To leave it out")
    yield from (f"## {away}", "", *_unsaid(code.name))


def _unsaid(name: str) -> Iterator[str]:
    yield _("For one line, at its end or above it; below a heading for all beneath that:")
    yield from ("", "```markdown", f"<!-- deckbuilder: ignore {name} -->", "```", "")
    yield _("For all notes, in `deckbuilder.toml`:")
    yield from ("", "```toml", "[check]", f'ignore = ["{name}"]', "```")
