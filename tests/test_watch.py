"""A watched folder: each burst of changes is told once, hidden and lock files are not, other folders are not."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from ingest.watch import changes

LONG = 30.0  # seconds until a test gives up


@pytest.fixture
def bursts(tmp_path: Path) -> Iterator["Queue[int]"]:
    folder, stop, told = tmp_path / ".shared" / "files", threading.Event(), Queue[int]()
    folder.mkdir(parents=True)

    def watch() -> None:
        for number, _ in enumerate(changes([folder], stop)):
            told.put(number)

    thread = threading.Thread(target=watch)
    thread.start()
    assert told.get(timeout=LONG) == 0  # the first comes by itself
    time.sleep(1)  # the operating system takes a moment to begin watching
    yield told
    stop.set()
    thread.join(LONG)
    assert not thread.is_alive()


def test_a_new_file_is_told_once(tmp_path: Path, bursts: "Queue[int]") -> None:
    for piece in range(5):  # a slow copy
        with (tmp_path / ".shared" / "files" / "a.txt").open("a") as file:
            file.write(f"{piece}\n")
        time.sleep(0.1)
    assert bursts.get(timeout=LONG) == 1
    with pytest.raises(Empty):
        bursts.get(timeout=3)
    (tmp_path / ".shared" / "files" / "a.txt").unlink()
    assert bursts.get(timeout=LONG) == 2


def test_what_does_not_concern_the_folder_is_not_told(tmp_path: Path, bursts: "Queue[int]") -> None:
    (tmp_path / ".shared" / "files" / ".hidden").write_text("x")
    (tmp_path / ".shared" / "files" / "~$lock.docx").write_text("x")
    (tmp_path / ".shared" / "other.txt").write_text("x")
    with pytest.raises(Empty):
        bursts.get(timeout=4)
