"""The run: files to documents in step with their folders, several read at a time, stored in the order of the files.

Skips what is unchanged, follows what has moved or gone, sets aside what cannot be read, tells how it goes.
"""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from corpus.corpus import Corpus
from corpus.document import Document, Identity, Page
from corpus.errors import FileError
from corpus.incoming import FileDone, containers, is_inside
from corpus.legibility import How, how_read, least_confidence
from corpus.rows import Entry, SetAside
from ingest.changes import Changes, Wanted, find_changes
from ingest.files import IncomingFile, files_under, key_of, sha256_of
from ingest.lines import Allowed
from ingest.needs import may_be_read_now
from ingest.readers import Limits, Readers
from ingest.reading import (
    READER,
    Began,
    Finished,
    Outcome,
    PageRead,
    Read,
    Refused,
    Same,
    Task,
    document_of,
    key_of_outcome,
)
from ingest.reextract import reextract
from ingest.rerelate import rerelate

__all__ = ["FileReport", "IncomingFile", "Options", "Progress", "Summary", "document_of", "files_under", "ingest"]

_BATCH_CHARACTERS = 150_000  # texts are embedded together: enough to sort by length, little enough to lose to a crash
_BATCH_DOCUMENTS = 16

Step = Literal["reading", "recognising", "embedding", "extracting", "relating", "done"]


@dataclass(frozen=True, slots=True)
class Options:
    """How a run goes: `roots` are the folders to keep in step with, `prune` removes even what a lost folder held.

    `again` reads unchanged files anew; `passwords` come on top of those in the settings.
    """

    roots: tuple[Path, ...] = ()
    prune: bool = False
    again: bool = False
    passwords: tuple[str, ...] = ()
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file."""

    name: str
    key: str
    outcome: Literal["added", "updated", "unchanged", "moved", "set-aside", "removed"]
    document: str | None = None
    how: How = "text"
    confidence: float | None = None
    pages: int = 0
    units: int = 0
    articles: int = 0
    passages: int = 0
    identity: Identity | None = None
    warnings: tuple[str, ...] = ()
    reason: SetAside | None = None
    seconds: float = 0.0


@dataclass(slots=True)
class Summary:
    """What a run did. `kept` are folders that were empty or out of reach, whose documents stay.

    `extracted`, `related`: of how many documents that stayed as they were the registers, the relations have been made
    anew.
    """

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    unchanged: int = 0
    set_aside: list[SetAside] = field(default_factory=list)
    passages: int = 0
    seconds: float = 0.0
    files: list[FileReport] = field(default_factory=list)
    extracted: int = 0
    related: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the run stands: so many files of so many done with, and what happens to which now."""

    done: int
    total: int
    name: str
    step: Step = "done"
    page: int | None = None
    pages: int | None = None


Tell = Callable[[Progress], None]


def ingest(
    corpus: Corpus, files: Sequence[IncomingFile], tell: Tell | None = None, options: Options | None = None
) -> Summary:
    """Brings the corpus in step with files; only inside `corpus.writing()`. Shown batch by batch.

    Files are read in processes of their own, which import the script that began the run: one that calls this needs
    Python's usual `if __name__ == "__main__":`.
    """
    run = _Run(corpus, len(files), tell or (lambda _: None), options or Options())
    return run.over(files)


