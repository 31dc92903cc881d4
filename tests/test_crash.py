"""A crash at any moment leaves nothing half-written to be seen, and the next run clears it away: nothing lost, nothing doubled."""

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from corpus.corpus import Corpus
from corpus.document import Document
from corpus.incoming import FileDone
from corpus.keywords import Entry as Words
from corpus.keywords import Keywords
from corpus.library import Library
from corpus.packing import Floats
from corpus.passage import Window
from corpus.register_filters import DutyFilter
from corpus.registers import Duty, Registers, Span
from corpus.vectors import Vectors
from ingest import reading
from ingest.job import IncomingFile, files_under, ingest
from tests.conftest import FEW, OpenCorpus

OLD = "Số: 12/KH-UBND\nngày 05 tháng 3 năm 2025\nKẾ HOẠCH\nVề tuyển dụng\n1. Tuyển dụng 20 công chức."
NEW = "Số: 12/KH-UBND\nngày 05 tháng 3 năm 2025\nKẾ HOẠCH\nVề luân chuyển\n1. Luân chuyển 30 lãnh đạo."


class Crash(BaseException):
    """The power goes out."""


class CrashingVectors(Vectors):
    after = False

    def add(self, windows: Mapping[int, Sequence[Window]], vectors: Floats) -> None:
        if self.after:
            super().add(windows, vectors)
        raise Crash

    def __init__(self, of: Vectors, *, after: bool) -> None:
        self.__dict__.update(of.__dict__)
        self.after = after


class CrashingKeywords(Keywords):
    def __init__(self, of: Keywords, *, after: bool) -> None:
        self.__dict__.update(of.__dict__)
        self.after = after

    def add(self, entries: Mapping[int, Sequence[Words]]) -> None:
        if self.after:
            super().add(entries)
        raise Crash


class CrashingLibrary(Library):
    def __init__(self, of: Library, *, after: bool) -> None:
        self.__dict__.update(of.__dict__)
        self.after = after

    def publish(self, revisions: Iterable[int], done: Iterable[FileDone] = (), words: str | None = None) -> None:
        if self.after:
            super().publish(revisions, done, words)
        raise Crash


def break_off(corpus: Corpus, store: str, *, after: bool) -> None:
    if store == "vectors":
        corpus.vectors = CrashingVectors(corpus.vectors, after=after)
    elif store == "words":
        corpus.keywords = CrashingKeywords(corpus.keywords, after=after)
    else:
        corpus.library = CrashingLibrary(corpus.library, after=after)


def run(corpus: Corpus, folder: Path) -> None:
    with corpus.writing():
        ingest(corpus, files_under([folder]))


