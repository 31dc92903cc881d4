"""What a file is, told from its bytes and never from its name. Reads nothing but openings and lists of members."""

import io
import re
import zipfile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Office files, and of locked new ones
_WORD_2 = b"\xdb\xa5\x2d\x00"  # Word before there was such a container
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_BITMAP_HEADERS = tuple(bytes((size, 0, 0, 0)) for size in (12, 40, 52, 56, 64, 108, 124))
_FOREIGN = (
    (b"Rar!\x1a\x07", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7Z"), (b"MSCF", "CAB"), (b"\xed\xab\xee\xdb", "RPM"),
)  # fmt: skip
_PACKED = (b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00")
_HEADER = re.compile(rb"(?P<name>[A-Za-z][A-Za-z0-9-]{0,40}):[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_OF_MAIL = {b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to", b"dkim-signature"}
_ANY_MAIL = _OF_MAIL | {b"from", b"to", b"subject", b"date", b"content-type", b"reply-to"}
_FLAT_ODF = re.compile(rb"<(?:\w+:)?document\b[^>]{0,20000}urn:oasis:names:tc:opendocument", re.S)
_WORD_XML = re.compile(rb"progid=\"Word\.Document\"|<pkg:package\b|<w:wordDocument\b")
_ODF = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.spreadsheet-template": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/vnd.oasis.opendocument.presentation-template": "odp",
}
_MAIN_PARTS = (
    (b"wordprocessingml.", "docx"), (b"ms-word.document", "docx"), (b"ms-word.template", "docx"),
    (b"ms-excel.sheet.binary", "xlsb"), (b"spreadsheetml.", "xlsx"), (b"ms-excel.", "xlsx"),
    (b"presentationml.", "pptx"), (b"ms-powerpoint.", "pptx"),
)  # fmt: skip
# what zipfile raises of damaged archives; RuntimeError is its word for a locked part
_BROKEN = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, IndexError, RuntimeError)


def kind_of(content: bytes) -> str:
    """The short name of the format: "pdf", "docx", "zip", "mail", "text" (which may yet be HTML, or nothing) and so on.

    A damaged ZIP is "zip-broken"; an archive that cannot be opened here is "foreign".
    """
    if content.startswith(b"PK"):
        return _kind_of_zip(content)
    if content.startswith(OLE):
        return "ole"
    if content.startswith(_WORD_2):
        return "doc"
    return _by_opening(content)


def foreign_name(content: bytes) -> str:
    """What an archive that cannot be opened here is called."""
    return next((name for magic, name in _FOREIGN if content.startswith(magic)), "?")


def _by_opening(content: bytes) -> str:
    start = content[:1024]
    if b"%PDF-" in start:
        return "pdf"
    if is_picture(start):
        return "image"
    if any(start.startswith(magic) for magic, _ in _FOREIGN):
        return "foreign"
    if start.startswith(_PACKED):
        return "compressed"
    if content[257:262] == b"ustar":
        return "tar"
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _kind_of_xml(content[:30_000])
    return "mail" if _is_mail(content[:20_000]) else "text"


def is_picture(start: bytes) -> bool:
    """Whether a file opens as a picture of a kind that can be recognised."""
    if start.startswith(b"BM"):
        return start[6:10] == bytes(4) and start[14:18] in _BITMAP_HEADERS
    return start.startswith(_PICTURES) or (start.startswith(b"RIFF") and start[8:12] == b"WEBP")


def _kind_of_xml(opening: bytes) -> str:
    if _FLAT_ODF.search(opening):
        return "odf-flat"
    return "word-xml" if _WORD_XML.search(opening) else "text"


def _is_mail(opening: bytes) -> bool:
    """Whether a text opens with the header of a message: several of its fields, one of which no letter would have."""
    if opening.startswith(b"From "):
        opening = opening.split(b"\n", 1)[-1]  # a message cut from a mailbox
    names: set[bytes] = set()
    at = 0
    while match := _HEADER.match(opening, at):
        names.add(match.group("name").lower())
        at = match.end()
    return len(names & _ANY_MAIL) >= 2 and bool(names & _OF_MAIL or {b"content-type", b"from"} <= names)


def _kind_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            kind = (
                _ODF.get(_opening(archive, "mimetype", 200).decode("latin-1").strip()) if "mimetype" in names else None
            )
            if kind:
                return kind
            return _kind_of_office(archive, names)
    except _BROKEN:
        return "zip-broken"


def _kind_of_office(archive: zipfile.ZipFile, names: set[str]) -> str:
    for part, kind in (
        ("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsb"),
        ("ppt/presentation.xml", "pptx"),
    ):  # fmt: skip
        if part in names:
            return kind
    types = next((n for n in names if n.lower() == "[content_types].xml"), None)
    if types is None:
        return "odt" if {"content.xml", "META-INF/manifest.xml"} <= names else "zip"
    written = _opening(archive, types, 500_000)
    return next((kind for mark, kind in _MAIN_PARTS if mark in written and b"main+xml" in written), "package")


def _opening(archive: zipfile.ZipFile, name: str, size: int) -> bytes:
    with archive.open(name) as stream:
        return stream.read(size)
