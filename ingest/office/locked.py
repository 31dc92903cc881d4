"""The old Office container: what is in it, and locked files opened with the passwords given. Knows no text."""

import io
import re
import struct
import zipfile
from xml.parsers.expat import ExpatError

from corpus.errors import FileError
from ingest.formats import OLE
from ingest.lines import Allowed

_DEFAULTS = ("VelvetSweatshop",)  # with which Excel locks a file that is only to be read, and asks nobody
_MOST_SPINS = 10_000_000  # the most that the format allows; more is there to keep a reader busy
# what damaged containers make olefile and msoffcrypto raise besides their own errors
_DAMAGE = (ValueError, OSError, struct.error, IndexError, KeyError, TypeError, AttributeError, EOFError, OverflowError,
           AssertionError, UnicodeError, RecursionError, ExpatError)  # fmt: skip
_STREAMS = (
    ("WordDocument", "doc"), ("EncryptedPackage", "locked"), ("Workbook", "xls"), ("Book", "xls"),
    ("PowerPoint Document", "ppt"), ("__properties_version1.0", "msg"), ("DRMContent", "drm"),
)  # fmt: skip


def kind_of_container(content: bytes) -> str:
    """What an OLE container holds: "doc", "xls", "ppt", "msg", "locked" (a new Office file), or "unknown"."""
    names = _streams(content)
    found = next((kind for stream, kind in _STREAMS if names is not None and stream.lower() in names), None)
    if found:
        return found
    # a damaged directory: the names of the streams are still somewhere in the bytes
    return next((kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in content), "unknown")


def unlocked(name: str, content: bytes, allowed: Allowed) -> bytes:
    """A locked Office file opened with one of the passwords; raises FileError if none of them fits."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    _refuse_endless(name, content)
    for password in (*_DEFAULTS, *allowed.passwords):
        out = io.BytesIO()
        try:
            file = msoffcrypto.OfficeFile(io.BytesIO(content))
            file.load_key(password=password)
            file.decrypt(out)
        except (DecryptionError, InvalidKeyError, FileFormatError, ParseError, *_DAMAGE):
            continue  # a wrong password looks like damage: it unlocks to nonsense
        if out.getvalue().startswith(OLE) or zipfile.is_zipfile(out):
            return out.getvalue()
    raise FileError("file-needs-password", name=name)


def is_locked(content: bytes) -> bool:
    """Whether an old Word file is locked; one too damaged to tell is not."""
    import msoffcrypto
    from msoffcrypto.exceptions import FileFormatError, ParseError

    try:
        return bool(msoffcrypto.OfficeFile(io.BytesIO(content)).is_encrypted())
    except (FileFormatError, ParseError, *_DAMAGE):
        return False


def _refuse_endless(name: str, content: bytes) -> None:
    spins = re.search(rb'spinCount="(\d{1,12})"', content)
    if spins and int(spins.group(1)) > _MOST_SPINS:
        raise FileError("file-broken", name=name, format="Office")


def _streams(content: bytes) -> set[str] | None:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            return {entry[0].lower() for entry in container.listdir(streams=True, storages=True) if len(entry) == 1}
    except _DAMAGE:
        return None
