"""Reader processes: a file that kills, hangs or gorges its reader takes down itself alone, and the order of files holds."""

import hashlib
import io
import multiprocessing
import os
import signal
import time
import zipfile
from collections.abc import Iterable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from ingest import reader_process, reading
from ingest.files import IncomingFile
from ingest.lines import Allowed, Reading
from ingest.read import read
from ingest.readers import Limits, Readers
from ingest.reading import Finished, Outcome, Read, Refused, Same, Task, key_of_outcome

LIMITS = Limits(2, 5.0, 400)
GOOD = "KẾ HOẠCH\nVề tuyển dụng\n1. Tuyển dụng 20 công chức."


def hostile_read(name: str, content: bytes, allowed: Allowed) -> Reading:
    """Reads as ever, but for files that ask for trouble."""
    if b"DIE" in content:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"HANG" in content:
        time.sleep(600)
    if b"LONG" in content:
        assert allowed.tell is not None
        for page in range(1, 9):  # longer in all than a silent file may take
            time.sleep(0.8)
            allowed.tell(page, 8)
    if b"EAT" in content:
        hoard = [bytearray(50_000_000) for _ in range(100)]
        assert hoard
    if b"SLOW" in content:
        time.sleep(0.7)
    return read(name, content, allowed)


def hostile_serve(connection: Connection, memory_mb: int) -> None:
    setattr(reading, "read", hostile_read)  # noqa: B010 - the name is imported there
    reader_process.serve(connection, memory_mb)


def tasks(folder: Path, contents: Sequence[bytes], stored: dict[str, str] | None = None) -> list[Task]:
    (folder / "incoming").mkdir()
    made = []
    for number, content in enumerate(contents):
        path = folder / f"{number}.txt"
        path.write_bytes(content)
        made.append(Task(IncomingFile(path, str(number), path.name), Allowed(), folder / "incoming", stored or {}))
    return made


def told(tasks: Sequence[Task], limits: Limits = LIMITS) -> list[Outcome]:
    with Readers(tasks, limits, hostile_serve) as readers:
        return [o for _, o in readers.outcomes() if isinstance(o, Read | Refused | Same | Finished)]


def said(outcomes: Iterable[Outcome]) -> list[str]:
    """One word an outcome: its key, and the code if it was refused."""
    return [
        f"{key_of_outcome(o)}:{o.aside.code}" if isinstance(o, Refused) else key_of_outcome(o)
        for o in outcomes
        if not isinstance(o, Finished)
    ]


@pytest.mark.parametrize(
    ("trouble", "code"), [(b"DIE", "file-reader-died"), (b"HANG", "file-too-slow"), (b"EAT", "file-too-much-memory")]
)
def test_a_file_that_breaks_its_reader_takes_down_itself_alone(tmp_path: Path, trouble: bytes, code: str) -> None:
    good = GOOD.encode()
    outcomes = told(tasks(tmp_path, [good, trouble, good, good]))
    assert said(outcomes) == ["0", f"1:{code}", "2", "3"]
    refused = next(o for o in outcomes if isinstance(o, Refused))
    assert "1.txt" in refused.aside.reason("vi") and "1.txt" in refused.aside.reason("en")


def test_a_long_file_that_shows_signs_of_life_is_left_to_finish(tmp_path: Path) -> None:
    assert said(told(tasks(tmp_path, [GOOD.encode() + b"\nLONG"]))) == ["0"]


def test_outcomes_come_in_the_order_of_the_files_whoever_was_faster(tmp_path: Path) -> None:
    contents = [GOOD.encode() + (b"\nSLOW" if n % 3 == 0 else b"") for n in range(9)]
    assert said(told(tasks(tmp_path, contents))) == [str(n) for n in range(9)]


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.txt", content)
    return stream.getvalue()


def test_a_file_inside_an_archive_that_breaks_its_reader_leaves_the_rest_of_the_archive(tmp_path: Path) -> None:
    good = GOOD.encode()
    inner = zipped(x=good, y=b"DIE", z=good)
    with zipfile.ZipFile(stream := io.BytesIO(), "w") as archive:
        for name, content in (("a.txt", good), ("b.zip", inner), ("c.txt", b"HANG"), ("d.txt", good)):
            archive.writestr(name, content)
    outcomes = told(tasks(tmp_path, [stream.getvalue(), good]))
    assert said(outcomes) == [
        "0!/a.txt", "0!/b.zip!/x.txt", "0!/b.zip!/y.txt:file-reader-died", "0!/b.zip!/z.txt", "0!/c.txt:file-too-slow",
        "0!/d.txt", "1",
    ]  # fmt: skip
    finished = [o for o in outcomes if isinstance(o, Finished)]
    assert [o.key for o in finished] == ["0", "1"] and all(o.sha256 for o in finished)


def test_a_stored_file_inside_an_archive_is_not_read_again(tmp_path: Path) -> None:
    content = zipped(a=GOOD.encode(), b=b"DIE")
    stored = {"0!/b.txt": hashlib.sha256(b"DIE").hexdigest()}
    outcomes = told(tasks(tmp_path, [content], stored))
    assert said(outcomes) == ["0!/a.txt", "0!/b.txt"] and isinstance(outcomes[1], Same)


def test_leaving_early_ends_the_processes(tmp_path: Path) -> None:
    with Readers(tasks(tmp_path, [GOOD.encode(), b"HANG"]), Limits(2, 600.0, 700), hostile_serve) as readers:
        first = next(o for _, o in readers.outcomes() if isinstance(o, Read))
    assert first.new.document.source.key == "0"
    assert not [p for p in multiprocessing.active_children() if p.is_alive()]
