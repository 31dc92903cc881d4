"""The files of a run: where they lie, under which key each replaces its old self. Opens none of them."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import FileError, NotFoundError

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file to be indexed: where it lies, and the key under which it replaces its old self."""

    path: Path
    key: str
    name: str


def files_under(paths: Iterable[Path]) -> list[IncomingFile]:
    """The files named, and those in the folders named, in a fixed order; hidden and lock files (~$) are passed over.

    A path that is not there is a NotFoundError.
    """
    found: dict[str, IncomingFile] = {}
    for path in paths:
        if not path.exists():
            raise NotFoundError("path-missing", path=path)
        for file in _walk(path) if path.is_dir() else [path]:
            key = key_of(file)
            found.setdefault(key, IncomingFile(file, key, written(file.name)))
    return list(found.values())


def key_of(path: Path) -> str:
    """The key of a file or folder on disk: its absolute path."""
    return written(str(path.resolve()))


def written(name: str) -> str:
    """A name on disk may hold bytes that are no characters; the catalogue holds characters only."""
    return name.encode("utf-8", "replace").decode("utf-8")


def size_of(file: IncomingFile, limit_mb: int) -> int:
    """The size in bytes; raises FileError for a file over the limit, or that is no plain file and cannot be read."""
    try:
        found = file.path.stat()
    except OSError as error:
        raise FileError("file-unreadable", name=file.name, reason=error.strerror or str(error)) from error
    if not file.path.is_file():
        raise FileError("file-unreadable", name=file.name, reason="not a regular file")
    if found.st_size > limit_mb * 1_000_000:
        raise FileError("file-too-large", name=file.name, size_mb=f"{found.st_size / 1e6:.0f}", limit_mb=limit_mb)
    return found.st_size


def sha256_of(file: IncomingFile) -> str:
    """The digest of the content, read in pieces; raises FileError."""
    digest = hashlib.sha256()
    try:
        with file.path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                digest.update(piece)
    except OSError as error:
        raise FileError("file-unreadable", name=file.name, reason=error.strerror or str(error)) from error
    return digest.hexdigest()


def content_of(file: IncomingFile) -> bytes:
    """The whole content; raises FileError."""
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise FileError("file-unreadable", name=file.name, reason=error.strerror or str(error)) from error


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, followlinks=False):
        if _is_data(Path(root)):
            folders.clear()
            continue
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")):
                yield Path(root) / name


def _is_data(folder: Path) -> bool:
    """Whether a folder is Vanban's own data: `vanban ingest .` beside it must not read its originals again."""
    return (folder / "catalogue.db").is_file() and (folder / "originals").is_dir()
