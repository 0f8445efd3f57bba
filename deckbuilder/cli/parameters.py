"""What arguments and options may be."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from deckbuilder.model import fault


class File(click.Path):
    """A path; an empty one is a variable of a script that was never set, not the working folder."""

    def __init__(self, **options: Any) -> None:
        super().__init__(path_type=Path, **options)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """Refuse what is empty.

        Raises:
            click.BadParameter: it is, or click takes it for none.
        """
        if not os.fspath(value):
            self.fail("it is empty; name a file or a folder", param, ctx)
        return super().convert(value, param, ctx)


class Name(click.ParamType[str]):
    """A text that can name something."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what is empty or has characters that nobody sees.

        Raises:
            click.BadParameter: it is or does.
        """
        why = fault(value)
        if why:
            self.fail(f"it {why}; write a text", param, ctx)
        return str(value)
