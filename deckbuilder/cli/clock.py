"""The time of what is new or has changed."""

from __future__ import annotations

import os
import re
import time
from datetime import UTC, datetime
from pathlib import Path

from deckbuilder.config import ConfigError
from deckbuilder.language import _

# The clocks of two machines may differ by so much, in seconds.
AHEAD = 2 * 86_400


def now(last: int, lock_file: Path | None) -> int:
    """Seconds since 1970; `SOURCE_DATE_EPOCH` (reproducible-builds.org) wins.

    In the very second of the last change it waits for the next one: what changes now has to be
    newer than that, and may not lie in the future.

    Args:
        last: when anything in the lock last changed; 0 for never.
        lock_file: what messages call it.

    Raises:
        ConfigError: `SOURCE_DATE_EPOCH` is no time, or the lock is of the future.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed and not re.fullmatch(r"[0-9]{1,11}", fixed):
        raise ConfigError(
            _(
                "SOURCE_DATE_EPOCH is '{fixed}', which is no time; set it to seconds since "
                "1970, or unset it"
            ).format(fixed=fixed)
        )
    _refuse_future(last, int(fixed or 0), lock_file)
    if fixed:
        return int(fixed)
    wait = last + 1 - time.time()
    if 0 < wait <= 1:
        time.sleep(wait)
    return int(time.time())


def _refuse_future(last: int, fixed: int, lock_file: Path | None) -> None:
    here = int(time.time())
    if last <= max(here, fixed) + AHEAD:
        return
    raise ConfigError(
        _(
            "{lock_file}: its last change is of {day}, and this computer's clock says {day2}\n "
            "   If this clock is wrong, set it, and try again.\n    If that one was, take back "
            "the last good lock and the deck of it, and build again: from a deck of the "
            "future, a student's own\n    edits are overwritten with every release.\n    If "
            "students have that deck already, keep the lock, as Anki takes only what is newer, "
            "and build with SOURCE_DATE_EPOCH={last}."
        ).format(lock_file=lock_file, day=_day(last), day2=_day(here), last=last + 1)
    )


def _day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d")
