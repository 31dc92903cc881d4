"""One ingestion in a process of its own, measured: `ingestion` starts it. Loads heavy rooms only where it needs them.

The reader processes import this module too, as their main one: what stands at its top is in their memory.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.corpus import Corpus

_EVERY = 0.2  # seconds between two looks at the memory


class Peak:
    """The most memory that this process and those it started have held together, in MB (shared pages counted once)."""

    def __init__(self) -> None:
        self.megabytes = 0.0
        self._stop = threading.Event()

    @contextmanager
    def watching(self) -> Iterator["Peak"]:
        """Looks every now and then until the block ends."""
        thread = threading.Thread(target=self._watch, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._stop.set()
            thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(_EVERY):
            self.megabytes = max(self.megabytes, sum(map(_held, _family(os.getpid()))))


def _family(process: int) -> list[int]:
    """A process and all that it started, and they in turn."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, parent = int(stat.parent.name), int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
        children.setdefault(parent, []).append(pid)
    family = [process]
    for member in family:
        family.extend(children.get(member, []))
    return family


def _held(process: int) -> float:
    try:
        lines = (Path("/proc") / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("Pss:")), 0.0)


def run(documents: Path, data: Path, *, bare: bool) -> dict[str, object]:
    """Ingests; with `bare`, the same windows are embedded once more in one call and nothing else, after it."""
    from corpus.corpus import Corpus
    from corpus.settings import read_settings
    from ingest.job import Options, files_under, ingest

    corpus = Corpus(read_settings(data))
    if bare:
        corpus.embedding.get_query_embedding("-")  # the model's own loading is in neither time
    began = time.monotonic()
    with Peak().watching() as peak, corpus.writing():
        summary = ingest(corpus, files_under([documents]), options=Options(roots=(documents,)))
    seconds = time.monotonic() - began
    told: dict[str, object] = {
        "seconds": seconds,
        "files": len(summary.files),
        "set_aside": len(summary.set_aside),
        "unchanged": summary.unchanged,
        "passages": summary.passages,
        "peak_mb": peak.megabytes,
    }
    if bare:
        told["bare_seconds"] = _embedded(corpus)
    corpus.close()
    return told


def _embedded(corpus: "Corpus") -> float:
    windows = [
        corpus.library.text(entry.revision)[w.start : w.end]
        for entry in corpus.library.entries()
        for w in corpus.library.windows_of(entry.revision)
    ]
    began = time.monotonic()
    corpus.embedding.get_text_embedding_batch(windows)
    return time.monotonic() - began


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), Path(sys.argv[2]), bare="--bare" in sys.argv)))
