"""Notes read by several processes at once: each gets notes, and gives what is kept of them.

A worker opens no file, prints nothing, and knows nothing of the other notes. What it cannot do, for
whatever reason, it leaves undone, and who asked for it does it: so workers save time, and change
nothing. They are processes of our own making, and none of `multiprocessing`: these would run the
script once more that asks for them, and outlive it where it is killed.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import chain, repeat
from queue import SimpleQueue
from threading import Thread
from typing import NamedTuple

from deckbuilder import language, media
from deckbuilder.api.keeping import Answer, Unread, keep
from deckbuilder.api.options import Options

# Characters of notes from which on a worker pays: to start it takes as long as to read 20,000
# (docs/scaling.md, "Several at once").
PAYS = 25_000
# A worker gets its notes in so many parts, so that none has much to do when the others are done.
PARTS = 8
# What a worker runs: it finds what this process finds, and not what lies in the working folder.
CODE = "import sys; sys.path[:] = {path!r}; from deckbuilder.api import workers; workers.work()"


class Task(NamedTuple):
    """Notes to be read, and how."""

    notes: Sequence[Unread]
    options: Options
    with_kinds: bool
    language: str
    """Of the messages."""

    @property
    def size(self) -> int:
        """How much there is to read."""
        return sum(note.size for note in self.notes)


@contextmanager
def answers(
    notes: Sequence[Unread], options: Options, jobs: int, *, with_kinds: bool
) -> Iterator[Iterator[Answer]]:
    """What workers make of notes, in the order of these; nothing at all where they do not pay.

    They end with the block, however that ends.

    Args:
        notes: what is to be read.
        options: what is chosen of the deck.
        jobs: how many processes may read at once.
        with_kinds: say of each proposal which other kinds it can be asked as.
    """
    size = sum(note.size for note in notes)
    number = min(jobs, len(notes), size // PAYS)
    if number < 2:
        yield repeat(None)
        return
    bare = [note.bare for note in notes]
    said = (replace(options, choices=()), with_kinds, language.spoken())
    usual = size // (number * PARTS) + 1
    tasks = [Task(part, *said) for part in _parts(bare, usual)]
    # In the order in which they are waited for; but what is large first, not to be left at the end.
    order = sorted(tasks, key=lambda task: -(task.size // (2 * usual)))
    with _started(number) as workers, _asking(workers) as ask:
        if not workers:
            yield repeat(None)
            return
        asked = {id(task): ask(task) for task in order}
        yield chain.from_iterable(asked[id(task)].get() for task in tasks)


def _parts(notes: Sequence[Unread], size: int) -> list[list[Unread]]:
    """Notes that follow each other, about so much of them in a part."""
    parts: list[list[Unread]] = []
    room = 0
    for note in notes:
        if room <= 0:
            parts.append([])
            room = size
        parts[-1].append(note)
        room -= note.size
    return parts


# --- in the process that asks ---------------------------------------------------------------------

Worker = subprocess.Popen[bytes]
Answers = SimpleQueue[Sequence[Answer]]
"""Where the answers to a task come, all at once."""


@contextmanager
def _started(number: int) -> Iterator[Sequence[Worker]]:
    """So many workers, or as many as the system lets start."""
    workers: list[Worker] = []
    try:
        with suppress(OSError):
            for _ in range(number):
                workers.append(_start())
        yield workers
    finally:
        for worker in workers:
            worker.kill()
        for worker in workers:
            with suppress(OSError), worker:  # what it was not sent is not to be sent any more
                pass


def _start() -> Worker:
    return subprocess.Popen(
        [sys.executable, "-P", "-c", CODE.format(path=sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Ctrl-C is not for them: it ends this process, and that ends them.
        process_group=None if sys.platform == "win32" else 0,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


@contextmanager
def _asking(workers: Sequence[Worker]) -> Iterator[Callable[[Task], Answers]]:
    """Asks whichever of the workers is idle; one that has died is asked nothing more.

    A thread waits for each of them. What they share with this one are queues in C, in which Ctrl-C
    leaves nothing locked, as it may in a `ThreadPoolExecutor`; and nobody waits for their end.
    """
    asked: SimpleQueue[tuple[Task, Answers] | None] = SimpleQueue()
    living = set(workers)

    def wait_for(worker: Worker) -> None:
        while one := asked.get():
            task, answers = one
            found: Sequence[Answer] = [None] * len(task.notes)
            if worker in living:
                try:
                    found = _asked(worker, task)
                except Exception:  # it has died, or what it sends is no answer
                    living.discard(worker)
            answers.put(found)
            if living and worker not in living:
                return  # the others do the rest; where there is none left, all is left undone

    def ask(task: Task) -> Answers:
        answers: Answers = SimpleQueue()
        asked.put((task, answers))
        return answers

    try:
        for worker in workers:
            Thread(target=wait_for, args=(worker,), daemon=True).start()
        yield ask
    finally:
        for _ in workers:
            asked.put(None)


def _asked(worker: Worker, task: Task) -> Sequence[Answer]:
    assert worker.stdin
    assert worker.stdout
    worker.stdin.write(pickle.dumps(task, pickle.HIGHEST_PROTOCOL))
    worker.stdin.flush()
    found: Sequence[Answer] = pickle.load(worker.stdout)
    return found


# --- in a worker ----------------------------------------------------------------------------------


def work() -> None:
    """Be a worker: do the tasks that come in, one by one, until this process is ended."""
    gc.disable()  # as in `cli.run`
    tasks: SimpleQueue[Task] = SimpleQueue()
    Thread(target=_receive, args=(tasks,), daemon=True).start()
    while True:
        pickle.dump(_done(tasks.get()), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
        sys.stdout.buffer.flush()


def _receive(tasks: SimpleQueue[Task]) -> None:
    """Take in what comes; where who asks has ended, in whatever way, end at once."""
    try:
        while True:
            tasks.put(pickle.load(sys.stdin.buffer))
    finally:
        os._exit(0)


def _done(task: Task) -> list[Answer]:
    language.use(task.language)
    return [_answer(note, task) for note in task.notes]


def _answer(note: Unread, task: Task) -> Answer:
    from deckbuilder.api.reading import anew  # noqa: PLC0415 - the process that asks does without

    with suppress(Exception):  # a fault is told by the process that asks, which meets it, too
        now = anew(
            note.document,
            task.options,
            media.Digests(),
            note.decisions,
            with_kinds=task.with_kinds,
        )
        kept = keep(now.reading, now.asked, now.shown)
        return pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)
    return None
