"""Office files that are ZIP inside: checked before a library opens them, and brought into the form that it expects.

Knows nothing of text.
"""

import io
import re
import zipfile

from corpus.errors import FileError
from ingest.archives.unpack import swollen, too_large
from ingest.archives.unpack_zip import DAMAGE, opened, unpacked
from ingest.lines import Allowed

_XML_MB = 300  # one part as text; as a tree it takes ten times that
_ENTITY = (b"<!ENTITY", "<!ENTITY".encode("utf-16-le"), "<!ENTITY".encode("utf-16-be"))
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_ODD_TYPE = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml"
)
_ODD_SLIDES = re.compile(
    rb"application/vnd\.(?:ms-powerpoint\.(?:presentation|template|slideshow)\.macroEnabled"
    rb"|openxmlformats-officedocument\.presentationml\.(?:template|slideshow))\.main\+xml"
)
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SLIDES = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def check(name: str, content: bytes, allowed: Allowed, format: str) -> None:
    """Raises FileError for a file whose parts unpack to too much, or define entities, which no Office program writes.

    Parts that cannot be unpacked are left to the reader, who may not need them.
    """
    total = 0
    with opened(name, content, format) as archive:
        if len(archive.infolist()) > allowed.members:
            raise FileError("archive-too-many", name=name, limit=allowed.members)
        for info in archive.infolist():
            total += _size(name, archive, info, allowed.unpacked_mb * 1_000_000 - total, format)


def _size(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int, format: str) -> int:
    size = 0
    is_xml = info.filename.lower().endswith((".xml", ".rels"))
    limit = min(left, _XML_MB * 1_000_000) if is_xml else left
    try:
        for chunk in unpacked(archive, info):
            if is_xml and size == 0 and any(mark in chunk[:8192] for mark in _ENTITY):
                raise FileError("file-broken", name=name, format=format)
            size += len(chunk)
            if size > limit or swollen(info.compress_size, size):
                raise too_large(name, limit // 1_000_000)
    except (*DAMAGE, RuntimeError):  # damaged, or locked (zipfile's RuntimeError): the reader finds the words for it
        return size
    if size > info.file_size:  # a header that lies: libraries would unpack all of it at once
        raise FileError("file-broken", name=name, format=format)
    return size


def expected(content: bytes) -> bytes:
    """The file as the libraries expect it: without the names of the strict variant, no macro file, no template."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _rewritten(archive, content)
    except (*DAMAGE, RuntimeError, KeyError):
        return content  # damaged: the reader finds the words for it


def _rewritten(archive: zipfile.ZipFile, content: bytes) -> bytes:
    types = next((i for i in archive.infolist() if i.filename.lower() == "[content_types].xml"), None)
    if types is None:
        return content
    written = archive.read(types)
    strict = _is_strict(archive)
    if not (strict or _ODD_TYPE.search(written) or _ODD_SLIDES.search(written)):
        return content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as plain:
        for info in {info.filename: info for info in archive.infolist()}.values():
            part = archive.read(info)
            if info.filename == types.filename:
                part = _ODD_SLIDES.sub(_SLIDES, _ODD_TYPE.sub(_WORD, part))
            elif strict and info.filename.lower().endswith((".xml", ".rels")):
                part = _STRICT_NAME.sub(_transitional, part)
            plain.writestr(info.filename, part)
    return out.getvalue()


def _is_strict(archive: zipfile.ZipFile) -> bool:
    """Whether the package's relationships have the names of the strict variant of the format."""
    try:
        return _STRICT in archive.read("_rels/.rels")
    except KeyError:
        return False


def _transitional(match: re.Match[bytes]) -> bytes:
    return b"http://schemas.openxmlformats.org/" + match.group(1) + b"/2006/"
