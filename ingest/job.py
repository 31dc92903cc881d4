"""The run: files to documents, one after the other.

Skips what is unchanged, sets aside what cannot be read, tells how it goes.
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.corpus import Corpus, NewDocument
from corpus.document import Document, Source
from corpus.errors import FileError, NotFoundError
from corpus.rows import SetAside
from ingest.clean import clean
from ingest.cut import cut
from ingest.identify import identify
from ingest.outline import outline
from ingest.read import FORMATS, read

_BATCH_CHARACTERS = 150_000  # texts are embedded together: enough to sort by length, little enough to lose to a crash
_BATCH_DOCUMENTS = 16
_DATA_SUFFIXES = {
    ".json", ".jsonl", ".csv", ".tsv", ".xml", ".yaml", ".yml", ".toml", ".ini", ".log", ".py", ".js", ".css", ".sql",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file to be indexed: where it lies, and the key under which it replaces its old self."""

    path: Path
    key: str
    name: str


@dataclass(slots=True)
class Summary:
    """What a run did."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    set_aside: list[SetAside] = field(default_factory=list)
    passages: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Progress:
    """Said after each file that is done with: how many of how many, and which."""

    done: int
    total: int
    name: str


def ingest(corpus: Corpus, files: Sequence[IncomingFile], tell: Callable[[Progress], None] | None = None) -> Summary:
    """Indexes files; only inside `corpus.writing()`. Files are made visible batch by batch."""
    began, summary = time.monotonic(), Summary()
    known = {e.source.key: e.source.sha256 for e in corpus.library.entries()}
    say = tell or (lambda _: None)
    batch: list[NewDocument] = []
    done = 0

    def store() -> None:
        nonlocal done
        ids = corpus.add(batch) if batch else []
        for id, new in zip(ids, batch, strict=True):
            source = new.document.source
            (summary.updated if source.key in known else summary.added).append(id)
            summary.passages += len(new.passages)
            done += 1
            say(Progress(done, len(files), source.name))
        batch.clear()

    for file in files:
        try:
            content = _content(file, corpus.settings.max_file_mb)
            sha256 = hashlib.sha256(content).hexdigest()
            if known.get(file.key) == sha256:
                summary.unchanged += 1
                corpus.library.no_longer_aside(file.key)
            else:
                batch.append(document_of(file, content, sha256))
                if len(batch) >= _BATCH_DOCUMENTS or sum(len(n.document.text) for n in batch) > _BATCH_CHARACTERS:
                    store()
                continue
        except FileError as error:
            aside = SetAside(file.key, file.name, "", error.code, error.facts)
            corpus.library.put_aside(aside)
            summary.set_aside.append(aside)
        done += 1
        say(Progress(done, len(files), file.name))
    store()
    summary.seconds = time.monotonic() - began
    return summary


def document_of(file: IncomingFile, content: bytes, sha256: str) -> NewDocument:
    """One file as a document cut to passages: read, clean, identify, outline, cut. Raises FileError."""
    reading = read(file.name, content)
    if reading.media_type == "text/plain" and Path(file.name).suffix.lower() in _DATA_SUFFIXES:
        raise FileError("file-unknown-format", name=file.name, formats=FORMATS)
    cleaned = clean(reading)
    identity = identify(cleaned, Path(file.name).stem, reading.title)
    source = Source(file.key, file.name, sha256, len(content), reading.media_type)
    document = Document(
        identity, cleaned.text, source, cleaned.pages, outline(cleaned, identity), cleaned.words, reading.warnings
    )
    passages = cut(document)
    if not passages:
        raise FileError("file-no-text", name=file.name)
    return NewDocument(document, passages, content)


def files_under(paths: Iterable[Path]) -> list[IncomingFile]:
    """The files named, and those in the folders named, in a fixed order; hidden and lock files (~$) are passed over."""
    found: dict[str, IncomingFile] = {}
    for path in paths:
        if not path.exists():
            raise NotFoundError("path-missing", path=path)
        for file in _walk(path) if path.is_dir() else [path]:
            key = _written(str(file.resolve()))
            found.setdefault(key, IncomingFile(file, key, _written(file.name)))
    return list(found.values())


def _written(name: str) -> str:
    # a name on disk may hold bytes that are no characters; the catalogue holds characters only
    return name.encode("utf-8", "replace").decode("utf-8")


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")):
                yield Path(root) / name


def _content(file: IncomingFile, limit_mb: int) -> bytes:
    try:
        size = file.path.stat().st_size
        if size > limit_mb * 1_000_000:
            raise FileError("file-too-large", name=file.name, size_mb=f"{size / 1e6:.0f}", limit_mb=limit_mb)
        return file.path.read_bytes()
    except OSError as error:
        raise FileError("file-unreadable", name=file.name, reason=error.strerror or str(error)) from error
