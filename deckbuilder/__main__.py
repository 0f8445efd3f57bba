"""The command `deckbuilder`, which is `python -m deckbuilder`, too."""

from __future__ import annotations

import os
import signal
from types import FrameType

ABORTED = 128 + signal.SIGINT  # as shells say it


def main() -> None:
    """Run the command.

    Ctrl-C ends it from the first moment on, as all that it imports takes a while; until then
    nothing has begun that could be left half done.
    """
    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # nohup has it ignored
    if heard:
        signal.signal(signal.SIGINT, _aborted)
    from deckbuilder.cli import run  # noqa: PLC0415 - only now that Ctrl-C is looked after

    try:
        if heard:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        run()
    except SystemExit:
        raise  # click has said already why it ends
    except BaseException as error:
        if _is_of_ctrl_c(error):  # where click does not look for it
            _aborted(signal.SIGINT, None)
        raise
    finally:
        if heard:
            signal.signal(signal.SIGINT, _aborted)


def _is_of_ctrl_c(error: BaseException | None) -> bool:
    """Whether Ctrl-C is behind an error: where a class is made, Python 3.11 raises another one."""
    while error and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _aborted(number: int, frame: FrameType | None) -> None:
    """End at once: an exception may be lost in a module that is being imported."""
    del number, frame
    try:
        os.write(2, b"\nAborted.\n")
    finally:
        os._exit(ABORTED)


if __name__ == "__main__":
    main()
