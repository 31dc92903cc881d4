"""Damaged, encrypted and fuzzed files of others: they are read, or refused with a reason, and never crash or hang the run.

Every twelfth file; the material lies beside the repository (or where VANBAN_SHARED says), and the test fails without it.
"""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from corpus.errors import FileError
from corpus.messages import MESSAGES
from ingest.job import IncomingFile, document_of

HOSTILE = Path(os.environ.get("VANBAN_SHARED", Path(__file__).parent.parent.parent / "shared")) / "hostile"
LIMIT = 20  # seconds a file


class Late(BaseException):
    """The time is up."""


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise Late

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def outcome(path: Path) -> str:
    content = path.read_bytes()
    try:
        with time_limit(LIMIT):
            new = document_of(IncomingFile(path, str(path), path.name), content, "0")
    except FileError as error:
        assert error.text("vi") and error.text("en")
        return error.code
    except Late:
        return f"more than {LIMIT} s"
    text = new.document.text
    assert all(text[p.start : p.end].strip() for p in new.passages)
    return "read"


def test_hostile_files_are_read_or_refused_with_a_reason() -> None:
    assert HOSTILE.is_dir(), f"the test material is missing: {HOSTILE}"
    rows = [json.loads(line) for line in (HOSTILE / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    results = {row["file"]: outcome(HOSTILE / row["file"]) for row in rows[::12]}
    assert len(results) > 40
    assert {file: said for file, said in results.items() if said != "read" and said not in MESSAGES} == {}
    assert len(set(results.values())) > 3  # some are read, some broken, some locked, some empty
