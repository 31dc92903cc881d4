"""Members of a ZIP locked with AES, as WinZip, 7-Zip and WinRAR lock them ("AE-1" and "AE-2" of the ZIP specification).

The standard library opens only the old kind of lock. Knows nothing of what is in the members.
"""

import hashlib
import hmac
import struct
import zipfile
import zlib
from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

METHOD = 99
_EXTRA = 0x9901
_KEYS = {1: 16, 2: 24, 3: 32}  # bytes of a key, by strength
_ROUNDS = 1000
_MARK = 10  # bytes of the checksum at the end
_CHUNK = 1 << 16


class WrongPassword(Exception):
    """The password does not open the member."""


def unlocked_aes(archive: bytes, info: zipfile.ZipInfo, password: bytes) -> Iterator[bytes]:
    """A member piece by piece; raises WrongPassword, or ValueError, struct.error and zlib.error for damage."""
    strength, method = _described(info)
    size = _KEYS[strength]
    packed = _packed(archive, info)
    salt, check = packed[: size // 2], packed[size // 2 : size // 2 + 2]
    body, mark = packed[size // 2 + 2 : -_MARK], packed[-_MARK:]
    derived = hashlib.pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * size + 2)
    if derived[2 * size :] != check:
        raise WrongPassword
    if not hmac.compare_digest(hmac.digest(derived[size : 2 * size], body, "sha1")[:_MARK], mark):
        raise ValueError("the checksum of a locked member does not fit")
    yield from _unpacked(_decrypted(derived[:size], body), method)


def _described(info: zipfile.ZipInfo) -> tuple[int, int]:
    """(strength, how the member is packed below its lock)."""
    at = 0
    while at + 4 <= len(info.extra):
        kind, length = struct.unpack_from("<HH", info.extra, at)
        if kind == _EXTRA and length >= 7:
            strength, method = struct.unpack_from("<BH", info.extra, at + 8)
            if strength in _KEYS and method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                return strength, method
        at += 4 + length
    raise ValueError("a lock of an unknown kind")


def _packed(archive: bytes, info: zipfile.ZipInfo) -> bytes:
    name, extra = struct.unpack_from("<HH", archive, info.header_offset + 26)
    start = info.header_offset + 30 + name + extra
    return archive[start : start + info.compress_size]


def _decrypted(key: bytes, body: bytes) -> Iterator[bytes]:
    """Counter mode with the counter's low byte first, which libraries do not have: made of single blocks."""
    cipher = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305  # the blocks of the counter, not the text
    for at in range(0, len(body), _CHUNK):
        piece = body[at : at + _CHUNK]
        first = at // 16 + 1
        blocks = -(-len(piece) // 16)
        stream = cipher.update(b"".join((first + i).to_bytes(16, "little") for i in range(blocks)))[: len(piece)]
        mixed = int.from_bytes(piece, "little") ^ int.from_bytes(stream, "little")
        yield mixed.to_bytes(len(piece), "little")


def _unpacked(pieces: Iterator[bytes], method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        yield from pieces
        return
    inflate = zlib.decompressobj(-15)
    for piece in pieces:
        while piece and not inflate.eof:
            yield inflate.decompress(piece, _CHUNK)
            piece = inflate.unconsumed_tail
    yield inflate.flush()
