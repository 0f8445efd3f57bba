"""`deckbuilder.toml`, or `[tool.deckbuilder]` in pyproject.toml, validated."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from deckbuilder import files
from deckbuilder.config.keys import unknown, validate
from deckbuilder.config.settings import Config
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _, theirs

__all__ = ["DEFAULT_SOURCES", "FILE", "PYPROJECT", "Config", "ConfigError", "load", "unknown"]

FILE = "deckbuilder.toml"
PYPROJECT = "pyproject.toml"
DEFAULT_SOURCES = (Path("notes"),)


class ConfigError(DeckbuilderError):
    """The configuration cannot be used; the message names the file, the key and the remedy."""


def load(file: Path | None, folder: Path) -> Config:
    """Read the configuration.

    Args:
        file: the file to read, or None to look for one.
        folder: where to look; the nearest `deckbuilder.toml`, or pyproject.toml with a
            `[tool.deckbuilder]` table, in it or above it counts.

    Returns:
        the settings, paths relative to `folder` or absolute; the defaults where there is no file.

    Raises:
        ConfigError: the file is missing, no TOML, or has an unknown key or a wrong value.
    """
    if file is not None:
        table = _table(file)
        return _settings(file, table if table is not None else {})
    for above in (folder, *folder.resolve().parents):
        for name in (FILE, PYPROJECT):
            candidate = above / name
            # What cannot be read is no reason to build as if there were no project.
            there = os.path.lexists(candidate)
            if there and (table := _table(candidate)) is not None:
                return _settings(candidate, table)
    return Config()


def _settings(file: Path, table: dict[str, Any]) -> Config:
    found, wrong = validate(table)
    if wrong:
        raise ConfigError("\n".join(f"{file}: {said}" for said in wrong))
    return found.of(file)


def _table(file: Path) -> dict[str, Any] | None:
    """The settings in a file; None where pyproject.toml has none."""
    try:
        data = tomllib.loads(files.read(file).decode("utf-8-sig"))
    except OSError as error:
        why, hint = files.fault(file, error)
        raise ConfigError(
            _("{file}: cannot be read: {why}; {hint}").format(file=file, why=why, hint=hint)
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(_("{file}: is not UTF-8; save it as UTF-8").format(file=file)) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            _("{file}: is not TOML: {error}; mend that line").format(
                file=file, error=theirs(str(error))
            )
        ) from error
    except ValueError as error:
        raise ConfigError(
            _("{file}: holds a number of too many digits; take it out").format(file=file)
        ) from error
    except RecursionError as error:
        raise ConfigError(
            _("{file}: is nested too deeply; mend its brackets").format(file=file)
        ) from error
    if file.name != PYPROJECT:
        return data
    tool = data.get("tool", {})
    if not isinstance(tool, dict) or not isinstance(tool.get("deckbuilder", {}), dict):
        raise ConfigError(
            _("{file}: 'tool.deckbuilder' is no table; write [tool.deckbuilder]").format(file=file)
        )
    table: dict[str, Any] | None = tool.get("deckbuilder")
    return table
