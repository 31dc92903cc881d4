"""ZIP archives, member by member: names in any encoding, passwords, bombs, damage."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

from corpus.errors import FileError
from ingest.archives import zip_aes
from ingest.archives.member_names import is_noise, legacy_name
from ingest.archives.unpack import CHUNK, Budget, swollen, too_large
from ingest.lines import Allowed

# what damaged archives make zipfile and the decompressors raise
DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error, IndexError,
    OverflowError,
)  # fmt: skip
_UTF8 = 0x800
_LOCKED = 0x1
_UNKNOWN_SIZE = 1 << 40  # so that what is unpacked is counted and not what the header says


def opened(name: str, content: bytes, format: str = "ZIP") -> zipfile.ZipFile:
    """The archive; raises FileError if it is none that can be read."""
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except DAMAGE as error:
        raise FileError("file-broken", name=name, format=format) from error


def files_of_zip(
    name: str, content: bytes, allowed: Allowed, budget: Budget
) -> Iterator[tuple[str, bytes | FileError]]:
    """(path as the archive has it, content or what is wrong with it) of every file; raises FileError for the whole."""
    with opened(name, content) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > budget.limit_members:
            raise FileError("archive-too-many", name=name, limit=budget.limit_members)
        if _overlap(infos, len(content)):
            raise too_large(name, budget.limit_mb)
        opener = _Opener(name, content, archive, budget)
        for info in infos:
            path = _path(info)
            if not is_noise(path):
                yield (
                    path,
                    opener.unlocked(info, allowed.passwords) if info.flag_bits & _LOCKED else opener.member(info),
                )


def _path(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _UTF8:
        return info.orig_filename
    return legacy_name(info.orig_filename.encode("cp437", errors="replace"))


def _overlap(infos: list[zipfile.ZipInfo], size: int) -> bool:
    """Whether members share their packed bytes, as only a bomb has them do."""
    return sum(info.compress_size for info in infos) > size


@dataclass(frozen=True, slots=True)
class _Opener:
    """Unpacks the members of one archive within its budget."""

    name: str
    content: bytes
    archive: zipfile.ZipFile
    budget: Budget

    def unlocked(self, info: zipfile.ZipInfo, passwords: tuple[str, ...]) -> bytes | FileError:
        """A locked member, with the first password that opens it."""
        for password in passwords:
            for written in dict.fromkeys((password.encode(), password.encode("cp1258", errors="replace"))):
                try:
                    found = self.member(info, written)
                except (RuntimeError, zip_aes.WrongPassword):  # the first is zipfile's word for a wrong password
                    continue
                if isinstance(found, bytes):  # a wrong one passes for right once in 256: then the checksum fails
                    return found
        return FileError("file-needs-password", name=info.filename)

    def member(self, info: zipfile.ZipInfo, password: bytes | None = None) -> bytes | FileError:
        """A member whole, counted as it comes."""
        out = bytearray()
        try:
            for chunk in self._pieces(info, password):
                self.budget.spend(self.name, len(chunk))
                out += chunk
                if swollen(info.compress_size, len(out)):
                    raise too_large(self.name, self.budget.limit_mb)
        except DAMAGE:
            return FileError("file-broken", name=info.filename, format="ZIP")
        return bytes(out)

    def _pieces(self, info: zipfile.ZipInfo, password: bytes | None) -> Iterator[bytes]:
        if password is not None and info.compress_type == zip_aes.METHOD:
            return zip_aes.unlocked_aes(self.content, info, password)
        return unpacked(self.archive, info, password)


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, password: bytes | None = None) -> Iterator[bytes]:
    """A member piece by piece, all that is really there, whatever size its header names."""
    real = copy(info)
    real.file_size = _UNKNOWN_SIZE if info.compress_type != zipfile.ZIP_STORED else info.compress_size
    with archive.open(real, pwd=password) as stream:
        while chunk := stream.read(CHUNK):
            yield chunk
