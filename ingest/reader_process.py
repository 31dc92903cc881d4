"""The process in which files are read: takes tasks, sends outcomes. A file that breaks it takes down nothing else.

Its memory is limited, and it ends with its parent.
"""

import ctypes
import os
import resource
import signal
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection

from ingest.reading import Began, Outcome, PageRead, Task, outcomes

_PR_SET_PDEATHSIG = 1


def serve(connection: Connection, memory_mb: int) -> None:
    """Works until the parent closes the connection or ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the run to handle
    _quiet()
    _end_with_parent()
    _limit_memory(memory_mb)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the parent is done, or gone
        while True:
            _work(connection, connection.recv())


def _work(connection: Connection, task: Task) -> None:
    sending = threading.Lock()
    current = task.file.key

    def send(outcome: Outcome) -> None:
        with sending:
            connection.send(outcome)

    def tell(page: int, pages: int) -> None:
        send(PageRead(current, page, pages))

    for outcome in outcomes(replace(task, allowed=replace(task.allowed, tell=tell))):
        if isinstance(outcome, Began):
            current = outcome.key
        send(outcome)


def _quiet() -> None:
    """What the C libraries below print about odd files is not for our users."""
    sink = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # gone, closed, or none at all (None)
            stream.flush()
    os.dup2(sink, 1)
    os.dup2(sink, 2)


def _end_with_parent() -> None:
    """A reader that hangs in C code would outlive a parent that was killed; Linux can be asked to end it too."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit_memory(megabytes: int) -> None:
    limit = megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
