"""Bytes to lines: the content decides, not the suffix; and what cannot be read says so."""

import io
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from corpus.errors import FileError
from ingest.read import read

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples" / "dossier"
PDF = SAMPLES / "05-nq-tu-2021.en.pdf"
DOCX = SAMPLES / "02-ctr-tu-2026.docx"
HTML = SAMPLES / "77-kl-tu-2024.html"
TXT = SAMPLES / "642-snv-ccvc-2023.txt"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89" * 20


@pytest.mark.parametrize(
    ("file", "media_type"),
    [
        (PDF, "application/pdf"),
        (DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (HTML, "text/html"),
        (TXT, "text/plain"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".doc", ""])
def test_the_content_decides_and_not_the_suffix(file: Path, media_type: str, suffix: str) -> None:
    reading = read("van-ban" + suffix, file.read_bytes())
    assert reading.media_type == media_type
    assert reading.lines == read(file.name, file.read_bytes()).lines


def refused(name: str, content: bytes) -> str:
    with pytest.raises(FileError) as caught:
        read(name, content)
    assert name in caught.value.text("vi") and name in caught.value.text("en")
    return caught.value.code


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(PDF))
    writer.encrypt(user_password=password, owner_password="chu", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_locked_pdf_asks_for_a_copy_without_password() -> None:
    assert refused("mat.pdf", encrypted("bi-mat")) == "file-needs-password"


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert read("khoa.pdf", encrypted("")).lines == read(PDF.name, PDF.read_bytes()).lines


def test_a_pdf_of_blank_pages_has_no_text() -> None:
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    out = io.BytesIO()
    writer.write(out)
    assert refused("quet.pdf", out.getvalue()) == "file-no-text"


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("rong.docx", b"", "file-empty"),
        ("trang.txt", b"  \n\n ", "file-no-text"),
        ("cat.docx", DOCX.read_bytes()[:4000], "file-broken"),
        ("cat.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "file-broken"),
        ("bang-tinh.docx", zipped(**{"xl/workbook.xml": "<x/>"}), "file-broken"),
        ("tep-nen.docx", zipped(**{"a.txt": "x"}), "file-is-archive"),
        ("nen.rar", b"Rar!\x1a\x07\x01\x00" + bytes(40), "archive-format"),
        ("nen.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40), "archive-format"),
        ("gia.docx", zipped(**{"word/document.xml": "<w:document"}), "file-broken"),
        ("bang.xls", OLE + "Workbook".encode("utf-16-le"), "file-old-format"),
        ("trang.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "file-old-format"),
        ("thu.msg", OLE + "__properties_version1.0".encode("utf-16-le"), "file-old-format"),
        ("nhi-phan.txt", bytes(range(256)) * 40, "file-unknown-format"),
        (
            "khoa.docx",
            OLE + "EncryptedPackage".encode("utf-16-le") * 9,
            "file-needs-password",
        ),
        ("cu.doc", OLE + bytes(2000), "file-unknown-format"),
    ],
)
def test_bad_files_are_refused_with_the_reason(name: str, content: bytes, code: str) -> None:
    assert refused(name, content) == code


@pytest.mark.parametrize("file", [DOCX, PDF])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_read_or_refused_and_nothing_else(file: Path, part: float) -> None:
    content = file.read_bytes()
    try:
        reading = read(file.name, content[: int(len(content) * part)])
    except FileError as error:
        assert error.code in {"file-broken", "file-no-text", "file-needs-password"}
    else:
        assert any(line.text for line in reading.lines)


def test_a_member_that_does_not_match_its_checksum_is_a_broken_file() -> None:
    content = bytearray(DOCX.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo("word/document.xml")
    start = info.header_offset + 30 + len(info.filename)
    content[start + info.compress_size // 2] ^= 0xFF
    assert refused("lech.docx", bytes(content)) == "file-broken"