def texts(corpus: Corpus) -> str:
    return "\n".join(corpus.library.text(e.revision) for e in corpus.library.entries())


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("store", ["vectors", "words", "publishing"])
def test_a_crash_shows_the_old_version_or_the_new_one_and_nothing_between(
    tmp_path: Path, open_corpus: OpenCorpus, store: str, after: bool
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.txt").write_text(OLD, encoding="utf-8")
    corpus = open_corpus(tmp_path / "data")
    run(corpus, files)
    (files / "a.txt").write_text(NEW, encoding="utf-8")
    (files / "b.txt").write_text(NEW.replace("12/", "13/"), encoding="utf-8")
    break_off(corpus, store, after=after)
    with pytest.raises(Crash):
        run(corpus, files)

    published = store == "publishing" and after
    corpus = open_corpus(tmp_path / "data")
    assert [e.id for e in corpus.library.entries()] == ["12-kh-ubnd-2025", "13-kh-ubnd-2025"][: 2 if published else 1]
    assert ("Luân chuyển" in texts(corpus)) == published and ("Tuyển dụng" in texts(corpus)) == (not published)
    assert corpus.examine().half_written == (1 if published else 2)

    with corpus.writing():
        assert corpus.examine().clean
    run(corpus, files)
    assert corpus.examine().clean
    assert [e.id for e in corpus.library.entries()] == ["12-kh-ubnd-2025", "13-kh-ubnd-2025"]
    assert "Tuyển dụng" not in texts(corpus) and corpus.keywords.search("tuyển dụng", 5) == []


INGESTING = """
import sys
from pathlib import Path
from corpus.corpus import Corpus
from corpus.incoming import FileDone
from corpus.settings import read_settings
from ingest import job
job._BATCH_DOCUMENTS = 1  # so that a kill may fall between two batches as well
corpus = Corpus(read_settings(Path(sys.argv[1])))
corpus.embedding.get_query_embedding("a")
with corpus.writing():
    print("begun", flush=True)
    job.ingest(corpus, job.files_under(map(Path, sys.argv[2:])), lambda p: print(p.done, flush=True))
"""
ROOT = Path(__file__).parent.parent
SOME = FEW[:4]


def ingest_and_kill(data: Path, files: Sequence[Path], line: str, wait: float) -> None:
    """Ingests in a process of its own, and kills it some time after it has printed a line."""
    command = [sys.executable, "-c", INGESTING, str(data), *map(str, files)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stdout is not None
        for printed in process.stdout:
            if printed.strip() == line:
                time.sleep(wait)
                process.send_signal(signal.SIGKILL)
                break
        process.stdout.read()
    assert process.returncode == -signal.SIGKILL


def test_vectors_open_over_a_journal_that_a_killed_run_left(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.txt").write_text(OLD, encoding="utf-8")
    run(open_corpus(tmp_path / "data"), tmp_path / "files")
    killed = tmp_path / "killed"
    shutil.copytree(tmp_path / "data", killed)
    file = killed / "vectors" / "chroma.sqlite3"
    writer = sqlite3.connect(file, isolation_level=None)
    writer.executescript("PRAGMA cache_size=1; BEGIN; CREATE TABLE half (words)")
    writer.executemany("INSERT INTO half VALUES (?)", [("x" * 3000,)] * 200)
    journal = file.with_name(file.name + "-journal")
    assert journal.stat().st_size > 0
    left = {f: f.read_bytes() for f in (file, journal)}  # as the disk is when the power goes out
    writer.close()
    for f, content in left.items():
        f.write_bytes(content)

    corpus = open_corpus(killed)
    assert corpus.vectors.count() > 0 and corpus.examine().clean


@pytest.mark.parametrize(("line", "wait"), [("begun", 0.3), ("1", 0.0), ("2", 0.1)])
def test_killed_for_good_and_run_again(
    tmp_path: Path, samples: Path, few_data: Path, open_corpus: OpenCorpus, line: str, wait: float
) -> None:
    files = [samples / name for name in SOME]
    ingest_and_kill(tmp_path / "data", files, line, wait)
    corpus = open_corpus(tmp_path / "data")
    shown = len(corpus.library.entries())
    assert shown < len(SOME)
    with corpus.writing():
        summary = ingest(corpus, files_under(files))
    assert len(summary.added) + summary.unchanged == len(SOME) and summary.unchanged == shown
    assert corpus.examine().clean

    entries = corpus.library.entries()
    whole = [e for e in open_corpus(few_data).library.entries() if e.source.name in SOME]
    assert [(e.id, e.passages, e.windows) for e in entries] == [(e.id, e.passages, e.windows) for e in whole]
    assert corpus.vectors.count() == sum(e.windows for e in whole)
    assert corpus.keywords.count() == sum(e.passages for e in whole)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_registers_are_seen_with_their_document_or_not_at_all(
    tmp_path: Path, open_corpus: OpenCorpus, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    def whole(document: Document) -> Registers:
        span = Span(0, len(document.text))
        return Registers(duties=(Duty(span, "", "must", span, span),))

    monkeypatch.setattr(reading, "extract", whole)
    corpus = open_corpus(tmp_path / "data")

    def add(text: str) -> None:
        file = IncomingFile(Path("a.txt"), "/a.txt", "a.txt")
        with corpus.writing():
            corpus.add([reading.document_of(file, text.encode(), hashlib.sha256(text.encode()).hexdigest())])

    add(OLD)
    break_off(corpus, "publishing", after=after)
    with pytest.raises(Crash):
        add(NEW)
    corpus = open_corpus(tmp_path / "data")
    ((entry, duty),) = corpus.library.duties()
    text = corpus.library.text(entry.revision)
    assert duty.whole.of(text) == text and ("luân chuyển" in text) == after
    assert len(corpus.library.duties(DutyFilter(agency="Tuyển dụng"))) == (not after)
    with corpus.writing():
        pass
    connection = sqlite3.connect(tmp_path / "data" / "catalogue.db")
    for table in ("register_entries", "register_names", "extractions"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)
    connection.close()