class _Run:
    """One run: its options, what it has done so far, and the batch that is being filled."""

    def __init__(self, corpus: Corpus, total: int, tell: Tell, options: Options) -> None:
        self.corpus, self.options, self.total, self.tell = corpus, options, total, tell
        self.summary = Summary()
        self.entries = {e.source.key: e for e in corpus.library.entries()}
        self.done = corpus.library.files_done()
        self.aside = {a.key: a for a in corpus.library.set_aside()}
        self.passwords = (*corpus.settings.passwords, *options.passwords)
        # keys inside an archive or message, at any depth: looked up for every file, so told apart once
        self.inside: dict[str, list[str]] = {}
        for key in dict.fromkeys((*self.entries, *self.done, *self.aside)):
            for container in containers(key):
                self.inside.setdefault(container, []).append(key)
        self.count = 0
        self.batch: list[Read] = []
        self.batch_done: list[FileDone] = []
        self.names: list[str] = []

    @cached_property
    def pages(self) -> dict[int, list[Page]]:
        """The pages of what was stored before the run, asked for once."""
        return self.corpus.library.pages_by_revision()

    def over(self, files: Sequence[IncomingFile]) -> Summary:
        """The whole run."""
        began = time.monotonic()
        changes = self._changes(files)
        self._follow(changes)
        for file in changes.unchanged:
            self._unchanged(file.key, file.name)
            self._step(file.name)
        for file, error in changes.refused:
            facts = {k: str(v) for k, v in error.facts.items()}
            self._set_aside(SetAside(file.key, file.name, "", error.code, facts))
            self._step(file.name)
        if changes.to_read:
            self._read(changes.to_read)
        self.summary.extracted = reextract(self.corpus, lambda name: self._step(name, "extracting", done=False))
        self.summary.related = rerelate(self.corpus, lambda name: self._step(name, "relating", done=False))
        self.summary.seconds = time.monotonic() - began
        return self.summary

    def _changes(self, files: Sequence[IncomingFile]) -> Changes:
        ocr = self.corpus.settings.ocr
        ready = [key for key, aside in self.aside.items() if may_be_read_now(aside, self.passwords, ocr)]
        again = {*ready, *(container for key in ready for container in containers(key))}
        roots = tuple(key_of(root) for root in self.options.roots)
        known = {*self.entries, *self.done, *self.aside}
        wanted = Wanted(roots, self.options.prune, lambda key: self.options.again or key in again)
        return find_changes(files, self.done, known, wanted, self.corpus.settings.max_file_mb)

    def _follow(self, changes: Changes) -> None:
        """What has moved or gone, without reading anything."""
        for old, file in changes.moved:
            self.corpus.library.move(old, file.key, file.name)
            ids = [e.id for key, e in self.entries.items() if key == old or is_inside(key, old)]
            self.summary.moved.extend(ids)
            self.summary.files.append(FileReport(file.name, file.key, "moved", ids[0] if ids else None))
            self._step(file.name)
        for key in changes.gone:
            self._remove(k for k in list(self.entries) if k == key or is_inside(k, key))
            self.corpus.library.forget_file(key)
        self.summary.kept.extend(changes.kept)

    def _remove(self, keys: Iterable[str]) -> None:
        for key in list(keys):
            entry = self.entries.pop(key)
            self.corpus.remove(entry.id)
            self.summary.removed.append(entry.id)
            self.summary.files.append(FileReport(entry.source.name, key, "removed", entry.id))

    # --- reading and storing -----------------------------------------------------------------------------------------

    def _read(self, files: Sequence[IncomingFile]) -> None:
        settings = self.corpus.settings
        workers = self.options.workers or settings.workers or min(4, os.cpu_count() or 1)
        limits = Limits(min(workers, len(files)), settings.reader_seconds, settings.reader_memory_mb)
        allowed = Allowed(
            passwords=self.passwords,
            unpacked_mb=settings.max_archive_mb,
            pages=settings.max_pages,
            ocr=settings.ocr,
            ocr_dpi=settings.ocr_dpi,
            threads=max(1, (os.cpu_count() or 1) // limits.processes),
        )
        with self.corpus.incoming() as incoming:
            tasks = [Task(f, allowed, incoming, self._stored_in(f.key)) for f in files]
            with Readers(tasks, limits) as readers:
                inside: set[str] = set()
                for file, outcome in readers.outcomes():
                    inside.add(key_of_outcome(outcome))
                    self._take(file, outcome, inside)
                    if isinstance(outcome, Finished):
                        inside = set()
            self._store()

    def _stored_in(self, key: str) -> dict[str, str]:
        """Digests of the files inside an archive that need not be read again."""
        if self.options.again:
            return {}
        known = ((k, self.done.get(k)) for k in self.inside.get(key, ()))
        return {k: d.sha256 for k, d in known if d is not None and d.reader == READER}

    def _take(self, file: IncomingFile, outcome: Outcome, inside: set[str]) -> None:
        if isinstance(outcome, Began):
            self._step(outcome.name, "reading", done=False)
        elif isinstance(outcome, PageRead):
            self.tell(Progress(self.count, self.total, file.name, "recognising", outcome.page, outcome.pages))
        elif isinstance(outcome, Read):
            self._add(outcome)
        elif isinstance(outcome, Refused):
            self._set_aside(outcome.aside)
            if outcome.aside.key != file.key and outcome.aside.sha256:
                self.batch_done.append(FileDone(outcome.aside.key, outcome.aside.sha256, outcome.size, READER))
        elif isinstance(outcome, Same):
            self._unchanged(outcome.key, outcome.name)
        else:
            self._finished(file, outcome, inside)

    def _add(self, read: Read) -> None:
        self.batch.append(read)
        source = read.new.document.source
        self.batch_done.append(FileDone(source.key, source.sha256, source.size, READER))
        if len(self.batch) >= _BATCH_DOCUMENTS or sum(len(r.new.document.text) for r in self.batch) > _BATCH_CHARACTERS:
            self._store()

    def _finished(self, file: IncomingFile, outcome: Finished, inside: set[str]) -> None:
        """All that was in a file is at hand: what an older version of it held besides is gone."""
        stale = [k for k in self.inside.get(file.key, ()) if k not in inside]
        for key in stale:
            self.corpus.library.forget_file(key)
        self._remove(k for k in stale if k in self.entries)
        try:
            sha256 = outcome.sha256 or sha256_of(file)
            size = outcome.size or file.path.stat().st_size
        except (FileError, OSError):
            return  # it has gone meanwhile
        self.batch_done.append(FileDone(file.key, sha256, size, READER))
        self.names.append(file.name)
        if not self.batch:
            self._store()

    def _store(self) -> None:
        """Stores what is at hand, all visible at once, and tells of every file that is done with by that."""
        if self.batch:
            self._step(self.batch[-1].new.document.source.name, "embedding", done=False)
        ids = self.corpus.add([r.new for r in self.batch], self.batch_done)
        for id, read in zip(ids, self.batch, strict=True):
            source = read.new.document.source
            before = self.entries.get(source.key)
            (self.summary.updated if before else self.summary.added).append(id)
            self.summary.passages += len(read.new.passages)
            self.summary.files.append(_report(id, read, updated=before is not None))
        self.batch.clear()
        self.batch_done.clear()
        for name in self.names:
            self._step(name)
        self.names.clear()

    def _set_aside(self, aside: SetAside) -> None:
        self.corpus.library.put_aside(aside)
        self.summary.set_aside.append(aside)
        self.summary.files.append(FileReport(aside.name, aside.key, "set-aside", reason=aside))

    def _unchanged(self, key: str, name: str) -> None:
        entry, aside = self.entries.get(key), self.aside.get(key)
        if aside is not None:
            self.summary.set_aside.append(aside)
            self.summary.files.append(FileReport(name, key, "set-aside", reason=aside))
            return
        self.summary.unchanged += 1
        if entry is not None:
            self.summary.files.append(_unchanged_report(entry, self.pages.get(entry.revision, [])))

    def _step(self, name: str, step: Step = "done", *, done: bool = True) -> None:
        self.count += done
        self.tell(Progress(self.count, self.total, name, step))


def _report(id: str, read: Read, *, updated: bool) -> FileReport:
    document = read.new.document
    return FileReport(
        name=document.source.name,
        key=document.source.key,
        outcome="updated" if updated else "added",
        document=id,
        how=how_read(document.pages),
        confidence=least_confidence(document.pages),
        pages=len(document.pages),
        units=len(document.provisions),
        articles=_articles(document),
        passages=len(read.new.passages),
        identity=document.identity,
        warnings=document.warnings,
        seconds=read.seconds,
    )


def _unchanged_report(entry: Entry, pages: Sequence[Page]) -> FileReport:
    return FileReport(
        entry.source.name,
        entry.source.key,
        "unchanged",
        entry.id,
        how_read(pages),
        least_confidence(pages),
        len(pages),
        passages=entry.passages,
        identity=entry.identity,
        warnings=entry.warnings,
    )


def _articles(document: Document) -> int:
    return sum(p.kind == "article" for p in document.provisions)
