"""Several reader processes at a time: hands out files, gives outcomes back in the order of the files.

A process that dies, hangs or wants too much memory costs the one file it was at: that file is refused with the reason,
and another process goes on. Knows nothing of what is in the files.
"""

import multiprocessing
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess

from corpus.rows import SetAside
from ingest.files import IncomingFile
from ingest.reader_process import serve
from ingest.reading import Began, Finished, Outcome, PageRead, Read, Refused, Task, key_of_outcome

_AHEAD_FILES = 64  # read before their turn comes
_AHEAD_CHARACTERS = 4_000_000
_RECYCLED = 300  # files after which a process makes room for a fresh one: libraries leak
_TICK = 0.5  # seconds
_PRELOADED = [
    "__main__",
    "ingest.reader_process",
    "ingest.pdf.read_pdf",
    "ingest.word.read_docx",
    "ingest.web.read_html",
]


@dataclass(frozen=True, slots=True)
class Limits:
    """How many processes, how long one may be silent, and how much memory each may have."""

    processes: int
    seconds: float
    memory_mb: int


@dataclass(slots=True)
class _Reader:
    """One process and what it is doing."""

    process: BaseProcess
    connection: Connection
    number: int | None = None  # of the task
    heard: float = 0.0
    at: Began | None = None
    told: set[str] = field(default_factory=set)  # keys of the task's documents that have come out already
    done: int = 0


@dataclass(slots=True)
class _Waiting:
    """The outcomes of one file that nobody has taken yet."""

    outcomes: deque[Outcome] = field(default_factory=deque)
    complete: bool = False


class Readers:
    """Reads files in processes of their own. Use as a context: leaving it ends the processes."""

    def __init__(self, tasks: Sequence[Task], limits: Limits, work: Callable[[Connection, int], None] = serve) -> None:
        self._tasks = list(tasks)
        self._work = work
        self._limits = limits
        self._context = _context()
        self._readers: list[_Reader] = []
        self._next = 0
        self._turn = 0
        self._ahead = 0
        self._waiting: dict[int, _Waiting] = {}
        self._changed = threading.Condition()
        self._stopping = False
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="readers", daemon=True)

    def __enter__(self) -> "Readers":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join()

    def outcomes(self) -> Iterator[tuple[IncomingFile, Outcome]]:
        """Every outcome of every file, in the order of the files whoever was faster."""
        for turn, task in enumerate(self._tasks):
            with self._changed:
                self._turn = turn
            while (outcome := self._take(turn)) is not None:
                yield task.file, outcome

    def _take(self, turn: int) -> Outcome | None:
        with self._changed:
            while True:
                if self._failure is not None:
                    raise self._failure
                waiting = self._waiting.get(turn)
                if waiting is not None and waiting.outcomes:
                    outcome = waiting.outcomes.popleft()
                    self._ahead -= _weight(outcome)
                    self._changed.notify_all()
                    return outcome
                if waiting is not None and waiting.complete:
                    del self._waiting[turn]
                    return None
                self._changed.wait()

    # --- the thread that talks to the processes ----------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while not self._stopping and (self._next < len(self._tasks) or self._busy()):
                self._hand_out()
                self._listen()
                self._end_overdue()
        except BaseException as error:  # whatever it is, the run that waits must hear of it
            with self._changed:
                self._failure = error
        finally:
            with self._changed:
                self._changed.notify_all()
            for reader in self._readers:
                _end(reader)

    def _busy(self) -> list[_Reader]:
        return [r for r in self._readers if r.number is not None]

    def _hand_out(self) -> None:
        while self._next < len(self._tasks) and not self._far_ahead():
            idle = next((r for r in self._readers if r.number is None), None)
            if idle is None:
                if len(self._readers) >= self._limits.processes:
                    return
                idle = self._started()
            self._give(idle, self._next)
            self._next += 1

    def _far_ahead(self) -> bool:
        return self._next - self._turn >= _AHEAD_FILES or (
            self._ahead > _AHEAD_CHARACTERS and self._next > self._turn and self._turn in self._waiting
        )

    def _give(self, reader: _Reader, number: int) -> None:
        reader.number, reader.heard, reader.at, reader.told = number, time.monotonic(), None, set()
        with self._changed:
            self._waiting.setdefault(number, _Waiting())
        reader.connection.send(self._tasks[number])

    def _listen(self) -> None:
        # one that has sent much that nobody has taken is left to wait, unless it is its turn
        heard = [r for r in self._busy() if r.number == self._turn or self._ahead <= _AHEAD_CHARACTERS]
        if not heard:
            with self._changed:
                self._changed.wait(_TICK)
            return
        by_connection = {r.connection: r for r in heard}
        for ready in wait(list(by_connection), _TICK):
            assert isinstance(ready, Connection)
            reader = by_connection[ready]
            try:
                self._received(reader, ready.recv())
            except (EOFError, ConnectionResetError):
                self._lost(reader, "file-reader-died")

    def _received(self, reader: _Reader, outcome: Outcome) -> None:
        reader.heard = time.monotonic()
        if isinstance(outcome, Began):
            reader.at = outcome
        elif not isinstance(outcome, PageRead | Finished):
            reader.told.add(key_of_outcome(outcome))
        assert reader.number is not None
        self._put(reader.number, outcome)
        if isinstance(outcome, Finished):
            self._complete(reader)
            reader.done += 1
            if reader.done >= _RECYCLED:
                self._dismiss(reader)

    def _put(self, number: int, outcome: Outcome) -> None:
        with self._changed:
            self._waiting[number].outcomes.append(outcome)
            self._ahead += _weight(outcome)
            self._changed.notify_all()

    def _complete(self, reader: _Reader) -> None:
        with self._changed:
            assert reader.number is not None
            self._waiting[reader.number].complete = True
            reader.number = None
            self._changed.notify_all()

    def _end_overdue(self) -> None:
        now = time.monotonic()
        for reader in self._busy():
            if now - reader.heard > self._limits.seconds and not reader.connection.poll():
                self._lost(reader, "file-too-slow")

    def _lost(self, reader: _Reader, code: str) -> None:
        """The process is gone, or is sent away: the file it was at is refused, the rest of its archive goes on."""
        number = reader.number
        assert number is not None
        task, at = self._tasks[number], reader.at
        key, name = (at.key, at.name) if at is not None else (task.file.key, task.file.name)
        facts = {"name": name, "seconds": f"{self._limits.seconds:.0f}", "memory_mb": str(self._limits.memory_mb)}
        self._put(number, Refused(SetAside(key, name, "", code, facts), 0))
        self._dismiss(reader)
        if key == task.file.key:
            self._put(number, Finished(key, "", 0))
            with self._changed:
                self._waiting[number].complete = True
                self._changed.notify_all()
        else:
            self._tasks[number] = replace(task, passed={*task.passed, *reader.told}, broken={*task.broken, key})
            self._give(self._started(), number)

    def _started(self) -> _Reader:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=self._work, args=(theirs, self._limits.memory_mb), daemon=True)
        process.start()
        theirs.close()
        reader = _Reader(process, ours)
        self._readers.append(reader)
        return reader

    def _dismiss(self, reader: _Reader) -> None:
        self._readers.remove(reader)
        _end(reader)


def _context() -> ForkServerContext:
    """Processes forked from one that has the readers loaded and nothing else: quick to start, free of our threads."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _end(reader: _Reader) -> None:
    reader.connection.close()
    if reader.process.is_alive():
        reader.process.kill()
    reader.process.join()


def _weight(outcome: Outcome) -> int:
    return len(outcome.new.document.text) if isinstance(outcome, Read) else 0
