"""TAR archives, and single files packed with gzip, bzip2 or xz: through the standard library, as streams."""

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import closing

from corpus.errors import FileError
from ingest.archives.unpack import CHUNK, Budget, swollen, too_large

# what damaged archives make tarfile and the decompressors raise
_DAMAGE = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
_SUFFIXES = (".gz", ".bz2", ".xz")


def files_of_tar(name: str, content: bytes, budget: Budget) -> Iterator[tuple[str, bytes | FileError]]:
    """The files of a TAR, packed or not; a packed file that is no TAR is one file."""
    with closing(_Counted(_stream(content), name, len(content), budget)) as stream:
        try:
            opening = _filled(stream, 512)
            if opening[257:262] != b"ustar":
                yield _stem(name), opening + stream.read()
                return
            with tarfile.open(fileobj=_Chained(opening, stream), mode="r|") as archive:
                for info in archive:
                    file = archive.extractfile(info) if info.isreg() else None
                    if file is not None:
                        yield info.name, file.read()
        except _DAMAGE as error:
            raise FileError("file-broken", name=name, format="TAR, GZ") from error


def _stream(content: bytes) -> io.BufferedIOBase:
    raw = io.BytesIO(content)
    if content.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=raw)
    if content.startswith(b"BZh"):
        return bz2.BZ2File(raw)
    return lzma.LZMAFile(raw) if content.startswith(b"\xfd7zXZ\x00") else raw


def _filled(stream: "_Counted", size: int) -> bytes:
    out = b""
    while len(out) < size and (piece := stream.read(size - len(out))):
        out += piece
    return out


def _stem(name: str) -> str:
    suffix = next((s for s in _SUFFIXES if name.lower().endswith(s)), "")
    return name[: len(name) - len(suffix)] if suffix else f"{name}.unpacked"


class _Counted:
    """A stream whose every byte is counted as it is unpacked."""

    def __init__(self, stream: io.BufferedIOBase, name: str, packed: int, budget: Budget) -> None:
        self._stream, self._name, self._packed, self._budget = stream, name, packed, budget
        self._size = 0

    def read(self, size: int = -1) -> bytes:
        out = bytearray()
        while size < 0 or len(out) < size:
            piece = self._stream.read(CHUNK if size < 0 else min(CHUNK, size - len(out)))
            if not piece:
                break
            self._size += len(piece)
            self._budget.spend(self._name, len(piece))
            if swollen(self._packed, self._size):
                raise too_large(self._name, self._budget.limit_mb)
            out += piece
        return bytes(out)

    def close(self) -> None:
        self._stream.close()


class _Chained(io.RawIOBase):
    """What was read already, then the rest of the stream."""

    def __init__(self, opening: bytes, stream: _Counted) -> None:
        self._opening, self._stream = opening, stream

    def read(self, size: int = -1) -> bytes:
        if not self._opening:
            return self._stream.read(size)
        given = self._opening if size < 0 else self._opening[:size]
        self._opening = self._opening[len(given) :]
        return given + (self._stream.read(-1 if size < 0 else size - len(given)) if size != len(given) else b"")
