"""One file as documents: bytes to pages, identity, units and passages; archives and messages are opened on the way.

Runs in a process of its own (`ingest.reader_process`). Knows nothing of stores or models.
"""

import hashlib
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from corpus.document import Document, Source
from corpus.errors import FileError
from corpus.incoming import INSIDE, NewDocument
from corpus.rows import SetAside
from ingest.archives import unpack
from ingest.clean import clean
from ingest.cut import cut
from ingest.extract import EXTRACTOR, extract
from ingest.files import IncomingFile, content_of
from ingest.identify import identify
from ingest.lines import Allowed, Member
from ingest.outline import outline
from ingest.read import FORMATS, read
from ingest.relate import RELATER, relate

READER = 4  # raised when files would be read better than before: every file is then read again once
_DATA_SUFFIXES = {
    ".json", ".jsonl", ".csv", ".tsv", ".xml", ".yaml", ".yml", ".toml", ".ini", ".log", ".py", ".js", ".css", ".sql",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Began:
    """Work on a file, or on one inside an archive, begins: if nothing more is heard, this is the one to blame."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class PageRead:
    """A sign of life from a long file: so many pages are done."""

    key: str
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Read:
    """A document, ready to be stored."""

    new: NewDocument
    seconds: float


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be read, and why."""

    aside: SetAside
    size: int


@dataclass(frozen=True, slots=True)
class Same:
    """A file inside an archive that is stored already, unchanged."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The file, and every file inside it, is done with."""

    key: str
    sha256: str
    size: int


Outcome = Began | PageRead | Read | Refused | Same | Finished


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read; `stored` holds the digests of the files inside it that are stored.

    After a reader has died over it: `passed` are the documents that had come out, `broken` what it died of.
    """

    file: IncomingFile
    allowed: Allowed
    incoming: Path
    stored: Mapping[str, str]
    passed: Collection[str] = ()
    broken: Collection[str] = ()


def key_of_outcome(outcome: Outcome) -> str:
    """The key of the file that an outcome is about."""
    if isinstance(outcome, Read):
        return outcome.new.document.source.key
    return outcome.aside.key if isinstance(outcome, Refused) else outcome.key


def outcomes(task: Task) -> Iterator[Outcome]:
    """Everything that comes out of a file, in order, `Finished` last."""
    yield Began(task.file.key, task.file.name)
    try:
        content = content_of(task.file)
    except FileError as error:
        yield _refused(task.file.key, task.file.name, b"", error)
        return
    yield from _Opening(task).opened(Member(task.file.name, content), task.file.key, 0)
    yield Finished(task.file.key, hashlib.sha256(content).hexdigest(), len(content))


def document_of(file: IncomingFile, content: bytes, sha256: str, allowed: Allowed | None = None) -> NewDocument:
    """One file as a document cut to passages, with its registers: read, clean, ... extract. Raises FileError."""
    reading = read(file.name, content, allowed or Allowed())
    if reading.media_type == "text/plain" and Path(file.name).suffix.lower() in _DATA_SUFFIXES:
        raise FileError("file-unknown-format", name=file.name, formats=FORMATS)
    cleaned = clean(reading)
    identity = identify(cleaned, Path(file.name).stem, reading.title)
    source = Source(file.key, file.name, sha256, len(content), reading.media_type)
    units = outline(cleaned, identity)
    document = Document(identity, cleaned.text, source, cleaned.pages, units, cleaned.words, reading.warnings)
    passages = cut(document)
    if not passages:
        raise FileError("file-no-text", name=file.name)
    return NewDocument(document, passages, content, extract(document), EXTRACTOR, relate(document), RELATER)


class _Opening:
    """A file with all that is inside it, and inside that; one budget bounds how much is unpacked in all."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.budget = unpack.Budget.of(task.allowed)

    def opened(self, member: Member, key: str, depth: int) -> Iterator[Outcome]:
        """A file, and the files inside it."""
        task, name = self.task, PurePosixPath(member.path).name or member.path
        archive = unpack.is_archive(member.content)
        if not archive and key not in task.passed:
            yield _one(task, IncomingFile(task.file.path, key, name), member.content)
        if not (archive or unpack.has_attachments(member.content)):
            return
        if depth >= task.allowed.depth:
            error = FileError("archive-too-deep", name=name, limit=task.allowed.depth)
            yield _refused(key, name, member.content, error)
            return
        try:
            for inner in unpack.members(name, member.content, task.allowed, self.budget):
                if isinstance(inner, Member):
                    yield from self._inside(inner, f"{key}{INSIDE}{inner.path}", depth + 1)
                else:
                    path = str(inner.facts["name"])
                    yield _refused(f"{key}{INSIDE}{path}", path, b"", inner)
        except FileError as error:
            yield _refused(key, name, member.content, error)

    def _inside(self, member: Member, key: str, depth: int) -> Iterator[Outcome]:
        if key in self.task.broken:
            return
        name = PurePosixPath(member.path).name
        yield Began(key, name)
        if self.task.stored.get(key) == hashlib.sha256(member.content).hexdigest():
            yield Same(key, name)
        else:
            yield from self.opened(member, key, depth)


def _one(task: Task, file: IncomingFile, content: bytes) -> Outcome:
    began = time.monotonic()
    try:
        new = document_of(file, content, hashlib.sha256(content).hexdigest(), task.allowed)
    except FileError as error:
        return _refused(file.key, file.name, content, error)
    except MemoryError:
        return _refused(file.key, file.name, content, FileError("file-too-much-memory", name=file.name))
    except RecursionError:
        return _refused(file.key, file.name, content, FileError("file-too-deep", name=file.name))
    kept = task.incoming / f"{new.document.source.sha256}.{hashlib.sha256(file.key.encode()).hexdigest()[:12]}"
    kept.write_bytes(content)
    return Read(replace(new, original=kept), time.monotonic() - began)


def _refused(key: str, name: str, content: bytes, error: FileError) -> Refused:
    facts = {k: str(v) for k, v in error.facts.items()}
    sha256 = hashlib.sha256(content).hexdigest() if content else ""
    return Refused(SetAside(key, name, sha256, error.code, facts), len(content))
